package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.ir.Derivatives.InPlace;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The members that derivatives of other methods call for a method that writes to arrays. What such an array holds before the
 * call varies there: its tangents and adjoints go in, and those of what it holds afterwards, or before, come out.
 */
final class InPlaceMembers {

    private static final String JVP = "JvpInPlace";
    private static final String VJP = "VjpInPlace";
    private static final String SECOND = "VjpInPlaceJvp";
    private static final String DOT = "Dot";

    private final Member member;
    private final Arguments arguments;
    private final InPlace sweeps;
    private final Optional<Type> returned;
    private final List<Argument> updated;

    InPlaceMembers(Member member) {
        this.member = member;
        this.arguments = member.arguments();
        this.sweeps = member.derivatives().inPlace().orElseThrow();
        this.returned =
                member.method().inPlace().results().stream().map(Value::type).findFirst();
        this.updated = arguments.outputs().stream()
                .filter(output -> output.type().isReal())
                .toList();
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(jvp()).addMethod(vjp(WorkspaceParameter.NONE));
        if (member.method().workspace()) {
            type.addMethod(vjp(WorkspaceParameter.beside(names(sensitivities()))));
        }
        sweeps.second().ifPresent(second -> type.addMethod(second(second)));
        if (returnsArray()) {
            type.addType(tangentRecord());
        }
        if (member.hasVjpResult()) {
            type.addType(adjointRecord(VJP, false));
            sweeps.second().ifPresent(second -> type.addType(adjointRecord(SECOND, true)));
        }
    }

    private MethodSpec jvp() {
        List<Place> tangents = updated.stream().map(Argument::tangentPlace).toList();
        Documentation documentation = Documentation.of(
                        "The derivative of " + member.link() + " along a direction, for derivatives of what calls it.")
                .primals(member.method().name(), arguments.all())
                .tangents(arguments.differentiable());
        updated.forEach(output -> documentation.parameter(
                output.tangent(),
                "the tangents of what {@code " + output.name() + "} holds, replaced by those of what is left in it"));
        documentation.returns(returned.map(type -> type.isReal() ? "the value and its tangent" : "the value")
                .orElse(""));
        List<Place> all = Arguments.join(arguments.tangentPlaces(), tangents);
        return method(JVP, tangentType(), all)
                .addJavadoc(documentation.code())
                .addCode(
                        member.method().returnsRecord()
                                ? Member.body(
                                        member.derivatives().jvp(), names(all), member.jvpNames(), member::withTangent)
                                : Member.body(member.derivatives().jvp(), names(all), resultNames(), this::withTangent))
                .build();
    }

    private List<String> resultNames() {
        return returned.map(type -> type.isReal() ? List.of(Arguments.VALUE, "valueDot") : List.of(Arguments.VALUE))
                .orElse(List.of());
    }

    private MethodSpec.Builder method(String suffix, TypeName result, List<Place> more) {
        return member.method(suffix, result, Arguments.join(arguments.primals(), Arguments.parameters(more)));
    }

    private List<String> names(List<Place> more) {
        return Arguments.join(arguments.names(), Place.names(more));
    }

    private boolean returnsArray() {
        return !member.method().returnsRecord()
                && returned.filter(type -> type.isArray() && type.isReal()).isPresent();
    }

    private TypeName tangentType() {
        if (returnsArray() || member.method().returnsRecord()) {
            return member.nested("Jvp");
        }
        return returned.map(type -> type.isReal() ? Member.DUAL : Arguments.typeName(type))
                .orElse(TypeName.VOID);
    }

    private CodeBlock withTangent(List<CodeBlock> results) {
        if (returned.isEmpty()) {
            return CodeBlock.of("");
        }
        return returned.get().isReal()
                ? Member.statement("return new $T($L, $L)", tangentType(), results.get(0), results.get(1))
                : Member.statement("return $L", results.get(0));
    }

    private TypeSpec tangentRecord() {
        Type type = returned.orElseThrow();
        List<ParameterSpec> components = List.of(
                Arguments.parameter(type, Arguments.VALUE), Arguments.parameter(type.derivative(), Arguments.TANGENT));
        return member.result(
                member.nested("Jvp"),
                components,
                Documentation.of("What " + member.link() + " results in, and its tangent.")
                        .parameter(Arguments.VALUE, "the value")
                        .parameter(Arguments.TANGENT, "its tangent"));
    }

