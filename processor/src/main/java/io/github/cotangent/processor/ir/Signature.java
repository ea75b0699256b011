package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Callee.Parameter;
import io.github.cotangent.processor.ir.Callee.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method with a companion, as those see it that call it: everything follows from its signature and its annotation.
 *
 * @param owner the class of the method
 * @param method the method's name
 * @param companion the class of its derivatives
 * @param name what the names of the derivatives begin with
 * @param order the highest order of derivatives there are
 * @param components the names of the components that belong to the parameters, one for each
 * @param result what is returned; empty if the results are written to outputs
 */
public record Signature(
        ClassSymbol owner,
        String method,
        ClassSymbol companion,
        String name,
        int order,
        List<Method.Parameter> parameters,
        List<String> components,
        Optional<Type> result) {

    private static final List<String> PAIR = List.of("value", "tangent");
    private static final ClassSymbol DUAL = new ClassSymbol("io.github.cotangent", List.of("Dual"));

    public Signature {
        parameters = List.copyOf(parameters);
        components = List.copyOf(components);
    }

    /** Whether anything real comes of the method that varies with a parameter, or with what an output held. */
    public boolean isDifferentiable() {
        boolean varies = parameters.stream().anyMatch(Method.Parameter::differentiable);
        return !updated().isEmpty() || varies && result.filter(Type::isReal).isPresent();
    }

    private boolean isScalar() {
        return result.filter(type -> !type.isArray()).isPresent();
    }

    /** Whether derivatives change the adjoints and tangents of arrays where the method changes the arrays. */
    private boolean isInPlace() {
        return parameters.stream().anyMatch(Method.Parameter::isOutput)
                || order > 1 && result.filter(Type::isArray).isPresent();
    }

    /** The types of the outputs that vary. */
    private List<Type> updated() {
        return parameters.stream()
                .filter(parameter -> parameter.isOutput() && parameter.type().isReal())
                .map(Method.Parameter::type)
                .toList();
    }

    /** The method itself. */
    public Callee callee() {
        return new Callee(
                owner,
                method,
                primals(),
                result.map(Results::of).orElse(Results.NONE),
                new Callee.Methods(Optional.of(jvp()), Optional.of(vjp())));
    }

    private List<Parameter> primals() {
        return parameters.stream()
                .map(parameter -> new Parameter(
                        parameter.type(),
                        parameter.differentiable()
                                || parameter.isOutput() && parameter.type().isReal(),
                        parameter.isOutput()))
                .toList();
    }

    private List<Parameter> withTangents() {
        List<Parameter> all = new ArrayList<>(primals());
        parameters.stream()
                .filter(Method.Parameter::differentiable)
                .forEach(parameter -> all.add(new Parameter(parameter.type().derivative(), true, false)));
        return all;
    }

    private Callee jvp() {
        List<Parameter> all = withTangents();
        updated().forEach(type -> all.add(new Parameter(type.derivative(), true, true)));
        boolean isLast = !isInPlace() && !isScalar();
        result.filter(type -> isLast).ifPresent(type -> all.add(new Parameter(type.derivative(), false, true)));
        Results results = result.filter(type -> !isLast).map(this::withTangent).orElse(Results.NONE);
        return new Callee(companion, name + (isInPlace() ? "JvpInPlace" : "Jvp"), all, results, new Callee.None());
    }

    private Results withTangent(Type type) {
        if (!type.isReal()) {
            return Results.of(type);
        }
        return type.isArray()
                ? new Results(List.of(type, type.derivative()), Optional.of(nested("Jvp")), PAIR)
                : new Results(List.of(Type.DOUBLE, Type.DOUBLE), Optional.of(DUAL), PAIR);
    }

    private Callee vjp() {
        List<Parameter> all = new ArrayList<>(primals());
        result.filter(Type::isReal).ifPresent(type -> all.add(new Parameter(type.derivative(), true, false)));
        parameters.stream()
                .filter(parameter ->
                        parameter.differentiable() && parameter.type().isArray())
                .forEach(parameter -> all.add(new Parameter(parameter.type().derivative(), true, true)));
        updated().forEach(type -> all.add(new Parameter(type.derivative(), true, true)));
        List<String> scalars = components(false);
        Results results = scalars.isEmpty()
                ? Results.NONE
                : new Results(
                        scalars.stream().map(scalar -> Type.DOUBLE).toList(),
                        Optional.of(nested(isInPlace() ? "VjpInPlace" : "Vjp")),
                        scalars);
        Optional<Callee> product = order > 1 && !isInPlace() && isScalar() ? Optional.of(hvp()) : Optional.empty();
        Optional<Callee> second = order > 1 && isInPlace() ? Optional.of(ofVjp(all, scalars)) : Optional.empty();
        String member = name + (isInPlace() ? "VjpInPlace" : "VjpAdd");
        return new Callee(companion, member, all, results, new Callee.OfReverse(product, second));
    }

    /** The derivative of the reverse derivative. */
    private Callee ofVjp(List<Parameter> vjp, List<String> scalars) {
        List<Parameter> all = new ArrayList<>(vjp);
        vjp.stream()
                .filter(parameter -> parameter.varies() && !parameter.isWritten())
                .forEach(parameter -> all.add(new Parameter(parameter.type().derivative(), true, false)));
        vjp.stream()
                .filter(parameter -> parameter.isWritten() && parameter.type().isReal())
                .forEach(parameter -> all.add(new Parameter(parameter.type().derivative(), true, true)));
        List<String> withTangents = new ArrayList<>(scalars);
        scalars.forEach(scalar -> withTangents.add(scalar + "Dot"));
        Results results = scalars.isEmpty()
                ? Results.NONE
                : new Results(
                        withTangents.stream().map(scalar -> Type.DOUBLE).toList(),
                        Optional.of(nested("VjpInPlaceJvp")),
                        withTangents);
        return new Callee(companion, name + "VjpInPlaceJvp", all, results, new Callee.None());
    }

    private Callee hvp() {
        List<Type> types = parameters.stream()
                .filter(Method.Parameter::differentiable)
                .map(parameter -> parameter.type().derivative())
                .toList();
        Results results = types.size() == 1
                ? Results.of(types.get(0))
                : new Results(types, Optional.of(nested("Hvp")), components(true));
        return new Callee(companion, name + "Hvp", withTangents(), results, new Callee.None());
    }

    private List<String> components(boolean arraysToo) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Method.Parameter parameter = parameters.get(i);
            if (parameter.differentiable() && (arraysToo || !parameter.type().isArray())) {
                chosen.add(components.get(i));
            }
        }
        return chosen;
    }

    private ClassSymbol nested(String suffix) {
        return companion.nested(ClassSymbol.capitalized(name + suffix));
    }
}
