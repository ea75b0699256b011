package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored to an element that keeps it is not saved as well; and an adjoint that nobody reads is not set to zero. */
class KeptElementsTest {

    /** {@code x[place] = exp(x[neighbour] * b[i])} for each i. */
    private static final String SWEEP = """
            sweep(b: double[]) {
              %%0 = 26
              %%1 = 1
              %%2 = 8
              x: double[] = new_array %%0
              for i from %s step %s {
                %%3: int = %s
                %%4: double = load x, %%3
                %%5: double = load b, i
                %%6 = multiply %%4, %%5
                %%7 = exp %%6
                store x, %s, %%7
                yield
              }
              %%8: double = load x, %%1
              %%9: double = load x, %%2
              %%10 = multiply %%8, %%9
              return %%10
            }
            """;

    /** One array for the elements, one for their adjoints; any other is for what is saved. */
    @ParameterizedTest
    @CsvSource({
        "%1 less %2, 1, 'subtract i, %1', i, true",
        "%1 less_equal %2, 1, 'subtract i, %1', i, true",
        "%1 less %2, 1, 'add i, %1', i, false",
        "%2 greater %1, -1, 'add i, %1', i, true",
        "%2 greater %1, -1, 'subtract i, %1', i, false",
        "%1 less %2, 1, 'subtract i, %1', %1, false",
    })
    void recurrences(String range, int step, String neighbour, String place, boolean isKept) {
        Function function = IrParser.verified(SWEEP.formatted(range, step, neighbour, place));
        String vjp = checked(function);
        assertThat(arrays(vjp) == 2).as(vjp).isEqualTo(isKept);
    }

    private static final String TRIANGLE = """
            triangle(b: double[]) {
              %%0 = 8
              %%1 = 0
              %%2 = 1
              m: double[][] = new_array %%0, %%0
              %s
              for i from %%1 less %%0 step 1 {
                for j from %%1 %s i step 1 {
                  %%3: double = load b, j
                  s = for k from %%1 less %s step 1 with (s.1 = %%3) {
                    %%4: double[] = load m, i
                    %%5: double = load %%4, k
                    %%6: double[] = load m, j
                    %%7: double = load %%6, k
                    %%8 = multiply %%5, %%7
                    %%9 = subtract s.1, %%8
                    yield %%9
                  }
                  %%10: double[] = load m, i
                  %%11 = exp s
                  store %%10, j, %%11
                  yield
                }
                yield
              }
              %%13: double[] = load m, %%2
              %%14: double = load %%13, %%1
              return %%14
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "'', less_equal, j, true",
        "'', less, j, true",
        "'', less, i, false",
        "'row: double[] = load m, %2; store m, %1, row', less_equal, j, false",
    })
    void triangles(String before, String test, String end, boolean isKept) {
        Function function = IrParser.verified(TRIANGLE.formatted(before.replace(";", "\n "), test, end));
        String vjp = checked(function);
        assertThat(arrays(vjp) == 2).as(vjp).isEqualTo(isKept);
    }

    private static int arrays(String vjp) {
        return vjp.split("new_array", -1).length - 1;
    }

    private static String checked(Function function) {
        Case point = Case.of(function, new double[] {0.3, -0.7, 0.2, 0.5, -0.1, 0.4, -0.2, 0.6, 0.1});
        TransformChecks.vjp(Vjp::of, point);
        return Tidy.derivative(Vjp.of(Tidy.primal(function), point.withRespectTo()))
                .toString();
    }
}
