package io.github.cotangent.processor.ir;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The partial derivatives of the real primitives as a textbook has them, each from the arguments alone, and at singular
 * points as the documentation promises them.
 */
final class Slopes {

    private static final Set<Primitive> STRONG_ZERO = EnumSet.of(
            Primitive.SQRT,
            Primitive.CBRT,
            Primitive.LOG,
            Primitive.LOG10,
            Primitive.LOG1P,
            Primitive.ASIN,
            Primitive.ACOS,
            Primitive.POW,
            Primitive.HYPOT,
            Primitive.ATAN2,
            Primitive.STRONG_TIMES,
            Primitive.LOG_SLOPE,
            Primitive.LOG10_SLOPE,
            Primitive.LOG1P_SLOPE,
            Primitive.SQRT_SLOPE,
            Primitive.CBRT_SLOPE,
            Primitive.ASIN_SLOPE,
            Primitive.ACOS_SLOPE,
            Primitive.POW_BASE_SLOPE,
            Primitive.POW_EXPONENT_SLOPE,
            Primitive.ATAN2_Y_SLOPE,
            Primitive.ATAN2_X_SLOPE,
            Primitive.HYPOT_SLOPE);

    private Slopes() {}

    /** Whether an argument that does not vary contributes nothing, even where the slope is infinite or NaN. */
    static boolean hasStrongZero(Primitive primitive) {
        return STRONG_ZERO.contains(primitive);
    }

    /** One slope for each argument; an argument that is never real may be left out at the end. */
    static double[] of(Primitive primitive, double[] x, double result) {
        if (Double.isNaN(result)) {
            double[] nans = new double[x.length];
            Arrays.fill(nans, Double.NaN);
            return nans;
        }
        return x.length == 1 ? new double[] {unary(primitive, x[0])} : several(primitive, x);
    }

    /** The sizes of the slopes before anything cancels, as in {@code 1 - tanh²} and {@code 1 + expm1}. */
    static double[] bounds(Primitive primitive, double[] x, double result) {
        return switch (primitive) {
            case TANH -> new double[] {1};
            case EXPM1 -> new double[] {1 + Math.exp(x[0])};
            case ATAN2_X_SLOPE, ATAN2_Y_SLOPE -> {
                double bound = 1 / (x[0] * x[0] + x[1] * x[1]);
                yield pair(bound, bound);
            }
            case POW_BASE_SLOPE ->
                pair(
                        Math.abs(of(primitive, x, result)[0]),
                        Math.pow(x[0], x[1] - 1) * (1 + Math.abs(x[1] * Math.log(x[0]))));
            default -> Arrays.stream(of(primitive, x, result)).map(Math::abs).toArray();
        };
    }

    private static double unary(Primitive primitive, double x) {
        return switch (primitive) {
            case CAST -> 1;
            case NEGATE -> -1;
            case ABS -> x < 0 ? -1 : 1;
            case SIN -> Math.cos(x);
            case COS -> -Math.sin(x);
            case TAN -> 1 / (Math.cos(x) * Math.cos(x));
            case ASIN -> 1 / Math.sqrt((1 - x) * (1 + x));
            case ACOS -> -1 / Math.sqrt((1 - x) * (1 + x));
            case ATAN -> 1 / (1 + x * x);
            case SINH -> Math.cosh(x);
            case COSH -> Math.sinh(x);
            case TANH -> 1 / (Math.cosh(x) * Math.cosh(x));
            case EXP, EXPM1 -> Math.exp(x);
            case LOG -> x == 0 ? Double.POSITIVE_INFINITY : 1 / x;
            case LOG10 -> x == 0 ? Double.POSITIVE_INFINITY : 1 / (x * Math.log(10));
            case LOG1P -> 1 / (1 + x);
            case SQRT -> x == 0 ? Double.POSITIVE_INFINITY : 1 / (2 * Math.sqrt(x));
            case CBRT -> 1 / (3 * Math.cbrt(x) * Math.cbrt(x));
            case TO_RADIANS -> Math.PI / 180;
            case TO_DEGREES -> 180 / Math.PI;
            case CEIL, FLOOR, RINT, SIGNUM, ULP, NEXT_UP, NEXT_DOWN, STOP_GRADIENT, ABS_SLOPE -> 0;
            case LOG_SLOPE -> -1 / (x * x);
            case LOG10_SLOPE -> -1 / (x * x * Math.log(10));
            case LOG1P_SLOPE -> -1 / ((1 + x) * (1 + x));
            case SQRT_SLOPE -> -0.5 / (x * Math.abs(x));
            case CBRT_SLOPE -> -2 / (3 * x * x * x);
            case ACOS_SLOPE -> -x / Math.pow((1 - x) * (1 + x), 1.5);
            case ASIN_SLOPE -> x / Math.pow((1 - x) * (1 + x), 1.5);
            default -> throw new IllegalArgumentException("no slope of " + primitive);
        };
    }

