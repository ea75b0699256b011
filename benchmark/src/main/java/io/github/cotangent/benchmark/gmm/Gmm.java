package io.github.cotangent.benchmark.gmm;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/**
 * The logarithm of the posterior of a Gaussian mixture, as ADBench defines it (F. Srajer, Z. Kukelova and A. Fitzgibbon, "A
 * benchmark of selected algorithmic differentiation tools on some problems in computer vision and machine learning",
 * Optimization Methods and Software 33, 2018).
 */
public final class Gmm {

    private Gmm() {}

    /**
     * The logarithm of the posterior, for {@code k} components and {@code n} points of {@code d} dimensions.
     *
     * @param alphas the logarithms of the weights, not normalised; of length {@code k}
     * @param means the means, component by component; of length {@code k·d}
     * @param factors the lower triangular factors {@code Q} of the inverse covariances, component by component: the
     *     logarithms of the diagonal, then the elements below it, column by column; of length {@code k·d·(d + 1)/2}
     * @param points the points, one after the other; of length {@code n·d}
     * @param gamma the inverse scale of the Wishart prior
     * @param m the degrees of freedom of the Wishart prior beyond {@code d + 1}
     */
    @Differentiable(workspace = true)
    static double logPosterior(
            double[] alphas,
            double[] means,
            double[] factors,
            @Constant double[] points,
            @Constant double gamma,
            int m) {
        int k = alphas.length;
        int d = means.length / k;
        int n = points.length / d;
        int size = d * (d + 1) / 2;
        double[] logDeterminants = new double[k];
        double[] diagonals = new double[k * d];
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                logDeterminants[c] += factors[c * size + j];
                diagonals[c * d + j] = Math.exp(factors[c * size + j]);
            }
        }

        double[] centred = new double[d];
        double[] scaled = new double[d];
        double[] terms = new double[k];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d; j++) {
                    centred[j] = points[i * d + j] - means[c * d + j];
                    scaled[j] = diagonals[c * d + j] * centred[j];
                }
                int at = c * size + d;
                for (int j = 0; j < d; j++) {
                    for (int l = j + 1; l < d; l++) {
                        scaled[l] += factors[at] * centred[j];
                        at++;
                    }
                }
                terms[c] = alphas[c] + logDeterminants[c] - 0.5 * squaredNorm(scaled);
            }
            sum += logSumExp(terms);
        }
        return sum
                - n * (0.5 * d * Math.log(2 * Math.PI) + logSumExp(alphas))
                + logWishart(logDeterminants, diagonals, factors, gamma, m);
    }

    static double squaredNorm(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element * element;
        }
        return sum;
    }

    static double logSumExp(double[] x) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }

    static double logWishart(double[] logDeterminants, double[] diagonals, double[] factors, double gamma, int m) {
        int k = logDeterminants.length;
        int d = diagonals.length / k;
        int size = factors.length / k;
        double sum = 0;
        for (int c = 0; c < k; c++) {
            double frobenius = 0;
            for (int j = 0; j < d; j++) {
                frobenius += diagonals[c * d + j] * diagonals[c * d + j];
            }
            for (int j = d; j < size; j++) {
                frobenius += factors[c * size + j] * factors[c * size + j];
            }
            sum += 0.5 * gamma * gamma * frobenius - m * logDeterminants[c];
        }
        int freedom = d + m + 1;
        double normaliser = freedom * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logMultivariateGamma(freedom, d);
        return sum - k * normaliser;
    }

    /**
     * The logarithm of the gamma function of {@code d} dimensions at half of {@code twice}.
     *
     * @param twice an integer greater than {@code d - 1}
     * @param d the dimension
     * @return the logarithm
     */
    public static double logMultivariateGamma(int twice, int d) {
        double sum = 0.25 * d * (d - 1) * Math.log(Math.PI);
        for (int j = 0; j < d; j++) {
            sum += logGammaOfHalf(twice - j);
        }
        return sum;
    }

    /** The logarithm of the gamma function at half of {@code twice}, by Γ(x + 1) = x·Γ(x) from Γ(1) = 1 and Γ(1/2) = √π. */
    static double logGammaOfHalf(int twice) {
        double sum = twice % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        for (int i = twice - 2; i > 0; i -= 2) {
            sum += Math.log(0.5 * i);
        }
        return sum;
    }
}
