package io.github.cotangent;

/**
 * A value together with its derivative along a direction: the result of one forward sweep.
 *
 * @param value the value of the function, {@code f(x)}
 * @param tangent the directional derivative of the function, {@code J·v} for the direction {@code v}
 */
public record Dual(double value, double tangent) {}
