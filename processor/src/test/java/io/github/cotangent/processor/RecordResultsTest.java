package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.processor.Generation.Mode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the corpus does not look at in records as results: single precision, what is not real, and what is refused. */
class RecordResultsTest {

    private static final String SOURCE = """
            package p;

            import io.github.cotangent.*;

            final class Models {
                enum Kind { CALL, PUT }

                record Mixed(double a, float b, int n, Kind kind) {}

                record Layer(double[] weights, double bias) {}

                @Differentiable
                static Mixed mixed(Mixed m, double x) {
                    return new Mixed(m.a() * x * m.b(), (float) (m.b() * x), m.n() + 1, Kind.PUT);
                }

                @Differentiable
                static Layer scaled(Layer layer, double x) {
                    double[] w = layer.weights().clone();
                    for (int i = 0; i < w.length; i++) {
                        w[i] *= x;
                    }
                    return new Layer(w, layer.bias() * x);
                }
            }

            final class Use {
                private static final Models.Mixed POINT = new Models.Mixed(3, 0.5f, 7, Models.Kind.CALL);

                static double[] jvp() {
                    var jvp = ModelsDerivatives.mixedJvp(POINT, 4, new Models.Mixed(1, 2, 0, null), 8);
                    see(jvp.value().equals(Models.mixed(POINT, 4)));
                    see(jvp.tangent().n() == 8 && jvp.tangent().kind() == Models.Kind.PUT);
                    return new double[] {jvp.tangent().a(), jvp.tangent().b()};
                }

                static double[] vjp() {
                    var vjp = ModelsDerivatives.mixedVjp(POINT, 4, new Models.Mixed(1, 2, 0, null));
                    see(vjp.value().equals(Models.mixed(POINT, 4)));
                    see(vjp.m().n() == 7 && vjp.m().kind() == Models.Kind.CALL);
                    var pullback = ModelsDerivatives.mixedPullback(POINT, 4);
                    see(pullback.value().equals(vjp.value()));
                    see(pullback.apply(new Models.Mixed(1, 2, 0, null)).equals(vjp));
                    return new double[] {vjp.m().a(), vjp.m().b(), vjp.x()};
                }

                static double[] jacobian() {
                    double[][] forward = ModelsDerivatives.mixedJacobianForward(POINT, 4);
                    see(java.util.Arrays.deepEquals(forward, ModelsDerivatives.mixedJacobianReverse(POINT, 4)));
                    see(java.util.Arrays.deepEquals(forward, ModelsDerivatives.mixedJacobian(POINT, 4)));
                    return java.util.Arrays.stream(forward).flatMapToDouble(java.util.Arrays::stream).toArray();
                }

                private static Models.Layer layer(double... weights) {
                    return new Models.Layer(weights, 1);
                }

                static void shortBuffer() {
                    ModelsDerivatives.scaledVjp(layer(1, 2, 3), 4, layer(1, 1, 1), layer(0, 0));
                }

                static void longSeed() {
                    ModelsDerivatives.scaledVjp(layer(1, 2, 3), 4, layer(1, 1, 1, 1), layer(0, 0, 0));
                }

                static void shortTangent() {
                    ModelsDerivatives.scaledJvp(layer(1, 2, 3), 4, layer(1, 1), 0);
                }

                static void sameBuffer() {
                    var layer = layer(1, 2, 3);
                    ModelsDerivatives.scaledVjp(layer, 4, layer(1, 1, 1), layer);
                }

                static void noSeed() {
                    ModelsDerivatives.scaledPullback(layer(1, 2, 3), 4).apply(null, layer(1, 2, 3));
                }

                private static void see(boolean condition) {
                    if (!condition) {
                        throw new AssertionError();
                    }
                }
            }
            """;

    @ParameterizedTest
    @EnumSource
    void partsThatAreNotRealStayAndSingleOnesAreRounded(Mode mode) throws Exception {
        Class<?> use = Generation.of(mode, Map.of("p.Models", SOURCE)).load("p.Use");

        // a' = a·x·b and b' = b·x at a = 3, b = 1/2, x = 4.
        assertThat((double[]) call(use, "jvp")).containsExactly(1 * 2 + 2 * 12 + 8 * 1.5, 2 * 4 + 8 * 0.5);
        assertThat((double[]) call(use, "vjp")).containsExactly(2, 12 + 2 * 4, 1.5 + 2 * 0.5);
        assertThat((double[]) call(use, "jacobian")).containsExactly(2, 12, 1.5, 0, 4, 0.5);
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitIsRefusedByName(Mode mode) {
        Class<?> use = Generation.of(mode, Map.of("p.Models", SOURCE)).load("p.Use");

        assertThatThrownBy(() -> call(use, "shortBuffer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layerWeightsBar has length 2, expected 3");
        assertThatThrownBy(() -> call(use, "longSeed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seedWeights has length 4, expected 3");
        assertThatThrownBy(() -> call(use, "shortTangent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layerWeightsDot has length 2, expected 3");
        assertThatThrownBy(() -> call(use, "sameBuffer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layerWeightsBar is the same array as layerWeights");
        assertThatThrownBy(() -> call(use, "noSeed"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("seed");
    }

    private static Object call(Class<?> use, String name) throws Exception {
        Method method = use.getDeclaredMethod(name);
        method.setAccessible(true);
        try {
            return method.invoke(null);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failure.getCause());
        }
    }
}
