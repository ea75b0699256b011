package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums that are taken from the loop that has them; in whole numbers, of which every order of addition gives the same. */
class SumsTest {

    /** {@code for (i …) { saved[…] = x[i] * x[i]; sum += … } for (j …) { y[j] = c * saved[…]; total ±= … }}. */
    private static final String SUMS = """
            sums(x: double[], c: double) {
              zero = 0
              one = 1
              two = 2
              none = 0.0
              some = 3.0
              n: int = length x
              last = subtract n, one
              saved: double[] = new_array n
              y: double[] = new_array n
              sum = for i from zero less n step 1 with (sum.1 = %s) {
                a: double = load x, i
                e = multiply a, a
                store saved, %s, e
                sum.2 = add sum.1, %s
                yield sum.2
              }
              %s
              total = for j from %s step %s with (total.1 = some) {
                b: double = load saved, %s
                p = multiply c, b
                store y, j, p
                total.2 = %s
                yield total.2
              }
              f: double = load y, one
              g = multiply f, total
              h = add g, sum
              return h
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "none | i | e | '' | zero less n | 1 | j | add total.1, p | true",
                "some | i | e | '' | zero less n | 1 | j | add p, total.1 | true",
                "none | i | e | '' | last greater_equal zero | -1 | j | subtract total.1, p | true",
                "some | i | e | '' | zero less_equal last | 1 | j | subtract total.1, b | true",
                "none | i | e | '' | zero less n | 1 | j | subtract p, total.1 | false",
                "none | i | e | '' | zero less n | 1 | j | multiply total.1, p | false",
                "none | i | e | '' | zero less n | 1 | one | add total.1, p | false",
                "none | zero | e | '' | zero less n | 1 | j | add total.1, p | false",
                "none | i | a | '' | zero less n | 1 | j | add total.1, p | false",
                "none | i | e | '' | one less n | 1 | j | add total.1, p | false",
                "none | i | e | '' | zero less last | 1 | j | add total.1, p | false",
                "none | i | e | '' | zero less n | 2 | j | add total.1, p | false",
                "none | i | e | store saved, two, some | zero less n | 1 | j | add total.1, p | false",
            })
    void sums(
            String start,
            String place,
            String term,
            String between,
            String range,
            int step,
            String index,
            String total,
            boolean isKnown) {
        String text = SUMS.formatted(start, place, term, between, range, step, index, total)
                .replaceAll("(?m)^ *\n", "");
        Function function = IrParser.verified(text);
        TransformChecks.same(Sums::apply, Case.of(function, new double[] {3, -7, 2, 5}, 6.0));

        String changed = Sums.apply(function).toString();

        assertThat(!changed.contains("(total.1 = some)")).as(changed).isEqualTo(isKnown);
    }
}
