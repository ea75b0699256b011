package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.benchmark.Passes.Gain;
import io.github.cotangent.processor.transform.Pass;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassesTest {

    static final Passes PASSES = new Passes(
            "17.0.15",
            2,
            List.of(Pass.HOIST, Pass.UNROLL, Pass.FIRST_WRITES),
            List.of(Instance.BA, Instance.NEWTON, Instance.LORENZ),
            List.of(
                    Gain.of(Pass.HOIST, Instance.BA, Candidate.GENERATED, 1.234),
                    Gain.of(Pass.HOIST, Instance.LORENZ, Candidate.GENERATED, 0.996),
                    Gain.of(Pass.FIRST_WRITES, Instance.LORENZ, Candidate.GENERATED, 12.3),
                    Gain.of(Pass.UNROLL, Instance.NEWTON, Candidate.JVP_GENERATED, 2)));

    @Test
    void haveARowEachAndAColumnForEachProblemWhereSomePassCounts() {
        assertThat(PASSES.table(Candidate.GENERATED)).isEqualTo("""
            | without | ADBench BA, 2×15 Jacobian | Lorenz by RK4, 10,000 steps |
            |---|--:|--:|
            | `hoist` | 1.23 | 1.00 |
            | `unroll` | – | – |
            | `first_writes` | – | 12.30 |\
            """);
    }

    @Test
    void haveATableForTangents() {
        assertThat(PASSES.table(Candidate.JVP_GENERATED)).isEqualTo("""
            | without | Newton |
            |---|--:|
            | `hoist` | – |
            | `unroll` | 2.00 |
            | `first_writes` | – |\
            """);
    }

    @Test
    void areReadAsTheyWereWritten(@TempDir Path directory) {
        Path file = directory.resolve(Passes.FILE);
        assertThat(Passes.find(file)).isEmpty();
        PASSES.write(file);
        assertThat(Passes.find(file)).contains(PASSES);
    }
}
