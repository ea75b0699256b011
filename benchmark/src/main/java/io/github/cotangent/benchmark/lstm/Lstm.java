package io.github.cotangent.benchmark.lstm;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/**
 * The loss of a recurrent network that predicts characters, as ADBench defines it: long short-term memory (S. Hochreiter and
 * J. Schmidhuber, 1997) with diagonal matrices, and 2 added to the sum of exponentials.
 */
public final class Lstm {

    private Lstm() {}

    /**
     * The mean loss, for characters of {@code b} bits.
     *
     * @param main layer by layer the weights of the forget, input and output gates and of the change, then their biases; of
     *     length {@code 8·b} a layer
     * @param extra the weights of the input, the weights of the output, the biases of the output; of length {@code 3·b}
     * @param initial layer by layer the hidden state, then the cell state; of length {@code 2·b} a layer
     * @param characters the bits of the characters, one character after the other
     * @return the loss
     */
    @Differentiable(workspace = true)
    public static double loss(
            double[] main, double[] extra, @Constant double[] initial, @Constant double[] characters) {
        int b = extra.length / 3;
        int layers = main.length / (8 * b);
        int count = characters.length / b;
        double[] state = initial.clone();
        double[] signal = new double[b];
        double total = 0;
        for (int t = 0; t < count - 1; t++) {
            for (int i = 0; i < b; i++) {
                signal[i] = characters[t * b + i] * extra[i];
            }
            for (int layer = 0; layer < layers; layer++) {
                step(main, 8 * b * layer, state, 2 * b * layer, signal);
            }
            for (int i = 0; i < b; i++) {
                signal[i] = signal[i] * extra[b + i] + extra[2 * b + i];
            }
            double normaliser = logSumExp(signal);
            for (int i = 0; i < b; i++) {
                total += characters[(t + 1) * b + i] * (signal[i] - normaliser);
            }
        }
        return -total / ((count - 1) * b);
    }

    /** One layer, one step in time: the signal that enters is replaced by that which leaves. */
    static void step(double[] main, int weights, double[] state, int hidden, double[] signal) {
        int b = signal.length;
        int biases = weights + 4 * b;
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            double forget = sigmoid(signal[i] * main[weights + i] + main[biases + i]);
            double in = sigmoid(state[hidden + i] * main[weights + b + i] + main[biases + b + i]);
            double out = sigmoid(signal[i] * main[weights + 2 * b + i] + main[biases + 2 * b + i]);
            double change = Math.tanh(state[hidden + i] * main[weights + 3 * b + i] + main[biases + 3 * b + i]);
            state[cell + i] = state[cell + i] * forget + in * change;
            state[hidden + i] = out * Math.tanh(state[cell + i]);
            signal[i] = state[hidden + i];
        }
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double logSumExp(double[] x) {
        double sum = 2;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i]);
        }
        return Math.log(sum);
    }
}
