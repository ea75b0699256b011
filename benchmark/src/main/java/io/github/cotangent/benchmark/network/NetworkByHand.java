package io.github.cotangent.benchmark.network;

import static io.github.cotangent.benchmark.network.Network.HIDDEN;

final class NetworkByHand {

    private NetworkByHand() {}

    static double gradient(double[] weights, double first, double second, double[] weightsBar) {
        double[] hidden = new double[HIDDEN];
        double sum = weights[4 * HIDDEN];
        for (int unit = 0; unit < HIDDEN; unit++) {
            double activation = weights[3 * unit] * first + weights[3 * unit + 1] * second + weights[3 * unit + 2];
            hidden[unit] = Math.tanh(activation);
            sum += weights[3 * HIDDEN + unit] * hidden[unit];
        }
        double output = Network.sigmoid(sum);
        double sumBar = output * (1 - output);
        for (int unit = 0; unit < HIDDEN; unit++) {
            double y = hidden[unit];
            double activationBar = sumBar * weights[3 * HIDDEN + unit] * (1 - y * y);
            weightsBar[3 * unit] = activationBar * first;
            weightsBar[3 * unit + 1] = activationBar * second;
            weightsBar[3 * unit + 2] = activationBar;
            weightsBar[3 * HIDDEN + unit] = sumBar * y;
        }
        weightsBar[4 * HIDDEN] = sumBar;
        return output;
    }
}
