package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.Generation.Mode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each elementary function of each, and their product: first and second derivatives share what both compute. */
final class CompositionsTest {

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = new LinkedHashMap<>();

    static {
        FUNCTIONS.put("sin", Math::sin);
        FUNCTIONS.put("cos", Math::cos);
        FUNCTIONS.put("tan", Math::tan);
        FUNCTIONS.put("asin", Math::asin);
        FUNCTIONS.put("acos", Math::acos);
        FUNCTIONS.put("atan", Math::atan);
        FUNCTIONS.put("sinh", Math::sinh);
        FUNCTIONS.put("cosh", Math::cosh);
        FUNCTIONS.put("tanh", Math::tanh);
        FUNCTIONS.put("exp", Math::exp);
        FUNCTIONS.put("expm1", Math::expm1);
        FUNCTIONS.put("log", Math::log);
        FUNCTIONS.put("log10", Math::log10);
        FUNCTIONS.put("log1p", Math::log1p);
        FUNCTIONS.put("sqrt", Math::sqrt);
        FUNCTIONS.put("cbrt", Math::cbrt);
    }

    /** Away from a singularity of either function, if there is such a place. */
    private static OptionalDouble point(String outer, String inner) {
        DoubleUnaryOperator f = FUNCTIONS.get(outer);
        DoubleUnaryOperator g = FUNCTIONS.get(inner);
        return DoubleStream.of(0.3, 0.55, -0.4, 0.8, 1.6, 2.5, 4.5)
                .filter(x -> DoubleStream.of(x - 0.08, x, x + 0.08)
                        .map(g)
                        .flatMap(y -> DoubleStream.of(y - 0.08, y, y + 0.08))
                        .map(f)
                        .allMatch(Double::isFinite))
                .filter(x -> Math.abs(g.applyAsDouble(x)) > 0.1)
                .findFirst();
    }

    private static String source(String outer) {
        StringBuilder source = new StringBuilder("package corpus;\n\nfinal class Of_" + outer + " {\n");
        for (String inner : FUNCTIONS.keySet()) {
            point(outer, inner).ifPresent(x -> source.append(functions(outer, inner, x)));
        }
        return source.append("}\n").toString();
    }

    private static String functions(String outer, String inner, double x) {
        return """
                    @io.github.cotangent.processor.corpus.At("%3$s; 1.5")
                    @io.github.cotangent.Differentiable(order = 2)
                    static double %1$s_%2$s(double x, double z) {
                        return Math.%1$s(Math.%2$s(x)) + z * z;
                    }

                    @io.github.cotangent.processor.corpus.At("%3$s; 1.5")
                    @io.github.cotangent.Differentiable(order = 2)
                    static double product_%1$s_%2$s(double x, double z) {
                        double inner = Math.%2$s(x);
                        return Math.%1$s(inner) * inner * z;
                    }
                """.formatted(outer, inner, x);
    }

    static Stream<Arguments> inputs() {
        Map<String, String> sources = FUNCTIONS.keySet().stream()
                .collect(Collectors.toMap(outer -> "corpus.Of_" + outer, CompositionsTest::source));
        return Arrays.stream(Mode.values())
                .flatMap(mode -> Corpus.subjects(mode, Generation.of(mode, sources)).stream())
                .flatMap(subject ->
                        Input.of(subject.function()).stream().map(input -> Arguments.of(subject, input.text(), input)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("inputs")
    void membersAgree(Subject subject, String text, Input input) {
        MemberChecks checks = new MemberChecks(subject, input.arguments());
        checks.agree();
        checks.agreeWithDifferences();
    }

    @Test
    void fewHaveNoPoint() {
        List<String> without = FUNCTIONS.keySet().stream()
                .flatMap(outer -> FUNCTIONS.keySet().stream()
                        .filter(inner -> point(outer, inner).isEmpty())
                        .map(inner -> outer + " " + inner))
                .toList();
        assertThat(without).containsExactly("asin cosh", "acos cosh");
    }
}
