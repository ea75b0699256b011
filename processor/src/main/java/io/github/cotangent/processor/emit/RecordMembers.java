package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The members for a method with record parameters: they take the records apart, call a member that takes the components, and
 * put what that gives together. Components that are not real are in a gradient what they are in the parameter.
 */
final class RecordMembers {

    private static final Map<String, String> RETURNED = Map.of(
            "Jvp", "the value and its tangent",
            "Vjp", "the value, and the adjoints of numbers and records",
            "VjpAdd", "the value, and the adjoints of numbers and records",
            "Gradient", "the gradient by a record as a record of its type",
            "Hvp", "the product, in parts like the direction",
            "Hessian", "a row and a column for each number, symmetric but for rounding errors");

    private final Member member;
    private final Member flat;
    private final Arguments arguments;
    private final String inner;

    RecordMembers(Member member, Member flat) {
        this.member = member;
        this.flat = flat;
        this.arguments = member.arguments();
        Set<String> taken = Set.copyOf(Arguments.join(
                arguments.names(),
                arguments.tangents(),
                arguments.differentiable().stream().map(Argument::adjoint).toList(),
                flat.arguments().adjoints()));
        this.inner = new Names(taken).declare("flat");
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(jvp()).addMethod(vjp("Vjp", false)).addMethod(vjp("VjpAdd", true));
        type.addType(
                result("Vjp", "What " + member.link() + " results in, and the adjoints of its scalar parameters."));
        type.addMethod(gradient());
        if (isSeveral()) {
            type.addType(result("Gradient", "The value of " + member.link() + " and its gradient."));
        }
        if (member.derivatives().hvp().isPresent()) {
            type.addMethod(hvp()).addMethod(hessian());
            if (isSeveral()) {
                type.addType(result("Hvp", "The Hessian of " + member.link() + " times a direction."));
            }
        }
    }

    private boolean isSeveral() {
        return arguments.differentiable().size() > 1;
    }

    // Records taken apart.

    /** A part of something that is not a record: how it is reached, and the parameter that it is in the flat member. */
    private record Leaf(String access, Type type) {}

    private static List<Leaf> leaves(String access, Type type) {
        List<Leaf> leaves = new ArrayList<>();
        if (!type.isRecord()) {
            return List.of(new Leaf(access, type));
        }
        type.components()
                .forEach(component -> leaves.addAll(leaves(access + "." + component.name() + "()", component.type())));
        return leaves;
    }

    private List<String> primals() {
        return arguments.all().stream()
                .flatMap(argument -> leaves(argument.name(), argument.type()).stream())
                .map(Leaf::access)
                .toList();
    }

    private List<String> tangents() {
        return arguments.differentiable().stream()
                .flatMap(argument -> leaves(argument.tangent(), argument.type()).stream())
                .filter(leaf -> leaf.type().isReal())
                .map(Leaf::access)
                .toList();
    }

    /** The parameters that come with buffers: arrays, and records that hold some. */
    private List<Argument> buffered() {
        return arguments.differentiable().stream()
                .filter(argument -> leaves("", argument.type()).stream().anyMatch(RecordMembers::isBuffer))
                .toList();
    }

    private static boolean isBuffer(Leaf leaf) {
        return leaf.type().isReal() && leaf.type().isArray();
    }

    private List<String> buffers() {
        return buffered().stream()
                .flatMap(argument -> leaves(argument.adjoint(), argument.type()).stream())
                .filter(RecordMembers::isBuffer)
                .map(Leaf::access)
                .toList();
    }

    private CodeBlock checks(List<Place> more) {
        return CodeBlock.builder()
                .add(Member.checksPresent(arguments.places()))
                .add(more.stream()
                        .filter(place -> place.type().isRecord())
                        .map(Place::checkPresent)
                        .collect(CodeBlock.joining("")))
                .build();
    }

    // Records put together.

    /** Something of a parameter's type, whose real parts are found by the leaf and the flat parameter that it belongs to. */
    private CodeBlock joined(
            Argument argument, Iterator<Argument> parameters, BiFunction<Leaf, Argument, CodeBlock> real) {
        return joined(argument.name(), argument.type(), parameters, real);
    }

