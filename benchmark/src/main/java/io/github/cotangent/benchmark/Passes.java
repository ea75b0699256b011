package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.Report.Figure;
import io.github.cotangent.processor.transform.Pass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the passes of the processor gain.
 *
 * @param jdk the version of the JDK
 * @param processors how many processors the machine has
 * @param passes those that were left out, one at a time
 * @param instances the problems
 * @param gains where the generated code is another without the pass
 */
record Passes(String jdk, int processors, List<Pass> passes, List<Instance> instances, List<Gain> gains) {

    static final String FILE = "passes.json";

    /**
     * What a pass gains on a problem.
     *
     * @param pass the pass
     * @param instance the problem
     * @param candidate value and gradient, or value and tangent
     * @param factor the time without the pass over that with it
     */
    record Gain(Pass pass, Instance instance, Candidate candidate, double factor) {

        static Gain of(Pass pass, Instance instance, Candidate candidate, double factor) {
            return new Gain(pass, instance, candidate, Figure.rounded(factor));
        }
    }

    /** What was measured, if it was. */
    static Optional<Passes> find(Path file) {
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    static Passes read(Path file) {
        return Json.read(file, Passes.class);
    }

    void write(Path file) {
        Json.write(file, this);
    }

    /** Both tables in Markdown, each with a title. */
    String tables() {
        return String.join(
                "\n\n",
                "Value and gradient",
                table(Candidate.GENERATED),
                "Value and tangent in one direction",
                table(Candidate.JVP_GENERATED));
    }

    /** A row for each pass; columns for the problems on which some pass counts. */
    String table(Candidate candidate) {
        List<Instance> columns = instances.stream()
                .filter(instance ->
                        gains.stream().anyMatch(gain -> gain.instance == instance && gain.candidate == candidate))
                .toList();
        String titles =
                columns.stream().map(column -> " " + column.title() + " |").collect(Collectors.joining());
        return passes.stream()
                .map(pass -> columns.stream()
                        .map(column -> " " + cell(pass, column, candidate) + " |")
                        .collect(Collectors.joining("", "| `" + pass + "` |", "")))
                .collect(Collectors.joining(
                        "\n", "| without |" + titles + "\n|---|" + "--:|".repeat(columns.size()) + "\n", ""));
    }

    private String cell(Pass pass, Instance instance, Candidate candidate) {
        return gains.stream()
                .filter(gain -> gain.pass == pass && gain.instance == instance && gain.candidate == candidate)
                .map(gain -> String.format(Locale.ROOT, "%.2f", gain.factor))
                .findFirst()
                .orElse("–");
    }
}
