package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.Report.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the documentation about speed: a text with the tables of the reports put in. */
final class PerformancePage {

    private static final String TEMPLATE = "/performance.md";

    private PerformancePage() {}

    static String of(List<Report> reports, Memory memory) {
        Tables tables = new Tables(reports);
        return template()
                .replace("{jdks}", reports.stream().map(Report::jdk).collect(Collectors.joining(" and ")))
                .replace("{slash}", reports.stream().map(Report::jdk).collect(Collectors.joining(" / ")))
                .replace("{conditions}", conditions(reports))
                .replace("{reverse}", tables.reverse())
                .replace("{forward}", tables.forward())
                .replace("{others}", tables.others())
                .replace("{memory}", tables.memory())
                .replace("{held}", memory.table())
                .replace("{growth}", tables.growth())
                .replace("{plots}", plots(reports));
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

    private static String template() {
        try (InputStream stream = PerformancePage.class.getResourceAsStream(TEMPLATE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
