package io.github.cotangent.benchmark.speelpenning;

import io.github.cotangent.Differentiable;

/** The product of all variables (B. Speelpenning, 1980). */
final class Product {

    private Product() {}

    @Differentiable(workspace = true)
    static double product(double[] x) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= x[i];
        }
        return product;
    }
}
