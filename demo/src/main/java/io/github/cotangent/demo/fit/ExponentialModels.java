package io.github.cotangent.demo.fit;

import static java.lang.Math.exp;
import static java.lang.Math.pow;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/**
 * NIST's models of the exponential class.
 *
 * <p>Each takes the parameters {@code b} and one array per predictor, and returns the predicted response at every
 * observation. Only {@code b} is fitted, so the predictors are {@link Constant constants}.
 */
final class ExponentialModels {

    private ExponentialModels() {}

    /** Misra1a, BoxBOD: {@code y = b1 (1 - exp(-b2 x))}. */
    @Differentiable
    static double[] saturation(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * (1 - exp(-b[1] * x[i]));
        }
        return y;
    }

    /** Chwirut1, Chwirut2: {@code y = exp(-b1 x) / (b2 + b3 x)}. */
    @Differentiable
    static double[] chwirut(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = exp(-b[0] * x[i]) / (b[1] + b[2] * x[i]);
        }
        return y;
    }

    /** Lanczos1, Lanczos2, Lanczos3: {@code y = b1 exp(-b2 x) + b3 exp(-b4 x) + b5 exp(-b6 x)}. */
    @Differentiable
    static double[] lanczos(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < b.length; k += 2) {
                y[i] += b[k] * exp(-b[k + 1] * x[i]);
            }
        }
        return y;
    }

    /** Gauss1, Gauss2, Gauss3: {@code y = b1 exp(-b2 x) + b3 exp(-(x - b4)² / b5²) + b6 exp(-(x - b7)² / b8²)}. */
    @Differentiable
    static double[] gauss(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double decay = b[0] * exp(-b[1] * x[i]);
            y[i] = decay + b[2] * bell(x[i], b[3], b[4]) + b[5] * bell(x[i], b[6], b[7]);
        }
        return y;
    }

    private static double bell(double x, double centre, double width) {
        double z = (x - centre) / width;
        return exp(-z * z);
    }

    /** Nelson: {@code log(y) = b1 - b2 x1 exp(-b3 x2)}; this is the right-hand side. */
    @Differentiable
    static double[] nelson(double[] b, @Constant double[] time, @Constant double[] temperature) {
        double[] logY = new double[time.length];
        for (int i = 0; i < logY.length; i++) {
            logY[i] = b[0] - b[1] * time[i] * exp(-b[2] * temperature[i]);
        }
        return logY;
    }

    /** MGH17: {@code y = b1 + b2 exp(-b4 x) + b3 exp(-b5 x)}. */
    @Differentiable
    static double[] mgh17(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] + b[1] * exp(-b[3] * x[i]) + b[2] * exp(-b[4] * x[i]);
        }
        return y;
    }

    /** MGH10: {@code y = b1 exp(b2 / (x + b3))}. */
    @Differentiable
    static double[] mgh10(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * exp(b[1] / (x[i] + b[2]));
        }
        return y;
    }

    /** Rat42: {@code y = b1 / (1 + exp(b2 - b3 x))}. */
    @Differentiable
    static double[] rat42(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] / (1 + exp(b[1] - b[2] * x[i]));
        }
        return y;
    }

    /** Rat43: {@code y = b1 / (1 + exp(b2 - b3 x))^(1 / b4)}. */
    @Differentiable
    static double[] rat43(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] / pow(1 + exp(b[1] - b[2] * x[i]), 1 / b[3]);
        }
        return y;
    }

    /** Eckerle4: {@code y = b1 / b2 exp(-((x - b3) / b2)² / 2)}. */
    @Differentiable
    static double[] eckerle4(double[] b, @Constant double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double z = (x[i] - b[2]) / b[1];
            y[i] = b[0] / b[1] * exp(-0.5 * z * z);
        }
        return y;
    }
}
