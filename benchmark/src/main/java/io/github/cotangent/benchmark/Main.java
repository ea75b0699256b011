package io.github.cotangent.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point of the benchmarks. */
@Command(
        name = "cotangent-benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures how fast derivatives are.",
        subcommands = {Measure.class, MeasureMemory.class, MeasurePasses.class, WritePage.class})
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs a command.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
