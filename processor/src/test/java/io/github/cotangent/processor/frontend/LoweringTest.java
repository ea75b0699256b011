package io.github.cotangent.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Compiler;
import org.junit.jupiter.api.Test;

/** Java text and the typed code that it becomes. */
class LoweringTest {

    private static final String AROUND = """
            import io.github.cotangent.Differentiable;

            class L {
                static final double K = 2.5;
                private static final int N = 3;
                static final double ROOT = Math.sqrt(K);
                static double twice(double v) {
                    return 2 * v;
                }
                static void fill(double[] a, double v) {
                    for (int i = 0; i < a.length; i++) {
                        a[i] = v;
                    }
                }
                static double[] pair(double a, double b) {
                    return new double[] {a, b};
                }
                static boolean positive(double v) {
                    return v > 0;
                }
                static double clip(double v) {
                    if (v < 0) {
                        return 0;
                    }
                    if (v > 1) {
                        return 1;
                    }
                    return v;
                }

                @Differentiable
                %s
            }
            """;

    private static void assertLowered(String method, String expected) {
        Compiler.Result result = Compiler.of(AROUND.formatted(method)).lenient().lower();
        assertThat(result.messages()).isEmpty();
        assertThat(result.methods())
                .singleElement()
                .satisfies(lowered -> assertThat(lowered.primal().toString()).isEqualTo(expected));
    }

    @Test
    void shortCircuitLeavesTheSecondOperandUnevaluated() {
        assertLowered("""
                static double shortCircuit(double x, int n) {
                    return n != 0 && 6 / n > 1 || x > 0 ? x : -x;
                }
                """, """
                shortCircuit(x: double, n: int) {
                  %0 = 0
                  %1: boolean = not_equal n, %0
                  %2 = if %1 {
                    %3 = 6
                    %4 = divide %3, n
                    %5 = 1
                    %6: boolean = greater %4, %5
                    yield %6
                  } else {
                    %7 = false
                    yield %7
                  }
                  %8 = if %2 {
                    %9 = true
                    yield %9
                  } else {
                    %10 = 0.0
                    %11: boolean = greater x, %10
                    yield %11
                  }
                  %12 = if %8 {
                    yield x
                  } else {
                    %13 = negate x
                    yield %13
                  }
                  return %12
                }
                """);
    }

    @Test
    void branchHandsOnWhatEitherSideChanges() {
        assertLowered("""
                static double branches(double x) {
                    double y;
                    double z = 1;
                    if (x > 0) {
                        y = x;
                        z = 2;
                        double w = 3;
                    } else {
                        y = -x;
                    }
                    return y * z;
                }
                """, """
                branches(x: double) {
                  %0 = 1.0
                  %1 = 0.0
                  %2: boolean = greater x, %1
                  y, z = if %2 {
                    %3 = 2.0
                    %4 = 3.0
                    yield x, %3
                  } else {
                    y.1 = negate x
                    yield y.1, %0
                  }
                  %5 = multiply y, z
                  return %5
                }
                """);
    }

    @Test
    void restOfTheMethodIsTheOtherSideOfAnEarlyReturn() {
        assertLowered("""
                static double early(double x) {
                    if (x < 0) {
                        return 0;
                    }
                    double y = x * x;
                    if (y > 9) {
                        y = 9;
                    } else return y;
                    return y + 1;
                }
                """, """
                early(x: double) {
                  %0 = 0.0
                  %1: boolean = less x, %0
                  %2 = if %1 {
                    %3 = 0.0
                    yield %3
                  } else {
                    y = multiply x, x
                    %4 = 9.0
                    %5: boolean = greater y, %4
                    %6 = if %5 {
                      %7 = 9.0
                      %8 = 1.0
                      %9 = add %7, %8
                      yield %9
                    } else {
                      yield y
                    }
                    yield %6
                  }
                  return %2
                }
                """);
    }

