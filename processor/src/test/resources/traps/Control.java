package traps;

import io.github.cotangent.Differentiable;

class Control {
    static final int ONE = 1;
    static final boolean FOREVER = true;

    // Returns.
    @Differentiable static double nestedReturn(double x, int n) { if (x > 0) { if (n > 1) { return 7 * x; } x = x + 3; } return x * n; }
    @Differentiable static double returnsEverywhere(double x, int n) { double y = 1; if (n > 0) { if (n == 1) return x; if (n == 2) { y = x; } else if (n == 3) { return y + x; } else { y += 2; } y *= 3; } else { if (x > 0) return -x; } y += x; if (y > 3) { if (n < 7) return y; y--; } return y * x; }
    @Differentiable static double returnInFor(double x, int n) { for (int i = 0; i < n; i++) { if (i * x > 20) return i * x; } return -1; }
    @Differentiable static double returnInForeach(double x, double[] a) { for (double v : a) if (v > x) return v * x; return x; }
    @Differentiable static double returnInWhile(double x, int n) { n %= 50; while (n > 0) { x += 1; if (x > 12) { return x * n; } n--; } return x; }
    @Differentiable static double returnInDo(double x, int n) { n %= 50; do { x += 2; if (n == 5) return x; n--; } while (n > 0); return x + n; }
    @Differentiable static double returnInNested(double x, int n) { n %= 9; double s = 0; for (int i = 0; i < n; i++) { for (int j = 0; j <= i; j++) { s += x * j; if (s > 30) return s + i + j; } s -= 1; } return s; }
    @Differentiable static double returnsFirst(double x, double[] a) { for (double v : a) { return v + x; } return 0; }
    @Differentiable static double returnsTwice(double x, int n) { n %= 30; for (int i = 0; i < n; i++) { if (i == 7) return x; if (i * x > 5) { x += 1; return x * x; } } for (int i = n; i > 0; i--) { if (x > i) return i; x++; } return 3; }
    @Differentiable static double voidReturns(double x, int n) { double[] a = {x, 1, 2}; early(a, n); return a[0] * a[1] + a[2]; }
    static void early(double[] a, int n) { for (int i = 0; i < a.length; i++) { if (i == n) return; if (n > 5) { a[i] *= 2; if (i == 1) return; } a[i] += n; } a[0] = 0; }
    @Differentiable static double helperReturns(double x, double[] a) { return find(a, x) * 2 + find(a, 1) + find(a, 1e9); }
    static int find(double[] a, double x) { for (int i = 0; i < a.length; i++) { if (a[i] >= x) { return i; } } return -1; }
    @Differentiable static double sameArray(double x, int n) { double[] a = filled(x, n); return a[0] + 2 * a[1] + 3 * a[2]; }
    static double[] filled(double x, int n) { double[] a = new double[3]; for (int i = 0; i < 3; i++) { if (i > n) return a; a[i] = x + i; } if (x > 3) { a[0] = 9; return a; } return a; }

