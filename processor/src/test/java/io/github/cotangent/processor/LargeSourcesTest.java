package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.TwiceDifferentiableFunction;
import io.github.cotangent.VectorFunction;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that are far longer, wider or deeper than what people write by hand. */
class LargeSourcesTest {

    /** HotSpot compiles no method of 8,000 bytecodes or more. */
    private static final int LONGEST = 7_500;

    private static final String HEAD = "import static java.lang.Math.*;\nimport io.github.cotangent.Differentiable;\n";

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(
                        "5,000 statements",
                        "double s = 2 * y;" + repeat(2500, i -> "s += x * s / 999; s -= x * y / 999;") + "return s;"),
                Arguments.of(
                        "5,000 dear statements", "double s = y;" + repeat(5000, i -> "s *= cos(x);") + "return s;"),
                Arguments.of("2,000 terms", "return y" + repeat(2000, i -> " + x * " + i + ".5") + ";"),
                Arguments.of(
                        "400 calls inside each other",
                        "return " + "sin(x + ".repeat(400) + "y" + ")".repeat(400) + ";"),
                Arguments.of("50 levels", "double s = x;" + repeat(25, i -> nested(i)) + "}}".repeat(25) + "return s;"),
                Arguments.of(
                        "a loop of 1,000 statements",
                        "double s = y; for (int i = 0; i < 3; i++) {" + repeat(1000, i -> "s = s * x + " + i + ";")
                                + "s *= 0.01; } return s;"),
                Arguments.of(
                        "a while loop of 1,000 statements",
                        "double s = y; int n = 3; while (n-- > 0) {" + repeat(1000, i -> "s = s * x + sin(s);")
                                + "} return s;"),
                Arguments.of(
                        "branches of 1,000 statements",
                        "double s = y; if (x > y) {" + repeat(500, i -> "s -= s * x / 8;") + "} else {"
                                + repeat(1000, i -> "s = s * x + sin(s) / 9;") + "} return s;"),
                Arguments.of(
                        "a switch of 40 cases",
                        "double s = y; for (int i = 0; i < 40; i++) { switch (i) {"
                                + repeat(40, i -> "case " + i + ": s += x * sin(s + " + i + ") / 9; break;")
                                + "default: } } return s;"),
                Arguments.of(
                        "an array of 1,000",
                        "double[] a = new double[1000]; a[0] = y;" + repeat(999, i -> element(i)) + "return a[999];"));
    }

    private static String nested(int i) {
        return "for (int i" + i + " = 0; i" + i + " < 2; i" + i + "++) { s = s * 0.5 + x; if (s > " + i
                + ") { s += y * x;";
    }

    private static String element(int i) {
        return "a[" + (i + 1) + "] = a[" + i + "] * x + y;";
    }

    private static String repeat(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining("\n"));
    }

    /** The derivatives are right, warn of nothing, and are short enough to be compiled at run time. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void scalar(String name, String body) throws ReflectiveOperationException, IOException {
        Compiler.Result result = built(HEAD + "public final class Large {\n@Differentiable(order = 2)\n"
                + "public static double f(double x, double y) {" + body + "}\n}\n");
        Class<?> companion = result.load("LargeDerivatives");
        var function =
                (TwiceDifferentiableFunction) companion.getMethod("fFunction").invoke(null);
        GradientCheck.of(function, 0.013, 0.7).assertPasses();
        GradientCheck.secondOrder(function, 0.013, 0.7).assertPasses();
        assertShort(result);
    }

    /** What the forward sweep keeps for the reverse sweep is more than a constructor has parameters. */
    @Test
    void vector() throws ReflectiveOperationException, IOException {
        Compiler.Result result = built(HEAD + "public final class Large {\n@Differentiable\n"
                + "public static double[] f(double[] x) { double s = x[0]; double t = x[1];"
                + repeat(400, i -> "s = sin(s) * t + " + i + "; t = s > " + i + " ? t : cos(s);")
                + "return new double[] {s, t}; }\n}\n");
        var function = (VectorFunction)
                result.load("LargeDerivatives").getMethod("fFunction").invoke(null);
        GradientCheck.of(function, 0.3, 0.7).assertPasses();
        assertShort(result);
    }

    @Test
    void manyMethods() throws ReflectiveOperationException {
        Compiler.Result result = built(HEAD + "public final class Large {\n"
                + repeat(
                        1000,
                        i -> "@Differentiable public static double f" + i + "(double x) { return sin(x * " + i + "); }")
                + "}\n");
        Class<?> companion = result.load("LargeDerivatives");
        for (int i = 0; i < 1000; i += 37) {
            Object slope =
                    companion.getMethod("f" + i + "Gradient", double.class).invoke(null, 0.5);
            assertThat((double) slope).isCloseTo(i * Math.cos(0.5 * i), within(1e-12 * (1 + i)));
        }
    }

    /** Compiles, with warnings as errors, on a stack that leaves javac itself room enough. */
    private static Compiler.Result built(String source) {
        Compiler.Result[] result = new Compiler.Result[1];
        DeepStack.run(() -> result[0] = Compiler.of(source).build());
        assertThat(result[0].messages()).isEmpty();
        assertThat(result[0].success()).isTrue();
        return result[0];
    }

    private static void assertShort(Compiler.Result result) throws IOException {
        for (String name : result.classes().keySet()) {
            if (name.startsWith("LargeDerivatives") && !name.endsWith(".java")) {
                assertThat(CodeLengths.of(result.classes().get(name)))
                        .allSatisfy((method, length) ->
                                assertThat(length).as(method).isLessThan(LONGEST));
            }
        }
    }
}
