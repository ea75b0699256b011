package io.github.cotangent.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An annotated method: its code, and what its companion has to know of its declaration.
 *
 * @param name what the generated members' names begin with: the method's name, or the annotation's {@code name}
 * @param declaration the method as Javadoc links to it: {@code Models#wave(double, double)}
 * @param access the access modifier of the generated members, {@code "public"}, {@code "protected"} or {@code ""}
 * @param order the highest order of the derivatives asked for, 1 or 2
 * @param workspace whether forms of the reverse derivatives that take a workspace are asked for
 * @param signature the parameters as they are declared
 * @param returned the type of what is returned; empty if the results are written to outputs
 * @param primal the code; its results are the value that the method returns, records taken apart, or else the outputs, in
 *     order
 */
public record Method(
        String name,
        String declaration,
        String access,
        int order,
        boolean workspace,
        List<Parameter> signature,
        Optional<Type> returned,
        Function primal) {

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

        private Stream<Parameter> parts(Set<String> taken) {
            return type.components().stream().flatMap(component -> {
                String whole = Value.componentName(name, component.name());
                if (component.type().isRecord()) {
                    return new Parameter(whole, component.type(), role).parts(taken);
                }
                String own = whole;
                while (!taken.add(own)) {
                    own += "_";
                }
                return Stream.of(
                        new Parameter(own, component.type(), component.type().isReal() ? role : Role.CONSTANT));
            });
        }
    }

    public Method {
        signature = List.copyOf(signature);
    }

    public boolean hasRecords() {
        return returnsRecord()
                || signature.stream().anyMatch(parameter -> parameter.type().isRecord());
    }

    public boolean returnsRecord() {
        return returned.filter(Type::isRecord).isPresent();
    }

    /** One for each parameter of the code, in order: those of the signature, records taken apart. */
    public List<Parameter> parameters() {
        return flat(signature);
    }

    /** The parameters with each record's components in its place. */
    public static List<Parameter> flat(List<Parameter> signature) {
        Set<String> taken = new HashSet<>();
        signature.forEach(parameter -> taken.add(parameter.name()));
        return signature.stream()
                .flatMap(parameter -> parameter.type().isRecord() ? parameter.parts(taken) : Stream.of(parameter))
                .toList();
    }

    /** The types of the results: of the value that is returned, records taken apart, or of the outputs. */
    public List<Type> results() {
        return primal.results().stream().map(Value::type).toList();
    }

    /** Whether the result is a single real number, which has a gradient. */
    public boolean isScalar() {
        return returned.filter(Type::isRealScalar).isPresent();
    }

    /** Whether the members are for the companion's own use. */
    public boolean isPrivate() {
        return access.equals("private");
    }

    /** Whether derivatives of what calls it call members that change tangents and adjoints of arrays in place. */
    public boolean isInPlace() {
        return Signature.isInPlace(signature, order, returned);
    }

    /** The code with the outputs not among the results: what is left in them is what counts. */
    public Function inPlace() {
        Region body = primal.body();
        List<Value> returned = body.results().stream()
                .filter(result -> !outputs().contains(result))
                .toList();
        return new Function(primal.name(), new Region(body.parameters(), body.statements(), returned));
    }

    public boolean hasOutputs() {
        return signature.stream().anyMatch(Parameter::isOutput);
    }

    /** The values of the code that derivatives are taken with respect to. */
    public List<Value> differentiable() {
        return values(Parameter::differentiable);
    }

    /** The arrays of the code that the results are written to. */
    public List<Value> outputs() {
        return values(Parameter::isOutput);
    }

    /** The values of the code that vary, or come to do so: what is differentiable, then the outputs. */
    public List<Value> varying() {
        return Stream.concat(
                        differentiable().stream(),
                        outputs().stream().filter(output -> output.type().isReal()))
                .toList();
    }

    private List<Value> values(Predicate<Parameter> condition) {
        List<Parameter> parameters = parameters();
        return IntStream.range(0, parameters.size())
                .filter(i -> condition.test(parameters.get(i)))
                .mapToObj(primal.parameters()::get)
                .toList();
    }
}
