package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A part of a record that is no record itself, or all of something that is none.
 *
 * @param path the names of the components that lead to it, outermost first
 */
record Leaf(List<String> path, Type type) {

    Leaf {
        path = List.copyOf(path);
    }

    /** What is no record, as the one part of itself. */
    static Leaf whole(Type type) {
        return new Leaf(List.of(), type);
    }

    /** The parts of a type, in the order in which code has them. */
    static List<Leaf> of(Type type) {
        List<Leaf> leaves = new ArrayList<>();
        add(whole(type), leaves);
        return leaves;
    }

    private static void add(Leaf part, List<Leaf> leaves) {
        if (!part.type.isRecord()) {
            leaves.add(part);
        }
        for (Type.Component component : part.type.components()) {
            List<String> path = new ArrayList<>(part.path);
            path.add(component.name());
            add(new Leaf(path, component.type()), leaves);
        }
    }

    /** Something of a type, given its parts in order. */
    static CodeBlock join(Type type, Iterator<CodeBlock> parts) {
        if (!type.isRecord()) {
            return parts.next();
        }
        CodeBlock components = type.components().stream()
                .map(component -> join(component.type(), parts))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("new $T($L)", Arguments.typeName(type), components);
    }

    boolean isWhole() {
        return path.isEmpty();
    }

    /** Whether an adjoint of it goes to a buffer. */
    boolean isBuffer() {
        return type.isReal() && type.isArray();
    }

    /** The part of something of this name. */
    Place of(String root) {
        StringBuilder access = new StringBuilder(root);
        path.forEach(component -> access.append('.').append(component).append("()"));
        return new Place(access.toString(), type);
    }

    /** A name for the part of something of this name. */
    String name(String root) {
        String name = root;
        for (String component : path) {
            name = Value.componentName(name, component);
        }
        return name;
    }

    /** A derivative in the type of the part, as a gradient has it. */
    CodeBlock gradient(CodeBlock derivative) {
        if (type.kind() != Type.Kind.FLOAT) {
            return derivative;
        }
        return type.isArray()
                ? CodeBlock.of("$T.toFloat($L, $T.class)", Place.ROWS, derivative, Arguments.typeName(type))
                : CodeBlock.of("(float) $L", derivative);
    }

    /** A derivative in the type of the part, which may be narrower where it is one of a record. */
    CodeBlock narrowed(CodeBlock derivative) {
        return type.equals(Type.FLOAT) && !isWhole() ? CodeBlock.of("(float) $L", derivative) : derivative;
    }
}
