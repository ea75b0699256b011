package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.Arguments.Result;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code fJacobian} and the two that it chooses from. */
final class JacobianMembers {

    private static final TypeName ROWS = ArrayTypeName.of(Arguments.typeName(Type.DOUBLES));

    private final Member member;
    private final Arguments arguments;
    private final List<Result> results;
    private final boolean outputs;
    private final boolean isRecord;
    private final String jacobian;
    private final String pullback;
    private final String row;
    private final String rows;
    private final String column;
    private final String i;
    private final String j;

    JacobianMembers(Member member) {
        this.member = member;
        this.arguments = member.arguments();
        this.results = arguments.results();
        this.outputs = arguments.hasOutputs();
        this.isRecord = member.method().returnsRecord();
        Set<String> taken = new HashSet<>(Code.CLASSES);
        taken.addAll(arguments.names());
        taken.addAll(arguments.tangents());
        taken.addAll(arguments.adjoints());
        taken.addAll(Place.names(arguments.resultTangents()));
        taken.addAll(Place.names(arguments.seeds()));
        Names names = new Names(taken);
        jacobian = names.declare("jacobian");
        pullback = names.declare("pullback");
        row = names.declare("row");
        rows = names.declare("rows");
        column = names.declare("column");
        i = names.declare("i");
        j = names.declare("j");
    }

    List<MethodSpec> all() {
        Optional<MethodSpec> whole = member.derivatives().jacobian().map(this::reverse);
        if (arguments.isOfOneVector() && !outputs) {
            return List.of(
                    ofFunction("", "of"),
                    ofFunction("Forward", "forward"),
                    whole.orElseGet(() -> ofFunction("Reverse", "reverse")));
        }
        return List.of(chosen(), forward(), whole.orElseGet(this::reverse));
    }

    /** All rows by code of their own. */
    private MethodSpec reverse(Function whole) {
        return method("Reverse", how("Reverse"))
                .addCode(Member.body(
                        whole,
                        arguments.names(),
                        List.of(jacobian),
                        results -> Member.statement("return $L", results.get(0))))
                .build();
    }

    private MethodSpec.Builder method(String suffix, String how) {
        String parameters = String.join(
                ", ",
                arguments.differentiable().stream()
                        .map(argument -> "{@code " + argument.name() + "}")
                        .toList());
        Documentation documentation = Documentation.of("Returns the Jacobian of " + member.link() + ", by " + how + ".")
                .primals(member.method().name(), arguments.all())
                .returns("a row for each " + (isElementwise() ? "element of the results" : "result")
                        + ", a column for each differentiable parameter: " + parameters
                        + (arguments.differentiable().size() > 1 ? " laid end to end" : ""))
                .throwsForNull(member.takesArrays())
                .throwsForBuffers(outputs);
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
        List<String> constants = arguments.bound().stream().map(Argument::name).toList();
        List<String> names =
                arguments.differentiable().stream().map(Argument::name).toList();
        CodeBlock vector = arguments.isOneVector()
                ? CodeBlock.of("$L", names.get(0))
                : CodeBlock.of("new double[] {$L}", String.join(", ", names));
        return method(suffix, how(suffix))
                .addStatement(
                        "return $T.$L($L, $L)", Member.JACOBIANS, method, member.call("Function", constants), vector)
                .build();
    }

    /** Whether there is more to a row than its place in one vector. */
    private boolean isElementwise() {
        return isRecord || results.size() > 1 || results.get(0).value().isNested();
    }

    private CodeBlock primal() {
        return member.primal(
                arguments.names().stream().map(name -> CodeBlock.of("$L", name)).toList());
    }

    /** Where in the results laid end to end the one at {@code index} begins. */
    private static CodeBlock rowsBefore(List<Place> places, int index) {
        return Place.counts(places.subList(0, index));
    }

    /** What the results are, for their shapes. */
    private List<Place> values() {
        return results.stream().map(Result::value).toList();
    }

    /** Evaluates the method for the shapes of the arrays that the record holds, if it holds any. */
    private CodeBlock shapes() {
        return Place.arrays(values()).isEmpty()
                ? CodeBlock.of("")
                : Member.statement("$T $L = $L", member.returned(), Arguments.VALUE, primal());
    }

    /** Evaluates the method, which may throw an exception, where nothing else does: there are no parameters to vary. */
    private CodeBlock withoutSweeps() {
        boolean isEvaluated = !shapes().isEmpty() || !arguments.scalars().isEmpty();
        return isEvaluated
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .beginControlFlow("if ($L == 0)", arguments.columns())
                        .addStatement("$L", primal())
                        .endControlFlow()
                        .build();
    }

