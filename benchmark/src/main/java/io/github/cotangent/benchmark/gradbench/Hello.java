package io.github.cotangent.benchmark.gradbench;

import io.github.cotangent.Differentiable;

/** The smallest eval. */
final class Hello {

    private Hello() {}

    @Differentiable
    static double square(double x) {
        return x * x;
    }
}
