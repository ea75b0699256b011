package io.github.cotangent.demo.fit;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** NIST's models of the rational class: quotients of polynomials, laid out as {@link ExponentialModels} are. */
final class RationalModels {

    private RationalModels() {}

    /** Kirby2: {@code y = (b1 + b2 x + b3 x²) / (1 + b4 x + b5 x²)}. */
    @Differentiable
    static double[] quadraticByQuadratic(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double t = x[i];
            y[i] = (b[0] + t * (b[1] + t * b[2])) / (1 + t * (b[3] + t * b[4]));
        }
        return y;
    }

    /** Hahn1, Thurber: {@code y = (b1 + b2 x + b3 x² + b4 x³) / (1 + b5 x + b6 x² + b7 x³)}. */
    @Differentiable
    static double[] cubicByCubic(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double t = x[i];
            double numerator = b[0] + t * (b[1] + t * (b[2] + t * b[3]));
            double denominator = 1 + t * (b[4] + t * (b[5] + t * b[6]));
            y[i] = numerator / denominator;
        }
        return y;
    }

    /** MGH09: {@code y = b1 (x² + b2 x) / (x² + b3 x + b4)}. */
    @Differentiable
    static double[] mgh09(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double t = x[i];
            y[i] = b[0] * t * (t + b[1]) / (t * (t + b[2]) + b[3]);
        }
        return y;
    }
}
