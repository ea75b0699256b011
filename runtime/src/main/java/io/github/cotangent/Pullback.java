package io.github.cotangent;

/**
 * A forward sweep that was kept, from which reverse sweeps start, as many as are wanted.
 *
 * <p>The parameters at which it was made are not copied: they must stay as they are while the pullback is in use.
 *
 * @see VectorFunction#pullback
 */
public interface Pullback {

    /**
     * Returns the value of the function.
     *
     * @return {@code f(x)}, of length {@code m}; the same array each time, to be read only
     */
    double[] value();

    /**
     * Overwrites {@code adjoint} with the seed carried back to the parameters, by one reverse sweep.
     *
     * @param seed the sensitivities {@code ȳ} of something to the results, of length {@code m}
     * @param adjoint overwritten with {@code Jᵀ·ȳ}; of length {@code n}
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or {@code adjoint} is an array that is read
     */
    void apply(double[] seed, double[] adjoint);
}
