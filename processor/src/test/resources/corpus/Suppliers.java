package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Methods with arrays of all kinds, for those of another file to call. */
final class Suppliers {

    private Suppliers() {}

    @At({"0.5; [2]; [2]"})
    @Differentiable(order = 2)
    static void pendulum(double t, double[] y, @Output double[] dydt) {
        dydt[0] = y[1] * t;
        dydt[1] = -Math.sin(y[0]) + 0.1 * y[1];
    }

    /** Reads what the output holds before. */
    @At({"[3]; 2; [3]"})
    @Differentiable(order = 2)
    static void scaledBy(double[] x, double s, @Output double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * s * (1 + y[i]);
        }
    }

    @At({"[2]; 2; [2]; [3]"})
    @Differentiable(order = 2)
    static void two(double[] x, double s, @Output double[] up, @Output double[] down) {
        for (int i = 0; i < x.length; i++) {
            up[i] = x[i] * s;
        }
        down[0] = up[1] * x[0];
        down[2] = s * s;
    }

    @At({"[2, 3]; 2; [2, 3]"})
    @Differentiable(order = 2)
    static void matrix(double[][] a, double s, @Output double[][] b) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                b[i][j] = a[i][j] * a[i][j] * s;
            }
        }
    }

    @At(value = "{0.5, 2}; 1.5; [2]", single = true)
    @Differentiable(order = 2)
    static void single(float[] x, float s, @Output float[] y) {
        y[0] = x[0] * s;
        y[1] = x[1] * x[0];
    }

    @At({"[3]; 2"})
    @Differentiable(order = 2)
    static double[][] outer(double[] x, double s) {
        double[][] a = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            a[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                a[i][j] = x[i] * x[j] * s;
            }
        }
        return a;
    }

    @At({"[2, 3]; 2", "{[3], [0], [1]}; -1"})
    @Differentiable(order = 2)
    static double energy(double[][] a, double s) {
        double sum = 0;
        for (double[] row : a) {
            for (double each : row) {
                sum += each * each * s;
            }
        }
        return sum;
    }

    @At(value = "1.5; {0.5, 2}; 2", single = true)
    @Differentiable
    static float weight(float x, float[] w, double s) {
        return x * w[0] * w[1] + (float) s * x;
    }

    @At(value = "{0.5, 2}; 2", single = true)
    @Differentiable(order = 2)
    static float[] floats(float[] x, double s) {
        return new float[] {x[0] * x[1], (float) (x[1] * s)};
    }

    @At({"[3]; {2, 0, 1}; 3; {true, false, true}; 97"})
    @Differentiable(order = 2)
    static double constants(double[] x, long[] order, byte scale, boolean[] used, char letter) {
        double sum = letter;
        for (int i = 0; i < order.length; i++) {
            sum += used[i] ? x[(int) order[i]] * x[i] * scale : 0;
        }
        return sum;
    }

    @At({"[2]; [2, 2]"})
    @Differentiable(order = 2)
    static double quadratic(double[] x, @Constant double[][] q) {
        return x[0] * (q[0][0] * x[0] + q[0][1] * x[1]) + x[1] * (q[1][0] * x[0] + q[1][1] * x[1]);
    }

    @At({"2; [2]"})
    @Differentiable(order = 2)
    static double any(double s, double... more) {
        double sum = s;
        for (double each : more) {
            sum += each * each * s;
        }
        return sum;
    }

    /** Refuses what it does not like. */
    @At({"2; 3"})
    @Differentiable(order = 2)
    static double root(double x, double y) {
        if (x < 0) {
            throw new IllegalArgumentException("x is " + x);
        }
        return Math.sqrt(x) * y;
    }
}
