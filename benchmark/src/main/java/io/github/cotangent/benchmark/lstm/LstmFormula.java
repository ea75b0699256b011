package io.github.cotangent.benchmark.lstm;

import io.github.cotangent.benchmark.problem.Algebra;

final class LstmFormula<T> {

    private final Algebra<T> algebra;
    private final T[] main;
    private final T[] extra;
    private final int b;

    LstmFormula(Algebra<T> algebra, T[] main, T[] extra) {
        this.algebra = algebra;
        this.main = main;
        this.extra = extra;
        this.b = extra.length / 3;
    }

    T loss(double[] initial, double[] characters) {
        int layers = main.length / (8 * b);
        int count = characters.length / b;
        T[] state = algebra.array(initial.length);
        for (int i = 0; i < state.length; i++) {
            state[i] = algebra.constant(initial[i]);
        }
        T[] signal = algebra.array(b);
        T total = algebra.constant(0);
        for (int t = 0; t < count - 1; t++) {
            for (int i = 0; i < b; i++) {
                signal[i] = algebra.multiply(extra[i], characters[t * b + i]);
            }
            for (int layer = 0; layer < layers; layer++) {
                step(8 * b * layer, state, 2 * b * layer, signal);
            }
            for (int i = 0; i < b; i++) {
                signal[i] = algebra.add(algebra.multiply(signal[i], extra[b + i]), extra[2 * b + i]);
            }
            T normaliser = logSumExp(signal);
            for (int i = 0; i < b; i++) {
                T logarithm = algebra.subtract(signal[i], normaliser);
                total = algebra.add(total, algebra.multiply(logarithm, characters[(t + 1) * b + i]));
            }
        }
        return algebra.multiply(total, -1.0 / ((count - 1) * b));
    }

    private void step(int weights, T[] state, int hidden, T[] signal) {
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            T before = state[hidden + i];
            T forget = algebra.sigmoid(gate(signal[i], weights + i));
            T in = algebra.sigmoid(gate(before, weights + b + i));
            T out = algebra.sigmoid(gate(signal[i], weights + 2 * b + i));
            T change = algebra.tanh(gate(before, weights + 3 * b + i));
            state[cell + i] = algebra.add(algebra.multiply(state[cell + i], forget), algebra.multiply(in, change));
            state[hidden + i] = algebra.multiply(out, algebra.tanh(state[cell + i]));
            signal[i] = state[hidden + i];
        }
    }

    private T gate(T input, int weight) {
        return algebra.add(algebra.multiply(input, main[weight]), main[weight + 4 * b]);
    }

    private T logSumExp(T[] x) {
        T sum = algebra.constant(2);
        for (T element : x) {
            sum = algebra.add(sum, algebra.exp(element));
        }
        return algebra.log(sum);
    }
}
