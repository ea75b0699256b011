package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as the reverse derivative of another static method.
 *
 * <p>For a method {@code f} it has the signature that {@code fVjpAdd} would have in a companion, where all parameters of real
 * type are differentiated by: the parameters of {@code f}, then the seed, then for each array among them the buffer to which
 * its adjoint is to be added. It returns the value; or, if {@code f} has parameters of type {@code double} or {@code float},
 * a record of the value and the adjoints of these, whatever the names. A wrong signature is an error that shows the right one.
 *
 * <p>A {@link JvpOf} has to be there as well. Rules are found as those of {@link DerivativeOf} are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface VjpOf {

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
