package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.Report.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of the documentation about speed: texts with the tables of what was measured put in. */
final class PerformancePage {

    private static final String TEMPLATE = "/performance.md";

    private static final String PASSES = "/passes.md";

    private PerformancePage() {}

    static String of(List<Report> reports, Memory memory, Optional<Passes> passes) {
        Tables tables = new Tables(reports);
        return text(TEMPLATE)
                .replace("{jdks}", reports.stream().map(Report::jdk).collect(Collectors.joining(" and ")))
                .replace("{slash}", reports.stream().map(Report::jdk).collect(Collectors.joining(" / ")))
                .replace("{conditions}", conditions(reports))
                .replace("{reverse}", tables.reverse())
                .replace("{forward}", tables.forward())
                .replace("{others}", tables.others())
                .replace("{memory}", tables.memory())
                .replace("{held}", memory.table())
                .replace("{growth}", tables.growth())
                .replace("{plots}", plots(reports))
                .replace("{passes}", passes.map(PerformancePage::gains).orElse(""));
    }

    /** A section of its own, if it was measured. */
    private static String gains(Passes passes) {
        return text(PASSES)
                .replace("{jdk}", passes.jdk())
                .replace("{reverse}", passes.table(Candidate.GENERATED))
                .replace("{forward}", passes.table(Candidate.JVP_GENERATED));
    }

    private static String conditions(List<Report> reports) {
        return reports.stream()
                .map(report -> String.format(
                        "JDK %s, %d processors: %s",
                        report.jdk(), report.processors(), report.effort().description()))
                .map(line -> "- " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String plots(List<Report> reports) {
        return reports.stream()
                .flatMap(report -> report.growth().stream()
                        .map(Row::instance)
                        .distinct()
                        .map(instance -> String.format(
                                "![Cost over parameters: %s, JDK %s](images/%s)",
                                instance.title(), report.feature(), GrowthChart.name(instance, report))))
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(String template) {
        try (InputStream stream = PerformancePage.class.getResourceAsStream(template)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