    @Test
    void callsOfTheClassAreInlined() {
        assertLowered("""
                static double calls(double x) {
                    double y = clip(twice(x));
                    double[] p = pair(x, y);
                    fill(p, y);
                    return positive(x) ? p[1] : p[0];
                }
                """, """
                calls(x: double) {
                  %0 = 2.0
                  %1 = multiply %0, x
                  %2 = 0.0
                  %3: boolean = less %1, %2
                  y = if %3 {
                    %4 = 0.0
                    yield %4
                  } else {
                    %5 = 1.0
                    %6: boolean = greater %1, %5
                    y.1 = if %6 {
                      %7 = 1.0
                      yield %7
                    } else {
                      yield %1
                    }
                    yield y.1
                  }
                  %8 = 2
                  p: double[] = new_array %8
                  %9 = 0
                  store p, %9, x
                  %10 = 1
                  store p, %10, y
                  %11 = 0
                  %12: int = length p
                  for i from %11 less %12 step 1 {
                    store p, i, y
                    yield
                  }
                  %13 = 0.0
                  %14: boolean = greater x, %13
                  %15 = if %14 {
                    %16 = 1
                    %17: double = load p, %16
                    yield %17
                  } else {
                    %18 = 0
                    %19: double = load p, %18
                    yield %19
                  }
                  return %15
                }
                """);
    }

    @Test
    void countedLoopMayGoDown() {
        assertLowered("""
                static double down(double[] x) {
                    double s = 0;
                    for (int i = x.length - 1; i >= 0; i -= 2) s += x[i];
                    return s;
                }
                """, """
                down(x: double[]) {
                  %0 = 0.0
                  %1: int = length x
                  %2 = 1
                  i = subtract %1, %2
                  %3 = 0
                  s = for i.1 from i greater_equal %3 step -2 with (s.1 = %0) {
                    %4: double = load x, i.1
                    s.2 = add s.1, %4
                    yield s.2
                  }
                  return s
                }
                """);
    }

    @Test
    void loopOverARowIsCounted() {
        assertLowered("""
                static double row(double[][] a) {
                    double s = 0;
                    for (int j = 0; j < a[1].length; j++) s += a[1][j];
                    return s;
                }
                """, """
                row(a: double[][]) {
                  %0 = 0.0
                  %1 = 0
                  %2 = 1
                  %3: double[] = load a, %2
                  %4: int = length %3
                  s = for j from %1 less %4 step 1 with (s.1 = %0) {
                    %5 = 1
                    %6: double[] = load a, %5
                    %7: double = load %6, j
                    s.2 = add s.1, %7
                    yield s.2
                  }
                  return s
                }
                """);
    }

    @Test
    void loopWhoseBoundChangesIsAWhileLoop() {
        assertLowered("""
                static double changing(double[] x, int n) {
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        s += x[i];
                        n--;
                    }
                    return s;
                }
                """, """
                changing(x: double[], n: int) {
                  %0 = 0.0
                  %1 = 0
                  n.1, s, i = while with (n.2 = n, s.1 = %0, i.1 = %1) {
                    %2: boolean = less i.1, n.2
                    test %2
                  } do (n.3: int, s.2: double, i.2: int) {
                    %3: double = load x, i.2
                    s.3 = add s.2, %3
                    %4 = 1
                    n.4 = subtract n.3, %4
                    %5 = 1
                    i.3 = add i.2, %5
                    yield n.4, s.3, i.3
                  }
                  return s
                }
                """);
    }

    @Test
    void loopWithALongIndexIsAWhileLoop() {
        assertLowered("""
                static double longs(double x, long n) {
                    for (long i = 0; i < n; i++) {
                        x *= x;
                    }
                    return x;
                }
                """, """
                longs(x: double, n: long) {
                  %0 = 0L
                  x.1, i = while with (x.2 = x, i.1 = %0) {
                    %1: boolean = less i.1, n
                    test %1
                  } do (x.3: double, i.2: long) {
                    x.4 = multiply x.3, x.3
                    %2 = 1L
                    i.3 = add i.2, %2
                    yield x.4, i.3
                  }
                  return x.1
                }
                """);
    }

    @Test
    void doLoopCarriesWhetherToGoOn() {
        assertLowered("""
                static double doing(double x) {
                    do {
                        x /= 2;
                    } while (x > 1);
                    return x;
                }
                """, """
                doing(x: double) {
                  %0 = true
                  again, x.1 = while with (again.1 = %0, x.2 = x) {
                    test again.1
                  } do (again.2: boolean, x.3: double) {
                    %1 = 2.0
                    x.4 = divide x.3, %1
                    %2 = 1.0
                    %3: boolean = greater x.4, %2
                    yield %3, x.4
                  }
                  return x.1
                }
                """);
    }

