package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.emit.Arguments.Argument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How what users pass to a member is taken apart for the member that takes the components of records, and how what that gives
 * is put together. Components that are not real are in a derivative what they are in the parameter.
 */
final class Flattening {

    /**
     * A part of a parameter.
     *
     * @param parameter what it is to the flat members
     */
    record Part(Leaf leaf, Argument parameter) {}

    private final Member member;
    private final Member flat;
    private final Arguments arguments;
    private final Map<Argument, List<Part>> parts = new LinkedHashMap<>();

    Flattening(Member member, Member flat) {
        this.member = member;
        this.flat = flat;
        this.arguments = member.arguments();
        Iterator<Argument> parameters = flat.arguments().all().iterator();
        arguments
                .all()
                .forEach(argument -> parts.put(
                        argument,
                        Leaf.of(argument.type()).stream()
                                .map(leaf -> new Part(leaf, parameters.next()))
                                .toList()));
    }

    // Taken apart.

    List<String> primals() {
        return parts.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(part -> part.leaf().of(entry.getKey().name()).name()))
                .toList();
    }

    List<String> tangents() {
        return real(arguments.tangentPlaces());
    }

    /** The parameters for the sensitivities: to what is returned, or to each output. */
    List<Place> seedPlaces() {
        return arguments.hasOutputs()
                ? arguments.seeds()
                : List.of(new Place(Arguments.SEED, member.value().type().derivative()));
    }

    List<String> seeds() {
        return real(seedPlaces());
    }

    private static List<String> real(List<Place> places) {
        return places.stream()
                .flatMap(place -> Leaf.of(place.type()).stream()
                        .filter(leaf -> leaf.type().isReal())
                        .map(leaf -> leaf.of(place.name()).name()))
                .toList();
    }

    /** The arrays for adjoints, and the records that hold some. */
    List<Place> bufferPlaces() {
        return arguments.differentiable().stream()
                .filter(argument -> Leaf.of(argument.type()).stream().anyMatch(Leaf::isBuffer))
                .map(Argument::adjointPlace)
                .toList();
    }

    List<String> buffers() {
        return bufferPlaces().stream()
                .flatMap(place -> Leaf.of(place.type()).stream()
                        .filter(Leaf::isBuffer)
                        .map(leaf -> leaf.of(place.name()).name()))
                .toList();
    }

    /** The records of which derivatives hold parts that are not real. */
    List<Place> shown() {
        return arguments.scalars().stream()
                .filter(argument -> parts.get(argument).stream()
                        .anyMatch(part -> !part.parameter().differentiable()))
                .map(Argument::place)
                .toList();
    }

    /** Checks that nothing which is taken apart here is null, nor any parameter. */
    CodeBlock checks(List<Place> more) {
        return CodeBlock.builder()
                .add(Member.checksPresent(arguments.places()))
                .add(checkRecords(more))
                .build();
    }

    static CodeBlock checkRecords(List<Place> places) {
        return places.stream()
                .filter(place -> place.type().isRecord())
                .map(Place::checkPresent)
                .collect(CodeBlock.joining(""));
    }

    // Put together.

    /** Something of each parameter's type, given what to write for its real parts. */
    List<CodeBlock> joined(List<Argument> wanted, BiFunction<Argument, Part, CodeBlock> real) {
        return wanted.stream().map(argument -> joined(argument, real)).toList();
    }

    private CodeBlock joined(Argument argument, BiFunction<Argument, Part, CodeBlock> real) {
        Stream<CodeBlock> joined = parts.get(argument).stream()
                .map(part -> part.parameter().differentiable()
                        ? real.apply(argument, part)
                        : CodeBlock.of("$L", part.leaf().of(argument.name()).name()));
        return Leaf.join(argument.type(), joined.toList().iterator());
    }

    /**
     * Returns the record of what a reverse sweep results in.
     *
     * @param type the type of what the sweep returns
     * @param inner the name for that
     * @param value where the value is
     */
    CodeBlock returned(CodeBlock sweep, TypeName type, String inner, CodeBlock value) {
        List<CodeBlock> components = new ArrayList<>();
        if (!arguments.hasOutputs()) {
            components.add(value);
        }
        components.addAll(joined(
                arguments.scalars(),
                (argument, part) -> part.leaf().isBuffer()
                        ? CodeBlock.of("$L", part.leaf().of(argument.adjoint()).name())
                        : part.leaf()
                                .narrowed(CodeBlock.of(
                                        "$L.$L()", inner, part.parameter().name()))));
        CodeBlock call = type.equals(TypeName.VOID)
                ? Member.statement("$L", sweep)
                : Member.statement("$T $L = $L", type, inner, sweep);
        return CodeBlock.builder()
                .add(call)
                .addStatement("return new $T($L)", member.nested("Vjp"), CodeBlock.join(components, ", "))
                .build();
    }

    /** The value in what a reverse sweep results in. */
    CodeBlock value(String inner) {
        return CodeBlock.of(flat.hasVjpResult() ? "$L.value()" : "$L", inner);
    }
}
