package io.github.cotangent.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts what gradients hold. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description =
                "Counts the bytes that gradients hold, by hand and generated, prints a table in Markdown, and writes a"
                        + " JSON file.")
final class MeasureMemory implements Callable<Integer> {

    @Mixin
    private Selection selection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path results = selection.results();
        Memory memory = new Memory(selection.problems().stream()
                .filter(Instance::hasGradient)
                .map(Memory.Row::of)
                .toList());
        memory.write(results.resolve(Memory.FILE));
        spec.commandLine().getOut().println(memory.table());
        return 0;
    }
}
