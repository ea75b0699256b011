package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.RandomChecks;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
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

    @ParameterizedTest
    @MethodSource("programs")
    void products(Case program) {
        products(HvpTest::hvp, program);
    }

    @Test
    void productsOfRandomFunctions() {
        RandomChecks.run(LongStream.range(0, 1_000), 40, point -> products(HvpTest::hvp, point));
    }

    static Function hvp(Function function, List<Value> withRespectTo) {
        return Hvp.of(Vjp.gradient(function, withRespectTo), withRespectTo);
    }

    static void products(TransformChecks.Transform hvp, Case point) {
        if (point.isScalar()) {
            TransformChecks.hvp(hvp, Vjp::of, point);
        }
    }

    @Test
    void neitherValueNorGradientIsComputedForTheirOwnSake() {
        Function function = IrParser.verified("""
                power(x: double[], y: double) {
                  i = 0
                  %0: double = load x, i
                  %1 = multiply %0, y
                  %2 = exp %1
                  return %2
                }
                """);
        assertThat(SimplifiedTest.hvp(function, function.parameters())).hasToString("""
                powerGradientJvp(x: double[], y: double, xDot: double[], yDot: double, xBarDot: double[]) {
                  i = 0
                  %0: double = load x, i
                  %1: double = load xDot, i
                  %2 = multiply %0, y
                  %3 = multiply %1, y
                  %4 = multiply %0, yDot
                  %5 = add %3, %4
                  %6 = exp %2
                  %7 = multiply %5, %6
                  %8 = multiply %7, y
                  %9 = multiply %6, yDot
                  %10 = add %8, %9
                  %11 = multiply %1, %6
                  %12 = multiply %0, %7
                  yBarDot = add %11, %12
                  %13: double = load xBarDot, i
                  %14 = add %13, %10
                  store xBarDot, i, %14
                  return yBarDot
                }
                """);
    }

    @Test
    void nothingIsMultipliedByOne() {
        Function function = IrParser.verified("""
                same(x: double) {
                  one = 1.0
                  %0 = multiply x, one
                  %1 = multiply one, %0
                  %2 = strong_times one, %1
                  %3 = strong_times %2, one
                  return %3
                }
                """);
        assertThat(DeadCode.removeFrom(Simplify.apply(function))).hasToString("""
                same(x: double) {
                  one = 1.0
                  %0 = strong_times x, one
                  return %0
                }
                """);
    }

    @Test
    void whatWasLoadedIsStoredBackOnlyIfItHasChangedMeanwhile() {
        Function function = IrParser.verified("""
                stores(x: double[], i: int, j: int, y: double) {
                  %0: double = load x, i
                  store x, i, %0
                  store x, j, y
                  store x, i, %0
                  store x, j, %0
                  return y
                }
                """);
        assertThat(Share.apply(function)).hasToString("""
                stores(x: double[], i: int, j: int, y: double) {
                  %0: double = load x, i
                  store x, j, y
                  store x, i, %0
                  store x, j, %0
                  return y
                }
                """);
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
