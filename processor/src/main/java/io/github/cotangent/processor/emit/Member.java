package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.code.Code;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Derivatives.Overwriting;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * What all members of a companion that belong to one method have in common.
 *
 * @param companion the companion's own name
 * @param source the class of the method
 * @param isFlat whether these members take the components of records, for those of users to call
 */
record Member(ClassName companion, ClassName source, Derivatives derivatives, Arguments arguments, boolean isFlat) {

    static final ClassName HESSIANS = ClassName.get("io.github.cotangent", "Hessians");
    static final ClassName DUAL = ClassName.get("io.github.cotangent", "Dual");
    static final ClassName JACOBIANS = ClassName.get("io.github.cotangent", "Jacobians");

    /** The members that take the parameters as the user's method does. */
    static Member of(Companion companion, Derivatives derivatives) {
        return of(companion, derivatives, false);
    }

    /** Members that take the components of records, for those of users to call. */
    static Member flat(Companion companion, Derivatives derivatives) {
        return of(companion, derivatives, true);
    }

    private static Member of(Companion companion, Derivatives derivatives, boolean isFlat) {
        Method method = derivatives.method();
        List<Method.Parameter> parameters = isFlat ? method.parameters() : method.signature();
        boolean isInternal = isFlat || method.access().equals("private");
        List<String> names = companion.enclosingNames();
        ClassName source = ClassName.get(
                companion.packageName(),
                names.get(0),
                names.subList(1, names.size()).toArray(String[]::new));
        ClassName own = ClassName.get(companion.packageName(), CompanionClass.nameOf(companion));
        Arguments arguments = Arguments.of(method, parameters, names.get(0), isInternal);
        return new Member(own, source, derivatives, arguments, isFlat);
    }

    Method method() {
        return derivatives.method();
    }

    /** The members that derivatives of other methods call for one that writes to arrays: they take records apart themselves. */
    Member inPlace() {
        return new Member(companion, source, derivatives, arguments, false);
    }

    /** The method, as Javadoc refers to it. */
    String link() {
        boolean isHelper = method().access().equals("private");
        return isHelper ? "{@code " + method().name() + "}" : "{@link " + method().declaration() + "}";
    }

    /** Whether the members are for the companion's own use. */
    boolean isPrivate() {
        return isFlat || method().isPrivate();
    }

    String name(String suffix) {
        return method().name() + (isFlat ? "Flat" : "") + suffix;
    }

    ClassName nested(String suffix) {
        return nestedClass(name(suffix));
    }

    /** The record of a record's value and its tangent, which users see. */
    ClassName jvpResult() {
        return nestedClass(method().name() + "Jvp");
    }

    private ClassName nestedClass(String name) {
        return companion.nestedClass(ClassSymbol.capitalized(name));
    }

    MethodSpec.Builder method(String suffix, TypeName result, List<ParameterSpec> parameters) {
        return MethodSpec.methodBuilder(name(suffix))
                .addModifiers(access())
                .addModifiers(Modifier.STATIC)
                .returns(result)
                .addParameters(parameters);
    }

    Modifier[] access() {
        String access = isFlat ? "private" : method().access();
        return access.isEmpty() ? new Modifier[0] : new Modifier[] {Modifier.valueOf(access.toUpperCase(Locale.ROOT))};
    }

    /** A call of the user's own method, given these members' parameters. */
    CodeBlock primal(List<CodeBlock> parameters) {
        Iterator<CodeBlock> parts = parameters.iterator();
        List<CodeBlock> arguments = new ArrayList<>();
        for (Method.Parameter parameter : method().signature()) {
            arguments.add(isFlat ? Leaf.join(parameter.type(), parts) : parts.next());
        }
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
        return WorkspaceParameter.NONE.body(function, parameters, results, ending);
    }

    boolean takesArrays() {
        return !Place.arrays(arguments.places()).isEmpty();
    }

    /** Checks that no array or object of the method's is null, and that its outputs are arrays of their own. */
    CodeBlock primalChecks() {
        List<Place> inputs = inputs();
        return CodeBlock.builder()
                .add(checksPresent(arguments.places()))
                .add(Place.checkDistinct(arguments.outputPlaces(), inputs))
                .build();
    }

    static CodeBlock checksPresent(List<Place> places) {
        return Place.references(places).stream().map(Place::checkPresent).collect(CodeBlock.joining(""));
    }

    CodeBlock tangentChecks() {
        return checksLike(
                arguments.arrays().stream().map(Argument::tangentPlace).toList());
    }

