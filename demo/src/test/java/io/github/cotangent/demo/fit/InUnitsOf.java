package io.github.cotangent.demo.fit;

import io.github.cotangent.VectorFunction;

/**
 * A function whose parameters are measured in given units: {@code g(u) = f(unit ∘ u)}.
 *
 * <p>Parameters of ten orders of magnitude become comparable, and difference quotients find their steps.
 */
record InUnitsOf(double[] unit, VectorFunction function) implements VectorFunction {

    @Override
    public double[] value(double[] u) {
        return function.value(scaled(u));
    }

    @Override
    public double[] jvp(double[] u, double[] direction, double[] tangent) {
        return function.jvp(scaled(u), scaled(direction), tangent);
    }

    @Override
    public double[] vjp(double[] u, double[] seed, double[] adjoint) {
        double[] value = function.vjp(scaled(u), seed, adjoint);
        for (int j = 0; j < unit.length; j++) {
            adjoint[j] *= unit[j];
        }
        return value;
    }

    private double[] scaled(double[] u) {
        double[] b = new double[unit.length];
        for (int j = 0; j < unit.length; j++) {
            b[j] = unit[j] * u[j];
        }
        return b;
    }
}
