package io.github.cotangent.benchmark.rosenbrock;

import io.github.cotangent.Differentiable;

/** The chained banana valley of H. H. Rosenbrock (1960). */
final class Rosenbrock {

    private Rosenbrock() {}

    @Differentiable(workspace = true)
    static double valley(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double bend = x[i + 1] - x[i] * x[i];
            double distance = 1 - x[i];
            sum += 100 * bend * bend + distance * distance;
        }
        return sum;
    }
}
