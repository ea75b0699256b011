package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how long javac takes with the processor, and how long it takes for the same and the generated sources without it, over
 * the size of the source: first in a warm compiler, then in new processes, as builds that fork have it. The two are run in turn,
 * so that both have the same machine. Of interest is the share, which is what the processor adds over what javac needs alone.
 */
@EnabledIfSystemProperty(named = "compile.times", matches = "true")
class CompileTimesTest {

    private static final int RUNS = 5;
    private static final int WARM_UP = 5;
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

    private static final List<String> ORDER =
            List.of("statements in a method", "terms in an expression", "levels of nesting", "methods in a class");

    private static String method(String name, String body) {
        return "@Differentiable\nstatic double " + name + "(double x, double y) {\n" + body + "\n}\n";
    }

    private static String repeat(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining("\n"));
    }

    /**
     * What a compilation took, in milliseconds.
     *
     * @param cpu of the compiler's thread and the processor's, which other work on the machine changes less than the clock's
     * @param own of the processor's alone
     */
    private record Times(double cpu, double own) {}

    /** A compilation, which sets how long the processor's own thread has run, in nanoseconds. */
    private interface Work {
        void run(AtomicLong own);
    }

    /** A source, and the same with its companion. */
    private record Sources(String text, Map<String, String> companions) {

        static Sources of(String kind, int size) {
            String text = HEAD + KINDS.get(kind).apply(size) + "}\n";
            Map<String, String> companions = new HashMap<>();
            Compiler.Result result = Compiler.of(text).build();
            assertThat(result.success()).isTrue();
            result.classes().forEach((name, bytes) -> {
                if (name.endsWith(".java")) {
                    companions.put(name.replace(".java", ""), new String(bytes, StandardCharsets.UTF_8));
                }
            });
            return new Sources(text, companions);
        }

        void compile(AtomicLong own) {
            assertThat(Compiler.of(text).compile(measured(own), List.of()).success())
                    .isTrue();
        }

        void compileAlone() {
            Compiler compiler = Compiler.of(text).options("-proc:none");
            companions.forEach(compiler::and);
            assertThat(compiler.plain()).isTrue();
        }
    }

    @Test
    void table() {
        for (int i = 0; i < WARM_UP; i++) {
            ORDER.forEach(kind -> compare(Sources.of(kind, SIZES.get(kind)[1]), 1));
        }
        System.out.println(
                "| size | with the processor | of that its own | javac alone, on source and generated code | share |");
        System.out.println("|---|--:|--:|--:|--:|");
        for (String kind : ORDER) {
            for (int size : SIZES.get(kind)) {
                String row = compare(Sources.of(kind, size), RUNS);
                System.out.printf("| %,d %s | %s |%n", size, kind, row);
            }
        }
    }

    private static String compare(Sources sources, int runs) {
        List<Times> with = new ArrayList<>();
        List<Times> alone = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            with.add(time(sources::compile));
            alone.add(time(own -> sources.compileAlone()));
        }
        double own = median(with, Times::own);
        double whole = median(with, Times::cpu);
        double javac = median(alone, Times::cpu);
        return String.format("%,.0f ms | %,.0f ms | %,.0f ms | %.2f", whole, own, javac, (whole - javac) / javac);
    }

    @Test
    void newProcesses(@TempDir Path directory) throws IOException, InterruptedException {
        System.out.println(
                "| size, in a new process | with the processor | javac alone, on source and generated code | share |");
        System.out.println("|---|--:|--:|--:|");
        for (int size : new int[] {1, 100}) {
            Sources sources = Sources.of("methods in a class", size);
            String source = write(directory, "Large", sources.text());
            List<String> both = new ArrayList<>(List.of("-proc:none", source));
            sources.companions().forEach((name, text) -> both.add(write(directory.resolve("generated"), name, text)));
            List<String> processor = List.of("-processor", DifferentiableProcessor.class.getName(), source);
            List<Double> with = new ArrayList<>();
            List<Double> alone = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                with.add(fork(directory, processor));
                alone.add(fork(directory, both));
            }
            double whole = median(with, each -> each);
            double javac = median(alone, each -> each);
            System.out.printf(
                    "| %,d methods in a class | %,.0f ms | %,.0f ms | %.2f |%n",
                    size, whole, javac, (whole - javac) / javac);
        }
    }

    private static String write(Path directory, String name, String text) {
        try {
            return Files.writeString(Files.createDirectories(directory).resolve(name + ".java"), text)
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a process of javac's takes by the clock, in milliseconds. */
    private static double fork(Path directory, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempDirectory(directory, "classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                output.toString()));
        command.addAll(arguments);
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertThat(exit).isZero();
        return (System.nanoTime() - start) / 1e6;
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

    private static Times time(Work work) {
        AtomicLong own = new AtomicLong();
        AtomicLong compiler = new AtomicLong();
        DeepStack.run(() -> {
            work.run(own);
            compiler.set(THREADS.getCurrentThreadCpuTime());
        });
        return new Times((compiler.get() + own.get()) / 1e6, own.get() / 1e6);
    }

    private static <T> double median(List<T> measured, ToDoubleFunction<T> number) {
        double[] sorted = measured.stream().mapToDouble(number).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
