package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Interpreter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random functions, printed and run, give every bit that the interpreter gives. */
final class RandomCodeTest {

    private static final List<double[]> INPUTS = List.of(
            new double[] {0.5, -1.25, 3}, new double[] {-0.0, 2, 0}, new double[] {Double.NaN, 1, 1}, new double[] {
                7, 7, -3
            });

    @Test
    void printedFunctionsComputeWhatTheInterpreterDoes() {
        for (long first = 0; first < Long.getLong("random.functions", 1000); first += 250) {
            List<Function> functions = LongStream.range(first, first + 250)
                    .mapToObj(RandomFunction::of)
                    .toList();
            JavaFile file = Methods.of(functions);
            Compiled compiled = Compiled.of(file);
            functions.forEach(function -> INPUTS.forEach(input -> compare(compiled, function, input)));
        }
    }

    private static void compare(Compiled compiled, Function function, double[] input) {
        double[] expectedArray = {1, 0.25, -3};
        double[] array = expectedArray.clone();
        List<Object> expected = Interpreter.run(function, input[0], input[1], (int) input[2], expectedArray);
        Object[] actual =
                (Object[]) compiled.call(Methods.NAME, function.name(), input[0], input[1], (int) input[2], array);
        assertThat(Arrays.deepToString(actual))
                .as(() -> function + "\n" + Methods.of(List.of(function)))
                .isEqualTo(Arrays.deepToString(expected.toArray()));
        assertThat(array).as(function::toString).isEqualTo(expectedArray);
    }
}
