package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.RandomChecks;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Functions that call others, against the oracle, which runs what is called. */
class CallsTest {

    private static final List<Callee> CALLEES = List.of(
            CalledMethods.PAIR,
            CalledMethods.SUM,
            CalledMethods.VECTOR,
            CalledMethods.WRITER,
            CalledMethods.MIXER,
            CalledMethods.ROTATED,
            CalledMethods.RULED);

    /** A call may have taken the place of what kept a divisor away from zero: such points are left out. */
    private static void random(boolean firstOrder, Consumer<Case> check) {
        RandomChecks.run(
                LongStream.range(0, 200), seed -> RandomCalls.of(seed, 5 + (int) (seed % 40), firstOrder), point -> {
                    if (point.isRegular()) {
                        check.accept(point);
                    }
                });
    }

    @Test
    void theTextOfACallReadsBack() {
        for (long seed = 0; seed < 50; seed++) {
            Function function = RandomCalls.of(seed, 40, true);
            assertThat(IrParser.verified(function.toString())).hasToString(function.toString());
        }
        assertThat(CALLEES).hasSize(7);
    }

    @Test
    void forward() {
        random(true, point -> TransformChecks.jvp(Jvp::of, point));
    }

    @Test
    void reverse() {
        random(true, point -> TransformChecks.vjp(Vjp::of, point));
    }

    @Test
    void reverseInTwoParts() {
        random(true, point -> TransformChecks.pullback(Vjp::split, point));
    }

    @Test
    void simplified() {
        random(true, point -> {
            TransformChecks.same(Tidy::primal, point);
            TransformChecks.jvp((f, by) -> Tidy.derivative(Jvp.of(f, by)), prepared(point));
            TransformChecks.vjp((f, by) -> Tidy.derivative(Vjp.of(f, by)), prepared(point));
        });
    }

    private static Case prepared(Case point) {
        return new Case(Tidy.primal(point.function()), point.withRespectTo(), point.arguments());
    }

    @Test
    void forwardOverReverse() {
        random(false, point -> {
            // What no result depends on may be the root of a negative number.
            if (TransformChecks.gradient(Vjp::of, point).isRegular()) {
                TransformChecks.jvpOfVjp(Jvp::of, Vjp::of, point);
            }
        });
    }

    @Test
    void products() {
        random(false, point -> HvpTest.products(HvpTest::hvp, point));
        random(false, point -> HvpTest.products(CallsTest::simplifiedHvp, point));
    }

    private static Function simplifiedHvp(Function function, List<Value> by) {
        return Tidy.derivative(Hvp.of(Tidy.derivative(Vjp.gradient(Tidy.primal(function), by)), by));
    }

    @Test
    void anArrayThatIsWrittenAfterTheCallIsCopiedBefore() {
        Function function = IrParser.verified("""
                late(x: double[], s: double) {
                  y = clone x
                  %0: double = call test.Methods.sum y, s
                  %1 = 0
                  store y, %1, %0
                  %2: double = call test.Methods.sum y, %0
                  return %2
                }
                """);
        Case point = Case.of(function, new double[] {0.3, -0.7}, 1.5);
        TransformChecks.vjp(Vjp::of, point);
        assertThat(Vjp.of(function, point.withRespectTo()).toString().split("= clone"))
                .hasSize(3);
    }

    @Test
    void whatANewArrayHeldIsNotKept() {
        Function function = IrParser.verified("""
                fresh(x: double[], s: double) {
                  %0: int = length x
                  y: double[] = new_array %0
                  call test.Methods.writer x, s, y
                  %1 = 0
                  %2: double = load y, %1
                  return %2
                }
                """);
        Case point = Case.of(function, new double[] {0.3, -0.7}, 1.5);
        TransformChecks.vjp(Vjp::of, point);
        assertThat(Vjp.of(function, point.withRespectTo()).toString()).doesNotContain("clone");
    }

    @Test
    void whatAnArrayHeldBeforeIsKept() {
        Function function = IrParser.verified("""
                filled(x: double[], s: double) {
                  %0: int = length x
                  y: double[] = new_array %0
                  %1 = 0
                  %2 = 0.5
                  store y, %1, %2
                  call test.Methods.writer x, s, y
                  %3: double = load y, %1
                  store y, %1, %3
                  %4 = 1
                  %5: double = load y, %4
                  %6 = multiply %3, %5
                  return %6
                }
                """);
        Case point = Case.of(function, new double[] {0.3, -0.7}, 1.5);
        TransformChecks.jvp(Jvp::of, point);
        TransformChecks.vjp(Vjp::of, point);
        TransformChecks.pullback(Vjp::split, point);
        assertThat(Vjp.of(function, point.withRespectTo()).toString()).contains("yBefore = clone y");
    }
}
