package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where two arrays take turns, and which of them are set to zero before. */
class RecycleTest {

    /** {@code for (t …) { next = new double[…]; for (i …) { next[…] = u[i] * u[i]; } next[…] = u[0]; u = next; }}. */
    private static final String STEPS = """
            steps(x: double[]) {
              zero = 0
              one = 1
              three = 3
              five = 5
              n: int = length x
              %s
              v = for t from zero less three step 1 with (u = start) {
                last = subtract n, one
                next: double[] = new_array %s
                for i from %s step %s {
                  a: double = load u, i
                  b = multiply a, a
                  store next, %s, b
                  yield
                }
                c: double = load u, zero
                store next, %s, c
                yield next
              }
              e: double = load v, zero
              f: double = load v, last.1
              g: double = load %s, one
              h = multiply e, f
              j = add g, h
              return j
            }
            """;

    private static final String CLONE = "start: double[] = clone x; last.1 = subtract n, one";

    private static final String CHOICE =
            "isFirst = true; start: double[] = select isFirst, x, x; last.1 = subtract n, one";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLONE + " | n | zero less n | 1 | i | zero | v | true | true",
                CLONE + " | n | zero less last | 1 | i | last | v | true | true",
                CLONE + " | n | one less n | 1 | i | zero | v | true | true",
                CLONE + " | n | last greater_equal one | -1 | i | zero | v | true | true",
                CLONE + " | n | last greater zero | -1 | i | zero | v | true | true",
                CLONE + " | n | zero less last | 1 | i | zero | v | true | false",
                CLONE + " | n | zero less n | 2 | i | last | v | true | false",
                CLONE + " | n | zero less n | 1 | one | zero | v | true | false",
                CLONE + " | n | zero less n | 1 | t | zero | v | true | false",
                CLONE + " | five | zero less n | 1 | i | zero | v | false | false",
                CLONE + " | n | zero less n | 1 | i | zero | start | false | false",
                CHOICE + " | n | zero less n | 1 | i | zero | v | false | false",
            })
    void steps(
            String start,
            String length,
            String range,
            int step,
            String index,
            String end,
            String other,
            boolean isInTurn,
            boolean isCovered) {
        String text = STEPS.formatted(start.replace("; ", "\n  "), length, range, step, index, end, other);
        Function function = IrParser.verified(text);
        TransformChecks.same(
                code -> Recycle.apply(code, Map.of()), Case.of(function, new double[] {0.3, -0.7, 0.2, 0.5}));

        String recycled = Recycle.apply(function, Map.of()).toString();

        assertThat(isMadeInside(recycled)).as(recycled).isNotEqualTo(isInTurn);
        assertThat(recycled.contains("0.0")).as(recycled).isEqualTo(isInTurn && !isCovered);
    }

    private static boolean isMadeInside(String code) {
        return code.lastIndexOf("new_array") > code.indexOf("for t");
    }
}