    // Break and continue.
    @Differentiable static double breaks(double x, int n) { n %= 40; double s = 0; int k = 0; for (int i = 0; i < n; i++) { s += x; k = i; if (s > 10) break; s += 0.5; } return s * k; }
    @Differentiable static double breakFirst(double x, int n) { n %= 40; double s = 0; for (int i = 0; i < n; i++) { if (i == 4) break; s += x * i; } return s; }
    @Differentiable static double breakInElse(double x, int n) { n %= 40; for (int i = n; i >= 0; i -= 3) { if (x < 20) { x += i; } else { x -= 1; break; } x++; } return x; }
    @Differentiable static double breakDeep(double x, int n) { n %= 40; double s = 0; for (int i = 0; i < n; i++) { if (i > 2) { s++; if (s > x) { s = 100; break; } s += 2; } s += x; } return s; }
    @Differentiable static double alwaysBreaks(double x, int n) { for (int i = 0; i < n; i++) { x += i + 1; break; } while (n > 0) { if (x > 2) { x = 1; break; } else { x = 2; break; } } return x; }
    @Differentiable static double continues(double x, int n) { n %= 40; double s = 0; for (int i = 0; i < n; i++) { if (i % 3 == 1) continue; s += x * i; } return s; }
    @Differentiable static double continueDeep(double x, int n) { n %= 40; double s = 0; for (int i = 0; i < n; i++) { if (i % 2 == 0) { s += 1; if (i % 3 == 0) { continue; } s *= 1.5; } s += x; } return s; }
    @Differentiable static double continueWithUpdate(double x, int n) { n %= 40; double s = 0; for (int i = 0, j = 0; i < n; i++, j += 2) { if (i == 2) continue; s += j * x; } return s; }
    @Differentiable static double continueAndBreak(double x, int n) { n %= 40; double s = 0; int j = 0; for (int i = 0; i < n; i++, j += i) { if (i == 1) continue; if (s > 20) break; s += x + j; } return s + j; }
    @Differentiable static double continueInWhile(double x, int n) { n %= 40; while (n-- > 0) { if (n == 3) { x += 100; continue; } x -= n; } return x; }
    @Differentiable static double continueInDo(double x, int n) { n %= 40; do { n--; if (n % 2 == 0) continue; x += n; if (x > 40) break; } while (n > 0 && x < 50); return x * n; }
    @Differentiable static double continueInForeach(double x, double[] a) { double s = 0; for (double v : a) { if (v < 0) continue; s += v * x; } return s; }
    @Differentiable static double breakInForeach(double x, double[] a) { double s = 0; for (double v : a) { s += v; if (v < x) break; s *= 2; } return s; }
    @Differentiable static double labels(double x, int n) { n %= 9; double s = 0; outer: for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) { if (j == 3) continue outer; if (i == 5 && x > 0) break outer; if ((i + j) % 4 == 3) break; s += x * i - j; } s += 0.25; } return s; }
    @Differentiable static double labeledWhile(double x, int n) { n %= 30; int k = 0; outer: while (true) { k++; inner: do { x += 0.5; if (x > 9 + k) break outer; if (k % 3 == 1) continue outer; if (k % 5 == 2) break inner; if (k > n) return x; } while (x < k); x -= 0.125; } return x * k; }
    @Differentiable static double labeledBlock(double x, int n) { double y; block: { if (n > 3) { y = 1; break block; } if (x > 0) { if (n == 1) { y = 2; break block; } x *= 2; } y = x; } return y + x; }
    @Differentiable static double blocksInBlocks(double x, int n) { a: { b: { c: { if (n == 0) break a; if (n == 1) break b; if (n == 2) break c; x += 1; } x += 10; if (x > 15) break a; x += 100; } x += 1000; } return x; }
    @Differentiable static double labeledIf(double x, int n) { l: if (n > 1) { if (x > 0) break l; x += 5; } else { x -= 1; break l; } return x; }
    @Differentiable static double breakFromBlockInLoop(double x, int n) { n %= 20; double s = 0; for (int i = 0; i < n; i++) { skip: { if (i % 2 == 0) break skip; if (i == 7) break; s += x; } s += i; } return s; }
    @Differentiable static double declaredLater(double x, int n) { n %= 20; double s = 0; for (int i = 0; i < n; i++) { double t; if (i == 2) continue; if (i > 3) { t = x; } else { if (i == 3) { t = 2; } else break; } s += t; } return s; }

    // Loops without a condition.
    @Differentiable static double endless(double x) { while (true) { x += 1; if (!(x < 10)) break; } return x; }
    @Differentiable static double endlessFor(double x, int n) { for (int i = 0; ; i++) { if (i > 20 || x > n) return x + i; x += 0.75; } }
    @Differentiable static double endlessDo(double x, int n) { do { x++; if (x > n % 50 || x != x) break; } while (true); return x; }
    @Differentiable static double endlessConstant(double x, int n) { double last; int k = 0; while (FOREVER) { last = x; x = (x + 2 / x) / 2; if (k++ > 6) { break; } } return last - x * n; }
    @Differentiable static double firstInLoop(double x, int n) { double y; int k = 0; do { y = x * k; k++; } while (k < n % 10); double z; for (;;) { z = y + k; if (k > 3) break; k++; } return y + z; }
    @Differentiable static double endlessReturnsOnly(double x, int n) { int i = 0; while (true) { if (i == 3) { return x; } else if (x > 5) { return i; } i++; x += n % 7; } }
    @Differentiable static double endlessOnce(double x) { while (true) { x *= 2; break; } for (;;) { return x + 1; } }

    // Switches.
    @Differentiable static double oldSwitch(double x, int n) { double y = 0; switch (n) { case 0: y = x; break; case 1: case 2: y = 2 * x; break; case -3: return 3; default: y = -x; } return y; }
    @Differentiable static double fallsThrough(double x, int n) { switch (n) { case 0: x += 1; case 1: x *= 2; case 2: { x -= 3; break; } case 3: x = 7; case 40: x++; } return x; }
    @Differentiable static double defaultInTheMiddle(double x, int n) { switch (n) { case 1: x += 1; default: x *= 2; case 2: x -= 0.5; if (x > 3) break; x -= 1; case 3: x += 100; break; case 7: x = 0; } return x; }
    @Differentiable static double defaultFirst(double x, int n) { switch (n + 1) { default: return 1; case 1: break; case 2: case 3: x++; } return x; }
    @Differentiable static double arrowSwitch(double x, int n) { double y = 1; switch (n) { case 1, 2 -> y = x; case 3 -> { if (x > 0) break; y = -1; } case 7 -> { return 8; } default -> y++; } return y; }
    @Differentiable static double emptySwitch(double x, int n) { switch (n++) { } switch (n) { default: } switch (n++) { case 1: } return x + n; }
    @Differentiable static double switchOnChar(double x, int n) { char c = (char) ('a' + n); byte b = (byte) n; short s = (short) n; double y = 0; switch (c) { case 'a': y += 1; break; case 'b': case 'a' + 2: y += 2; } switch (b) { case ONE: y += 4; break; case (byte) 3: y += 8; } switch (s) { case ONE + 2 -> y += 16; case -3 -> y += 32; default -> {} } return x + y; }
    @Differentiable static double switchInLoop(double x, int n) { n %= 30; double s = 0; loop: for (int i = 0; i < n; i++) { switch (i % 5) { case 0: continue; case 1: s += x; break; case 2: s += 2; case 3: if (s > 9) break loop; s++; break; default: if (x > 5) return s * i; s -= 0.5; } s += 0.125; } return s; }
    @Differentiable static double breakInNestedSwitch(double x, int n) { switch (n) { case 1: switch ((int) x) { case 2: x = 5; break; case 3: x = 6; default: x++; } x += 10; break; case 2: for (int i = 0; i < 5; i++) { if (i == 3) break; x += i; } case 3: x -= 1; } return x; }
    @Differentiable static double switchValue(double x, int n) { double y = switch (n) { case 0 -> x; case 1, 2 -> 2; case 3 -> { double t = x * x; yield t + 1; } default -> { if (x > 0) yield x / 2; x++; yield n; } }; return y + x; }
    @Differentiable static double oldSwitchValue(double x, int n) { int k = switch (n) { case 0: x++; case 1: if (x > 1) yield 5; case 2: yield 6; default: for (int i = 0; i < 5; i++) { if (i * x > 2) yield i; } yield -1; }; return k * x; }
    @Differentiable static double switchTargets(double x, int n, float f) { double d = switch (n) { case 1 -> 16777217; case 2 -> f; default -> 7 / 2; }; var v = switch (n) { case 1 -> 16777217; case 2 -> x; default -> 7 / 2; }; double e = 1 + switch (n) { case 1 -> 7; default -> 2L; } / 2; double c = n > 0 ? (switch (n) { case 1 -> 0.1f; default -> f; }) : 0.1f; return d + v + e + c + x; }
    @Differentiable static double switchArguments(double x, int n) { return half(switch (n) { case 1 -> 3; default -> 5; }) + Math.max(switch (n) { case 1 -> x; default -> 2.0; }, 1) + new double[] {1, 2, switch (n) { case 1 -> 3; default -> x; }}[switch (n) { case 0 -> 1; default -> 2; }]; }
    static double half(double x) { return x / 2; }
    @Differentiable static double switchReturned(double x, int n) { return (switch (n) { case 1 -> 7 / 2; case 2 -> 'a'; default -> x; }); }
    @Differentiable static double switchOfSwitch(double x, int n) { double y; y = switch (n) { case 1 -> switch ((int) x) { case 2 -> 3; default -> x; }; default -> { int k = switch (n % 3) { case 0 -> { yield 4; } default -> 5; }; yield k * x; } }; y += switch (n) { case 1 -> 1; default -> 2; }; boolean b = switch (n) { case 1 -> x > 0; default -> false; }; return b ? y : -y; }

    // Assignments in expressions.
    @Differentiable static double chained(double x, int n) { double a, b; int k; a = b = k = n / 2; a += b -= x; return a * b + k; }
    @Differentiable static double increments(double x, int n) { int i = n++ + ++n; int j = i-- - --i; double d = x++ * 2; d += x-- + --x; byte b = 127; int c = b++; n += n++ + n; return x + n + i * 3 + j * 5 + d + b + c; }
    @Differentiable static double elements(double x) { double[] a = {x, 2, 3}; double[] y = new double[4]; int i = 0, j = 3; y[i++] = a[--j]; y[i++] = a[--j] + i; y[i] = i = 0; y[3] = a[i]++ + ++a[i] + (a[1] -= 3); double z = y[++i] *= 2; return y[0] + 10 * y[1] + 100 * y[2] + y[3] + z + a[0] * a[1]; }
    @Differentiable static double operandsInOrder(double x, int n) { double y = x + (x = 3) * x - (x += 2); int k = n; k = k++ + k; k += k++ * ++k; int[] m = {1, 2, 3}; int q = 0; m[q] = q = 2; m[q] += q = 1; return y * x + k + m[0] * 7 + m[1] * 11 + m[2] * 13 + q; }
    @Differentiable static double inShortCircuit(double x, int n) { int k = 0; boolean b = n > 0 && k++ < 1 || (x = 4) > 3 && ++k > 1; if (n > 1 && (k += 2) > 2 | k++ > 5) { x++; } return x + k * 10 + (b ? 100 : 0); }
    @Differentiable static double inConditional(double x, int n) { double y = n > 0 ? x++ : (x = 2 * x); double z; double w = n > 1 && (z = x + 1) > 0 ? z : 5; return y + 10 * x + w; }
    @Differentiable static double inWhile(double x, int n) { double r; int k = 0; while ((r = x / 2 - k) > 1 && k < 50) { k++; x -= r / 8; } return r + x * k; }
    @Differentiable static double inWhileWithJumps(double x, int n) { int k = n % 40; double r = 0; while (k-- > 0) { if (k == 5) continue; r += x; if (r > 25) break; if (k == 20) return r; } for (int i = 0; i++ < 5; ) { r += i; if (i == 3) continue; r *= 2; } return r + k; }
    @Differentiable static double inDo(double x, int n) { int k = 0; do { x += k; if (k == 4) continue; x -= 0.5; } while (++k < n % 10); return x * k; }
    @Differentiable static double inForHeader(double x, int n) { int k; double s = 0; for (int i = k = n % 9, j = 0; (j += 2) < i + k; s += i--) { s += x; if (s > 40) break; } return s + k; }
    @Differentiable static double changingCondition(double x, int n) { double[] a = {x, n % 10}; int k = 0; while (next(a) > 0) { k++; if (a[0] > 30) break; } return a[0] + k; }
    static double next(double[] a) { a[0] += 1; return a[1]--; }
    @Differentiable static double inArguments(double x, int n) { return sum(n++, n, x++, x) + sum(n, n += 2, x = 1, x); }
    static double sum(int a, int b, double c, double d) { return a + 3 * b + 5 * c + 7 * d; }
    @Differentiable static double inSwitch(double x, int n) { switch (n++) { case 1 -> x += n; default -> x -= n; } double y = switch (n--) { case 2 -> { x += 1; yield x++; } default -> x = 3; }; return x + 10 * y + n; }
    @Differentiable static double unevaluated(double x, int n) { for (int i = 0; i < 3; i++) { if (n == 0) break; x += 12 / n; } for (int i = 5; n != 0 && 6 / n < i; i--) { if (i == 2) break; x += 1; } int[] a = {3, 2, 1, 0}; int i = 0; while (12 / a[i] < 9) { if (a[++i] == 1) break; x++; } return x; }
    @Differentiable static double newton(double x, int n) { double y = 1; for (int i = 0; i < 50; i++) { double step = (y * y - Math.abs(x)) / (2 * y); y -= step; if (Math.abs(step) < 1e-12) break; } return y; }
}
