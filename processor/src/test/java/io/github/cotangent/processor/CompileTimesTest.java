package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how long javac takes with the processor, and how long it takes for the same and the generated sources without it, over
 * the size of the source. Medians of five runs in a warm compiler; of interest are the ratios.
 */
@EnabledIfSystemProperty(named = "compile.times", matches = "true")
class CompileTimesTest {

    private static final String HEAD = "import static java.lang.Math.*;\nimport io.github.cotangent.Differentiable;\n"
            + "public final class Large {\n";

    private static final Map<String, IntFunction<String>> KINDS = Map.of(
            "statements in a method",
            n -> method("f", "double s = y;" + repeat(n, i -> "s += sin(s) * x;") + "return s;"),
            "terms in an expression",
            n -> method("f", "return y" + repeat(n, i -> " + x * " + i + ".5") + ";"),
            "levels of nesting",
            n -> method(
                    "f",
                    "double s = x;" + repeat(n, i -> "if (s > " + i + ") { s += y * x;") + "}".repeat(n) + "return s;"),
            "methods in a class",
            n -> repeat(n, i -> method("f" + i, "return sin(x * " + i + ") * y;")));

    private static final Map<String, int[]> SIZES = Map.of(
            "statements in a method", new int[] {100, 1000, 2000, 5000},
            "terms in an expression", new int[] {100, 1000, 2000},
            "levels of nesting", new int[] {10, 25, 50},
            "methods in a class", new int[] {1, 100, 1000});

    private static String method(String name, String body) {
        return "@Differentiable\nstatic double " + name + "(double x, double y) {\n" + body + "\n}\n";
    }

    private static String repeat(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining("\n"));
    }

    @Test
    void table() {
        System.out.println("| size | with the processor | javac alone, on source and generated code | ratio |");
        System.out.println("|---|--:|--:|--:|");
        for (String kind : List.of(
                "statements in a method", "terms in an expression", "levels of nesting", "methods in a class")) {
            for (int size : SIZES.get(kind)) {
                row(kind, size);
            }
        }
    }

    private static void row(String kind, int size) {
        String source = HEAD + KINDS.get(kind).apply(size) + "}\n";
        Map<String, byte[]> files = new HashMap<>();
        long with = median(() -> {
            Compiler.Result result = Compiler.of(source).build();
            assertThat(result.success()).isTrue();
            files.putAll(result.classes());
        });
        Compiler both = Compiler.of(source).options("-proc:none");
        files.keySet().removeIf(name -> !name.endsWith(".java"));
        files.forEach((name, text) -> both.and(name.replace(".java", ""), new String(text, StandardCharsets.UTF_8)));
        long without = median(() -> assertThat(both.plain()).isTrue());
        System.out.printf("| %,d %s | %,d ms | %,d ms | %.1f |%n", size, kind, with, without, (double) with / without);
    }

    private static long median(Runnable work) {
        long[] times = new long[5];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            DeepStack.run(work);
            times[i] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
