package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.RandomChecks;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JvpTest {

    static Stream<Case> programs() {
        return Programs.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programsAgreeWithTheOracle(Case program) {
        TransformChecks.jvp(Jvp::of, program);
    }

    @Test
    void randomFunctionsAgreeWithTheOracle() {
        RandomChecks.run(LongStream.range(0, 1_000), 40, point -> TransformChecks.jvp(Jvp::of, point));
    }

    @Test
    void largeRandomFunctionsAgreeWithTheOracle() {
        RandomChecks.run(LongStream.range(100_000, 100_100), 200, point -> TransformChecks.jvp(Jvp::of, point));
    }
}