    private MethodSpec chosen() {
        CodeBlock count =
                outputs || isRecord ? Place.counts(values()) : member.value().count(primal());
        return method("", how(""))
                .addCode(isRecord ? shapes() : CodeBlock.of(""))
                .addStatement("int $L = $L", rows, count)
                .beginControlFlow("if ($T.reverseIsCheaper($L, $L))", Member.JACOBIANS, rows, arguments.columns())
                .addStatement("return $L", member.call("JacobianReverse", arguments.names()))
                .endControlFlow()
                .addStatement("return $L", member.call("JacobianForward", arguments.names()))
                .build();
    }

    private MethodSpec forward() {
        List<Place> tangents = arguments.resultTangents();
        MethodSpec.Builder method = method("Forward", how("Forward"));
        if (isRecord) {
            method.addCode(shapes())
                    .addCode(withoutSweeps())
                    .addStatement("$T $L", member.returned(), Arguments.TANGENT);
        } else {
            for (Result result : results) {
                CodeBlock like = outputs ? CodeBlock.of("$L", result.value().name()) : primal();
                method.addCode(result.tangent().declareLike(like));
            }
        }
        if (isElementwise()) {
            method.addStatement("double[] $L = new double[$L]", column, Place.counts(isRecord ? values() : tangents));
        }
        String vector = isElementwise() ? column : tangents.get(0).name();
        method.addCode(zeros(CodeBlock.of("$L.length", vector)));
        arguments.arrays().forEach(array -> method.addCode(array.tangentPlace().declareLike(array.place())));
        for (int index = 0; index < arguments.differentiable().size(); index++) {
            Argument argument = arguments.differentiable().get(index);
            String before = arguments.columnsBefore(index).toString();
            if (argument.isScalar()) {
                method.addCode(jvp(argument)).addCode(column(vector, arguments.columnsBefore(index)));
                continue;
            }
            Place tangent = argument.tangentPlace();
            CodeBlock place = before.equals("0")
                    ? CodeBlock.of("$L", j)
                    : CodeBlock.of("$L + $L", arguments.columnsBefore(index), j);
            method.beginControlFlow(
                            "for (int $L = 0; $L < $L; $L++)",
                            j,
                            j,
                            argument.place().count(),
                            j)
                    .addCode(tangent.set(j, "1.0"))
                    .addCode(jvp(null))
                    .addCode(tangent.set(j, "0.0"))
                    .addCode(column(vector, place))
                    .endControlFlow();
        }
        if (outputs) {
            method.addStatement("$L", primal());
        }
        return method.addStatement("return $L", jacobian).build();
    }

    /** The sweep in the direction of a scalar, or in that of which one array's tangent holds the 1. */
    private CodeBlock jvp(Argument direction) {
        List<CodeBlock> passed = new ArrayList<>();
        for (Argument argument : arguments.all()) {
            // Each sweep starts from what the output holds at entry.
            passed.add(argument.isOutput() ? argument.place().copy() : CodeBlock.of("$L", argument.name()));
        }
        for (Argument argument : arguments.differentiable()) {
            String scalar = argument == direction ? "1.0" : "0.0";
            passed.add(CodeBlock.of("$L", argument.isScalar() ? scalar : argument.tangent()));
        }
        if (!isRecord) {
            arguments.resultTangents().forEach(tangent -> passed.add(CodeBlock.of("$L", tangent.name())));
        }
        // In place, the sweep goes on from the tangents that the outputs have, and checks nothing again.
        CodeBlock call = CodeBlock.of(
                "$L($L)",
                outputs ? member.inPlace().name("JvpInPlace") : member.name("Jvp"),
                CodeBlock.join(passed, ", "));
        return CodeBlock.builder()
                .add(outputs ? Place.clear(arguments.resultTangents()) : CodeBlock.of(""))
                .add(
                        isRecord
                                ? Member.statement("$L = $L.tangent()", Arguments.TANGENT, call)
                                : Member.statement("$L", call))
                .build();
    }

