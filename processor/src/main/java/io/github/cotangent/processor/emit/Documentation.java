package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.cotangent.processor.emit.Arguments.Argument;
import io.github.cotangent.processor.emit.Arguments.Result;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javadoc of a generated member, tag by tag. */
final class Documentation {

    private static final int WIDTH = 100;

    /** A word, where an inline tag counts as one. */
    private static final Pattern WORD = Pattern.compile("(\\{@[^}]*}|\\S)+");

    private final StringBuilder text = new StringBuilder();
    private String separator = "\n";

    private Documentation() {}

    static Documentation of(String... paragraphs) {
        Documentation documentation = new Documentation();
        documentation.wrap(paragraphs[0]);
        Stream.of(paragraphs).skip(1).forEach(paragraph -> {
            documentation.text.append('\n');
            documentation.wrap("<p>" + paragraph);
        });
        return documentation;
    }

    private void wrap(String paragraph) {
        int column = 0;
        for (Matcher words = WORD.matcher(paragraph); words.find(); ) {
            boolean fits = column + 1 + words.group().length() <= WIDTH;
            String before = column == 0 ? "" : fits ? " " : paragraph.startsWith("@") ? "\n    " : "\n";
            text.append(before).append(words.group());
            column = (fits ? column : 0) + before.length() + words.group().length();
        }
        text.append('\n');
    }

    private Documentation tag(String tag) {
        text.append(separator);
        wrap(tag);
        separator = "";
        return this;
    }

    Documentation parameter(String name, String meaning) {
        return tag("@param " + name + " " + meaning);
    }

    /** The parameters of the user's method. */
    Documentation primals(String method, List<Argument> arguments) {
        for (Argument argument : arguments) {
            String name = argument.name().equals(argument.source()) ? "" : "{@code " + argument.source() + "} ";
            parameter(
                    argument.name(),
                    name + "as in {@code " + method + "}"
                            + switch (argument.role()) {
                                case DIFFERENTIABLE -> "";
                                case CONSTANT -> ", held constant";
                                case OUTPUT -> ", which the value is written to";
                            });
        }
        return this;
    }

    Documentation tangents(List<Argument> arguments) {
        arguments.forEach(argument -> parameter(
                argument.tangent(), "the tangent of {@code " + argument.name() + "}" + length(argument.type())));
        return this;
    }

    Documentation direction(List<Argument> arguments) {
        arguments.forEach(argument -> parameter(
                argument.tangent(), "the direction, in {@code " + argument.name() + "}" + length(argument.type())));
        return this;
    }

    Documentation buffers(List<Argument> arrays, boolean adds) {
        for (Argument array : arrays) {
            String adjoint = "the adjoint of {@code " + array.name() + "}";
            parameter(
                    array.adjoint(),
                    adds
                            ? adjoint + " is added to it; of the same " + extent(array.type())
                            : "overwritten with " + adjoint + length(array.type()));
        }
        return this;
    }

    /** What goes into a reverse sweep of members for records, beside the primals. */
    Documentation sweep(List<Place> seeds, List<Place> buffers) {
        seeds.forEach(seed -> parameter(seed.name(), "the sensitivities of something to the results"));
        buffers.forEach(buffer -> parameter(
                buffer.name(),
                buffer.type().isRecord()
                        ? "the arrays for the adjoints; numbers in it do not matter"
                        : "the array for the adjoint"));
        return this;
    }

    /** The seeds of the results. */
    Documentation seeds(List<Result> results, boolean returned) {
        for (Result result : results) {
            String whose = returned ? "the value" : "{@code " + result.value().name() + "}";
            parameter(
                    result.seed().name(),
                    "the sensitivities of something to " + (returned ? "the results" : whose) + ", of the "
                            + extent(result.seed().type()) + " of " + whose);
        }
        return this;
    }

    private static String length(Type type) {
        return type.isArray() ? ", of the same " + extent(type) : "";
    }

    /** What two arrays that go together have in common. */
    static String extent(Type type) {
        return type.rank() > 1 ? "shape" : "length";
    }

    /** What is returned; nothing if that is empty. */
    Documentation returns(String what) {
        return what.isEmpty() ? this : tag("@return " + what);
    }

    Documentation throwsForNull(boolean takesArrays) {
        return takesArrays ? tag("@throws NullPointerException if an array is null") : this;
    }

    /** For members that take arrays beside the method's own, and write to none of them. */
    Documentation throwsForLength(boolean takesMore) {
        return takesMore ? tag("@throws IllegalArgumentException if an array has a wrong length") : this;
    }

    /** For members that write to arrays. */
    Documentation throwsForBuffers(boolean writes) {
        return writes
                ? tag("@throws IllegalArgumentException if an array has a wrong length, or one to be written is"
                        + " also to be read; nothing has been written then")
                : this;
    }

    CodeBlock code() {
        return CodeBlock.of("$L", text);
    }
}
