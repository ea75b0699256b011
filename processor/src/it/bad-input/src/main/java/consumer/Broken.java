package consumer;

import io.github.cotangent.Differentiable;

/** A line with an error says where it must be reported: at the column where the quoted text begins. */
final class Broken {
    private Broken() {}

    @Differentiable
    static double twoErrors(double x) {
        double y = x * x;
        try { // error at "try"
            y += 1;
        } finally {
            y -= 1;
        }
        synchronized (Broken.class) { // error at "synchronized"
            y *= 2;
        }
        return y;
    }

    @Differentiable
    static double fine(double x) {
        return x + 1;
    }

    @Differentiable
    static double anotherError(double x) {
        if (x < 0) {
            System.out.println(x); // error at "(x)"
        }
        return x;
    }
}
