package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.analysis.SmallArrays;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.RandomArrays;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import io.github.cotangent.processor.ir.Verifier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small loops that are written out, and small arrays whose elements become variables. */
class SmallTest {

    private static final String SUM = """
            sum(x: double) {
              %%0 = %d
              %%1 = %d
              s = for i from %%0 %s %%1 step %d with (s.1 = x) {
                %%2: double = cast i
                %%3 = sin s.1
                %%4 = multiply %%2, %%3
                s.2 = add s.1, %%4
                yield s.2
              }
              return s
            }
            """;

    /** An inner loop whose iterations follow from the outer index, and a question that does. */
    private static final String TRIANGLE = """
            triangle(x: double, n: int) {
              %0 = 0
              %1 = 1
              %2 = 3
              %3 = 6
              a: double[] = new_array %3
              for i from %0 less %2 step 1 {
                for j from %0 less_equal i step 1 {
                  %4 = add i, j
                  %5: double = cast %4
                  %6 = multiply %5, x
                  %7: boolean = equal i, j
                  d = if %7 {
                    %8 = exp %6
                    yield %8
                  } else {
                    yield %6
                  }
                  store a, %4, d
                  yield
                }
                yield
              }
              %11: double = load a, %2
              return %11
            }
            """;

    /** Both sides of the branch make an array; elements change in a loop, in a branch within, and in a while loop. */
    private static final String HANDED_ON = """
            handedOn(x: double[], y: double, n: int) {
              %0 = 0
              %1 = 1
              %2 = 2
              %3 = 0.0
              %4: boolean = greater y, %3
              v = if %4 {
                a: double[] = new_array %2
                %5: double = load x, %0
                store a, %0, %5
                store a, %1, y
                yield a
              } else {
                b: double[] = new_array %2
                c: double[] = clone b
                %6 = sin y
                store c, %1, %6
                store b, %0, %6
                %7: double = load b, %1
                store c, %0, %7
                yield c
              }
              for i from %0 less n step 1 {
                %8: double = load v, %0
                %9: double = load v, %1
                %10 = multiply %8, %9
                %11: boolean = less %10, y
                if %11 {
                  %12 = tanh %10
                  store v, %0, %12
                  yield
                } else {
                  yield
                }
                %13 = sin %8
                store v, %1, %13
                yield
              }
              k = while with (k.1 = n) {
                %14: double = load v, %0
                %15: boolean = less %14, y
                %16: boolean = greater k.1, %0
                %17 = and %15, %16
                test %17
              } do (k.2: int) {
                %18: double = load v, %1
                %19 = add %18, y
                %20 = cos %19
                store v, %1, %20
                k.3 = subtract k.2, %1
                yield k.3
              }
              %21: double = load v, %0
              %22: double = load v, %1
              %23: int = length v
              %24: double = cast %23
              %25 = multiply %21, %22
              %26 = multiply %25, %24
              return %26
            }
            """;

    private static String sum(int from, String test, int to, int step) {
        return String.format(SUM, from, to, test, step);
    }

    @ParameterizedTest
    @CsvSource({
        "0, less, 0, 1",
        "0, less, 1, 1",
        "0, less, 4, 1",
        "2, less, 0, 1",
        "3, greater_equal, 0, -1",
        "7, greater, 0, -2",
        "1, less_equal, 4, 1",
        "2147483640, less, 2147483642, 1",
        "-2, less, 5, 2"
    })
    void fewIterationsAreWrittenOut(int from, String test, int to, int step) {
        Function function = IrParser.verified(sum(from, test, to, step));
        assertThat(Unroll.apply(function).toString()).doesNotContain("for ");
        TransformChecks.same(Unroll::apply, Case.of(function, 0.7));
    }

    @ParameterizedTest
    @CsvSource({"0, less, 5, 1", "4, greater_equal, 0, -1", "0, less, 2147483647, 1", "2147483646, less, 2147483647, 2"
    })
    void manyIterationsAreNot(int from, String test, int to, int step) {
        Function function = IrParser.verified(sum(from, test, to, step));
        assertThat(Unroll.apply(function).toString()).contains("for ");
    }

    @Test
    void indicesBecomeNumbers() {
        Function function = Verifier.verify(Unroll.apply(IrParser.verified(sum(1, "less", 3, 1))));
        assertThat(Share.apply(function)).hasToString("""
                sum(x: double) {
                  %0 = 1
                  %1 = 3
                  %2 = 2
                  %3: double = cast %0
                  %4 = sin x
                  %5 = multiply %3, %4
                  s = add x, %5
                  %6: double = cast %2
                  %7 = sin s
                  %8 = multiply %6, %7
                  s.1 = add s, %8
                  return s.1
                }
                """);
    }

    @Test
    void whatFollowsFromAnIndexIsNotAskedAnyMore() {
        Function function = IrParser.verified(TRIANGLE);
        Function unrolled = Unroll.apply(function);
        assertThat(unrolled.toString()).doesNotContain("for ").doesNotContain("if ");
        Function tidy = Tidy.primal(function);
        assertThat(tidy.toString()).doesNotContain("array");
        TransformChecks.same(Tidy::primal, Case.of(function, 0.7, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void elementsGoWhereTheArrayWent(int trips) {
        Function function = IrParser.verified(HANDED_ON);
        assertThat(Elements.apply(function).toString())
                .doesNotContain("array")
                .doesNotContain("store")
                .contains("v0");
        for (double y : new double[] {0.9, 0.2, -0.5}) {
            Case point = Case.of(function, new double[] {0.4}, y, trips);
            TransformChecks.same(Elements::apply, point);
            TransformChecks.jvp((f, x) -> Jvp.of(Elements.apply(f), x), point);
            TransformChecks.vjp((f, x) -> Vjp.of(Elements.apply(f), x), point);
        }
    }

    /** Each replacement makes the array more than a pair of numbers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store c, %1, %6 | store c, %2, %6",
                "load b, %1 | load b, n",
                "yield c | yield b",
                "yield a | yield x",
                "c: double[] = clone b | c: double[] = clone x",
                "return %26 | return v"
            })
    void whatElseIsDoneWithAnArrayKeepsIt(String before, String after) {
        String text = HANDED_ON.replace(before, after);
        Function function = IrParser.verified(text);
        boolean isStillSmall = after.equals("yield b");
        assertThat(Elements.apply(function).toString().contains("store")).isEqualTo(!isStillSmall);
    }

    @Test
    void manyRandomFunctionsHaveSmallArrays() {
        long count = LongStream.range(0, 500)
                .filter(seed -> !SmallArrays.of(RandomArrays.of(seed)).isEmpty())
                .count();
        assertThat(count).isGreaterThan(100);
    }

    /** A nest of loops stops being written out where it gets long. */
    @Test
    void nestsOfLoopsDoNotGrowWithoutEnd() {
        StringBuilder text = new StringBuilder("nest(x: double) {\n%0 = 0\n%1 = 4\n");
        int depth = 12;
        IntStream.range(0, depth)
                .forEach(k -> text.append(String.format(
                        "s.%d = for i.%d from %%0 less %%1 step 1 with (t.%d = %s) {\n",
                        k, k, k, k == 0 ? "x" : "t." + (k - 1))));
        text.append("u = sin t.").append(depth - 1).append("\nyield u\n}\n");
        IntStream.iterate(depth - 1, k -> k > 0, k -> k - 1)
                .forEach(k -> text.append("yield s.").append(k).append("\n}\n"));
        Function function = IrParser.verified(text.append("return s.0\n}\n").toString());
        assertThat(Unroll.apply(function).toString().lines().count()).isLessThan(200);
    }
}
