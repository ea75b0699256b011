package traps;

import io.github.cotangent.Differentiable;

class Typing {
    static final byte SMALL = 100;
    static final char LETTER = 'q';
    static final short SHORT = -7;
    static final float THIRD = 1 / 3f;
    static final long BIG = Integer.MAX_VALUE + 1L;
    static final double NEGATIVE_ZERO = -0.0;
    static final int OVERFLOWN = Integer.MAX_VALUE + 1;

    @Differentiable static double intDivision(double x, int n) { return x * (7 / 2) + n / 2 + (double) n / 2; }
    @Differentiable static double intOverflow(double x, int n) { return x + (n + Integer.MAX_VALUE) * 2; }
    @Differentiable static double longOverflow(double x, long n) { return x + (n + Long.MAX_VALUE) * 3; }
    @Differentiable static double remainder(double x, int n) { return x % 3 + 7.5 % -2 + n % 4 - (-7) % 3; }
    @Differentiable static double chars(double x, int n) { char c = 'a'; c += n; return x + 'a' + 1 + c + (char) (c + 1); }
    @Differentiable static double bytes(double x, int n) { byte b = (byte) (n * 100); short s = (short) (b * 300); b += 1.7; s -= b; return x * b + s; }
    @Differentiable static double shifts(double x, int n, long l) { return x + (n << l) + (l << n) + (n >> 1) + (n >>> 28) + (l >>> 60) + ((byte) n << 30); }
    @Differentiable static double shiftCompound(double x, int n, long l) { n <<= l; l >>>= n; n >>= 2; return x + n + l; }
    @Differentiable static double narrowing(double x, int i) { i -= 3.9; i *= 1.5; i /= 0.3f; return x + i; }
    @Differentiable static double casts(double x, long l, float f) { return (int) x + (long) f + (int) l + (short) l + (byte) l + (char) l + (float) x + (int) (char) (byte) -1; }
    @Differentiable static double conditionalPromotes(double x, int n, float f) { return (n > 0 ? n : f) + (x > 0 ? 1 : 2.0) + 1 / (n > 5 ? 2 : 3); }
    @Differentiable static double conditionalFloat(double x, int n, float f) { double d = x > 0 ? n + 16777217 : f; return d; }
    @Differentiable static double conditionalLong(double x, int n, long l) { return (x > 0 ? n : l) / 2; }
    @Differentiable static double conditionalChar(double x, boolean b) { return x + (b ? 'a' : 98) + (b ? 'a' : 70000); }
    @Differentiable static double conditionalSmall(double x, boolean b) { byte y = 3; short s = 300; return x + (b ? y : s) + (b ? y : 'c'); }
    @Differentiable static double floats(double x, float f, int n) { float g = f * n + 0.1f; g += x; return g * 3 + f / 3 + n / f; }
    @Differentiable static double varLocals(double x, int n) { var a = n / 2; var b = x / 2; var c = 'a'; var d = 1L; for (var i = 0; i < 3; i++) { d += i; } for (var e : new int[] {1, 2}) { a += e; } return a + b + c + d; }
    @Differentiable static double widening(double x, int n) { double d = n; long l = n; float f = n; d += takes(n) + takes('c') + takes(2f); double[] a = {n, 1, 'b', 2L}; a[0] = n; return d / 2 + l + f + a[0] / 2 + a[1] / 2 + a[2] + a[3] + x; }
    static double takes(double d) { return d / 2; }
    static double returnsInt(int i) { return i; }
    @Differentiable static double wideningEach(double x, int n) { double s = 0; for (double w : new int[] {1, n, 3}) { s += w / 2; } for (long l : new int[] {n}) { s += l / 2; } return s * x + returnsInt(3) / 2; }
    @Differentiable static double bits(double x, int n, long l, boolean b) { int k = n & 6 | 1 ^ n; long m = l & n | ~l; boolean c = b & x > 0 | !b ^ n > 1; return k + m + (c ? 1 : 0) + ~n + -(-n) + +n; }
    @Differentiable static double equality(double x, int n, boolean b) { return (n == x ? 1 : 0) + (b == x > 0 ? 2 : 0) + (b != true ? 4 : 0) + (x != x ? 8 : 0) + ('a' == 97 ? 16 : 0); }
    @Differentiable static double constants(double x) { return x * SMALL + LETTER + SHORT + THIRD + BIG + 1 / NEGATIVE_ZERO + OVERFLOWN + Float.MIN_VALUE + Double.NEGATIVE_INFINITY + Character.MAX_VALUE + Byte.MIN_VALUE + Long.MIN_VALUE; }
    @Differentiable static double literals(double x) { return x + 0x10 + 017 + 0b101 + 1_000 + 0x1p-2 + 'A' + '\u0042' + 1e2f + -2147483648 + -9223372036854775808L + 0xFFFFFFFF + 0.1f; }
    @Differentiable static double negativeZero(double x) { return 1 / (x * 0) + 1 / -0.0 + 1 / (0.0 - 0.0) + 1 / (-(0)); }
    @Differentiable static double legacyArrays(double x) { double d[] = {x, 2}, e = 3; d[1] += e; return d[0] * d[1]; }
    @Differentiable static double arrays(double x, int n) { double[] a = new double[(byte) 3]; a[n & 1] = x; a[n & 1] *= 2; int[] k = {1, 2, 3}; k[1] += 2.7; k[2]--; ++k[0]; double[] b = a.clone(); b[0]++; return a[0] + a[1] + b[0] * k[1] + k[0] + k[2] + k.length + a.length; }
    @Differentiable static double elementIsLoadedFirst(double x) { double[] a = {x, 1}; a[0] += change(a); double y = a[1] + change(a); return a[0] + y + change(a) * a[1]; }
    static double change(double[] a) { a[0] = 5; a[1] += 1; return a[1]; }
    @Differentiable static double mathByType(double x, int n, long l, float f) { return Math.abs(n) / 2 + Math.abs(l) / 2 + Math.abs(f) + Math.max(n, l) / 2 + Math.max(n, f) + Math.min('a', n) / 2 + Math.round(x) / 2 + Math.round(f) / 2 + Math.sqrt(n) + Math.pow(n, 2) + Math.floorMod(l, 3) / 2 + Math.signum(f) + Math.scalb(x, n) + Math.max(f, f); }
    @Differentiable static double overloads(double x, int n, long l, float f, double[] a) { byte b = 1; return over(x) + over(n) + over(l) + over(f) + over(a) + over(b) + over('c') + prefers(n) + prefers(b); }
    static double over(double x) { return 1; }
    static double over(double[] x) { return 2; }
    static double over(int x) { return 4; }
    static double over(Object x) { return 8; }
    static double over(float... x) { return 16; }
    static double prefers(long x) { return 100; }
    static double prefers(Integer x) { return 200; }
    static double prefers(int... x) { return 300; }
    @Differentiable static double loops(double x, int n) { n %= 20; double s = 0; for (int i = n; i > 0; --i) s += i; for (int i = 0; 5 > i; i = i + 2) s += i * x; for (int i = 0; i != 3; i++) s++; for (int i = 10; i >= n; i = i - 3) s += i; for (int i = 0, j = 9; i < j; i++, j--) s += j; int k = 3; for (; k > 0; ) { k--; s *= 2; } for (int i = 0; i < 4; i++) { i++; s += i; } return s; }
    @Differentiable static double nested(double x, int n) { double s = 0; for (int i = 0; i < 3; i++) { double t = x; for (int j = i; j < 3; j++) { t += j; while (t > 5 && t < 1e3) { t -= 2.5; s += 1; } } s += t; } do { s /= 2; n--; } while (s > 1 && n > 0); return s + n; }
    @Differentiable static double definite(double x, boolean b) { double y; if (b) { y = 1; } else { y = 2; } double t; for (int i = 0; i < 2; i++) { t = i; y += t; } final double z; z = 3; return x * y + z; }
    @Differentiable static double early(double x, int n) { if (n == 0) return 1; else if (n == 1) { return x; } else if (n == 2) { x += 2; if (x > 3) return 5; return x; } x *= 2; { if (n > 5) return n; } for (int i = 0; i < n; i++) x += i; return x; }
    @Differentiable static double parameters(double x, int n) { n++; x = x * n; x++; return x; }
    @Differentiable static double chain(double x) { return x + 1 - 2 + x * 3 / 4 - -x + (x - (x - 1)) - x / 3 / 3; }
    @Differentiable static double shortCircuits(double x, int n) { boolean b = n != 0 && 10 / n > 2 || x > 0 && !(n > 3); b &= x < 100; b |= n > 5; return b ? 1 + x : x; }
    @Differentiable static double booleanHelper(double x, int n) { return odd(n) ? x : odd(n + 1) ? 2 * x : 0; }
    static boolean odd(int n) { return n % 2 != 0; }
    @Differentiable static double voidHelper(double x, int n) { double[] a = new double[4]; fill(a, x, n); fill(a, 1, 0); return a[0] + a[1] * a[2]; }
    static void fill(double[] a, double x, int n) { if (n <= 0) { return; } for (int i = 0; i < a.length; i++) { a[i] = x + i; } if (n > 2) { a[0] = -1; return; } a[1] = 7; }
    @Differentiable static double returnsFloat(double x, float f) { return single(f) * 3 + x; }
    static float single(double x) { return (float) x / 3; }
}
