package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Arrays that go by several names: chosen, swapped, carried through loops, brought out of them. */
final class Handles {

    private Handles() {}

    @At({"[3]; [3]; true", "[3]; [3]; false"})
    @Differentiable(order = 2)
    static double chosen(double[] a, double[] b, boolean first) {
        double[] p = a.clone();
        double[] q = b.clone();
        double[] c = first ? p : q;
        c[1] = c[0] * p[2];
        return Math.sin(p[1]) * q[1] + c[2] * c[2];
    }

    @At({"[2]; [4]; true", "[2]; [4]; false"})
    @Differentiable(order = 2)
    static double parametersChosen(double[] a, double[] b, boolean first) {
        double[] c = first ? a : b;
        double sum = 0;
        for (double each : c) {
            sum += each * each * a[0];
        }
        return sum;
    }

    @At({"0.5; 2", "0.5; -2"})
    @Differentiable
    static double assignedInABranch(double x, double y) {
        double[] a = {x, y};
        if (y > 0) {
            a = new double[] {x * y, x, y};
            a[1] *= a[2];
        }
        a[0] *= a[1];
        return a[0] + a.length;
    }

    @At({"0.5; 3", "0.5; -3"})
    @Differentiable
    static double declaredBefore(double x, int n) {
        double[] a;
        if (n > 0) {
            a = new double[n];
        } else {
            a = new double[2];
            a[1] = x;
        }
        a[0] = x * x;
        return a[0] * x + a[1];
    }

    @At({"[4]; 0", "[4]; 1", "[4]; 2", "[4]; 5", "[1]; 3"})
    @Differentiable(order = 2)
    static double pingPong(double[] x, int steps) {
        int n = x.length;
        double[] now = x.clone();
        double[] next = new double[n];
        for (int k = 0; k < steps; k++) {
            for (int i = 0; i < n; i++) {
                double left = now[(i + n - 1) % n];
                double right = now[(i + 1) % n];
                next[i] = now[i] + 0.25 * (left - 2 * now[i] + right) - 0.1 * now[i] * now[i] * now[i];
            }
            double[] t = now;
            now = next;
            next = t;
        }
        double energy = 0;
        for (double each : now) {
            energy += each * each;
        }
        return energy;
    }

    @At({"[4]; 0", "[4]; 1", "[4]; 3"})
    @Differentiable
    static double[] newArrayEachStep(double[] x, int steps) {
        double[] state = x.clone();
        for (int k = 0; k < steps; k++) {
            double[] next = new double[state.length];
            for (int i = 0; i < state.length; i++) {
                next[i] = Math.sin(state[i]) * state[state.length - 1 - i];
            }
            state = next;
        }
        return state;
    }

    @At({"[3]; 0", "[3]; 1", "[3]; 2", "[3]; 4"})
    @Differentiable
    static double growing(double[] x, int n) {
        double[] list = new double[1];
        int size = 0;
        for (int k = 0; k < n; k++) {
            if (size == list.length) {
                double[] longer = new double[2 * list.length];
                for (int i = 0; i < size; i++) {
                    longer[i] = list[i];
                }
                list = longer;
            }
            list[size] = x[k % x.length] * (k + 1);
            size++;
        }
        double product = 1;
        for (int i = 0; i < size; i++) {
            product *= list[i];
        }
        return product;
    }

    @At({"[3]; 0.9", "[3]; 0.1", "[3]; 100"})
    @Differentiable
    static double[] returnedFromALoop(double[] x, double limit) {
        double[] y = x.clone();
        for (int i = 0; i < x.length; i++) {
            double[] z = {y[i] * y[i], limit};
            if (y[i] * x[0] > limit) {
                return z;
            }
            y[i] = Math.exp(-x[i]);
        }
        return y;
    }

    @At({"[4]; 0.5", "[4]; 20"})
    @Differentiable
    static double leavesByBreak(double[] x, double limit) {
        double[] best = x.clone();
        double[] other = new double[x.length];
        int rounds = 0;
        while (true) {
            double sum = 0;
            for (int i = 0; i < best.length; i++) {
                other[i] = best[i] * 1.5;
                sum += other[i];
            }
            double[] t = best;
            best = other;
            other = t;
            if (sum > limit || ++rounds > 50) {
                break;
            }
        }
        return best[0] * best[best.length - 1];
    }

    @At({"[3]; 1", "[3]; 2", "[3]; 0"})
    @Differentiable
    static double[] bySwitch(double[] x, int kind) {
        double[] y = x.clone();
        double[] z = {x[0] * x[1]};
        double[] chosen = switch (kind) {
            case 0 -> y;
            case 1 -> z;
            default -> {
                double[] w = {x[0], y[1], z[0]};
                yield w;
            }
        };
        chosen[0] *= z[0];
        return chosen;
    }

    @At({"[2]; true", "[2]; false"})
    @Differentiable
    static double fromHelpers(double[] x, boolean copy) {
        double[] a = either(x, copy);
        double[] b = either(a, !copy);
        scale(a, x[0]);
        scale(b, x[1]);
        return a[0] * b[1] + b[0];
    }

    private static double[] either(double[] a, boolean copy) {
        if (copy) {
            return a.clone();
        }
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * a[i];
        }
        return b;
    }

    private static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    @At({"0.5; 2"})
    @Differentiable
    static double swappedWithItself(double x, double y) {
        double[] a = {x, y};
        double[] t = a;
        a = t;
        t[0] *= a[1];
        a[0] *= t[0];
        return a == t && a != new double[2] ? a[0] + t[1] : x;
    }

    @At({"0.75; 3", "0.75; 0"})
    @SuppressWarnings("lossy-conversions")
    @Differentiable
    static double elementsOfEveryType(double x, int n) {
        float[] floats = {(float) n, 0.5f};
        long[] longs = new long[2];
        boolean[] flags = new boolean[n + 1];
        byte[] bytes = {1, 2};
        short[] shorts = {3};
        char[] chars = {'a', 'b'};
        longs[1] = n;
        bytes[0] += 300;
        shorts[0]--;
        chars[1]++;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            flags[i] = i % 2 == 0;
            if (flags[i]) {
                sum += Math.pow(x, i) * bytes[0] + shorts[0] * longs[1] + chars[1];
            }
        }
        return sum * floats[0] + floats[1];
    }

    @At(value = {"0.75; 0", "0.75; 1", "0.75; 4"}, single = true)
    @Differentiable
    static double singlePrecision(double x, int n) {
        float[] a = new float[n + 1];
        a[0] = (float) x;
        for (int i = 0; i < n; i++) {
            a[i + 1] = a[i] * a[i] + 0.5f;
        }
        return a[n];
    }

    @At({"[4]; 1; 3", "[4]; 0; 0"})
    @Differentiable
    static double permuted(double[] x, int i, int j) {
        int[] p = {0, 1, 2, 3};
        int[] q = p;
        int t = p[i];
        q[i] = p[j];
        q[j] = t;
        return x[p[0]] * x[p[1]] + x[p[2]];
    }
}
