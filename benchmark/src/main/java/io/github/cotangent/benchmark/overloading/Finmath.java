package io.github.cotangent.benchmark.overloading;

import io.github.cotangent.benchmark.problem.Formula;
import java.util.Map;
import net.finmath.montecarlo.automaticdifferentiation.RandomVariableDifferentiable;
import net.finmath.montecarlo.automaticdifferentiation.backward.RandomVariableDifferentiableAAD;
import net.finmath.stochastic.RandomVariable;
import net.finmath.stochastic.Scalar;

/** Gradients by the adjoint differentiation of finmath, which records a graph at run time. */
public final class Finmath {

    private Finmath() {}

    /**
     * Writes the gradient.
     *
     * @param formula the function
     * @param x the parameters
     * @param gradient overwritten
     * @return the value
     */
    public static double gradient(Formula formula, double[] x, double[] gradient) {
        RandomVariable[] variables = new RandomVariable[x.length];
        for (int i = 0; i < x.length; i++) {
            variables[i] = new RandomVariableDifferentiableAAD(new Scalar(x[i]));
        }
        RandomVariable result = formula.formula(new FinmathAlgebra(), variables);
        Map<Long, RandomVariable> derivatives = ((RandomVariableDifferentiable) result).getGradient();
        for (int i = 0; i < x.length; i++) {
            // What the result does not depend on is not in the map.
            RandomVariable derivative = derivatives.get(((RandomVariableDifferentiable) variables[i]).getID());
            gradient[i] = derivative == null ? 0 : derivative.doubleValue();
        }
        return result.doubleValue();
    }
}
