package io.github.cotangent;

/**
 * Partial derivatives of those functions of {@link Math} that have singular points, for use by generated code.
 *
 * <p>At a singular point a partial is the derivative of the piece that Java would execute, or the limit of the slope where
 * that is infinite; nothing is clipped. Where the function is NaN its partial is NaN. A partial that may be infinite is to be
 * multiplied with a tangent or adjoint by {@link #times}.
 */
public final class Partials {

    private static final double LOG10_OF_E = 0.4342944819032518;

    private Partials() {}

    /**
     * Returns a tangent or adjoint times a partial, where an exact zero stays zero whatever the partial is.
     *
     * <p>The strong zero: {@code 0·∞} and {@code 0·NaN} are 0 here, since a value that does not vary has no part in what
     * happens after it.
     *
     * @param sensitivity a tangent or adjoint
     * @param partial a partial derivative, perhaps infinite or NaN
     * @return {@code sensitivity·partial}, or 0 where {@code sensitivity} is {@code ±0.0}
     */
    public static double times(double sensitivity, double partial) {
        return sensitivity == 0 ? 0 : sensitivity * partial;
    }

    /**
     * Returns the derivative of {@code Math.abs(x)}.
     *
     * @param x the argument
     * @return -1 for {@code x < 0}, 1 otherwise, at {@code ±0.0} too; NaN for NaN
     */
    public static double abs(double x) {
        if (x >= 0) {
            return 1;
        }
        return x < 0 ? -1 : x;
    }

    /**
     * Returns the derivative of {@code Math.copySign(magnitude, sign)} with respect to {@code magnitude}.
     *
     * @param magnitude the first argument
     * @param sign the second argument; the derivative with respect to it is 0
     * @return 1 or -1, the derivative of {@code Math.abs(magnitude)} with the sign of {@code sign}; NaN for a {@code
     *     magnitude} of NaN
     */
    public static double copySign(double magnitude, double sign) {
        return abs(magnitude) * Math.copySign(1.0, sign);
    }

    /**
     * Returns the derivative of {@code y = Math.sqrt(x)}, {@code 1/(2y)}.
     *
     * @param y the root
     * @return {@code +Infinity} for {@code ±0.0}, NaN for NaN (the root of a negative number)
     */
    public static double sqrt(double y) {
        return 0.5 / Math.abs(y);
    }

    /**
     * Returns the derivative of {@code y = Math.cbrt(x)}, {@code 1/(3y²)}.
     *
     * @param y the root
     * @return {@code +Infinity} for {@code ±0.0}
     */
    public static double cbrt(double y) {
        return 1 / (3 * y * y);
    }

    /**
     * Returns the derivative of {@code Math.log(x)}, {@code 1/x}.
     *
     * @param x the argument
     * @return {@code +Infinity} for {@code ±0.0}, NaN for {@code x < 0}
     */
    public static double log(double x) {
        return x < 0 ? Double.NaN : 1 / Math.abs(x);
    }

    /**
     * Returns the derivative of {@code Math.log10(x)}, {@code log10(e)/x}.
     *
     * @param x the argument
     * @return {@code +Infinity} for {@code ±0.0}, NaN for {@code x < 0}
     */
    public static double log10(double x) {
        return x < 0 ? Double.NaN : LOG10_OF_E / Math.abs(x);
    }

    /**
     * Returns the derivative of {@code Math.log1p(x)}, {@code 1/(1 + x)}.
     *
     * @param x the argument
     * @return {@code +Infinity} for -1, NaN for {@code x < -1}
     */
    public static double log1p(double x) {
        return x < -1 ? Double.NaN : 1 / (1 + x);
    }

    /**
     * Returns the derivative of {@code Math.asin(x)}, {@code 1/√(1 - x²)}.
     *
     * <p>Computed from {@code (1 - x)(1 + x)}, which does not cancel near ±1.
     *
     * @param x the argument
     * @return {@code +Infinity} for ±1, NaN outside of [-1, 1]
     */
    public static double asin(double x) {
        return 1 / Math.sqrt((1 - x) * (1 + x));
    }

    /**
     * Returns the derivative of {@code Math.acos(x)}, {@code -1/√(1 - x²)}.
     *
     * <p>Computed from {@code (1 - x)(1 + x)}, which does not cancel near ±1.
     *
     * @param x the argument
     * @return {@code -Infinity} for ±1, NaN outside of [-1, 1]
     */
    public static double acos(double x) {
        return -1 / Math.sqrt((1 - x) * (1 + x));
    }

