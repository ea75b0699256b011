package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.IrParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves a loop, and what stays because the loop may have no iteration. */
class HoistTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "exp x | true",
                "divide x, y | true",
                "max x, y | true",
                "multiply x, y | false",
                "clamp x, y, x | false",
            })
    void leavesTheLoop(String primitive, boolean leaves) {
        String text = """
                f(x: double, y: double, n: int) {
                  zero = 0
                  s.1 = 0.0
                  s.2 = for i from zero less n step 1 with (s.3 = s.1) {
                    e = %s
                    s.4 = add s.3, e
                    yield s.4
                  }
                  return s.2
                }
                """.formatted(primitive);

        String hoisted = Hoist.apply(IrParser.parse(text)).toString();

        assertThat(hoisted.indexOf("e = ") < hoisted.indexOf("for ")).isEqualTo(leaves);
    }
}
