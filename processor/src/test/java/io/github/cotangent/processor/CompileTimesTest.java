package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how long javac takes with the processor, and how long it takes for the same and the generated sources without it, over
 * the size of the source. Medians of five runs in a warm compiler, in time of the threads' own, which other work on the machine
 * changes less than the clock's; of interest are the ratios.
 */
@EnabledIfSystemProperty(named = "compile.times", matches = "true")
class CompileTimesTest {

    private static final int RUNS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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

    /**
     * What a compilation took, in milliseconds.
     *
     * @param wall by the clock
     * @param cpu of the compiler's thread and the processor's
     * @param own of the processor's alone
     */
    private record Times(double wall, double cpu, double own) {}

    /** A compilation, which sets how long the processor's own thread has run, in nanoseconds. */
    private interface Work {
        void run(AtomicLong own);
    }

    @Test
    void table() {
        System.out.println(
                "| size | with the processor | of that its own | javac alone, on source and generated code | ratio"
                        + " | with, by the clock | alone, by the clock |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|");
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
        Times with = median(own -> {
            Compiler.Result result = Compiler.of(source).compile(measured(own), List.of());
            assertThat(result.success()).isTrue();
            files.putAll(result.classes());
        });
        Compiler both = Compiler.of(source).options("-proc:none");
        files.keySet().removeIf(name -> !name.endsWith(".java"));
        files.forEach((name, text) -> both.and(name.replace(".java", ""), new String(text, StandardCharsets.UTF_8)));
        Times without = median(own -> assertThat(both.plain()).isTrue());
        System.out.printf(
                "| %,d %s | %,.0f ms | %,.0f ms | %,.0f ms | %.1f | %,.0f ms | %,.0f ms |%n",
                size, kind, with.cpu, with.own, without.cpu, with.cpu / without.cpu, with.wall, without.wall);
    }

    /** The processor as users get it. Its thread, which is new, has done its work when the companion is written. */
    private static Processor measured(AtomicLong own) {
        return new DifferentiableProcessor(environment -> {
            Companions files = new CompanionFiles(environment, Pipeline.standard());
            return (type, outcome) -> {
                files.write(type, outcome);
                own.set(THREADS.getCurrentThreadCpuTime());
            };
        });
    }

    private static Times median(Work work) {
        List<Times> times = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            AtomicLong own = new AtomicLong();
            AtomicLong compiler = new AtomicLong();
            long start = System.nanoTime();
            DeepStack.run(() -> {
                work.run(own);
                compiler.set(THREADS.getCurrentThreadCpuTime());
            });
            long wall = System.nanoTime() - start;
            times.add(new Times(wall / 1e6, (compiler.get() + own.get()) / 1e6, own.get() / 1e6));
        }
        times.sort(Comparator.comparing(Times::cpu));
        return times.get(RUNS / 2);
    }
}
