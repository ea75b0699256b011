package io.github.cotangent.benchmark.stencil;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.ArrayProblem;
import io.github.cotangent.benchmark.problem.Formula;

/**
 * Five steps of Burgers' equation by its initial state.
 *
 * @param cells the number of cells, at least 3
 */
public record StencilProblem(int cells) implements ArrayProblem, Formula {

    private static final double DIFFUSION = 0.2;
    private static final double ADVECTION = 0.1;
    private static final int STEPS = 5;

    @Override
    public double[] point() {
        double[] start = new double[cells];
        for (int i = 0; i < cells; i++) {
            start[i] = 1 + Math.sin(0.1 * i);
        }
        return start;
    }

    @Override
    public double value(double[] x) {
        return Stencil.energy(x, DIFFUSION, ADVECTION, STEPS);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        return StencilByHand.gradient(x, DIFFUSION, ADVECTION, STEPS, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        return StencilDerivatives.energyValueAndGradient(x, DIFFUSION, ADVECTION, STEPS, gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient, Workspace workspace) {
        return StencilDerivatives.energyValueAndGradient(x, DIFFUSION, ADVECTION, STEPS, gradient, workspace);
    }

    @Override
    public Dual jvpByHand(double[] x, double[] direction) {
        return StencilByHand.jvp(x, DIFFUSION, ADVECTION, STEPS, direction);
    }

    @Override
    public Dual jvpGenerated(double[] x, double[] direction) {
        return StencilDerivatives.energyJvp(x, DIFFUSION, ADVECTION, STEPS, direction);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        T[] u = x;
        for (int t = 0; t < STEPS; t++) {
            T[] next = algebra.array(cells);
            next[0] = u[0];
            for (int i = 1; i < cells - 1; i++) {
                T bend = algebra.subtract(algebra.add(u[i + 1], u[i - 1]), algebra.multiply(u[i], 2));
                T steepness = algebra.multiply(u[i], algebra.subtract(u[i + 1], u[i - 1]));
                T spread = algebra.add(u[i], algebra.multiply(bend, DIFFUSION));
                next[i] = algebra.subtract(spread, algebra.multiply(steepness, ADVECTION));
            }
            next[cells - 1] = u[cells - 1];
            u = next;
        }
        T sum = algebra.constant(0);
        for (T cell : u) {
            sum = algebra.add(sum, algebra.square(cell));
        }
        return algebra.multiply(sum, 0.5);
    }
}
