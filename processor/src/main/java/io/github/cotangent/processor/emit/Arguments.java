package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.MemberNames;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Method.Role;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What goes into a method and comes out of it, as its companion names it: apart from each other, from tangents, adjoints and
 * what else is there.
 *
 * @param all the parameters, in order
 * @param results the value that is returned, what is real in a record apart, or the outputs
 * @param isInternal whether users do not see the members, so that those for them alone are left out
 */
record Arguments(List<Argument> all, List<Result> results, boolean isInternal) {

    static final String SEED = MemberNames.SEED;
    static final String TANGENT = MemberNames.TANGENT;
    static final String GRADIENT = MemberNames.GRADIENT;
    static final String HVP = MemberNames.HVP;
    static final String VALUE = MemberNames.VALUE;

    /**
     * One parameter.
     *
     * @param source the name in the user's method
     * @param name the name in the companion
     * @param adjointTangent the name of the adjoint's tangent
     */
    record Argument(String source, String name, Type type, Role role, String adjointTangent) {

        Place place() {
            return new Place(name, type);
        }

        Place tangentPlace() {
            return new Place(tangent(), type.derivative());
        }

        Place adjointPlace() {
            return new Place(adjoint(), type.derivative());
        }

        String tangent() {
            return Arguments.tangent(source);
        }

        String adjoint() {
            return Arguments.adjoint(source);
        }

        Place adjointTangentPlace() {
            return new Place(adjointTangent, type.derivative());
        }

        String seed() {
            return source + "Seed";
        }

        boolean isScalar() {
            return !type.isArray();
        }

        boolean differentiable() {
            return role == Role.DIFFERENTIABLE;
        }

        boolean isOutput() {
            return role == Role.OUTPUT;
        }
    }

    /**
     * Something real that comes out.
     *
     * @param leaf where it is in what is returned; the output itself
     * @param value the output's parameter; for what is returned, how it is reached where that is kept
     * @param tangent the array that its tangent is written to; where a record is returned, how it is reached in its tangent
     * @param seed the parameter for its sensitivities
     * @param seedTangent the parameter for their tangents
     */
    record Result(Leaf leaf, Place value, Place tangent, Place seed, Place seedTangent) {

        private static Result of(Argument output, Names names) {
            Place seed = new Place(output.seed(), output.type().derivative());
            return new Result(
                    Leaf.whole(output.type()), output.place(), output.tangentPlace(), seed, tangentOf(seed, names));
        }

        private static Result of(Leaf leaf, Names names) {
            Type derivative = leaf.type().derivative();
            Place tangent = leaf.isWhole() ? new Place(TANGENT, derivative) : leaf.of(TANGENT);
            Place seed = new Place(leaf.isWhole() ? SEED : names.declare(leaf.name(SEED)), derivative);
            return new Result(leaf, leaf.of(VALUE), tangent, seed, tangentOf(seed, names));
        }

        private static Place tangentOf(Place seed, Names names) {
            return new Place(names.declare(Arguments.tangent(seed.name())), seed.type());
        }
    }

    /** The names for parameters: those that are declared, or the components of records. */
    static Arguments of(Method method, List<Method.Parameter> parameters, String className, boolean isInternal) {
        List<String> names = MemberNames.ofParameters(parameters, method.order(), className);
        Names free = new Names(Set.copyOf(names));
        parameters.stream()
                .flatMap(parameter -> Stream.of(tangent(parameter.name()), adjoint(parameter.name())))
                .forEach(free::declare);
        List<Argument> all = IntStream.range(0, names.size())
                .mapToObj(i -> argument(parameters.get(i), names.get(i), free))
                .toList();
        List<Result> results = method.returned().isEmpty()
                ? all.stream()
                        .filter(Argument::isOutput)
                        .map(output -> Result.of(output, free))
                        .toList()
                : Leaf.of(method.returned().get()).stream()
                        .filter(leaf -> leaf.type().isReal())
                        .map(leaf -> Result.of(leaf, free))
                        .toList();
        return new Arguments(all, results, isInternal);
    }