    @Test
    void compoundAssignmentNarrows() {
        assertLowered("""
                static double compound(double x, int i, long l, boolean b) {
                    i += 1.7;
                    i <<= l;
                    l -= 3.9f;
                    b &= x > 0;
                    b ^= i > 2;
                    double[] a = new double[5];
                    a[i % 5] -= 2;
                    a[1]++;
                    x %= 3;
                    byte small = 10;
                    small += 300;
                    return b ? x + i + l + small + a[0]: x;
                }
                """, """
                compound(x: double, i: int, l: long, b: boolean) {
                  %0: double = cast i
                  %1 = 1.7
                  %2 = add %0, %1
                  i.1: int = cast %2
                  i.2 = shift_left i.1, l
                  %3: float = cast l
                  %4 = 3.9f
                  %5 = subtract %3, %4
                  l.1: long = cast %5
                  %6 = 0.0
                  %7: boolean = greater x, %6
                  b.1 = and b, %7
                  %8 = 2
                  %9: boolean = greater i.2, %8
                  b.2 = xor b.1, %9
                  %10 = 5
                  a: double[] = new_array %10
                  %11 = 5
                  %12 = remainder i.2, %11
                  %13: double = load a, %12
                  %14 = 2.0
                  %15 = subtract %13, %14
                  store a, %12, %15
                  %16 = 1
                  %17: double = load a, %16
                  %18 = 1.0
                  %19 = add %17, %18
                  store a, %16, %19
                  %20 = 3.0
                  x.1 = remainder x, %20
                  %21 = 10
                  %22: int = cast %21
                  %23 = 300
                  %24 = add %22, %23
                  small: byte = cast %24
                  %25 = if b.2 {
                    %26: double = cast i.2
                    %27 = add x.1, %26
                    %28: double = cast l.1
                    %29 = add %27, %28
                    %30: double = cast small
                    %31 = add %29, %30
                    %32 = 0
                    %33: double = load a, %32
                    %34 = add %31, %33
                    yield %34
                  } else {
                    yield x.1
                  }
                  return %25
                }
                """);
    }

    @Test
    void constantsKeepTheirNamesWhereTheCompanionSeesThem() {
        assertLowered("""
                static double constants(double x) {
                    return x * K + N + ROOT + Math.PI - 'a' + Integer.MAX_VALUE + 1e-3f + Double.NaN - -2;
                }
                """, """
                constants(x: double) {
                  %0 = L.K (2.5)
                  %1 = multiply x, %0
                  %2 = 3
                  %3: double = cast %2
                  %4 = add %1, %3
                  %5 = L.K (2.5)
                  %6 = sqrt %5
                  %7 = add %4, %6
                  %8 = java.lang.Math.PI (3.141592653589793)
                  %9 = add %7, %8
                  %10 = 97.0
                  %11 = subtract %9, %10
                  %12 = java.lang.Integer.MAX_VALUE (2147483647)
                  %13: double = cast %12
                  %14 = add %11, %13
                  %15 = 0.0010000000474974513
                  %16 = add %14, %15
                  %17 = java.lang.Double.NaN (NaN)
                  %18 = add %16, %17
                  %19 = -2.0
                  %20 = subtract %18, %19
                  return %20
                }
                """);
    }

    @Test
    void forEachLoadsAndWidens() {
        assertLowered("""
                static double each(double x, int[] ks) {
                    double s = 0;
                    for (double k : ks) {
                        k *= x;
                        s += k;
                    }
                    return s;
                }
                """, """
                each(x: double, ks: int[]) {
                  %0 = 0.0
                  %1 = 0
                  %2: int = length ks
                  s = for i from %1 less %2 step 1 with (s.1 = %0) {
                    %3: int = load ks, i
                    k: double = cast %3
                    k.1 = multiply k, x
                    s.2 = add s.1, k.1
                    yield s.2
                  }
                  return s
                }
                """);
    }

