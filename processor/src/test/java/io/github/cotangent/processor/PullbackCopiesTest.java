package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pullback goes on from where its forward sweep was, whatever becomes of the arrays. */
class PullbackCopiesTest {

    private static final String HEAD = """
            import io.github.cotangent.*;
            final class M {
                @Differentiable
                static double[] f(double[] x, @Constant double[] w, @Constant double[] v, boolean b) {
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return new double[] {x[0] * w[0] * x[0], x[1] * v[0]};",
                "double[] u = b ? w : v; return new double[] {x[0] * u[0] * x[0], x[1] * u[1]};",
                "double s = 1; for (int i = 0; i < 2; i++) { double[] u = i > 0 == b ? w : v; s *= u[i] * x[i] * x[0]; }"
                        + " return new double[] {s};",
                "double s = 1; int i = 0; while (i < 2) { double[] u = i > 0 == b ? w : v; s *= u[i] * x[i] * x[0]; i++; }"
                        + " return new double[] {s};",
                "double[][] both = {w, v}; return new double[] {x[0] * both[b ? 0 : 1][1] * x[1]};",
            })
    void later(String body) throws ReflectiveOperationException {
        Class<?> companion = Compiler.of(HEAD + body + "}}")
                .options("-Xlint:-auxiliaryclass")
                .build()
                .load("MDerivatives");
        assertThat(adjoint(companion, true)).isEqualTo(adjoint(companion, false));
    }

    private static double[] adjoint(Class<?> companion, boolean changes) throws ReflectiveOperationException {
        double[][] arrays = {{2, 3}, {5, 7}, {11, 13}};
        Method pullback = method(companion, "fPullback");
        Object kept = pullback.invoke(null, arrays[0], arrays[1], arrays[2], true);
        double[] seed = new double[((double[]) method(kept.getClass(), "value").invoke(kept)).length];
        Arrays.fill(seed, 1);
        if (changes) {
            Arrays.stream(arrays).forEach(array -> Arrays.fill(array, Double.NaN));
        }
        double[] adjoint = new double[2];
        method(kept.getClass(), "apply").invoke(kept, seed, adjoint);
        return adjoint;
    }

    private static Method method(Class<?> type, String name) {
        Method found = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
        found.setAccessible(true);
        return found;
    }
}
