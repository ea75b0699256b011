package io.github.cotangent.benchmark.logsumexp;

import io.github.cotangent.Dual;

/** The largest element cancels out of the derivatives: it is added and subtracted. */
final class LogSumExpByHand {

    private LogSumExpByHand() {}

    static double gradient(double[] x, double[] xBar) {
        double max = largest(x);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double exponential = Math.exp(x[i] - max);
            xBar[i] = exponential;
            sum += exponential;
        }
        double scale = 1 / sum;
        for (int i = 0; i < x.length; i++) {
            xBar[i] *= scale;
        }
        return max + Math.log(sum);
    }

    static Dual jvp(double[] x, double[] xDot) {
        double max = largest(x);
        double sum = 0;
        double sumDot = 0;
        for (int i = 0; i < x.length; i++) {
            double exponential = Math.exp(x[i] - max);
            sum += exponential;
            sumDot += exponential * xDot[i];
        }
        return new Dual(max + Math.log(sum), sumDot / sum);
    }

    private static double largest(double[] x) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }
}
