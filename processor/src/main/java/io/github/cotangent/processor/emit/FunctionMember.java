package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** {@code fFunction}: the method as a function of one vector, its constants bound. */
final class FunctionMember {

    private static final ClassName SCALAR_FUNCTION = ClassName.get("io.github.cotangent", "ScalarFunction");
    private static final ClassName TWICE_DIFFERENTIABLE_FUNCTION =
            ClassName.get("io.github.cotangent", "TwiceDifferentiableFunction");
    private static final ClassName VECTOR_FUNCTION = ClassName.get("io.github.cotangent", "VectorFunction");
    private static final ClassName PULLBACK = ClassName.get("io.github.cotangent", "Pullback");

    private final Member users;
    private final Member member;
    private final Arguments arguments;
    private final boolean isRecord;
    private final String x;
    private final String direction;
    private final String tangent;
    private final String seed;
    private final String adjoint;
    private final String result;
    private final String both;
    private final String hvp;
    private final String products;
    private final String value;
    private final String kept;

    FunctionMember(Member member) {
        this(member, member);
    }

    /**
     * The function of a method with records.
     *
     * @param users the members that users call
     * @param member those that take the components of records
     */
    FunctionMember(Member users, Member member) {
        this.users = users;
        this.member = member;
        this.arguments = member.arguments();
        this.isRecord = member.method().returnsRecord();
        Set<String> taken = new HashSet<>(Code.CLASSES);
        users.arguments().bound().forEach(bound -> taken.add(bound.name()));
        Names names = new Names(taken);
        x = names.declare("x");
        direction = names.declare("direction");
        tangent = names.declare("tangent");
        seed = names.declare("seed");
        adjoint = names.declare("adjoint");
        result = names.declare("vjp");
        both = names.declare("jvp");
        hvp = names.declare("hvp");
        products = names.declare("products");
        value = names.declare("value");
        kept = names.declare("kept");
    }

    MethodSpec function() {
        if (!member.method().isScalar()) {
            return function(VECTOR_FUNCTION, List.of(value(), vectorJvp(), vectorVjp(), pullback()));
        }
        return member.derivatives().hvp().isPresent()
                ? function(TWICE_DIFFERENTIABLE_FUNCTION, List.of(value(), scalarJvp(), scalarVjp(), hvp()))
                : function(SCALAR_FUNCTION, List.of(value(), scalarJvp(), scalarVjp()));
    }

    private MethodSpec function(ClassName type, List<MethodSpec> methods) {
        List<Argument> bound = users.arguments().bound();
        List<Place> places = bound.stream().map(Argument::place).toList();
        boolean arrays = places.stream().anyMatch(place -> place.type().holdsArray());
        Documentation documentation =
                Documentation.of("Returns " + member.link() + " as a function of one vector: " + vector() + ".");
        bound.stream()
                .filter(constant -> !constant.isOutput())
                .forEach(constant -> documentation.primals(member.method().name(), List.of(constant)));
        arguments
                .outputs()
                .forEach(output -> documentation.parameter(
                        output.name(),
                        "as long as the value; each evaluation begins with a copy of it, and it stays as it is"));
        documentation
                .returns("the function" + (arrays ? "; it reads the arrays given here, and does not copy them" : ""))
                .throwsForNull(arrays);
        TypeSpec implementation = TypeSpec.anonymousClassBuilder("")
                .addSuperinterface(type)
                .addMethods(methods)
                .build();
        return users.method("Function", type, Arguments.parameters(places))
                .addJavadoc(documentation.code())
                .addCode(Member.checksPresent(places))
                .addStatement("return $L", implementation)
                .build();
    }

    private String vector() {
        List<String> names = users.arguments().differentiable().stream()
                .map(argument -> "{@code " + argument.name() + "}")
                .toList();
        return arguments.isOneVector() ? names.get(0) : String.join(", ", names) + ", in this order";
    }

