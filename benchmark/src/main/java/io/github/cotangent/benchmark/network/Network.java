package io.github.cotangent.benchmark.network;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** A network with one hidden layer and one output. */
final class Network {

    private Network() {}

    /**
     * The output of the network.
     *
     * @param hidden for each hidden unit the weights of the inputs, then the bias
     * @param output the weights of the hidden units, then the bias
     */
    @Differentiable(workspace = true)
    static double output(double[][] hidden, double[] output, @Constant double[] inputs) {
        double sum = output[hidden.length];
        for (int unit = 0; unit < hidden.length; unit++) {
            double[] weights = hidden[unit];
            double activation = weights[inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                activation += weights[i] * inputs[i];
            }
            sum += output[unit] * Math.tanh(activation);
        }
        return sigmoid(sum);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
