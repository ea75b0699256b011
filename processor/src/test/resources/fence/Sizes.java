package p;

import io.github.cotangent.Differentiable;

class Sizes {
    static double a(double x) {
        return f(x) + f(x) + f(x) + f(x) + f(x) + f(x) + f(x) + f(x) + f(x) + f(x) + f(x);
    }

    static double f(double x) {
        return g(x) + g(x) + g(x) + g(x) + g(x) + g(x) + g(x) + g(x) + g(x) + g(x) + g(x);
    }

    static double g(double x) {
        return h(x) + h(x) + h(x) + h(x) + h(x) + h(x) + h(x) + h(x) + h(x) + h(x) + h(x); // [InliningLimit]
    }

    static double h(double x) {
        return x * x;
    }

    @Differentiable
    static double large(double x) {
        return a(x) + a(x);
    }
}
