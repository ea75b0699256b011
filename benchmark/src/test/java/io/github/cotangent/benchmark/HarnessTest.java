package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.benchmark.Report.Figure;
import io.github.cotangent.benchmark.Report.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HarnessTest {

    @Test
    void takesTheMedian() {
        assertThat(Harness.median(Stream.of(3.0, 100.0, 1.0))).isEqualTo(3);
        assertThat(Harness.median(Stream.of(4.0, 1.0, 100.0, 2.0))).isEqualTo(3);
    }

    @Test
    void expectsTheSquareAtFirst() {
        double expected = Harness.expected(Candidate.FINMATH, List.of(row(10, 50)), 1000);
        assertThat(expected).isCloseTo(500_000, within(1e-6));
    }

    @Test
    void expectsThePowerLawThroughTheLastTwoSizes() {
        List<Row> rows = List.of(row(1, 1e9), row(10, 50), row(100, 500));
        assertThat(Harness.expected(Candidate.FINMATH, rows, 10_000)).isCloseTo(50_000, within(1e-6));
    }

    private static Row row(int parameters, double nanoseconds) {
        return new Row(Instance.ROSENBROCK, parameters, Map.of(Candidate.FINMATH, Figure.of(nanoseconds, 1, 0)));
    }
}
