package consumer;

import static java.lang.Math.sin;

import io.github.cotangent.Differentiable;

final class Models {
    private Models() {}

    @Differentiable
    static double wave(double x1, double x2) {
        return x1 * x2 + sin(x1);
    }
}
