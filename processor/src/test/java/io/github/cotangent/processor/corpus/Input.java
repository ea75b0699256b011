package io.github.cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
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
                .mapToObj(i -> new Parser(i).argument(parts[i].strip(), types[i]))
                .toList();
        return new Input(text, arguments, kind);
    }

    /** Reads one argument; plain numbers depend on its place. */
    private static final class Parser {

        private final int place;
        private int plain;

        Parser(int place) {
            this.place = place;
        }

        Object argument(String text, Class<?> type) {
            if (type.isRecord()) {
                return record(text, type);
            }
            if (!type.isArray()) {
                return scalar(text, type);
            }
            Class<?> component = type.getComponentType();
            List<String> elements = elements(text.substring(1, text.length() - 1));
            if (text.startsWith("[")) {
                String rest = "[" + String.join(", ", elements.subList(1, elements.size())) + "]";
                return array(component, Integer.parseInt(elements.get(0)), i -> rest);
            }
            return array(component, elements.size(), elements::get);
        }

        private Object record(String text, Class<?> type) {
            List<String> elements = elements(text.substring(1, text.length() - 1));
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Object[] components = IntStream.range(0, types.length)
                    .mapToObj(i -> argument(elements.get(i), types[i]))
                    .toArray();
            return Shapes.record(type, types, components);
        }

        private Object array(Class<?> component, int length, java.util.function.IntFunction<String> elements) {
            Object array = Array.newInstance(component, length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, argument(elements.apply(i), component));
            }
            return array;
        }

        private Object scalar(String text, Class<?> type) {
            boolean isPlain = text.equals("[]");
            return switch (type.getName()) {
                case "double" -> isPlain ? plain() : Double.valueOf(text);
                case "float" -> isPlain ? (Object) (float) plain() : Float.valueOf(text);
                case "int" -> Integer.valueOf(text);
                case "long" -> Long.valueOf(text);
                case "short" -> Short.valueOf(text);
                case "byte" -> Byte.valueOf(text);
                case "char" -> text.charAt(0);
                case "boolean" -> Boolean.valueOf(text);
                case "java.lang.String" -> text;
                default ->
                    Arrays.stream(type.getEnumConstants())
                            .filter(each -> each.toString().equals(text))
                            .findFirst()
                            .orElseThrow();
            };
        }

        /** Numbers between 0.3 and 1.7, no two the same. */
        private double plain() {
            return 1 + 0.7 * Math.sin(1 + 2.4 * plain++ + 1.3 * place);
        }

        /** What stands between commas that are not inside brackets. */
        private static List<String> elements(String text) {
            List<String> elements = new ArrayList<>();
            int depth = 0;
            StringBuilder element = new StringBuilder();
            for (char c : text.toCharArray()) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    elements.add(element.toString().strip());
                    element.setLength(0);
                } else {
                    element.append(c);
                }
            }
            if (!element.toString().isBlank()) {
                elements.add(element.toString().strip());
            }
            return elements;
        }
    }
}
