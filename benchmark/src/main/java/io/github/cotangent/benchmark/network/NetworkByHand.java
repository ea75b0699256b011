package io.github.cotangent.benchmark.network;

import io.github.cotangent.Dual;

final class NetworkByHand {

    private NetworkByHand() {}

    /** The outputs of the hidden units wait in {@code outputBar}, of which they are the adjoints but for a factor. */
    static double gradient(
            double[][] hidden, double[] output, double[] inputs, double[][] hiddenBar, double[] outputBar) {
        int units = hidden.length;
        int bias = inputs.length;
        double sum = output[units];
        for (int unit = 0; unit < units; unit++) {
            double[] weights = hidden[unit];
            double activation = weights[bias];
            for (int i = 0; i < bias; i++) {
                activation += weights[i] * inputs[i];
            }
            double y = Math.tanh(activation);
            outputBar[unit] = y;
            sum += output[unit] * y;
        }
        double result = Network.sigmoid(sum);
        double sumBar = result * (1 - result);
        for (int unit = 0; unit < units; unit++) {
            double[] weightsBar = hiddenBar[unit];
            double y = outputBar[unit];
            double activationBar = sumBar * output[unit] * (1 - y * y);
            for (int i = 0; i < bias; i++) {
                weightsBar[i] = activationBar * inputs[i];
            }
            weightsBar[bias] = activationBar;
            outputBar[unit] = sumBar * y;
        }
        outputBar[units] = sumBar;
        return result;
    }

    static Dual jvp(double[][] hidden, double[] output, double[] inputs, double[][] hiddenDot, double[] outputDot) {
        int units = hidden.length;
        int bias = inputs.length;
        double sum = output[units];
        double sumDot = outputDot[units];
        for (int unit = 0; unit < units; unit++) {
            double[] weights = hidden[unit];
            double[] weightsDot = hiddenDot[unit];
            double activation = weights[bias];
            double activationDot = weightsDot[bias];
            for (int i = 0; i < bias; i++) {
                activation += weights[i] * inputs[i];
                activationDot += weightsDot[i] * inputs[i];
            }
            double y = Math.tanh(activation);
            sum += output[unit] * y;
            sumDot += outputDot[unit] * y + output[unit] * ((1 - y * y) * activationDot);
        }
        double result = Network.sigmoid(sum);
        return new Dual(result, result * (1 - result) * sumDot);
    }
}
