package io.github.cotangent.benchmark.gmm;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

final class GmmWithHipparchus {

    private GmmWithHipparchus() {}

    static Gradient logPosterior(
            Gradient[] alphas, Gradient[] means, Gradient[] factors, double[] points, double gamma, int m) {
        int k = alphas.length;
        int d = means.length / k;
        int n = points.length / d;
        int size = d * (d + 1) / 2;
        Gradient zero = alphas[0].newInstance(0);
        Gradient[] logDeterminants = new Gradient[k];
        Gradient[] diagonals = new Gradient[k * d];
        for (int c = 0; c < k; c++) {
            logDeterminants[c] = zero;
            for (int j = 0; j < d; j++) {
                logDeterminants[c] = logDeterminants[c].add(factors[c * size + j]);
                diagonals[c * d + j] = factors[c * size + j].exp();
            }
        }
        Gradient[] centred = new Gradient[d];
        Gradient[] scaled = new Gradient[d];
        Gradient[] terms = new Gradient[k];
        Gradient sum = zero;
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d; j++) {
                    centred[j] = means[c * d + j].negate().add(points[i * d + j]);
                    scaled[j] = diagonals[c * d + j].multiply(centred[j]);
                }
                int at = c * size + d;
                for (int j = 0; j < d; j++) {
                    for (int l = j + 1; l < d; l++) {
                        scaled[l] = scaled[l].add(factors[at].multiply(centred[j]));
                        at++;
                    }
                }
                Gradient square = zero;
                for (Gradient element : scaled) {
                    square = square.add(element.square());
                }
                terms[c] = alphas[c].add(logDeterminants[c]).subtract(square.multiply(0.5));
            }
            sum = sum.add(logSumExp(terms));
        }
        Gradient normaliser = logSumExp(alphas).add(0.5 * d * Math.log(2 * Math.PI));
        Gradient prior = logWishart(logDeterminants, diagonals, factors, gamma, m);
        return sum.subtract(normaliser.multiply(n)).add(prior);
    }

    private static Gradient logSumExp(Gradient[] x) {
        double max = Arrays.stream(x).mapToDouble(Gradient::getReal).max().orElseThrow();
        Gradient sum = x[0].newInstance(0);
        for (Gradient element : x) {
            sum = sum.add(element.subtract(max).exp());
        }
        return sum.log().add(max);
    }

    private static Gradient logWishart(
            Gradient[] logDeterminants, Gradient[] diagonals, Gradient[] factors, double gamma, int m) {
        int k = logDeterminants.length;
        int d = diagonals.length / k;
        int size = factors.length / k;
        Gradient sum = factors[0].newInstance(0);
        for (int c = 0; c < k; c++) {
            Gradient frobenius = factors[0].newInstance(0);
            for (int j = 0; j < d; j++) {
                frobenius = frobenius.add(diagonals[c * d + j].square());
            }
            for (int j = d; j < size; j++) {
                frobenius = frobenius.add(factors[c * size + j].square());
            }
            sum = sum.add(frobenius.multiply(0.5 * gamma * gamma)).subtract(logDeterminants[c].multiply(m));
        }
        int freedom = d + m + 1;
        double normaliser = freedom * d * (Math.log(gamma) - 0.5 * Math.log(2)) - Gmm.logMultivariateGamma(freedom, d);
        return sum.subtract(k * normaliser);
    }
}
