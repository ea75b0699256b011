package io.github.cotangent;

/** Markers for expressions inside a {@link Differentiable} method. */
public final class Differentiation {

    private Differentiation() {}

    /**
     * Returns {@code x} itself, with derivative zero.
     *
     * <p>At run time this is the identity; generated derivatives treat the result as a constant. For {@code z = 3 *
     * stopGradient(x * x)} the derivative with respect to {@code x} is 0.
     *
     * @param x the value to hold constant
     * @return {@code x}
     */
    public static double stopGradient(double x) {
        return x;
    }

    /**
     * Returns {@code x} itself, with derivative zero.
     *
     * @param x the value to hold constant
     * @return {@code x}
     * @see #stopGradient(double)
     */
    public static float stopGradient(float x) {
        return x;
    }
}
