package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.ScalarFunction;
import io.github.cotangent.TwiceDifferentiableFunction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives as users get them, against Hipparchus, against differences of gradients, and at singular points. */
class SecondOrderTest {

    private static final String SOURCE = """
            package p;
            import static java.lang.Math.*;
            import io.github.cotangent.*;
            @SuppressWarnings("cotangent:UnusedParameter")
            class M {
                @Differentiable(order = 2) static double wave(double x, double y) { return x * y + sin(x); }
                @Differentiable(order = 2) static double powers(double x, double y) {
                    return pow(x, y) + pow(x, 3) * y + hypot(x, y) - atan2(y, x) + cbrt(x) / sqrt(y);
                }
                @Differentiable(order = 2) static double rosenbrock(double[] x) {
                    double sum = 0;
                    for (int i = 0; i < x.length - 1; i++) {
                        double a = 1 - x[i];
                        double b = x[i + 1] - x[i] * x[i];
                        sum += a * a + 100 * b * b;
                    }
                    return sum;
                }
                @Differentiable(order = 2) static double root(double a) {
                    double y = a;
                    while (abs(y * y - a) > 1e-13 * a) {
                        y = step(y, a);
                    }
                    return y;
                }
                private static double step(double y, double a) { return 0.5 * (y + a / y); }
                @Differentiable(order = 2) static double pieces(double[] x) {
                    double sum = 0;
                    for (double xi : x) {
                        if (xi < -1) {
                            sum += xi * xi * xi;
                        } else {
                            sum += xi > 1 ? exp(xi) * x[0] : xi * xi;
                        }
                    }
                    return sum * sum;
                }
                @Differentiable(order = 2) static double inPlace(double[] x, @Constant double rate, int times) {
                    double[] y = x.clone();
                    for (int t = 0; t < times; t++) {
                        for (int i = 1; i < y.length; i++) {
                            y[i] = y[i] * y[i - 1] + rate * sin(y[i]);
                        }
                        y[0] = tanh(y[y.length - 1]);
                    }
                    double sum = 0;
                    for (double each : y) {
                        sum += each;
                    }
                    return sum;
                }
                @Differentiable(order = 2) static double logSumExp(double[] x) {
                    double largest = x[0];
                    for (double xi : x) {
                        largest = max(largest, xi);
                    }
                    double sum = 0;
                    for (double xi : x) {
                        sum += exp(xi - largest);
                    }
                    return largest + log(sum);
                }
                @Differentiable(order = 2) static double net(double[] w) {
                    double[] hidden = new double[3];
                    for (int j = 0; j < 3; j++) {
                        hidden[j] = tanh(w[2 * j] * 0.7 + w[2 * j + 1]);
                    }
                    double out = dot(w, 6, hidden) + w[9];
                    double error = 1 / (1 + exp(-out)) - 0.25;
                    return error * error;
                }
                static double dot(double[] w, int from, double[] hidden) {
                    double sum = 0;
                    for (int j = 0; j < hidden.length; j++) {
                        sum += w[from + j] * hidden[j];
                    }
                    return sum;
                }
                @Differentiable(order = 2) static double mixed(double[] u, double a, @Constant double[] c, double[] v) {
                    double sum = exp(a) * a;
                    for (int i = 0; i < u.length; i++) {
                        sum += c[i] * u[i] * u[i] * a;
                        for (double vj : v) {
                            sum += sin(u[i] * vj);
                        }
                    }
                    return sum;
                }
                @Differentiable(order = 2) static double single(float x, double y) { return x * y * y + exp(x * y); }
                @Differentiable(order = 2) static double stopped(double x) {
                    return Differentiation.stopGradient(x * x) * x * x;
                }
                @Differentiable(order = 2) static double unused(double x, double y) { return 3 * x; }
                @Differentiable(order = 2) static double sum(double[] x) {
                    double sum = 0;
                    for (double xi : x) { sum += xi; }
                    return sum;
                }
                @Differentiable(order = 2) static double square(double x) { return pow(x, 2); }
                @Differentiable(order = 2) static double cube(double x) { return pow(x, 3); }
                @Differentiable(order = 2) static double fractional(double x) { return pow(x, 2.5); }
                @Differentiable(order = 2) static double signedSquare(double x) { return x * abs(x); }
                @Differentiable(order = 2) static double ramp(double x) { return max(x, 0) * max(x, 0); }
                @Differentiable(order = 2) static double rampOf(double x) { return max(0, x) * x; }
                @Differentiable(order = 2) static double rootTimesZero(double x) { return 0 * sqrt(x) + x * x; }
                @Differentiable(order = 2) static double heldBack(double x, double y) { return y * y * sqrt(x); }
                @Differentiable(order = 2) static double logOfNegative(double x) { return log(x); }
                @Differentiable(order = 2) static double untaken(double x) { return x > 0 ? sqrt(x) * x : x * x; }
                @Differentiable(order = 2) static double hvp(double[] hvp, double[] xDot, double direction) {
                    return hvp[0] * xDot[0] * direction;
                }
                @Differentiable static double first(double[] x) { return x[0] * x[0]; }
            }
            """;

