package io.github.cotangent.benchmark.problem;

/** A scalar function of one array. */
public interface ArrayProblem extends GradientProblem<double[]> {

    @Override
    default double[][] numbers(double[] arguments) {
        return new double[][] {arguments};
    }
}
