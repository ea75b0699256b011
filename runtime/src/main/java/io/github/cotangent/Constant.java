package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds a parameter of a {@link Differentiable} method constant: no derivative is taken with respect to it.
 *
 * <p>Parameters that are no floating-point numbers or arrays of such ({@code int}, {@code boolean}, {@code int[]}, …) are
 * constants without being told.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Constant {}
