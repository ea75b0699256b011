package io.github.cotangent.benchmark.gmm;

import io.github.cotangent.benchmark.problem.Algebra;

final class GmmFormula<T> {

    private final Algebra<T> algebra;
    private final T[] alphas;
    private final T[] means;
    private final T[] factors;
    private final int k;
    private final int d;
    private final int size;

    GmmFormula(Algebra<T> algebra, T[] alphas, T[] means, T[] factors) {
        this.algebra = algebra;
        this.alphas = alphas;
        this.means = means;
        this.factors = factors;
        this.k = alphas.length;
        this.d = means.length / k;
        this.size = d * (d + 1) / 2;
    }

    T logPosterior(double[] points, double gamma, int m) {
        int n = points.length / d;
        T[] logDeterminants = algebra.array(k);
        T[] diagonals = algebra.array(k * d);
        for (int c = 0; c < k; c++) {
            logDeterminants[c] = algebra.constant(0);
            for (int j = 0; j < d; j++) {
                logDeterminants[c] = algebra.add(logDeterminants[c], factors[c * size + j]);
                diagonals[c * d + j] = algebra.exp(factors[c * size + j]);
            }
        }
        T[] terms = algebra.array(k);
        T sum = algebra.constant(0);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                T square = square(points, i * d, diagonals, c);
                T weight = algebra.add(alphas[c], logDeterminants[c]);
                terms[c] = algebra.subtract(weight, algebra.multiply(square, 0.5));
            }
            sum = algebra.add(sum, algebra.logSumExp(terms));
        }
        T normaliser = algebra.add(algebra.logSumExp(alphas), 0.5 * d * Math.log(2 * Math.PI));
        T likelihood = algebra.subtract(sum, algebra.multiply(normaliser, n));
        return algebra.add(likelihood, logWishart(logDeterminants, diagonals, gamma, m));
    }

    private T square(double[] points, int point, T[] diagonals, int c) {
        T[] centred = algebra.array(d);
        T[] scaled = algebra.array(d);
        for (int j = 0; j < d; j++) {
            centred[j] = algebra.subtract(points[point + j], means[c * d + j]);
            scaled[j] = algebra.multiply(diagonals[c * d + j], centred[j]);
        }
        int at = c * size + d;
        for (int j = 0; j < d; j++) {
            for (int l = j + 1; l < d; l++) {
                scaled[l] = algebra.add(scaled[l], algebra.multiply(factors[at], centred[j]));
                at++;
            }
        }
        T square = algebra.constant(0);
        for (T element : scaled) {
            square = algebra.add(square, algebra.square(element));
        }
        return square;
    }

    private T logWishart(T[] logDeterminants, T[] diagonals, double gamma, int m) {
        T sum = algebra.constant(0);
        for (int c = 0; c < k; c++) {
            T frobenius = algebra.constant(0);
            for (int j = 0; j < d; j++) {
                frobenius = algebra.add(frobenius, algebra.square(diagonals[c * d + j]));
            }
            for (int j = d; j < size; j++) {
                frobenius = algebra.add(frobenius, algebra.square(factors[c * size + j]));
            }
            T penalty = algebra.multiply(logDeterminants[c], m);
            sum = algebra.add(sum, algebra.subtract(algebra.multiply(frobenius, 0.5 * gamma * gamma), penalty));
        }
        int freedom = d + m + 1;
        double normaliser = freedom * d * (Math.log(gamma) - 0.5 * Math.log(2)) - Gmm.logMultivariateGamma(freedom, d);
        return algebra.add(sum, -k * normaliser);
    }
}
