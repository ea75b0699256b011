package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The members for a method whose result is an array. */
final class VectorMembers {

    private static final TypeName DOUBLES = Arguments.typeName(Type.DOUBLES);

    private final Member member;
    private final Arguments arguments;
    private final PullbackClass pullback;

    VectorMembers(Member member) {
        this.member = member;
        this.arguments = member.arguments();
        this.pullback = new PullbackClass(member);
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(jvp());
        type.addMethod(vjp("Vjp", "apply"))
                .addMethod(vjp("VjpAdd", arguments.arrays().isEmpty() ? "apply" : "applyAdd"));
        if (member.hasVjpResult()) {
            type.addType(member.vjpResult());
        }
        type.addMethod(pullback.method()).addMethod(pullback.forward()).addType(pullback.type());
        JacobianMembers jacobians = new JacobianMembers(member);
        type.addMethods(jacobians.all());
        if (arguments.isOfOneVector()) {
            type.addMethod(new FunctionMember(member).vectorFunction());
        }
    }

    private MethodSpec jvp() {
        List<ParameterSpec> parameters = Arguments.join(
                arguments.primals(),
                arguments.tangentParameters(),
                List.of(Arguments.parameter(Type.DOUBLES, Arguments.TANGENT)));
        Documentation documentation = Documentation.of("Overwrites {@code tangent} with the derivative of "
                        + member.link() + " along a direction, by one forward sweep.")
                .primals(member.method().name(), arguments.all())
                .tangents(arguments.differentiable())
                .parameter(Arguments.TANGENT, "overwritten with the tangent of the value, of its length")
                .returns("the value")
                .throwsForNull(true)
                .throwsForBuffers(true);
        Code.Surroundings surroundings = new Code.Surroundings(
                Arguments.join(arguments.names(), arguments.tangents()),
                Set.of(Arguments.TANGENT),
                true,
                List.of(Arguments.VALUE, "valueDot"));
        List<String> read = Arguments.join(
                member.realArrays(),
                arguments.arrays().stream().map(Arguments.Argument::tangent).toList());
        MethodSpec.Builder method = member.method("Jvp", DOUBLES, parameters)
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addCode(member.tangentChecks());
        if (read.isEmpty()) {
            method.addStatement("$T.requireNonNull($L, $S)", Objects.class, Arguments.TANGENT, Arguments.TANGENT);
        }
        read.forEach(array -> method.addCode(Member.checkDistinct(Arguments.TANGENT, array)));
        return method.addCode(Code.of(member.derivatives().jvp(), surroundings, VectorMembers::copied))
                .build();
    }

    private static CodeBlock copied(List<CodeBlock> results) {
        CodeBlock value = results.get(0);
        return CodeBlock.builder()
                .add(Member.checkLength(Arguments.TANGENT, value + ".length"))
                .addStatement("$T.arraycopy($L, 0, tangent, 0, tangent.length)", System.class, results.get(1))
                .addStatement("return $L", value)
                .build();
    }

    private MethodSpec vjp(String suffix, String apply) {
        boolean adds = suffix.equals("VjpAdd");
        String first = arguments.arrays().isEmpty()
                ? "Carries a seed back through " + member.link() + ", by one reverse sweep."
                : (adds ? "Adds a seed carried back through " : "Overwrites buffers with a seed carried back through ")
                        + member.link()
                        + (adds ? " to buffers" : "")
                        + ", by one reverse sweep.";
        Documentation documentation = Documentation.of(first)
                .primals(member.method().name(), arguments.all())
                .parameter(Arguments.SEED, "the sensitivities of something to the results, of the length of the value")
                .buffers(arguments.arrays(), adds)
                .returns(member.vjpMeaning())
                .throwsForNull(true)
                .throwsForBuffers(true);
        List<ParameterSpec> parameters = Arguments.join(
                arguments.primals(),
                List.of(Arguments.parameter(Type.DOUBLES, Arguments.SEED)),
                arguments.adjointParameters());
        MethodSpec.Builder method = member.method(suffix, member.vjpType(), parameters)
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks());
        // What the pullback checks besides, it checks before it writes.
        for (String adjoint : arguments.adjoints()) {
            member.realArrays().forEach(array -> method.addCode(Member.checkDistinct(adjoint, array)));
        }
        String list = String.join(", ", Arguments.join(List.of(Arguments.SEED), arguments.adjoints()));
        CodeBlock forward = member.call("Forward", arguments.names());
        if (member.hasVjpResult()) {
            return method.addStatement("return $L.$L($L)", forward, apply, list).build();
        }
        String kept =
                new Names(Set.copyOf(Arguments.join(arguments.names(), arguments.adjoints()))).declare("pullback");
        return method.addStatement("$T $L = $L", member.nested("Pullback"), kept, forward)
                .addStatement("$L.$L($L)", kept, apply, list)
                .addStatement("return $L.value()", kept)
                .build();
    }
}
