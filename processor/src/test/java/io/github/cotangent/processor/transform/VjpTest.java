package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.processor.ir.RandomChecks;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VjpTest {

    static Stream<Case> programs() {
        return Programs.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programsAgreeWithTheOracle(Case program) {
        TransformChecks.vjp(Vjp::of, program);
    }

    @ParameterizedTest
    @MethodSource("io.github.cotangent.processor.transform.ArrayPrograms#aliases")
    void refusesArraysThatItCannotFollow(Case program) {
        assertThatThrownBy(() -> Vjp.of(program.function(), program.withRespectTo()))
                .hasMessageContaining("cannot follow the array");
    }

    @Test
    void randomFunctionsAgreeWithTheOracle() {
        RandomChecks.run(LongStream.range(0, 1_000), 40, point -> TransformChecks.vjp(Vjp::of, point));
    }

    @Test
    void largeRandomFunctionsAgreeWithTheOracle() {
        RandomChecks.run(LongStream.range(100_000, 100_100), 200, point -> TransformChecks.vjp(Vjp::of, point));
    }
}
