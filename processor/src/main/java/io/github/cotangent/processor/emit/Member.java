package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * What all members of a companion that belong to one method have in common.
 *
 * @param companion the companion's own name
 * @param source the class of the method
 */
record Member(ClassName companion, ClassName source, Derivatives derivatives, Arguments arguments) {

    static final ClassName BUFFERS = ClassName.get("io.github.cotangent", "Buffers");
    static final ClassName HESSIANS = ClassName.get("io.github.cotangent", "Hessians");
    static final ClassName DUAL = ClassName.get("io.github.cotangent", "Dual");
    static final ClassName JACOBIANS = ClassName.get("io.github.cotangent", "Jacobians");

    static Member of(Companion companion, Derivatives derivatives) {
        List<String> names = companion.enclosingNames();
        ClassName source = ClassName.get(
                companion.packageName(),
                names.get(0),
                names.subList(1, names.size()).toArray(String[]::new));
        ClassName own = ClassName.get(companion.packageName(), CompanionClass.nameOf(companion));
        return new Member(own, source, derivatives, Arguments.of(derivatives.method(), names.get(0)));
    }

    Method method() {
        return derivatives.method();
    }

    /** The method, as Javadoc refers to it. */
    String link() {
        return "{@link " + method().declaration() + "}";
    }

    String name(String suffix) {
        return method().name() + suffix;
    }

    ClassName nested(String suffix) {
        String name = name(suffix);
        return companion.nestedClass(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    MethodSpec.Builder method(String suffix, TypeName result, List<ParameterSpec> parameters) {
        return MethodSpec.methodBuilder(name(suffix))
                .addModifiers(access())
                .addModifiers(Modifier.STATIC)
                .returns(result)
                .addParameters(parameters);
    }

    Modifier[] access() {
        String access = method().access();
        return access.isEmpty() ? new Modifier[0] : new Modifier[] {Modifier.valueOf(access.toUpperCase(Locale.ROOT))};
    }

    /** A call of the user's own method. */
    CodeBlock primal(List<CodeBlock> arguments) {
        String declaration = method().declaration();
        String name = declaration.substring(declaration.indexOf('#') + 1, declaration.indexOf('('));
        return CodeBlock.of("$T.$L($L)", source, name, CodeBlock.join(arguments, ", "));
    }

    /** A call of another member. */
    CodeBlock call(String suffix, List<String> arguments) {
        return CodeBlock.of("$L($L)", name(suffix), String.join(", ", arguments));
    }

    /** The body of a method whose parameters stand for those of a function. */
    static CodeBlock body(Function function, List<String> parameters, List<String> results, Code.Ending ending) {
        return Code.of(function, new Code.Surroundings(parameters, Set.of(), true, results), ending);
    }

    boolean takesArrays() {
        return arguments.all().stream().anyMatch(argument -> !argument.isScalar());
    }

    /** Checks that no array of the method's is null. */
    CodeBlock primalChecks() {
        return checksNonNull(arguments.all());
    }

    static CodeBlock checksNonNull(List<Argument> arguments) {
        CodeBlock.Builder checks = CodeBlock.builder();
        arguments.stream()
                .filter(argument -> !argument.isScalar())
                .forEach(array ->
                        checks.addStatement("$T.requireNonNull($L, $S)", Objects.class, array.name(), array.name()));
        return checks.build();
    }

    CodeBlock tangentChecks() {
        CodeBlock.Builder checks = CodeBlock.builder();
        arguments.arrays().forEach(array -> checks.add(checkLength(array.tangent(), array.name() + ".length")));
        return checks.build();
    }

    /** Checks of buffers, whatever they are called here, that are still to be written. */
    CodeBlock bufferChecks(List<String> buffers, List<String> alsoRead) {
        CodeBlock.Builder checks = CodeBlock.builder();
        for (int i = 0; i < buffers.size(); i++) {
            checks.add(checkLength(buffers.get(i), arguments.arrays().get(i).name() + ".length"));
        }
        List<String> others = new ArrayList<>(alsoRead);
        for (String buffer : buffers) {
            others.forEach(other -> checks.add(checkDistinct(buffer, other)));
            others.add(buffer);
        }
        return checks.build();
    }

    /** The arrays of the method's that a buffer could be confused with. */
    List<String> realArrays() {
        return arguments.all().stream()
                .filter(argument -> argument.type().equals(Type.DOUBLES))
                .map(Argument::name)
                .toList();
    }

    static CodeBlock checkLength(String array, String length) {
        return statement("$T.checkLength($S, $L, $L)", BUFFERS, array, array, length);
    }

    static CodeBlock checkDistinct(String buffer, String other) {
        return statement("$T.checkDistinct($S, $L, $S, $L)", BUFFERS, buffer, buffer, other, other);
    }

    static CodeBlock clear(List<String> buffers) {
        CodeBlock.Builder code = CodeBlock.builder();
        buffers.forEach(buffer -> code.addStatement("$T.fill($L, 0.0)", java.util.Arrays.class, buffer));
        return code.build();
    }

    static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }

    /** A nested record: the value, then a component for each of some parameters. */
    TypeSpec result(ClassName name, Type value, List<ParameterSpec> components, Documentation documentation) {
        List<ParameterSpec> first = List.of(Arguments.parameter(value, Arguments.VALUE));
        return result(name, Arguments.join(first, components), documentation);
    }

    /** A nested record. */
    TypeSpec result(ClassName name, List<ParameterSpec> components, Documentation documentation) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameters(components);
        return TypeSpec.recordBuilder(name)
                .addModifiers(access())
                .recordConstructor(constructor.build())
                .addJavadoc(documentation.code())
                .build();
    }

    /** The record of the value and the adjoints of the scalar parameters. */
    TypeSpec vjpResult() {
        Documentation documentation = Documentation.of(
                        "What " + link() + " results in, and the adjoints of its scalar parameters.")
                .parameter(Arguments.VALUE, "the value");
        arguments
                .scalars()
                .forEach(scalar ->
                        documentation.parameter(scalar.name(), "the adjoint of {@code " + scalar.name() + "}"));
        List<ParameterSpec> components = arguments.scalars().stream()
                .map(scalar -> Arguments.parameter(Type.DOUBLE, scalar.name()))
                .toList();
        return result(nested("Vjp"), method().result(), components, documentation);
    }

    boolean hasVjpResult() {
        return !arguments.scalars().isEmpty();
    }

    /** What {@code fVjp} returns: the value alone, or the record. */
    TypeName vjpType() {
        return hasVjpResult() ? nested("Vjp") : Arguments.typeName(method().result());
    }

    String vjpMeaning() {
        return hasVjpResult() ? "the value, and the adjoints of the scalar parameters" : "the value";
    }
}