    private static MethodSpec.Builder override(String name, TypeName result, List<ParameterSpec> parameters) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addParameters(parameters);
    }

    private static ParameterSpec array(String name) {
        return Arguments.parameter(Type.DOUBLES, name);
    }

    /** The type of the value: {@code double} also for a {@code float}. */
    private TypeName valueType() {
        return isRecord
                ? Arguments.typeName(Type.DOUBLES)
                : Arguments.typeName(arguments.results().get(0).value().type().derivative());
    }

    /** The output's copy that one evaluation writes to. */
    private CodeBlock newValue() {
        return arguments.hasOutputs()
                ? Member.statement(
                        "double[] $L = $L",
                        value,
                        arguments.outputPlaces().get(0).copy())
                : CodeBlock.of("");
    }

    /** Returns what a call gives, or what it has written to the output's copy. */
    private CodeBlock returned(CodeBlock call) {
        return arguments.hasOutputs()
                ? CodeBlock.builder()
                        .addStatement("$L", call)
                        .addStatement("return $L", value)
                        .build()
                : Member.statement("return $L", call);
    }

    /** Checks an array that goes with the output; for what is returned, the member checks it. */
    private CodeBlock checkResult(String array) {
        if (isRecord) {
            CodeBlock length = CodeBlock.of("$L", arguments.results().size());
            return new Place(array, Type.DOUBLES).checkLength(length);
        }
        return arguments.hasOutputs()
                ? new Place(array, Type.DOUBLES)
                        .checkLike(arguments.outputPlaces().get(0))
                : CodeBlock.of("");
    }

    private MethodSpec value() {
        return override("value", valueType(), List.of(array(x)))
                .addCode(checkVector(x))
                .addCode(newValue())
                .addCode(isRecord ? valueOfRecord() : returned(member.primal(primals())))
                .build();
    }

    private CodeBlock valueOfRecord() {
        return CodeBlock.builder()
                .addStatement("$T $L = $L", member.returned(), value, member.primal(primals()))
                .addStatement("return $L", vector(value))
                .build();
    }

    /** What was returned, as a vector or a number. */
    private CodeBlock vector(String returned) {
        return isRecord
                ? CodeBlock.of("new double[] {$L}", String.join(", ", numbers(returned)))
                : CodeBlock.of("$L", returned);
    }

    /** The real components of the record that is returned. */
    private List<String> numbers(String record) {
        return arguments.results().stream()
                .map(result -> result.leaf().of(record).name())
                .toList();
    }

    /** What is passed on for the seed. */
    private List<CodeBlock> seeds() {
        return isRecord
                ? IntStream.range(0, arguments.results().size())
                        .mapToObj(i -> CodeBlock.of("$L[$L]", seed, i))
                        .toList()
                : List.of(CodeBlock.of("$L", seed));
    }

    private CodeBlock checkVector(String vector) {
        return arguments.isOneVector() ? CodeBlock.of("") : checkLength(vector);
    }

    /** Checks a vector that goes with {@code x}. */
    private CodeBlock checkLength(String vector) {
        int scalars = arguments.scalars().size();
        return new Place(vector, Type.DOUBLES)
                .checkLength(arguments.isOneVector() ? CodeBlock.of("$L.length", x) : CodeBlock.of("$L", scalars));
    }

    private CodeBlock checkPoint() {
        return arguments.isOneVector()
                ? Member.statement("$T.requireNonNull($L, $S)", java.util.Objects.class, x, x)
                : checkLength(x);
    }

    /** The method's parameters, taken from the vector and the constants. */
    private List<CodeBlock> primals() {
        List<CodeBlock> primals = new ArrayList<>();
        int place = 0;
        for (Argument argument : users.arguments().all()) {
            for (Leaf leaf : Leaf.of(argument.type())) {
                if (argument.isOutput()) {
                    primals.add(CodeBlock.of("$L", value));
                } else if (!argument.differentiable()) {
                    primals.add(CodeBlock.of("$L", leaf.of(argument.name()).name()));
                } else if (leaf.type().isArray()) {
                    primals.add(CodeBlock.of("$L", x));
                } else {
                    String cast = leaf.type().equals(Type.DOUBLE) ? "" : "(" + leaf.type() + ") ";
                    primals.add(CodeBlock.of("$L$L[$L]", cast, x, place++));
                }
            }
        }
        return primals;
    }

    private List<CodeBlock> elements(String vector) {
        List<CodeBlock> elements = new ArrayList<>();
        for (int i = 0; i < arguments.scalars().size(); i++) {
            elements.add(CodeBlock.of("$L[$L]", vector, i));
        }
        return arguments.isOneVector() ? List.of(CodeBlock.of("$L", vector)) : elements;
    }

    private CodeBlock call(String suffix, List<CodeBlock> more) {
        List<CodeBlock> all = Arguments.join(primals(), more);
        return CodeBlock.of("$L($L)", member.name(suffix), CodeBlock.join(all, ", "));
    }

    private MethodSpec scalarJvp() {
        return override("jvp", Member.DUAL, List.of(array(x), array(direction)))
                .addCode(checkPoint())
                .addCode(checkLength(direction))
                .addStatement("return $L", call("Jvp", elements(direction)))
                .build();
    }

    /** The numbers of the record of a value and its tangent. */
    private CodeBlock jvpOfRecord() {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T $L = $L", member.jvpResult(), both, call("Jvp", elements(direction)));
        List<String> tangents = numbers(both + ".tangent()");
        for (int i = 0; i < tangents.size(); i++) {
            code.addStatement("$L[$L] = $L", tangent, i, tangents.get(i));
        }
        return code.addStatement("return $L", vector(both + ".value()")).build();
    }

    private MethodSpec vectorJvp() {
        CodeBlock buffer = CodeBlock.of("$L", tangent);
        return override("jvp", valueType(), List.of(array(x), array(direction), array(tangent)))
                .addCode(checkPoint())
                .addCode(checkLength(direction))
                .addCode(checkResult(tangent))
                .addCode(
                        arguments.isOneVector() && !arguments.hasOutputs()
                                ? CodeBlock.of("")
                                : distinct(tangent, List.of(x, direction)))
                .addCode(newValue())
                .addCode(
                        isRecord
                                ? jvpOfRecord()
                                : returned(call("Jvp", Arguments.join(elements(direction), List.of(buffer)))))
                .build();
    }

    private static CodeBlock distinct(String buffer, List<String> others) {
        return new Place(buffer, Type.DOUBLES)
                .checkDistinct(others.stream()
                        .map(other -> new Place(other, Type.DOUBLES))
                        .toList());
    }

    private MethodSpec scalarVjp() {
        List<ParameterSpec> parameters = List.of(array(x), Arguments.parameter(Type.DOUBLE, seed), array(adjoint));
        if (!arguments.isOneVector()) {
            return vjp(parameters, List.of(x));
        }
        Place buffer = new Place(adjoint, Type.DOUBLES);
        List<Place> constants = users.arguments().bound().stream()
                .map(Argument::place)
                .filter(place -> place.type().isArray())
                .toList();
        return override("vjp", valueType(), parameters)
                .addCode(checkPoint())
                .addCode(checkLength(adjoint))
                .addCode(distinct(adjoint, List.of(x)))
                .addCode(buffer.checkDistinct(constants))
                .addCode(member.clear(List.of(buffer)))
                .addStatement(
                        "return $L", call("Reverse", List.of(CodeBlock.of("$L", seed), CodeBlock.of("$L", adjoint))))
                .build();
    }

    private MethodSpec vectorVjp() {
        return vjp(List.of(array(x), array(seed), array(adjoint)), List.of(x, seed));
    }

    private MethodSpec vjp(List<ParameterSpec> parameters, List<String> read) {
        MethodSpec.Builder method = override("vjp", valueType(), parameters)
                .addCode(checkPoint())
                .addCode(checkResult(seed))
                .addCode(checkLength(adjoint))
                .addCode(distinct(adjoint, read))
                .addCode(newValue());
        if (arguments.isOneVector()) {
            CodeBlock buffer = CodeBlock.of("$L", adjoint);
            return method.addCode(returned(call("Vjp", Arguments.join(seeds(), List.of(buffer)))))
                    .build();
        }
        return method.addStatement("$T $L = $L", member.nested("Vjp"), result, call("Vjp", seeds()))
                .addCode(components(arguments, adjoint, result))
                .addStatement("return $L", arguments.hasOutputs() ? value : vector(result + ".value()"))
                .build();
    }

    private MethodSpec hvp() {
        MethodSpec.Builder method = override("hvp", TypeName.VOID, List.of(array(x), array(direction), array(hvp)))
                .addCode(checkPoint())
                .addCode(checkLength(direction))
                .addCode(checkLength(hvp))
                .addCode(distinct(hvp, List.of(x, direction)));
        if (arguments.isOneVector()) {
            CodeBlock buffer = CodeBlock.of("$L", hvp);
            return method.addStatement("$L", call("Hvp", Arguments.join(elements(direction), List.of(buffer))))
                    .build();
        }
        CodeBlock call = call("Hvp", elements(direction));
        if (arguments.scalars().size() == 1) {
            return method.addStatement("$L[0] = $L", hvp, call).build();
        }
        return method.addStatement("$T $L = $L", member.nested("Hvp"), products, call)
                .addCode(components(arguments, hvp, products))
                .build();
    }

    /** Lays the components of a record of scalars out in an array. */
    static CodeBlock components(Arguments arguments, String array, String record) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < arguments.scalars().size(); i++) {
            code.addStatement(
                    "$L[$L] = $L.$L()",
                    array,
                    i,
                    record,
                    arguments.scalars().get(i).name());
        }
        return code.build();
    }

    private MethodSpec pullback() {
        MethodSpec.Builder method =
                override("pullback", PULLBACK, List.of(array(x))).addCode(checkPoint());
        CodeBlock call = call("Pullback", List.of());
        if (!arguments.hasOutputs() && !member.isFlat()) {
            return method.addStatement("return $L", call).build();
        }
        TypeSpec withValue = TypeSpec.anonymousClassBuilder("")
                .addSuperinterface(PULLBACK)
                .addMethod(override("value", valueType(), List.of())
                        .addStatement("return $L", value)
                        .build())
                .addMethod(override("apply", TypeName.VOID, List.of(array(seed), array(adjoint)))
                        .addCode(checkResult(seed))
                        .addCode(checkLength(adjoint))
                        .addCode(distinct(adjoint, List.of(seed, value)))
                        .addCode(appliedToVector())
                        .build())
                .build();
        method.addCode(newValue()).addStatement("$T $L = $L", member.nested("Pullback"), kept, call);
        if (!arguments.hasOutputs()) {
            method.addStatement("double[] $L = $L", value, vector(kept + ".value()"));
        }
        return method.addStatement("return $L", withValue).build();
    }

    private CodeBlock appliedToVector() {
        return member.isFlat()
                ? CodeBlock.builder()
                        .addStatement(
                                "$T $L = $L.apply($L)",
                                member.nested("Vjp"),
                                result,
                                kept,
                                CodeBlock.join(seeds(), ", "))
                        .add(components(arguments, adjoint, result))
                        .build()
                : Member.statement("$L.apply($L, $L)", kept, seed, adjoint);
    }
}