    @Test
    void overloadsOfMathAreChosenByType() {
        assertLowered("""
                static double math(double x, int n, float f) {
                    return Math.max(n, 2L) + Math.max(x, n) + Math.abs(n) + Math.round(f) + StrictMath.sin(x) + StrictMath.sqrt(x) + Math.fma(x, n, 1) + Math.floorMod(n, 3);
                }
                """, """
                math(x: double, n: int, f: float) {
                  %0: long = cast n
                  %1 = 2L
                  %2 = max %0, %1
                  %3: double = cast %2
                  %4: double = cast n
                  %5 = max x, %4
                  %6 = add %3, %5
                  %7 = abs n
                  %8: double = cast %7
                  %9 = add %6, %8
                  %10: int = round f
                  %11: double = cast %10
                  %12 = add %9, %11
                  %13 = strict_sin x
                  %14 = add %12, %13
                  %15 = sqrt x
                  %16 = add %14, %15
                  %17: double = cast n
                  %18 = 1.0
                  %19 = fma x, %17, %18
                  %20 = add %16, %19
                  %21 = 3
                  %22 = floor_mod n, %21
                  %23: double = cast %22
                  %24 = add %20, %23
                  return %24
                }
                """);
    }

    @Test
    void breakOfACountedLoopIsAFlagThatItCarries() {
        assertLowered("""
                static double newton(double x) {
                    double y = 1;
                    for (int i = 0; i < 50; i++) {
                        double dx = (y * y - x) / (2 * y);
                        y -= dx;
                        if (Math.abs(dx) < 1e-12) break;
                    }
                    return y;
                }
                """, """
                newton(x: double) {
                  %0 = 1.0
                  %1 = 0
                  %2 = 50
                  %3 = false
                  y, i, done = while with (y.1 = %0, i.1 = %1, done.1 = %3) {
                    %4 = not done.1
                    %5 = if %4 {
                      %6: boolean = less i.1, %2
                      yield %6
                    } else {
                      %7 = false
                      yield %7
                    }
                    test %5
                  } do (y.2: double, i.2: int, done.2: boolean) {
                    %8 = multiply y.2, y.2
                    %9 = subtract %8, x
                    %10 = 2.0
                    %11 = multiply %10, y.2
                    dx = divide %9, %11
                    y.3 = subtract y.2, dx
                    %12 = abs dx
                    %13 = 1.0E-12
                    %14: boolean = less %12, %13
                    %15 = 1
                    i.3 = add i.2, %15
                    yield y.3, i.3, %14
                  }
                  return y
                }
                """);
    }

    @Test
    void returnInALoopCarriesTheResult() {
        assertLowered("""
                static double find(double[] x, double t) {
                    for (int i = 0; i < x.length; i++) {
                        if (x[i] > t) return i * x[i];
                    }
                    return -t;
                }
                """, """
                find(x: double[], t: double) {
                  %0 = 0
                  %1: int = length x
                  %2 = 0.0
                  %3 = false
                  i, result, returned = while with (i.1 = %0, result.1 = %2, returned.1 = %3) {
                    %4 = not returned.1
                    %5 = if %4 {
                      %6: boolean = less i.1, %1
                      yield %6
                    } else {
                      %7 = false
                      yield %7
                    }
                    test %5
                  } do (i.2: int, result.2: double, returned.2: boolean) {
                    %8: double = load x, i.2
                    %9: boolean = greater %8, t
                    result.3 = if %9 {
                      %10: double = cast i.2
                      %11: double = load x, i.2
                      %12 = multiply %10, %11
                      yield %12
                    } else {
                      yield result.2
                    }
                    %13 = 1
                    i.3 = add i.2, %13
                    yield i.3, result.3, %9
                  }
                  result.4 = if returned {
                    yield result
                  } else {
                    %14 = negate t
                    yield %14
                  }
                  return result.4
                }
                """);
    }

    @Test
    void continueNeedsNoFlagWhereTheRestIsTheOtherSide() {
        assertLowered("""
                static double skip(double[] x, double t) {
                    double s = 0;
                    for (double v : x) {
                        if (v > t) continue;
                        s += v;
                    }
                    return s;
                }
                """, """
                skip(x: double[], t: double) {
                  %0 = 0.0
                  %1 = 0
                  %2: int = length x
                  s = for i from %1 less %2 step 1 with (s.1 = %0) {
                    v: double = load x, i
                    %3: boolean = greater v, t
                    s.2 = if %3 {
                      yield s.1
                    } else {
                      s.3 = add s.1, v
                      yield s.3
                    }
                    yield s.2
                  }
                  return s
                }
                """);
    }