    private MethodSpec vjp(WorkspaceParameter workspace) {
        Documentation documentation = Documentation.of(
                        "The reverse sweep of " + member.link() + ", for derivatives of what calls it.")
                .primals(member.method().name(), arguments.all());
        seeds().forEach(seed -> documentation.parameter(seed.name(), "the adjoint of the value"));
        documentation.buffers(arguments.arrays(), true);
        updated.forEach(output -> documentation.parameter(
                output.adjoint(),
                "the adjoint of what is left in {@code " + output.name() + "}, replaced by that of what it holds"));
        workspace.document(documentation).returns(member.hasVjpResult() ? "the adjoints of the scalar parameters" : "");
        List<String> results =
                arguments.scalars().stream().map(Argument::adjoint).toList();
        return sweep(VJP, sensitivities(), documentation, sweeps.vjp(), results, workspace);
    }

    private MethodSpec second(Function second) {
        Documentation documentation = Documentation.of("The derivative of {@code " + member.name(VJP)
                        + "} along a direction, for second derivatives of what calls it.")
                .primals(member.method().name(), arguments.all());
        sensitivities().forEach(each -> documentation.parameter(each.name(), "as in {@code " + member.name(VJP) + "}"));
        List<Place> tangents = tangentsOfVjp();
        for (int i = 0; i < tangents.size(); i++) {
            documentation.parameter(
                    tangents.get(i).name(),
                    "the tangent of {@code " + varying().get(i).name() + "}");
        }
        documentation.returns(member.hasVjpResult() ? "the adjoints of the scalar parameters, and their tangents" : "");
        List<Place> more = Arguments.join(sensitivities(), tangents);
        return sweep(SECOND, more, documentation, second, List.of(), WorkspaceParameter.NONE);
    }

    private MethodSpec sweep(
            String suffix,
            List<Place> more,
            Documentation documentation,
            Function code,
            List<String> results,
            WorkspaceParameter workspace) {
        CodeBlock body = workspace.isThere() && !WorkspaceParameter.serves(code)
                ? Member.statement(member.hasVjpResult() ? "return $L" : "$L", member.call(suffix, names(more)))
                : workspace.wholeBody(code, names(more), results, values -> adjoints(suffix, values));
        return method(suffix, member.hasVjpResult() ? member.nested(suffix) : TypeName.VOID, more)
                .addParameters(workspace.parameters())
                .addJavadoc(documentation.code())
                .addCode(checks())
                .addCode(body)
                .build();
    }

    /** The caller makes copies of rows, and so must have no row twice; where it has, it has its adjoints twice. */
    private CodeBlock checks() {
        List<Place> nested = updated.stream()
                .map(Argument::adjointPlace)
                .filter(Place::isNested)
                .toList();
        return Place.checkDistinct(nested, List.of());
    }

    private CodeBlock adjoints(String suffix, List<CodeBlock> results) {
        return member.hasVjpResult()
                ? Member.statement("return new $T($L)", member.nested(suffix), CodeBlock.join(results, ", "))
                : CodeBlock.of("");
    }

    private List<Place> seeds() {
        return returned.isPresent() ? arguments.seeds() : List.of();
    }

    /** What the reverse sweep takes beside the method's own parameters. */
    private List<Place> sensitivities() {
        return Arguments.join(
                seeds(),
                arguments.adjointPlaces(),
                updated.stream().map(Argument::adjointPlace).toList());
    }

    /** All that varies of what the reverse sweep takes: first what it does not write to. */
    private List<Place> varying() {
        return Arguments.join(
                arguments.differentiable().stream().map(Argument::place).toList(),
                seeds(),
                updated.stream().map(Argument::place).toList(),
                arguments.adjointPlaces(),
                updated.stream().map(Argument::adjointPlace).toList());
    }

    /** The tangents of that, in the same order. */
    private List<Place> tangentsOfVjp() {
        return Arguments.join(
                arguments.tangentPlaces(),
                returned.isPresent() ? arguments.seedTangents() : List.of(),
                updated.stream().map(Argument::tangentPlace).toList(),
                Stream.concat(arguments.arrays().stream(), updated.stream())
                        .map(Argument::adjointTangentPlace)
                        .toList());
    }

    /** The adjoints of the scalar parameters, with their tangents or without. */
    private TypeSpec adjointRecord(String suffix, boolean withTangents) {
        Documentation documentation = Documentation.of("The adjoints of the scalar parameters of " + member.link()
                + (withTangents ? ", and their tangents." : "."));
        List<ParameterSpec> components = new ArrayList<>();
        for (Argument scalar : arguments.scalars()) {
            documentation.parameter(scalar.name(), "the adjoint of {@code " + scalar.name() + "}");
            components.add(Arguments.parameter(Type.DOUBLE, scalar.name()));
        }
        for (Argument scalar : withTangents ? arguments.scalars() : List.<Argument>of()) {
            documentation.parameter(scalar.name() + DOT, "the tangent of that");
            components.add(Arguments.parameter(Type.DOUBLE, scalar.name() + DOT));
        }
        return member.result(member.nested(suffix), components, documentation);
    }
}
