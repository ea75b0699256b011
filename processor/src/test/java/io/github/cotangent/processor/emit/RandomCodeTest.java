package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.JavaFile;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Interpreter;
import io.github.cotangent.processor.ir.RandomFunctions;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Simplify;
import io.github.cotangent.processor.transform.Vjp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random functions, printed and run, give every bit that the interpreter gives. */
final class RandomCodeTest {

    /** More can be asked for; so many take some seconds. */
    private static final long COUNT = Long.getLong("random.functions", 500);

    private static final List<double[]> INPUTS = List.of(
            new double[] {0.5, -1.25, 3}, new double[] {-0.0, 2, 0}, new double[] {Double.NaN, 1, 1}, new double[] {
                7, 7, -3
            });

    @Test
    void printedFunctionsComputeWhatTheInterpreterDoes() {
        for (long first = 0; first < COUNT; first += 250) {
            List<Function> functions = LongStream.range(first, first + 250)
                    .mapToObj(RandomFunction::of)
                    .toList();
            JavaFile file = Methods.of(functions);
            Compiled compiled = Compiled.of(file);
            functions.forEach(function -> INPUTS.forEach(input -> compare(compiled, function, input)));
        }
    }

    @Test
    void printedDerivativesComputeWhatTheInterpreterDoes() {
        for (long first = 0; first < COUNT / 2; first += 100) {
            List<Function> functions = new ArrayList<>();
            Map<Function, List<Object>> arguments = new IdentityHashMap<>();
            for (long seed = first; seed < first + 100; seed++) {
                Function primal = RandomFunctions.of(seed, 12);
                List<Object> point = RandomFunctions.arguments(primal, seed);
                for (Function function : derivatives(primal)) {
                    functions.add(function);
                    arguments.put(function, extended(function, point, seed));
                }
            }
            Compiled compiled = Compiled.of(Methods.of(functions));
            functions.forEach(function -> compare(compiled, function, arguments.get(function)));
        }
    }

    private static List<Function> derivatives(Function primal) {
        List<Value> real = primal.parameters().stream()
                .filter(parameter -> parameter.type().isReal())
                .toList();
        Function jvp = Jvp.of(primal, real);
        Function vjp = Vjp.of(primal, real);
        return List.of(
                named(jvp, ""),
                named(Simplify.apply(jvp), "Simplified"),
                named(vjp, ""),
                named(Simplify.apply(vjp), "Simplified"));
    }

    private static Function named(Function function, String suffix) {
        return new Function(function.name() + suffix, function.body());
    }

    /** The primals, then some tangent, seed or buffer for each parameter that follows. */
    private static List<Object> extended(Function function, List<Object> point, long seed) {
        List<Object> all = new ArrayList<>(point);
        Random random = new Random(seed);
        for (Value parameter : function.parameters()
                .subList(point.size(), function.parameters().size())) {
            all.add(parameter.type().isArray() ? random.doubles(8).toArray() : (Object) random.nextGaussian());
        }
        return all;
    }

    private static List<Object> copies(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof double[] array ? array.clone() : argument)
                .toList();
    }

    /** Both sides give the same, or fail both. */
    private static void compare(Compiled compiled, Function function, List<Object> arguments) {
        List<Object> interpreted = copies(arguments);
        List<Object> printed = copies(arguments);
        Object expected;
        try {
            expected = Interpreter.run(function, interpreted).toArray();
        } catch (ArrayIndexOutOfBoundsException e) {
            assertThatThrownBy(() -> compiled.call(Methods.NAME, function.name(), printed.toArray()))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
            return;
        }
        Object actual = compiled.call(Methods.NAME, function.name(), printed.toArray());
        assertThat(Arrays.deepToString((Object[]) actual))
                .as(() -> function + "\n" + Methods.of(List.of(function)))
                .isEqualTo(Arrays.deepToString((Object[]) expected));
        assertThat(Arrays.deepToString(printed.toArray()))
                .as(function::toString)
                .isEqualTo(Arrays.deepToString(interpreted.toArray()));
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
