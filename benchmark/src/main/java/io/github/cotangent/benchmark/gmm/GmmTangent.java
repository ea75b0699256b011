package io.github.cotangent.benchmark.gmm;

import io.github.cotangent.Dual;

/** The tangent of the mixture beside its value, from point to point: nothing is kept. */
final class GmmTangent {

    private GmmTangent() {}

    static Dual jvp(
            double[] alphas,
            double[] means,
            double[] factors,
            double[] points,
            double gamma,
            int m,
            double[] alphasDot,
            double[] meansDot,
            double[] factorsDot) {
        int k = alphas.length;
        int d = means.length / k;
        int n = points.length / d;
        int size = d * (d + 1) / 2;
        double[] logDeterminants = new double[k];
        double[] offsetsDot = new double[k];
        double[] diagonals = new double[k * d];
        double[] diagonalsDot = new double[k * d];
        double half = 0.5 * gamma * gamma;
        double priorDot = 0;
        for (int c = 0; c < k; c++) {
            double logDeterminant = 0;
            double logDeterminantDot = 0;
            double frobeniusDot = 0;
            for (int j = 0; j < d; j++) {
                double diagonal = Math.exp(factors[c * size + j]);
                double diagonalDot = diagonal * factorsDot[c * size + j];
                logDeterminant += factors[c * size + j];
                logDeterminantDot += factorsDot[c * size + j];
                diagonals[c * d + j] = diagonal;
                diagonalsDot[c * d + j] = diagonalDot;
                frobeniusDot += diagonal * diagonalDot;
            }
            for (int j = c * size + d; j < (c + 1) * size; j++) {
                frobeniusDot += factors[j] * factorsDot[j];
            }
            logDeterminants[c] = logDeterminant;
            offsetsDot[c] = alphasDot[c] + logDeterminantDot;
            priorDot += 2 * half * frobeniusDot - m * logDeterminantDot;
        }

        double[] centred = new double[d];
        double[] scaled = new double[d];
        double[] scaledDot = new double[d];
        double[] terms = new double[k];
        double[] termsDot = new double[k];
        double sum = 0;
        double sumDot = 0;
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                int row = c * d;
                for (int j = 0; j < d; j++) {
                    double difference = points[i * d + j] - means[row + j];
                    centred[j] = difference;
                    scaled[j] = diagonals[row + j] * difference;
                    scaledDot[j] = diagonalsDot[row + j] * difference - diagonals[row + j] * meansDot[row + j];
                }
                double square = 0;
                double squareDot = 0;
                int at = c * size + d;
                for (int j = 0; j < d; j++) {
                    double difference = centred[j];
                    double differenceDot = -meansDot[row + j];
                    square += scaled[j] * scaled[j];
                    squareDot += scaled[j] * scaledDot[j];
                    for (int l = j + 1; l < d; l++, at++) {
                        scaled[l] += factors[at] * difference;
                        scaledDot[l] += factorsDot[at] * difference + factors[at] * differenceDot;
                    }
                }
                terms[c] = alphas[c] + logDeterminants[c] - 0.5 * square;
                termsDot[c] = offsetsDot[c] - squareDot;
            }
            Dual logarithm = logSumExp(terms, termsDot);
            sum += logarithm.value();
            sumDot += logarithm.tangent();
        }
        Dual normaliser = logSumExp(alphas, alphasDot);
        return new Dual(
                sum
                        - n * (0.5 * d * Math.log(2 * Math.PI) + normaliser.value())
                        + Gmm.logWishart(logDeterminants, diagonals, factors, gamma, m),
                sumDot - n * normaliser.tangent() + priorDot);
    }

    private static Dual logSumExp(double[] x, double[] xDot) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        double sumDot = 0;
        for (int i = 0; i < x.length; i++) {
            double exponential = Math.exp(x[i] - max);
            sum += exponential;
            sumDot += exponential * xDot[i];
        }
        return new Dual(max + Math.log(sum), sumDot / sum);
    }
}
