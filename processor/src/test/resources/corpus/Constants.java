package corpus;

import static java.lang.Math.PI;
import static java.lang.Math.sin;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Static final fields. */
final class Constants implements Physics {

    private Constants() {}

    static final double RATE = 0.25;
    private static final double HIDDEN = 3 * RATE;
    private static final double ROOT = Math.sqrt(2);
    private static final double RATIO = ROOT / HIDDEN;
    static final int COUNT = 4;
    private static final long BIG = 1L << 40;
    private static final float THIRD = 1f / 3;
    private static final char LETTER = 'x';
    private static final boolean DOUBLED = COUNT > 3;
    static final double NOTHING = 0.0 / 0;
    static final double NEGATIVE_ZERO = -0.0;

    @At({"0.5; 2", "-3; 0.25"})
    @Differentiable
    static double own(double x, double y) {
        return RATE * x + Constants.HIDDEN * x * y;
    }

    static final double[] WEIGHTS = {0.5, -1.25, 3};
    static final int[] ORDER = {2, 0, 1};

    record Pair(double first, double second) {
        Pair {
            second += first;
        }

        private static final Pair HALVES = new Pair(0.5, 2);
    }

    @At({"[3]", "[1]", "[0]"})
    @Differentiable(order = 2)
    static double arrays(double[] x) {
        double sum = ORDER.length;
        for (int i = 0; i < x.length; i++) {
            sum += WEIGHTS[i] * x[i] * x[ORDER[i] % x.length];
        }
        double[] copy = Constants.WEIGHTS.clone();
        for (int i = 0; i < x.length; i++) {
            copy[i] *= x[i] * sum;
        }
        for (double weight : WEIGHTS) {
            sum = sum * weight + copy[0] * copy[1];
        }
        return sum + weighted(WEIGHTS, x) * Other.TABLE[1];
    }

    record Filter(double[] taps, double gain) {}

    record Bank(Filter low, int[] order, Filter high) {}

    static final Filter FILTER = new Filter(new double[] {0.25, 0.5, -0.125}, 3);
    static final Bank BANK =
            new Bank(new Filter(new double[] {1, 2}, HIDDEN), new int[] {1, 0}, new Filter(new double[] {-1, 4}, ROOT));

    /** The arrays of a record go by their names, its numbers by their values. */
    @At({"[3]", "[2]"})
    @Differentiable(order = 2)
    static double filters(double[] x) {
        Filter filter = x.length > 2 ? FILTER : BANK.low();
        double sum = 0;
        for (int i = 0; i < filter.taps().length; i++) {
            sum += filter.taps()[i] * x[i] * x[i] * filter.gain();
        }
        return sum * BANK.high().gain() * x[BANK.order()[0]] + BANK.high().taps()[1] * x[0];
    }

    /** What varies, and what is constant, by one name. */
    @At({"[3]; 1", "[3]; 0"})
    @Differentiable(order = 2)
    static double weightsOrNot(double[] x, int n) {
        double[] w = n > 0 ? WEIGHTS : x;
        double product = 1;
        for (double each : w) {
            product *= each + x[0];
        }
        return product;
    }

    private static double weighted(double[] weights, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i] * x[i];
        }
        return sum;
    }

    @At({"[3]", "[0]"})
    @Differentiable
    static double[] arrayResult(double[] x) {
        double[] y = WEIGHTS.clone();
        for (int i = 0; i < x.length; i++) {
            y[ORDER[i]] *= x[i] * x[i];
        }
        return y;
    }

    static final class Other {
        static final double[] TABLE = {1, 2};

        private Other() {}
    }

    @At({"0.5", "-3"})
    @Differentiable
    static double records(double x) {
        return Pair.HALVES.first() * x + x * x * Pair.HALVES.second();
    }

    @At({"0.5", "-3"})
    @Differentiable
    static double computed(double x) {
        return ROOT * x * x + RATIO * x;
    }

    @At({"0.5", "-3"})
    @Differentiable
    static double ofJava(double x) {
        double limited = Math.min(x * x, Double.MAX_VALUE);
        double kept = x > Double.NEGATIVE_INFINITY ? x : Double.NaN;
        return Math.PI * x
                + PI * sin(x)
                + java.lang.Math.E * limited
                + Integer.MAX_VALUE * kept
                + Double.MIN_VALUE * x
                + Long.MAX_VALUE * 1e-18 * x
                + x / Double.POSITIVE_INFINITY
                + StrictMath.E;
    }

    @At({"0.5", "-3"})
    @Differentiable
    static double otherTypes(double x) {
        double y = x;
        for (int i = 0; i < COUNT; i++) {
            y = y * x + THIRD;
        }
        return y * (BIG / 1e12) + LETTER * x + (DOUBLED ? 2 * x : x) * Byte.MAX_VALUE + Float.MIN_VALUE * x;
    }

    @At({"0.5", "-3"})
    @Differentiable
    static double inherited(double x) {
        return LIGHT * x + Physics.PLANCK * x * x;
    }

    @At(
            value = {"0.5", "-3"},
            kinks = {"0"})
    @Differentiable
    static double special(double x) {
        double worst = x > 100 ? NOTHING : x;
        return worst / (NEGATIVE_ZERO - 2) + (1 / NEGATIVE_ZERO < 0 ? x * x : x);
    }
}

interface Physics {
    double LIGHT = 2.99792458;
    double PLANCK = LIGHT / 7;
}
