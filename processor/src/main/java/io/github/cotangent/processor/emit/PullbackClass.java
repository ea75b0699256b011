package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.Arguments.Result;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The class that keeps a forward sweep, and the method that makes it.
 *
 * <p>All reverse mode of a method with an array result goes through it, so each sweep is written once, and the length of
 * the seed is checked where it is known: between the two.
 */
final class PullbackClass {

    private static final ClassName INTERFACE = ClassName.get("io.github.cotangent", "Pullback");
    private static final String ADJOINT = "adjoint";

    /** A field, and how the forward sweep refers to its content. */
    private record Kept(Type type, String name, CodeBlock source) {}

    private final Member member;
    private final Arguments arguments;
    private final Pullback pullback;
    private final ClassName name;
    private final List<String> captured = new ArrayList<>();

    PullbackClass(Member member) {
        this.member = member;
        this.arguments = member.arguments();
        this.pullback = member.derivatives()
                .pullback()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no pullback of " + member.method().name()));
        this.name = member.nested("Pullback");
        Set<String> taken = new HashSet<>(Code.CLASSES);
        taken.addAll(List.of(Arguments.VALUE, Arguments.SEED, ADJOINT));
        taken.addAll(arguments.names());
        taken.addAll(arguments.adjoints());
        taken.addAll(Place.names(arguments.seeds()));
        shaped().forEach(array -> taken.add(lengthField(array)));
        Names names = new Names(taken);
        for (int i = resultCount(); i < pullback.forward().results().size(); i++) {
            captured.add(nameOfCaptured(i, names));
        }
    }

    private int resultCount() {
        return member.method().results().size();
    }

    /** The arrays of the method's whose shapes have to be known for the checks. */
    private List<Place> shaped() {
        return Arguments.join(
                arguments.outputPlaces(),
                arguments.arrays().stream().map(Argument::place).toList());
    }

    private String nameOfCaptured(int result, Names names) {
        Value value = pullback.forward().results().get(result);
        int parameter = pullback.forward().parameters().indexOf(value);
        if (parameter >= 0) {
            return arguments.names().get(parameter);
        }
        if (isTheValue(result)) {
            return Arguments.VALUE;
        }
        return names.declare(value.isNamed() ? value.name() : Code.describing(pullback.forward(), value));
    }

    private boolean isTheValue(int result) {
        return !arguments.hasOutputs()
                && !member.method().returnsRecord()
                && pullback.forward().results().get(result)
                        == pullback.forward().results().get(0);
    }

    private boolean isCaptured(Place array) {
        return captured.contains(array.name());
    }

    /** Whether the class keeps a reference to an array of the method's, or to rows of it. */
    private boolean isKept(Place array) {
        return array.type().isArray() && (array.isNested() || isCaptured(array));
    }

    /** Whether the class keeps an array of which it does not show that it is none of the method's. */
    private boolean mayBeKeptByAnotherName(Type type) {
        Function forward = pullback.forward();
        Set<Value> own = new HashSet<>(forward.parameters());
        for (Statement statement : forward.body().statements()) {
            if (statement instanceof Let let
                    && let.primitive().allocates()
                    && let.result().type().rank() == 1) {
                own.add(let.result());
            }
        }
        return type.isArray()
                && forward.results().stream()
                        .skip(resultCount())
                        .anyMatch(value ->
                                value.type().isArray() && value.type().kind() == type.kind() && !own.contains(value));
    }

    private static String lengthField(Place array) {
        return array.name() + "Length";
    }

    /** Checks that an array has the shape of one of the method's. */
    private CodeBlock checkLike(Place buffer, Place array) {
        return isKept(array) ? buffer.checkLike(array) : buffer.checkLength(CodeBlock.of("$L", lengthField(array)));
    }