    private CodeBlock joined(
            String access, Type type, Iterator<Argument> parameters, BiFunction<Leaf, Argument, CodeBlock> real) {
        if (type.isRecord()) {
            CodeBlock components = type.components().stream()
                    .map(component ->
                            joined(access + "." + component.name() + "()", component.type(), parameters, real))
                    .collect(CodeBlock.joining(", "));
            return CodeBlock.of("new $T($L)", Arguments.typeName(type), components);
        }
        Argument parameter = parameters.next();
        return parameter.differentiable() ? real.apply(new Leaf(access, type), parameter) : CodeBlock.of("$L", access);
    }

    /** One of these for each parameter that derivatives are taken by, or for those of them that a record has. */
    private List<CodeBlock> joined(List<Argument> wanted, BiFunction<Leaf, Argument, CodeBlock> real) {
        Iterator<Argument> parameters = flat.arguments().all().iterator();
        List<CodeBlock> joined = new ArrayList<>();
        for (Argument argument : arguments.all()) {
            if (wanted.contains(argument)) {
                joined.add(joined(argument, parameters, real));
            } else {
                joined(argument, parameters, (leaf, parameter) -> CodeBlock.of(""));
            }
        }
        return joined;
    }

    private static CodeBlock scalar(Type type, CodeBlock value) {
        return type.kind() == Type.Kind.FLOAT ? CodeBlock.of("(float) $L", value) : value;
    }

    private CodeBlock component(Argument parameter) {
        return CodeBlock.of("$L.$L()", inner, parameter.name());
    }

    // Members.

    private TypeSpec result(String suffix, String first) {
        Documentation documentation = Documentation.of(first);
        List<ParameterSpec> components = new ArrayList<>();
        if (!suffix.equals("Hvp")) {
            documentation.parameter(Arguments.VALUE, "the value");
            components.add(member.value().parameter());
        }
        for (Argument argument : suffix.equals("Vjp") ? arguments.scalars() : arguments.differentiable()) {
            documentation.parameter(argument.name(), "the part for {@code " + argument.name() + "}");
            Type type = suffix.equals("Gradient")
                    ? argument.type()
                    : argument.type().derivative();
            components.add(Arguments.parameter(type, argument.name()));
        }
        return member.result(member.nested(suffix), components, documentation);
    }

    private MethodSpec.Builder method(String suffix, TypeName type, String first, List<ParameterSpec> more) {
        Documentation documentation =
                Documentation.of(first).primals(member.method().name(), arguments.all());
        more.forEach(parameter -> documentation.parameter(parameter.name(), meaning(parameter.name())));
        documentation.returns(RETURNED.get(suffix)).throwsForNull(true);
        return member.method(suffix, type, Arguments.join(arguments.primals(), more))
                .addJavadoc(documentation.code());
    }

    private String meaning(String name) {
        if (name.equals(Arguments.SEED)) {
            return "the sensitivity of something to the value; 1 for the gradient itself";
        }
        return arguments.tangents().contains(name)
                ? "the direction; what is not real in it does not matter"
                : "the arrays for the adjoints; numbers in it do not matter";
    }

    private MethodSpec jvp() {
        String first = "Returns the value of " + member.link()
                + " and its derivative along a direction, by one forward sweep.";
        return method("Jvp", Member.DUAL, first, arguments.tangentParameters())
                .addCode(checks(arguments.tangentPlaces()))
                .addStatement("return $L", flat.call("Jvp", Arguments.join(primals(), tangents())))
                .build();
    }

    private MethodSpec vjp(String suffix, boolean adds) {
        String first = (adds ? "Adds the gradient of " : "Overwrites arrays with the gradient of ") + member.link()
                + " times a seed" + (adds ? " to arrays" : "") + ", and returns that by numbers, by one reverse sweep.";
        List<Place> places = buffered().stream().map(Argument::adjointPlace).toList();
        List<ParameterSpec> more =
                Arguments.join(List.of(Arguments.parameter(Type.DOUBLE, Arguments.SEED)), Arguments.parameters(places));
        List<CodeBlock> parts = joined(arguments.scalars(), (leaf, parameter) -> {
            if (leaf.type().isArray()) {
                int dot = leaf.access().indexOf('.');
                return CodeBlock.of(
                        "$L", ownerOf(leaf).adjoint() + leaf.access().substring(dot));
            }
            return leaf.access().contains(".") ? scalar(leaf.type(), component(parameter)) : component(parameter);
        });
        return method(suffix, member.nested("Vjp"), first, more)
                .addCode(checks(places))
                .addStatement(
                        "$T $L = $L",
                        flat.vjpType(),
                        inner,
                        flat.call(suffix, Arguments.join(primals(), List.of(Arguments.SEED), buffers())))
                .addStatement("return new $T($L)", member.nested("Vjp"), withValue(parts))
                .build();
    }

