package io.github.cotangent.benchmark.gmm;

import java.util.Arrays;

/**
 * The gradient of the mixture as a generator at its best could write it: value and adjoints in one loop over the points, no
 * algebra that the objective does not have.
 */
final class GmmByHand {

    private GmmByHand() {}

    static double gradient(
            double[] alphas,
            double[] means,
            double[] factors,
            double[] points,
            double gamma,
            int m,
            double[] alphasBar,
            double[] meansBar,
            double[] factorsBar) {
        int k = alphas.length;
        int d = means.length / k;
        int n = points.length / d;
        int size = d * (d + 1) / 2;
        double[] logDeterminants = new double[k];
        double[] diagonals = new double[k * d];
        for (int c = 0; c < k; c++) {
            double logDeterminant = 0;
            for (int j = 0; j < d; j++) {
                logDeterminant += factors[c * size + j];
                diagonals[c * d + j] = Math.exp(factors[c * size + j]);
            }
            logDeterminants[c] = logDeterminant;
        }

        Arrays.fill(alphasBar, 0);
        Arrays.fill(meansBar, 0);
        Arrays.fill(factorsBar, 0);
        double[] diagonalsBar = new double[k * d];
        double[] centred = new double[k * d];
        double[] scaled = new double[k * d];
        double[] terms = new double[k];
        double[] weights = new double[k];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                double square = transform(points, i * d, means, diagonals, factors, c, d, centred, scaled);
                terms[c] = alphas[c] + logDeterminants[c] - 0.5 * square;
            }
            sum += logSumExp(terms, weights);
            for (int c = 0; c < k; c++) {
                alphasBar[c] += weights[c];
                transformBar(weights[c], diagonals, factors, c, d, centred, scaled, meansBar, diagonalsBar, factorsBar);
            }
        }

        double logSumOfWeights = logSumExp(alphas, weights);
        double square = gamma * gamma;
        for (int c = 0; c < k; c++) {
            // Every term holds the weight and the determinant alike: they share their adjoint so far.
            double logDeterminantBar = alphasBar[c] - m;
            alphasBar[c] -= n * weights[c];
            for (int j = 0; j < d; j++) {
                double diagonal = diagonals[c * d + j];
                factorsBar[c * size + j] = logDeterminantBar + (diagonalsBar[c * d + j] + square * diagonal) * diagonal;
            }
            for (int j = c * size + d; j < (c + 1) * size; j++) {
                factorsBar[j] += square * factors[j];
            }
        }
        return sum
                - n * (0.5 * d * Math.log(2 * Math.PI) + logSumOfWeights)
                + Gmm.logWishart(logDeterminants, diagonals, factors, gamma, m);
    }

    /** Returns ‖Q·(x - mean)‖² and keeps both vectors. */
    private static double transform(
            double[] points,
            int point,
            double[] means,
            double[] diagonals,
            double[] factors,
            int c,
            int d,
            double[] centred,
            double[] scaled) {
        int row = c * d;
        for (int j = 0; j < d; j++) {
            double difference = points[point + j] - means[row + j];
            centred[row + j] = difference;
            scaled[row + j] = diagonals[row + j] * difference;
        }
        double square = 0;
        int at = c * (d * (d + 1) / 2) + d;
        for (int j = 0; j < d; j++) {
            double difference = centred[row + j];
            double element = scaled[row + j];
            square += element * element;
            for (int l = j + 1; l < d; l++, at++) {
                scaled[row + l] += factors[at] * difference;
            }
        }
        return square;
    }

    private static void transformBar(
            double weight,
            double[] diagonals,
            double[] factors,
            int c,
            int d,
            double[] centred,
            double[] scaled,
            double[] meansBar,
            double[] diagonalsBar,
            double[] factorsBar) {
        int row = c * d;
        int at = c * (d * (d + 1) / 2) + d;
        for (int j = 0; j < d; j++) {
            double difference = centred[row + j];
            double scaledBar = -weight * scaled[row + j];
            diagonalsBar[row + j] += scaledBar * difference;
            double weighted = weight * difference;
            double sum = 0;
            for (int l = j + 1; l < d; l++, at++) {
                double element = scaled[row + l];
                factorsBar[at] -= weighted * element;
                sum += factors[at] * element;
            }
            meansBar[row + j] += weight * sum - diagonals[row + j] * scaledBar;
        }
    }

    /** Returns the logarithm of the sum of the exponentials, and in {@code weights} its partial derivatives. */
    private static double logSumExp(double[] x, double[] weights) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double exponential = Math.exp(x[i] - max);
            weights[i] = exponential;
            sum += exponential;
        }
        double scale = 1 / sum;
        for (int i = 0; i < x.length; i++) {
            weights[i] *= scale;
        }
        return max + Math.log(sum);
    }
}
