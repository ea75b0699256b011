package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
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

    @Test
    void randomFunctionsAgreeWithTheOracle() {
        RandomChecks.run(LongStream.range(0, 1_000), 40, point -> TransformChecks.vjp(Vjp::of, point));
    }

    @Test
    void largeRandomFunctionsAgreeWithTheOracle() {
        RandomChecks.run(LongStream.range(100_000, 100_100), 200, point -> TransformChecks.vjp(Vjp::of, point));
    }

    /** It follows from the number of the iteration, and the elements that it points at are loaded again. */
    @Test
    void theCounterOfAWhileLoopIsNotKept() {
        Function function = IrParser.verified("""
                sum(x: double[], n: int) {
                  %0 = 0
                  %1 = 0.0
                  i, s = while with (i.1 = %0, s.1 = %1) {
                    %2: boolean = less i.1, n
                    test %2
                  } do (i.2: int, s.2: double) {
                    %3: double = load x, i.2
                    %4 = sin %3
                    s.3 = add s.2, %4
                    %5 = 1
                    i.3 = add i.2, %5
                    yield i.3, s.3
                  }
                  return s
                }
                """);
        Case point = Case.of(function, new double[] {0.3, -0.7, 1.1}, 2);
        TransformChecks.vjp(Vjp::of, point);
        assertThat(Vjp.of(function, point.withRespectTo()).toString()).doesNotContain("new_array");
    }
}