    /**
     * Returns the derivative of {@code Math.pow(x, p)} with respect to {@code x}, {@code p·x^(p-1)}.
     *
     * @param x the base
     * @param p the exponent
     * @return 0 where {@code p} is 0, and 1 where {@code p} is 1, at {@code x = 0} too; {@code +Infinity} for {@code x = ±0.0}
     *     and {@code 0 < p < 1}; 0 where an infinite {@code p} makes the power 0; NaN where the power is NaN
     */
    public static double powBase(double x, double p) {
        if (p == 0) {
            return 0;
        }
        if (p == 1) {
            return x != x ? x : 1;
        }
        double reduced = Math.pow(x, p - 1);
        return reduced == 0 ? 0 : p * reduced;
    }

    /**
     * Returns the derivative of {@code y = Math.pow(x, p)} with respect to {@code p}, {@code y·log(x)}.
     *
     * @param x the base
     * @param p the exponent
     * @param y the power
     * @return for {@code x = ±0.0}: 0 where {@code p >= 0}, NaN where {@code p < 0}; for {@code x < 0}: NaN; for {@code x > 0}: 0
     *     where the power is 0
     */
    public static double powExponent(double x, double p, double y) {
        if (x == 0) {
            return p >= 0 ? 0 : Double.NaN;
        }
        if (x > 0 && y == 0) {
            return 0;
        }
        return y * Math.log(x);
    }

    /**
     * Returns the derivative of {@code Math.atan2(y, x)} with respect to {@code y}, {@code x/(x² + y²)}.
     *
     * <p>Computed from the quotient of the smaller argument and the larger one, so that no square over- or underflows.
     *
     * @param y the ordinate
     * @param x the abscissa
     * @return 0 at the origin and where an argument is infinite; NaN where one is NaN
     */
    public static double atan2Y(double y, double x) {
        if (Math.abs(x) < Math.abs(y)) {
            double ratio = x / y;
            return ratio / (1 + ratio * ratio) / y;
        }
        if (x == 0 && y == 0 || Double.isInfinite(x) && y == y) {
            return 0;
        }
        double ratio = y / x;
        return 1 / (1 + ratio * ratio) / x;
    }

    /**
     * Returns the derivative of {@code Math.atan2(y, x)} with respect to {@code x}, {@code -y/(x² + y²)}.
     *
     * <p>Computed from the quotient of the smaller argument and the larger one, so that no square over- or underflows.
     *
     * @param y the ordinate
     * @param x the abscissa
     * @return 0 at the origin and where an argument is infinite; NaN where one is NaN
     */
    public static double atan2X(double y, double x) {
        // Swapping the axes turns the angle round; subtracting from 0 keeps the origin at +0.0.
        return 0 - atan2Y(x, y);
    }

    /**
     * Returns the derivative of {@code h = Math.hypot(x, y)} with respect to {@code x}, {@code x/h}.
     *
     * @param x the argument to differentiate by, the first or the second one of {@code hypot}
     * @param h the hypotenuse
     * @return 0 at the origin; ±1, the sign of {@code x}, for an infinite {@code x}
     */
    public static double hypotX(double x, double h) {
        if (h == 0) {
            return 0;
        }
        return Double.isInfinite(x) ? Math.copySign(1, x) : x / h;
    }

    /**
     * Returns the derivative of {@code r = x % y} with respect to {@code y}, {@code -trunc(x/y)}.
     *
     * <p>Computed as {@code (r - x)/y}, rounded to the integer that it would be without rounding errors; {@code x/y} itself
     * may round up to the next integer. The derivative with respect to {@code x} is 1.
     *
     * @param x the dividend
     * @param y the divisor
     * @param r the remainder
     * @return a negated integer quotient; NaN where the remainder is NaN
     */
    public static double remainderDivisor(double x, double y, double r) {
        return Math.rint((r - x) / y);
    }

    /**
     * Returns the derivative of {@code r = Math.IEEEremainder(x, y)} with respect to {@code y}, {@code -rint(x/y)}.
     *
     * <p>Computed as {@code r/y - x/y}, rounded to the integer that it would be without rounding errors; {@code r - x} might
     * overflow. The derivative with respect to {@code x} is 1.
     *
     * @param x the dividend
     * @param y the divisor
     * @param r the remainder
     * @return a negated integer quotient; NaN where the remainder is NaN
     */
    public static double ieeeRemainderDivisor(double x, double y, double r) {
        return Math.rint(r / y - x / y);
    }
}
