package io.github.cotangent;

/**
 * A differentiable function of {@code n} numbers with {@code m} results.
 *
 * <p>Generated companions return these from {@code fFunction}. No method keeps or changes {@code x}, nor any other array
 * that it reads; a {@link Pullback} alone may go on reading {@code x}. Arrays to be written are buffers of the caller: they
 * are <em>overwritten</em>, whatever they held, and must not be arrays that the same call reads. A buffer of a wrong length,
 * or a null, raises an exception that names the parameter before anything is written. Values are returned in arrays of
 * their own.
 */
public interface VectorFunction {

    /**
     * Returns the value of the function.
     *
     * @param x the parameters, of length {@code n}
     * @return {@code f(x)}, a new array of length {@code m}
     * @throws NullPointerException if {@code x} is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     */
    double[] value(double[] x);

    /**
     * Overwrites {@code tangent} with the derivative along a direction, by one forward sweep, and returns the value.
     *
     * @param x the parameters, of length {@code n}
     * @param direction the direction {@code v}, of length {@code n}
     * @param tangent overwritten with {@code J·v}; of length {@code m}
     * @return {@code f(x)}, a new array of length {@code m}, bit for bit what {@link #value} returns
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or {@code tangent} is an array that is read
     */
    double[] jvp(double[] x, double[] direction, double[] tangent);

    /**
     * Overwrites {@code adjoint} with the seed carried back to the parameters, by one reverse sweep, and returns the value.
     *
     * @param x the parameters, of length {@code n}
     * @param seed the sensitivities {@code ȳ} of something to the results, of length {@code m}
     * @param adjoint overwritten with {@code Jᵀ·ȳ}; of length {@code n}
     * @return {@code f(x)}, a new array of length {@code m}, bit for bit what {@link #value} returns
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or {@code adjoint} is an array that is read
     */
    double[] vjp(double[] x, double[] seed, double[] adjoint);

    /**
     * Evaluates the function and keeps what reverse sweeps from there need.
     *
     * <p>Unless overridden, the pullback runs {@link #vjp} anew for each seed; generated code keeps the forward sweep.
     *
     * @param x the parameters, of length {@code n}; to be left unchanged for as long as the pullback is in use
     * @return the value, and the map from seeds to adjoints
     * @throws NullPointerException if {@code x} is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     */
    default Pullback pullback(double[] x) {
        return new RepeatedSweeps(this, x, value(x));
    }

    /**
     * Returns the Jacobian at {@code x}, by forward or by reverse sweeps, whichever its shape makes cheaper.
     *
     * @param x the parameters, of length {@code n}
     * @return {@code m} new rows of length {@code n}, {@code ∂y[i]/∂x[j]} at {@code [i][j]}
     * @throws NullPointerException if {@code x} is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     * @see Jacobians#of
     */
    default double[][] jacobian(double[] x) {
        return Jacobians.of(this, x);
    }
}
