package io.github.cotangent;

import java.util.Objects;

/**
 * A differentiable function of {@code n} numbers with one result.
 *
 * <p>Generated companions return these from {@code fFunction}. No method keeps or changes {@code x}, nor any other array
 * that it reads. Arrays to be written are buffers of the caller: they are <em>overwritten</em>, whatever they held, and must
 * not be arrays that the same call reads. A buffer of a wrong length, or a null, raises an exception that names the
 * parameter before anything is written.
 *
 * @see TwiceDifferentiableFunction
 */
public interface ScalarFunction {

    /**
     * Returns the value of the function.
     *
     * @param x the parameters, of length {@code n}
     * @return {@code f(x)}
     * @throws NullPointerException if {@code x} is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     */
    double value(double[] x);

    /**
     * Returns the value and the derivative along a direction, by one forward sweep.
     *
     * @param x the parameters, of length {@code n}
     * @param direction the direction {@code v}, of length {@code n}
     * @return {@code f(x)}, bit for bit what {@link #value} returns, and {@code ∇f(x)·v}
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length
     */
    Dual jvp(double[] x, double[] direction);

    /**
     * Overwrites {@code adjoint} with the gradient times a seed, by one reverse sweep, and returns the value.
     *
     * @param x the parameters, of length {@code n}
     * @param seed the sensitivity {@code ȳ} of something to the result; 1 for the gradient itself
     * @param adjoint overwritten with {@code ȳ·∇f(x)}; of length {@code n}
     * @return {@code f(x)}, bit for bit what {@link #value} returns
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or {@code adjoint} is {@code x}
     */
    double vjp(double[] x, double seed, double[] adjoint);

    /**
     * Overwrites {@code gradient} with the gradient, by one reverse sweep, and returns the value.
     *
     * @param x the parameters, of length {@code n}
     * @param gradient overwritten with {@code ∇f(x)}; of length {@code n}
     * @return {@code f(x)}, bit for bit what {@link #value} returns
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or {@code gradient} is {@code x}
     */
    default double valueAndGradient(double[] x, double[] gradient) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("gradient", gradient, x.length);
        Buffers.checkDistinct("gradient", gradient, "x", x);
        return vjp(x, 1, gradient);
    }

    /**
     * Returns the gradient, by one reverse sweep.
     *
     * @param x the parameters, of length {@code n}
     * @return a new array of length {@code n}, {@code ∂f/∂x[j]} at {@code j}
     * @throws NullPointerException if {@code x} is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     */
    default double[] gradient(double[] x) {
        Objects.requireNonNull(x, "x");
        double[] gradient = new double[x.length];
        vjp(x, 1, gradient);
        return gradient;
    }
}
