package io.github.cotangent.benchmark.speelpenning;

import io.github.cotangent.Dual;

final class ProductByHand {

    private ProductByHand() {}

    /** Every component is the product of all that come before, which waits in the gradient, and of all that come after. */
    static double gradient(double[] x, double[] xBar) {
        double before = 1;
        for (int i = 0; i < x.length; i++) {
            xBar[i] = before;
            before *= x[i];
        }
        double after = 1;
        for (int i = x.length - 1; i >= 0; i--) {
            xBar[i] *= after;
            after *= x[i];
        }
        return before;
    }

    static Dual jvp(double[] x, double[] xDot) {
        double product = 1;
        double productDot = 0;
        for (int i = 0; i < x.length; i++) {
            double factor = x[i];
            productDot = productDot * factor + product * xDot[i];
            product *= factor;
        }
        return new Dual(product, productDot);
    }
}
