package io.github.cotangent.demo.fit;

import static java.lang.Math.PI;
import static java.lang.Math.atan;
import static java.lang.Math.cos;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** NIST's models of the miscellaneous class, laid out as {@link ExponentialModels} are. */
final class MiscellaneousModels {

    private MiscellaneousModels() {}

    /** Misra1b: {@code y = b1 (1 - (1 + b2 x / 2)^-2)}. */
    @Differentiable
    static double[] misra1b(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double t = 1 + b[1] * x[i] / 2;
            y[i] = b[0] * (1 - 1 / (t * t));
        }
        return y;
    }

    /** Misra1c: {@code y = b1 (1 - (1 + 2 b2 x)^(-1/2))}. */
    @Differentiable
    static double[] misra1c(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * (1 - 1 / sqrt(1 + 2 * b[1] * x[i]));
        }
        return y;
    }

    /** Misra1d: {@code y = b1 b2 x / (1 + b2 x)}. */
    @Differentiable
    static double[] misra1d(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * b[1] * x[i] / (1 + b[1] * x[i]);
        }
        return y;
    }

    /** DanWood: {@code y = b1 x^b2}. */
    @Differentiable
    static double[] danWood(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * pow(x[i], b[1]);
        }
        return y;
    }

    /** Roszman1: {@code y = b1 - b2 x - atan(b3 / (x - b4)) / π}. */
    @Differentiable
    static double[] roszman1(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] - b[1] * x[i] - atan(b[2] / (x[i] - b[3])) / PI;
        }
        return y;
    }

    /** ENSO: a mean and three cycles, the first of 12 months, the others of {@code b4} and {@code b7} months. */
    @Differentiable
    static double[] enso(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double month = 2 * PI * x[i];
            y[i] = b[0]
                    + cycle(month / 12, b[1], b[2])
                    + cycle(month / b[3], b[4], b[5])
                    + cycle(month / b[6], b[7], b[8]);
        }
        return y;
    }

    private static double cycle(double phase, double cosine, double sine) {
        return cosine * cos(phase) + sine * sin(phase);
    }

    /** Bennett5: {@code y = b1 (b2 + x)^(-1 / b3)}. */
    @Differentiable
    static double[] bennett5(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * pow(b[1] + x[i], -1 / b[2]);
        }
        return y;
    }
}