    private static double[] several(Primitive primitive, double[] arguments) {
        double x = arguments[0];
        double y = arguments[1];
        return switch (primitive) {
            case ADD -> pair(1, 1);
            case SUBTRACT -> pair(1, -1);
            case MULTIPLY, STRONG_TIMES -> pair(y, x);
            case DIVIDE -> pair(1 / y, -(x / y) / y);
            case REMAINDER -> pair(1, -Math.rint((x - x % y) / y));
            case IEEE_REMAINDER -> pair(1, -Math.rint((x - Math.IEEEremainder(x, y)) / y));
            case MAX -> x >= y ? pair(1, 0) : pair(0, 1);
            case MIN -> x <= y ? pair(1, 0) : pair(0, 1);
            case COPY_SIGN -> pair((x < 0 ? -1 : 1) * Math.copySign(1, y), 0);
            case NEXT_AFTER, COPY_SIGN_SLOPE -> pair(0, 0);
            case REMAINDER_SLOPE, IEEE_REMAINDER_SLOPE -> new double[3];
            case HYPOT_SLOPE -> y == 0 ? pair(0, 0) : pair(1 / y, -x / y / y);
            case ATAN2_Y_SLOPE -> pair(-2 * x * y / fourthPower(x, y), (x * x - y * y) / fourthPower(x, y));
            case ATAN2_X_SLOPE -> pair((x * x - y * y) / fourthPower(x, y), 2 * x * y / fourthPower(x, y));
            case POW_BASE_SLOPE ->
                pair(
                        (y == 0 || y == 1 ? 0 : y * (y - 1) * Math.pow(x, y - 2)),
                        Math.pow(x, y - 1) * (1 + y * Math.log(x)));
            // The third argument is the power itself.
            case POW_EXPONENT_SLOPE -> new double[] {arguments[2] / x, 0, Math.log(x)};
            case SCALB -> pair(Math.scalb(1.0, (int) y), 0);
            case HYPOT -> x == 0 && y == 0 ? pair(0, 0) : pair(x / Math.hypot(x, y), y / Math.hypot(x, y));
            case ATAN2 -> x == 0 && y == 0 ? pair(0, 0) : angle(x, y);
            case POW -> pair(powerBase(x, y), powerExponent(x, y));
            case FMA -> new double[] {y, x, 1};
            case CLAMP -> clamp(x, y, arguments[2]);
            default -> throw new IllegalArgumentException("no slopes of " + primitive);
        };
    }

    private static double[] angle(double y, double x) {
        double radius = Math.hypot(x, y);
        return pair(x / radius / radius, -y / radius / radius);
    }

    /** {@code (x² + y²)²}. */
    private static double fourthPower(double x, double y) {
        return Math.pow(Math.hypot(x, y), 4);
    }

    private static double powerBase(double x, double p) {
        if (p == 0 || p == 1) {
            return p;
        }
        return p * Math.pow(x, p - 1);
    }

    private static double powerExponent(double x, double p) {
        if (x == 0) {
            return p >= 0 ? 0 : Double.NaN;
        }
        return Math.pow(x, p) * Math.log(x);
    }

    private static double[] clamp(double x, double low, double high) {
        if (x < low) {
            return new double[] {0, 1, 0};
        }
        return x > high ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
    }

    private static double[] pair(double first, double second) {
        return new double[] {first, second};
    }
}
