package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Methods that call themselves, or each other in turn, and helpers that do. */
final class Recursion {

    private Recursion() {}

    @At({"1.5; 0", "1.5; 1", "1.5; 2", "-0.7; 9"})
    @Differentiable(order = 2)
    static double recursivePower(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = recursivePower(x, n / 2);
        return n % 2 == 0 ? half * half : x * half * half;
    }

    @At({"0.5; 0.25; 0", "0.5; 0.25; 1", "0.5; 0.25; 5"})
    @Differentiable(order = 2)
    static double even(double x, double y, int n) {
        return n == 0 ? x : Math.sin(odd(x * y, y + 1, n - 1)) * y;
    }

    @At({"0.5; 0.25; 0", "0.5; 0.25; 1", "0.5; 0.25; 4"})
    @Differentiable(order = 2)
    static double odd(double x, double y, int n) {
        return n == 0 ? y * y : even(x + y, y, n - 1) * x;
    }

    private static double fraction(double x, int n) {
        return n == 0 ? x : x + 1 / fraction(x + 0.5, n - 1);
    }

    @At({"1.5; 0", "1.5; 1", "0.5; 6"})
    @Differentiable(order = 2)
    static double recursiveFraction(double x, int n) {
        return fraction(x, n) * x;
    }

    @At({"1.5; 0", "1.5; 1", "0.5; 5"})
    @Differentiable
    static double helperInLoop(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += fraction(sum + x, i);
        }
        return sum;
    }

    static double first(double x, double[] c, int n) {
        return n <= 0 ? c[0] * x : second(x * c[1], c, n - 1) + x;
    }

    private static double second(double x, double[] c, int n) {
        return first(x * x, c, n - 1) * c[n & 1];
    }

    @At({"0.5; {0.5, 2}; 0", "0.5; {0.5, 2}; 1", "0.5; {0.5, 2}; 4"})
    @Differentiable(order = 2)
    static double mutualHelpers(double x, double[] c, int n) {
        double y = x;
        if (n > 0) {
            y = first(x, c, n) * c[0];
        }
        return y * second(x, c, 0);
    }

    @At({"{1, 2, 3}; 0.5; 0", "{1, 2, 3}; -0.5; 2"})
    @Differentiable(order = 2)
    static double recursiveHorner(double[] c, double x, int i) {
        return i == c.length - 1 ? c[i] : c[i] + x * recursiveHorner(c, x, i + 1);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static boolean isSmall(double x, int n) {
        return n == 0 ? x < 3 : isSmall(x / 2, n - 1);
    }

    @At({"1.5; 12; 18", "20; 7; 3"})
    @Differentiable
    static double countedByRecursion(double x, int a, int b) {
        double y = x;
        for (int i = 0; i < gcd(a, b); i++) {
            y = isSmall(y, 2) ? y * x : Math.sqrt(y);
        }
        return y;
    }

    private static double[] step(double[] y, double h, int n) {
        double[] next = y.clone();
        for (int i = 0; i < y.length; i++) {
            next[i] += h * Math.sin(y[(i + 1) % y.length]);
        }
        if (n > 0) {
            double[] rest = step(next, h * 0.5, n - 1);
            for (int i = 0; i < y.length; i++) {
                next[i] = rest[i] * next[i];
            }
        }
        return next;
    }

    @At({"{0.5, 1, 2}; 0.1; 0", "{0.5, 1, 2}; 0.1; 1", "{0.5, 1, 2}; 0.1; 3"})
    @Differentiable
    static double[] integrated(double[] y, double h, int n) {
        double[] z = step(y, h, n);
        z[0] = z[1] * h;
        return z;
    }

    @At({"{0.5, 1, 2}; 0.1; 0", "{0.5, 1, 2}; 0.1; 1", "{0.5, 1, 2}; 0.1; 3"})
    @Differentiable
    static double stepsInLoop(double[] y, double h, int n) {
        double[] z = y.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] w = step(z, h, i);
            z[i % z.length] = w[0] * w[1];
            sum += w[2] * z[0];
        }
        return sum;
    }

    private static double value(double x) {
        return Math.exp(-x * x);
    }

    private static double simpson(double a, double b) {
        return (b - a) / 6 * (value(a) + 4 * value((a + b) / 2) + value(b));
    }

    private static double adaptive(double a, double b, double whole, double tolerance, int depth) {
        double middle = (a + b) / 2;
        double left = simpson(a, middle);
        double right = simpson(middle, b);
        double delta = left + right - whole;
        if (depth <= 0 || Math.abs(delta) <= 15 * tolerance) {
            return left + right + delta / 15;
        }
        return adaptive(a, middle, left, tolerance / 2, depth - 1)
                + adaptive(middle, b, right, tolerance / 2, depth - 1);
    }

    @At({"0; 1", "-1; 2"})
    @Differentiable(order = 2)
    static double quadrature(double a, double b) {
        return adaptive(a, b, simpson(a, b), 1e-4, 10);
    }

    @At({"100; 1.1; 0.9; 0", "100; 1.1; 0.9; 1", "100; 1.1; 0.9; 4"})
    @Differentiable
    static double binomialTree(double price, double up, double down, int n) {
        if (n == 0) {
            return Math.max(price - 95, 0);
        }
        double q = (1.01 - down) / (up - down);
        return (q * binomialTree(price * up, up, down, n - 1) + (1 - q) * binomialTree(price * down, up, down, n - 1))
                / 1.01;
    }

    @At({"2; 3; 0", "2; 3; 3"})
    @Differentiable
    static double constantInRecursion(double x, @Constant double rate, int n) {
        return n == 0 ? x * x : rate * constantInRecursion(x * rate, rate, n - 1);
    }

    @At({"2; 0", "2; 3"})
    @Differentiable(name = "named")
    static double overloaded(double x, int n) {
        return n == 0 ? x * x : x * overloaded(x, n - 1) + overloaded(x, 2.0);
    }

    private static double overloaded(double x, double y) {
        return y < 0 ? x : y * overloaded(x * x, y - 1);
    }

    @At({"{1, 2}; {3, 4}; 3"})
    @Differentiable
    static double sameArrayTwice(double[] a, double[] b, int n) {
        return twice(a, a, n) * twice(a, b, n - 1);
    }

    private static double twice(double[] p, double[] q, int n) {
        return n == 0 ? p[0] * q[1] : p[1] * q[0] + Math.sin(twice(q, p, n - 1));
    }

    /** Nobody uses the result of the helper; but it may throw. */
    @At(value = {"1.5; 0", "1.5; 3"}, fails = {"1.5; -1", "1.5; -2"})
    @Differentiable(order = 2)
    static double checkedByRecursion(double x, int n) {
        checked(x, n);
        return x * x * n;
    }

    private static double checked(double x, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n = " + n);
        }
        return n == 0 ? x : checked(x * x, n - 1);
    }
}