    private static Class<?> companion;

    @BeforeAll
    static void compile() throws ClassNotFoundException {
        Compiler.Result result = Compiler.of(SOURCE).build();
        assertThat(result.messages()).isEmpty();
        companion = result.load("p.MDerivatives");
    }

    private static Object call(String method, Object... arguments) {
        Method found = Stream.of(companion.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .filter(candidate -> candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + method));
        return invoke(found, null, arguments);
    }

    private static Object component(Object record, String name) {
        return Stream.of(record.getClass().getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .map(candidate -> invoke(candidate, record))
                .findFirst()
                .orElseThrow();
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static TwiceDifferentiableFunction function(String name, Object... constants) {
        return (TwiceDifferentiableFunction) call(name + "Function", constants);
    }

    private static Arguments at(
            String name,
            List<Object> constants,
            Function<DerivativeStructure[], DerivativeStructure> same,
            double... x) {
        return Arguments.of(name, constants.toArray(), same, x);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                at("wave", List.of(), x -> x[0].multiply(x[1]).add(x[0].sin()), 3, 4),
                at("powers", List.of(), SecondOrderTest::powers, 1.7, 0.6),
                at("rosenbrock", List.of(), SecondOrderTest::rosenbrock, -1.2, 1, 0.3, 2),
                at("rosenbrock", List.of(), SecondOrderTest::rosenbrock, 1, 1),
                at("rosenbrock", List.of(), x -> x[0].getField().getZero(), 5),
                at("root", List.of(), x -> x[0].sqrt(), 2),
                at("root", List.of(), x -> x[0].sqrt(), 7.5),
                at("pieces", List.of(), SecondOrderTest::pieces, 1.5, -2, 0.5, 3),
                at("pieces", List.of(), SecondOrderTest::pieces, -0.5),
                at("inPlace", List.of(0.3, 0), x -> inPlace(x, 0.3, 0), 0.4, -1.1, 0.8),
                at("inPlace", List.of(0.3, 1), x -> inPlace(x, 0.3, 1), 0.4, -1.1, 0.8),
                at("inPlace", List.of(0.3, 2), x -> inPlace(x, 0.3, 2), 0.4, -1.1, 0.8),
                at("inPlace", List.of(0.3, 5), x -> inPlace(x, 0.3, 5), 0.4, -1.1, 0.8, 2.5),
                at("logSumExp", List.of(), SecondOrderTest::logSumExp, 1, 3, -2, 0.5),
                at("net", List.of(), SecondOrderTest::net, 0.3, -0.1, 0.8, 0.2, -0.5, 0.9, 1.1, -0.7, 0.4, 0.05),
                at("unused", List.of(), x -> x[0].multiply(3), 3, 4),
                at("sum", List.of(), x -> x[0].add(x[1]), 3, 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void agreesWithHipparchus(
            String name, Object[] constants, Function<DerivativeStructure[], DerivativeStructure> same, double[] x) {
        DSFactory factory = new DSFactory(x.length, 2);
        DerivativeStructure[] variables = new DerivativeStructure[x.length];
        Arrays.setAll(variables, i -> factory.variable(i, x[i]));
        DerivativeStructure result = same.apply(variables);
        double[][] hessian = function(name, constants).hessian(x);
        assertThat(hessian).hasDimensions(x.length, x.length);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                int[] orders = new int[x.length];
                orders[i]++;
                orders[j]++;
                double expected = result.getPartialDerivative(orders);
                assertThat(hessian[i][j])
                        .as("%s [%d][%d]", name, i, j)
                        .isEqualTo(expected, within(1e-11 * (1 + Math.abs(expected))));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void agreesWithDifferencesOfTheGradient(String name, Object[] constants, Object same, double[] x) {
        GradientCheck.secondOrder(function(name, constants), x).assertPasses();
        GradientCheck.of((ScalarFunction) function(name, constants), x).assertPasses();
    }

    private static DerivativeStructure powers(DerivativeStructure[] x) {
        return x[0].pow(x[1])
                .add(x[0].pow(3).multiply(x[1]))
                .add(FastMath.hypot(x[0], x[1]))
                .subtract(FastMath.atan2(x[1], x[0]))
                .add(x[0].cbrt().divide(x[1].sqrt()));
    }

    private static DerivativeStructure rosenbrock(DerivativeStructure[] x) {
        DerivativeStructure sum = x[0].getField().getZero();
        for (int i = 0; i < x.length - 1; i++) {
            DerivativeStructure a = x[i].negate().add(1);
            DerivativeStructure b = x[i + 1].subtract(x[i].square());
            sum = sum.add(a.square()).add(b.square().multiply(100));
        }
        return sum;
    }

    private static DerivativeStructure pieces(DerivativeStructure[] x) {
        DerivativeStructure sum = x[0].getField().getZero();
        for (DerivativeStructure each : x) {
            if (each.getReal() < -1) {
                sum = sum.add(each.pow(3));
            } else {
                sum = sum.add(each.getReal() > 1 ? each.exp().multiply(x[0]) : each.square());
            }
        }
        return sum.square();
    }

    private static DerivativeStructure inPlace(DerivativeStructure[] x, double rate, int times) {
        DerivativeStructure[] y = x.clone();
        for (int t = 0; t < times; t++) {
            for (int i = 1; i < y.length; i++) {
                y[i] = y[i].multiply(y[i - 1]).add(y[i].sin().multiply(rate));
            }
            y[0] = y[y.length - 1].tanh();
        }
        return Stream.of(y).reduce(DerivativeStructure::add).orElseThrow();
    }

    private static DerivativeStructure logSumExp(DerivativeStructure[] x) {
        return Stream.of(x)
                .map(DerivativeStructure::exp)
                .reduce(DerivativeStructure::add)
                .orElseThrow()
                .log();
    }

    private static DerivativeStructure net(DerivativeStructure[] w) {
        DerivativeStructure out = w[9];
        for (int j = 0; j < 3; j++) {
            out = out.add(w[2 * j].multiply(0.7).add(w[2 * j + 1]).tanh().multiply(w[6 + j]));
        }
        return out.negate().exp().add(1).reciprocal().subtract(0.25).square();
    }

    /** The Hessian of {@code mixed}, written out by hand. */
    @Test
    void parametersAreLaidEndToEnd() {
        double[] u = {0.3, -0.4};
        double[] v = {2};
        double[] c = {5, 7};
        double a = 0.5;
        double[][] hessian = (double[][]) call("mixedHessian", u, a, c, v);
        double[][] expected = new double[4][4];
        for (int i = 0; i < 2; i++) {
            double sin = Math.sin(u[i] * v[0]);
            expected[i][i] = 2 * c[i] * a - v[0] * v[0] * sin;
            expected[i][2] = expected[2][i] = 2 * c[i] * u[i];
            expected[i][3] = expected[3][i] = Math.cos(u[i] * v[0]) - u[i] * v[0] * sin;
            expected[3][3] -= u[i] * u[i] * sin;
        }
        expected[2][2] = Math.exp(a) * (a + 2);
        close(hessian, expected);

        double[] uDot = {1, 2};
        Object product = call("mixedHvp", u, a, c, v, uDot, 3.0, new double[] {4});
        double[] direction = {1, 2, 3, 4};
        double[] flat = new double[4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                flat[i] += expected[i][j] * direction[j];
            }
        }
        assertThat((double[]) component(product, "u")).containsExactly(new double[] {flat[0], flat[1]}, within(1e-12));
        assertThat((double) component(product, "a")).isEqualTo(flat[2], within(1e-12));
        assertThat((double[]) component(product, "v")).containsExactly(new double[] {flat[3]}, within(1e-12));
        assertThat(uDot).containsExactly(1, 2);
        assertThat(u).containsExactly(0.3, -0.4);
    }

    private static void close(double[][] actual, double[][] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("row " + i).containsExactly(expected[i], within(1e-12));
        }
    }

    @Test
    void productsHaveTheShapeOfTheParameters() {
        assertThat((double) call("cubeHvp", 2.0, 3.0)).isEqualTo(36);
        assertThat(call("cubeHessian", 2.0)).isEqualTo(new double[][] {{12}});
        double[] buffer = {77, 77};
        double[] x = {-1.2, 1};
        double[] direction = {1, -2};
        call("rosenbrockHvp", x, direction, buffer);
        assertThat((double[]) call("rosenbrockHvp", x, direction)).isEqualTo(buffer);
        assertThat(buffer).containsExactly(new double[] {1330 + 2 * -480, 480 - 400}, within(1e-9));
        assertThat(call("singleHvp", 2f, 0.5, 1.0, 0.0).getClass().getRecordComponents())
                .extracting(each -> each.getType().toString())
                .containsExactly("double", "double");
    }

    @Test
    void floatsHaveSecondDerivativesInDouble() {
        double e = Math.exp(1);
        close((double[][]) call("singleHessian", 2f, 0.5), new double[][] {
            {0.25 * e, 1 + e * 2},
            {1 + e * 2, 4 + 4 * e}
        });
    }

    @Test
    void emptyArraysHaveEmptyHessians() {
        double[] none = {};
        assertThat((double[][]) call("sumHessian", none)).isEmpty();
        assertThat((double[]) call("sumHvp", none, none)).isEmpty();
        call("sumHvp", none, none, none);
        double[][] hessian = (double[][]) call("mixedHessian", none, 0.5, none, none);
        close(hessian, new double[][] {{Math.exp(0.5) * 2.5}});
    }

    @Test
    void whatIsHeldConstantIsHeldConstant() {
        assertThat((double) call("stoppedHvp", 3.0, 1.0)).isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource({
        "square, 0, 2",
        "cube, 0, 0",
        "cube, -2, -12",
        "fractional, 0, 0",
        "signedSquare, 0, 2",
        "signedSquare, -0.0, 2",
        "signedSquare, -1, -2",
        "ramp, 0, 2",
        "ramp, -1, 0",
        "rampOf, 0, 0",
        "rampOf, 2, 2",
        "rootTimesZero, 0, 2",
        "logOfNegative, -1, NaN",
        "logOfNegative, 0, -Infinity",
        "untaken, 0, 2",
        "untaken, -1, 2"
    })
    void singularPoints(String name, double x, double expected) {
        assertThat(call(name + "Hvp", x, 1.0)).isEqualTo(expected);
    }

    @Test
    void strongZeroHoldsInSecondOrder() {
        Object product = call("heldBackHvp", 0.0, 0.0, 1.0, 0.0);
        assertThat((double) component(product, "x")).isZero();
    }

    @Test
    void notANumberStaysNotANumber() {
        assertThat((double) call("cubeHvp", Double.NaN, 1.0)).isNaN();
        assertThat((double[]) call("rosenbrockHvp", new double[] {Double.NaN, 1}, new double[] {1, 1}))
                .contains(Double.NaN);
    }

    @Test
    void argumentsAreCheckedBeforeAnythingIsWritten() {
        double[] x = {1, 2};
        double[] buffer = {7, 7};
        rejects(NullPointerException.class, "x", () -> call("rosenbrockHvp", null, x, buffer));
        rejects(NullPointerException.class, "x", () -> call("rosenbrockHessian", new Object[] {null}));
        rejects(NullPointerException.class, "c", () -> call("mixedHessian", x, 1.0, null, x));
        rejects(NullPointerException.class, "xDot", () -> call("rosenbrockHvp", x, null));
        rejects(NullPointerException.class, "hvp", () -> call("rosenbrockHvp", x, x, null));
        rejects(
                IllegalArgumentException.class,
                "xDot has length 1, expected 2",
                () -> call("rosenbrockHvp", x, new double[1], buffer));
        rejects(
                IllegalArgumentException.class,
                "hvp has length 3, expected 2",
                () -> call("rosenbrockHvp", x, x.clone(), new double[3]));
        rejects(
                IllegalArgumentException.class,
                "hvp is the same array as x, expected another one",
                () -> call("rosenbrockHvp", x, x.clone(), x));
        rejects(
                IllegalArgumentException.class,
                "hvp is the same array as xDot, expected another one",
                () -> call("rosenbrockHvp", x, buffer, buffer));
        rejects(
                IllegalArgumentException.class,
                "direction has length 1, expected 2",
                () -> function("wave").hvp(x, new double[1], buffer));
        rejects(
                IllegalArgumentException.class,
                "hvp is the same array as direction, expected another one",
                () -> function("wave").hvp(x, buffer, buffer));
        assertThat(buffer).containsOnly(7);
        assertThat(x).containsExactly(1, 2);
    }

    private static void rejects(Class<? extends Exception> type, String message, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(type).hasMessage(message);
    }

    @Test
    void firstOrderHasNoSecondOrderMembers() {
        assertThat(Arrays.stream(companion.getDeclaredMethods()).map(Method::getName))
                .contains("firstGradient", "firstFunction")
                .doesNotContain("firstHvp", "firstHessian");
        assertThat(call("firstFunction"))
                .isInstanceOf(ScalarFunction.class)
                .isNotInstanceOf(TwiceDifferentiableFunction.class);
    }

    @Test
    void parametersMayBeCalledAsGeneratedOnesAre() {
        double[][] hessian = (double[][]) call("hvpHessian", new double[] {2}, new double[] {3}, 5.0);
        close(hessian, new double[][] {{0, 5, 3}, {5, 0, 2}, {3, 2, 0}});
    }
}
