package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Operators, conversions and assignments. */
final class Arithmetic {

    private Arithmetic() {}

    private static final double SCALE = 0.5;

    @At({"2", "-0.75", "0"})
    @Differentiable
    static double identity(double x) {
        return x;
    }

    @At({"1.5; 2", "-0.5; 0"})
    @Differentiable
    static double sum(double x, double y) {
        return x + y;
    }

    @At({"1.5; 2", "-0.5; 0"})
    @Differentiable
    static double difference(double x, double y) {
        return x - y;
    }

    @At({"1.5; 2", "-0.5; 0", "0; 0"})
    @Differentiable
    static double product(double x, double y) {
        return x * y;
    }

    @At({"1.5; 2", "0; -0.3", "-7; 1e3"})
    @Differentiable
    static double quotient(double x, double y) {
        return x / y;
    }

    @At({"7.3; 2.1", "-7.3; 2.1", "7.3; -2.1", "0.4; 3"})
    @Differentiable
    static double remainder(double x, double y) {
        return x % y;
    }

    @At({"0.3", "-2"})
    @Differentiable
    static double signs(double x) {
        return -(-x) * +x - -x;
    }

    @At({"3", "-0.5", "0"})
    @Differentiable
    static double usedTwice(double x) {
        return x * x + x;
    }

    @At({"2; 3", "-1; 1"})
    @Differentiable
    static double squareOfSum(double x, double y) {
        double sum = x + y;
        return sum * sum;
    }

    @At({"2; 3", "0; -4"})
    @Differentiable
    static double unusedParameter(double x, double unused) {
        return 3 * x;
    }

    @At({"2; 3", "0; -4"})
    @Differentiable
    static double constantResult(double x, double y) {
        return 42;
    }

    @At({"2; 3", "0.5; -4"})
    @Differentiable
    static double deadCode(double x, double y) {
        double dead = Math.log(-1 - x * x) / y;
        double alive = x * y;
        dead = dead + alive;
        alive = alive * x;
        dead *= 2;
        return alive;
    }

    @At({"0.25; 3", "-2; 0.5"})
    @Differentiable
    static double shadowedNames(double x, double y) {
        double SCALE = x * y;
        double result = SCALE * Arithmetic.SCALE;
        {
            double inner = result * x;
            result += inner;
        }
        {
            double inner = result * y;
            result -= inner;
        }
        return result * SCALE;
    }

    @At({"0.3; 1.7; -0.4", "1; 0; 2"})
    @Differentiable
    static double longChain(double a, double b, double c) {
        return a
                + b
                - c
                + a * b
                + b * c
                - a * c
                + a * a
                - b * b
                + c * c
                + 1
                + a
                - 2 * b
                + 3 * c
                - a * b * c
                + a / 2
                + b / 3
                - c / 4
                + (a - (b - (c - (a - (b - c))))) * a;
    }

    @At({"0.3; 1.7", "-1; 3"})
    @Differentiable
    static double sharedSubexpression(double x, double y) {
        return (x * y + 1) * (x * y + 1) / (x * y + 2);
    }

    @At({"1.5; 7; 2", "-0.5; -7; 2", "0.25; 7; -3", "2; 1; 5"})
    @Differentiable
    static double intDivision(double x, int n, int m) {
        return x * (n / m) + x * x * (n % m);
    }

    @At({"1.5; 2.5; 7; 123456789012; true", "-0.5; 0.25; -3; 5; false"})
    @Differentiable
    static double mixedPromotion(double x, double y, int i, long l, boolean flag) {
        short s = 3;
        byte b = -2;
        char c = 'a';
        float f = 0.5f;
        return x * i + y * (l % 1000) + x * (s + b) / (c - 90) + (flag ? f : i) * x * y + 'b' * x + (i + l) / 7 * y;
    }

    @At({"1.5; 9; 70000", "-0.75; 200; -1"})
    @Differentiable
    static double casts(double x, int i, long l) {
        return x * (byte) i
                + x * x * (short) l
                + (char) i * x
                + x * (float) 0.1
                + (int) 3.99 * x
                + (long) -2.5 * x
                + (double) i / 4 * x;
    }

    @At(
            value = {"1.25; 2.5", "-3.75; 0.5"},
            kinks = {"2; 2"})
    @Differentiable
    static double castOfActive(double x, double y) {
        int whole = (int) x;
        return (x - whole) * y + (long) y * x;
    }

