package io.github.cotangent.benchmark.lstm;

import io.github.cotangent.Dual;

/** The tangent of the network beside its value, from character to character. */
final class LstmTangent {

    private final double[] main;
    private final double[] mainDot;
    private final double[] state;
    private final double[] stateDot;
    private final double[] signal;
    private final double[] signalDot;
    private final int b;

    private LstmTangent(double[] main, double[] mainDot, double[] initial, int b) {
        this.main = main;
        this.mainDot = mainDot;
        this.state = initial.clone();
        this.stateDot = new double[initial.length];
        this.signal = new double[b];
        this.signalDot = new double[b];
        this.b = b;
    }

    static Dual jvp(
            double[] main, double[] extra, double[] initial, double[] characters, double[] mainDot, double[] extraDot) {
        return new LstmTangent(main, mainDot, initial, extra.length / 3).loss(extra, extraDot, characters);
    }

    private Dual loss(double[] extra, double[] extraDot, double[] characters) {
        int layers = main.length / (8 * b);
        int steps = characters.length / b - 1;
        double total = 0;
        double totalDot = 0;
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < b; i++) {
                double bit = characters[t * b + i];
                signal[i] = bit * extra[i];
                signalDot[i] = bit * extraDot[i];
            }
            for (int layer = 0; layer < layers; layer++) {
                step(layer);
            }
            double sum = 2;
            double sumDot = 0;
            for (int i = 0; i < b; i++) {
                double output = signal[i] * extra[b + i] + extra[2 * b + i];
                double outputDot = signalDot[i] * extra[b + i] + signal[i] * extraDot[b + i] + extraDot[2 * b + i];
                double exponential = Math.exp(output);
                sum += exponential;
                sumDot += exponential * outputDot;
                signal[i] = output;
                signalDot[i] = outputDot;
            }
            double normaliser = Math.log(sum);
            double normaliserDot = sumDot / sum;
            for (int i = 0; i < b; i++) {
                double bit = characters[(t + 1) * b + i];
                total += bit * (signal[i] - normaliser);
                totalDot += bit * (signalDot[i] - normaliserDot);
            }
        }
        return new Dual(-total / (steps * b), -totalDot / (steps * b));
    }

    private void step(int layer) {
        int weights = 8 * b * layer;
        int biases = weights + 4 * b;
        int hidden = 2 * b * layer;
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            double entering = signal[i];
            double enteringDot = signalDot[i];
            double before = state[hidden + i];
            double beforeDot = stateDot[hidden + i];
            double forget = Lstm.sigmoid(entering * main[weights + i] + main[biases + i]);
            double in = Lstm.sigmoid(before * main[weights + b + i] + main[biases + b + i]);
            double out = Lstm.sigmoid(entering * main[weights + 2 * b + i] + main[biases + 2 * b + i]);
            double change = Math.tanh(before * main[weights + 3 * b + i] + main[biases + 3 * b + i]);
            double forgetDot = forget
                    * (1 - forget)
                    * (enteringDot * main[weights + i] + entering * mainDot[weights + i] + mainDot[biases + i]);
            double inDot = in
                    * (1 - in)
                    * (beforeDot * main[weights + b + i] + before * mainDot[weights + b + i] + mainDot[biases + b + i]);
            double outDot = out
                    * (1 - out)
                    * (enteringDot * main[weights + 2 * b + i]
                            + entering * mainDot[weights + 2 * b + i]
                            + mainDot[biases + 2 * b + i]);
            double changeDot = (1 - change * change)
                    * (beforeDot * main[weights + 3 * b + i]
                            + before * mainDot[weights + 3 * b + i]
                            + mainDot[biases + 3 * b + i]);
            double content = state[cell + i] * forget + in * change;
            double contentDot =
                    stateDot[cell + i] * forget + state[cell + i] * forgetDot + inDot * change + in * changeDot;
            double squashed = Math.tanh(content);
            double leaving = out * squashed;
            double leavingDot = outDot * squashed + out * ((1 - squashed * squashed) * contentDot);
            state[cell + i] = content;
            stateDot[cell + i] = contentDot;
            state[hidden + i] = leaving;
            stateDot[hidden + i] = leavingDot;
            signal[i] = leaving;
            signalDot[i] = leavingDot;
        }
    }
}
