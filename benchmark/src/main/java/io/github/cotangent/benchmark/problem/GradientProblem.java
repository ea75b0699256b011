package io.github.cotangent.benchmark.problem;

/**
 * A scalar function: its gradient has the shape of its arguments.
 *
 * @param <A> the differentiable arguments
 */
public interface GradientProblem<A> extends Problem<A, A> {

    @Override
    default A derivative() {
        return point();
    }

    @Override
    default double[][] entries(A derivative) {
        return numbers(derivative);
    }
}
