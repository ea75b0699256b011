package io.github.cotangent.benchmark.cholesky;

import io.github.cotangent.Differentiable;

/** The factorisation A = L·Lᵀ of a positive definite matrix (A.-L. Cholesky, published 1924). */
final class Cholesky {

    private Cholesky() {}

    /**
     * The logarithm of the determinant.
     *
     * @param a the matrix by rows, of which the lower triangle is read
     */
    @Differentiable(workspace = true)
    static double logDeterminant(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double element = a[i][j];
                for (int k = 0; k < j; k++) {
                    element -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = Math.sqrt(element);
                    sum += Math.log(l[i][i]);
                } else {
                    l[i][j] = element / l[j][j];
                }
            }
        }
        return 2 * sum;
    }
}
