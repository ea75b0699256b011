package io.github.cotangent.processor.corpus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Arguments of a function of the corpus. */
record Input(String text, List<Object> arguments, Kind kind) {

    /** What happens at an input. */
    enum Kind {
        SMOOTH,
        KINK,
        FAILURE
    }

    /** All inputs that a function is annotated with. */
    static List<Input> of(Method function) {
        At at = function.getAnnotation(At.class);
        List<Input> inputs = new ArrayList<>();
        Arrays.stream(at.value()).forEach(text -> inputs.add(parse(text, function, Kind.SMOOTH)));
        Arrays.stream(at.kinks()).forEach(text -> inputs.add(parse(text, function, Kind.KINK)));
        Arrays.stream(at.fails()).forEach(text -> inputs.add(parse(text, function, Kind.FAILURE)));
        return inputs;
    }

    static Input parse(String text, Method function, Kind kind) {
        String[] parts = text.split(";");
        Class<?>[] types = function.getParameterTypes();
        if (parts.length != types.length) {
            throw new AssertionError(function + " does not take " + text);
        }
        List<Object> arguments = IntStream.range(0, parts.length)
                .mapToObj(i -> argument(parts[i].strip(), types[i], i))
                .toList();
        return new Input(text, arguments, kind);
    }

    private static Object argument(String text, Class<?> type, int place) {
        if (text.startsWith("[")) {
            return plain(Integer.parseInt(inside(text)), place);
        }
        if (type == double[].class) {
            return Arrays.stream(elements(text))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
        if (type == int[].class) {
            return Arrays.stream(elements(text)).mapToInt(Integer::parseInt).toArray();
        }
        return switch (type.getName()) {
            case "double" -> Double.valueOf(text);
            case "float" -> Float.valueOf(text);
            case "int" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> throw new AssertionError(type);
        };
    }

    private static String inside(String text) {
        return text.substring(1, text.length() - 1).strip();
    }

    private static String[] elements(String text) {
        return inside(text).isEmpty() ? new String[0] : inside(text).split("\\s*,\\s*");
    }

    /** Numbers between 0.3 and 1.7, no two the same. */
    private static double[] plain(int length, int place) {
        double[] array = new double[length];
        Arrays.setAll(array, i -> 1 + 0.7 * Math.sin(1 + 2.4 * i + 1.3 * place));
        return array;
    }
}
