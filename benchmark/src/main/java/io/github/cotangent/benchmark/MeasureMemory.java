package io.github.cotangent.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what gradients hold. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description =
                "Counts the bytes that gradients hold, by hand and generated, prints a table in Markdown, and writes a"
                        + " JSON file.")
final class MeasureMemory implements Callable<Integer> {

    @Option(
            names = "--problem",
            paramLabel = "<problem>",
            description = "Only this problem, one of ${COMPLETION-CANDIDATES}; may be repeated.")
    private Set<Instance> instances = EnumSet.noneOf(Instance.class);

    @Option(
            names = "--results",
            paramLabel = "<directory>",
            defaultValue = "benchmark/target/results",
            description = "Where the file is written; ${DEFAULT-VALUE} without this option.")
    private Path results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(results);
        Set<Instance> selected = instances.isEmpty() ? EnumSet.allOf(Instance.class) : instances;
        Memory memory = new Memory(Arrays.stream(Instance.values())
                .filter(instance -> selected.contains(instance) && instance.hasGradient())
                .map(Memory.Row::of)
                .toList());
        memory.write(results.resolve(Memory.FILE));
        spec.commandLine().getOut().println(memory.table());
        return 0;
    }
}
