package io.github.cotangent.benchmark.jacobian;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** Vector-valued functions of different kinds, to compare a forward with a reverse sweep. */
final class VectorModels {

    private VectorModels() {}

    /** A layer of a network: tanh of a bias and a weighted sum for each result. */
    @Differentiable
    static double[] layer(double[] weights, @Constant double[] x) {
        double[] y = new double[weights.length / (x.length + 1)];
        for (int i = 0; i < y.length; i++) {
            double sum = weights[i * (x.length + 1)];
            for (int j = 0; j < x.length; j++) {
                sum += weights[i * (x.length + 1) + j + 1] * x[j];
            }
            y[i] = Math.tanh(sum);
        }
        return y;
    }

    /** A sum of exponentials at each abscissa, as in curve fitting. */
    @Differentiable
    static double[] exponentials(double[] b, @Constant double[] t) {
        double[] y = new double[t.length];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < b.length; k += 2) {
                y[i] += b[k] * Math.exp(-b[k + 1] * t[i]);
            }
        }
        return y;
    }

    /** The state of the Lorenz system after some steps of Euler's method. */
    @Differentiable
    static double[] lorenz(double[] start, @Constant double step, int steps) {
        double x = start[0];
        double y = start[1];
        double z = start[2];
        for (int i = 0; i < steps; i++) {
            double dx = 10 * (y - x);
            double dy = x * (28 - z) - y;
            double dz = x * y - 8.0 / 3 * z;
            x += step * dx;
            y += step * dy;
            z += step * dz;
        }
        return new double[] {x, y, z};
    }

    /** Neighbours that act on each other: plain arithmetic, as many results as parameters. */
    @Differentiable
    static double[] stencil(double[] u) {
        double[] y = new double[u.length];
        for (int i = 1; i < u.length - 1; i++) {
            y[i] = u[i] * (u[i - 1] - 2 * u[i] + u[i + 1]);
        }
        return y;
    }
}
