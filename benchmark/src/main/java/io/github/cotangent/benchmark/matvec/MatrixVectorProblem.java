package io.github.cotangent.benchmark.matvec;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.Formula;
import io.github.cotangent.benchmark.problem.GradientProblem;
import java.util.Arrays;

/**
 * Half the squared length of the product of a square matrix and a vector, by both.
 *
 * @param dimension the length of the vector
 */
public record MatrixVectorProblem(int dimension) implements GradientProblem<MatrixVectorProblem.Arguments>, Formula {

    /**
     * The differentiable arguments.
     *
     * @param a the matrix by rows
     * @param x the vector
     */
    public record Arguments(double[][] a, double[] x) {}

    @Override
    public Arguments point() {
        double[][] a = new double[dimension][dimension];
        double[] x = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            x[i] = Math.cos(i);
            for (int j = 0; j < dimension; j++) {
                a[i][j] = Math.sin(1 + i * dimension + j);
            }
        }
        return new Arguments(a, x);
    }

    @Override
    public double[][] numbers(Arguments arguments) {
        double[][] arrays = Arrays.copyOf(arguments.a, dimension + 1);
        arrays[dimension] = arguments.x;
        return arrays;
    }

    @Override
    public double value(Arguments x) {
        return MatrixVector.halfSquare(x.a, x.x);
    }

    @Override
    public double byHand(Arguments x, Arguments gradient) {
        return MatrixVectorByHand.gradient(x.a, x.x, gradient.a, gradient.x);
    }

    @Override
    public double generated(Arguments x, Arguments gradient) {
        return MatrixVectorDerivatives.halfSquareVjp(x.a, x.x, 1, gradient.a, gradient.x);
    }

    @Override
    public double generated(Arguments x, Arguments gradient, Workspace workspace) {
        return MatrixVectorDerivatives.halfSquareVjp(x.a, x.x, 1, gradient.a, gradient.x, workspace);
    }

    @Override
    public Dual jvpByHand(Arguments x, Arguments direction) {
        return MatrixVectorByHand.jvp(x.a, x.x, direction.a, direction.x);
    }

    @Override
    public Dual jvpGenerated(Arguments x, Arguments direction) {
        return MatrixVectorDerivatives.halfSquareJvp(x.a, x.x, direction.a, direction.x);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        int n = dimension;
        T sum = algebra.constant(0);
        for (int i = 0; i < n; i++) {
            T y = algebra.constant(0);
            for (int j = 0; j < n; j++) {
                y = algebra.add(y, algebra.multiply(x[i * n + j], x[n * n + j]));
            }
            sum = algebra.add(sum, algebra.square(y));
        }
        return algebra.multiply(sum, 0.5);
    }
}
