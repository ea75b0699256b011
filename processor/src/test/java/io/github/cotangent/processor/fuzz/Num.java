package io.github.cotangent.processor.fuzz;

/**
 * A number with derivatives in two directions and the second derivative by both: {@code v + d1·ε1 + d2·ε2 + d12·ε1ε2}.
 *
 * <p>Beside each derivative goes the sum of the absolute values of the products that it is the sum of. It says how large
 * rounding errors may be: {@code (x + 1e9) - 1e9} is computed with the errors of {@code 1e9}.
 */
public final class Num {

    /** Whether something since the last {@link #restart} was not finite, even if the result does not depend on it. */
    private static boolean singular;

    private final double v;
    private final double d1;
    private final double d2;
    private final double d12;
    private final double m1;
    private final double m2;
    private final double m12;

    private Num(double v, double d1, double d2, double d12, double m1, double m2, double m12) {
        singular |= !Double.isFinite(v) || !Double.isFinite(m1) || !Double.isFinite(m2) || !Double.isFinite(m12);
        this.v = v;
        this.d1 = d1;
        this.d2 = d2;
        this.d12 = d12;
        this.m1 = m1;
        this.m2 = m2;
        this.m12 = m12;
    }

    /** A constant. */
    public static Num of(double value) {
        return new Num(value, 0, 0, 0, 0, 0, 0);
    }

    /** A variable that moves with the two directions. */
    static Num variable(double value, double d1, double d2) {
        return new Num(value, d1, d2, 0, Math.abs(d1), Math.abs(d2), 0);
    }

    static void restart() {
        singular = false;
    }

    static boolean wasSingular() {
        return singular;
    }

    public double value() {
        return v;
    }

    double first() {
        return d1;
    }

    double mixed() {
        return d12;
    }

    double firstScale() {
        return m1;
    }

    double mixedScale() {
        return m12;
    }

    private Num valued(double value) {
        return new Num(value, d1, d2, d12, m1, m2, m12);
    }

    /** A value with the derivatives of {@code f(a)}, given f' and f'' at a. */
    static Num chain(double value, Num a, double f, double ff) {
        return chain(value, a, f, ff, Math.abs(f), Math.abs(ff));
    }

    /** The same where f' and f'' are themselves differences of larger things. */
    static Num chain(double value, Num a, double f, double ff, double fScale, double ffScale) {
        return new Num(
                value,
                times(f, a.d1),
                times(f, a.d2),
                times(f, a.d12) + times(ff, a.d1 * a.d2),
                times(fScale, a.m1),
                times(fScale, a.m2),
                times(fScale, a.m12) + times(ffScale, a.m1 * a.m2));
    }

    /** A value with the derivatives of {@code f(a, b)}. */
    static Num chain(double value, Num a, Num b, double fa, double fb, double faa, double fab, double fbb) {
        return new Num(
                value,
                times(fa, a.d1) + times(fb, b.d1),
                times(fa, a.d2) + times(fb, b.d2),
                mixed(a.d1, a.d2, a.d12, b.d1, b.d2, b.d12, fa, fb, faa, fab, fbb),
                times(Math.abs(fa), a.m1) + times(Math.abs(fb), b.m1),
                times(Math.abs(fa), a.m2) + times(Math.abs(fb), b.m2),
                mixed(
                        a.m1,
                        a.m2,
                        a.m12,
                        b.m1,
                        b.m2,
                        b.m12,
                        Math.abs(fa),
                        Math.abs(fb),
                        Math.abs(faa),
                        Math.abs(fab),
                        Math.abs(fbb)));
    }

    private static double mixed(
            double a1,
            double a2,
            double a12,
            double b1,
            double b2,
            double b12,
            double fa,
            double fb,
            double faa,
            double fab,
            double fbb) {
        return times(fa, a12)
                + times(fb, b12)
                + times(faa, a1 * a2)
                + times(fab, a1 * b2 + a2 * b1)
                + times(fbb, b1 * b2);
    }

    /** A product in which zero is stronger than infinity: what does not vary has no derivative. */
    private static double times(double slope, double derivative) {
        singular |= !Double.isFinite(slope);
        return derivative == 0 ? 0 : slope * derivative;
    }

    public Num add(Num b) {
        return chain(v + b.v, this, b, 1, 1, 0, 0, 0);
    }

    public Num subtract(Num b) {
        return chain(v - b.v, this, b, 1, -1, 0, 0, 0);
    }

    public Num multiply(Num b) {
        return chain(v * b.v, this, b, b.v, v, 0, 1, 0);
    }

    public Num divide(Num b) {
        double inverse = 1 / b.v;
        double slope = v * inverse * inverse;
        return chain(v / b.v, this, b, inverse, -slope, 0, -inverse * inverse, 2 * slope * inverse);
    }

    public Num remainder(Num b) {
        double result = v % b.v;
        return chain(result, this, b, 1, -Math.rint((v - result) / b.v), 0, 0, 0);
    }

    public Num negate() {
        return new Num(-v, -d1, -d2, -d12, m1, m2, m12);
    }

    /** Rounds the value to a float. */
    public Num toFloat() {
        return valued((float) v);
    }

    public static Num stop(Num a) {
        return of(a.v);
    }

    /** The first of two that are computed in this order. */
    public static Num first(Num a, Num b) {
        return a;
    }

    public static Num[] zeros(int length) {
        Num[] array = new Num[length];
        java.util.Arrays.fill(array, of(0));
        return array;
    }

    public static Num[][] zeros(int rows, int columns) {
        Num[][] array = new Num[rows][];
        for (int i = 0; i < rows; i++) {
            array[i] = zeros(columns);
        }
        return array;
    }

    public static Num[] copyOf(Num[] array, int length) {
        Num[] copy = zeros(length);
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static Num[] copyOfRange(Num[] array, int from, int to) {
        Num[] copy = java.util.Arrays.copyOfRange(array, from, to);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == null ? of(0) : copy[i];
        }
        return copy;
    }

    public static Slot slot(Num[] array, int index) {
        return new Slot(array, index, array[index], false);
    }

    public static Slot floatSlot(Num[] array, int index) {
        return new Slot(array, index, array[index], true);
    }

    /** An element whose place and old value are known before its new value is computed. */
    public record Slot(Num[] array, int index, Num old, boolean single) {

        public Num add(Num b) {
            return put(old.add(b));
        }

        public Num subtract(Num b) {
            return put(old.subtract(b));
        }

        public Num multiply(Num b) {
            return put(old.multiply(b));
        }

        public Num divide(Num b) {
            return put(old.divide(b));
        }

        public Num remainder(Num b) {
            return put(old.remainder(b));
        }

        /** {@code a[i]++}. */
        public Num after(int step) {
            add(of(step));
            return old;
        }

        private Num put(Num value) {
            return array[index] = single ? value.toFloat() : value;
        }
    }
}
