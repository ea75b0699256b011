package io.github.cotangent.benchmark.lstm;

import org.hipparchus.analysis.differentiation.Gradient;

final class LstmWithHipparchus {

    private LstmWithHipparchus() {}

    static Gradient loss(Gradient[] main, Gradient[] extra, double[] initial, double[] characters) {
        int b = extra.length / 3;
        int layers = main.length / (8 * b);
        int count = characters.length / b;
        Gradient[] state = new Gradient[initial.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = main[0].newInstance(initial[i]);
        }
        Gradient[] signal = new Gradient[b];
        Gradient total = main[0].newInstance(0);
        for (int t = 0; t < count - 1; t++) {
            for (int i = 0; i < b; i++) {
                signal[i] = extra[i].multiply(characters[t * b + i]);
            }
            for (int layer = 0; layer < layers; layer++) {
                step(main, 8 * b * layer, state, 2 * b * layer, signal);
            }
            for (int i = 0; i < b; i++) {
                signal[i] = signal[i].multiply(extra[b + i]).add(extra[2 * b + i]);
            }
            Gradient normaliser = logSumExp(signal);
            for (int i = 0; i < b; i++) {
                total = total.add(signal[i].subtract(normaliser).multiply(characters[(t + 1) * b + i]));
            }
        }
        return total.negate().divide((count - 1) * b);
    }

    private static void step(Gradient[] main, int weights, Gradient[] state, int hidden, Gradient[] signal) {
        int b = signal.length;
        int biases = weights + 4 * b;
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            Gradient before = state[hidden + i];
            Gradient forget = sigmoid(signal[i].multiply(main[weights + i]).add(main[biases + i]));
            Gradient in = sigmoid(before.multiply(main[weights + b + i]).add(main[biases + b + i]));
            Gradient out = sigmoid(signal[i].multiply(main[weights + 2 * b + i]).add(main[biases + 2 * b + i]));
            Gradient change = before.multiply(main[weights + 3 * b + i])
                    .add(main[biases + 3 * b + i])
                    .tanh();
            state[cell + i] = state[cell + i].multiply(forget).add(in.multiply(change));
            state[hidden + i] = out.multiply(state[cell + i].tanh());
            signal[i] = state[hidden + i];
        }
    }

    private static Gradient sigmoid(Gradient x) {
        return x.negate().exp().add(1).reciprocal();
    }

    private static Gradient logSumExp(Gradient[] x) {
        Gradient sum = x[0].newInstance(2);
        for (Gradient element : x) {
            sum = sum.add(element.exp());
        }
        return sum.log();
    }
}
