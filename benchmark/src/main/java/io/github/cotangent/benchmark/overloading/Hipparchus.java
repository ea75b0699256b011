package io.github.cotangent.benchmark.overloading;

import io.github.cotangent.benchmark.problem.Formula;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;

/** Gradients by the two types of Hipparchus that carry all partial derivatives along. */
public final class Hipparchus {

    private Hipparchus() {}

    /**
     * Writes the gradient by {@code Gradient}.
     *
     * @param formula the function
     * @param x the parameters
     * @param gradient overwritten
     * @return the value
     */
    public static double gradient(Formula formula, double[] x, double[] gradient) {
        Gradient[] variables = new Gradient[x.length];
        Arrays.setAll(variables, i -> Gradient.variable(x.length, i, x[i]));
        Gradient result = formula.formula(new HipparchusAlgebra<>(GradientField.getField(x.length)), variables);
        System.arraycopy(result.getGradient(), 0, gradient, 0, x.length);
        return result.getValue();
    }

    /**
     * Writes the gradient by {@code DerivativeStructure} of order 1.
     *
     * @param formula the function
     * @param x the parameters
     * @param gradient overwritten
     * @return the value
     */
    public static double structure(Formula formula, double[] x, double[] gradient) {
        DSFactory factory = new DSFactory(x.length, 1);
        DerivativeStructure[] variables = new DerivativeStructure[x.length];
        Arrays.setAll(variables, i -> factory.variable(i, x[i]));
        DerivativeStructure result = formula.formula(new HipparchusAlgebra<>(factory.getDerivativeField()), variables);
        // The value comes first, then the partial derivatives in the order of the parameters.
        System.arraycopy(result.getAllDerivatives(), 1, gradient, 0, x.length);
        return result.getValue();
    }
}
