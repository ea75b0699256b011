package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

    private static final Path DOCS = Path.of("..", "docs");

    private static final List<Report> REPORTS =
            List.of(Report.read(Path.of("results", "jdk17.json")), Report.read(Path.of("results", "jdk25.json")));

    @Test
    void isMadeFromWhatWasMeasured() throws IOException {
        assertThat(Files.readString(DOCS.resolve("performance.md"))).isEqualTo(PerformancePage.of(REPORTS));
    }

    @Test
    void showsPlotsThatAreThere() {
        for (Report report : REPORTS) {
            assertThat(report.growth())
                    .allSatisfy(row -> assertThat(
                                    DOCS.resolve("images").resolve(GrowthChart.name(row.instance(), report)))
                            .exists());
        }
    }

    @Test
    void fillsEveryPlace() {
        assertThat(PerformancePage.of(REPORTS)).doesNotContainPattern("\\{[a-z]+}");
    }
}
