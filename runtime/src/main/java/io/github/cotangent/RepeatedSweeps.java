package io.github.cotangent;

/** The pullback of a function that keeps nothing: every seed costs a forward sweep as well. */
record RepeatedSweeps(VectorFunction function, double[] x, double[] value) implements Pullback {

    @Override
    public void apply(double[] seed, double[] adjoint) {
        function.vjp(x, seed, adjoint);
    }
}