    private Argument ownerOf(Leaf leaf) {
        String name = leaf.access().substring(0, leaf.access().indexOf('.'));
        return arguments.all().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CodeBlock withValue(List<CodeBlock> parts) {
        CodeBlock value = CodeBlock.of(flat.hasVjpResult() ? "$L.value()" : "$L", inner);
        return CodeBlock.join(Arguments.join(List.of(value), parts), ", ");
    }

    private MethodSpec gradient() {
        String first = (isSeveral() ? "Returns the value and the gradient of " : "Returns the gradient of ")
                + member.link() + ", by one reverse sweep.";
        TypeName type = isSeveral()
                ? member.nested("Gradient")
                : Arguments.typeName(arguments.differentiable().get(0).type());
        MethodSpec.Builder method = method("Gradient", type, first, List.of()).addCode(checks(List.of()));
        List<CodeBlock> parts = joined(arguments.differentiable(), (leaf, parameter) -> {
            if (leaf.type().isArray()) {
                method.addCode(parameter.adjointPlace().declareLike(CodeBlock.of("$L", leaf.access())));
                return parameter.type().kind() == Type.Kind.FLOAT
                        ? CodeBlock.of(
                                "$T.toFloat($L, $T.class)",
                                Place.ROWS,
                                parameter.adjoint(),
                                Arguments.typeName(parameter.type()))
                        : CodeBlock.of("$L", parameter.adjoint());
            }
            return scalar(leaf.type(), component(parameter));
        });
        List<String> buffers = flat.arguments().adjoints();
        CodeBlock call = flat.call("VjpAdd", Arguments.join(primals(), List.of("1.0"), buffers));
        boolean isRead = isSeveral() || flat.hasVjpResult();
        method.addCode(
                isRead ? Member.statement("$T $L = $L", flat.vjpType(), inner, call) : Member.statement("$L", call));
        return isSeveral()
                ? method.addStatement("return new $T($L)", type, withValue(parts))
                        .build()
                : method.addStatement("return $L", parts.get(0)).build();
    }

    private MethodSpec hvp() {
        String first = "Returns the Hessian of " + member.link() + " times a direction, forward over reverse.";
        TypeName type = isSeveral()
                ? member.nested("Hvp")
                : Arguments.typeName(arguments.differentiable().get(0).type());
        List<Argument> parameters = flat.arguments().differentiable();
        boolean isOne = parameters.size() == 1;
        TypeName products = isOne ? Arguments.typeName(parameters.get(0).type().derivative()) : flat.nested("Hvp");
        List<CodeBlock> parts = joined(arguments.differentiable(), (leaf, parameter) -> {
            CodeBlock part = isOne ? CodeBlock.of("$L", inner) : component(parameter);
            return leaf.access().contains(".") && !leaf.type().isArray() ? scalar(leaf.type(), part) : part;
        });
        MethodSpec.Builder method = method("Hvp", type, first, arguments.tangentParameters())
                .addCode(checks(arguments.tangentPlaces()))
                .addStatement("$T $L = $L", products, inner, flat.call("Hvp", Arguments.join(primals(), tangents())));
        return isSeveral()
                ? method.addStatement("return new $T($L)", type, CodeBlock.join(parts, ", "))
                        .build()
                : method.addStatement("return $L", parts.get(0)).build();
    }

    private MethodSpec hessian() {
        String first = "Returns the Hessian of " + member.link()
                + ", by a Hessian-vector product for each row: parameters and components laid end to end.";
        return method("Hessian", Arguments.typeName(Type.DOUBLES.array()), first, List.of())
                .addCode(checks(List.of()))
                .addStatement("return $L", flat.call("Hessian", primals()))
                .build();
    }
}
