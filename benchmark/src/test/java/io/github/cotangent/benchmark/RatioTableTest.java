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
                1000,
                Map.of(
                        Candidate.BY_HAND, 1500.0,
                        Candidate.GENERATED, 3000.0,
                        Candidate.HIPPARCHUS, 40_000.0,
                        Candidate.CENTRAL_DIFFERENCES, 11_000.0));
        assertThat(RatioTable.of(List.of(row))).isEqualTo("""
                        | problem | parameters | value | by hand | generated | Hipparchus `Gradient` | central differences | generated / by hand |
                        |---|--:|--:|--:|--:|--:|--:|--:|
                        | problem | 5 | 1.00 µs | 1.50 | 3.00 | 40 | 11 | 2.00 |""");
    }
}
