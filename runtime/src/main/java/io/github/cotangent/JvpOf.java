package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as the forward derivative of another static method.
 *
 * <p>For a method {@code f} it has the signature that {@code fJvp} would have in a companion, where all parameters of real
 * type are differentiated by: the parameters of {@code f}, then a tangent for each of them; it returns a {@link Dual}. Where
 * {@code f} returns an array, it takes the array to overwrite with the tangent last, and returns the value. A wrong signature
 * is an error that shows the right one.
 *
 * <p>A {@link VjpOf} has to be there as well. Rules are found as those of {@link DerivativeOf} are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface JvpOf {

    /**
     * The class of the method that this is a derivative of.
     *
     * @return the class
     */
    Class<?> type();

    /**
     * The name of the method that this is a derivative of.
     *
     * @return the name
     */
    String method();
}
