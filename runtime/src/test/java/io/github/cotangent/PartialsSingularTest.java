package io.github.cotangent;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partials where the function is singular, at infinities and at NaN, and where squares over- or underflow. */
class PartialsSingularTest {

    private static final double BEYOND_ONE = Math.nextUp(1.0);

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
        assertExactly(Partials.remainderDivisor(x, y, x % y), truncated);
        assertExactly(Partials.ieeeRemainderDivisor(x, y, Math.IEEEremainder(x, y)), rounded);
    }

    /** Equal within four units in the last place, with zeros of either sign the same. */
    private static void assertSame(double actual, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(actual).isCloseTo(expected, within(expected == 0 ? 0.0 : 4 * Math.ulp(expected)));
        } else {
            assertThat(actual).isEqualTo(Double.valueOf(expected));
        }
    }

    /** Equal, with zeros of either sign the same. */
    private static void assertExactly(double actual, double expected) {
        assertThat(actual == expected || Double.isNaN(actual) && Double.isNaN(expected))
                .as("%s is %s", actual, expected)
                .isTrue();
    }
}
