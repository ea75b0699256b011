package io.github.cotangent.processor.emit.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A piece of Java code. It is kept as a format of JavaPoet's and its arguments, of which there are few: to write one piece into
 * another is to join text, and only the body of a whole method becomes a {@link CodeBlock}.
 *
 * @param arguments what {@code $T}, {@code $S} and {@code $L} in the format stand for
 */
record Text(String format, List<Object> arguments) {

    static final Text EMPTY = new Text("", List.of());

    /** The text of a format in which {@code $L} stands for any text, {@code $T} for a class, {@code $S} for a string. */
    static Text of(String format, Object... arguments) {
        Writer writer = new Writer();
        writer.add(format, arguments);
        return writer.text();
    }

    /** Puts texts behind each other. */
    static final class Writer {

        private final StringBuilder format = new StringBuilder();
        private final List<Object> arguments = new ArrayList<>(0);

        Writer add(Text text) {
            format.append(text.format);
            arguments.addAll(text.arguments);
            return this;
        }

        /** Adds a text as {@link Text#of} would make it. */
        Writer add(String pattern, Object... values) {
            int next = 0;
            int end = 0;
            for (int mark = pattern.indexOf('$'); mark >= 0; mark = pattern.indexOf('$', end)) {
                format.append(pattern, end, mark);
                end = mark + 2;
                switch (pattern.charAt(mark + 1)) {
                    case 'L' -> literal(values[next++]);
                    case 'T' -> argument("$T", className(values[next++]));
                    case 'S' -> argument("$S", values[next++].toString());
                    default -> format.append(pattern, mark, end);
                }
            }
            format.append(pattern, end, pattern.length());
            return this;
        }

        private void literal(Object value) {
            if (value instanceof Text text) {
                add(text);
            } else if (value instanceof CodeBlock) {
                argument("$L", value);
            } else {
                format.append(value.toString().replace("$", "$$"));
            }
        }

        private static ClassName className(Object value) {
            return value instanceof Class<?> type ? ClassName.get(type) : (ClassName) value;
        }

        private void argument(String mark, Object value) {
            format.append(mark);
            arguments.add(value);
        }

        Text text() {
            return new Text(format.toString(), arguments);
        }
    }

    static Text join(List<Text> texts, String separator) {
        Writer writer = new Writer();
        for (int i = 0; i < texts.size(); i++) {
            writer.add(i == 0 ? "" : separator).add(texts.get(i));
        }
        return writer.text();
    }

    static Collector<Text, ?, Text> joining(String separator) {
        return Collectors.collectingAndThen(Collectors.toList(), texts -> join(texts, separator));
    }

    boolean isEmpty() {
        return format.isEmpty();
    }

    boolean startsWith(String start) {
        return format.startsWith(start);
    }

    CodeBlock block() {
        return CodeBlock.of(format, arguments.toArray());
    }

    /** The code, with the full names of classes. */
    @Override
    public String toString() {
        StringBuilder code = new StringBuilder();
        int next = 0;
        int end = 0;
        for (int mark = format.indexOf('$'); mark >= 0; mark = format.indexOf('$', end)) {
            code.append(format, end, mark);
            end = mark + 2;
            switch (format.charAt(mark + 1)) {
                case '$' -> code.append('$');
                case 'T' -> code.append(((ClassName) arguments.get(next++)).canonicalName());
                default -> {
                    return block().toString();
                }
            }
        }
        return code.append(format, end, format.length()).toString();
    }
}
