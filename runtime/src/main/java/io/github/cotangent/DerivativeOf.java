package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as the partial derivative of another static method with respect to one of its parameters.
 *
 * <p>It has the same parameters as that method, and is used wherever a {@link Differentiable} method of its class, or of a
 * class that names this one among its {@link Differentiable#rules rules}, calls that method. One partial derivative serves
 * both modes. For second derivatives it has to be {@code @Differentiable} as well.
 *
 * <pre>{@code
 * @DerivativeOf(type = Erf.class, method = "erf")
 * static double erfSlope(double x) {
 *     return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {

    /**
     * The class of the method that this is a derivative of.
     *
     * @return the class
     */
    Class<?> type();

    /**
     * The name of the method that this is a derivative of; of several overloads it is the one of the same parameters.
     *
     * @return the name
     */
    String method();

    /**
     * The number of the parameter, a {@code double} or {@code float}, that the derivative is taken by; the first is 0.
     *
     * @return the number
     */
    int parameter() default 0;
}
