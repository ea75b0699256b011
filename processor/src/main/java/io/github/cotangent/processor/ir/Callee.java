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
 * @param parameters what each argument is to it
 * @param results the values that come of a call
 */
public record Callee(
        ClassSymbol owner, String name, List<Parameter> parameters, Results results, Derivative derivative) {

    public Callee {
        parameters = List.copyOf(parameters);
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
     * @param holder the record of which they are components; empty if the method returns the one result, or none is asked for
     * @param components the names of the components, one for each type
     */
    public record Results(List<Type> types, Optional<ClassSymbol> holder, List<String> components) {

        public static final Results NONE = new Results(List.of(), Optional.empty(), List.of());

        public Results {
            types = List.copyOf(types);
            components = List.copyOf(components);
        }

        public static Results of(Type type) {
            return new Results(List.of(type), Optional.empty(), List.of());
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
     */
    public record OfReverse(Optional<Callee> hessianProduct, Optional<Callee> forward) implements Derivative {

        /** Whether there are second derivatives. */
        public boolean isDifferentiable() {
            return hessianProduct.isPresent() || forward.isPresent();
        }
    }

    /** Whether a call may throw what nothing has thrown before: a reverse derivative is called after the method itself. */
    public boolean mayThrow() {
        return !(derivative instanceof OfReverse);
    }

    /** The first names of what code writes to call it and to take its results: no variable may hide them. */
    public Set<String> classes() {
        return Stream.concat(Stream.of(owner), results.holder().stream())
                .flatMap(symbol -> Stream.of(
                        symbol.packageName().split("\\.")[0], symbol.names().get(0)))
                .collect(Collectors.toSet());
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
