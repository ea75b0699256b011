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
import java.util.List;
import java.util.Set;

/**
 * The members for a method that takes or returns records: they take the records apart, call a member that takes the components,
 * and put what that gives together.
 */
final class RecordMembers {

    private final Member member;
    private final Member flat;
    private final Arguments arguments;
    private final Flattening flattening;
    private final String inner;

    RecordMembers(Member member, Member flat) {
        this.member = member;
        this.flat = flat;
        this.arguments = member.arguments();
        this.flattening = new Flattening(member, flat);
        this.inner = new Names(taken(member, flat)).declare("flat");
    }

    /** The names of the parameters of members. */
    static Set<String> taken(Member member, Member flat) {
        Arguments arguments = member.arguments();
        return Set.copyOf(Arguments.join(
                arguments.names(),
                arguments.tangents(),
                arguments.differentiable().stream().map(Argument::adjoint).toList(),
                flat.arguments().adjoints()));
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(jvp());
        addReverse(type, WorkspaceParameter.NONE);
        if (member.method().workspace()) {
            addReverse(type, WorkspaceParameter.beside(List.copyOf(taken(member, flat))));
        }
        if (member.method().returnsRecord()) {
            type.addType(jvpResult());
        }
        if (member.hasVjpResult()) {
            type.addType(result("Vjp", "What " + member.link() + " results in, and the adjoints of its parameters."));
        }
        if (isOfOneVector()) {
            type.addMethod(new FunctionMember(member, flat).function());
        }
        if (member.method().isScalar()) {
            addScalar(type);
            return;
        }
        type.addMethod(jacobian("", "forward or by reverse sweeps, whichever its shape makes cheaper"))
                .addMethod(jacobian("Forward", "one forward sweep for each column"))
                .addMethod(jacobian("Reverse", "one forward sweep and one reverse sweep for each row"));
        new RecordPullback(member, flat, flattening).addTo(type);
    }

    private void addReverse(TypeSpec.Builder type, WorkspaceParameter workspace) {
        type.addMethod(vjp("Vjp", false, workspace)).addMethod(vjp("VjpAdd", true, workspace));
    }

