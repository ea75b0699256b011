package p;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiation;

class Lints {
    @Differentiable
    static double unused(
            double x,
            double y, // [UnusedParameter]
            @Constant double z,
            int n,
            double[] a, // [UnusedParameter]
            double overwritten) { // [UnusedParameter]
        overwritten = x;
        double dead = y * a[0];
        return overwritten * 2;
    }

    @Differentiable
    static double used(double x, double t, double[] a) {
        return x > t ? 3 : a.length;
    }

    @Differentiable
    static double rounded(double x, @Constant double c, float f, int n) {
        double y = Math.floor(x) // [RoundedValue]
                + Math.ceil(c)
                + Math
                        .ceil(2 * x); // [RoundedValue]
        int k = (int) x; // [RoundedValue]
        k += x; // [RoundedValue]
        k += (int) c + (int) Differentiation.stopGradient(x);
        long l = Math.round(f); // [RoundedValue]
        y += Math.signum(x) * Math.rint(x * c); // [RoundedValue] [RoundedValue]
        double dead = Math.floor(x);
        return y * k * l + (int) (char) n;
    }

    @Differentiable
    static double equal(double x, @Constant double c, int n) {
        if (x == 0) { // [EqualityBranch]
            return 1;
        }
        if (x != x || Double.isNaN(x) || Double.isInfinite(x) || x == Double.POSITIVE_INFINITY) {
            return 2;
        }
        if (n > 0 && x * x != c || c == 3 || n == 2) { // [EqualityBranch]
            return x;
        }
        return (x == c ? x : c) + (x + 1 != x + 1 ? 0 : x); // [EqualityBranch]
    }

    @Differentiable
    static double sameArrays(double[] x, int n) {
        double[][] rows = new double[2][];
        rows[n] = x.clone();
        return rows[0] == null || rows[1] == rows[0] || x == null ? x[0] : rows[0][0];
    }

    @Differentiable
    static double checks(double x, double y) {
        if (x == 0) {
            throw new IllegalArgumentException();
        }
        if (x > 0 && (y == 0 || y != x)) {
            throw new IllegalArgumentException();
        }
        assert x != y;
        return x * y;
    }

    @Differentiable
    static double roots(double x, double y, @Constant double c) {
        double r = Math.sqrt(x * x + y * y); // [RootOfSquares]
        r += Math.sqrt((x - y) * (x - y) + Math.pow(y, 2) + x * x); // [RootOfSquares]
        r += Math.sqrt(x * x + 1) + Math.sqrt(x * y + y * y) + Math.sqrt(x * x) + Math.sqrt(c * c + 2 * c);
        return r + Math.hypot(x, y);
    }

    @Differentiable
    static double guardedRoots(double x, double y, double z) {
        double square = x * x + y * y;
        if (!(square > 0)) {
            return x;
        }
        double r = Math.sqrt(square) + Math.sqrt(x * x + y * y);
        if (z * z + y * y <= 0 || x > 3) {
            r += Math.sqrt(z * z + y * y); // [RootOfSquares]
        } else {
            r += Math.sqrt(z * z + y * y);
        }
        double other = x * x + z * z;
        if (other < -1) {
            throw new IllegalArgumentException();
        }
        r += Math.sqrt(other); // [RootOfSquares]
        for (int i = 0; i < 3 && r < 100; i++) {
            if (1e-12 <= other && y > x) {
                r += Math.sqrt(other);
            }
            if (other < 1 && 0 == other) { // [EqualityBranch]
                continue;
            }
            r += Math.sqrt(other); // [RootOfSquares]
            if (other != 0) {
                r += x;
            } else {
                throw new IllegalArgumentException();
            }
            r += Math.sqrt(other);
        }
        if (other >= 0) {
            r += Math.sqrt(other); // [RootOfSquares]
        }
        return r + (square == 0 ? 0 : Math.sqrt(square)) + Math.sqrt(other); // [EqualityBranch] [RootOfSquares]
    }

    @Differentiable
    static double helpers(double x, @Constant double c) {
        return step(x) + step(x * x) + step(c) + constant(c);
    }

    static double step(double v) {
        return v * Math.floor(v); // [RoundedValue]
    }

    static double constant(double v) {
        return v * Math.floor(v);
    }

    @SuppressWarnings("cotangent")
    @Differentiable
    static double silent(double x, double y) {
        return Math.floor(x) + (x == 0 ? 1 : 2);
    }

    @SuppressWarnings({"unused", "cotangent:RoundedValue"})
    @Differentiable
    static double silentOne(double x) {
        return Math.floor(x) + (x == 0 ? 1 : 2); // [EqualityBranch]
    }

    @Differentiable
    static double silentVariable(double x, @SuppressWarnings("cotangent:UnusedParameter") double y) {
        @SuppressWarnings(value = "cotangent:RoundedValue")
        double cell = Math.floor(x);
        return cell + Math.floor(x); // [RoundedValue]
    }

    @SuppressWarnings("cotangent:RootOfSquares")
    static class Inner {
        @Differentiable
        static double silentClass(double x, double y) {
            return Math.sqrt(x * x + y * y);
        }
    }
}
