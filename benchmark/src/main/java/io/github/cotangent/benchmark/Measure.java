package io.github.cotangent.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures all candidates on all problems. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description =
                "Measures, prints tables of ratios in Markdown, and writes for each JDK a JSON file and plots of the"
                        + " cost over the number of parameters.")
final class Measure implements Callable<Integer> {

    @Mixin
    private Selection selection;

    @Option(
            names = "--effort",
            paramLabel = "<effort>",
            defaultValue = "QUICK",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without this option.")
    private Effort effort;

    @Option(
            names = "--jdk",
            paramLabel = "<directory>",
            description = "The home of the JDK to measure on, instead of the one that runs this; may be repeated.")
    private List<Path> jdks = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RunnerException {
        Path results = selection.results();
        PrintWriter progress = spec.commandLine().getErr();
        Stream<Optional<Path>> homes =
                jdks.isEmpty() ? Stream.of(Optional.empty()) : jdks.stream().map(Optional::of);
        List<Report> reports = new ArrayList<>();
        for (Optional<Path> home : homes.toList()) {
            Report report = new Harness(home, effort, progress).run(selection.problems());
            report.write(results.resolve("jdk" + report.feature() + ".json"));
            GrowthChart.write(report, results);
            reports.add(report);
        }
        spec.commandLine().getOut().println(new Tables(reports).all());
        return 0;
    }
}
