package io.github.cotangent.benchmark.cholesky;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.Formula;
import io.github.cotangent.benchmark.problem.GradientProblem;

/**
 * The logarithm of the determinant of a positive definite matrix by its elements, of which those above the diagonal do not
 * count.
 *
 * @param dimension the number of rows
 */
public record CholeskyProblem(int dimension) implements GradientProblem<double[][]>, Formula {

    @Override
    public double[][] point() {
        double[][] a = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                a[i][j] = Math.exp(-0.1 * Math.abs(i - j)) + (i == j ? 0.5 : 0);
            }
        }
        return a;
    }

    @Override
    public double[][] numbers(double[][] a) {
        return a;
    }

    @Override
    public double value(double[][] x) {
        return Cholesky.logDeterminant(x);
    }

    @Override
    public double byHand(double[][] x, double[][] gradient) {
        return CholeskyByHand.gradient(x, gradient);
    }

    @Override
    public double generated(double[][] x, double[][] gradient) {
        return CholeskyDerivatives.logDeterminantVjp(x, 1, gradient);
    }

    @Override
    public double generated(double[][] x, double[][] gradient, Workspace workspace) {
        return CholeskyDerivatives.logDeterminantVjp(x, 1, gradient, workspace);
    }

    @Override
    public Dual jvpByHand(double[][] x, double[][] direction) {
        return CholeskyByHand.jvp(x, direction);
    }

    @Override
    public Dual jvpGenerated(double[][] x, double[][] direction) {
        return CholeskyDerivatives.logDeterminantJvp(x, direction);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        int n = dimension;
        T[] l = algebra.array(n * n);
        T sum = algebra.constant(0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                T element = x[i * n + j];
                for (int k = 0; k < j; k++) {
                    element = algebra.subtract(element, algebra.multiply(l[i * n + k], l[j * n + k]));
                }
                l[i * n + j] = i == j ? algebra.sqrt(element) : algebra.divide(element, l[j * n + j]);
            }
            sum = algebra.add(sum, algebra.log(l[i * n + i]));
        }
        return algebra.multiply(sum, 2);
    }
}
