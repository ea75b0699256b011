package library;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

public final class Waves {
    private Waves() {}

    @Differentiable(order = 2)
    public static double wave(double value, double y, @Constant double c) {
        return c * value * y * y;
    }

    @Differentiable
    public static double[] pair(double[] x, double scale) {
        return new double[] {x[0] * scale, x[1] * x[1] * scale};
    }
}
