package io.github.cotangent.benchmark.lstm;

import java.util.Arrays;

/** The gradient of the network: every exponential and hyperbolic tangent is kept, nothing else. */
final class LstmByHand {

    private final double[] main;
    private final double[] extra;
    private final double[] characters;
    private final double[] initial;
    private final int b;
    private final int layers;
    private final int steps;

    /** The gates and cells of all steps, layers and bits, in this order. */
    private final double[] forgets;

    private final double[] ins;
    private final double[] outs;
    private final double[] changes;
    private final double[] cells;
    private final double[] squashedCells;

    /** The softmax of the prediction of every step. */
    private final double[] predictions;

    private LstmByHand(double[] main, double[] extra, double[] initial, double[] characters) {
        this.main = main;
        this.extra = extra;
        this.characters = characters;
        this.initial = initial;
        this.b = extra.length / 3;
        this.layers = main.length / (8 * b);
        this.steps = characters.length / b - 1;
        int length = steps * layers * b;
        this.forgets = new double[length];
        this.ins = new double[length];
        this.outs = new double[length];
        this.changes = new double[length];
        this.cells = new double[length];
        this.squashedCells = new double[length];
        this.predictions = new double[steps * b];
    }

    static double gradient(
            double[] main, double[] extra, double[] initial, double[] characters, double[] mainBar, double[] extraBar) {
        LstmByHand sweep = new LstmByHand(main, extra, initial, characters);
        double loss = sweep.forward();
        sweep.reverse(mainBar, extraBar);
        return loss;
    }

    private double forward() {
        double[] state = initial.clone();
        double[] signal = new double[b];
        double total = 0;
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < b; i++) {
                signal[i] = characters[t * b + i] * extra[i];
            }
            for (int layer = 0; layer < layers; layer++) {
                step(layer, (t * layers + layer) * b, state, signal);
            }
            double sum = 2;
            for (int i = 0; i < b; i++) {
                double output = signal[i] * extra[b + i] + extra[2 * b + i];
                signal[i] = output;
                double exponential = Math.exp(output);
                predictions[t * b + i] = exponential;
                sum += exponential;
            }
            double normaliser = Math.log(sum);
            double scale = 1 / sum;
            for (int i = 0; i < b; i++) {
                total += characters[(t + 1) * b + i] * (signal[i] - normaliser);
                predictions[t * b + i] *= scale;
            }
        }
        return -total / (steps * b);
    }

    private void step(int layer, int at, double[] state, double[] signal) {
        int weights = 8 * b * layer;
        int biases = weights + 4 * b;
        int hidden = 2 * b * layer;
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            double entering = signal[i];
            double before = state[hidden + i];
            double forget = Lstm.sigmoid(entering * main[weights + i] + main[biases + i]);
            double in = Lstm.sigmoid(before * main[weights + b + i] + main[biases + b + i]);
            double out = Lstm.sigmoid(entering * main[weights + 2 * b + i] + main[biases + 2 * b + i]);
            double change = Math.tanh(before * main[weights + 3 * b + i] + main[biases + 3 * b + i]);
            double content = state[cell + i] * forget + in * change;
            double squashed = Math.tanh(content);
            forgets[at + i] = forget;
            ins[at + i] = in;
            outs[at + i] = out;
            changes[at + i] = change;
            cells[at + i] = content;
            squashedCells[at + i] = squashed;
            state[cell + i] = content;
            double leaving = out * squashed;
            state[hidden + i] = leaving;
            signal[i] = leaving;
        }
    }

    private void reverse(double[] mainBar, double[] extraBar) {
        Arrays.fill(mainBar, 0);
        Arrays.fill(extraBar, 0);
        double[] stateBar = new double[initial.length];
        double[] signalBar = new double[b];
        double totalBar = -1.0 / (steps * b);
        for (int t = steps - 1; t >= 0; t--) {
            outputBar(t, totalBar, signalBar, extraBar);
            for (int layer = layers - 1; layer >= 0; layer--) {
                stepBar(t, layer, stateBar, signalBar, mainBar);
            }
            for (int i = 0; i < b; i++) {
                extraBar[i] += signalBar[i] * characters[t * b + i];
            }
        }
    }

    private void outputBar(int t, double totalBar, double[] signalBar, double[] extraBar) {
        double bits = 0;
        for (int i = 0; i < b; i++) {
            bits += characters[(t + 1) * b + i];
        }
        int last = (t * layers + layers - 1) * b;
        for (int i = 0; i < b; i++) {
            double outputBar = totalBar * (characters[(t + 1) * b + i] - bits * predictions[t * b + i]);
            extraBar[b + i] += outputBar * (outs[last + i] * squashedCells[last + i]);
            extraBar[2 * b + i] += outputBar;
            signalBar[i] = outputBar * extra[b + i];
        }
    }

    private void stepBar(int t, int layer, double[] stateBar, double[] signalBar, double[] mainBar) {
        int at = (t * layers + layer) * b;
        int earlier = at - layers * b;
        int weights = 8 * b * layer;
        int biases = weights + 4 * b;
        int hidden = 2 * b * layer;
        int cell = hidden + b;
        for (int i = 0; i < b; i++) {
            double entering =
                    layer == 0 ? characters[t * b + i] * extra[i] : outs[at - b + i] * squashedCells[at - b + i];
            double before = t == 0 ? initial[hidden + i] : outs[earlier + i] * squashedCells[earlier + i];
            double contentBefore = t == 0 ? initial[cell + i] : cells[earlier + i];
            double forget = forgets[at + i];
            double in = ins[at + i];
            double out = outs[at + i];
            double change = changes[at + i];
            double squashed = squashedCells[at + i];

            double hiddenBar = stateBar[hidden + i] + signalBar[i];
            double contentBar = stateBar[cell + i] + hiddenBar * out * (1 - squashed * squashed);
            double outBar = hiddenBar * squashed * (out * (1 - out));
            double forgetBar = contentBar * contentBefore * (forget * (1 - forget));
            double inBar = contentBar * change * (in * (1 - in));
            double changeBar = contentBar * in * (1 - change * change);

            mainBar[weights + i] += forgetBar * entering;
            mainBar[biases + i] += forgetBar;
            mainBar[weights + b + i] += inBar * before;
            mainBar[biases + b + i] += inBar;
            mainBar[weights + 2 * b + i] += outBar * entering;
            mainBar[biases + 2 * b + i] += outBar;
            mainBar[weights + 3 * b + i] += changeBar * before;
            mainBar[biases + 3 * b + i] += changeBar;
            stateBar[cell + i] = contentBar * forget;
            stateBar[hidden + i] = inBar * main[weights + b + i] + changeBar * main[weights + 3 * b + i];
            signalBar[i] = forgetBar * main[weights + i] + outBar * main[weights + 2 * b + i];
        }
    }
}
