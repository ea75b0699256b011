package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.Arguments.Result;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The members for a method whose result is an array, or a record. */
final class VectorMembers {

    private final Member member;
    private final Arguments arguments;
    private final PullbackClass pullback;
    private final WorkspaceParameter workspace;

    VectorMembers(Member member) {
        this.member = member;
        this.arguments = member.arguments();
        this.pullback = new PullbackClass(member);
        this.workspace = WorkspaceParameter.beside(Arguments.join(
                arguments.names(), Place.names(arguments.seeds()), arguments.adjoints(), member.resultNames()));
    }

    void addTo(TypeSpec.Builder type) {
        boolean isHelper = member.isPrivate() && !member.isFlat();
        type.addMethod(jvp());
        if (!isHelper) {
            type.addMethod(vjp("Vjp", "apply"));
        }
        type.addMethod(vjp("VjpAdd", arguments.arrays().isEmpty() ? "apply" : "applyAdd"));
        if (member.hasVjpResult()) {
            type.addType(member.vjpResult());
        }
        if (!isHelper) {
            type.addMethod(pullback.method());
        }
        type.addMethod(pullback.forward()).addType(pullback.type());
        if (member.method().isInPlace()) {
            new InPlaceMembers(member.inPlace()).addTo(type);
        }
        if (isHelper) {
            return;
        }
        if (member.method().workspace()) {
            type.addMethod(vjpWithWorkspace("Vjp", false))
                    .addMethod(vjpWithWorkspace("VjpAdd", true))
                    .addMethod(reverse());
        }
        JacobianMembers jacobians = new JacobianMembers(member);
        type.addMethods(jacobians.all());
        if (arguments.isOfOneVector()) {
            type.addMethod(new FunctionMember(member).function());
        }
    }

    private MethodSpec jvp() {
        return member.method().returnsRecord() ? jvpOfRecord() : jvpOfArrays();
    }

    private MethodSpec jvpOfRecord() {
        Documentation documentation = Documentation.of("Returns the value of " + member.link()
                        + " and its derivative along a direction, by one forward sweep.")
                .primals(member.method().name(), arguments.all())
                .tangents(arguments.differentiable())
                .returns("the value and its tangent")
                .throwsForNull(member.takesArrays())
                .throwsForLength(!arguments.arrays().isEmpty());
        Code.Surroundings surroundings = new Code.Surroundings(
                Arguments.join(arguments.names(), arguments.tangents()), Set.of(), true, member.jvpNames());
        return member.method(
                        "Jvp", member.jvpResult(), Arguments.join(arguments.primals(), arguments.tangentParameters()))
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addCode(member.tangentChecks())
                .addCode(Code.of(member.derivatives().jvp(), surroundings, member::withTangent))
                .build();
    }

    private MethodSpec jvpOfArrays() {
        boolean outputs = arguments.hasOutputs();
        String first = outputs
                ? "Overwrites the tangents of the outputs with the derivative of "
                : "Overwrites {@code tangent} with the derivative of ";
        Documentation documentation = Documentation.of(
                        first + member.link() + " along a direction, by one forward sweep.")
                .primals(member.method().name(), arguments.all())
                .tangents(arguments.differentiable());
        for (Result result : arguments.results()) {
            String whose = outputs ? "{@code " + result.value().name() + "}" : "the value";
            documentation.parameter(
                    result.tangent().name(),
                    "overwritten with the tangent of " + whose + ", of its "
                            + Documentation.extent(result.tangent().type()));
        }
        documentation.returns(outputs ? "" : "the value").throwsForNull(true).throwsForBuffers(true);
        List<ParameterSpec> parameters = Arguments.join(
                arguments.primals(), arguments.tangentParameters(), Arguments.parameters(arguments.resultTangents()));
        MethodSpec.Builder method = member.method("Jvp", member.returned(), parameters)
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addCode(member.tangentChecks());
        List<Place> tangents = Place.arrays(arguments.tangentPlaces());
        List<String> names = Arguments.join(arguments.names(), arguments.tangents());
        if (outputs) {
            arguments.outputPlaces().forEach(output -> method.addCode(output.checkDistinct(tangents)));
            arguments
                    .results()
                    .forEach(result -> method.addCode(result.tangent().checkLike(result.value())));
        }
        CodeBlock distinct =
                Place.checkDistinct(arguments.resultTangents(), Arguments.join(member.primalArrays(), tangents));
        method.addCode(distinct.isEmpty() ? member.tangent().checkPresent() : distinct);
        if (outputs) {
            List<String> all = Arguments.join(names, Place.names(arguments.resultTangents()));
            return method.addCode(Place.clear(arguments.resultTangents()))
                    .addStatement("$L", member.inPlace().call("JvpInPlace", all))
                    .build();
        }
        Code.Surroundings surroundings =
                new Code.Surroundings(names, Set.of(Arguments.TANGENT), true, List.of(Arguments.VALUE, "valueDot"));
        return method.addCode(Code.of(member.derivatives().jvp(), surroundings, this::copied))
                .build();
    }

    private CodeBlock copied(List<CodeBlock> results) {
        CodeBlock value = results.get(0);
        return CodeBlock.builder()
                .add(member.tangent().checkLike(value))
                .add(member.tangent().copyFrom(results.get(1)))
                .addStatement("return $L", value)
                .build();
    }

