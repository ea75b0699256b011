package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Methods that pass arrays of all kinds to those of another file, and have theirs written. */
final class Customers {

    private Customers() {}

    @At({"0.5; [2]"})
    @Differentiable
    static double[] newOutput(double t, double[] y) {
        double[] k = new double[y.length];
        Suppliers.pendulum(t * y[0], y, k);
        k[0] *= k[1];
        return k;
    }

    /** Its own output, as the caller gave it. */
    @At({"0.5; [2]; [2]"})
    @Differentiable
    static void ownOutput(double t, double[] y, @Output double[] dydt) {
        Suppliers.pendulum(t, y, dydt);
        dydt[1] += dydt[0] * t;
    }

    @At({"[3]; 2; [3]", "[0]; 2; [0]"})
    @Differentiable
    static void ownOutputThatIsRead(double[] x, double s, @Output double[] y) {
        Suppliers.scaledBy(x, s, y);
    }

    /** What the array holds before is read, and constant. */
    @At({"[3]; 2", "[1]; -1"})
    @Differentiable(order = 2)
    static double filledBefore(double[] x, double s) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = i + 0.5;
        }
        Suppliers.scaledBy(x, s, y);
        return y[0] * y[y.length - 1];
    }

    @At({"[2]; 0.1; 0", "[2]; 0.1; 1", "[2]; 0.1; 2", "[2]; 0.1; 5"})
    @Differentiable
    static double[] euler(double[] start, double h, int n) {
        double[] y = start.clone();
        for (int step = 0; step < n; step++) {
            double[] k = new double[y.length];
            Suppliers.pendulum(step * h + 1, y, k);
            for (int i = 0; i < y.length; i++) {
                y[i] += h * k[i];
            }
        }
        return y;
    }

    /** Arrays that take turns. */
    @At({"[2]; 0.1; 0", "[2]; 0.1; 1", "[2]; 0.1; 2", "[2]; 0.1; 5"})
    @Differentiable(order = 2)
    static double carried(double[] start, double h, int n) {
        double[] y = start;
        for (int step = 0; step < n; step++) {
            double[] next = new double[2];
            Suppliers.pendulum(h + y[0], y, next);
            y = next;
        }
        return y[0] * y[1];
    }

    @At({"[2]; 0.1; 10", "[2]; 0.1; -1"})
    @Differentiable(order = 2)
    static double inWhile(double[] start, double h, double limit) {
        double[] y = start;
        double sum = 0;
        int n = 0;
        while (sum * sum < limit && n++ < 4) {
            double[] next = new double[2];
            Suppliers.scaledBy(y, h, next);
            sum += next[0] + next[1] * h;
            y = next;
        }
        return sum;
    }

    @At({"[2]; 2; true", "[2]; 2; false"})
    @Differentiable(order = 2)
    static double chosen(double[] x, double s, boolean which) {
        double[] a = new double[2];
        double[] b = new double[2];
        Suppliers.scaledBy(x, s, which ? a : b);
        double[] source = which ? a : x.clone();
        double[] c = new double[2];
        Suppliers.scaledBy(source, s, c);
        return a[0] + 2 * b[1] + c[0] * c[1];
    }

    @At({"[2]; 2; true", "[2]; 2; false"})
    @Differentiable(order = 2)
    static double inBranch(double[] x, double s, boolean which) {
        double[] y = new double[2];
        if (which) {
            Suppliers.scaledBy(x, s, y);
        } else {
            y[0] = x[1] * s;
        }
        return y[0] * y[1] + y[0];
    }

    @At({"[2]; 3"})
    @Differentiable(order = 2)
    static double both(double[] x, double s) {
        double[] up = new double[2];
        double[] down = new double[3];
        Suppliers.two(x, s, up, down);
        return up[0] * down[0] + down[2] * up[1] + down[1];
    }

    /** Only one of the outputs matters, and one is read by nobody. */
    @At({"[2]; 3"})
    @Differentiable(order = 2)
    static double one(double[] x, double s) {
        double[] up = new double[2];
        Suppliers.two(x, s, up, new double[3]);
        return up[0] * s;
    }

    @At({"[2, 3]; 2", "{[1], [0], [2]}; -1"})
    @Differentiable(order = 2)
    static double matrices(double[][] a, double s) {
        double[][] b = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            b[i] = new double[a[i].length];
        }
        Suppliers.matrix(a, s, b);
        double[][] c = new double[a.length][3];
        Suppliers.matrix(b, s, c);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += c[i][j] * b[i][j] * (i + 1);
            }
        }
        return sum;
    }

    @At({"[2, 3]; 2; [2, 3]"})
    @Differentiable
    static void ownMatrix(double[][] a, double s, @Output double[][] b) {
        Suppliers.matrix(a, s * s, b);
        b[0][0] += b[1][2];
    }

    @At({"[2, 2]; 2"})
    @Differentiable(order = 2)
    static double rows(double[][] a, double s) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double[] k = new double[2];
            Suppliers.pendulum(s, a[i], k);
            sum += k[0] * k[1] + Library.norm(a[i], s, i);
        }
        return sum;
    }

    /** A row that changes, by another name, after it was passed. */
    @At({"[2, 2]; 2"})
    @Differentiable(order = 2)
    static double rowsThatChange(double[][] a, double s) {
        double[][] b = new double[2][];
        b[0] = a[0].clone();
        b[1] = b[0];
        double sum = Suppliers.energy(b, s) + Library.norm(b[0], s, 1);
        b[1][0] = sum * a[1][0];
        sum += Suppliers.energy(b, s) * Library.norm(b[0], s, 1);
        b[0] = a[1].clone();
        return sum * Suppliers.energy(b, s);
    }

    @At({"[2]; 2; 0", "[2]; 2; 1", "[2]; 2; 3"})
    @Differentiable(order = 2)
    static double rowWritten(double[] x, double s, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[][] a = new double[2][2];
            a[0][0] = 0.5;
            Suppliers.scaledBy(x, s * i, a[1]);
            sum += a[1][0] * a[1][1] + a[0][0];
        }
        return sum;
    }

    @At({"[3]; 2", "[1]; 2"})
    @Differentiable(order = 2)
    static double matrixResult(double[] x, double s) {
        double[][] a = Suppliers.outer(x, s);
        double first = Suppliers.energy(a, s) + a[0][0];
        return first * Suppliers.energy(Suppliers.outer(x, first), s);
    }

    @At({"[3]; 2", "[1]; 2"})
    @Differentiable
    static double[][] matrixPassedOn(double[] x, double s) {
        return Suppliers.outer(x, s * x[0]);
    }

    @At({"[2]; 2; 0", "[2]; 2; 1", "[2]; 2; 3"})
    @Differentiable(order = 2)
    static double matrixInLoop(double[] x, double s, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[][] a = Suppliers.outer(x, s * i + sum);
            a[1][0] *= x[0];
            sum += Suppliers.energy(a, s) * 0.01;
        }
        return sum;
    }

    @At({"[2, 2]; 2"})
    @Differentiable(order = 2)
    static double secondOrder(double[][] a, double s) {
        return Suppliers.energy(a, s) * Suppliers.energy(a, a[0][1]);
    }

    @At(value = "1.5; {0.5, 2}; 2", single = true)
    @Differentiable
    static double floats(float x, float[] w, double s) {
        float first = Suppliers.weight(x, w, s);
        return first * Suppliers.weight(first, w, s * x);
    }

    @At(value = "{0.5, 2}; 2", single = true)
    @Differentiable
    static double floatArrays(float[] x, double s) {
        float[] y = Suppliers.floats(x, s);
        float[] z = new float[2];
        Suppliers.single(y, (float) s, z);
        return z[0] * z[1] + y[0];
    }

    @At({"[3]; {2, 0, 1}"})
    @Differentiable(order = 2)
    static double constants(double[] x, long[] order) {
        return Suppliers.constants(x, order, (byte) 3, new boolean[] {true, false, true}, 'a') * x[0];
    }

    @At({"[2]; 2"})
    @Differentiable
    static double constantMatrix(double[] x, double s) {
        double[][] q = {{1, 2}, {3, s}};
        return Suppliers.quadratic(x, new double[][] {{1, 2}, {3, 4}}) + q[0][1] * s;
    }

    @At({"2; 3"})
    @Differentiable(order = 2)
    static double variableNumber(double x, double y) {
        return Suppliers.any(x, y, x * y, 1) + Suppliers.any(y) + Suppliers.any(x, new double[] {y});
    }

    @At({"2; 3; 0", "2; 3; 1", "2; 3; 4"})
    @Differentiable(order = 2)
    static double withExceptions(double x, double y, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (i > 10) {
                throw new IllegalStateException("too many");
            }
            sum += Suppliers.root(x * i + 1, y) * x;
        }
        return sum;
    }

    @At({"[2]; 2; 0", "[2]; 2; 1", "[2]; 2; 3"})
    @Differentiable
    static double[] exceptionsAndOutputs(double[] x, double s, int n) {
        double[] sum = new double[2];
        for (int i = 0; i < n; i++) {
            double[] y = new double[2];
            Suppliers.scaledBy(x, s * i, y);
            if (y[0] > 1e9) {
                throw new IllegalStateException("too large");
            }
            sum[0] += y[0] * y[1];
            sum[1] += Suppliers.root(y[1] * y[1] + 1, s);
        }
        return sum;
    }

    /** The classical method of Runge and Kutta, with its buffers made once. */
    @At({"[2]; 0.1; 0", "[2]; 0.1; 1", "[2]; 0.1; 2", "[2]; 0.1; 5"})
    @Differentiable
    static double[] rungeKutta(double[] start, double h, int n) {
        double[] y = start.clone();
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        double[] stage = new double[2];
        double t = 0;
        for (int step = 0; step < n; step++) {
            Suppliers.pendulum(t, y, k1);
            for (int i = 0; i < 2; i++) stage[i] = y[i] + h / 2 * k1[i];
            Suppliers.pendulum(t + h / 2, stage, k2);
            for (int i = 0; i < 2; i++) stage[i] = y[i] + h / 2 * k2[i];
            Suppliers.pendulum(t + h / 2, stage, k3);
            for (int i = 0; i < 2; i++) stage[i] = y[i] + h * k3[i];
            Suppliers.pendulum(t + h, stage, k4);
            for (int i = 0; i < 2; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            t += h;
        }
        return y;
    }

    /** Results of earlier steps are read by the method that writes. */
    @At({"[2]; 0.3; 0", "[2]; 0.3; 1", "[2]; 0.3; 2", "[2]; 0.3; 4"})
    @Differentiable(order = 2)
    static double accumulated(double[] x, double s, int n) {
        double[] y = x.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double before = y[0];
            Suppliers.scaledBy(x, s + i, y);
            sum += before * y[0] + y[1];
            y[1] *= x[0];
        }
        return sum * y[1];
    }

    /** Of the output nothing but an element is written; the others stay what they were. */
    @At({"[2]; 0.3", "[2]; -2"})
    @Differentiable(order = 2)
    static double partlyWritten(double[] x, double s) {
        double[] up = {x[0] * s, s};
        double[] down = {x[1], x[0] * x[1], s * s};
        Suppliers.two(x, s, up, down);
        double first = up[0] * down[0] + down[1] * s;
        Suppliers.two(up, first, x.clone(), down);
        return first * down[1] * down[2];
    }

    @At({"[2]; 0.5; 3", "[2]; 0.5; 0.001", "[2]; 0.5; -1"})
    @Differentiable(order = 2)
    static double reusedInWhile(double[] x, double s, double limit) {
        double[] y = {s, s * x[0]};
        double sum = 0;
        int n = 0;
        while (sum < limit && n++ < 5) {
            Suppliers.scaledBy(x, s, y);
            if (n % 2 == 0) {
                Suppliers.scaledBy(x, sum, y);
            }
            sum += y[0] * y[0] + y[1] * y[1];
        }
        return sum * y[1];
    }

    @At({"[2]; 2; true", "[2]; 2; false"})
    @Differentiable(order = 2)
    static double chosenAgain(double[] x, double s, boolean which) {
        double[] a = x.clone();
        double[] b = {s, x[1]};
        for (int i = 0; i < 3; i++) {
            Suppliers.scaledBy(x, s, which ? a : b);
            double[] t = a;
            a = b;
            b = t;
        }
        return a[0] * b[1] + a[1] * b[0];
    }

    @At({"[2, 2]; 0.5"})
    @Differentiable(order = 2)
    static double matrixReused(double[][] a, double s) {
        double[][] b = new double[2][2];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            Suppliers.matrix(a, s * i, b);
            sum += b[0][1] * b[1][0];
            Suppliers.pendulum(sum, a[0], b[1]);
            sum += b[1][0] * b[0][0] + b[1][1];
        }
        return sum;
    }

    @At(value = "{0.5, 2}; 1.5", single = true)
    @Differentiable
    static double floatsReused(float[] x, float s) {
        float[] y = new float[2];
        Suppliers.single(x, s, y);
        float[] z = y.clone();
        Suppliers.single(y, s, z);
        Suppliers.single(z, y[0], y);
        return y[0] * y[1] + z[1];
    }

    /** What the caller's own output holds is constant there; what a call has left in it is not. */
    @At({"[3]; 2; [3]", "[1]; 2; [1]"})
    @Differentiable
    static void ownOutputTwice(double[] x, double s, @Output double[] y) {
        Suppliers.scaledBy(x, s, y);
        Suppliers.scaledBy(x, y[0], y);
    }

    /** Nobody uses the result: what may be thrown is all that counts. */
    @At(value = {"0.5; 2", "0.5; 0.25"}, fails = {"-0.5; 1", "2; -1"})
    @Differentiable(order = 2)
    static double checkedElsewhere(double x, double y) {
        Suppliers.root(x, 1);
        if (y < 1) {
            Suppliers.root(y, x);
        }
        return x * x * y;
    }

    @At(value = {"[2]; 0", "[2]; 2"}, fails = {"{1, -3}; 2"})
    @Differentiable
    static double[] checkedInLoop(double[] x, int n) {
        double[] y = new double[x.length];
        for (int i = 0; i < n; i++) {
            Suppliers.root(x[i], i);
            y[i] = x[i] * x[i];
        }
        return y;
    }

    /** Neither adjoint is the other's buffer. */
    @At({"[2]; 2"})
    @Differentiable(order = 2)
    static double rowTwice(double[] x, double s) {
        double[][] rows = {x, x};
        return Suppliers.energy(rows, s) * x[0];
    }

    @At({"[2, 3]; 2; 1", "[2, 3]; 2; 0"})
    @Differentiable(order = 2)
    static double rowReplaced(double[][] a, double s, int from) {
        double[][] rows = {a[0], a[1]};
        rows[0] = rows[from];
        return Suppliers.energy(rows, s) * a[0][0] + Suppliers.outer(rows[1], s)[1][0];
    }
}
