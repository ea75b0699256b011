package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Callee.Argument;
import io.github.cotangent.processor.ir.Callee.Parameter;
import io.github.cotangent.processor.ir.Callee.Part;
import io.github.cotangent.processor.ir.Callee.Parts;
import io.github.cotangent.processor.ir.Callee.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A method with a companion, as those see it that call it: everything follows from its signature and its annotation.
 *
 * @param owner the class of the method
 * @param method the method's name
 * @param declared the types of the method's parameters
 * @param companion the class of its derivatives
 * @param name what the names of the derivatives begin with
 * @param order the highest order of derivatives there are
 * @param workspace whether there are forms of the reverse derivatives that take a workspace
 * @param parameters those of the derivatives, which may take apart the records that the method takes
 * @param components the names of the components that belong to the parameters, one for each
 * @param result what is returned; empty if the results are written to outputs
 */
public record Signature(
        ClassSymbol owner,
        String method,
        List<Type> declared,
        ClassSymbol companion,
        String name,
        int order,
        boolean workspace,
        List<Method.Parameter> parameters,
        List<String> components,
        Optional<Type> result) {

    private static final String VALUE = "value";
    private static final String TANGENT = "tangent";
    private static final ClassSymbol DUAL = new ClassSymbol("io.github.cotangent", List.of("Dual"));

    public Signature {
        declared = List.copyOf(declared);
        parameters = List.copyOf(parameters);
        components = List.copyOf(components);
    }

    /** What a derivative takes, as Java passes it and as code has it. */
    private record Taken(List<Argument> arguments, List<Parameter> parameters) {

        Taken() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Argument argument, boolean varies, boolean isWritten) {
            arguments.add(argument);
            argument.parameters()
                    .map(part -> new Parameter(part, varies && part.isReal(), isWritten))
                    .forEach(parameters::add);
        }

        /** Adds what belongs to a parameter, or to the parts of it. */
        void addDerivative(Type type, Parts parts, boolean varies, boolean isWritten) {
            add(new Argument(type.derivative(), parts), varies, isWritten);
        }

        Taken copy() {
            return new Taken(new ArrayList<>(arguments), new ArrayList<>(parameters));
        }

        Callee callee(ClassSymbol companion, String name, Results results, Callee.Derivative derivative) {
            return new Callee(companion, name, arguments, parameters, results, derivative);
        }
    }

    /** Whether anything real comes of the method that varies with a parameter, or with what an output held. */
    public boolean isDifferentiable() {
        boolean varies = parameters.stream().anyMatch(Method.Parameter::differentiable);
        return !updated().isEmpty() || varies && result.filter(Type::holdsReal).isPresent();
    }

    private boolean isScalar() {
        return result.filter(type -> !type.isArray()).isPresent();
    }

    /** Whether derivatives change the adjoints and tangents of arrays where the method changes the arrays. */
    private boolean isInPlace() {
        return isInPlace(parameters, order, result);
    }

    /** Whether derivatives of what calls it call members that change tangents and adjoints of arrays in place. */
    public static boolean isInPlace(List<Method.Parameter> parameters, int order, Optional<Type> result) {
        return parameters.stream().anyMatch(Method.Parameter::isOutput)
                || order > 1
                        && result.filter(type -> type.isArray() || type.isRecord())
                                .isPresent();
    }

    /** Whether the reverse derivative takes a workspace: not where it goes by way of a pullback, which keeps its arrays. */
    private boolean takesWorkspace() {
        return workspace && (isInPlace() || isScalar());
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
                declared.stream().map(Argument::of).toList(),
                primals().parameters(),
                result.map(Results::of).orElse(Results.NONE),
                new Callee.Methods(Optional.of(jvp()), Optional.of(vjp())));
    }

    private Taken primals() {
        Taken taken = new Taken();
        for (Method.Parameter parameter : parameters) {
            boolean varies = parameter.differentiable() || parameter.isOutput();
            taken.add(Argument.of(parameter.type()), varies, parameter.isOutput());
        }
        return taken;
    }

    private Taken withTangents() {
        Taken taken = primals();
        differentiable().forEach(type -> taken.addDerivative(type, Parts.REAL, true, false));
        return taken;
    }

    private List<Type> differentiable() {
        return parameters.stream()
                .filter(Method.Parameter::differentiable)
                .map(Method.Parameter::type)
                .toList();
    }

    private Callee jvp() {
        Taken taken = withTangents();
        updated().forEach(type -> taken.addDerivative(type, Parts.ALL, true, true));
        boolean isLast = !isInPlace() && result.filter(Type::isArray).isPresent();
        result.filter(type -> isLast).ifPresent(type -> taken.addDerivative(type, Parts.ALL, false, true));
        Results results = result.filter(type -> !isLast).map(this::withTangent).orElse(Results.NONE);
        return taken.callee(companion, name + (isInPlace() ? "JvpInPlace" : "Jvp"), results, new Callee.None());
    }

    private Results withTangent(Type type) {
        if (!type.holdsReal()) {
            return Results.of(type);
        }
        boolean isNumber = type.isRealScalar();
        Type value = isNumber ? Type.DOUBLE : type;
        Stream<Part> tangents = Part.of(TANGENT, type.derivative()).filter(part -> Parts.REAL.has(part.type()));
        return Results.in(
                isNumber ? DUAL : nested("Jvp"),
                Stream.concat(Part.of(VALUE, value), tangents).toList());
    }

    private Callee vjp() {
        Taken taken = primals();
        seeds().forEach(type -> taken.addDerivative(type, Parts.REAL, true, false));
        differentiable().stream()
                .filter(type -> Part.of(type).anyMatch(part -> Parts.REAL_ARRAYS.has(part.type())))
                .forEach(type -> taken.addDerivative(type, Parts.REAL_ARRAYS, true, true));
        updated().forEach(type -> taken.addDerivative(type, Parts.ALL, true, true));
        List<Part> scalars =
                ofParameters().filter(part -> !part.type().isArray()).toList();
        Results results = Results.in(nested(isInPlace() ? "VjpInPlace" : "Vjp"), scalars);
        Optional<Callee> product = order > 1 && !isInPlace() && isScalar() ? Optional.of(hvp()) : Optional.empty();
        Optional<Callee> second = order > 1 && isInPlace() ? Optional.of(ofVjp(taken, scalars)) : Optional.empty();
        String member = name + (isInPlace() ? "VjpInPlace" : "VjpAdd");
        return taken.callee(companion, member, results, new Callee.OfReverse(product, second, takesWorkspace()));
    }

    /** What seeds belong to: in place, to the parts of a record. */
    private Stream<Type> seeds() {
        Stream<Type> results = result.stream();
        return (isInPlace() ? results.flatMap(type -> Part.of(type)).map(Part::type) : results).filter(Type::holdsReal);
    }

    /** The derivative of the reverse derivative. */
    private Callee ofVjp(Taken vjp, List<Part> scalars) {
        Taken taken = vjp.copy();
        vjp.parameters().stream()
                .filter(parameter -> parameter.varies() && !parameter.isWritten())
                .forEach(parameter -> taken.addDerivative(parameter.type(), Parts.ALL, true, false));
        vjp.parameters().stream()
                .filter(parameter -> parameter.isWritten() && parameter.type().isReal())
                .forEach(parameter -> taken.addDerivative(parameter.type(), Parts.ALL, true, true));
        List<Part> withTangents = new ArrayList<>(scalars);
        scalars.forEach(scalar -> withTangents.add(new Part(List.of(scalar.name() + "Dot"), Type.DOUBLE)));
        return taken.callee(
                companion,
                name + "VjpInPlaceJvp",
                Results.in(nested("VjpInPlaceJvp"), withTangents),
                new Callee.None());
    }

    private Callee hvp() {
        List<Type> types = differentiable();
        Results results = types.size() == 1
                ? Results.of(types.get(0).derivative(), Parts.REAL)
                : Results.in(nested("Hvp"), ofParameters().toList());
        return withTangents().callee(companion, name + "Hvp", results, new Callee.None());
    }

    /** What belongs to the differentiable parameters in the records of the companion. */
    private Stream<Part> ofParameters() {
        return IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).differentiable())
                .boxed()
                .flatMap(
                        i -> Part.of(components.get(i), parameters.get(i).type().derivative()))
                .filter(part -> Parts.REAL.has(part.type()));
    }

    private ClassSymbol nested(String suffix) {
        return companion.nested(ClassSymbol.capitalized(name + suffix));
    }
}
