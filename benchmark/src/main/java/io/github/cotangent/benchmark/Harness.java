package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.Report.Figure;
import io.github.cotangent.benchmark.Report.Row;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures on one JDK: every candidate has a virtual machine of its own, and they take turns. */
final class Harness {

    /** Whose cost is measured at many sizes. */
    private static final List<Instance> GROWING = List.of(Instance.ROSENBROCK, Instance.LOG_SUM_EXP);

    private static final Set<Candidate> TOOLS = EnumSet.complementOf(
            EnumSet.of(Candidate.GENERATED_IN_WORKSPACE, Candidate.JVP_BY_HAND, Candidate.JVP_GENERATED));

    /** In nanoseconds: a candidate that is expected to take longer at a size stops before. */
    private static final double LIMIT = 2e9;

    private final Optional<Path> jdk;
    private final Effort effort;
    private final PrintWriter progress;
    private String version = "";

    Harness(Optional<Path> jdk, Effort effort, PrintWriter progress) {
        this.jdk = jdk;
        this.effort = effort;
        this.progress = progress;
    }

    Report run(Collection<Instance> instances) throws RunnerException {
        List<Row> ratios = new ArrayList<>();
        for (Instance instance : instances) {
            ratios.add(row(instance, 0, instance.candidates()));
        }
        List<Row> growth = new ArrayList<>();
        for (Instance instance : GROWING) {
            if (instances.contains(instance)) {
                growth.addAll(growth(instance));
            }
        }
        return new Report(version, Runtime.getRuntime().availableProcessors(), effort, ratios, growth);
    }

    private List<Row> growth(Instance instance) throws RunnerException {
        List<Row> rows = new ArrayList<>();
        Set<Candidate> running = EnumSet.copyOf(TOOLS);
        for (int size : effort.sizes()) {
            running.removeIf(
                    candidate -> candidate.isOther() && !rows.isEmpty() && expected(candidate, rows, size) > LIMIT);
            Row row = row(instance, size, running);
            running.retainAll(row.figures().keySet());
            rows.add(row);
        }
        return rows;
    }

    /** The time at a size by the power law through the last two; with one only, by the square. */
    static double expected(Candidate candidate, List<Row> rows, int size) {
        Row last = rows.get(rows.size() - 1);
        double power = 2;
        if (rows.size() > 1) {
            Row before = rows.get(rows.size() - 2);
            power = Math.log(time(last, candidate) / time(before, candidate))
                    / Math.log((double) last.parameters() / before.parameters());
        }
        return time(last, candidate) * Math.pow((double) size / last.parameters(), power);
    }

    private static double time(Row row, Candidate candidate) {
        return row.figures().get(candidate).nanoseconds();
    }

    /** One fork of each candidate, then the next of each: a machine that slows down slows all of them. */
    private Row row(Instance instance, int size, Collection<Candidate> candidates) throws RunnerException {
        Map<Candidate, List<RunResult>> results = new EnumMap<>(Candidate.class);
        for (int fork = 0; fork < effort.forks(); fork++) {
            for (Candidate candidate : candidates) {
                if (fork < effort.forks(candidate)) {
                    progress.printf("%s %s: %s%n", instance.title(), size == 0 ? "" : size, candidate.title());
                    progress.flush();
                    Optional<RunResult> result = fork(instance, size, candidate);
                    result.ifPresent(found -> results.computeIfAbsent(candidate, none -> new ArrayList<>())
                            .add(found));
                }
            }
        }
        double value = median(results.get(Candidate.VALUE).stream().map(Harness::time));
        Map<Candidate, Figure> figures = new EnumMap<>(Candidate.class);
        results.forEach((candidate, forks) -> figures.put(
                candidate,
                Figure.of(
                        median(forks.stream().map(Harness::time)),
                        value,
                        median(forks.stream().map(Harness::bytes)))));
        return new Row(instance, new Point<>(instance.problem(size)).parameters().length, figures);
    }

    /** One fork; none if a library gives up, for want of memory as a rule. */
    private Optional<RunResult> fork(Instance instance, int size, Candidate candidate) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\Q" + CandidateBenchmark.class.getName() + "\\E")
                .param("instance", instance.name())
                .param("size", String.valueOf(size))
                .param("candidate", candidate.name())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        jdk.ifPresent(home -> options.jvm(home.resolve("bin").resolve("java").toString()));
        try {
            RunResult result = new Runner(effort.applyTo(options).build()).runSingle();
            version = result.getParams().getJdkVersion();
            return Optional.of(result);
        } catch (RunnerException failure) {
            if (!candidate.isOther()) {
                throw failure;
            }
            progress.printf("%s: %s gives up%n", instance.title(), candidate.title());
            return Optional.empty();
        }
    }

    private static double time(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults()
                .get("gc.alloc.rate.norm")
                .getStatistics()
                .getPercentile(50);
    }

    static double median(Stream<Double> numbers) {
        double[] sorted = numbers.mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
