package io.github.cotangent.benchmark.gradbench;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.benchmark.gmm.Gmm;

/**
 * The logarithm of the posterior of a Gaussian mixture. It is that of ADBench but for the prior, which ADBench adds with the
 * wrong sign.
 */
final class Mixture {

    private Mixture() {}

    /** The arguments, by the names of {@link #logPosterior}. */
    record Input(double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, double gamma, int m) {}

    /** The derivatives by the parameters. */
    record Jacobian(double[] alpha, double[][] mu, double[][] q, double[][] l) {}

    /**
     * The logarithm of the posterior, for k components and n points of d dimensions.
     *
     * @param alpha the logarithms of the weights, not normalised
     * @param mu the means, k×d
     * @param q the logarithms of the diagonals of the factors Q of the inverse covariances QᵀQ, k×d
     * @param l the elements below these diagonals, column by column, k×d(d - 1)/2
     * @param x the points, n×d
     * @param gamma the inverse scale of the Wishart prior
     * @param m the degrees of freedom of the Wishart prior beyond d + 1
     * @param logNormaliser the logarithm of the factor of this prior
     */
    @Differentiable
    static double logPosterior(
            double[] alpha,
            double[][] mu,
            double[][] q,
            double[][] l,
            @Constant double[][] x,
            @Constant double gamma,
            int m,
            @Constant double logNormaliser) {
        int k = mu.length;
        int d = mu[0].length;
        double[] logDeterminants = new double[k];
        double[][] diagonals = new double[k][d];
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                logDeterminants[c] += q[c][j];
                diagonals[c][j] = Math.exp(q[c][j]);
            }
        }

        double[] centred = new double[d];
        double[] scaled = new double[d];
        double[] terms = new double[k];
        double sum = 0;
        for (double[] point : x) {
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d; j++) {
                    centred[j] = point[j] - mu[c][j];
                    scaled[j] = diagonals[c][j] * centred[j];
                }
                int at = 0;
                for (int j = 0; j < d; j++) {
                    for (int i = j + 1; i < d; i++) {
                        scaled[i] += l[c][at] * centred[j];
                        at++;
                    }
                }
                terms[c] = alpha[c] + logDeterminants[c] - 0.5 * squaredNorm(scaled);
            }
            sum += LogSumExp.logSumExp(terms);
        }

        double logPrior = 0;
        for (int c = 0; c < k; c++) {
            logPrior += m * logDeterminants[c] - 0.5 * gamma * gamma * (squaredNorm(diagonals[c]) + squaredNorm(l[c]));
        }
        return sum
                - x.length * (0.5 * d * Math.log(2 * Math.PI) + LogSumExp.logSumExp(alpha))
                + logPrior
                + k * logNormaliser;
    }

    private static double squaredNorm(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element * element;
        }
        return sum;
    }

    static double value(Input input) {
        return logPosterior(
                input.alpha, input.mu, input.q, input.l, input.x, input.gamma, input.m, logNormaliser(input));
    }

    static Jacobian jacobian(Input input) {
        MixtureDerivatives.LogPosteriorGradient gradient = MixtureDerivatives.logPosteriorGradient(
                input.alpha, input.mu, input.q, input.l, input.x, input.gamma, input.m, logNormaliser(input));
        return new Jacobian(gradient.alpha(), gradient.mu(), gradient.q(), gradient.l());
    }

    private static double logNormaliser(Input input) {
        int d = input.mu[0].length;
        int freedom = d + input.m + 1;
        return freedom * d * (Math.log(input.gamma) - 0.5 * Math.log(2)) - Gmm.logMultivariateGamma(freedom, d);
    }
}
