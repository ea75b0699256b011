package io.github.cotangent.benchmark;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the gradients of all problems and prints the table of ratios. */
@Command(
        name = "cotangent-benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Measures gradients by hand, by generated code, by Hipparchus and by central differences, and prints"
                        + " their times as multiples of the time of the function itself.")
public final class Ratios implements Callable<Integer> {

    @Option(
            names = "--problem",
            paramLabel = "<problem>",
            description = "Only this problem, one of ${COMPLETION-CANDIDATES}; may be repeated.")
    private List<Instance> instances = new ArrayList<>();

    @Option(
            names = "--thorough",
            description = "Three forks and longer runs: about half an hour instead of a few minutes.")
    private boolean thorough;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    private Ratios() {}

    /**
     * Runs the program.
     *
     * @param arguments the options
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ratios()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws RunnerException {
        List<Instance> selected = instances.isEmpty() ? List.of(Instance.values()) : List.copyOf(instances);
        PrintWriter progress = spec.commandLine().getErr();
        Map<Instance, RatioTable.Row> rows = new EnumMap<>(Instance.class);
        for (Instance instance : selected) {
            Map<Candidate, Double> times = new EnumMap<>(Candidate.class);
            for (Candidate candidate : instance.candidates()) {
                progress.println(instance.title() + ": " + candidate.title());
                times.put(candidate, median(instance, candidate));
            }
            int parameters = new Point<>(instance.problem(0)).parameters().length;
            rows.put(instance, new RatioTable.Row(instance.title(), parameters, times));
        }
        spec.commandLine().getOut().println(RatioTable.of(List.copyOf(rows.values())));
        return 0;
    }

    private double median(Instance instance, Candidate candidate) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("\\Q" + CandidateBenchmark.class.getName() + "\\E")
                .param("instance", instance.name())
                .param("candidate", candidate.name())
                .forks(thorough ? 3 : 1)
                .warmupIterations(thorough ? 5 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(thorough ? 5 : 3)
                .measurementTime(TimeValue.milliseconds(thorough ? 1000 : 500))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }
}
