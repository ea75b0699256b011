package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A variable of generated code: a parameter of the method's, a tangent, a seed, a buffer. What is done with one as a whole is
 * written here, for scalars, arrays and arrays of arrays.
 */
record Place(String name, Type type) {

    static final ClassName BUFFERS = ClassName.get("io.github.cotangent", "Buffers");
    static final ClassName ROWS = ClassName.get("io.github.cotangent", "Rows");

    /** The names of places, to be passed on. */
    static List<String> names(List<Place> places) {
        return places.stream().map(Place::name).toList();
    }

    static List<Place> arrays(List<Place> places) {
        return places.stream().filter(place -> place.type.isArray()).toList();
    }

    /** What could be null. */
    static List<Place> references(List<Place> places) {
        return places.stream()
                .filter(place -> place.type.isArray() || place.type.shape().isPresent())
                .toList();
    }

    boolean isNested() {
        return type.rank() > 1;
    }

    TypeName typeName() {
        return Arguments.typeName(type);
    }

    ParameterSpec parameter() {
        return ParameterSpec.builder(typeName(), name).build();
    }

    /** Checks that the array or object is there. */
    CodeBlock checkPresent() {
        return isNested()
                ? Member.statement("$T.check($S, $L)", ROWS, name, name)
                : Member.statement("$T.requireNonNull($L, $S)", Objects.class, name, name);
    }

    /** Checks that the array is there and has the shape of another, given as an expression. */
    CodeBlock checkLike(CodeBlock like) {
        return isNested()
                ? Member.statement("$T.checkShape($S, $L, $L)", ROWS, name, name, like)
                : checkLength(CodeBlock.of("$L.length", like));
    }

    CodeBlock checkLike(Place like) {
        return checkLike(CodeBlock.of("$L", like.name));
    }

    CodeBlock checkLength(CodeBlock length) {
        return Member.statement("$T.checkLength($S, $L, $L)", BUFFERS, name, name, length);
    }

    /** Checks that the array, which is to be written, is no part of any other. */
    CodeBlock checkDistinct(List<Place> others) {
        CodeBlock.Builder checks = CodeBlock.builder();
        others.stream().filter(this::mayShare).forEach(other -> {
            ClassName owner = type.equals(Type.DOUBLES) && other.type.equals(Type.DOUBLES) ? BUFFERS : ROWS;
            checks.addStatement("$T.checkDistinct($S, $L, $S, $L)", owner, name, name, other.name, other.name);
        });
        return checks.build();
    }

    /** Checks that all the arrays, which are to be written, are apart from each other and from those that are read. */
    static CodeBlock checkDistinct(List<Place> written, List<Place> read) {
        CodeBlock.Builder checks = CodeBlock.builder();
        List<Place> others = Arguments.join(read);
        for (Place place : written) {
            if (place.isNested()) {
                checks.addStatement("$T.checkOwn($S, $L)", ROWS, place.name, place.name);
            }
            checks.add(place.checkDistinct(others));
            others.add(place);
        }
        return checks.build();
    }

    private boolean mayShare(Place other) {
        return other.type.isArray() && other.type.kind() == type.kind();
    }

    /** Declares the array, filled with zeros, in the shape of another, given as an expression. */
    CodeBlock declareLike(CodeBlock like) {
        return isNested()
                ? Member.statement("$T $L = $T.zerosLike($L, $T.class)", typeName(), name, ROWS, like, typeName())
                : Member.statement(
                        "$T $L = new $T[$L.length]", typeName(), name, Arguments.typeName(type.element()), like);
    }

    CodeBlock declareLike(Place like) {
        return declareLike(CodeBlock.of("$L", like.name));
    }

    CodeBlock clear() {
        return isNested()
                ? Member.statement("$T.clear($L)", ROWS, name)
                : Member.statement("$T.fill($L, 0.0)", Arrays.class, name);
    }

    static CodeBlock clear(List<Place> places) {
        return places.stream().map(Place::clear).collect(CodeBlock.joining(""));
    }

    /** An expression for a copy. */
    CodeBlock copy() {
        return isNested()
                ? CodeBlock.of("$T.copy($L, $T.class)", ROWS, name, typeName())
                : CodeBlock.of("$L.clone()", name);
    }

    /** Overwrites the elements with those of an array of the same shape. */
    CodeBlock copyFrom(CodeBlock source) {
        return isNested()
                ? Member.statement("$T.copy($L, $L)", ROWS, source, name)
                : Member.statement("$T.arraycopy($L, 0, $L, 0, $L.length)", System.class, source, name, name);
    }

    /** The number of elements, as an expression. */
    CodeBlock count() {
        return count(CodeBlock.of("$L", name));
    }

    /** The number of elements of an array of this type, as an expression. */
    CodeBlock count(CodeBlock array) {
        return isNested() ? CodeBlock.of("$T.count($L)", ROWS, array) : CodeBlock.of("$L.length", array);
    }

    /** How many numbers some places are together, as an expression. */
    static CodeBlock counts(List<Place> places) {
        List<CodeBlock> terms = new ArrayList<>();
        arrays(places).forEach(array -> terms.add(array.count()));
        int scalars = places.size() - terms.size();
        if (scalars > 0 || terms.isEmpty()) {
            terms.add(CodeBlock.of("$L", scalars));
        }
        return CodeBlock.join(terms, " + ");
    }

    /** An expression for the part of a vector between two places, in the shape of this array and of its derivative's type. */
    CodeBlock slice(String vector, CodeBlock from, CodeBlock to) {
        return isNested()
                ? CodeBlock.of(
                        "$T.slice($L, $L, $L, $T.class)",
                        ROWS,
                        vector,
                        from,
                        name,
                        Arguments.typeName(type.derivative()))
                : CodeBlock.of("$T.copyOfRange($L, $L, $L)", Arrays.class, vector, from, to);
    }

    /** Copies the elements, or the number, into a vector. */
    CodeBlock flatten(CodeBlock vector, CodeBlock start) {
        return type.isArray()
                ? flatten(CodeBlock.of("$L", name), vector, start)
                : Member.statement("$L[$L] = $L", vector, start, name);
    }

    /** Copies the elements of an expression of this type into a vector. */
    CodeBlock flatten(CodeBlock array, CodeBlock vector, CodeBlock start) {
        return isNested()
                ? Member.statement("$T.flatten($L, $L, $L)", ROWS, array, vector, start)
                : Member.statement("$T.arraycopy($L, 0, $L, $L, $L.length)", System.class, array, vector, start, name);
    }

    /** Sets an element, where all are laid end to end. */
    CodeBlock set(String index, String element) {
        return isNested()
                ? Member.statement("$T.set($L, $L, $L)", ROWS, name, index, element)
                : Member.statement("$L[$L] = $L", name, index, element);
    }
}
