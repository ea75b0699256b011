package io.github.cotangent.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the page of the documentation about speed. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = "Writes performance.md and its plots from what was measured.")
final class WritePage implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "<json>",
            description = "The files that were measured; figures stand in their order.")
    private List<Path> files;

    @Option(
            names = "--memory",
            paramLabel = "<json>",
            defaultValue = "benchmark/results/" + Memory.FILE,
            description = "What gradients hold; ${DEFAULT-VALUE} without this option.")
    private Path memory;

    @Option(
            names = "--passes",
            paramLabel = "<json>",
            defaultValue = "benchmark/results/" + Passes.FILE,
            description = "What passes gain, if there is such a file; ${DEFAULT-VALUE} without this option.")
    private Path passes;

    @Option(
            names = "--docs",
            paramLabel = "<directory>",
            defaultValue = "docs",
            description = "Where the page is written, and its plots in images; ${DEFAULT-VALUE} without this option.")
    private Path docs;

    @Override
    public Integer call() throws IOException {
        List<Report> reports = files.stream().map(Report::read).toList();
        Files.createDirectories(docs.resolve("images"));
        Files.writeString(
                docs.resolve("performance.md"), PerformancePage.of(reports, Memory.read(memory), Passes.find(passes)));
        reports.forEach(report -> GrowthChart.write(report, docs.resolve("images")));
        return 0;
    }
}
