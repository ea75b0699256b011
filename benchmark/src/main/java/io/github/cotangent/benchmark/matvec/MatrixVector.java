package io.github.cotangent.benchmark.matvec;

import io.github.cotangent.Differentiable;

/** The squared length of a product of a matrix and a vector. */
final class MatrixVector {

    private MatrixVector() {}

    /**
     * Half of ‖A·x‖².
     *
     * @param a the matrix by rows
     * @param x the vector
     */
    @Differentiable(workspace = true)
    static double halfSquare(double[][] a, double[] x) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double y = 0;
            for (int j = 0; j < x.length; j++) {
                y += a[i][j] * x[j];
            }
            sum += y * y;
        }
        return 0.5 * sum;
    }
}
