package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Derivatives.Overwriting;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The members for a method with one real result. */
final class ScalarMembers {

    private final Member member;
    private final Arguments arguments;
    private final WorkspaceParameter workspace;

    ScalarMembers(Member member) {
        this(member, WorkspaceParameter.NONE);
    }

    private ScalarMembers(Member member, WorkspaceParameter workspace) {
        this.member = member;
        this.arguments = member.arguments();
        this.workspace = workspace;
    }

    void addTo(TypeSpec.Builder type) {
        addPlain(type);
        if (member.method().workspace()) {
            new ScalarMembers(
                            member, WorkspaceParameter.beside(Arguments.join(vjpNames(), List.of(Arguments.GRADIENT))))
                    .addWithWorkspace(type);
        }
    }

    /** Whether there is but one member for the reverse sweep, which adds to buffers. */
    private boolean onlyAdds() {
        return member.isPrivate() && !member.isFlat() && !arguments.arrays().isEmpty();
    }

    /** The members that make a reverse sweep and write what comes of it to buffers. */
    private void addWithWorkspace(TypeSpec.Builder type) {
        addReverse(type);
        if (!member.isPrivate() && arguments.isOneVector()) {
            type.addMethod(valueAndGradient());
        }
    }

    private void addPlain(TypeSpec.Builder type) {
        if (member.isFlat()) {
            addSweeps(type);
            addSecondOrder(type);
            return;
        }
        if (member.isPrivate()) {
            addSweeps(type);
            member.derivatives().hvp().ifPresent(hvp -> new SecondOrderMembers(member).addProductTo(type));
            return;
        }
        addSweeps(type);
        type.addMethod(gradient());
        if (arguments.differentiable().size() > 1) {
            type.addType(gradientResult());
        }
        if (arguments.isOneVector()) {
            type.addMethod(valueAndGradient());
        }
        addSecondOrder(type);
        if (arguments.isOfOneVector()) {
            type.addMethod(new FunctionMember(member).function());
        }
    }

    private void addSecondOrder(TypeSpec.Builder type) {
        if (member.derivatives().hvp().isPresent()) {
            new SecondOrderMembers(member).addTo(type);
        }
    }

    private void addSweeps(TypeSpec.Builder type) {
        type.addMethod(jvp());
        addReverse(type);
        if (member.hasVjpResult()) {
            type.addType(member.vjpResult());
        }
    }

    private void addReverse(TypeSpec.Builder type) {
        if (!onlyAdds()) {
            type.addMethod(vjp());
        }
        type.addMethod(vjpAdd());
        if (isSweepApart()) {
            type.addMethod(reverse());
        }
    }

    private MethodSpec jvp() {
        List<String> names = Arguments.join(arguments.names(), arguments.tangents());
        Documentation documentation = Documentation.of("Returns the value of " + member.link()
                        + " and its derivative along a direction, by one forward sweep.")
                .primals(member.method().name(), arguments.all())
                .tangents(arguments.differentiable())
                .returns("the value and its tangent")
                .throwsForNull(member.takesArrays())
                .throwsForLength(!arguments.arrays().isEmpty());
        return member.method("Jvp", Member.DUAL, Arguments.join(arguments.primals(), arguments.tangentParameters()))
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addCode(member.tangentChecks())
                .addCode(Member.body(
                        member.derivatives().jvp(),
                        names,
                        List.of(Arguments.VALUE, Arguments.TANGENT),
                        results -> Member.statement("return new $T($L)", Member.DUAL, CodeBlock.join(results, ", "))))
                .build();
    }

    private List<ParameterSpec> vjpParameters() {
        return Arguments.join(
                arguments.primals(),
                List.of(Arguments.parameter(Type.DOUBLE, Arguments.SEED)),
                arguments.adjointParameters(),
                workspace.parameters());
    }

    private List<String> vjpNames() {
        return Arguments.join(arguments.names(), List.of(Arguments.SEED), arguments.adjoints());
    }

    private Documentation vjpDocumentation(String first, boolean adds) {
        return workspace
                .document(Documentation.of(first)
                        .primals(member.method().name(), arguments.all())
                        .parameter(
                                Arguments.SEED, "the sensitivity of something to the value; 1 for the gradient itself")
                        .buffers(arguments.arrays(), adds))
                .returns(member.vjpMeaning())
                .throwsForNull(member.takesArrays())
                .throwsForBuffers(!arguments.arrays().isEmpty());
    }

    /** Whether the sweep is a member of its own, so that those which make it check their arguments once. */
    private boolean hasChecks() {
        return !primalChecks().isEmpty();
    }

