package io.github.cotangent.benchmark.matvec;

import io.github.cotangent.Dual;
import java.util.Arrays;

final class MatrixVectorByHand {

    private MatrixVectorByHand() {}

    /** Row by row the value, y·x for the matrix, and Aᵀ·y for the vector. */
    static double gradient(double[][] a, double[] x, double[][] aBar, double[] xBar) {
        Arrays.fill(xBar, 0);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            double[] rowBar = aBar[i];
            double y = 0;
            for (int j = 0; j < x.length; j++) {
                y += row[j] * x[j];
            }
            sum += y * y;
            for (int j = 0; j < x.length; j++) {
                rowBar[j] = y * x[j];
                xBar[j] += y * row[j];
            }
        }
        return 0.5 * sum;
    }

    static Dual jvp(double[][] a, double[] x, double[][] aDot, double[] xDot) {
        double sum = 0;
        double sumDot = 0;
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            double[] rowDot = aDot[i];
            double y = 0;
            double yDot = 0;
            for (int j = 0; j < x.length; j++) {
                y += row[j] * x[j];
                yDot += rowDot[j] * x[j] + row[j] * xDot[j];
            }
            sum += y * y;
            sumDot += y * yDot;
        }
        return new Dual(0.5 * sum, sumDot);
    }
}
