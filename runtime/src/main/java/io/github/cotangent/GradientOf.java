package io.github.cotangent;

/** The gradient as a function of its own. Its Jacobian is the Hessian, which is symmetric: both modes are the same product. */
record GradientOf(TwiceDifferentiableFunction function) implements VectorFunction {

    @Override
    public double[] value(double[] x) {
        return function.gradient(x);
    }

    @Override
    public double[] jvp(double[] x, double[] direction, double[] tangent) {
        function.hvp(x, direction, tangent);
        return function.gradient(x);
    }

    @Override
    public double[] vjp(double[] x, double[] seed, double[] adjoint) {
        return jvp(x, seed, adjoint);
    }
}
