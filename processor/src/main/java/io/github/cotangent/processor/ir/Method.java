package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An annotated method: its code, and what its companion has to know of its declaration.
 *
 * @param name what the generated members' names begin with: the method's name, or the annotation's {@code name}
 * @param declaration the method as Javadoc links to it: {@code Models#wave(double, double)}
 * @param access the access modifier of the generated members, {@code "public"}, {@code "protected"} or {@code ""}
 * @param order the highest order of the derivatives asked for, 1 or 2
 * @param parameters one for each parameter of the code, in order
 * @param primal the code; its results are the value that the method returns, or else the outputs, in order
 */
public record Method(
        String name, String declaration, String access, int order, List<Parameter> parameters, Function primal) {

    /** What a parameter is to the derivatives. */
    public enum Role {
        /** Derivatives are taken with respect to it: of a real type, and not {@code @Constant}. */
        DIFFERENTIABLE,
        CONSTANT,
        /** An array that the method writes its result to. */
        OUTPUT;

        /** The role of an input. */
        public static Role of(boolean differentiable) {
            return differentiable ? DIFFERENTIABLE : CONSTANT;
        }
    }

    /** A parameter as the user declared it. */
    public record Parameter(String name, Type type, Role role) {

        public boolean differentiable() {
            return role == Role.DIFFERENTIABLE;
        }

        public boolean isOutput() {
            return role == Role.OUTPUT;
        }
    }

    public Method {
        parameters = List.copyOf(parameters);
    }

    /** The types of the results: of the value that is returned, or of the outputs. */
    public List<Type> results() {
        return primal.results().stream().map(Value::type).toList();
    }

    /** Whether the result is a single real number, which has a gradient. */
    public boolean isScalar() {
        return results().size() == 1 && results().get(0).isRealScalar();
    }

    public boolean hasOutputs() {
        return parameters.stream().anyMatch(Parameter::isOutput);
    }

    /** The values of the code that derivatives are taken with respect to. */
    public List<Value> differentiable() {
        return values(Parameter::differentiable);
    }

    /** The arrays of the code that the results are written to. */
    public List<Value> outputs() {
        return values(Parameter::isOutput);
    }

    private List<Value> values(Predicate<Parameter> condition) {
        return IntStream.range(0, parameters.size())
                .filter(i -> condition.test(parameters.get(i)))
                .mapToObj(primal.parameters()::get)
                .toList();
    }
}