    /** Checks of arrays that go with the differentiable ones. */
    private CodeBlock checksLike(List<Place> places) {
        CodeBlock.Builder checks = CodeBlock.builder();
        for (int i = 0; i < places.size(); i++) {
            checks.add(places.get(i).checkLike(arguments.arrays().get(i).place()));
        }
        return checks.build();
    }

    /** Checks of buffers, whatever they are called here, that are still to be written. */
    CodeBlock bufferChecks(List<Place> buffers, List<Place> alsoRead) {
        return CodeBlock.builder()
                .add(checksLike(buffers))
                .add(Place.checkDistinct(buffers, alsoRead))
                .build();
    }

    /** Sets the buffers of a reverse sweep, whatever they are called here, to zero, if it does not overwrite them itself. */
    CodeBlock clear(List<Place> buffers) {
        Set<Value> overwritten =
                derivatives.overwriting().map(Overwriting::overwritten).orElse(Set.of());
        List<Value> parameters = derivatives.vjp().orElseThrow().parameters();
        int first = parameters.size() - buffers.size();
        return IntStream.range(0, buffers.size())
                .filter(i -> !overwritten.contains(parameters.get(first + i)))
                .mapToObj(i -> buffers.get(i).clear())
                .collect(CodeBlock.joining(""));
    }

    /** The arrays of the method's that it reads and does not write. */
    private List<Place> inputs() {
        return Place.arrays(arguments.all().stream()
                .filter(argument -> !argument.isOutput())
                .map(Argument::place)
                .toList());
    }

    /** The arrays of the method's that a buffer could be confused with. */
    List<Place> primalArrays() {
        return Arguments.join(inputs(), arguments.outputPlaces());
    }

    static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
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

    /** The record of the adjoints of the scalar parameters, after the value if that is returned. */
    TypeSpec vjpResult() {
        Documentation documentation;
        List<ParameterSpec> components = new ArrayList<>();
        if (method().hasOutputs()) {
            documentation = Documentation.of("The adjoints of the scalar parameters of " + link() + ".");
        } else {
            documentation = Documentation.of(
                            "What " + link() + " results in, and the adjoints of its scalar parameters.")
                    .parameter(Arguments.VALUE, "the value");
            components.add(value().parameter());
        }
        for (Argument scalar : arguments.scalars()) {
            documentation.parameter(scalar.name(), "the adjoint of {@code " + scalar.name() + "}");
            components.add(Arguments.parameter(Type.DOUBLE, scalar.name()));
        }
        return result(nested("Vjp"), components, documentation);
    }

    /** What is returned, for a method without outputs. */
    Place value() {
        return new Place(Arguments.VALUE, method().returned().orElseThrow());
    }

    /** What is returned, given the results of its code. */
    CodeBlock value(List<CodeBlock> results) {
        return Leaf.join(value().type(), results.iterator());
    }

    /** What to call the results of its code. */
    List<String> resultNames() {
        return method().hasOutputs()
                ? Place.names(arguments.outputPlaces())
                : Leaf.of(value().type()).stream()
                        .map(leaf -> leaf.isWhole() ? Arguments.VALUE : leaf.name(""))
                        .toList();
    }

    /** What to call the results of its code and their tangents, where a record is returned. */
    List<String> jvpNames() {
        return Arguments.join(
                resultNames(),
                arguments.results().stream()
                        .map(result -> result.leaf().name("") + "Dot")
                        .toList());
    }

    /** The record of the value and its tangent; what is not real in a tangent is what it is in the value. */
    CodeBlock withTangent(List<CodeBlock> results) {
        List<Leaf> leaves = Leaf.of(value().type());
        Iterator<CodeBlock> ofReal =
                results.subList(leaves.size(), results.size()).iterator();
        List<CodeBlock> tangent = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            tangent.add(leaf.type().isReal() ? leaf.narrowed(ofReal.next()) : results.get(i));
        }
        return statement("return new $T($L, $L)", jvpResult(), value(results), value(tangent));
    }

    /** The array for the tangent of what is returned. */
    Place tangent() {
        return arguments.results().get(0).tangent();
    }

    /** The type of what the method returns. */
    TypeName returned() {
        return method().hasOutputs() ? TypeName.VOID : value().typeName();
    }

    boolean hasVjpResult() {
        return !arguments.scalars().isEmpty();
    }

    /** What {@code fVjp} returns: the record, or the value alone, if there is one. */
    TypeName vjpType() {
        return hasVjpResult() ? nested("Vjp") : returned();
    }

    /** What {@code fVjp} returns, in words; empty if it is nothing. */
    String vjpMeaning() {
        String adjoints = hasVjpResult() ? "the adjoints of the scalar parameters" : "";
        if (method().hasOutputs()) {
            return adjoints;
        }
        return hasVjpResult() ? "the value, and " + adjoints : "the value";
    }
}
