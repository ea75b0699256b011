package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

    private static final Path DOCS = Path.of("..", "docs");

    private static final List<Report> REPORTS = reports();

    /** What was measured, in the order of the files. */
    private static List<Report> reports() {
        try (Stream<Path> files = Files.list(Path.of("results"))) {
            return files.sorted().map(Report::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void somethingWasMeasured() {
        assertThat(REPORTS).isNotEmpty();
    }

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