    @At({"1.5; 0.75", "-0.5; 2.25"})
    @Differentiable
    static double compound(double x, double y) {
        double z = x;
        z += y;
        z *= x;
        z -= y * y;
        z /= 1 + x * x;
        z %= 50;
        z *= z;
        return z;
    }

    @At({"1.5; 4", "-0.5; 9"})
    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static double compoundNarrowing(double x, int n) {
        int i = n;
        i += 3.9;
        i *= 1.5;
        byte b = 100;
        b += 100;
        short s = 7;
        s /= 2.0;
        char c = 'x';
        c -= 1.5;
        long l = n;
        l -= 0.5f;
        int shifted = 1;
        shifted <<= 3L;
        return x * i + x * x * b + s * x + c * x + l * x + shifted * x;
    }

    @At({"1.5; 4", "-0.5; 0"})
    @Differentiable
    static double increments(double x, int n) {
        double y = x;
        y++;
        ++y;
        y *= x;
        y--;
        --y;
        int i = n;
        i++;
        --i;
        ++i;
        i--;
        i++;
        byte b = 127;
        b++;
        return y * y * i + b * x;
    }

    @At({"[8]; 5", "[8]; 2", "[8]; 0"})
    @Differentiable
    static double bits(double[] a, int k) {
        int i = k & 3;
        int j = (k << 1 | 1) & 7;
        int m = (k ^ 5) & 7;
        int n = ~k & 7;
        int o = -k >>> 29;
        int p = -k >> 31 & 1;
        long q = 1L << k >> 2;
        return a[i] * a[j] + a[m] * a[n] * 2 + a[o] * a[p] + a[(int) q & 7];
    }

    @At({"1.5; 2147483647; 9223372036854775807", "0.5; -2147483648; -9223372036854775808"})
    @Differentiable
    static double overflow(double x, int i, long l) {
        int wrapped = i + i;
        long longer = l + 1;
        return x * (i * 31 >>> 20) + x * wrapped + x * x * (longer >>> 60) + x * -i;
    }

    @At({"0.5; true; false", "0.5; true; true", "-2; false; false"})
    @Differentiable
    static double logic(double x, boolean p, boolean q) {
        boolean either = p | q;
        boolean both = p & q;
        boolean one = p ^ q;
        boolean none = !p && !q;
        either &= true;
        both |= false;
        return (either ? x : 1) * (both ? x * x : 2) + (one ? x / 3 : x * 5) + (none ? x : -x) + (p == q ? x * x : x);
    }

    @At(
            value = {"1.5; 2.25", "-0.5; 0.75"},
            single = true)
    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static double floatLocals(double x, double y) {
        float f = (float) x;
        float g = f * f + 0.1f;
        g += y;
        double back = g * (float) y;
        return back * x;
    }

    @At(
            value = {"1.5; 2.25", "-0.5; 0.75"},
            single = true)
    @Differentiable
    static double floatMath(float x, double y) {
        float larger = Math.max(x, 0.25f);
        return Math.abs(x) * y + Math.sqrt(larger) + Math.fma(x, x, larger) - Math.min(x, 2f) * y;
    }

    @At({"0.3; 0.4", "-2; 1e-3", "3e5; -7"})
    @Differentiable
    static double nearlyCancelling(double x, double y) {
        double a = x + y;
        double b = a - x;
        return b * b + (a * a - x * x);
    }

    @At({"0.5; 2", "1e-3; -1"})
    @Differentiable
    static double literals(double x, double y) {
        return 1e-5 * x
                + 0x1p-3 * y
                + 1_000.5 * x * y
                + .5f * x
                + 07 * y
                + 0b101 * x
                + 1e300 * (x * 1e-300)
                + '\n' * y
                + 5L * x;
    }

    @At({"0.5", "-3"})
    @Differentiable
    static double zeros(double x) {
        double plus = 0.0 * x;
        double minus = -0.0 * x;
        return (plus + minus) * x + (x - x) * 3 + x * 0 + 1 * x + x / 1;
    }

    @At({"0.5; 1.5; 2", "1; -1; 3"})
    @Differentiable
    static double reassigned(double x, double y, double z) {
        double t = x;
        t = t * y;
        t = t + z;
        double u = t;
        t = t * t;
        u = u - t * x;
        x = y * u;
        y = x * z;
        return x + y + t;
    }

    @At({"0.5", "1.5"})
    @Differentiable
    static double declaredLater(double x) {
        double a, b;
        b = x * x;
        a = b + x;
        final double c = a * b;
        var d = c - a;
        return d * b;
    }
}
