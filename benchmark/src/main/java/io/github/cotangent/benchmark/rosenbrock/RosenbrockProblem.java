package io.github.cotangent.benchmark.rosenbrock;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.ArrayProblem;
import io.github.cotangent.benchmark.problem.Formula;

/**
 * The Rosenbrock function of {@code n} numbers.
 *
 * @param dimension {@code n}, at least 2
 */
public record RosenbrockProblem(int dimension) implements ArrayProblem, Formula {

    @Override
    public double[] point() {
        double[] x = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            x[i] = i % 2 == 0 ? -1.2 + 0.01 * (i % 100) : 1 - 0.005 * (i % 100);
        }
        return x;
    }

    @Override
    public double value(double[] x) {
        return Rosenbrock.valley(x);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        return RosenbrockByHand.gradient(x, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        return RosenbrockDerivatives.valleyValueAndGradient(x, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient, Workspace workspace) {
        return RosenbrockDerivatives.valleyValueAndGradient(x, gradient, workspace);
    }

    @Override
    public Dual jvpByHand(double[] x, double[] direction) {
        return RosenbrockByHand.jvp(x, direction);
    }

    @Override
    public Dual jvpGenerated(double[] x, double[] direction) {
        return RosenbrockDerivatives.valleyJvp(x, direction);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        T sum = algebra.constant(0);
        for (int i = 0; i < x.length - 1; i++) {
            T bend = algebra.subtract(x[i + 1], algebra.square(x[i]));
            T distance = algebra.subtract(1, x[i]);
            sum = algebra.add(algebra.add(sum, algebra.multiply(algebra.square(bend), 100)), algebra.square(distance));
        }
        return sum;
    }
}
