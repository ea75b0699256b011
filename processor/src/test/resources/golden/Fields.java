package golden;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;

final class Fields {

    private Fields() {}

    @Differentiable
    static double[] squares(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
        return y;
    }

    @Differentiable
    static double[] polar(double radius, double angle) {
        double[] y = new double[2];
        y[0] = radius * Math.cos(angle);
        y[1] = radius * Math.sin(angle);
        return y;
    }

    @Differentiable
    static double[] affine(double[] x, double slope, double[] offset, @Constant double seed) {
        double[] value = offset.clone();
        for (int i = 0; i < value.length; i++) {
            value[i] += slope * x[i] * seed;
        }
        return value;
    }

    @Differentiable
    static void pendulum(@Constant double t, double[] y, @Output double[] dydt) {
        dydt[0] = y[1];
        dydt[1] = Math.sin(t) - Math.sin(y[0]);
    }
}