    private CodeBlock primalChecks() {
        return CodeBlock.builder()
                .add(member.primalChecks())
                .add(member.bufferChecks(arguments.adjointPlaces(), member.primalArrays()))
                .build();
    }

    private CodeBlock checks() {
        return primalChecks().toBuilder().add(workspace.check()).build();
    }

    private Function code() {
        return member.derivatives().vjp().orElseThrow();
    }

    /** Whether the sweep is the same without the workspace. */
    private boolean isPlainSweep() {
        return workspace.isThere() && !WorkspaceParameter.serves(code());
    }

    private boolean isSweepApart() {
        return !onlyAdds() && (workspace.isThere() ? !isPlainSweep() : hasChecks());
    }

    /** A call of the sweep that is a member of its own. */
    private CodeBlock sweep(List<String> names) {
        return workspace.around(Member.statement("return $L", member.call("Reverse", workspace.after(names))));
    }

    /** The body of a member: what it does, or, where there is nothing for a workspace to do, a call of the one without. */
    private CodeBlock unlessPlain(String suffix, List<String> names, CodeBlock... body) {
        return isPlainSweep()
                ? workspace.check().toBuilder()
                        .addStatement("return $L", member.call(suffix, names))
                        .build()
                : CodeBlock.join(List.of(body), "");
    }

    private MethodSpec vjp() {
        String first = arguments.arrays().isEmpty()
                ? "Returns the value of " + member.link() + " and its gradient times a seed, by one reverse sweep."
                : "Overwrites buffers with the gradient of " + member.link() + " times a seed, by one reverse sweep.";
        return member.method("Vjp", member.vjpType(), vjpParameters())
                .addJavadoc(vjpDocumentation(first, false).code())
                .addCode(unlessPlain(
                        "Vjp",
                        vjpNames(),
                        checks(),
                        member.clear(arguments.adjointPlaces()),
                        isSweepApart() ? sweep(vjpNames()) : vjpBody()))
                .build();
    }

    private MethodSpec vjpAdd() {
        MethodSpec.Builder method = member.method("VjpAdd", member.vjpType(), vjpParameters());
        if (arguments.arrays().isEmpty()) {
            String first = "Does the same as {@code " + member.name("Vjp") + "}: there is no buffer to add to.";
            return method.addJavadoc(vjpDocumentation(first, false).code())
                    .addStatement("return $L", member.call("Vjp", workspace.after(vjpNames())))
                    .build();
        }
        String first = "Adds the gradient of " + member.link() + " times a seed to buffers, by one reverse sweep.";
        return method.addJavadoc(vjpDocumentation(first, true).code())
                .addCode(unlessPlain(
                        "VjpAdd",
                        vjpNames(),
                        checks(),
                        onlyAdds() || overwriting().isPresent() ? vjpBody() : sweep(vjpNames())))
                .build();
    }

