package io.github.cotangent.demo.fit;

import io.github.cotangent.VectorFunction;

/** A family of curves. */
@FunctionalInterface
interface Model {

    /**
     * The predictions as a function of the parameters, with its generated Jacobian.
     *
     * @param x the predictors: {@code x[j][i]} is predictor {@code j} at observation {@code i}
     */
    VectorFunction at(double[][] x);
}
