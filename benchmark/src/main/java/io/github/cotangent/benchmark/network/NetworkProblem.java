package io.github.cotangent.benchmark.network;

import static io.github.cotangent.benchmark.network.Network.HIDDEN;

import io.github.cotangent.benchmark.problem.Problem;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The output of a network by its 13 weights and biases.
 *
 * @param first the first input
 * @param second the second input
 */
public record NetworkProblem(double first, double second) implements Problem {

    @Override
    public double[] parameters() {
        return new double[] {0.4, -0.7, 0.1, -0.3, 0.9, -0.2, 0.8, 0.5, 0.3, 1.1, -0.6, 0.7, -0.4};
    }

    @Override
    public double value(double[] x) {
        return Network.output(x, first, second);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        return NetworkByHand.gradient(x, first, second, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        return NetworkDerivatives.outputValueAndGradient(x, first, second, gradient);
    }

    @Override
    public Gradient hipparchus(Gradient[] x) {
        Gradient sum = x[4 * HIDDEN];
        for (int unit = 0; unit < HIDDEN; unit++) {
            Gradient activation = x[3 * unit]
                    .multiply(first)
                    .add(x[3 * unit + 1].multiply(second))
                    .add(x[3 * unit + 2]);
            sum = sum.add(x[3 * HIDDEN + unit].multiply(activation.tanh()));
        }
        return sum.negate().exp().add(1).reciprocal();
    }
}