    private MethodSpec reverse() {
        Documentation documentation = workspace
                .document(Documentation.of(
                                "The reverse sweep of " + member.link() + ", of arguments that are known to be sound.")
                        .primals(member.method().name(), arguments.all())
                        .parameter(Arguments.SEED, "the sensitivity of something to the value")
                        .buffers(arguments.arrays(), true))
                .returns(member.vjpMeaning());
        return MethodSpec.methodBuilder(member.name("Reverse"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(member.vjpType())
                .addParameters(vjpParameters())
                .addJavadoc(documentation.code())
                .addCode(workspace.body(
                        overwriting().map(Overwriting::vjp).orElseGet(this::code),
                        vjpNames(),
                        results(),
                        this::returned))
                .build();
    }

    private Optional<Overwriting> overwriting() {
        return member.derivatives().overwriting();
    }

    /** The sweep that adds, with the workspace's arrays given back. */
    private CodeBlock vjpBody() {
        return workspace.wholeBody(code(), vjpNames(), results(), this::returned);
    }

    private List<String> results() {
        List<String> results = new ArrayList<>(List.of(Arguments.VALUE));
        arguments.scalars().forEach(scalar -> results.add(scalar.adjoint()));
        return results;
    }

    private CodeBlock returned(List<CodeBlock> results) {
        return member.hasVjpResult()
                ? Member.statement("return new $T($L)", member.nested("Vjp"), CodeBlock.join(results, ", "))
                : Member.statement("return $L", results.get(0));
    }

    private MethodSpec gradient() {
        boolean single = arguments.differentiable().size() == 1;
        ClassName record = member.nested("Gradient");
        TypeName type =
                single ? Arguments.typeName(arguments.differentiable().get(0).type()) : record;
        Documentation documentation = Documentation.of(
                        (single ? "Returns the gradient of " : "Returns the value and the gradient of ")
                                + member.link()
                                + ", by one reverse sweep.")
                .primals(member.method().name(), arguments.all())
                .returns(single ? derivativeBy(arguments.differentiable().get(0)) : "the value and the gradient")
                .throwsForNull(member.takesArrays());
        MethodSpec.Builder method = member.method("Gradient", type, arguments.primals())
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks());
        Names names = new Names(Set.copyOf(Arguments.join(arguments.names(), arguments.adjoints())));
        for (Argument array : arguments.arrays()) {
            method.addCode(array.adjointPlace().declareLike(array.place()));
        }
        CodeBlock call = member.call(
                hasChecks() ? "Reverse" : "Vjp",
                Arguments.join(arguments.names(), List.of("1.0"), arguments.adjoints()));
        if (single && !member.hasVjpResult()) {
            Argument array = arguments.arrays().get(0);
            return method.addStatement("$L", call)
                    .addStatement("return $L", component(array, ""))
                    .build();
        }
        String vjp = names.declare(member.hasVjpResult() ? "vjp" : Arguments.VALUE);
        if (single) {
            return method.addStatement(
                            "return $L", component(arguments.scalars().get(0), call.toString()))
                    .build();
        }
        List<CodeBlock> components = new ArrayList<>();
        components.add(CodeBlock.of(member.hasVjpResult() ? "$L.value()" : "$L", vjp));
        arguments.differentiable().forEach(argument -> components.add(component(argument, vjp)));
        return method.addStatement("$T $L = $L", member.vjpType(), vjp, call)
                .addStatement("return new $T($L)", record, CodeBlock.join(components, ", "))
                .build();
    }

    /** The derivative by one parameter, in the parameter's own type. */
    private static CodeBlock component(Argument argument, String vjp) {
        boolean isFloat = argument.type().kind() == Type.Kind.FLOAT;
        if (argument.isScalar()) {
            return CodeBlock.of("$L$L.$L()", isFloat ? "(float) " : "", vjp, argument.name());
        }
        return isFloat
                ? CodeBlock.of(
                        "$T.toFloat($L, $T.class)",
                        Place.ROWS,
                        argument.adjoint(),
                        argument.place().typeName())
                : CodeBlock.of("$L", argument.adjoint());
    }

    private static String derivativeBy(Argument argument) {
        return argument.isScalar()
                ? "the derivative with respect to {@code " + argument.name() + "}"
                : "a new array of the " + Documentation.extent(argument.type()) + " of {@code " + argument.name()
                        + "}, the derivative with respect to each element";
    }

    private TypeSpec gradientResult() {
        Documentation documentation = Documentation.of("The value of " + member.link() + " and its gradient.")
                .parameter(Arguments.VALUE, "the value");
        List<ParameterSpec> components = new ArrayList<>(List.of(member.value().parameter()));
        for (Argument argument : arguments.differentiable()) {
            components.add(argument.place().parameter());
            documentation.parameter(
                    argument.name(),
                    argument.isScalar()
                            ? derivativeBy(argument)
                            : "the derivative with respect to each element of {@code " + argument.name() + "}");
        }
        return member.result(member.nested("Gradient"), components, documentation);
    }

    private MethodSpec valueAndGradient() {
        Argument array = arguments.arrays().get(0);
        Place gradient = new Place(Arguments.GRADIENT, Type.DOUBLES);
        Documentation documentation = workspace
                .document(Documentation.of(
                                "Overwrites an array with the gradient of " + member.link() + ", by one reverse sweep.")
                        .primals(member.method().name(), arguments.all())
                        .parameter(
                                Arguments.GRADIENT,
                                "overwritten with the gradient, of the length of {@code " + array.name() + "}"))
                .returns("the value")
                .throwsForNull(true)
                .throwsForBuffers(true);
        List<ParameterSpec> parameters =
                Arguments.join(arguments.primals(), List.of(gradient.parameter()), workspace.parameters());
        return member.method("ValueAndGradient", member.returned(), parameters)
                .addJavadoc(documentation.code())
                .addCode(unlessPlain(
                        "ValueAndGradient",
                        Arguments.join(arguments.names(), List.of(Arguments.GRADIENT)),
                        member.primalChecks(),
                        member.bufferChecks(List.of(gradient), member.primalArrays()),
                        workspace.check(),
                        member.clear(List.of(gradient)),
                        sweep(Arguments.join(arguments.names(), List.of("1.0", Arguments.GRADIENT)))))
                .build();
    }
}
