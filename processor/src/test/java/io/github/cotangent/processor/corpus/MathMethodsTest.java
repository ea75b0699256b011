package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.Generation.Mode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of {@code Math} and {@code StrictMath} that takes or gives a {@code double}, as this JDK has them, in a
 * function of its own.
 */
final class MathMethodsTest {

    /** Whose slope is defined as zero, beside what differences say: they give the neighbour of their argument. */
    private static final Set<String> NEIGHBOURS = Set.of("nextUp", "nextDown", "nextAfter");

    private static final Set<String> OF_POSITIVE_NUMBERS = Set.of("log", "log10", "sqrt", "pow");

    private static final double[][] POINTS = {{0.3, 0.75, 0.5}, {0.9, -0.23, 0.4}, {-0.6, 0.5, 0.9}, {0.45, 0.25, 0.3}};

    private static List<Method> methods() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.getName().equals("random"))
                .filter(method -> method.getReturnType() == double.class
                        || Arrays.asList(method.getParameterTypes()).contains(double.class))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static String source(List<Method> methods) {
        StringBuilder source = new StringBuilder("""
                package corpus;

                import io.github.cotangent.Differentiable;
                import io.github.cotangent.processor.corpus.At;

                final class Methods {
                """);
        for (int i = 0; i < methods.size(); i++) {
            source.append(function(methods.get(i), i));
        }
        return source.append("}\n").toString();
    }

    private static String function(Method method, int number) {
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            String name = "abc".substring(parameters.size(), parameters.size() + 1);
            parameters.add(type + " " + name);
            arguments.add(name);
        }
        parameters.add("double z");
        String call = method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
                + String.join(", ", arguments) + ")";
        return "    @At(" + inputs(method) + ")\n    @Differentiable\n    static double " + method.getName() + number
                + "(" + String.join(", ", parameters) + ") {\n        return " + call + " * z + z;\n    }\n";
    }

    private static String inputs(Method method) {
        boolean smooth = !NEIGHBOURS.contains(method.getName());
        boolean single = Arrays.asList(method.getParameterTypes()).contains(float.class);
        String inputs = Arrays.stream(POINTS)
                .map(point -> input(method, point))
                .distinct()
                .map(text -> '"' + text + '"')
                .collect(Collectors.joining(", ", "{", "}"));
        return (smooth ? "value = " : "kinks = ") + inputs + (single ? ", single = true" : "");
    }

    private static String input(Method method, double[] point) {
        Class<?>[] types = method.getParameterTypes();
        String texts = IntStream.range(0, types.length)
                .mapToObj(i -> types[i] == int.class || types[i] == long.class ? "3" : "" + point[i])
                .collect(Collectors.joining(";"));
        if (OF_POSITIVE_NUMBERS.contains(method.getName())) {
            return texts.replace("-", "") + ";1.5";
        }
        boolean clamp = method.getName().equals("clamp");
        String adapted = clamp ? texts.replaceAll(";.*", "") + ";" + -0.5 + ";" + 0.7 : texts;
        return adapted + ";1.5";
    }

    static Stream<Arguments> inputs() {
        Map<String, String> sources = Map.of("corpus.Methods", source(methods()));
        return Arrays.stream(Mode.values())
                .flatMap(mode -> Corpus.subjects(mode, Generation.of(mode, sources)).stream())
                .flatMap(subject ->
                        Input.of(subject.function()).stream().map(input -> Arguments.of(subject, input.text(), input)));
    }

    @Test
    void noneIsForgotten() {
        Set<String> names = methods().stream().map(Method::getName).collect(Collectors.toSet());
        assertThat(methods()).hasSizeGreaterThanOrEqualTo(76);
        assertThat(names)
                .contains("sin", "atan2", "fma", "scalb", "round", "getExponent", "ulp", "IEEEremainder", "copySign");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("inputs")
    void membersAgree(Subject subject, String text, Input input) {
        MemberChecks checks = new MemberChecks(subject, input.arguments());
        checks.agree();
        if (input.kind() == Input.Kind.SMOOTH) {
            checks.agreeWithDifferences();
        }
    }

    /** {@code random} has no derivative, and says so. */
    @ParameterizedTest
    @EnumSource
    void randomIsRefused(Mode mode) {
        String source = """
                package corpus;

                final class Chance {
                    @io.github.cotangent.Differentiable
                    static double f(double x) {
                        return x * Math.random();
                    }
                }
                """;
        assertThat(catchThrowable(() -> Generation.of(mode, Map.of("corpus.Chance", source))))
                .hasMessageContaining("[RandomNumber]");
    }
}
