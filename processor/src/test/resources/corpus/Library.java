package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Methods for those of another file to call. */
final class Library {

    private Library() {}

    @At({"0.5; 2"})
    @Differentiable(order = 2)
    static double wave(double x1, double x2) {
        return x1 * x2 + Math.sin(x1);
    }

    @At({"{0.5, 2}; 3; 1"})
    @Differentiable(order = 2)
    static double norm(double[] x, double s, int shift) {
        double sum = shift;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] * s;
        }
        return Math.sqrt(sum) * x[0];
    }

    @At({"{0.5, 2}; {1, 3}"})
    @Differentiable(order = 2)
    static double product(double[] a, double[] b) {
        return Math.exp(a[0] * b[1]) + a[1] * b[0];
    }

    @At({"{0.5, 2}; 3"})
    @Differentiable(order = 2)
    static double[] scaled(double[] x, double s) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * s * s + i;
        }
        return y;
    }

    @At({"2; 3"})
    @Differentiable(order = 2)
    static double withConstant(double x, @Constant double y) {
        return x * x * y;
    }

    @At({"2; 3; 0.5"})
    @Differentiable(order = 2)
    static double clashing(double value, double seed, double valueBar) {
        return value * seed * seed * valueBar;
    }

    @At({"2"})
    @Differentiable(order = 2, name = "single")
    static double overloaded(double x) {
        return x * x;
    }

    @At({"2; 3"})
    @Differentiable(order = 2, name = "both")
    static double overloaded(double x, double y) {
        return x * y * y;
    }

    @At({"1.5; 0", "1.5; 2"})
    @Differentiable
    static double back(double x, int n) {
        return n == 0 ? Math.sin(x) : Elsewhere.there(x, n - 1) * x;
    }

    @At(value = "1.5; 2", single = true)
    @Differentiable
    static double ofFloat(float x, double y) {
        return x * y * y;
    }

    static final class Nested {
        @At({"2"})
        @Differentiable
        static double square(double x) {
            return x * x;
        }
    }

    interface Shape {
        @At({"2; 3"})
        @Differentiable
        static double area(double x, double y) {
            return x * x * y;
        }
    }

    enum Kind {
        ONE;

        @At({"2"})
        @Differentiable
        static double weight(double x) {
            return Math.exp(x);
        }
    }

    record Pair(double a, double b) {
        @At({"2; 3"})
        @Differentiable
        static double product(double a, double b) {
            return a * b * b;
        }
    }
}
