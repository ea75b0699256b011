package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code fJacobian} and the two that it chooses from. */
final class JacobianMembers {

    private static final TypeName ROWS = ArrayTypeName.of(Arguments.typeName(Type.DOUBLES));

    private final Member member;
    private final Arguments arguments;
    private final String jacobian;
    private final String seed;
    private final String tangent;
    private final String pullback;
    private final String row;
    private final String rows;
    private final String i;
    private final String j;

    JacobianMembers(Member member) {
        this.member = member;
        this.arguments = member.arguments();
        Set<String> taken = new HashSet<>(Code.CLASSES);
        taken.addAll(arguments.names());
        taken.addAll(arguments.tangents());
        taken.addAll(arguments.adjoints());
        Names names = new Names(taken);
        jacobian = names.declare("jacobian");
        seed = names.declare(Arguments.SEED);
        tangent = names.declare(Arguments.TANGENT);
        pullback = names.declare("pullback");
        row = names.declare("row");
        rows = names.declare("rows");
        i = names.declare("i");
        j = names.declare("j");
    }

    List<MethodSpec> all() {
        if (arguments.isOfOneVector()) {
            return List.of(ofFunction("", "of"), ofFunction("Forward", "forward"), ofFunction("Reverse", "reverse"));
        }
        return List.of(chosen(), forward(), reverse());
    }

    private MethodSpec.Builder method(String suffix, String how) {
        String parameters = String.join(
                ", ",
                arguments.differentiable().stream()
                        .map(argument -> "{@code " + argument.name() + "}")
                        .toList());
        Documentation documentation = Documentation.of("Returns the Jacobian of " + member.link() + ", by " + how + ".")
                .primals(member.method().name(), arguments.all())
                .returns("a row for each result, a column for each differentiable parameter: " + parameters
                        + (arguments.differentiable().size() > 1 ? " laid end to end" : ""))
                .throwsForNull(member.takesArrays());
        return member.method("Jacobian" + suffix, ROWS, arguments.primals())
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks());
    }

    private static String how(String suffix) {
        return switch (suffix) {
            case "Forward" -> "one forward sweep for each column";
            case "Reverse" -> "one forward sweep and one reverse sweep for each row";
            default -> "forward or by reverse sweeps, whichever its shape makes cheaper";
        };
    }

    private MethodSpec ofFunction(String suffix, String method) {
        List<String> constants =
                arguments.constants().stream().map(Argument::name).toList();
        List<String> names =
                arguments.differentiable().stream().map(Argument::name).toList();
        CodeBlock vector = arguments.isOneArray()
                ? CodeBlock.of("$L", names.get(0))
                : CodeBlock.of("new double[] {$L}", String.join(", ", names));
        return method(suffix, how(suffix))
                .addStatement(
                        "return $T.$L($L, $L)", Member.JACOBIANS, method, member.call("Function", constants), vector)
                .build();
    }

    private CodeBlock results() {
        return CodeBlock.of(
                "$L.length",
                member.primal(arguments.names().stream()
                        .map(name -> CodeBlock.of("$L", name))
                        .toList()));
    }

    private MethodSpec chosen() {
        return method("", how(""))
                .addStatement("int $L = $L", rows, results())
                .beginControlFlow("if ($T.reverseIsCheaper($L, $L))", Member.JACOBIANS, rows, arguments.columns())
                .addStatement("return $L", member.call("JacobianReverse", arguments.names()))
                .endControlFlow()
                .addStatement("return $L", member.call("JacobianForward", arguments.names()))
                .build();
    }

    private MethodSpec forward() {
        MethodSpec.Builder method = method("Forward", how("Forward"))
                .addStatement("double[] $L = new double[$L]", tangent, results())
                .addStatement("double[][] $L = new double[$L.length][$L]", jacobian, tangent, arguments.columns());
        arguments
                .arrays()
                .forEach(array ->
                        method.addStatement("double[] $L = new double[$L.length]", array.tangent(), array.name()));
        for (int index = 0; index < arguments.differentiable().size(); index++) {
            Argument argument = arguments.differentiable().get(index);
            if (argument.isScalar()) {
                method.addStatement("$L", jvp(argument)).addCode(column(arguments.columnsBefore(index)));
                continue;
            }
            String before = arguments.columnsBefore(index);
            method.beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", j, j, argument.name(), j)
                    .addStatement("$L[$L] = 1.0", argument.tangent(), j)
                    .addStatement("$L", jvp(null))
                    .addStatement("$L[$L] = 0.0", argument.tangent(), j)
                    .addCode(column(before.equals("0") ? j : before + " + " + j))
                    .endControlFlow();
        }
        return method.addStatement("return $L", jacobian).build();
    }

    /** The sweep in the direction of a scalar, or in that of which one array's tangent holds the 1. */
    private CodeBlock jvp(Argument direction) {
        List<String> passed = new ArrayList<>(arguments.names());
        for (Argument argument : arguments.differentiable()) {
            String scalar = argument == direction ? "1.0" : "0.0";
            passed.add(argument.isScalar() ? scalar : argument.tangent());
        }
        passed.add(tangent);
        return member.call("Jvp", passed);
    }

    private CodeBlock column(String index) {
        return CodeBlock.builder()
                .beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", i, i, tangent, i)
                .addStatement("$L[$L][$L] = $L[$L]", jacobian, i, index, tangent, i)
                .endControlFlow()
                .build();
    }

    private MethodSpec reverse() {
        MethodSpec.Builder method = method("Reverse", how("Reverse"))
                .addStatement(
                        "$T $L = $L", member.nested("Pullback"), pullback, member.call("Forward", arguments.names()))
                .addStatement("double[] $L = new double[$L.value().length]", seed, pullback)
                .addStatement("double[][] $L = new double[$L.length][$L]", jacobian, seed, arguments.columns());
        arguments
                .arrays()
                .forEach(array ->
                        method.addStatement("double[] $L = new double[$L.length]", array.adjoint(), array.name()));
        String list = String.join(", ", Arguments.join(List.of(seed), arguments.adjoints()));
        method.beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", i, i, seed, i)
                .addStatement("$L[$L] = 1.0", seed, i);
        if (member.hasVjpResult()) {
            method.addStatement("$T $L = $L.apply($L)", member.nested("Vjp"), row, pullback, list);
        } else {
            method.addStatement("$L.apply($L)", pullback, list);
        }
        method.addStatement("$L[$L] = 0.0", seed, i);
        for (int index = 0; index < arguments.differentiable().size(); index++) {
            method.addCode(part(arguments.differentiable().get(index), arguments.columnsBefore(index)));
        }
        return method.endControlFlow().addStatement("return $L", jacobian).build();
    }

    private CodeBlock part(Argument argument, String before) {
        return argument.isScalar()
                ? Member.statement("$L[$L][$L] = $L.$L()", jacobian, i, before, row, argument.name())
                : Member.statement(
                        "$T.arraycopy($L, 0, $L[$L], $L, $L.length)",
                        System.class,
                        argument.adjoint(),
                        jacobian,
                        i,
                        before,
                        argument.name());
    }
}
