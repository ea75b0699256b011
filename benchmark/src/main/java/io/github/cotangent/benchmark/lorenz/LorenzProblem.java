package io.github.cotangent.benchmark.lorenz;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.Formula;
import io.github.cotangent.benchmark.problem.GradientProblem;

/**
 * The Lorenz system after a time of 1 by its start and its three parameters. That is short enough for the derivatives to be
 * those of the trajectory, and not of its chaos.
 *
 * @param steps into how many steps the time is cut
 */
public record LorenzProblem(int steps) implements GradientProblem<LorenzProblem.Arguments>, Formula {

    /**
     * The differentiable arguments.
     *
     * @param start x, y, z
     * @param parameters σ, ρ, β
     */
    public record Arguments(double[] start, double[] parameters) {}

    @Override
    public Arguments point() {
        return new Arguments(new double[] {1, 1.5, 20}, new double[] {10, 28, 8.0 / 3});
    }

    @Override
    public double[][] numbers(Arguments arguments) {
        return new double[][] {arguments.start, arguments.parameters};
    }

    @Override
    public double value(Arguments x) {
        return Lorenz.energy(x.start, x.parameters, step(), steps);
    }

    @Override
    public double byHand(Arguments x, Arguments gradient) {
        return LorenzByHand.gradient(x.start, x.parameters, step(), steps, gradient.start, gradient.parameters);
    }

    @Override
    public double generated(Arguments x, Arguments gradient) {
        return LorenzDerivatives.energyVjp(
                x.start, x.parameters, step(), steps, 1, gradient.start, gradient.parameters);
    }

    @Override
    public double generated(Arguments x, Arguments gradient, Workspace workspace) {
        return LorenzDerivatives.energyVjp(
                x.start, x.parameters, step(), steps, 1, gradient.start, gradient.parameters, workspace);
    }

    @Override
    public Dual jvpByHand(Arguments x, Arguments direction) {
        return LorenzByHand.jvp(x.start, x.parameters, step(), steps, direction.start, direction.parameters);
    }

    @Override
    public Dual jvpGenerated(Arguments x, Arguments direction) {
        return LorenzDerivatives.energyJvp(x.start, x.parameters, step(), steps, direction.start, direction.parameters);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        T[] state = algebra.array(3);
        System.arraycopy(x, 0, state, 0, 3);
        double step = step();
        for (int i = 0; i < steps; i++) {
            T[] first = slope(algebra, state, x);
            T[] second = slope(algebra, moved(algebra, state, first, 0.5 * step), x);
            T[] third = slope(algebra, moved(algebra, state, second, 0.5 * step), x);
            T[] fourth = slope(algebra, moved(algebra, state, third, step), x);
            T[] next = moved(algebra, state, first, step / 6);
            next = moved(algebra, next, second, step / 3);
            next = moved(algebra, next, third, step / 3);
            state = moved(algebra, next, fourth, step / 6);
        }
        T squares = algebra.add(algebra.square(state[0]), algebra.square(state[1]));
        return algebra.multiply(algebra.add(squares, algebra.square(state[2])), 0.5);
    }

    private static <T> T[] slope(Algebra<T> algebra, T[] state, T[] x) {
        T[] slope = algebra.array(3);
        slope[0] = algebra.multiply(x[3], algebra.subtract(state[1], state[0]));
        slope[1] = algebra.subtract(algebra.multiply(state[0], algebra.subtract(x[4], state[2])), state[1]);
        slope[2] = algebra.subtract(algebra.multiply(state[0], state[1]), algebra.multiply(x[5], state[2]));
        return slope;
    }

    private static <T> T[] moved(Algebra<T> algebra, T[] state, T[] slope, double step) {
        T[] next = algebra.array(3);
        for (int i = 0; i < 3; i++) {
            next[i] = algebra.add(state[i], algebra.multiply(slope[i], step));
        }
        return next;
    }

    private double step() {
        return 1.0 / steps;
    }
}
