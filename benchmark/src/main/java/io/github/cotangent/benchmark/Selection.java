package io.github.cotangent.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What the commands that measure have in common: on which problems, and where the figures go. */
final class Selection {

    @Option(
            names = "--problem",
            paramLabel = "<problem>",
            description = "Only this problem, one of ${COMPLETION-CANDIDATES}; may be repeated.")
    private Set<Instance> problems = EnumSet.noneOf(Instance.class);

    @Option(
            names = "--results",
            paramLabel = "<directory>",
            defaultValue = "benchmark/target/results",
            description = "Where files are written; ${DEFAULT-VALUE} without this option.")
    private Path results;

    /** The chosen problems, all of them if none was named, in their order. */
    List<Instance> problems() {
        return List.copyOf(problems.isEmpty() ? EnumSet.allOf(Instance.class) : EnumSet.copyOf(problems));
    }

    /** The directory for the figures, made if it is not there. */
    Path results() throws IOException {
        return Files.createDirectories(results);
    }
}
