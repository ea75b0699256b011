package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTableTest {

    @Test
    void dividesTimesByThatOfTheValue() {
        RatioTable.Row row = new RatioTable.Row(
                "problem",
                5,
                Map.of(
                        Candidate.VALUE, 1000.0,
                        Candidate.BY_HAND, 1500.0,
                        Candidate.GENERATED, 3000.0,
                        Candidate.JVP_BY_HAND, 1200.0,
                        Candidate.JVP_GENERATED, 1500.0,
                        Candidate.HIPPARCHUS_GRADIENT, 40_000.0,
                        Candidate.CENTRAL_DIFFERENCES, 11_000.0));
        assertThat(RatioTable.of(List.of(row)))
                .endsWith("| problem | 5 | 1.00 µs | 1.50 | 3.00 | 1.20 | 1.50 | 40 |  |  | 11 | 2.00 | 1.25 |");
    }
}
