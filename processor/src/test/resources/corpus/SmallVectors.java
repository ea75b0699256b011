package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Short arrays, and loops of few iterations, which become variables and straight code. */
final class SmallVectors {

    private SmallVectors() {}

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Two branches that both make an array. */
    private static double[] unit(double[] a) {
        double square = dot(a, a);
        if (!(square > 0)) {
            return new double[] {1, 0, 0};
        }
        double[] unit = new double[3];
        for (int i = 0; i < 3; i++) {
            unit[i] = a[i] / Math.exp(0.5 * Math.log(square));
        }
        return unit;
    }

    @At({"1; 2; 3; 0.5", "-1; 0.25; 2; -3"})
    @Differentiable
    static double volume(double x, double y, double z, double t) {
        double[] a = unit(new double[] {x, y, z});
        double[] b = {t, Math.sin(t), 1};
        return dot(cross(a, b), unit(cross(b, a))) + dot(a, b);
    }

    @At({"0.5; 2", "-0.5; 0.25"})
    @Differentiable
    static double trips(double x, double y) {
        double[] s = {x, y, x * y};
        for (int i = 0; i < 0; i++) {
            s[i] = 0;
        }
        for (int i = 2; i < 3; i++) {
            s[i] += Math.sin(s[0]);
        }
        for (int i = 2; i > 0; i--) {
            s[i - 1] *= s[i];
        }
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < i; j++) {
                s[i] += i == 2 ? Math.tanh(s[j]) : s[j] * y;
            }
        }
        return s[0] * s[1] + s[2];
    }

    @At({"0.5; 2; 0", "0.5; -2; 1", "0.5; 0.25; 2", "-0.5; 1; 7"})
    @Differentiable
    static double oscillator(double x, double v, int steps) {
        double[] state = {x, v};
        for (int step = 0; step < steps; step++) {
            double[] slope = {state[1], -Math.sin(state[0])};
            for (int i = 0; i < 2; i++) {
                state[i] += 0.1 * slope[i];
            }
            if (state[0] > 1) {
                state[0] = 2 - state[0];
            }
        }
        return state[0] * state[1];
    }

    /** One array under two names: what is stored by one is seen by the other. */
    @At({"0.5; 2; true", "0.5; 2; false"})
    @Differentiable
    static double sameArray(double x, double y, boolean same) {
        double[] a = {x, y};
        double[] b = {y, x * x};
        double[] c = a;
        if (!same) {
            c = b;
        }
        c[0] *= 3;
        double[] d = a;
        d[1] = c[0] * y;
        return a[0] * b[0] + a[1] * b[1];
    }

    @At(
            value = {"0.5; 1"},
            fails = {"0.5; 3"})
    @Differentiable
    static double outOfBounds(double x, int n) {
        double[] a = {x, x * x};
        double[] b = {x, 2 * x};
        if (n > 2) {
            a[2] = x;
        }
        return a[1] * b[1];
    }

    @At(
            value = {"[3]; 0.5", "[5]; 0.5"},
            fails = {"[2]; 0.5", "[0]; 0.5"})
    @Differentiable
    static double firstThree(double[] x, double y) {
        double[] copy = new double[3];
        for (int i = 0; i < 3; i++) {
            copy[i] = x[i] * y;
        }
        return copy[0] * copy[1] * copy[2];
    }

    @At({"{3, 1, 2}; 0.5", "{0.1, 0.2, 5}; 2", "{9, 9, 9}; 0.5"})
    @Differentiable
    static double leftEarly(double[] x, double y) {
        double[] sums = new double[2];
        for (int i = 0; i < 3; i++) {
            sums[0] += x[i] * y;
            if (sums[0] > 1.25) {
                break;
            }
            sums[1] += Math.sin(sums[0]);
        }
        return sums[0] * y + sums[1];
    }

    @At({"{1, 2}; 0.5", "{-1, 2}; 1.5"})
    @Differentiable
    static double kinds(double[] x, double y) {
        float[] f = {0.25f, 3};
        int[] order = {1, 0};
        boolean[] isUsed = new boolean[2];
        isUsed[1] = x[0] > 0;
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            sum += isUsed[i] ? f[order[i]] * x[i] : y * x[order[i]];
        }
        return sum;
    }

    @At({"{0.2, -0.5, 1}; {1, 2, 3}; {0.5, 0.25}; [2]", "{2, 0, 1}; {1, 2, 3}; {0.5, 0.25}; [3]"})
    @Differentiable
    static void projected(double[] axis, double[] point, @Constant double[] seen, @Output double[] error) {
        double[] turned = cross(unit(axis), point);
        error[0] = turned[0] / (5 + turned[2] * turned[2]) - seen[0];
        error[1] = turned[1] / (5 + turned[2] * turned[2]) - seen[1];
    }

    /** Of the loops written out, one would load an element before the first. */
    @At(
            value = {"[3]; false"},
            fails = {"[3]; true"})
    @Differentiable
    static double beforeTheFirst(double[] a, boolean fromStart) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            if (fromStart || i > 0) {
                sum += a[i - 1] * Math.sin(a[i]);
            }
        }
        return sum;
    }
}
