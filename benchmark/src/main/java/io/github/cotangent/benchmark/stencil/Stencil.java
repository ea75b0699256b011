package io.github.cotangent.benchmark.stencil;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** A wave that steepens and spreads, by explicit steps in time (J. M. Burgers, 1948). */
final class Stencil {

    private Stencil() {}

    /**
     * Half the sum of squares after some steps; the cells at both ends stay as they are.
     *
     * @param start the cells at the beginning
     * @param diffusion ν·dt/dx²
     * @param advection dt/(2·dx)
     */
    @Differentiable(workspace = true)
    static double energy(double[] start, @Constant double diffusion, @Constant double advection, int steps) {
        int n = start.length;
        double[] u = start.clone();
        for (int t = 0; t < steps; t++) {
            double[] next = new double[n];
            next[0] = u[0];
            for (int i = 1; i < n - 1; i++) {
                next[i] =
                        u[i] + diffusion * (u[i + 1] - 2 * u[i] + u[i - 1]) - advection * u[i] * (u[i + 1] - u[i - 1]);
            }
            next[n - 1] = u[n - 1];
            u = next;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += u[i] * u[i];
        }
        return 0.5 * sum;
    }
}
