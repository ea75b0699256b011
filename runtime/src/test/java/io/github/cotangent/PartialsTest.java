package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Partials at regular points, against differences, Hipparchus and exact quotients. */
class PartialsTest {

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
            assertExactly(Partials.remainderDivisor(x, y, x % y), -truncated.doubleValue());
            assertExactly(Partials.ieeeRemainderDivisor(x, y, Math.IEEEremainder(x, y)), -rounded.doubleValue());
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

    /** Equal, with zeros of either sign the same. */
    private static void assertExactly(double actual, double expected) {
        assertThat(actual == expected || Double.isNaN(actual) && Double.isNaN(expected))
                .as("%s is %s", actual, expected)
                .isTrue();
    }

    private static Offset<Double> relative(double expected) {
        return within(1e-14 * Math.abs(expected));
    }

    private static double[] at(double... x) {
        return x;
    }
}
