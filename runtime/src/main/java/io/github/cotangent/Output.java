package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an array that a {@code void} {@link Differentiable} method writes its result to.
 *
 * <pre>{@code
 * @Differentiable
 * static void rhs(double t, double[] y, @Output double[] dydt) {
 *     dydt[0] = y[1];
 *     dydt[1] = -y[0] + Math.sin(t);
 * }
 * }</pre>
 *
 * <p>The parameter is an array of {@code double} or {@code float}, of any number of dimensions; a method may have several.
 * Every generated method takes the outputs at their places and writes the value to them. Their lengths say how long the
 * result is. What an output holds before the call counts as constant. It must not be an array that is another argument too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Output {}
