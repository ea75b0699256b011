package io.github.cotangent.processor.fuzz;

/** The methods of {@code Math} for {@link Num}: the value from {@code Math}, the derivatives from the textbook. */
public final class NumMath {

    private NumMath() {}

    public static Num sin(Num a) {
        double x = a.value();
        return Num.chain(Math.sin(x), a, Math.cos(x), -Math.sin(x));
    }

    public static Num cos(Num a) {
        double x = a.value();
        return Num.chain(Math.cos(x), a, -Math.sin(x), -Math.cos(x));
    }

    public static Num tan(Num a) {
        double y = Math.tan(a.value());
        return Num.chain(y, a, 1 + y * y, 2 * y * (1 + y * y));
    }

    public static Num asin(Num a) {
        double x = a.value();
        double square = 1 - x * x;
        return Num.chain(Math.asin(x), a, 1 / Math.sqrt(square), x / (square * Math.sqrt(square)));
    }

    public static Num acos(Num a) {
        double x = a.value();
        double square = 1 - x * x;
        return Num.chain(Math.acos(x), a, -1 / Math.sqrt(square), -x / (square * Math.sqrt(square)));
    }

    public static Num atan(Num a) {
        double slope = 1 / (1 + a.value() * a.value());
        return Num.chain(Math.atan(a.value()), a, slope, -2 * a.value() * slope * slope);
    }

    public static Num sinh(Num a) {
        double x = a.value();
        return Num.chain(Math.sinh(x), a, Math.cosh(x), Math.sinh(x));
    }

    public static Num cosh(Num a) {
        double x = a.value();
        return Num.chain(Math.cosh(x), a, Math.sinh(x), Math.cosh(x));
    }

    public static Num tanh(Num a) {
        double y = Math.tanh(a.value());
        double slope = 1 - y * y;
        return Num.chain(y, a, slope, -2 * y * slope, 1 + y * y, 2 * Math.abs(y) * (1 + y * y));
    }

    public static Num exp(Num a) {
        double y = Math.exp(a.value());
        return Num.chain(y, a, y, y);
    }

    public static Num expm1(Num a) {
        double y = Math.expm1(a.value());
        return Num.chain(y, a, y + 1, y + 1, Math.abs(y) + 1, Math.abs(y) + 1);
    }

    public static Num log(Num a) {
        double inverse = 1 / a.value();
        return Num.chain(Math.log(a.value()), a, inverse, -inverse * inverse);
    }

    public static Num log10(Num a) {
        double inverse = 1 / a.value();
        return Num.chain(Math.log10(a.value()), a, inverse / Math.log(10), -inverse * inverse / Math.log(10));
    }

    public static Num log1p(Num a) {
        double inverse = 1 / (1 + a.value());
        return Num.chain(Math.log1p(a.value()), a, inverse, -inverse * inverse);
    }

    public static Num sqrt(Num a) {
        double y = Math.sqrt(a.value());
        return Num.chain(y, a, 0.5 / y, -0.25 / (y * a.value()));
    }

    public static Num cbrt(Num a) {
        double y = Math.cbrt(a.value());
        return Num.chain(y, a, 1 / (3 * y * y), -2 / (9 * y * y * a.value()));
    }

    public static Num pow(Num a, Num b) {
        double x = a.value();
        double p = b.value();
        double y = Math.pow(x, p);
        double log = x == 0 ? 0 : Math.log(x);
        double byBase = p == 0 ? 0 : p * Math.pow(x, p - 1);
        double byBases = p == 0 || p == 1 ? 0 : p * (p - 1) * Math.pow(x, p - 2);
        double both = Math.pow(x, p - 1) * (1 + p * log);
        return Num.chain(y, a, b, byBase, y * log, byBases, both, y * log * log);
    }

    public static Num hypot(Num a, Num b) {
        double x = a.value();
        double y = b.value();
        double r = Math.hypot(x, y);
        double cube = r * r * r;
        return Num.chain(r, a, b, x / r, y / r, y * y / cube, -x * y / cube, x * x / cube);
    }

    public static Num atan2(Num a, Num b) {
        double y = a.value();
        double x = b.value();
        double r2 = x * x + y * y;
        double cross = 2 * x * y / (r2 * r2);
        double difference = (y * y - x * x) / (r2 * r2);
        return Num.chain(Math.atan2(y, x), a, b, x / r2, -y / r2, -cross, difference, cross);
    }

    public static Num abs(Num a) {
        return Num.chain(Math.abs(a.value()), a, a.value() < 0 ? -1 : 1, 0);
    }

    public static Num max(Num a, Num b) {
        boolean first = a.value() >= b.value();
        return Num.chain(Math.max(a.value(), b.value()), a, b, first ? 1 : 0, first ? 0 : 1, 0, 0, 0);
    }

    public static Num min(Num a, Num b) {
        boolean first = a.value() <= b.value();
        return Num.chain(Math.min(a.value(), b.value()), a, b, first ? 1 : 0, first ? 0 : 1, 0, 0, 0);
    }

    public static Num copySign(Num a, Num b) {
        double y = Math.copySign(a.value(), b.value());
        boolean same = Math.copySign(1, a.value()) == Math.copySign(1, b.value());
        return Num.chain(y, a, same ? 1 : -1, 0);
    }

    public static Num floor(Num a) {
        return Num.of(Math.floor(a.value()));
    }

    public static Num ceil(Num a) {
        return Num.of(Math.ceil(a.value()));
    }

    public static Num rint(Num a) {
        return Num.of(Math.rint(a.value()));
    }

    public static Num signum(Num a) {
        return Num.of(Math.signum(a.value()));
    }

    public static Num fma(Num a, Num b, Num c) {
        Num derivatives = a.multiply(b).add(c);
        return Num.chain(Math.fma(a.value(), b.value(), c.value()), derivatives, 1, 0);
    }

    public static Num scalb(Num a, int n) {
        return Num.chain(Math.scalb(a.value(), n), a, Math.scalb(1.0, n), 0);
    }

    public static Num toRadians(Num a) {
        return Num.chain(Math.toRadians(a.value()), a, Math.PI / 180, 0);
    }

    public static Num toDegrees(Num a) {
        return Num.chain(Math.toDegrees(a.value()), a, 180 / Math.PI, 0);
    }

    public static Num IEEEremainder(Num a, Num b) {
        double result = Math.IEEEremainder(a.value(), b.value());
        return Num.chain(result, a, b, 1, -Math.rint((a.value() - result) / b.value()), 0, 0, 0);
    }
}