    private static Argument argument(Method.Parameter parameter, String name, Names free) {
        String adjointTangent = free.declare(tangent(adjoint(parameter.name())));
        return new Argument(parameter.name(), name, parameter.type(), parameter.role(), adjointTangent);
    }

    private static String tangent(String name) {
        return name + "Dot";
    }

    private static String adjoint(String name) {
        return name + "Bar";
    }

    List<Argument> differentiable() {
        return all.stream().filter(Argument::differentiable).toList();
    }

    List<Argument> scalars() {
        return differentiable().stream().filter(Argument::isScalar).toList();
    }

    /** The differentiable arrays: each has a buffer for its adjoint. */
    List<Argument> arrays() {
        return differentiable().stream()
                .filter(argument -> !argument.isScalar())
                .toList();
    }

    List<Argument> outputs() {
        return all.stream().filter(Argument::isOutput).toList();
    }

    boolean hasOutputs() {
        return !outputs().isEmpty();
    }

    /** What {@code fFunction} is given: the constants, and the outputs for their lengths. */
    List<Argument> bound() {
        return all.stream().filter(argument -> !argument.differentiable()).toList();
    }

    /** Whether the differentiable parameters are one {@code double[]}. */
    boolean isOneVector() {
        return differentiable().size() == 1 && differentiable().get(0).type().equals(Type.DOUBLES);
    }

    /** Whether the function is one of a single vector, of scalars or of one array, to a number or to a single vector. */
    boolean isOfOneVector() {
        boolean takesOne = arrays().isEmpty() ? !scalars().isEmpty() : isOneVector();
        return takesOne
                && !isInternal
                && results.size() == 1
                && (results.get(0).value().type().isRealScalar()
                        || results.get(0).value().type().equals(Type.DOUBLES));
    }

    /** Where in the differentiable parameters laid end to end the one at {@code index} begins, as an expression. */
    CodeBlock columnsBefore(int index) {
        return Place.counts(
                differentiable().subList(0, index).stream().map(Argument::place).toList());
    }

    /** How many numbers the differentiable parameters are, as an expression. */
    CodeBlock columns() {
        return columnsBefore(differentiable().size());
    }

    List<String> names() {
        return all.stream().map(Argument::name).toList();
    }

    List<String> tangents() {
        return Place.names(tangentPlaces());
    }

    List<String> adjoints() {
        return Place.names(adjointPlaces());
    }

    /** The parameters themselves. */
    List<Place> places() {
        return all.stream().map(Argument::place).toList();
    }

    List<Place> outputPlaces() {
        return outputs().stream().map(Argument::place).toList();
    }

    List<Place> tangentPlaces() {
        return differentiable().stream().map(Argument::tangentPlace).toList();
    }

    List<Place> adjointPlaces() {
        return arrays().stream().map(Argument::adjointPlace).toList();
    }

    List<Place> resultTangents() {
        return results.stream().map(Result::tangent).toList();
    }

    List<Place> seeds() {
        return results.stream().map(Result::seed).toList();
    }

    List<Place> seedTangents() {
        return results.stream().map(Result::seedTangent).toList();
    }

    List<ParameterSpec> primals() {
        return parameters(places());
    }

    List<ParameterSpec> tangentParameters() {
        return parameters(tangentPlaces());
    }

    List<ParameterSpec> adjointParameters() {
        return parameters(adjointPlaces());
    }

    static List<ParameterSpec> parameters(List<Place> places) {
        return places.stream().map(Place::parameter).toList();
    }

    static ParameterSpec parameter(Type type, String name) {
        return new Place(name, type).parameter();
    }

    @SafeVarargs
    static <T> List<T> join(List<? extends T>... lists) {
        List<T> joined = new ArrayList<>();
        for (List<? extends T> list : lists) {
            joined.addAll(list);
        }
        return joined;
    }

    private static ClassName className(Type.Shape shape) {
        String[] names = shape.name().split("\\.");
        return ClassName.get(shape.packageName(), names[0], Arrays.copyOfRange(names, 1, names.length));
    }

    static TypeName typeName(Type type) {
        if (type.isArray()) {
            return ArrayTypeName.of(typeName(type.element()));
        }
        return switch (type.kind()) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case RECORD, OBJECT -> className(type.shape().orElseThrow());
        };
    }
}
