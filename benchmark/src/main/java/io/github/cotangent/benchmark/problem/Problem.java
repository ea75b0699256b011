package io.github.cotangent.benchmark.problem;

import org.hipparchus.analysis.differentiation.Gradient;

/** A scalar function of {@code n} numbers, with every way to its gradient that is compared. */
public interface Problem {

    /**
     * Returns the point at which everything is measured.
     *
     * @return the parameters, a new array of length {@code n}
     */
    double[] parameters();

    /**
     * Returns the value by the annotated method itself.
     *
     * @param x the parameters, of length {@code n}
     * @return {@code f(x)}
     */
    double value(double[] x);

    /**
     * Writes the gradient by the code that a careful person writes.
     *
     * @param x the parameters, of length {@code n}
     * @param gradient overwritten with {@code ∇f(x)}; of length {@code n}
     * @return {@code f(x)}
     */
    double byHand(double[] x, double[] gradient);

    /**
     * Writes the gradient by generated code.
     *
     * @param x the parameters, of length {@code n}
     * @param gradient overwritten with {@code ∇f(x)}; of length {@code n}
     * @return {@code f(x)}
     */
    double generated(double[] x, double[] gradient);

    /**
     * Returns the function in the arithmetic of Hipparchus.
     *
     * @param x the parameters, of length {@code n}
     * @return {@code f(x)} and its partial derivatives
     */
    Gradient hipparchus(Gradient[] x);
}
