package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.RandomChecks;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The transformations take what they give: second and third order. */
class HvpTest {

    static Stream<Case> programs() {
        return Programs.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void secondOrder(Case program) {
        TransformChecks.jvpOfVjp(Jvp::of, Vjp::of, program);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void thirdOrder(Case program) {
        TransformChecks.jvpOfJvpOfVjp(Jvp::of, Vjp::of, program);
    }

    @Test
    void secondOrderOfRandomFunctions() {
        RandomChecks.run(LongStream.range(0, 1_000), 30, point -> TransformChecks.jvpOfVjp(Jvp::of, Vjp::of, point));
    }

    @Test
    void thirdOrderOfRandomFunctions() {
        RandomChecks.run(LongStream.range(0, 300), 30, point -> TransformChecks.jvpOfJvpOfVjp(Jvp::of, Vjp::of, point));
    }
}
