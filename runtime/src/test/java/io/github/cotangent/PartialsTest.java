package io.github.cotangent;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PartialsTest {

    private static final double BEYOND_ONE = Math.nextUp(1.0);
    private static final double[] SMOOTH_POINTS = {1e-3, 0.1, 0.3, 0.5, 0.75, 0.9, 0.99};

    /** Primitive, partial as a function of x, the same by Hipparchus. */
    static Stream<Arguments> unary() {
        return Stream.of(
                row("abs", Math::abs, Partials::abs, Gradient::abs),
                row("sqrt", Math::sqrt, x -> Partials.sqrt(Math.sqrt(x)), Gradient::sqrt),
                row("cbrt", Math::cbrt, x -> Partials.cbrt(Math.cbrt(x)), Gradient::cbrt),
                row("log", Math::log, Partials::log, Gradient::log),
                row("log10", Math::log10, Partials::log10, Gradient::log10),
                row("log1p", Math::log1p, Partials::log1p, Gradient::log1p),
                row("asin", Math::asin, Partials::asin, Gradient::asin),
                row("acos", Math::acos, Partials::acos, Gradient::acos));
    }

    private static Arguments row(
            String name, DoubleUnaryOperator primitive, DoubleUnaryOperator partial, Oracle oracle) {
        return Arguments.of(name, primitive, partial, oracle);
    }

    private interface Oracle {
        Gradient apply(Gradient x);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unary")
    void unaryPartialsAreTheDerivatives(
            String name, DoubleUnaryOperator primitive, DoubleUnaryOperator partial, Oracle oracle) {
        for (double magnitude : SMOOTH_POINTS) {
            for (double x : new double[] {magnitude, -magnitude}) {
                if (Double.isNaN(primitive.applyAsDouble(x))) {
                    assertThat(partial.applyAsDouble(x)).as("%s at %s", name, x).isNaN();
                    continue;
                }
                double expected = oracle.apply(Gradient.variable(1, 0, x)).getPartialDerivative(0);
                assertThat(partial.applyAsDouble(x)).as("%s at %s", name, x).isCloseTo(expected, relative(expected));
                GradientCheck.gradient(v -> primitive.applyAsDouble(v[0]), at(x), at(partial.applyAsDouble(x)))
                        .assertPasses();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 1",
        "-0.0, 1",
        "3, 1",
        "-3, -1",
        "4.9e-324, 1",
        "-4.9e-324, -1",
        "Infinity, 1",
        "-Infinity, -1",
        "NaN, NaN",
    })
    void absTakesThePieceThatJavaExecutes(double x, double expected) {
        assertSame(Partials.abs(x), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 5, 1",
        "3, -5, -1",
        "-3, 5, -1",
        "-3, -5, 1",
        "0.0, 1, 1",
        "-0.0, 1, 1",
        "0.0, -1, -1",
        "2, 0.0, 1",
        "2, -0.0, -1",
        "NaN, 1, NaN",
        "Infinity, -Infinity, -1",
    })
    void copySignIsAbsWithASign(double magnitude, double sign, double expected) {
        assertSame(Partials.copySign(magnitude, sign), expected);
    }

    @Test
    void rootsHaveAnInfiniteSlopeAtZero() {
        assertThat(Partials.sqrt(Math.sqrt(0.0))).isEqualTo(POSITIVE_INFINITY);
        assertThat(Partials.sqrt(Math.sqrt(-0.0))).isEqualTo(POSITIVE_INFINITY);
        assertThat(Partials.cbrt(Math.cbrt(0.0))).isEqualTo(POSITIVE_INFINITY);
        assertThat(Partials.cbrt(Math.cbrt(-0.0))).isEqualTo(POSITIVE_INFINITY);
        assertThat(Partials.sqrt(Math.sqrt(-1))).isNaN();
        assertThat(Partials.sqrt(POSITIVE_INFINITY)).isZero();
        assertThat(Partials.cbrt(NEGATIVE_INFINITY)).isZero();
        assertThat(Partials.cbrt(NaN)).isNaN();
        assertThat(Partials.cbrt(Math.cbrt(Double.MIN_VALUE))).isFinite().isPositive();
        assertThat(Partials.cbrt(Math.cbrt(Double.MAX_VALUE))).isPositive();
    }

    @Test
    void logarithmsHaveAnInfiniteSlopeAtTheEdgeAndNoneBeyond() {
        for (double zero : new double[] {0.0, -0.0}) {
            assertThat(Partials.log(zero)).isEqualTo(POSITIVE_INFINITY);
            assertThat(Partials.log10(zero)).isEqualTo(POSITIVE_INFINITY);
        }
        assertThat(Partials.log1p(-1)).isEqualTo(POSITIVE_INFINITY);
        assertThat(Partials.log(-1)).isNaN();
        assertThat(Partials.log10(-1)).isNaN();
        assertThat(Partials.log1p(Math.nextDown(-1.0))).isNaN();
        assertThat(Partials.log(NEGATIVE_INFINITY)).isNaN();
        assertThat(Partials.log(NaN)).isNaN();
        assertThat(Partials.log10(NaN)).isNaN();
        assertThat(Partials.log1p(NaN)).isNaN();
        assertThat(Partials.log(POSITIVE_INFINITY)).isZero();
        assertThat(Partials.log10(Double.MAX_VALUE)).isPositive();
    }

    @Test
    void arcSineAndCosineHaveAnInfiniteSlopeAtTheEdgesAndNoneBeyond() {
        for (double edge : new double[] {1, -1}) {
            assertThat(Partials.asin(edge)).isEqualTo(POSITIVE_INFINITY);
            assertThat(Partials.acos(edge)).isEqualTo(NEGATIVE_INFINITY);
        }
        for (double outside :
                new double[] {BEYOND_ONE, -BEYOND_ONE, 2, -2, 1e300, POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN}) {
            assertThat(Partials.asin(outside)).isNaN();
            assertThat(Partials.acos(outside)).isNaN();
        }
    }

    @Test
    void arcSineIsAccurateNextToOne() {
        for (double gap : new double[] {0x1p-53, 0x1p-50, 0x1p-40, 0x1p-30}) {
            double x = 1 - gap;
            // 1 - x² = gap·(2 - gap), exactly so for these x.
            double expected = 1 / Math.sqrt(gap * (2 - gap));
            assertThat(Partials.asin(x)).isCloseTo(expected, within(4 * Math.ulp(expected)));
            assertThat(Partials.asin(-x)).isCloseTo(expected, within(4 * Math.ulp(expected)));
            assertThat(Partials.acos(x)).isCloseTo(-expected, within(4 * Math.ulp(expected)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, Infinity, 0",
        "-0.0, NaN, 0",
        "0, NaN, 0",
        "0, -Infinity, 0",
        "2, 3, 6",
        "-2, Infinity, -Infinity",
        "NaN, 1, NaN",
        "NaN, 0, NaN",
        "2, NaN, NaN",
        "Infinity, 0, NaN",
    })
    void zeroIsStrong(double sensitivity, double partial, double expected) {
        assertSame(Partials.times(sensitivity, partial), expected);
    }

    @ParameterizedTest
    @CsvSource({
        // x, p, derivative with respect to x
        "0.0, 0, 0",
        "-0.0, -0.0, 0",
        "5, 0, 0",
        "NaN, 0, 0",
        "Infinity, 0, 0",
        "0.0, 1, 1",
        "-0.0, 1, 1",
        "-3, 1, 1",
        "NaN, 1, NaN",
        "0.0, 0.5, Infinity",
        "-0.0, 0.5, Infinity",
        "0.0, 1e-300, Infinity",
        "0.0, 2, 0",
        "0.0, 1.5, 0",
        "-3, 2, -6",
        "-2, 3, 12",
        "-2, -1, -0.25",
        "-2, 0.5, NaN",
        "0.0, -1, -Infinity",
        "2, NaN, NaN",
        "NaN, 2, NaN",
        "0.5, Infinity, 0",
        "2, -Infinity, 0",
        "2, Infinity, Infinity",
        "1, Infinity, NaN",
        "Infinity, 2, Infinity",
        "Infinity, -1, 0",
    })
    void powByItsBaseAtSingularPoints(double x, double p, double expected) {
        assertSame(Partials.powBase(x, p), expected);
    }

    @ParameterizedTest
    @CsvSource({
        // x, p, derivative with respect to p
        "0.0, 2, 0",
        "-0.0, 2, 0",
        "0.0, 0, 0",
        "0.0, -0.0, 0",
        "0.0, 0.5, 0",
        "0.0, -1, NaN",
        "-0.0, -1, NaN",
        "0.0, NaN, NaN",
        "-2, 2, NaN",
        "-2, 0.5, NaN",
        "-1e-200, 2, NaN",
        "1, 7, 0",
        "Infinity, -2, 0",
        "Infinity, 2, Infinity",
        "0.5, Infinity, 0",
        "NaN, 2, NaN",
        "2, NaN, NaN",
    })
    void powByItsExponentAtSingularPoints(double x, double p, double expected) {
        assertSame(Partials.powExponent(x, p, Math.pow(x, p)), expected);
    }

    @Test
    void powAgreesWithDifferencesAndHipparchus() {
        for (double x : new double[] {0.01, 0.5, 1, 2.5, 40}) {
            for (double p : new double[] {-3, -0.5, 0, 0.25, 1, 1.5, 2, 7.3}) {
                Gradient expected = Gradient.variable(2, 0, x).pow(Gradient.variable(2, 1, p));
                binary(Math::pow, x, p, Partials.powBase(x, p), Partials.powExponent(x, p, Math.pow(x, p)), expected);
            }
        }
    }

    @Test
    void powOfANegativeBaseAndAnIntegralExponentAgreesWithHipparchus() {
        for (double x : new double[] {-0.01, -0.5, -1, -2.5, -40}) {
            for (int p = -4; p <= 5; p++) {
                double expected = Gradient.variable(1, 0, x).pow(p).getPartialDerivative(0);
                assertThat(Partials.powBase(x, p)).isCloseTo(expected, relative(expected));
            }
        }
    }

    @Test
    void atan2AgreesWithDifferencesAndHipparchusInAllQuadrants() {
        for (double y : new double[] {-3, -0.2, 0.2, 1, 50}) {
            for (double x : new double[] {-40, -1, -0.3, 0.3, 1, 7}) {
                Gradient expected = Gradient.variable(2, 0, y).atan2(Gradient.variable(2, 1, x));
                binary(Math::atan2, y, x, Partials.atan2Y(y, x), Partials.atan2X(y, x), expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // y, x, derivatives with respect to y and x
        "0.0, 0.0, 0, 0",
        "-0.0, -0.0, 0, 0",
        "1, 0.0, 0, -1",
        "-2, 0.0, 0, 0.5",
        "0.0, 4, 0.25, 0",
        "0.0, -4, -0.25, 0",
        "1e200, 1e200, 5e-201, -5e-201",
        "1e-200, 1e-200, 5e199, -5e199",
        "1e-200, -1e-200, -5e199, -5e199",
        "3e200, 1e200, 1e-201, -3e-201",
        "1e200, -3e200, -3e-201, -1e-201",
        "3e-200, 1e-200, 1e199, -3e199",
        "1e-200, -3e-200, -3e199, -1e199",
        "1e308, 1e308, 5e-309, -5e-309",
        "1e-308, 1e-308, 5e307, -5e307",
        "1e200, 1e-100, 0, -1e-200",
        "1e-200, 1e-100, 1e100, -1",
        "Infinity, 1, 0, 0",
        "1, Infinity, 0, 0",
        "1, -Infinity, 0, 0",
        "Infinity, -Infinity, 0, 0",
        "NaN, 1, NaN, NaN",
        "1, NaN, NaN, NaN",
        "NaN, 0.0, NaN, NaN",
        "0.0, NaN, NaN, NaN",
        "Infinity, NaN, NaN, NaN",
        "NaN, Infinity, NaN, NaN",
    })
    void atan2AtSingularAndExtremePoints(double y, double x, double byY, double byX) {
        assertSame(Partials.atan2Y(y, x), byY);
        assertSame(Partials.atan2X(y, x), byX);
    }

    @Test
    void hypotAgreesWithDifferencesAndHipparchus() {
        for (double x : new double[] {-40, -0.3, 0.3, 1, 7}) {
            for (double y : new double[] {-3, -0.2, 0.5, 50}) {
                double h = Math.hypot(x, y);
                Gradient expected = Gradient.variable(2, 0, x).hypot(Gradient.variable(2, 1, y));
                binary(Math::hypot, x, y, Partials.hypotX(x, h), Partials.hypotX(y, h), expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0, 0",
        "-0.0, 0.0, 0",
        "3, 4, 0.6",
        "-3, 4, -0.6",
        "3e200, 4e200, 0.6",
        "3e-200, 4e-200, 0.6",
        "Infinity, 1, 1",
        "-Infinity, 1, -1",
        "Infinity, Infinity, 1",
        "1, Infinity, 0",
        "NaN, 1, NaN",
        "1, NaN, NaN",
    })
    void hypotAtSingularAndExtremePoints(double x, double y, double expected) {
        assertSame(Partials.hypotX(x, Math.hypot(x, y)), expected);
    }

    @ParameterizedTest
    @CsvSource({
        // x, y, derivatives of x % y and of IEEEremainder(x, y) with respect to y
        "7, 2, -3, -4",
        "-7, 2, 3, 4",
        "7, -2, 3, 4",
        "-7, -2, -3, -4",
        "5, 3, -1, -2",
        "5, 2, -2, -2",
        "1, 3, 0, 0",
        "0.9999999999999999, 1, 0, -1",
        "6, 3, -2, -2",
        "1.5e308, 1e308, -1, -2",
        "1.7e308, 1e308, -1, -2",
        "-1.7e308, 1e308, 1, 2",
        "5, Infinity, 0, 0",
        "1, 0.0, NaN, NaN",
        "Infinity, 2, NaN, NaN",
        "NaN, 2, NaN, NaN",
        "2, NaN, NaN, NaN",
    })
    void remaindersAtSingularAndExtremePoints(double x, double y, double truncated, double rounded) {
        assertSame(Partials.remainderDivisor(x, y, x % y), truncated);
        assertSame(Partials.ieeeRemainderDivisor(x, y, Math.IEEEremainder(x, y)), rounded);
    }

    @Test
    void remaindersCountTheExactQuotient() {
        SplittableRandom random = new SplittableRandom(42);
        for (int count = 0; count < 2000; count++) {
            double y = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-20, 20));
            double multiple = random.nextInt(2000) * y;
            double x = count % 2 == 0 ? multiple : Math.scalb(random.nextDouble(-1, 1), random.nextInt(-20, 20));
            BigDecimal exactX = new BigDecimal(x);
            BigDecimal exactY = new BigDecimal(y);
            BigDecimal truncated = exactX.divideToIntegralValue(exactY);
            BigDecimal rounded = exactX.subtract(new BigDecimal(Math.IEEEremainder(x, y)))
                    .divide(exactY, 0, RoundingMode.UNNECESSARY);
            assertSame(Partials.remainderDivisor(x, y, x % y), -truncated.doubleValue());
            assertSame(Partials.ieeeRemainderDivisor(x, y, Math.IEEEremainder(x, y)), -rounded.doubleValue());
        }
    }

    @Test
    void remaindersAgreeWithDifferences() {
        for (double x : new double[] {-17.3, 0.4, 5.1, 23.7}) {
            for (double y : new double[] {-3.1, 0.7, 2.2}) {
                binary((a, b) -> a % b, x, y, 1, Partials.remainderDivisor(x, y, x % y));
                double r = Math.IEEEremainder(x, y);
                binary(Math::IEEEremainder, x, y, 1, Partials.ieeeRemainderDivisor(x, y, r));
            }
        }
    }

    private static void binary(
            DoubleBinaryOperator primitive, double a, double b, double byA, double byB, Gradient expected) {
        assertThat(byA).isCloseTo(expected.getPartialDerivative(0), relative(expected.getPartialDerivative(0)));
        assertThat(byB).isCloseTo(expected.getPartialDerivative(1), relative(expected.getPartialDerivative(1)));
        binary(primitive, a, b, byA, byB);
    }

    private static void binary(DoubleBinaryOperator primitive, double a, double b, double byA, double byB) {
        GradientCheck.gradient(v -> primitive.applyAsDouble(v[0], v[1]), at(a, b), at(byA, byB))
                .assertPasses();
    }

    /** Equal within four units in the last place, with zeros of either sign the same. */
    private static void assertSame(double actual, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(actual).isCloseTo(expected, within(expected == 0 ? 0.0 : 4 * Math.ulp(expected)));
        } else {
            assertThat(actual).isEqualTo(Double.valueOf(expected));
        }
    }

    private static org.assertj.core.data.Offset<Double> relative(double expected) {
        return within(1e-14 * Math.abs(expected));
    }

    private static double[] at(double... x) {
        return x;
    }
}
