package io.github.cotangent.benchmark.rosenbrock;

import io.github.cotangent.benchmark.problem.Problem;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The Rosenbrock function of {@code n} numbers.
 *
 * @param dimension {@code n}, at least 2
 */
public record RosenbrockProblem(int dimension) implements Problem {

    @Override
    public double[] parameters() {
        double[] x = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            x[i] = i % 2 == 0 ? -1.2 + 0.01 * i : 1 - 0.005 * i;
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
    public Gradient hipparchus(Gradient[] x) {
        Gradient sum = x[0].newInstance(0);
        for (int i = 0; i < x.length - 1; i++) {
            Gradient bend = x[i + 1].subtract(x[i].square());
            Gradient distance = x[i].negate().add(1);
            sum = sum.add(bend.square().multiply(100)).add(distance.square());
        }
        return sum;
    }
}
