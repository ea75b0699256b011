package io.github.cotangent.benchmark.network;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** A network of two inputs, three hidden units and one output: 13 weights and biases. */
final class Network {

    static final int HIDDEN = 3;

    private Network() {}

    /**
     * The output of the network.
     *
     * @param weights for each hidden unit the weights of the two inputs and the bias; then the three weights of the output,
     *     then its bias
     */
    @Differentiable
    static double output(double[] weights, @Constant double first, @Constant double second) {
        double sum = weights[4 * HIDDEN];
        for (int unit = 0; unit < HIDDEN; unit++) {
            double activation = weights[3 * unit] * first + weights[3 * unit + 1] * second + weights[3 * unit + 2];
            sum += weights[3 * HIDDEN + unit] * Math.tanh(activation);
        }
        return sigmoid(sum);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
