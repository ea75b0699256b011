package io.github.cotangent.benchmark.logsumexp;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.ArrayProblem;
import io.github.cotangent.benchmark.problem.Formula;

/**
 * The logarithm of the sum of {@code n} exponentials.
 *
 * @param dimension {@code n}, at least 1
 */
public record LogSumExpProblem(int dimension) implements ArrayProblem, Formula {

    @Override
    public double[] point() {
        double[] x = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            x[i] = 3 * Math.sin(i);
        }
        return x;
    }

    @Override
    public double value(double[] x) {
        return LogSumExp.logSumExp(x);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        return LogSumExpByHand.gradient(x, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        return LogSumExpDerivatives.logSumExpValueAndGradient(x, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient, Workspace workspace) {
        return LogSumExpDerivatives.logSumExpValueAndGradient(x, gradient, workspace);
    }

    @Override
    public Dual jvpByHand(double[] x, double[] direction) {
        return LogSumExpByHand.jvp(x, direction);
    }

    @Override
    public Dual jvpGenerated(double[] x, double[] direction) {
        return LogSumExpDerivatives.logSumExpJvp(x, direction);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        return algebra.logSumExp(x);
    }
}
