package io.github.cotangent.benchmark.network;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.Formula;
import io.github.cotangent.benchmark.problem.GradientProblem;
import java.util.Arrays;

/** The output of a network of five inputs, three hidden units and one output by its 22 weights and biases. */
public record NetworkProblem() implements GradientProblem<NetworkProblem.Weights>, Formula {

    private static final double[] INPUTS = {0.35, -0.8, 0.1, 0.65, -0.25};

    /**
     * The weights.
     *
     * @param hidden unit by unit, the bias last
     * @param output of the hidden units, the bias last
     */
    public record Weights(double[][] hidden, double[] output) {}

    @Override
    public Weights point() {
        return new Weights(
                new double[][] {
                    {0.4, -0.7, 0.1, -0.3, 0.9, -0.2},
                    {0.8, 0.5, 0.3, 1.1, -0.6, 0.7},
                    {-0.4, 0.2, -0.9, 0.6, 0.3, 0.1}
                },
                new double[] {0.9, -1.3, 0.5, -0.15});
    }

    @Override
    public double[][] numbers(Weights weights) {
        double[][] arrays = Arrays.copyOf(weights.hidden, weights.hidden.length + 1);
        arrays[weights.hidden.length] = weights.output;
        return arrays;
    }

    @Override
    public double value(Weights x) {
        return Network.output(x.hidden, x.output, INPUTS);
    }

    @Override
    public double byHand(Weights x, Weights gradient) {
        return NetworkByHand.gradient(x.hidden, x.output, INPUTS, gradient.hidden, gradient.output);
    }

    @Override
    public double generated(Weights x, Weights gradient) {
        return NetworkDerivatives.outputVjp(x.hidden, x.output, INPUTS, 1, gradient.hidden, gradient.output);
    }

    @Override
    public double generated(Weights x, Weights gradient, Workspace workspace) {
        return NetworkDerivatives.outputVjp(x.hidden, x.output, INPUTS, 1, gradient.hidden, gradient.output, workspace);
    }

    @Override
    public Dual jvpByHand(Weights x, Weights direction) {
        return NetworkByHand.jvp(x.hidden, x.output, INPUTS, direction.hidden, direction.output);
    }

    @Override
    public Dual jvpGenerated(Weights x, Weights direction) {
        return NetworkDerivatives.outputJvp(x.hidden, x.output, INPUTS, direction.hidden, direction.output);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        int stride = INPUTS.length + 1;
        int units = (x.length - 1) / (stride + 1);
        T sum = x[x.length - 1];
        for (int unit = 0; unit < units; unit++) {
            T activation = x[unit * stride + INPUTS.length];
            for (int i = 0; i < INPUTS.length; i++) {
                activation = algebra.add(activation, algebra.multiply(x[unit * stride + i], INPUTS[i]));
            }
            sum = algebra.add(sum, algebra.multiply(x[units * stride + unit], algebra.tanh(activation)));
        }
        return algebra.sigmoid(sum);
    }
}
