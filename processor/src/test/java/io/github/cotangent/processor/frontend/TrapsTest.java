package io.github.cotangent.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.ir.Interpreter;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Thrown;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Vjp;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is easy to get wrong in Java: the typed code gives the same bits as the method that javac has compiled. */
class TrapsTest {

    @TestFactory
    Stream<DynamicTest> typing() {
        return traps(Compiler.of(source("Typing")).lenient(), "traps.Typing");
    }

    @TestFactory
    Stream<DynamicTest> naming() {
        Compiler compiler = Compiler.of(source("Naming")).and("traps.Library", source("Library"));
        return traps(compiler.lenient(), "traps.Naming", "traps.Naming$Inner");
    }

    @TestFactory
    Stream<DynamicTest> control() {
        return traps(Compiler.of(source("Control")).lenient(), "traps.Control");
    }

    @TestFactory
    Stream<DynamicTest> data() {
        return traps(Compiler.of(source("Data")).lenient(), "traps.Data");
    }

    @Test
    void randomControl() throws Exception {
        for (int block = 0; block < 4; block++) {
            StringBuilder text =
                    new StringBuilder("package traps; import io.github.cotangent.Differentiable; class Random { ");
            for (int i = 0; i < 100; i++) {
                text.append('\n').append(RandomControl.method("m" + i, 1000 * block + i));
            }
            Compiler.Result result = Compiler.of(text + "}").lenient().lower();
            assertThat(result.messages()).as(text.toString()).isEmpty();
            assertThat(result.methods()).hasSize(100);
            for (Method method : result.methods()) {
                compare(result, method, "traps.Random");
                differentiate(method);
            }
        }
    }

    /** Wherever the jumps lead, both modes follow them. */
    private static void differentiate(Method method) {
        for (int n = 0; n < 4; n++) {
            if (isThrown(method, 0.7 + 0.6 * n, n)) {
                continue;
            }
            Case point = Case.of(method.primal(), 0.7 + 0.6 * n, n);
            TransformChecks.jvp(Jvp::of, point);
            TransformChecks.vjp(Vjp::of, point);
        }
    }

    private static boolean isThrown(Method method, Object... arguments) {
        try {
            Interpreter.run(method.primal(), arguments);
            return false;
        } catch (Thrown thrown) {
            return true;
        }
    }

    private static Stream<DynamicTest> traps(Compiler compiler, String... classes) {
        Compiler.Result result = compiler.lower();
        assertThat(result.messages()).isEmpty();
        return result.methods().stream()
                .map(method -> DynamicTest.dynamicTest(method.name(), () -> compare(result, method, classes)));
    }

    private static void compare(Compiler.Result result, Method lowered, String... classes) throws Exception {
        java.lang.reflect.Method compiled = method(result, lowered, classes);
        for (int seed = 0; seed < 60; seed++) {
            Object[] arguments = arguments(compiled.getParameterTypes(), seed);
            Object[] same = arguments(compiled.getParameterTypes(), seed);
            assertThat(outcome(() -> Interpreter.run(lowered.primal(), same).get(0)))
                    .as("%s%s in%n%s", lowered.name(), Arrays.deepToString(arguments), lowered.primal())
                    .isEqualTo(outcome(() -> compiled.invoke(null, arguments)));
        }
    }

    /** The value, or the exception that is thrown instead. */
    private static Object outcome(Callable<Object> code) throws Exception {
        try {
            return code.call();
        } catch (InvocationTargetException thrown) {
            return thrown.getCause().getClass();
        } catch (Thrown thrown) {
            return Class.forName(thrown.exception());
        } catch (RuntimeException thrown) {
            return thrown.getClass();
        }
    }

    private static java.lang.reflect.Method method(Compiler.Result result, Method lowered, String... classes)
            throws ClassNotFoundException {
        for (String name : classes) {
            for (java.lang.reflect.Method method : result.load(name).getDeclaredMethods()) {
                if (method.getName().equals(lowered.name())
                        && method.getParameterCount() == lowered.parameters().size()) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new ClassNotFoundException(lowered.name());
    }

    private static Object[] arguments(Class<?>[] types, int seed) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(argument(types[i].getName(), seed * (i + 1) + i));
        }
        return arguments.toArray();
    }

    private static Object argument(String type, int index) {
        double[] doubles = {-2.5, 0, 0.3, 3.9, 1e10, Double.NaN, -0.0, 7, -1e-3, 2};
        int[] ints = {3, -3, 0, 1, 2, 7, 40, -129, Integer.MAX_VALUE - 5};
        return switch (type) {
            case "double" -> doubles[index % doubles.length];
            case "float" -> (float) doubles[(index + 2) % doubles.length];
            case "int" -> ints[index % (ints.length - 1)];
            case "long" -> index % 5 == 4 ? Long.MAX_VALUE - 3 : (long) ints[index % ints.length];
            case "boolean" -> index % 2 == 0;
            case "[D" -> new double[] {1.5, -2, index};
            default -> throw new IllegalArgumentException(type);
        };
    }

    static String source(String name) {
        try (InputStream stream = TrapsTest.class.getResourceAsStream("/traps/" + name + ".java")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