    private Documentation vjpDocumentation(boolean adds) {
        String what = arguments.results().size() > 1 ? "seeds" : "a seed";
        String first = arguments.arrays().isEmpty()
                ? "Carries " + what + " back through " + member.link() + ", by one reverse sweep."
                : (adds ? "Adds " + what : "Overwrites buffers with " + what) + " carried back through "
                        + member.link()
                        + (adds ? " to buffers" : "")
                        + ", by one reverse sweep.";
        return Documentation.of(first)
                .primals(member.method().name(), arguments.all())
                .seeds(arguments.results(), !arguments.hasOutputs())
                .buffers(arguments.arrays(), adds);
    }

    private MethodSpec.Builder vjp(String suffix, Documentation documentation, List<ParameterSpec> last) {
        documentation.returns(member.vjpMeaning()).throwsForNull(true).throwsForBuffers(true);
        return member.method(suffix, member.vjpType(), Arguments.join(vjpParameters(), last))
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks());
    }

    private List<ParameterSpec> vjpParameters() {
        return Arguments.join(
                arguments.primals(), Arguments.parameters(arguments.seeds()), arguments.adjointParameters());
    }

    private MethodSpec vjp(String suffix, String apply) {
        boolean adds = suffix.equals("VjpAdd");
        boolean outputs = arguments.hasOutputs();
        MethodSpec.Builder method =
                vjp(suffix, vjpDocumentation(adds), List.of()).addCode(outputs ? outputChecks() : bufferChecks());
        String list = String.join(", ", Arguments.join(Place.names(arguments.seeds()), arguments.adjoints()));
        String sweep = outputs ? PullbackClass.sweepOf(arguments) : apply;
        if (outputs && !adds) {
            method.addCode(Place.clear(arguments.adjointPlaces()));
        }
        CodeBlock forward = member.call("Forward", arguments.names());
        if (member.hasVjpResult() || outputs) {
            String returns = member.hasVjpResult() ? "return " : "";
            return method.addStatement("$L$L.$L($L)", returns, forward, sweep, list)
                    .build();
        }
        String kept =
                new Names(Set.copyOf(Arguments.join(arguments.names(), arguments.adjoints()))).declare("pullback");
        return method.addStatement("$T $L = $L", member.nested("Pullback"), kept, forward)
                .addStatement("$L.$L($L)", kept, apply, list)
                .addStatement("return $L.value()", kept)
                .build();
    }

    /** There is no pullback: both sweeps are in one member, which takes its arrays from the workspace. */
    private MethodSpec vjpWithWorkspace(String suffix, boolean adds) {
        List<String> names = Arguments.join(arguments.names(), Place.names(arguments.seeds()), arguments.adjoints());
        CodeBlock sweep = Member.statement(
                member.vjpType().equals(TypeName.VOID) ? "$L" : "return $L",
                member.call("Reverse", workspace.after(names)));
        return vjp(suffix, workspace.document(vjpDocumentation(adds)), workspace.parameters())
                .addCode(
                        arguments.hasOutputs()
                                ? outputChecks()
                                : member.bufferChecks(arguments.adjointPlaces(), member.primalArrays()))
                .addCode(workspace.check())
                .addCode(adds ? CodeBlock.of("") : Place.clear(arguments.adjointPlaces()))
                .addCode(workspace.around(sweep))
                .build();
    }

    private MethodSpec reverse() {
        Documentation documentation = workspace
                .document(Documentation.of(
                                "Both sweeps of " + member.link() + ", of arguments that are known to be sound.")
                        .primals(member.method().name(), arguments.all())
                        .seeds(arguments.results(), !arguments.hasOutputs())
                        .buffers(arguments.arrays(), true))
                .returns(member.vjpMeaning());
        List<String> names = Arguments.join(arguments.names(), Place.names(arguments.seeds()), arguments.adjoints());
        List<String> results = Arguments.join(
                member.resultNames(),
                arguments.scalars().stream().map(Argument::adjoint).toList());
        return MethodSpec.methodBuilder(member.name("Reverse"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(member.vjpType())
                .addParameters(Arguments.join(vjpParameters(), workspace.parameters()))
                .addJavadoc(documentation.code())
                .addCode(workspace.body(member.derivatives().vjp().orElseThrow(), names, results, this::returned))
                .build();
    }

    /** The end of both sweeps, given the results, then the adjoints of the scalar parameters. */
    private CodeBlock returned(List<CodeBlock> results) {
        int count = member.method().results().size();
        List<CodeBlock> components = new ArrayList<>();
        if (!arguments.hasOutputs()) {
            components.add(member.value(results.subList(0, count)));
        }
        components.addAll(results.subList(count, results.size()));
        if (member.hasVjpResult()) {
            return Member.statement("return new $T($L)", member.nested("Vjp"), CodeBlock.join(components, ", "));
        }
        return components.isEmpty() ? CodeBlock.of("") : Member.statement("return $L", components.get(0));
    }

    /** What the pullback checks besides, it checks before it writes. */
    private CodeBlock bufferChecks() {
        return arguments.adjointPlaces().stream()
                .map(adjoint -> adjoint.checkDistinct(member.primalArrays()))
                .collect(CodeBlock.joining(""));
    }

    /** The forward sweep writes to the outputs, so all that the pullback would check is checked first. */
    private CodeBlock outputChecks() {
        CodeBlock.Builder checks = CodeBlock.builder();
        arguments.results().forEach(result -> checks.add(result.seed().checkLike(result.value())));
        arguments.outputPlaces().forEach(output -> checks.add(output.checkDistinct(arguments.seeds())));
        List<Place> read = Arguments.join(member.primalArrays(), arguments.seeds());
        return checks.add(member.bufferChecks(arguments.adjointPlaces(), read)).build();
    }
}
