package io.github.cotangent.benchmark.gradbench;

import io.github.cotangent.Differentiable;

/** How far a polynomial is from a step. */
final class LeastSquares {

    private LeastSquares() {}

    /** The coefficients of the polynomial, and at how many points it is compared. */
    record Input(double[] x, int n) {}

    /** Half of the sum of the squared distances between sign(t) and the polynomial, at n points from -1 to 1. */
    @Differentiable
    static double distance(double[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double t = -1 + i * 2.0 / (n - 1);
            double residual = Math.signum(t);
            double power = 1;
            for (int j = 0; j < x.length; j++) {
                residual -= x[j] * power;
                power *= t;
            }
            sum += residual * residual;
        }
        return sum / 2;
    }
}
