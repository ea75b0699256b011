package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Arrays that loops hand on from one iteration to the next, and such as look like it. */
final class HandedOn {

    private HandedOn() {}

    @At({"[5]; 0", "[5]; 1", "[5]; 2", "[5]; 6", "[1]; 3"})
    @Differentiable(order = 2)
    static double diffusion(double[] start, int steps) {
        int n = start.length;
        double[] u = start.clone();
        for (int t = 0; t < steps; t++) {
            double[] next = new double[n];
            next[0] = u[0];
            for (int i = 1; i < n - 1; i++) {
                next[i] = u[i] + 0.1 * (u[i + 1] - 2 * u[i] + u[i - 1]) * u[i];
            }
            next[n - 1] = u[n - 1];
            u = next;
        }
        double sum = 0;
        for (double each : u) {
            sum += each * each * each;
        }
        return sum;
    }

    /** The middle of the new array stays zero. */
    @At({"[5]; 0", "[5]; 1", "[5]; 2", "[5]; 5", "[2]; 3"})
    @Differentiable(order = 2)
    static double partlyWritten(double[] x, int steps) {
        int n = x.length;
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = Math.sin(x[i]);
        }
        for (int t = 0; t < steps; t++) {
            double[] next = new double[n];
            next[t % n] = u[n - 1] * x[0];
            for (int i = n - 1; i > 1; i--) {
                next[i] += u[i - 1] * u[i];
            }
            u = next;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (i + 1) * u[i] * u[i];
        }
        return sum;
    }

    @At({"[4]; 0", "[4]; 1", "[4]; 2", "[4]; 7"})
    @Differentiable(order = 2)
    static double wave(double[] start, int steps) {
        int n = start.length;
        double[] last = start.clone();
        double[] current = new double[n];
        for (int i = 0; i < n; i++) {
            current[i] = start[i] * start[n - 1 - i];
        }
        for (int t = 0; t < steps; t++) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                double left = current[(i + n - 1) % n];
                double right = current[(i + 1) % n];
                next[i] = 2 * current[i] - last[i] + 0.2 * (left - 2 * current[i] + right) * current[i];
            }
            last = current;
            current = next;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += current[i] * last[i] + start[i];
        }
        return sum;
    }

    @At({"[4]; 0", "[4]; 1", "[4]; 2", "[4]; 5"})
    @Differentiable(order = 2)
    static double taking(double[] x, int steps) {
        double[] a = x.clone();
        double[] b = new double[x.length];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < a.length; i++) {
                b[i] = a[i] * a[(i + 1) % a.length] + 0.5 * b[i];
            }
            double[] other = a;
            a = b;
            b = other;
        }
        return a[0] * b[1] + a[2];
    }

    @At({"[3]; 0", "[3]; 1", "[3]; 4"})
    @Differentiable(order = 2)
    static double[] fromTheParameter(double[] x, int steps) {
        double[] u = x;
        for (int t = 0; t < steps; t++) {
            double[] next = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                next[i] = u[i] * u[x.length - 1 - i] + x[0];
            }
            u = next;
        }
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = u[i] * x[i];
        }
        return y;
    }

    @At({"[3]; 0", "[3]; 1", "[3]; 4"})
    @Differentiable(order = 2)
    static double[] returned(double[] x, int steps) {
        double[] u = x.clone();
        for (int t = 0; t < steps; t++) {
            double[] next = u.clone();
            next[t % 3] *= u[(t + 1) % 3];
            u = next;
        }
        return u;
    }

    @At({"[2]; 0", "[2]; 1", "[2]; 3"})
    @Differentiable(order = 2)
    static double longerEachTime(double[] x, int steps) {
        double[] u = {x[0], x[1]};
        for (int t = 0; t < steps; t++) {
            double[] next = new double[u.length + 1];
            for (int i = 0; i < u.length; i++) {
                next[i] += u[i] * x[0];
                next[i + 1] += u[i] * x[1];
            }
            u = next;
        }
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] / (i + 1);
        }
        return sum;
    }

    /** Before the first iteration the array is written to, in each iteration once more, and after the last. */
    @At({"[3]; 0", "[3]; 1", "[3]; 4"})
    @Differentiable(order = 2)
    static double writtenWhenTaken(double[] x, int steps) {
        double[] u = x.clone();
        u[1] *= u[0];
        for (int t = 0; t < steps; t++) {
            u[0] = u[0] * u[2] - u[1];
            double[] next = new double[3];
            next[0] = u[1];
            next[1] = u[0] * u[0];
            next[2] = 0.5 * u[2];
            next[0] *= next[1];
            u = next;
        }
        u[2] += u[0];
        return u[0] * u[1] * u[2];
    }

    /** What the loop was handed is read after it. */
    @At({"[3]; 0", "[3]; 1", "[3]; 4"})
    @Differentiable(order = 2)
    static double readAfterwards(double[] x, int steps) {
        double[] first = new double[3];
        for (int i = 0; i < 3; i++) {
            first[i] = Math.exp(0.3 * x[i]);
        }
        double[] u = first;
        for (int t = 0; t < steps; t++) {
            u[1] *= u[0];
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                next[i] = u[i] * u[(i + 1) % 3];
            }
            u = next;
        }
        return first[1] * u[0] + u[2];
    }

    /** Both names begin with the same array. */
    @At({"[3]; 0", "[3]; 1", "[3]; 2", "[3]; 4"})
    @Differentiable(order = 2)
    static double sameAtFirst(double[] x, int steps) {
        double[] last = x.clone();
        double[] current = last;
        for (int t = 0; t < steps; t++) {
            last[0] *= current[1];
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                next[i] = current[i] * last[i];
            }
            last = current;
            current = next;
        }
        return current[0] * last[0] + current[2] * last[1];
    }

    /** Not every iteration hands on a new array. */
    @At({"[3]; 0", "[3]; 1", "[3]; 5"})
    @Differentiable(order = 2)
    static double nowAndThen(double[] x, int steps) {
        double[] u = x.clone();
        for (int t = 0; t < steps; t++) {
            if (t % 2 == 0) {
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                    next[i] = u[i] * u[(i + 1) % 3];
                }
                u = next;
            } else {
                u[0] += u[1] * x[2];
            }
        }
        return u[0] * u[1] + u[2];
    }

    /** All states are kept. */
    @At({"[3]; 0", "[3]; 1", "[3]; 3"})
    @Differentiable(order = 2)
    static double history(double[] x, int steps) {
        double[][] all = new double[steps + 1][];
        double[] u = x.clone();
        all[0] = u;
        for (int t = 0; t < steps; t++) {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                next[i] = u[i] * u[(i + 1) % 3];
            }
            all[t + 1] = next;
            u = next;
        }
        double sum = 0;
        for (double[] each : all) {
            sum += each[0] * each[1];
        }
        return sum + u[2];
    }

    @At({"[3]; 0; 2", "[3]; 1; 1", "[3]; 2; 3", "[3]; 3; 0"})
    @Differentiable(order = 2)
    static double loopsInLoops(double[] x, int outer, int inner) {
        double[] u = x.clone();
        for (int s = 0; s < outer; s++) {
            double[] v = new double[3];
            for (int i = 0; i < 3; i++) {
                v[i] = 0.5 * u[i];
            }
            for (int t = 0; t < inner; t++) {
                double[] next = new double[3];
                for (int i = 0; i < 3; i++) {
                    next[i] = v[i] * x[i] + u[(i + 1) % 3] * v[0];
                }
                v = next;
            }
            u = v;
        }
        return u[0] * u[1] + u[2];
    }

    /** One loop after the other. */
    @At({"[3]; 0; 2", "[3]; 1; 1", "[3]; 2; 0"})
    @Differentiable(order = 2)
    static double oneAfterTheOther(double[] x, int first, int second) {
        double[] u = x.clone();
        for (int t = 0; t < first; t++) {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                next[i] = u[i] * u[(i + 1) % 3];
            }
            u = next;
        }
        u[1] = u[0] * u[2];
        for (int t = 0; t < second; t++) {
            double[] next = new double[3];
            for (int i = 2; i >= 0; i--) {
                next[i] = u[i] + u[2 - i] * x[0];
            }
            u = next;
        }
        return u[0] * u[1] + u[2];
    }

    @At({"[3]; 0.1", "[3]; 10"})
    @Differentiable(order = 2)
    static double untilSmall(double[] x, double limit) {
        int n = x.length;
        double[] u = x.clone();
        int rounds = 0;
        while (u[0] * u[0] > limit || rounds < 2) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                next[i] = 0.5 * u[i] * Math.cos(u[(i + 1) % n]);
            }
            u = next;
            rounds++;
        }
        return u[0] + u[1] * u[2];
    }

    @At({"[3]; 0.1", "[3]; 10"})
    @Differentiable(order = 2)
    static double leavesInBetween(double[] x, double limit) {
        double[] u = x.clone();
        for (int t = 0; t < 6; t++) {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                next[i] = 0.5 * u[i] * Math.cos(u[(i + 1) % 3]);
            }
            if (next[0] < limit) {
                break;
            }
            u = next;
        }
        return u[0] + u[1] * u[2];
    }

    @At({"[2]; 0", "[2]; 1", "[2]; 3"})
    @Differentiable(order = 2)
    static double byHelpers(double[] x, int steps) {
        double[] u = x.clone();
        for (int t = 0; t < steps; t++) {
            u = turned(u, 0.1 * x[0]);
        }
        return u[0] * u[1];
    }

    private static double[] turned(double[] u, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new double[] {c * u[0] - s * u[1], s * u[0] + c * u[1]};
    }

    @At({"[2]; 0", "[2]; 1", "[2]; 3"})
    @Differentiable(order = 2)
    static double byRecursion(double[] x, int steps) {
        double[] u = x.clone();
        for (int t = 0; t < steps; t++) {
            u = deeper(u, t);
        }
        return u[0] * u[1];
    }

    private static double[] deeper(double[] u, int depth) {
        double[] next = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            next[i] = Math.sin(u[i]) * u[0];
        }
        return depth > 0 ? deeper(next, depth - 1) : next;
    }

    /** Written by a call, and read by it. */
    @At({"[2]; 0", "[2]; 1", "[2]; 3"})
    @Differentiable(order = 2)
    static double filledByCalls(double[] x, int steps) {
        double[] u = x.clone();
        for (int t = 0; t < steps; t++) {
            double[] next = new double[2];
            fill(u, next, t);
            u = next;
        }
        return u[0] * u[1];
    }

    private static void fill(double[] u, double[] next, int depth) {
        next[0] += u[0] * u[1];
        next[1] += u[1] * u[1];
        if (depth > 0) {
            fill(u, next, depth - 1);
        }
    }

    /** The adjoints of single precision are in double precision. */
    @At(value = {"0.5; 0", "0.5; 1", "0.5; 3"}, single = true)
    @Differentiable
    static double singlePrecision(float x, int steps) {
        float[] u = {x, 2 * x};
        for (int t = 0; t < steps; t++) {
            float[] next = new float[2];
            next[0] = u[1] * u[0];
            next[1] = u[0] + 0.5f * u[1];
            u = next;
        }
        return u[0] * u[1];
    }

    /** Arrays that do not vary take turns as well. */
    @At({"[3]; 0", "[3]; 1", "[3]; 4"})
    @Differentiable(order = 2)
    static double weights(double[] x, int steps) {
        int[] row = {1, 0, 0};
        double[] w = {1, 0.5, 0.25};
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            int[] next = new int[3];
            next[0] = 1;
            for (int i = 1; i < 3; i++) {
                next[i] = row[i] + row[i - 1];
            }
            row = next;
            double[] v = new double[3];
            for (int i = 0; i < 2; i++) {
                v[i] = w[i + 1] * 0.5;
            }
            w = v;
            for (int i = 0; i < 3; i++) {
                sum += row[i] * x[i] * x[i] * (w[i] + 1);
            }
        }
        return sum;
    }
}
