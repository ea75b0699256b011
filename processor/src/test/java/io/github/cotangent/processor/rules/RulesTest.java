package io.github.cotangent.processor.rules;

import static io.github.cotangent.processor.ir.Primitive.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Interpreter;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.Jvp;
import io.github.cotangent.processor.transform.Vjp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table against differences of the values of {@link Math}, and at the singular points. */
class RulesTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /** A primitive at a point away from its singular points. */
    record Point(Primitive primitive, double... at) {}

    private static Point at(Primitive primitive, double... at) {
        return new Point(primitive, at);
    }

    static Stream<Point> points() {
        Stream<Point> rows = Stream.of(
                at(ADD, 0.3, -1.7),
                at(SUBTRACT, 0.3, -1.7),
                at(MULTIPLY, 0.3, -1.7),
                at(DIVIDE, 0.3, -1.7),
                at(REMAINDER, 7.3, 2.1),
                at(REMAINDER, -7.3, 2.1),
                at(REMAINDER, 7.3, -2.1),
                at(IEEE_REMAINDER, 7.3, 2.6),
                at(IEEE_REMAINDER, -8.3, 2.6),
                at(NEGATE, 0.4),
                at(ABS, 0.4),
                at(ABS, -0.4),
                at(MAX, 0.3, -1.7),
                at(MAX, -2.3, -1.7),
                at(MIN, 0.3, -1.7),
                at(MIN, -2.3, -1.7),
                at(COPY_SIGN, 0.3, -1.7),
                at(COPY_SIGN, -0.3, -1.7),
                at(SIN, 0.7),
                at(COS, 0.7),
                at(TAN, 0.7),
                at(ASIN, 0.3),
                at(ASIN, -0.8),
                at(ACOS, 0.3),
                at(ACOS, -0.8),
                at(ATAN, 1.3),
                at(SINH, 0.8),
                at(COSH, 0.8),
                at(TANH, -0.8),
                at(EXP, 0.6),
                at(EXPM1, 0.6),
                at(LOG, 1.7),
                at(LOG10, 1.7),
                at(LOG1P, -0.4),
                at(SQRT, 2.3),
                at(CBRT, 2.3),
                at(CBRT, -2.3),
                at(POW, 1.7, 2.4),
                at(POW, 0.4, -1.4),
                at(POW, 2.1, 1),
                at(POW, 2.1, 2),
                at(POW, 2.1, 0.5),
                at(HYPOT, 1.7, -2.4),
                at(ATAN2, 1.7, 2.4),
                at(ATAN2, 1.7, -0.4),
                at(ATAN2, -1.7, -2.4),
                at(TO_RADIANS, 40),
                at(TO_DEGREES, 0.7),
                at(FMA, 0.3, -1.7, 2.2),
                at(STRONG_TIMES, 0.3, -1.7),
                at(LOG_SLOPE, 1.7),
                at(LOG10_SLOPE, 1.7),
                at(LOG1P_SLOPE, 0.7),
                at(SQRT_SLOPE, 1.7),
                at(CBRT_SLOPE, -1.7),
                at(ASIN_SLOPE, 0.4),
                at(ACOS_SLOPE, -0.4),
                at(POW_BASE_SLOPE, 1.7, 2.4),
                at(POW_BASE_SLOPE, 1.7, -0.4),
                at(HYPOT_SLOPE, 1.7, 2.4),
                at(ATAN2_Y_SLOPE, 1.7, 2.4),
                at(ATAN2_Y_SLOPE, -1.7, 0.4),
                at(ATAN2_X_SLOPE, 1.7, 2.4),
                at(ATAN2_X_SLOPE, -1.7, 0.4),
                at(POW_EXPONENT_SLOPE, 1.7, 2.4, Math.pow(1.7, 2.4)));
        Stream<Point> strict = Arrays.stream(Primitive.values())
                .filter(primitive -> primitive.relaxed() != primitive)
                .map(primitive -> at(primitive, Arrays.copyOf(new double[] {0.6, 0.4}, arity(primitive))));
        return Stream.concat(rows, strict);
    }

    private static int arity(Primitive primitive) {
        return Set.of(POW, HYPOT, ATAN2).contains(primitive.relaxed()) ? 2 : 1;
    }

    @ParameterizedTest
    @MethodSource("points")
    void agreesWithDifferences(Point point) {
        Function function = function(point.primitive(), point.at().length);
        for (int i = 0; i < point.at().length; i++) {
            if (point.primitive() == POW_EXPONENT_SLOPE && i != 1) {
                continue; // Its third argument is the power, a function of the first two: see powerOfPower.
            }
            double expected = difference(function, point.at(), i);
            assertThat(forward(function, point.at(), i)).isCloseTo(expected, within(1e-9 * scale(expected)));
            assertThat(reverse(function, point.at(), i)).isCloseTo(expected, within(1e-9 * scale(expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void agreesWithDifferencesInSecondOrder(Point point) {
        Function function = function(point.primitive(), point.at().length);
        Function first = Jvp.of(function, function.parameters());
        int n = point.at().length;
        if (point.primitive() == POW_EXPONENT_SLOPE) {
            return;
        }
        double[] direction = Arrays.copyOf(new double[] {0.7, -0.4, 1.1}, n);
        double[] arguments = Arrays.copyOf(point.at(), 2 * n);
        System.arraycopy(direction, 0, arguments, n, n);
        Function second = Jvp.of(first, first.parameters());
        for (int i = 0; i < n; i++) {
            double expected = difference(first, arguments, i, 1);
            double[] all = Arrays.copyOf(arguments, 4 * n);
            all[2 * n + i] = 1;
            double actual = run(second, all, 3);
            assertThat(actual).isCloseTo(expected, within(1e-8 * scale(expected)));
        }
    }

    @Test
    void theSlopeOfThePowerFollowsThePower() {
        Builder builder = new Builder();
        Value x = Value.named(Type.DOUBLE, "x");
        Value p = Value.named(Type.DOUBLE, "p");
        Value slope = builder.apply(POW_EXPONENT_SLOPE, x, p, builder.apply(POW, x, p));
        Function function = new Function("f", builder.region(List.of(x, p), List.of(slope)));
        double[] at = {1.7, 2.4};
        for (int i = 0; i < 2; i++) {
            double expected = difference(function, at, i);
            assertThat(forward(function, at, i)).isCloseTo(expected, within(1e-9 * scale(expected)));
            assertThat(reverse(function, at, i)).isCloseTo(expected, within(1e-9 * scale(expected)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPrimitiveHasARow(Primitive primitive) {
        Set<Primitive> ofArrays = EnumSet.of(NEW_ARRAY, LENGTH, LOAD, CLONE, GROW);
        assertThat(ofArrays.contains(primitive) || Rules.hasRow(primitive)).isTrue();
    }

    @Test
    void everyRowWithPartialsIsChecked() {
        Set<Primitive> special = EnumSet.of(CAST, SELECT, THROUGH, CLAMP, SCALB);
        List<Primitive> unchecked = Arrays.stream(Primitive.values())
                .filter(Rules::hasPartials)
                .filter(primitive -> points().noneMatch(point -> point.primitive() == primitive))
                .filter(primitive -> !special.contains(primitive))
                .toList();
        assertThat(unchecked).isEmpty();
    }

    /** A point and the partial derivatives there, as documentation promises them. */
    record Singular(Primitive primitive, double[] at, double... partials) {}

    private static Singular singular(Primitive primitive, double x, double slope) {
        return new Singular(primitive, new double[] {x}, slope);
    }

    private static Singular singular(Primitive primitive, double x, double y, double byX, double byY) {
        return new Singular(primitive, new double[] {x, y}, byX, byY);
    }

    static Stream<Singular> singularPoints() {
        return Stream.of(
                singular(THROUGH, 1.5, 1.5, 0, 1),
                singular(THROUGH, NAN, 1, 0, NAN),
                singular(SQRT, 0, INF),
                singular(SQRT, -0.0, INF),
                singular(SQRT, -1, NAN),
                singular(CBRT, 0, INF),
                singular(CBRT, -0.0, INF),
                singular(LOG, 0, INF),
                singular(LOG, -0.0, INF),
                singular(LOG, -1, NAN),
                singular(LOG10, 0, INF),
                singular(LOG10, -1, NAN),
                singular(LOG1P, -1, INF),
                singular(LOG1P, -2, NAN),
                singular(ASIN, 1, INF),
                singular(ASIN, -1, INF),
                singular(ASIN, 1.5, NAN),
                singular(ACOS, 1, -INF),
                singular(ACOS, -1, -INF),
                singular(ACOS, -1.5, NAN),
                singular(ABS, 0, 1),
                singular(ABS, -0.0, 1),
                singular(ABS, NAN, NAN),
                singular(MAX, 2, 2, 1, 0),
                singular(MIN, 2, 2, 1, 0),
                singular(MAX, NAN, 2, NAN, NAN),
                singular(MIN, 2, NAN, NAN, NAN),
                singular(DIVIDE, 1, 0, INF, -INF),
                singular(POW, 0, 0, 0, 0),
                singular(POW, 0, 1, 1, 0),
                singular(POW, 0, 2, 0, 0),
                singular(POW, 0, 0.5, INF, 0),
                singular(POW, 0, -1, -INF, NAN),
                singular(POW, -2, 3, 12, NAN),
                singular(POW, -2, 2, -4, NAN),
                singular(POW, -2, 0, 0, NAN),
                singular(ATAN2, 0, 0, 0, 0),
                singular(ATAN2, 1e200, 1e200, 0.5e-200, -0.5e-200),
                singular(ATAN2, 1e-200, 1e-200, 0.5e200, -0.5e200),
                singular(HYPOT, 0, 0, 0, 0),
                singular(HYPOT, 3e200, 4e200, 0.6, 0.8),
                singular(FLOOR, 1.5, 0),
                singular(CEIL, 1.5, 0),
                singular(RINT, 1.5, 0),
                singular(SIGNUM, 1.5, 0),
                singular(ULP, 1.5, 0),
                singular(NEXT_UP, 1.5, 0),
                singular(STOP_GRADIENT, 1.5, 0));
    }

    @ParameterizedTest
    @MethodSource("singularPoints")
    void keepsThePolicyAtSingularPoints(Singular point) {
        Function function = function(point.primitive(), point.at().length);
        for (int i = 0; i < point.at().length; i++) {
            double expected = point.partials()[i];
            same(forward(function, point.at(), i), expected);
            same(reverse(function, point.at(), i), expected);
        }
    }

    private static void same(double actual, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(actual).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
        } else {
            assertThat((Double) actual).isEqualTo((Double) expected);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQRT", "CBRT", "LOG", "LOG10", "LOG1P", "ASIN", "ACOS"})
    void aZeroSensitivityIsStrong(Primitive primitive) {
        double singular = primitive == ASIN || primitive == ACOS ? 1 : primitive == LOG1P ? -1 : 0;
        Function function = function(primitive, 1);
        assertThat(run(Jvp.of(function, function.parameters()), new double[] {singular, 0}, 1))
                .isZero();
        assertThat(run(Vjp.of(function, function.parameters()), new double[] {singular, 0}, 1))
                .isZero();
    }

    @Test
    void aConstantExponentNeedsNoLogarithm() {
        Builder builder = new Builder();
        Value x = Value.named(Type.DOUBLE, "x");
        Value power = builder.apply(POW, x, builder.constant(2.0));
        Function function = new Function("square", builder.region(List.of(x), List.of(power)));
        assertThat(Vjp.of(function, List.of(x)).toString())
                .doesNotContain("log")
                .doesNotContain("slope");
        assertThat(reverse(function, new double[] {-3}, 0)).isEqualTo(-6.0);
    }

    private static Function function(Primitive primitive, int arity) {
        List<Value> parameters = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            parameters.add(Value.named(Type.DOUBLE, "x" + i));
        }
        Builder builder = new Builder();
        Value result = builder.apply(primitive, parameters.toArray(Value[]::new));
        return new Function("f", builder.region(parameters, List.of(result)));
    }

    private static double run(Function function, double[] arguments, int result) {
        return (double)
                Interpreter.run(function, Arrays.stream(arguments).boxed().toList())
                        .get(result);
    }

    private static double forward(Function function, double[] at, int argument) {
        double[] arguments = Arrays.copyOf(at, at.length + 1);
        arguments[at.length] = 1;
        Value parameter = function.parameters().get(argument);
        return run(Jvp.of(function, List.of(parameter)), arguments, 1);
    }

    private static double reverse(Function function, double[] at, int argument) {
        double[] arguments = Arrays.copyOf(at, at.length + 1);
        arguments[at.length] = 1;
        return run(Vjp.of(function, function.parameters()), arguments, 1 + argument);
    }

    private static double difference(Function function, double[] at, int argument) {
        return difference(function, at, argument, 0);
    }

    /** A central difference of eighth order. */
    private static double difference(Function function, double[] at, int argument, int result) {
        double[] weights = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
        double step = 1.0 / 128;
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double[] above = at.clone();
            above[argument] += (k + 1) * step;
            double[] below = at.clone();
            below[argument] -= (k + 1) * step;
            sum += weights[k] * (run(function, above, result) - run(function, below, result));
        }
        return sum / step;
    }

    private static double scale(double value) {
        return Math.max(1, Math.abs(value));
    }
}
