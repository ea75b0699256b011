package io.github.cotangent.processor.corpus;

import io.github.cotangent.VectorFunction;

/** The gradient of a function, with the Hessian as its Jacobian in both modes: the Hessian is symmetric. */
record GradientOf(FlatFunction function) implements VectorFunction {

    @Override
    public double[] value(double[] x) {
        double[] gradient = new double[x.length];
        function.vjp(x, new double[] {1}, gradient);
        return gradient;
    }

    @Override
    public double[] jvp(double[] x, double[] direction, double[] tangent) {
        double[] product = function.hvp(x, direction);
        System.arraycopy(product, 0, tangent, 0, tangent.length);
        return value(x);
    }

    @Override
    public double[] vjp(double[] x, double[] seed, double[] adjoint) {
        return jvp(x, seed, adjoint);
    }
}
