package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a static method.
 *
 * <p>The annotation processor writes them into a companion class in the same package: the derivatives of {@code
 * Models.wave} are {@code ModelsDerivatives.waveJvp}, {@code waveVjp}, {@code waveGradient} and so on.
 *
 * <pre>{@code
 * @Differentiable
 * static double wave(double x1, double x2) {
 *     return x1 * x2 + Math.sin(x1);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Differentiable {

    /**
     * The highest order of the derivatives to generate, 1 or 2.
     *
     * <p>With 2, a method that returns a {@code double} gets its second derivatives as well: {@code waveHvp}, the Hessian
     * times a direction, and {@code waveHessian}; and {@code waveFunction} is a {@link TwiceDifferentiableFunction}. A
     * method that returns an array, or has outputs, can be called by such methods with 2. Any other number is an error at
     * compile time.
     *
     * @return the order
     */
    int order() default 1;

    /**
     * The base name of the generated methods: with {@code "wave"} they are {@code waveJvp}, {@code waveVjp} and so on.
     *
     * <p>Left empty, it is the name of the annotated method. It is needed only where overloads of one name are annotated.
     *
     * @return the base name, or the empty string
     */
    String name() default "";

    /**
     * Whether reverse derivatives come in a second form that takes a {@link Workspace}.
     *
     * <p>{@code waveVjp}, {@code waveVjpAdd} and {@code waveValueAndGradient} then take one as their last argument, besides the
     * forms without. What these allocate with each call to keep values for the reverse sweep, and the arrays that the method
     * itself makes, come from the workspace instead. A method that returns an array, or a record with one, makes a new one with
     * each call anyway: there it is an error at compile time.
     *
     * @return whether there are forms with a workspace
     */
    boolean workspace() default false;

    /**
     * The classes whose {@linkplain DerivativeOf rules} apply to calls in this method, besides those of its own class.
     *
     * <p>On a class, they apply to all its methods; nothing else can be said there.
     *
     * @return the classes
     */
    Class<?>[] rules() default {};
}
