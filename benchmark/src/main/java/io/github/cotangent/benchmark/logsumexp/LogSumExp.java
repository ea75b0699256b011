package io.github.cotangent.benchmark.logsumexp;

import io.github.cotangent.Differentiable;

/** The logarithm of a sum of exponentials. */
final class LogSumExp {

    private LogSumExp() {}

    @Differentiable(workspace = true)
    static double logSumExp(double[] x) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }
}
