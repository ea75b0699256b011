package io.github.cotangent.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A static method that code calls, and how a call of it is differentiated. Arrays that it returns are new ones.
 *
 * @param arguments what Java passes to it
 * @param parameters what each argument is to it, records taken apart
 * @param results the values that come of a call
 */
public record Callee(
        ClassSymbol owner,
        String name,
        List<Argument> arguments,
        List<Parameter> parameters,
        Results results,
        Derivative derivative) {

    public Callee {
        arguments = List.copyOf(arguments);
        parameters = List.copyOf(parameters);
    }

    /** A method that takes no records. */
    public Callee(ClassSymbol owner, String name, List<Parameter> parameters, Results results, Derivative derivative) {
        this(
                owner,
                name,
                parameters.stream().map(each -> Argument.of(each.type())).toList(),
                parameters,
                results,
                derivative);
    }

    /** The same method where nobody differentiates it. */
    public Callee withoutDerivative() {
        return new Callee(owner, name, arguments, parameters, results, new None());
    }

    /** Which parts of a record are parameters; what the others are does not matter. */
    public enum Parts {
        ALL,
        REAL,
        REAL_ARRAYS;

        public boolean has(Type part) {
            return this == ALL || part.isReal() && (this == REAL || part.isArray());
        }
    }

    /** Something that Java passes for the parameters that are its parts. */
    public record Argument(Type type, Parts parts) {

        static Argument of(Type type) {
            return new Argument(type, Parts.ALL);
        }

        Stream<Type> parameters() {
            return Part.of(type).map(Part::type).filter(parts::has);
        }
    }

    /**
     * A part of a record that is no record itself, or all of something that is none.
     *
     * @param path the names of the components that lead to it, outermost first
     */
    public record Part(List<String> path, Type type) {

        public Part {
            path = List.copyOf(path);
        }

        /** The parts of a type, in the order in which code has them. */
        static Stream<Part> of(Type type) {
            return of(List.of(), type);
        }

        /** The parts of a component. */
        static Stream<Part> of(String component, Type type) {
            return of(List.of(component), type);
        }

        private static Stream<Part> of(List<String> path, Type type) {
            return type.isRecord()
                    ? type.components().stream()
                            .flatMap(component -> of(
                                    Stream.concat(path.stream(), Stream.of(component.name()))
                                            .toList(),
                                    component.type()))
                    : Stream.of(new Part(path, type));
        }

        /** What is written after the whole to get at it. */
        public String access() {
            return path.stream().map(component -> "." + component + "()").collect(Collectors.joining());
        }

        /** What to call it. */
        public String name() {
            return path.stream().reduce("", Value::componentName);
        }
    }

    /**
     * One parameter.
     *
     * @param varies whether what the method changes or returns varies with it
     * @param isWritten whether the method writes to the array
     */
    public record Parameter(Type type, boolean varies, boolean isWritten) {}

    /**
     * How the results come back.
     *
     * @param holder the record of which they are parts; empty if the method returns the one result, or none is asked for
     * @param parts what is the result itself, or where in the holder each result is
     */
    public record Results(Optional<ClassSymbol> holder, List<Part> parts) {

        public static final Results NONE = new Results(Optional.empty(), List.of());

        public Results {
            parts = List.copyOf(parts);
        }

        /** A result as Java returns it: a record is the holder of its parts. */
        public static Results of(Type type) {
            return of(type, Parts.ALL);
        }

        static Results of(Type type, Parts parts) {
            return new Results(
                    type.isRecord() ? type.shape().map(Type.Shape::symbol) : Optional.empty(),
                    Part.of(type).filter(part -> parts.has(part.type())).toList());
        }

        static Results in(ClassSymbol holder, List<Part> parts) {
            return parts.isEmpty() ? NONE : new Results(Optional.of(holder), parts);
        }

        public List<Type> types() {
            return parts.stream().map(Part::type).toList();
        }
    }

    /** What the derivative of a call is made of. */
    public sealed interface Derivative {}

    /** There is none: nothing varies with the arguments, or nobody differentiates the call. */
    public record None() implements Derivative {}

    /**
     * Methods with the signatures of a companion's.
     *
     * @param forward takes the arguments, then a tangent for each that varies and is not written to, then for each that is
     *     the array of its tangents, which it changes as the method changes the array; results in the values, then their
     *     tangents, or writes the tangent to an array that it takes last
     * @param reverse takes the arguments, then the seed for a real result, then for each array that varies and is not written
     *     to the buffer that its adjoint is added to, then for each that is a buffer that holds the adjoint of what the method
     *     leaves in it, and afterwards that of what it held; results in the adjoints of the scalars that vary
     */
    public record Methods(Optional<Callee> forward, Optional<Callee> reverse) implements Derivative {}

    /** For each parameter the method, of the same parameters, of the partial derivative with respect to it. */
    public record Partials(List<Optional<Callee>> ofParameters) implements Derivative {

        public Partials {
            ofParameters = List.copyOf(ofParameters);
        }
    }

    /**
     * The callee is itself the reverse derivative of a method with a real result.
     *
     * @param hessianProduct takes the arguments of that method, then a tangent for each that varies; results in the Hessian
     *     times that direction, one part for each that varies
     * @param forward as that of {@link Methods}, there where the other is not
     * @param takesWorkspace whether there is a form of the callee with a workspace after its arguments
     */
    public record OfReverse(Optional<Callee> hessianProduct, Optional<Callee> forward, boolean takesWorkspace)
            implements Derivative {

        /** Whether there are second derivatives. */
        public boolean isDifferentiable() {
            return hessianProduct.isPresent() || forward.isPresent();
        }
    }

    /** Whether there is a form of the method with a workspace after its arguments. */
    public boolean takesWorkspace() {
        return derivative instanceof OfReverse reverse && reverse.takesWorkspace();
    }

    /** Whether a call may throw what nothing has thrown before: a reverse derivative is called after the method itself. */
    public boolean mayThrow() {
        return !(derivative instanceof OfReverse);
    }

    /** The first names of what code writes to call it and to take its results: no variable may hide them. */
    public Set<String> classes() {
        return Stream.of(
                        Stream.of(owner),
                        results.holder().stream(),
                        arguments.stream().flatMap(argument -> records(argument.type())))
                .flatMap(symbols -> symbols)
                .flatMap(symbol -> Stream.of(
                        symbol.packageName().split("\\.")[0], symbol.names().get(0)))
                .collect(Collectors.toSet());
    }

    private static Stream<ClassSymbol> records(Type type) {
        return type.isRecord()
                ? Stream.concat(
                        type.shape().map(Type.Shape::symbol).stream(),
                        type.components().stream().flatMap(component -> records(component.type())))
                : Stream.empty();
    }

    /** As {@link #classes}, for all that code written from a call may call. */
    public Set<String> allClasses() {
        Set<String> all = new HashSet<>(classes());
        Stream<Callee> derivatives = derivative instanceof Methods methods
                ? Stream.concat(methods.forward().stream(), methods.reverse().stream())
                : derivative instanceof Partials partials
                        ? partials.ofParameters().stream().flatMap(Optional::stream)
                        : Stream.of();
        derivatives.forEach(each -> all.addAll(each.allClasses()));
        return all;
    }

    /** The method as Java names it. */
    @Override
    public String toString() {
        return owner + "." + name;
    }
}
