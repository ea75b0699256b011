package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.Passes.Gain;
import io.github.cotangent.processor.transform.Pass;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the passes of the processor gain. */
@Command(
        name = "passes",
        mixinStandardHelpOptions = true,
        description =
                "Compiles the problems with each pass of the processor left out, times the derivatives beside those with"
                        + " all passes, prints tables of factors in Markdown, and writes a JSON file.")
final class MeasurePasses implements Callable<Integer> {

    private static final List<Candidate> CANDIDATES = List.of(Candidate.GENERATED, Candidate.JVP_GENERATED);

    @Mixin
    private Selection selection;

    @Option(
            names = "--pass",
            paramLabel = "<pass>",
            description = "Only this pass, one of ${COMPLETION-CANDIDATES}; may be repeated.")
    private Set<Pass> passes = EnumSet.noneOf(Pass.class);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path results = selection.results();
        List<Instance> problems = selection.problems();
        List<Pass> omitted = List.copyOf(passes.isEmpty() ? EnumSet.allOf(Pass.class) : passes);
        Path directory = Files.createTempDirectory("passes");
        List<Gain> gains = new ArrayList<>();
        try {
            Companions with = Companions.compile(problems, Optional.empty(), directory.resolve("all"));
            for (Pass pass : omitted) {
                Companions without =
                        Companions.compile(problems, Optional.of(pass), directory.resolve("without-" + pass));
                gains.addAll(gains(pass, problems, with, without));
            }
        } finally {
            delete(directory);
        }
        Passes measured = new Passes(
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                omitted,
                problems,
                gains);
        measured.write(results.resolve(Passes.FILE));
        spec.commandLine().getOut().println(measured.tables());
        return 0;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Of the problems whose code is another without the pass. */
    private List<Gain> gains(Pass pass, List<Instance> problems, Companions with, Companions without)
            throws IOException, InterruptedException {
        PrintWriter progress = spec.commandLine().getErr();
        List<Gain> gains = new ArrayList<>();
        for (Instance instance : problems) {
            Members all = with.members(instance);
            Members fewer = without.members(instance);
            for (Candidate candidate : CANDIDATES) {
                if (!all.text(candidate).equals(fewer.text(candidate))) {
                    progress.printf("without %s: %s, %s%n", pass, instance.title(), candidate.title());
                    progress.flush();
                    gains.add(Gain.of(pass, instance, candidate, Race.factor(instance, candidate, with, without)));
                }
            }
        }
        return gains;
    }
}
