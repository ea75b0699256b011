package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.processor.Generation.Mode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Record parameters: called as users call them, against differences of the values and of the gradients. */
class RecordParametersTest {

    private static final String SOURCE = """
            package p;

            import io.github.cotangent.*;

            final class Models {
                enum Kind { CALL, PUT }

                record Rates(double rate, float spread) {}

                record Market(double spot, Rates rates, Kind kind, int days) {}

                record Layer(double[] weights, double bias, int stride) {}

                @Differentiable(order = 2)
                static double price(Market market, double strike, @Constant Rates other, double marketSpot) {
                    double growth = Math.exp(market.rates().rate() * market.days() / 360.0) + market.rates().spread();
                    double sign = market.kind() == Kind.CALL ? 1 : -1;
                    return sign * (market.spot() * growth * marketSpot - strike * strike) * other.rate();
                }

                @Differentiable(order = 2)
                static double layer(Layer layer, double[] x) {
                    double sum = layer.bias() * layer.bias();
                    for (int i = 0; i < layer.weights().length; i++) {
                        sum += layer.weights()[i] * layer.weights()[i] * Math.sin(x[i * layer.stride()]);
                    }
                    return sum;
                }

                record Vec(double x, double y) {
                    double dot(Vec other) {
                        return x * other.x + y * other.y;
                    }
                }

                record One(double[] only) {}

                @Differentiable(order = 2)
                static double alone(Vec seed) {
                    return seed.dot(seed) * seed.x();
                }

                @Differentiable(order = 2)
                static double array(One vjp) {
                    return vjp.only()[0] * vjp.only()[1] * vjp.only()[1];
                }
            }

            final class Use {
                private static Models.Market market(double[] v, Models.Kind kind) {
                    return new Models.Market(v[0], new Models.Rates(v[1], (float) v[2]), kind, 90);
                }

                private static final Models.Rates OTHER = new Models.Rates(0.5, 0);

                static double priceValue(double[] v) {
                    return Models.price(market(v, Models.Kind.PUT), v[3], OTHER, v[4]);
                }

                private static double[] flat(Models.Market m, double strike, double spot) {
                    return new double[] {m.spot(), m.rates().rate(), m.rates().spread(), strike, spot};
                }

                static double[] priceGradient(double[] v) {
                    var g = ModelsDerivatives.priceGradient(market(v, Models.Kind.PUT), v[3], OTHER, v[4]);
                    if (g.value() != priceValue(v) || g.market().days() != 90 || g.market().kind() != Models.Kind.PUT) {
                        throw new AssertionError(g);
                    }
                    return flat(g.market(), g.strike(), g.marketSpot());
                }

                static double[] priceVjp(double[] v) {
                    var g = ModelsDerivatives.priceVjp(market(v, Models.Kind.PUT), v[3], OTHER, v[4], 1);
                    return flat(g.market(), g.strike(), g.marketSpot());
                }

                static double priceJvp(double[] v, double[] d) {
                    return ModelsDerivatives.priceJvp(market(v, Models.Kind.PUT), v[3], OTHER, v[4],
                            market(d, Models.Kind.CALL), d[3], d[4]).tangent();
                }

                static double[] priceHvp(double[] v, double[] d) {
                    var h = ModelsDerivatives.priceHvp(market(v, Models.Kind.PUT), v[3], OTHER, v[4],
                            market(d, Models.Kind.CALL), d[3], d[4]);
                    return flat(h.market(), h.strike(), h.marketSpot());
                }

                static double[][] priceHessian(double[] v) {
                    return ModelsDerivatives.priceHessian(market(v, Models.Kind.PUT), v[3], OTHER, v[4]);
                }

                private static Models.Layer layer(double[] v) {
                    return new Models.Layer(new double[] {v[0], v[1]}, v[2], 2);
                }

                private static double[] x(double[] v) {
                    return new double[] {v[3], v[4], v[5]};
                }

                private static double[] flat(Models.Layer l, double[] x) {
                    return new double[] {l.weights()[0], l.weights()[1], l.bias(), x[0], x[1], x[2]};
                }

                static double layerValue(double[] v) {
                    return Models.layer(layer(v), x(v));
                }

                static double[] layerGradient(double[] v) {
                    var g = ModelsDerivatives.layerGradient(layer(v), x(v));
                    return flat(g.layer(), g.x());
                }

                static double[] layerVjp(double[] v) {
                    Models.Layer buffer = new Models.Layer(new double[] {7, 8}, Double.NaN, 0);
                    double[] xBar = {9, 9, 9};
                    var g = ModelsDerivatives.layerVjp(layer(v), x(v), 1, buffer, xBar);
                    if (g.layer().weights() != buffer.weights()) {
                        throw new AssertionError(g);
                    }
                    double[] once = flat(g.layer(), xBar);
                    var h = ModelsDerivatives.layerVjpAdd(layer(v), x(v), 1, buffer, xBar);
                    double[] twice = flat(h.layer(), xBar);
                    for (int i = 0; i < 6; i++) {
                        if (Math.abs(twice[i] - (i == 2 ? 1 : 2) * once[i]) > 1e-12) {
                            throw new AssertionError(i);
                        }
                    }
                    return once;
                }

                static double layerJvp(double[] v, double[] d) {
                    return ModelsDerivatives.layerJvp(layer(v), x(v), layer(d), x(d)).tangent();
                }

                static double[] layerHvp(double[] v, double[] d) {
                    var h = ModelsDerivatives.layerHvp(layer(v), x(v), layer(d), x(d));
                    return flat(h.layer(), h.x());
                }

                static double[][] layerHessian(double[] v) {
                    return ModelsDerivatives.layerHessian(layer(v), x(v));
                }

                private static Models.Vec vec(double[] v) {
                    return new Models.Vec(v[0], v[1]);
                }

                private static double[] flat(Models.Vec v) {
                    return new double[] {v.x(), v.y()};
                }

                static double aloneValue(double[] v) {
                    return Models.alone(vec(v));
                }

                static double[] aloneGradient(double[] v) {
                    return flat(ModelsDerivatives.aloneGradient(vec(v)));
                }

                static double[] aloneVjp(double[] v) {
                    return flat(ModelsDerivatives.aloneVjp(vec(v), 1).seed_());
                }

                static double aloneJvp(double[] v, double[] d) {
                    return ModelsDerivatives.aloneJvp(vec(v), vec(d)).tangent();
                }

                static double[] aloneHvp(double[] v, double[] d) {
                    return flat(ModelsDerivatives.aloneHvp(vec(v), vec(d)));
                }

                static double[][] aloneHessian(double[] v) {
                    return ModelsDerivatives.aloneHessian(vec(v));
                }

                static double arrayValue(double[] v) {
                    return Models.array(new Models.One(v));
                }

                static double[] arrayGradient(double[] v) {
                    return ModelsDerivatives.arrayGradient(new Models.One(v)).only();
                }

                static double[] arrayVjp(double[] v) {
                    double[] buffer = new double[2];
                    ModelsDerivatives.arrayVjp(new Models.One(v), 1, new Models.One(buffer));
                    return buffer;
                }

                static double arrayJvp(double[] v, double[] d) {
                    return ModelsDerivatives.arrayJvp(new Models.One(v), new Models.One(d)).tangent();
                }

                static double[] arrayHvp(double[] v, double[] d) {
                    return ModelsDerivatives.arrayHvp(new Models.One(v), new Models.One(d)).only();
                }

                static double[][] arrayHessian(double[] v) {
                    return ModelsDerivatives.arrayHessian(new Models.One(v));
                }

                static void nulls() {
                    ModelsDerivatives.aloneGradient(null);
                }
            }
            """;