    @Test
    void endlessLoopGoesOnUntilItsBreak() {
        assertLowered("""
                static double endless(double x) {
                    while (true) {
                        x /= 2;
                        if (x < 1) break;
                    }
                    return x;
                }
                """, """
                endless(x: double) {
                  %0 = true
                  again, x.1 = while with (again.1 = %0, x.2 = x) {
                    test again.1
                  } do (again.2: boolean, x.3: double) {
                    %1 = 2.0
                    x.4 = divide x.3, %1
                    %2 = 1.0
                    %3: boolean = less x.4, %2
                    %4 = not %3
                    yield %4, x.4
                  }
                  return x.1
                }
                """);
    }

    @Test
    void restIsSkippedIfAnInnerBranchHasReturned() {
        assertLowered("""
                static double inner(double x, int n) {
                    if (x > 0) {
                        if (n > 1) return 7;
                        x = 3;
                    }
                    return x * n;
                }
                """, """
                inner(x: double, n: int) {
                  %0 = 0.0
                  %1: boolean = greater x, %0
                  x.1, %2, returned = if %1 {
                    %3 = 1
                    %4: boolean = greater n, %3
                    x.2, %5 = if %4 {
                      %6 = 7.0
                      yield x, %6
                    } else {
                      %7 = 3.0
                      %8 = 0.0
                      yield %7, %8
                    }
                    yield x.2, %5, %4
                  } else {
                    %9 = 0.0
                    %10 = false
                    yield x, %9, %10
                  }
                  %11 = if returned {
                    yield %2
                  } else {
                    %12: double = cast n
                    %13 = multiply x.1, %12
                    yield %13
                  }
                  return %11
                }
                """);
    }

    @Test
    void labelOfAnOuterLoopIsAFlagOfBoth() {
        assertLowered("""
                static double labels(double x, int n) {
                    outer:
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < i; j++) {
                            x += j;
                            if (x > 9) break outer;
                        }
                        x /= 2;
                    }
                    return x;
                }
                """, """
                labels(x: double, n: int) {
                  %0 = 0
                  %1 = false
                  x.1, i, outerDone = while with (x.2 = x, i.1 = %0, outerDone.1 = %1) {
                    %2 = not outerDone.1
                    %3 = if %2 {
                      %4: boolean = less i.1, n
                      yield %4
                    } else {
                      %5 = false
                      yield %5
                    }
                    test %3
                  } do (x.3: double, i.2: int, outerDone.2: boolean) {
                    %6 = 0
                    %7 = false
                    x.4, j, outerDone.3 = while with (x.5 = x.3, j.1 = %6, outerDone.4 = %7) {
                      %8 = not outerDone.4
                      %9 = if %8 {
                        %10: boolean = less j.1, i.2
                        yield %10
                      } else {
                        %11 = false
                        yield %11
                      }
                      test %9
                    } do (x.6: double, j.2: int, outerDone.5: boolean) {
                      %12: double = cast j.2
                      x.7 = add x.6, %12
                      %13 = 9.0
                      %14: boolean = greater x.7, %13
                      %15 = 1
                      j.3 = add j.2, %15
                      yield x.7, j.3, %14
                    }
                    x.8 = if outerDone.3 {
                      yield x.4
                    } else {
                      %16 = 2.0
                      x.9 = divide x.4, %16
                      yield x.9
                    }
                    %17 = 1
                    i.3 = add i.2, %17
                    yield x.8, i.3, outerDone.3
                  }
                  return x.1
                }
                """);
    }

    @Test
    void switchIsAChainOfBranches() {
        assertLowered("""
                static double old(double x, int n) {
                    double y;
                    switch (n) {
                        case 1: case 2: y = x; break;
                        default: y = 3;
                    }
                    return y;
                }
                """, """
                old(x: double, n: int) {
                  %0 = 1
                  %1: boolean = equal n, %0
                  %2 = if %1 {
                    %3 = true
                    yield %3
                  } else {
                    %4 = 2
                    %5: boolean = equal n, %4
                    yield %5
                  }
                  y = if %2 {
                    yield x
                  } else {
                    %6 = 3.0
                    yield %6
                  }
                  return y
                }
                """);
    }

    @Test
    void caseIsRunIfOneBeforeItWasMet() {
        assertLowered("""
                static double falls(double x, int n) {
                    switch (n) {
                        case 0: x += 1;
                        case 1: x *= 2;
                    }
                    return x;
                }
                """, """
                falls(x: double, n: int) {
                  %0 = 0
                  %1: boolean = equal n, %0
                  %2 = if %1 {
                    %3 = true
                    yield %3
                  } else {
                    %4 = 1
                    %5: boolean = equal n, %4
                    yield %5
                  }
                  x.1 = if %2 {
                    %6 = 0
                    %7: boolean = equal n, %6
                    x.2 = if %7 {
                      %8 = 1.0
                      x.3 = add x, %8
                      yield x.3
                    } else {
                      yield x
                    }
                    %9 = 2.0
                    x.4 = multiply x.2, %9
                    yield x.4
                  } else {
                    yield x
                  }
                  return x.1
                }
                """);
    }

