package io.github.cotangent.benchmark.cholesky;

import io.github.cotangent.Dual;
import java.util.Arrays;

/** The factorisation run backwards (S. P. Smith, 1995); the adjoints of the factor become those of the matrix in place. */
final class CholeskyByHand {

    private CholeskyByHand() {}

    static double gradient(double[][] a, double[][] aBar) {
        int n = a.length;
        double[][] l = new double[n][];
        double[] inverses = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] matrix = a[i];
            double[] row = new double[i + 1];
            l[i] = row;
            for (int j = 0; j < i; j++) {
                double[] other = l[j];
                double element = matrix[j];
                for (int k = 0; k < j; k++) {
                    element -= row[k] * other[k];
                }
                row[j] = element * inverses[j];
            }
            double square = matrix[i];
            for (int k = 0; k < i; k++) {
                square -= row[k] * row[k];
            }
            double diagonal = Math.sqrt(square);
            row[i] = diagonal;
            inverses[i] = 1 / diagonal;
            sum += Math.log(diagonal);
        }

        for (double[] rowBar : aBar) {
            Arrays.fill(rowBar, 0);
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = l[i];
            double[] rowBar = aBar[i];
            double inverse = inverses[i];
            double squareBar = 0.5 * inverse * (rowBar[i] + 2 * inverse);
            rowBar[i] = squareBar;
            double twice = 2 * squareBar;
            for (int k = 0; k < i; k++) {
                rowBar[k] -= twice * row[k];
            }
            for (int j = i - 1; j >= 0; j--) {
                double[] other = l[j];
                double[] otherBar = aBar[j];
                double elementBar = rowBar[j] * inverses[j];
                rowBar[j] = elementBar;
                otherBar[j] -= elementBar * row[j];
                for (int k = 0; k < j; k++) {
                    rowBar[k] -= elementBar * other[k];
                    otherBar[k] -= elementBar * row[k];
                }
            }
        }
        return 2 * sum;
    }

    static Dual jvp(double[][] a, double[][] aDot) {
        int n = a.length;
        double[][] l = new double[n][];
        double[][] lDot = new double[n][];
        double[] inverses = new double[n];
        double sum = 0;
        double sumDot = 0;
        for (int i = 0; i < n; i++) {
            double[] matrix = a[i];
            double[] matrixDot = aDot[i];
            double[] row = new double[i + 1];
            double[] rowDot = new double[i + 1];
            l[i] = row;
            lDot[i] = rowDot;
            for (int j = 0; j < i; j++) {
                double[] other = l[j];
                double[] otherDot = lDot[j];
                double element = matrix[j];
                double elementDot = matrixDot[j];
                for (int k = 0; k < j; k++) {
                    element -= row[k] * other[k];
                    elementDot -= rowDot[k] * other[k] + row[k] * otherDot[k];
                }
                double inverse = inverses[j];
                double quotient = element * inverse;
                row[j] = quotient;
                rowDot[j] = (elementDot - quotient * otherDot[j]) * inverse;
            }
            double square = matrix[i];
            double squareDot = matrixDot[i];
            for (int k = 0; k < i; k++) {
                square -= row[k] * row[k];
                squareDot -= 2 * row[k] * rowDot[k];
            }
            double diagonal = Math.sqrt(square);
            double inverse = 1 / diagonal;
            double diagonalDot = 0.5 * squareDot * inverse;
            row[i] = diagonal;
            rowDot[i] = diagonalDot;
            inverses[i] = inverse;
            sum += Math.log(diagonal);
            sumDot += diagonalDot * inverse;
        }
        return new Dual(2 * sum, 2 * sumDot);
    }
}
