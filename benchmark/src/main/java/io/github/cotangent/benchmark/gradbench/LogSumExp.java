package io.github.cotangent.benchmark.gradbench;

import io.github.cotangent.Differentiable;

/** A smooth maximum. */
final class LogSumExp {

    private LogSumExp() {}

    /** The vector. */
    record Input(double[] x) {}

    /** The logarithm of the sum of the exponentials, relative to the greatest so that none overflows. */
    @Differentiable
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
