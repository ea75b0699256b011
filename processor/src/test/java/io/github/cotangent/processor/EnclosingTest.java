package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Generation.Mode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods of every kind of class, with helpers and constants of the class's, in packages and outside of any. */
class EnclosingTest {

    private static final String BODY = """
            static final double HALF = 0.5;
            static double square(double x) {
                return x * x;
            }
            @Differentiable
            static double f(double x, double... a) {
                return square(x) * a[0] * HALF;
            }
            @Differentiable
            static void g(double x, @Output double[] y) {
                y[0] = square(x) * HALF;
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "'final class Models { %s }', Models",
        "'interface Models { %s }', Models",
        "'record Models(int size) { %s }', Models",
        "'enum Models { ONE, TWO; %s }', Models",
        "'@interface Models { int x(); class Inner { %s } }', Models$Inner",
        "'class Models { static class Inner { %s } }', Models$Inner",
        "'class Models { class Inner { %s } }', Models$Inner",
        "'interface Models { interface Inner { %s } }', Models$Inner",
        "'interface Models { record Inner(double x) { enum Deep { A; %s } } }', Models$Inner$Deep",
        "'abstract class Models { abstract static class Inner { abstract double x(); %s } }', Models$Inner",
    })
    void methodsOfEveryKindOfClassAreDifferentiated(String declaration, String name)
            throws ReflectiveOperationException {
        for (String unit : new String[] {"", "p", "p.q"}) {
            check(declaration.formatted(BODY), unit, name);
        }
    }

    private static void check(String declaration, String unit, String name) throws ReflectiveOperationException {
        String text = (unit.isEmpty() ? "" : "package " + unit + ";\n")
                + "import io.github.cotangent.Differentiable;\nimport io.github.cotangent.Output;\n"
                + declaration;
        String prefix = unit.isEmpty() ? "" : unit + ".";
        Generation generation = Generation.of(Mode.SIMPLIFIED, Map.of(prefix + "Models", text));
        Class<?> companion = generation.companionOf(prefix + name);
        assertThat(companion.getPackageName()).isEqualTo(unit);

        Object gradient = call(companion, "fGradient", 3.0, new double[] {2});
        assertThat(component(gradient, "value")).isEqualTo(9.0);
        assertThat(component(gradient, "x")).isEqualTo(6.0);
        assertThat((double[]) component(gradient, "a")).containsExactly(4.5);
        double[] y = new double[1];
        assertThat((double[][]) call(companion, "gJacobian", 3.0, y)).isDeepEqualTo(new double[][] {{3.0}});
        assertThat(y).containsExactly(4.5);
    }

    private static Object call(Class<?> companion, String name, Object... arguments)
            throws ReflectiveOperationException {
        Method method = Arrays.stream(companion.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(Modifier.isPrivate(method.getModifiers())).isFalse();
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    private static Object component(Object target, String name) throws ReflectiveOperationException {
        Method accessor = target.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(target);
    }
}
