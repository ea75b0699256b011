package golden;

import static java.lang.Math.sin;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

public final class Models {

    private Models() {}

    @Differentiable
    static double wave(double x1, double x2) {
        return x1 * x2 + sin(x1);
    }

    @Differentiable
    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Differentiable
    static double energy(double[] x, @Constant double[] weights, int repetitions) {
        double sum = 0;
        for (int k = 0; k < repetitions; k++) {
            for (int i = 0; i < x.length; i++) {
                double term = weights[i] * x[i];
                sum += term * term;
            }
        }
        return sum;
    }

    @Differentiable
    static double newton(double a, float start) {
        double x = start;
        while (Math.abs(x * x - a) > 1e-12) {
            if (x > 10) {
                x = x / 2;
            } else {
                x = 0.5 * (x + a / x);
            }
        }
        return x;
    }
}
