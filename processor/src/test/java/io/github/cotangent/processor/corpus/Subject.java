package io.github.cotangent.processor.corpus;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.ir.Method.Parameter;
import io.github.cotangent.processor.ir.Type;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A function of the corpus beside its companion.
 *
 * @param function the annotated method
 * @param name what the names of generated members begin with
 */
record Subject(Generation.Mode mode, Method function, String name, List<Parameter> parameters, Class<?> companion) {

    @Override
    public String toString() {
        return function.getDeclaringClass().getSimpleName() + "." + name + " " + mode;
    }

    /** Whether there is more than one number as the result. */
    boolean isVector() {
        return hasOutputs() || !function.getReturnType().isPrimitive();
    }

    boolean returnsRecord() {
        return function.getReturnType().isRecord();
    }

    /** Whether something that a member has returned is one of the companion's own records. */
    boolean isHolder(Object returned) {
        return returned instanceof Record && returned.getClass().getEnclosingClass() == companion;
    }

    boolean hasOutputs() {
        return outputs().length > 0;
    }

    boolean isSingle() {
        return function.getAnnotation(At.class).single();
    }

    /** A check that asks of the subject no more digits than its values have. */
    GradientCheck precise(GradientCheck check) {
        return isSingle() ? check.tolerance(2e-3).precision(1e-7) : check;
    }

    /** The places of the parameters that derivatives are taken by. */
    int[] differentiable() {
        return places(Parameter::differentiable);
    }

    int[] outputs() {
        return places(Parameter::isOutput);
    }

    /** The places of the parameters that {@code fFunction} takes. */
    int[] bound() {
        return places(parameter -> !parameter.differentiable());
    }

    private int[] places(Predicate<Parameter> condition) {
        return IntStream.range(0, parameters.size())
                .filter(i -> condition.test(parameters.get(i)))
                .toArray();
    }

    boolean isArray(int parameter) {
        return parameters.get(parameter).type().isArray();
    }

    /** Whether the one differentiable parameter is a {@code double[]}. */
    boolean isOfOneArray() {
        return differentiable().length == 1
                && parameters.get(differentiable()[0]).type().equals(Type.DOUBLES);
    }

    boolean hasFunction() {
        Class<?> result = function.getReturnType();
        boolean givesOne = hasOutputs()
                ? outputs().length == 1 && parameters.get(outputs()[0]).type().equals(Type.DOUBLES)
                : result == double[].class || !Shapes.holdsRealArray(result);
        boolean takesNumbers = Arrays.stream(differentiable())
                .mapToObj(parameters::get)
                .allMatch(parameter -> isOfNumbers(parameter.type()));
        return givesOne && (takesNumbers || isOfOneArray());
    }

    private static boolean isOfNumbers(Type type) {
        return type.isRecord()
                ? type.components().stream().allMatch(component -> isOfNumbers(component.type()))
                : type.isRealScalar();
    }

    Optional<Method> member(String suffix) {
        return Arrays.stream(companion.getDeclaredMethods())
                .filter(method -> method.getName().equals(name + suffix))
                .findFirst();
    }

    /** Calls a generated method, which has to be there. */
    Object call(String suffix, List<Object> arguments) {
        Method member = Arrays.stream(companion.getDeclaredMethods())
                .filter(method -> method.getName().equals(name + suffix))
                .filter(method -> method.getParameterCount() == arguments.size())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + suffix));
        return invoke(member, null, arguments);
    }

    static Object invoke(Method method, Object target, List<Object> arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments.toArray());
        } catch (InvocationTargetException failure) {
            throw unchecked(failure.getCause());
        } catch (IllegalAccessException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Calls a method of an object by its name and the number of its parameters. */
    static Object call(Object target, String name, List<Object> arguments) {
        Method method = Arrays.stream(target.getClass().getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> candidate.getParameterCount() == arguments.size())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + target.getClass()));
        return invoke(method, target, arguments);
    }

    /** The components of a record, in their order. */
    static Object[] components(Object target) {
        return Arrays.stream(target.getClass().getRecordComponents())
                .map(RecordComponent::getAccessor)
                .map(accessor -> invoke(accessor, target, List.of()))
                .toArray();
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof RuntimeException exception) {
            return exception;
        }
        throw cause instanceof Error error ? error : new AssertionError(cause);
    }
}
