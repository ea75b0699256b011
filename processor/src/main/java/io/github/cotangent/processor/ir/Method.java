package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An annotated method: its code, and what its companion has to know of its declaration.
 *
 * @param name what the generated members' names begin with: the method's name, or the annotation's {@code name}
 * @param declaration the method as Javadoc links to it: {@code Models#wave(double, double)}
 * @param access the access modifier of the generated members, {@code "public"}, {@code "protected"} or {@code ""}
 * @param order the highest order of the derivatives asked for, 1 or 2
 * @param parameters one for each parameter of the code, in order
 * @param primal the code; one result
 */
public record Method(
        String name, String declaration, String access, int order, List<Parameter> parameters, Function primal) {

    /**
     * A parameter as the user declared it.
     *
     * @param differentiable whether derivatives are taken with respect to it: a real type, and not {@code @Constant}
     */
    public record Parameter(String name, Type type, boolean differentiable) {}

    public Method {
        parameters = List.copyOf(parameters);
    }

    public Type result() {
        return primal.results().get(0).type();
    }

    /** The values of the code that derivatives are taken with respect to. */
    public List<Value> differentiable() {
        return IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).differentiable())
                .mapToObj(primal.parameters()::get)
                .toList();
    }
}