    /** The forward sweep, which keeps what is given to it. */
    MethodSpec forward() {
        Code.Surroundings surroundings = new Code.Surroundings(arguments.names(), Set.of(), false, resultNames());
        return MethodSpec.methodBuilder(member.name("Forward"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(name)
                .addParameters(arguments.primals())
                .addJavadoc(Documentation.of("The forward sweep of " + member.link() + ".")
                        .primals(member.method().name(), arguments.all())
                        .returns("what the reverse sweep needs")
                        .code())
                .addCode(Code.of(pullback.forward(), surroundings, this::newPullback))
                .build();
    }

    private List<String> resultNames() {
        return Arguments.join(member.resultNames(), captured);
    }

    private CodeBlock newPullback(List<CodeBlock> results) {
        CodeBlock fields = kept(results).stream().map(Kept::source).collect(CodeBlock.joining(", "));
        return Member.statement("return new $T($L)", name, fields);
    }

    private List<Kept> kept(List<CodeBlock> results) {
        List<Kept> kept = new ArrayList<>();
        if (!arguments.hasOutputs()) {
            kept.add(new Kept(member.value().type(), Arguments.VALUE, member.value(results.subList(0, resultCount()))));
        }
        for (int i = resultCount(); i < results.size(); i++) {
            if (!isTheValue(i)) {
                Type type = pullback.forward().results().get(i).type();
                kept.add(new Kept(type, captured.get(i - resultCount()), results.get(i)));
            }
        }
        for (Place array : shaped()) {
            if (array.isNested() && !isCaptured(array)) {
                kept.add(new Kept(array.type(), array.name(), CodeBlock.of("$L", array.name())));
            } else if (!isCaptured(array)) {
                kept.add(new Kept(Type.INT, lengthField(array), CodeBlock.of("$L.length", array.name())));
            }
        }
        return kept;
    }

    private List<Kept> fields() {
        return kept(pullback.forward().results().stream()
                .map(result -> CodeBlock.of(""))
                .toList());
    }

    /** {@code fPullback}: the forward sweep on copies, so that the caller may go on with the arrays. */
    MethodSpec method() {
        Documentation documentation = Documentation.of(
                        "Evaluates " + member.link() + " and keeps what reverse sweeps from there need.",
                        "Arrays may be changed afterwards: what is needed of them is copied.")
                .primals(member.method().name(), arguments.all())
                .returns(
                        arguments.hasOutputs()
                                ? "the map from seeds to adjoints"
                                : "the value, and the map from seeds to adjoints")
                .throwsForNull(member.takesArrays())
                .throwsForBuffers(arguments.hasOutputs());
        MethodSpec.Builder method = member.method("Pullback", name, arguments.primals())
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks());
        Names names = new Names(Set.copyOf(Arguments.join(arguments.names(), List.copyOf(Code.CLASSES))));
        List<CodeBlock> passed = new ArrayList<>();
        CodeBlock.Builder after = CodeBlock.builder();
        for (Argument argument : arguments.all()) {
            if (!isKept(argument.place()) && !mayBeKeptByAnotherName(argument.type())) {
                passed.add(CodeBlock.of("$L", argument.name()));
            } else if (argument.isOutput()) {
                String copy = names.declare(argument.name() + "Copy");
                method.addStatement(
                        "$T $L = $L",
                        argument.place().typeName(),
                        copy,
                        argument.place().copy());
                passed.add(CodeBlock.of("$L", copy));
                after.add(argument.place().copyFrom(CodeBlock.of("$L", copy)));
            } else {
                passed.add(argument.place().copy());
            }
        }
        CodeBlock call = CodeBlock.of("$L($L)", member.name("Forward"), CodeBlock.join(passed, ", "));
        if (after.isEmpty()) {
            return method.addStatement("return $L", call).build();
        }
        String kept = names.declare("pullback");
        return method.addStatement("$T $L = $L", name, kept, call)
                .addCode(after.build())
                .addStatement("return $L", kept)
                .build();
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(member.access())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "A forward sweep of $L that was kept: reverse sweeps start from it, as many as are wanted.\n",
                        member.link());
        if (isOfInterface()) {
            type.addSuperinterface(INTERFACE);
        }
        fields().forEach(field -> type.addField(
                FieldSpec.builder(Arguments.typeName(field.type()), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                        .build()));
        type.addMethod(constructor());
        if (!arguments.hasOutputs()) {
            type.addMethod(value());
        }
        type.addMethod(apply());
        if (!arguments.arrays().isEmpty()) {
            type.addMethod(applyAdd()).addMethod(sweep());
        } else if (arguments.isOfOneVector()) {
            type.addMethod(applyToVector());
        }
        return type.build();
    }

    /** The interface has a value, which a method with outputs does not return. */
    private boolean isOfInterface() {
        return arguments.isOfOneVector() && !arguments.hasOutputs();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (Kept field : fields()) {
            constructor.addParameter(Arguments.parameter(field.type(), field.name()));
            constructor.addStatement("this.$L = $L", field.name(), field.name());
        }
        return constructor.build();
    }

    private MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
    }

    private MethodSpec value() {
        MethodSpec.Builder method = method(Arguments.VALUE, member.returned());
        if (isOfInterface()) {
            method.addAnnotation(Override.class);
        }
        return method.addJavadoc(Documentation.of("Returns the value.")
                        .returns("the same array each time, to be read only")
                        .code())
                .addStatement("return value")
                .build();
    }

    private TypeName resultType() {
        return member.hasVjpResult() ? member.nested("Vjp") : TypeName.VOID;
    }

    private List<ParameterSpec> parameters() {
        return Arguments.join(Arguments.parameters(arguments.seeds()), arguments.adjointParameters());
    }

    private Documentation documentation(String first, boolean adds) {
        Documentation documentation = Documentation.of(first)
                .seeds(arguments.results(), !arguments.hasOutputs())
                .buffers(arguments.arrays(), adds);
        documentation.returns(member.hasVjpResult() ? member.vjpMeaning() : "");
        return documentation.throwsForNull(true).throwsForBuffers(true);
    }

    private CodeBlock checks() {
        CodeBlock.Builder checks = CodeBlock.builder();
        arguments.results().stream()
                .filter(result -> result.seed().type().isArray())
                .forEach(result -> checks.add(checkSeed(result)));
        arguments.arrays().forEach(array -> checks.add(checkLike(array.adjointPlace(), array.place())));
        return checks.add(Place.checkDistinct(arguments.adjointPlaces(), read()))
                .build();
    }

