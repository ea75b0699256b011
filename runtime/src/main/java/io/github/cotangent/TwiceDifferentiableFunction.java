package io.github.cotangent;

/**
 * A function of {@code n} numbers with one result, whose second derivatives are there too.
 *
 * <p>Generated companions return these from {@code fFunction} for {@code @Differentiable(order = 2)}. The second derivatives
 * are not a matrix, but what the matrix does to a direction: that costs a few evaluations of the function, whatever {@code
 * n}, and it is all that a Newton method with conjugate gradients asks for.
 */
public interface TwiceDifferentiableFunction extends ScalarFunction {

    /**
     * Overwrites {@code hvp} with the Hessian times a direction: the derivative of the gradient along it.
     *
     * @param x the parameters, of length {@code n}
     * @param direction the direction {@code v}, of length {@code n}
     * @param hvp overwritten with {@code H·v}; of length {@code n}
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or {@code hvp} is an array that is read
     */
    void hvp(double[] x, double[] direction, double[] hvp);

    /**
     * Returns the Hessian at {@code x}, by {@code n} Hessian-vector products.
     *
     * @param x the parameters, of length {@code n}
     * @return {@code n} new rows of length {@code n}, {@code ∂²f/∂x[i]∂x[j]} at {@code [i][j]}
     * @throws NullPointerException if {@code x} is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     * @see Hessians#of(TwiceDifferentiableFunction, double[])
     */
    default double[][] hessian(double[] x) {
        return Hessians.of(this, x);
    }
}
