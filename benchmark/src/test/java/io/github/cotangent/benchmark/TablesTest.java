package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.benchmark.Report.Figure;
import io.github.cotangent.benchmark.Report.Row;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final Report OLD = report("17.0.15", 1000, 3000, 40_000.0);
    private static final Report NEW = report("25.0.3", 1000, 1200, null);

    /** One problem: the value, the generated gradient and a library, in nanoseconds; by hand it takes 1500. */
    static Report report(String jdk, double value, double generated, Double library) {
        Map<Candidate, Figure> figures = new EnumMap<>(Candidate.class);
        figures.put(Candidate.VALUE, Figure.of(value, value, 0));
        figures.put(Candidate.BY_HAND, Figure.of(1500, value, 16));
        figures.put(Candidate.GENERATED, Figure.of(generated, value, 1024.2));
        figures.put(Candidate.JVP_BY_HAND, Figure.of(1200, value, 24));
        figures.put(Candidate.JVP_GENERATED, Figure.of(1500, value, 24));
        if (library != null) {
            figures.put(Candidate.HIPPARCHUS_GRADIENT, Figure.of(library, value, 1e6));
        }
        List<Row> rows = List.of(new Row(Instance.ROSENBROCK, 100, figures));
        return new Report(jdk, 2, Effort.SMOKE, rows, rows);
    }

    @Test
    void dividesTimes() {
        Tables tables = new Tables(List.of(OLD));
        assertThat(tables.reverse()).isEqualTo("""
            | problem | parameters | value | by hand / value | **generated / value** | **generated / by hand** | \
            with a workspace / by hand |
            |---|--:|--:|--:|--:|--:|--:|
            | Rosenbrock | 100 | 1.00 µs | 1.50 | 3.00 | 2.00 | – |\
            """);
        assertThat(tables.forward()).endsWith("| Rosenbrock | 100 | 1.20 | 1.50 | 1.25 |");
    }

    @Test
    void leavesOutWhatDoesNotFinish() {
        assertThat(new Tables(List.of(OLD)).others()).endsWith("| 3.00 | 40 | – | – | – | 13 |");
        assertThat(new Tables(List.of(NEW)).others()).endsWith("| 1.20 | – | – | – | – | – |");
    }

    @Test
    void putsTheJdksSideBySideWhereTheyDiffer() {
        Tables tables = new Tables(List.of(OLD, NEW));
        assertThat(tables.reverse()).endsWith("| Rosenbrock | 100 | 1.00 µs | 1.50 | 3.00 / 1.20 | 2.00 / 0.80 | – |");
        assertThat(tables.growth()).endsWith("| 1.50 | 3.00 / 1.20 | 40 / – | – | – | – |");
    }

    @Test
    void countsBytes() {
        assertThat(new Tables(List.of(OLD)).memory()).endsWith("| 0 | 16 | 1,024 | – | 24 | 24 |");
    }

    @Test
    void leavesACellEmptyWhereAReportLacksTheRow() {
        Report other = new Report("25.0.3", 2, Effort.SMOKE, List.of(), List.of());
        assertThat(new Tables(List.of(OLD, other)).forward()).endsWith("| 1.20 / – | 1.50 / – | 1.25 / – |");
    }
}
