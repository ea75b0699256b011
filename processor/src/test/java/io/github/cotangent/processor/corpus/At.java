package io.github.cotangent.processor.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The inputs at which a function of the corpus is checked.
 *
 * <p>An input is a text with one part for each parameter, separated by semicolons: a literal, {@code {1, 2, 3}} for an array
 * of these or for a record of these components, {@code [3]} for an array of three numbers that have nothing special about
 * them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface At {

    /** Inputs at which the function is smooth. */
    String[] value() default {};

    /** Inputs at which finite differences say nothing, or not what the derivative is defined to be there. */
    String[] kinks() default {};

    /** Inputs for which the function throws an exception, and hence every derivative the same. */
    String[] fails() default {};

    /** Whether values have single precision. */
    boolean single() default false;
}
