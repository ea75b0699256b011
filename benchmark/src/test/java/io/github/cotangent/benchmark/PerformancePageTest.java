package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerformancePageTest {

    private static final Path DOCS = Path.of("..", "docs");

    private static final Path RESULTS = Path.of("results");

    private static final List<Report> REPORTS = reports();

    private static final Memory MEMORY = Memory.read(RESULTS.resolve(Memory.FILE));

    private static final Optional<Passes> PASSES = Passes.find(RESULTS.resolve(Passes.FILE));

    /** What was measured, in the order of the files. */
    private static List<Report> reports() {
        try (Stream<Path> files = Files.list(RESULTS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("jdk"))
                    .sorted()
                    .map(Report::read)
                    .toList();
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
        assertThat(Files.readString(DOCS.resolve("performance.md")))
                .isEqualTo(PerformancePage.of(REPORTS, MEMORY, PASSES));
    }

    /** What is in a workspace depends on the code alone. */
    @ParameterizedTest
    @EnumSource(names = {"ROSENBROCK", "LOG_SUM_EXP", "LORENZ", "CHOLESKY", "STENCIL", "NEWTON", "LSTM"})
    void showsWhatIsHeld(Instance instance) {
        Memory.Row row = MEMORY.rows().stream()
                .filter(each -> each.instance() == instance)
                .findFirst()
                .orElseThrow();
        assertThat(Memory.Row.of(instance).generated()).isEqualTo(row.generated());
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
    void showsWhatPassesGainIfThatWasMeasured() {
        String without = PerformancePage.of(REPORTS, MEMORY, Optional.empty());
        assertThat(PerformancePage.of(REPORTS, MEMORY, Optional.of(PassesTest.PASSES)))
                .startsWith(without.strip() + "\n\n## What each pass gains\n")
                .contains("\n\n" + PassesTest.PASSES.table(Candidate.GENERATED) + "\n\n")
                .endsWith("\n\n" + PassesTest.PASSES.table(Candidate.JVP_GENERATED) + "\n");
    }

    @Test
    void fillsEveryPlace() {
        assertThat(PerformancePage.of(REPORTS, MEMORY, Optional.of(PassesTest.PASSES)))
                .doesNotContainPattern("\\{[a-z]+}");
    }
}