    @Test
    void switchExpressionFailsForWhatNoCaseNames() {
        Compiler.Result result = Compiler.of(AROUND.formatted("""
                        static double f(double x, java.lang.annotation.RetentionPolicy policy) {
                            return switch (policy) {
                                case SOURCE -> x;
                                case CLASS -> 2 * x;
                                case RUNTIME -> 3 * x;
                            };
                        }
                        """)).lenient().lower();
        assertThat(result.messages()).isEmpty();
        String failure = Runtime.version().feature() < 21
                ? "throw java.lang.IncompatibleClassChangeError()"
                : "throw java.lang.MatchException(";
        assertThat(result.methods())
                .singleElement()
                .satisfies(lowered -> assertThat(lowered.primal().toString()).containsOnlyOnce(failure));
    }

    @Test
    void switchExpressionGivesItsArmsTheTypeOfItsTarget() {
        assertLowered("""
                static double value(double x, int n) {
                    double y = switch (n) {
                        case 0 -> 7 / 2;
                        default -> { double t = x; yield t * t; }
                    };
                    return y;
                }
                """, """
                value(x: double, n: int) {
                  %0 = 0
                  %1: boolean = equal n, %0
                  y = if %1 {
                    %2 = 7
                    %3 = 2
                    %4 = divide %2, %3
                    y.1: double = cast %4
                    yield y.1
                  } else {
                    y.2 = multiply x, x
                    yield y.2
                  }
                  return y
                }
                """);
    }

    @Test
    void assignmentsInExpressionsHappenInTheirOrder() {
        assertLowered("""
                static double order(double x, int i) {
                    double[] y = {x, 2};
                    y[i++] = y[--i] + (x = 3) * x;
                    return y[0];
                }
                """, """
                order(x: double, i: int) {
                  %0 = 2
                  y: double[] = new_array %0
                  %1 = 0
                  store y, %1, x
                  %2 = 1
                  %3 = 2.0
                  store y, %2, %3
                  %4 = 1
                  i.1 = add i, %4
                  %5 = 1
                  i.2 = subtract i.1, %5
                  %6: double = load y, i.2
                  %7 = 3.0
                  %8 = multiply %7, %7
                  %9 = add %6, %8
                  store y, i, %9
                  %10 = 0
                  %11: double = load y, %10
                  return %11
                }
                """);
    }

    @Test
    void conditionThatChangesSomethingIsEvaluatedAfterTheBody() {
        assertLowered("""
                static double changing(double x) {
                    double r;
                    while ((r = x / 2) > 1) {
                        x -= r;
                    }
                    return r;
                }
                """, """
                changing(x: double) {
                  %0 = 2.0
                  r = divide x, %0
                  %1 = 1.0
                  %2: boolean = greater r, %1
                  again, x.1, r.1 = while with (again.1 = %2, x.2 = x, r.2 = r) {
                    test again.1
                  } do (again.2: boolean, x.3: double, r.3: double) {
                    x.4 = subtract x.3, r.3
                    %3 = 2.0
                    r.4 = divide x.4, %3
                    %4 = 1.0
                    %5: boolean = greater r.4, %4
                    yield %5, x.4, r.4
                  }
                  return r.1
                }
                """);
    }

    @Test
    void operandThatChangesSomethingHandsItOn() {
        assertLowered("""
                static double operand(double x, int n) {
                    boolean b = n > 0 && n++ < 5;
                    return b ? x : n;
                }
                """, """
                operand(x: double, n: int) {
                  %0 = 0
                  %1: boolean = greater n, %0
                  b, n.1 = if %1 {
                    %2 = 1
                    n.2 = add n, %2
                    %3 = 5
                    %4: boolean = less n, %3
                    yield %4, n.2
                  } else {
                    %5 = false
                    yield %5, n
                  }
                  %6 = if b {
                    yield x
                  } else {
                    %7: double = cast n.1
                    yield %7
                  }
                  return %6
                }
                """);
    }
}