    private CodeBlock column(String vector, CodeBlock index) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (isElementwise()) {
            List<Place> tangents = arguments.resultTangents();
            for (int k = 0; k < tangents.size(); k++) {
                code.add(tangents.get(k).flatten(CodeBlock.of("$L", column), rowsBefore(tangents, k)));
            }
        }
        return code.beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", i, i, vector, i)
                .addStatement("$L[$L][$L] = $L[$L]", jacobian, i, index, vector, i)
                .endControlFlow()
                .build();
    }

    private MethodSpec reverse() {
        MethodSpec.Builder method = method("Reverse", how("Reverse"))
                .addStatement(
                        "$T $L = $L", member.nested("Pullback"), pullback, member.call("Forward", arguments.names()));
        return isRecord ? reverseOfRecord(method) : reverseOfArrays(method);
    }

    /** One vector holds the seeds, and each result gets its part of it. */
    private MethodSpec reverseOfRecord(MethodSpec.Builder method) {
        if (!Place.arrays(values()).isEmpty()) {
            method.addStatement("$T $L = $L.value()", member.returned(), Arguments.VALUE, pullback);
        }
        method.addStatement("double[] $L = new double[$L]", Arguments.SEED, Place.counts(values()))
                .addCode(zeros(CodeBlock.of("$L.length", Arguments.SEED)));
        arguments.arrays().forEach(array -> method.addCode(array.adjointPlace().declareLike(array.place())));
        List<CodeBlock> seeds = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            CodeBlock from = rowsBefore(values(), k);
            seeds.add(
                    values().get(k).type().isArray()
                            ? values().get(k).slice(Arguments.SEED, from, rowsBefore(values(), k + 1))
                            : CodeBlock.of("$L[$L]", Arguments.SEED, from));
        }
        method.beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", i, i, Arguments.SEED, i)
                .addStatement("$L[$L] = 1.0", Arguments.SEED, i)
                .addCode(sweep(seeds))
                .addStatement("$L[$L] = 0.0", Arguments.SEED, i);
        return method.addCode(parts(CodeBlock.of("$L", i)))
                .endControlFlow()
                .addStatement("return $L", jacobian)
                .build();
    }

    private MethodSpec reverseOfArrays(MethodSpec.Builder method) {
        List<Place> seeds = arguments.seeds();
        for (Result result : results) {
            CodeBlock like = outputs ? CodeBlock.of("$L", result.value().name()) : CodeBlock.of("$L.value()", pullback);
            method.addCode(result.seed().declareLike(like));
        }
        method.addCode(zeros(Place.counts(seeds)));
        arguments.arrays().forEach(array -> method.addCode(array.adjointPlace().declareLike(array.place())));
        for (int k = 0; k < seeds.size(); k++) {
            Place seed = seeds.get(k);
            CodeBlock at = k == 0 ? CodeBlock.of("$L", i) : CodeBlock.of("$L + $L", rowsBefore(seeds, k), i);
            method.beginControlFlow("for (int $L = 0; $L < $L; $L++)", i, i, seed.count(), i)
                    .addCode(seed.set(i, "1.0"))
                    .addCode(sweep(seeds.stream()
                            .map(each -> CodeBlock.of("$L", each.name()))
                            .toList()))
                    .addCode(seed.set(i, "0.0"))
                    .addCode(parts(at))
                    .endControlFlow();
        }
        return method.addStatement("return $L", jacobian).build();
    }

    private CodeBlock zeros(CodeBlock count) {
        return Member.statement(
                "double[][] $L = $T.matrix($L, $L)", jacobian, Place.BUFFERS, count, arguments.columns());
    }

    private CodeBlock sweep(List<CodeBlock> seeds) {
        List<CodeBlock> passed = new ArrayList<>(seeds);
        arguments.adjoints().forEach(adjoint -> passed.add(CodeBlock.of("$L", adjoint)));
        CodeBlock call =
                CodeBlock.of("$L.$L($L)", pullback, PullbackClass.sweepOf(arguments), CodeBlock.join(passed, ", "));
        return CodeBlock.builder()
                .add(Place.clear(arguments.adjointPlaces()))
                .add(
                        member.hasVjpResult()
                                ? Member.statement("$T $L = $L", member.nested("Vjp"), row, call)
                                : Member.statement("$L", call))
                .build();
    }

    private CodeBlock parts(CodeBlock at) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int index = 0; index < arguments.differentiable().size(); index++) {
            code.add(part(arguments.differentiable().get(index), at, arguments.columnsBefore(index)));
        }
        return code.build();
    }

    private CodeBlock part(Argument argument, CodeBlock at, CodeBlock before) {
        return argument.isScalar()
                ? Member.statement("$L[$L][$L] = $L.$L()", jacobian, at, before, row, argument.name())
                : argument.adjointPlace().flatten(CodeBlock.of("$L[$L]", jacobian, at), before);
    }
}
