package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Methods that call others of their file. */
final class Calls {

    private Calls() {}

    private static double square(double x) {
        return x * x;
    }

    private static double norm(double x, double y) {
        return Math.sqrt(square(x) + square(y));
    }

    @At({"3; 4", "0.5; -1"})
    @Differentiable
    static double helper(double x, double y) {
        return square(x) * y + square(y + x);
    }

    @At({"3; 4", "0.5; -1"})
    @Differentiable
    static double nestedHelpers(double x, double y) {
        return norm(x, norm(square(y), x)) * norm(1, y);
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 4"})
    @Differentiable
    static double helperInLoop(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = norm(y, square(x) + i);
        }
        return y;
    }

    private static double[] pair(double x, double y) {
        return new double[] {x * y, x + y};
    }

    @At({"3; 4", "0.5; -1"})
    @Differentiable
    static double arrayReturning(double x, double y) {
        double[] p = pair(x, y);
        double[] q = pair(p[0], p[1]);
        return q[0] * q[1] + pair(y, x)[0];
    }

    private static void fill(double[] target, double x, int from) {
        for (int i = from; i < target.length; i++) {
            target[i] = x * i + target[i] * target[i];
        }
    }

    @At({"0.3; 4", "-0.3; 1"})
    @Differentiable
    static double writingHelper(double x, int n) {
        double[] a = new double[n];
        a[0] = x;
        fill(a, x, 0);
        fill(a, a[0], 1);
        double sum = 0;
        for (double each : a) {
            sum += each * each;
        }
        return sum;
    }

    private static int next(int i, int n) {
        return (i * 2 + 1) % n;
    }

    private static boolean isLarge(double x, int i) {
        return x > i || i > 3;
    }

    @At({"[5]", "[2]", "[1]"})
    @Differentiable
    static double integerHelpers(double[] a) {
        double y = 1;
        int i = 0;
        for (int k = 0; k < 4; k++) {
            i = next(i, a.length);
            y = isLarge(a[i], k) ? y * a[i] : y + a[i] * a[i];
        }
        return y;
    }

    private static double leaky(double x) {
        if (x < 0) {
            return 0.01 * x;
        }
        return x;
    }

    private static double clamped(double x, double low, double high) {
        if (x < low) {
            return low;
        }
        return x > high ? high : x;
    }

    @At({"0.5; 2", "-0.5; 2", "3; -2"})
    @Differentiable
    static double earlyReturningHelper(double x, double y) {
        return leaky(x * y) + leaky(x) * clamped(x, -1, 1) + clamped(y, x - 1, x + 1) * y;
    }

    private static double series(double x, int n) {
        double term = 1;
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += term;
            term *= x / i;
        }
        return sum;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 6"})
    @Differentiable
    static double loopingHelper(double x, int n) {
        return series(x, n) * series(-x, n + 1);
    }

    @At({"0.5; 3", "1.5; -2"})
    @Differentiable
    static double annotatedHelper(double x, double y) {
        return helper(x, y) * helper(y, square(x));
    }

    private static double scaled(double x) {
        return 2 * x;
    }

    private static double scaled(int x) {
        return 100 * x;
    }

    private static double scaled(double[] x) {
        return 3 * x[0];
    }

    @At({"0.5; 3", "1.5; -2"})
    @Differentiable
    static double overloads(double x, int n) {
        double[] a = {x};
        return scaled(x) * scaled(n) + scaled(a) * x + scaled('a') * x;
    }

    private static double changed(double x, int n) {
        x = x * x;
        n += 2;
        x += n;
        return x * n;
    }

    @At({"0.5; 3", "1.5; -2"})
    @Differentiable
    static double changedParameters(double x, int n) {
        double y = changed(x, n);
        return y * x + n;
    }

    private static double[] itself(double[] a) {
        return a;
    }

    @At({"0.5; 3", "1.5; -2"})
    @Differentiable
    static double returnedArgument(double x, double y) {
        double[] a = {x, y};
        double[] b = itself(a);
        b[0] *= a[1];
        return a[0] * b[1] * a[0];
    }

    @At({"0.5", "-1.5"})
    @Differentiable
    static double nestedClass(double x) {
        return Inner.cube(x) + Calls.Inner.cube(2 * x) + Calls.square(x);
    }

    static final class Inner {

        private Inner() {}

        private static final double HALF = 0.5;

        static double cube(double x) {
            return x * x * x * HALF;
        }

        @At({"0.5", "-1.5"})
        @Differentiable
        static double inner(double x) {
            return cube(x) * square(x);
        }
    }

    private static double sum(double[] a, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }

    @At({"[4]", "[2]", "[0]"})
    @Differentiable
    static double parametersArrayPassed(double[] a) {
        return sum(a, 0, a.length) * sum(a, a.length / 2, a.length);
    }

    private static float half(float x) {
        return x / 2;
    }

    @At(
            value = {"0.5; 3", "1.5; -2"},
            single = true)
    @Differentiable
    static double floatHelper(double x, double y) {
        return half((float) (x * y)) * y;
    }

    private static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    @At({"[4]", "[2]", "[1]"})
    @Differentiable
    static double[] swapsInLoops(double[] start) {
        double[] a = start.clone();
        for (int i = 0; i < a.length / 2; i++) {
            swap(a, i, a.length - 1 - i);
            a[i] *= start[0];
        }
        return a;
    }

    @At({"0.7; 0.2", "-2; 1"})
    @Differentiable
    static double unusedCall(double x, double y) {
        square(y);
        norm(x, y);
        return x * y;
    }

    private static double average(double[] a) {
        return a.length == 0 ? 0 : sum(a, 0, a.length) / a.length;
    }

    @At({"[4]", "[1]", "[0]"})
    @Differentiable
    static double variance(double[] a) {
        double mean = average(a);
        double[] squares = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            squares[i] = square(a[i] - mean);
        }
        return average(squares);
    }
}
