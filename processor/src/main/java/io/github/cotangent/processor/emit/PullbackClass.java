package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.emit.code.Names;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
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
        arguments.arrays().forEach(array -> taken.add(lengthField(array)));
        Names names = new Names(taken);
        for (int i = 1; i < pullback.forward().results().size(); i++) {
            captured.add(nameOfCaptured(i, names));
        }
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
        return pullback.forward().results().get(result)
                == pullback.forward().results().get(0);
    }

    private boolean isCaptured(Argument argument) {
        return captured.contains(argument.name());
    }

    private static String lengthField(Argument array) {
        return array.name() + "Length";
    }

    private String lengthOf(Argument array) {
        return isCaptured(array) ? array.name() + ".length" : lengthField(array);
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
        return Arguments.join(List.of(Arguments.VALUE), captured);
    }

    private CodeBlock newPullback(List<CodeBlock> results) {
        CodeBlock fields = kept(results).stream().map(Kept::source).collect(CodeBlock.joining(", "));
        return Member.statement("return new $T($L)", name, fields);
    }

    private List<Kept> kept(List<CodeBlock> results) {
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept(member.method().result(), Arguments.VALUE, results.get(0)));
        for (int i = 1; i < results.size(); i++) {
            if (!isTheValue(i)) {
                Type type = pullback.forward().results().get(i).type();
                kept.add(new Kept(type, captured.get(i - 1), results.get(i)));
            }
        }
        for (Argument array : arguments.arrays()) {
            if (!isCaptured(array)) {
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
        List<String> copies = arguments.all().stream()
                .map(argument ->
                        argument.isScalar() || !isCaptured(argument) ? argument.name() : argument.name() + ".clone()")
                .toList();
        Documentation documentation = Documentation.of(
                        "Evaluates " + member.link() + " and keeps what reverse sweeps from there need.",
                        "Arrays may be changed afterwards: what is needed of them is copied.")
                .primals(member.method().name(), arguments.all())
                .returns("the value, and the map from seeds to adjoints")
                .throwsForNull(member.takesArrays());
        return member.method("Pullback", name, arguments.primals())
                .addJavadoc(documentation.code())
                .addCode(member.primalChecks())
                .addStatement("return $L", member.call("Forward", copies))
                .build();
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(member.access())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "A forward sweep of $L that was kept: reverse sweeps start from it, as many as are wanted.\n",
                        member.link());
        if (arguments.isOfOneVector()) {
            type.addSuperinterface(INTERFACE);
        }
        fields().forEach(field -> type.addField(
                FieldSpec.builder(Arguments.typeName(field.type()), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                        .build()));
        type.addMethod(constructor()).addMethod(value()).addMethod(apply());
        if (arguments.arrays().isEmpty()) {
            return type.addMethod(applyToVector()).build();
        }
        return type.addMethod(applyAdd()).build();
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
        MethodSpec.Builder method =
                method(Arguments.VALUE, Arguments.typeName(member.method().result()));
        if (arguments.isOfOneVector()) {
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
        return Arguments.join(
                List.of(Arguments.parameter(Type.DOUBLES, Arguments.SEED)), arguments.adjointParameters());
    }

    private Documentation documentation(String first, boolean adds) {
        Documentation documentation = Documentation.of(first)
                .parameter(Arguments.SEED, "the sensitivities of something to the results, of the length of the value")
                .buffers(arguments.arrays(), adds);
        if (member.hasVjpResult()) {
            documentation.returns(member.vjpMeaning());
        }
        return documentation.throwsForNull(true).throwsForBuffers(true);
    }

    private CodeBlock checks() {
        CodeBlock.Builder checks = CodeBlock.builder();
        checks.add(Member.checkLength(Arguments.SEED, "value.length"));
        List<String> others = new ArrayList<>(List.of(Arguments.SEED, Arguments.VALUE));
        for (Argument array : arguments.arrays()) {
            checks.add(Member.checkLength(array.adjoint(), lengthOf(array)));
            others.forEach(other -> checks.add(Member.checkDistinct(array.adjoint(), other)));
            others.add(array.adjoint());
        }
        return checks.build();
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
        if (arguments.isOneArray()) {
            method.addAnnotation(Override.class);
        }
        List<String> passed = Arguments.join(List.of(Arguments.SEED), arguments.adjoints());
        String call = "applyAdd(" + String.join(", ", passed) + ")";
        return method.addJavadoc(documentation(
                                "Overwrites buffers with a seed carried back to the parameters, by one reverse sweep.",
                                false)
                        .code())
                .addCode(checks())
                .addCode(Member.clear(arguments.adjoints()))
                .addStatement(member.hasVjpResult() ? "return $L" : "$L", call)
                .build();
    }

    private MethodSpec applyAdd() {
        return method("applyAdd", resultType())
                .addParameters(parameters())
                .addJavadoc(documentation(
                                "Adds a seed carried back to the parameters to buffers, by one reverse sweep.", true)
                        .code())
                .addCode(checks())
                .addCode(reverse())
                .build();
    }

    private CodeBlock reverse() {
        Set<String> taken = new HashSet<>();
        fields().forEach(field -> taken.add(field.name()));
        List<String> parameters = Arguments.join(captured, List.of(Arguments.SEED), arguments.adjoints());
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
                CodeBlock.join(Arguments.join(List.of(CodeBlock.of("value")), adjoints), ", "));
    }

    private MethodSpec applyToVector() {
        int length = arguments.scalars().size();
        return method("apply", TypeName.VOID)
                .addAnnotation(Override.class)
                .addParameter(Arguments.parameter(Type.DOUBLES, Arguments.SEED))
                .addParameter(Arguments.parameter(Type.DOUBLES, ADJOINT))
                .addJavadoc("{@inheritDoc}\n")
                .addCode(Member.checkLength(Arguments.SEED, "value.length"))
                .addCode(Member.checkLength(ADJOINT, Integer.toString(length)))
                .addCode(Member.checkDistinct(ADJOINT, Arguments.SEED))
                .addCode(Member.checkDistinct(ADJOINT, Arguments.VALUE))
                .addStatement("$T vjp = apply(seed)", member.nested("Vjp"))
                .addCode(FunctionMember.components(arguments, ADJOINT, "vjp"))
                .build();
    }
}
