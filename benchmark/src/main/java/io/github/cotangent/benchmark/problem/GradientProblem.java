package io.github.cotangent.benchmark.problem;

import io.github.cotangent.Workspace;

/**
 * A scalar function: its gradient has the shape of its arguments.
 *
 * @param <A> the differentiable arguments
 */
public interface GradientProblem<A> extends Problem<A, A> {

    /**
     * Writes the gradient by generated code that takes its arrays from a workspace.
     *
     * @param x the arguments
     * @param gradient overwritten
     * @param workspace the same with each call
     * @return the value
     */
    double generated(A x, A gradient, Workspace workspace);

    @Override
    default A derivative() {
        return point();
    }

    @Override
    default double[][] entries(A derivative) {
        return numbers(derivative);
    }
}
