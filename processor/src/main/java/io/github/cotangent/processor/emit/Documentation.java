package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.cotangent.processor.emit.Arguments.Argument;
import java.util.List;

/** The Javadoc of a generated member, tag by tag. */
final class Documentation {

    private final StringBuilder text = new StringBuilder();
    private String separator = "\n";

    private Documentation() {}

    static Documentation of(String... paragraphs) {
        Documentation documentation = new Documentation();
        documentation.text.append(String.join("\n\n<p>", paragraphs)).append('\n');
        return documentation;
    }

    private Documentation tag(String tag) {
        text.append(separator).append(tag).append('\n');
        separator = "";
        return this;
    }

    Documentation parameter(String name, String meaning) {
        return tag("@param " + name + " " + meaning);
    }

    Documentation primals(List<Argument> arguments) {
        arguments.forEach(argument -> parameter(
                argument.name(),
                "as of the method"
                        + (argument.differentiable() ? "" : ", held constant")
                        + (argument.name().equals(argument.source())
                                ? ""
                                : ", there {@code " + argument.source() + "}")));
        return this;
    }

    Documentation tangents(List<Argument> arguments) {
        arguments.forEach(argument ->
                parameter(argument.tangent(), "the tangent of {@code " + argument.name() + "}" + length(argument)));
        return this;
    }

    Documentation buffers(List<Argument> arrays, String verb) {
        arrays.forEach(array ->
                parameter(array.adjoint(), verb + " the adjoint of {@code " + array.name() + "}" + length(array)));
        return this;
    }

    private static String length(Argument argument) {
        return argument.isScalar() ? "" : ", of the same length";
    }

    Documentation returns(String what) {
        return tag("@return " + what);
    }

    /** For members that take arrays, but write to none. */
    Documentation throwsForNull(boolean takesArrays) {
        return takesArrays ? tag("@throws NullPointerException if an array is null") : this;
    }

    Documentation throwsForLength(boolean takesBuffers) {
        return takesBuffers
                ? tag(
                        "@throws IllegalArgumentException if an array has a wrong length, or one to be written is one to be"
                                + " read; nothing has been written then")
                : this;
    }

    CodeBlock code() {
        return CodeBlock.of("$L", text);
    }
}
