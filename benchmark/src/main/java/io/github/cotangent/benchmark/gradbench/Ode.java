package io.github.cotangent.benchmark.gradbench;

import io.github.cotangent.Differentiable;

/** A chain of growth: y₀' = x₀ and yᵢ' = xᵢ·yᵢ₋₁, from 0. */
final class Ode {

    private Ode() {}

    /** The rates, and the number of steps. */
    record Input(double[] x, int s) {}

    /** The state at time 2, by so many steps of Runge and Kutta's method of order 4. */
    @Differentiable
    static double[] solve(double[] x, int steps) {
        int n = x.length;
        double h = 2.0 / steps;
        double[] y = new double[n];
        double[] at = new double[n];
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] k3 = new double[n];
        double[] k4 = new double[n];
        for (int step = 0; step < steps; step++) {
            slope(x, y, k1);
            for (int i = 0; i < n; i++) {
                at[i] = y[i] + h * k1[i] / 2;
            }
            slope(x, at, k2);
            for (int i = 0; i < n; i++) {
                at[i] = y[i] + h * k2[i] / 2;
            }
            slope(x, at, k3);
            for (int i = 0; i < n; i++) {
                at[i] = y[i] + h * k3[i];
            }
            slope(x, at, k4);
            for (int i = 0; i < n; i++) {
                y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
            }
        }
        return y;
    }

    private static void slope(double[] x, double[] y, double[] slope) {
        slope[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            slope[i] = x[i] * y[i - 1];
        }
    }

    /** The gradient of the last element of the final state. */
    static double[] gradient(double[] x, int steps) {
        double[] seed = new double[x.length];
        seed[x.length - 1] = 1;
        double[] gradient = new double[x.length];
        OdeDerivatives.solveVjp(x, steps, seed, gradient);
        return gradient;
    }
}
