package io.github.cotangent.benchmark.problem;

import io.github.cotangent.Dual;

/**
 * A function with every way to its derivatives that is compared. Arguments and derivatives have the types that the annotated
 * method takes, so that nothing but the method itself is measured.
 *
 * @param <A> the differentiable arguments, of which a direction is another instance
 * @param <D> what is written by a reverse sweep, or by the sweeps of a Jacobian
 */
public interface Problem<A, D> {

    /**
     * Returns the point at which everything is measured.
     *
     * @return new arguments
     */
    A point();

    /**
     * Returns the arrays behind the arguments.
     *
     * @param arguments the arguments
     * @return the arrays themselves; laid end to end, they are the parameters
     */
    double[][] numbers(A arguments);

    /**
     * Returns room for the derivative.
     *
     * @return a new derivative, to be overwritten
     */
    D derivative();

    /**
     * Returns the arrays behind a derivative.
     *
     * @param derivative the derivative
     * @return the arrays themselves; laid end to end, they are the gradient, or the rows of the Jacobian
     */
    double[][] entries(D derivative);

    /**
     * Returns the value by the annotated method itself.
     *
     * @param x the arguments
     * @return {@code f(x)}, or the sum of its results
     */
    double value(A x);

    /**
     * Writes the derivative by the code that a careful person writes.
     *
     * @param x the arguments
     * @param derivative overwritten
     * @return as {@link #value}
     */
    double byHand(A x, D derivative);

    /**
     * Writes the derivative by generated code.
     *
     * @param x the arguments
     * @param derivative overwritten
     * @return as {@link #value}
     */
    double generated(A x, D derivative);

    /**
     * Returns the derivative along a direction by the code that a careful person writes.
     *
     * @param x the arguments
     * @param direction the direction
     * @return value and tangent; of several results, their sums
     */
    Dual jvpByHand(A x, A direction);

    /**
     * Returns the derivative along a direction by generated code.
     *
     * @param x the arguments
     * @param direction the direction
     * @return value and tangent; of several results, their sums
     */
    Dual jvpGenerated(A x, A direction);
}