    private final Map<String, double[]> points = Map.of(
            "price", new double[] {1.5, 0.25, 0.5, 1.25, 2},
            "layer", new double[] {0.5, -1.5, 2, 0.25, 3, 1},
            "alone", new double[] {0.5, -3},
            "array", new double[] {0.5, -3});

    @ParameterizedTest
    @EnumSource
    void membersAgreeWithDifferences(Mode mode) {
        Class<?> use = Generation.of(mode, Map.of("p.Models", SOURCE)).load("p.Use");
        points.forEach((name, x) -> check(use, name, x));
    }

    private static void check(Class<?> use, String name, double[] x) {
        double[] gradient = (double[]) call(use, name + "Gradient", x);
        double[] product = new double[x.length];
        double[] direction =
                IntStream.range(0, x.length).mapToDouble(i -> i - 1.5).toArray();
        double[][] hessian = (double[][]) call(use, name + "Hessian", x);
        double slope = 0;
        for (int i = 0; i < x.length; i++) {
            double h = 1.0 / 1024;
            double difference = ((double) call(use, name + "Value", moved(x, i, h))
                            - (double) call(use, name + "Value", moved(x, i, -h)))
                    / (2 * h);
            assertThat(gradient[i]).as(name + " " + i).isCloseTo(difference, within(1e-4));
            slope += gradient[i] * direction[i];
            double[] after = (double[]) call(use, name + "Gradient", moved(x, i, h));
            double[] before = (double[]) call(use, name + "Gradient", moved(x, i, -h));
            for (int j = 0; j < x.length; j++) {
                assertThat(hessian[i][j])
                        .as(name + " " + i + ", " + j)
                        .isCloseTo((after[j] - before[j]) / (2 * h), within(1e-3));
                product[i] += hessian[i][j] * direction[j];
            }
        }
        assertThat((double[]) call(use, name + "Vjp", x)).isEqualTo(gradient);
        assertThat((double) call(use, name + "Jvp", x, direction)).isCloseTo(slope, within(1e-6));
        double[] hvp = (double[]) call(use, name + "Hvp", x, direction);
        for (int i = 0; i < x.length; i++) {
            assertThat(hvp[i]).isCloseTo(product[i], within(1e-6));
        }
    }

    private static double[] moved(double[] x, int place, double distance) {
        double[] moved = x.clone();
        moved[place] += distance;
        return moved;
    }

    @Test
    void nullIsRefusedByName() {
        Class<?> use =
                Generation.of(Mode.SIMPLIFIED, Map.of("p.Models", SOURCE)).load("p.Use");
        assertThatThrownBy(() -> call(use, "nulls"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("seed_");
    }

    private static Object call(Class<?> use, String name, Object... arguments) {
        Method method = Arrays.stream(use.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failure.getCause());
        } catch (IllegalAccessException failure) {
            throw new AssertionError(failure);
        }
    }
}