    private void addScalar(TypeSpec.Builder type) {
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

    /** Whether the method is a function of a vector: of numbers alone, to numbers or to a single array. */
    private boolean isOfOneVector() {
        boolean takesNumbers = arguments.differentiable().stream()
                .flatMap(argument -> Leaf.of(argument.type()).stream())
                .allMatch(leaf -> leaf.type().isRealScalar());
        List<Type> results = arguments.results().stream()
                .map(result -> result.value().type())
                .toList();
        boolean givesArray =
                results.equals(List.of(Type.DOUBLES)) && !member.method().returnsRecord();
        return takesNumbers && (givesArray || results.stream().allMatch(Type::isRealScalar));
    }

    private boolean isSeveral() {
        return arguments.differentiable().size() > 1;
    }

    private CodeBlock component(Flattening.Part part) {
        return CodeBlock.of("$L.$L()", inner, part.parameter().name());
    }

    private TypeSpec jvpResult() {
        Documentation documentation = Documentation.of("The value of " + member.link() + " and its tangent.")
                .parameter(Arguments.VALUE, "the value")
                .parameter(Arguments.TANGENT, "the tangent; what is not real in it is what it is in the value");
        Type type = member.value().type();
        List<ParameterSpec> components =
                List.of(Arguments.parameter(type, Arguments.VALUE), Arguments.parameter(type, Arguments.TANGENT));
        return member.result(member.jvpResult(), components, documentation);
    }

    private TypeSpec result(String suffix, String first) {
        Documentation documentation = Documentation.of(first);
        List<ParameterSpec> components = new ArrayList<>();
        if (!suffix.equals("Hvp") && !arguments.hasOutputs()) {
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

    private Documentation documentation(String first) {
        return Documentation.of(first).primals(member.method().name(), arguments.all());
    }

    private MethodSpec.Builder method(
            String suffix, TypeName type, List<ParameterSpec> more, Documentation documentation) {
        return member.method(suffix, type, Arguments.join(arguments.primals(), more))
                .addJavadoc(documentation.throwsForNull(true).code());
    }

    private MethodSpec jvp() {
        boolean isArray = !member.method().isScalar() && !member.method().returnsRecord();
        List<Place> buffers = isArray ? arguments.resultTangents() : List.of();
        Documentation documentation = documentation("Returns the value of " + member.link()
                        + " and its derivative along a direction, by one forward sweep.")
                .tangents(arguments.differentiable());
        buffers.forEach(buffer -> documentation.parameter(buffer.name(), "overwritten with the derivative"));
        documentation.returns(arguments.hasOutputs() ? "" : isArray ? "the value" : "the value and its tangent");
        TypeName type = isArray ? member.returned() : member.method().isScalar() ? Member.DUAL : member.jvpResult();
        List<ParameterSpec> more = Arguments.join(arguments.tangentParameters(), Arguments.parameters(buffers));
        List<String> passed = Arguments.join(flattening.primals(), flattening.tangents(), Place.names(buffers));
        return method("Jvp", type, more, documentation)
                .addCode(flattening.checks(arguments.tangentPlaces()))
                .addStatement(arguments.hasOutputs() ? "$L" : "return $L", flat.call("Jvp", passed))
                .build();
    }

    private MethodSpec vjp(String suffix, boolean adds, WorkspaceParameter workspace) {
        List<Place> seeds = flattening.seedPlaces();
        List<Place> buffers = flattening.bufferPlaces();
        Documentation documentation = workspace
                .document(
                        documentation((adds ? "Adds the derivatives of " : "Overwrites arrays with the derivatives of ")
                                        + member.link()
                                        + " times a seed" + (adds ? " to arrays" : "")
                                        + ", and returns those by numbers, by one reverse sweep.")
                                .sweep(seeds, buffers))
                .returns(member.vjpMeaning());
        List<String> passed =
                workspace.after(Arguments.join(flattening.primals(), flattening.seeds(), flattening.buffers()));
        List<Place> places = Arguments.join(seeds, buffers);
        CodeBlock sweep = flat.call(suffix, passed);
        CodeBlock returned = member.hasVjpResult()
                ? flattening.returned(sweep, flat.vjpType(), inner, flattening.value(inner))
                : Member.statement(arguments.hasOutputs() ? "$L" : "return $L", sweep);
        List<ParameterSpec> more = Arguments.join(Arguments.parameters(places), workspace.parameters());
        return method(suffix, member.vjpType(), more, documentation)
                .addCode(flattening.checks(places))
                .addCode(returned)
                .build();
    }

    private MethodSpec jacobian(String suffix, String how) {
        Documentation documentation = documentation("Returns the Jacobian of " + member.link() + ", by " + how + ".")
                .returns(
                        "a row for each real number of the result, a column for each of the parameters, their components"
                                + " laid end to end");
        return method("Jacobian" + suffix, Arguments.typeName(Type.DOUBLES.array()), List.of(), documentation)
                .addCode(flattening.checks(List.of()))
                .addStatement("return $L", flat.call("Jacobian" + suffix, flattening.primals()))
                .build();
    }

    private MethodSpec gradient() {
        Documentation documentation = documentation(
                        (isSeveral() ? "Returns the value and the gradient of " : "Returns the gradient of ")
                                + member.link() + ", by one reverse sweep.")
                .returns("the gradient by a record as a record of its type");
        TypeName type = isSeveral()
                ? member.nested("Gradient")
                : Arguments.typeName(arguments.differentiable().get(0).type());
        MethodSpec.Builder method =
                method("Gradient", type, List.of(), documentation).addCode(flattening.checks(List.of()));
        List<CodeBlock> parts = flattening.joined(arguments.differentiable(), (argument, part) -> {
            Argument parameter = part.parameter();
            if (parameter.isScalar()) {
                return part.leaf().gradient(component(part));
            }
            Place place = part.leaf().of(argument.name());
            method.addCode(parameter.adjointPlace().declareLike(CodeBlock.of("$L", place.name())));
            return part.leaf().gradient(CodeBlock.of("$L", parameter.adjoint()));
        });
        List<String> buffers = flat.arguments().adjoints();
        CodeBlock call = flat.call("VjpAdd", Arguments.join(flattening.primals(), List.of("1.0"), buffers));
        boolean isRead = isSeveral() || flat.hasVjpResult();
        method.addCode(
                isRead ? Member.statement("$T $L = $L", flat.vjpType(), inner, call) : Member.statement("$L", call));
        List<CodeBlock> components = Arguments.join(List.of(flattening.value(inner)), parts);
        return isSeveral()
                ? method.addStatement("return new $T($L)", type, CodeBlock.join(components, ", "))
                        .build()
                : method.addStatement("return $L", parts.get(0)).build();
    }

    private MethodSpec hvp() {
        Documentation documentation = documentation(
                        "Returns the Hessian of " + member.link() + " times a direction, forward over reverse.")
                .direction(arguments.differentiable())
                .returns("the product, in parts like the direction");
        TypeName type = isSeveral()
                ? member.nested("Hvp")
                : Arguments.typeName(arguments.differentiable().get(0).type());
        List<Argument> parameters = flat.arguments().differentiable();
        boolean isOne = parameters.size() == 1;
        TypeName products = isOne ? Arguments.typeName(parameters.get(0).type().derivative()) : flat.nested("Hvp");
        List<CodeBlock> parts = flattening.joined(
                arguments.differentiable(),
                (argument, part) -> part.leaf().narrowed(isOne ? CodeBlock.of("$L", inner) : component(part)));
        List<String> passed = Arguments.join(flattening.primals(), flattening.tangents());
        MethodSpec.Builder method = method("Hvp", type, arguments.tangentParameters(), documentation)
                .addCode(flattening.checks(arguments.tangentPlaces()))
                .addStatement("$T $L = $L", products, inner, flat.call("Hvp", passed));
        return isSeveral()
                ? method.addStatement("return new $T($L)", type, CodeBlock.join(parts, ", "))
                        .build()
                : method.addStatement("return $L", parts.get(0)).build();
    }

    private MethodSpec hessian() {
        Documentation documentation = documentation(
                        "Returns the Hessian of " + member.link() + ", by a Hessian-vector product for each row.")
                .returns("a row and a column for each real number of the parameters, their components laid end to end;"
                        + " symmetric but for rounding errors");
        return method("Hessian", Arguments.typeName(Type.DOUBLES.array()), List.of(), documentation)
                .addCode(flattening.checks(List.of()))
                .addStatement("return $L", flat.call("Hessian", flattening.primals()))
                .build();
    }
}
