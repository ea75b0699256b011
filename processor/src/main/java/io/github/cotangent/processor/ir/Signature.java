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

    private static final ClassSymbol DUAL = new ClassSymbol("io.github.cotangent", List.of("Dual"));

    public Signature {
        parameters = List.copyOf(parameters);
        components = List.copyOf(components);
    }

    /** Whether anything real comes of the method that varies with a parameter. */
    public boolean isDifferentiable() {
        return results().stream().anyMatch(Type::isReal)
                && parameters.stream().anyMatch(Method.Parameter::differentiable);
    }

    /** The types of what is returned, or of the outputs. */
    private List<Type> results() {
        return result.map(List::of)
                .orElseGet(() -> parameters.stream()
                        .filter(Method.Parameter::isOutput)
                        .map(Method.Parameter::type)
                        .toList());
    }

    private boolean isScalar() {
        return result.filter(type -> !type.isArray()).isPresent();
    }

    /** The method itself. */
    public Callee callee() {
        return new Callee(
                owner,
                method,
                primals(),
                result.map(Results::of).orElse(Results.NONE),
                new Callee.Methods(Optional.of(jvp()), Optional.of(vjpAdd())));
    }

    private List<Parameter> primals() {
        return parameters.stream()
                .map(parameter -> new Parameter(parameter.type(), parameter.differentiable(), parameter.isOutput()))
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
        Results results =
                new Results(List.of(Type.DOUBLE, Type.DOUBLE), Optional.of(DUAL), List.of("value", "tangent"));
        if (!isScalar()) {
            results().forEach(type -> all.add(new Parameter(type.derivative(), false, true)));
            results = Results.NONE;
        }
        return new Callee(companion, name + "Jvp", all, results, new Callee.None());
    }

    private Callee vjpAdd() {
        List<Parameter> all = new ArrayList<>(primals());
        results().forEach(type -> all.add(new Parameter(type.derivative(), true, false)));
        parameters.stream()
                .filter(parameter ->
                        parameter.differentiable() && parameter.type().isArray())
                .forEach(parameter -> all.add(new Parameter(parameter.type().derivative(), true, true)));
        List<String> scalars = components(false);
        Results results = scalars.isEmpty()
                ? Results.NONE
                : new Results(
                        scalars.stream().map(scalar -> Type.DOUBLE).toList(), Optional.of(nested("Vjp")), scalars);
        Optional<Callee> second = order > 1 && isScalar() ? Optional.of(hvp()) : Optional.empty();
        return new Callee(companion, name + "VjpAdd", all, results, new Callee.OfReverse(second));
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
