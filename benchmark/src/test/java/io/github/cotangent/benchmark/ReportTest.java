package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Report REPORT = TablesTest.report("17.0.15", 1234.5678, 2000, 3000.0);

    @Test
    void isReadAsItWasWritten(@TempDir Path directory) {
        Path file = directory.resolve("report.json");
        REPORT.write(file);
        assertThat(Report.read(file)).isEqualTo(REPORT);
    }

    @Test
    void keepsFourDigits() {
        assertThat(REPORT.ratios().get(0).figures().get(Candidate.VALUE).nanoseconds())
                .isEqualTo(1235);
    }

    @Test
    void namesTheFirstNumberOfTheVersion() {
        assertThat(REPORT.feature()).isEqualTo("17");
    }

    @Test
    void isDrawn(@TempDir Path directory) {
        assertThat(GrowthChart.write(REPORT, directory)).isEqualTo(List.of("growth-rosenbrock-jdk17.png"));
        assertThat(directory.resolve("growth-rosenbrock-jdk17.png"))
                .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(1000));
    }
}