    private CodeBlock checkSeed(Result result) {
        return arguments.hasOutputs()
                ? checkLike(result.seed(), result.value())
                : result.seed().checkLike(result.value());
    }

    /** What the caller has in hand that the reverse sweep reads. */
    private List<Place> read() {
        List<Place> values = arguments.results().stream().map(Result::value).toList();
        return arguments.hasOutputs() ? arguments.seeds() : Arguments.join(arguments.seeds(), values);
    }

    /** Overwrites; without buffers it is the whole reverse sweep. */
    private MethodSpec apply() {
        MethodSpec.Builder method = method("apply", resultType()).addParameters(parameters());
        if (arguments.arrays().isEmpty()) {
            return method.addJavadoc(
                            documentation("Carries a seed back to the parameters, by one reverse sweep.", false)
                                    .code())
                    .addCode(checks())
                    .addCode(reverse())
                    .build();
        }
        if (arguments.isOneVector() && isOfInterface()) {
            method.addAnnotation(Override.class);
        }
        return method.addJavadoc(documentation(
                                "Overwrites buffers with a seed carried back to the parameters, by one reverse sweep.",
                                false)
                        .code())
                .addCode(checks())
                .addCode(Place.clear(arguments.adjointPlaces()))
                .addCode(swept())
                .build();
    }

    private MethodSpec applyAdd() {
        return method("applyAdd", resultType())
                .addParameters(parameters())
                .addJavadoc(documentation(
                                "Adds a seed carried back to the parameters to buffers, by one reverse sweep.", true)
                        .code())
                .addCode(checks())
                .addCode(swept())
                .build();
    }

    /** The call of the reverse sweep, where buffers are checked. */
    private CodeBlock swept() {
        List<String> passed = Arguments.join(Place.names(arguments.seeds()), arguments.adjoints());
        return Member.statement(
                member.hasVjpResult() ? "return $L($L)" : "$L($L)", sweepOf(arguments), String.join(", ", passed));
    }

    /** The method that makes a reverse sweep, and checks no more than has to be checked for one. */
    static String sweepOf(Arguments arguments) {
        return arguments.arrays().isEmpty() ? "apply" : "reverse";
    }

    private MethodSpec sweep() {
        Documentation documentation = Documentation.of("The reverse sweep, of arguments that are known to be sound.")
                .seeds(arguments.results(), !arguments.hasOutputs())
                .buffers(arguments.arrays(), true)
                .returns(member.hasVjpResult() ? member.vjpMeaning() : "");
        return MethodSpec.methodBuilder(sweepOf(arguments))
                .addModifiers(Modifier.PRIVATE)
                .returns(resultType())
                .addParameters(parameters())
                .addJavadoc(documentation.code())
                .addCode(reverse())
                .build();
    }

    private CodeBlock reverse() {
        Set<String> taken = new HashSet<>();
        fields().forEach(field -> taken.add(field.name()));
        List<String> parameters = Arguments.join(captured, Place.names(arguments.seeds()), arguments.adjoints());
        List<String> results =
                arguments.scalars().stream().map(Argument::adjoint).toList();
        return Code.of(
                pullback.reverse(),
                new Code.Surroundings(parameters, taken, false, results),
                values -> member.hasVjpResult() ? newResult(values) : CodeBlock.of(""));
    }

    private CodeBlock newResult(List<CodeBlock> adjoints) {
        return Member.statement(
                "return new $T($L)",
                member.nested("Vjp"),
                CodeBlock.join(
                        arguments.hasOutputs() ? adjoints : Arguments.join(List.of(CodeBlock.of("value")), adjoints),
                        ", "));
    }

    private MethodSpec applyToVector() {
        int length = arguments.scalars().size();
        Place seed = arguments.seeds().get(0);
        Place adjoint = new Place(ADJOINT, Type.DOUBLES);
        MethodSpec.Builder method = method("apply", TypeName.VOID);
        if (isOfInterface()) {
            method.addAnnotation(Override.class).addJavadoc("{@inheritDoc}\n");
        } else {
            method.addJavadoc(Documentation.of("Overwrites a vector with a seed carried back to the parameters,"
                            + " by one reverse sweep.")
                    .seeds(arguments.results(), false)
                    .parameter(ADJOINT, "overwritten with the adjoints of the parameters, in their order")
                    .throwsForNull(true)
                    .throwsForBuffers(true)
                    .code());
        }
        return method.addParameter(seed.parameter())
                .addParameter(adjoint.parameter())
                .addCode(checkSeed(arguments.results().get(0)))
                .addCode(adjoint.checkLength(CodeBlock.of("$L", length)))
                .addCode(adjoint.checkDistinct(read()))
                .addStatement("$T vjp = apply($L)", member.nested("Vjp"), seed.name())
                .addCode(FunctionMember.components(arguments, ADJOINT, "vjp"))
                .build();
    }
}
