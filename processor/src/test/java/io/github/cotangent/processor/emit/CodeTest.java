package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CodeTest {

    private static void check(String ir, String java) {
        assertThat(Methods.body(ir)).isEqualTo(java);
    }

    @Test
    void valuesUsedOnceBecomeOneExpression() {
        check("""
                f(x1: double, x2: double) {
                  %0 = multiply x1, x2
                  %1 = sin x1
                  %2 = add %0, %1
                  return %2
                }
                """, """
                return x1 * x2 + Math.sin(x1);
                """);
    }

    @Test
    void nothingIsReassociated() {
        check("""
                f(x: double, y: double) {
                  %0 = add x, y
                  %1 = add x, %0
                  %2 = subtract %1, %0
                  %3 = multiply x, y
                  %4 = multiply %3, x
                  %5 = divide %4, %2
                  %6 = negate %5
                  %7 = negate %6
                  return %7
                }
                """, """
                double sum = x + y;
                return -(-(x * y * x / (x + sum - sum)));
                """);
    }

    @Test
    void namedValuesStayVariables() {
        check("""
                f(x: double) {
                  r = multiply x, x
                  r.1 = add r, x
                  %0 = sin r.1
                  return %0
                }
                """, """
                double r = x * x;
                r += x;
                return Math.sin(r);
                """);
    }

    @Test
    void sumsAreAccumulated() {
        check("""
                f(x: double[]) {
                  %0 = 0.0
                  %1 = 0
                  %2: int = length x
                  s = for i from %1 less %2 step 1 with (s.1 = %0) {
                    %3: double = load x, i
                    s.2 = add s.1, %3
                    yield s.2
                  }
                  return s
                }
                """, """
                double s = 0.0;
                for (int i = 0; i < x.length; i++) {
                    s += x[i];
                }
                return s;
                """);
    }

    @Test
    void fibonacciNeedsItsThirdVariable() {
        check("""
                f(n: int) {
                  %0 = 0.0
                  %1 = 1.0
                  %2 = 0
                  a, b = for i from %2 less n step 1 with (a.1 = %0, b.1 = %1) {
                    t = add a.1, b.1
                    yield b.1, t
                  }
                  return a
                }
                """, """
                double a = 0.0;
                double b = 1.0;
                for (int i = 0; i < n; i++) {
                    double t = a + b;
                    a = b;
                    b = t;
                }
                return a;
                """);
    }

    @Test
    void swapsGoThroughATemporary() {
        check("""
                f(x: double, y: double, n: int) {
                  %2 = 0
                  x.2, y.2 = for i from %2 less n step 1 with (x.1 = x, y.1 = y) {
                    yield y.1, x.1
                  }
                  return x.2, y.2
                }
                """, """
                for (int i = 0; i < n; i++) {
                    double nextY = x;
                    x = y;
                    y = nextY;
                }
                return x, y;
                """);
    }

    @Test
    void anInitialValueThatIsStillNeededKeepsItsVariable() {
        check("""
                f(x: double, n: int) {
                  %2 = 0
                  x.2 = for i from %2 less n step 1 with (x.1 = x) {
                    x.3 = multiply x.1, x
                    yield x.3
                  }
                  %3 = subtract x.2, x
                  return %3
                }
                """, """
                double x2 = x;
                for (int i = 0; i < n; i++) {
                    x2 *= x;
                }
                return x2 - x;
                """);
    }

    @Test
    void branchesAssignOneVariableOrNothing() {
        check("""
                f(x: double, s: double) {
                  %0 = 0.0
                  %1: boolean = less x, %0
                  s.1 = if %1 {
                    s.2 = add s, x
                    yield s.2
                  } else {
                    yield s
                  }
                  y = if %1 {
                    y.1 = sin x
                    yield y.1
                  } else {
                    %2 = cos x
                    yield %2
                  }
                  %4 = multiply s.1, y
                  return %4
                }
                """, """
                boolean condition = x < 0.0;
                if (condition) {
                    s += x;
                }
                double y;
                if (condition) {
                    y = Math.sin(x);
                } else {
                    y = Math.cos(x);
                }
                return s * y;
                """);
    }

    @Test
    void choicesAndLogicAreExpressions() {
        check("""
                f(x: double, y: double) {
                  %0 = 0.0
                  %1: boolean = less x, %0
                  %2 = if %1 {
                    %3: boolean = less y, x
                    yield %3
                  } else {
                    %4 = false
                    yield %4
                  }
                  %5 = if %2 {
                    %6 = true
                    yield %6
                  } else {
                    %7: boolean = equal x, y
                    yield %7
                  }
                  %8 = if %5 {
                    %9 = negate x
                    yield %9
                  } else {
                    yield y
                  }
                  return %8
                }
                """, """
                return (x < 0.0 && y < x) || x == y ? -x : y;
                """);
    }

    @Test
    void conditionsChain() {
        check("""
                f(x: double, a: double[]) {
                  %0 = 0.0
                  %1 = 0
                  %2: boolean = less x, %0
                  if %2 {
                    store a, %1, x
                    yield
                  } else {
                    %3: boolean = greater x, %0
                    if %3 {
                      store a, %1, %0
                      yield
                    } else {
                      %4 = negate x
                      store a, %1, %4
                      yield
                    }
                    yield
                  }
                  return x
                }
                """, """
                if (x < 0.0) {
                    a[0] = x;
                } else if (x > 0.0) {
                    a[0] = 0.0;
                } else {
                    a[0] = -x;
                }
                return x;
                """);
    }

    @Test
    void loadsDoNotPassStores() {
        check("""
                f(x: double[], i: int) {
                  %0: double = load x, i
                  %1: double = load x, i
                  %2 = 1.0
                  %3 = add %1, %2
                  store x, i, %3
                  %4 = multiply %0, %0
                  %5: double = load x, i
                  %6 = add %4, %5
                  return %6
                }
                """, """
                double xi = x[i];
                x[i] += 1.0;
                return xi * xi + x[i];
                """);
    }

    @Test
    void whileAndDoWhile() {
        check("""
                f(x: double) {
                  %0 = 1.0
                  x.1 = while with (x.2 = x) {
                    %1: boolean = greater x.2, %0
                    test %1
                  } do (x.3: double) {
                    %2 = 2.0
                    x.4 = divide x.3, %2
                    yield x.4
                  }
                  %3 = true
                  %4, x.5 = while with (%5 = %3, x.6 = x.1) {
                    test %5
                  } do (%6: boolean, x.7: double) {
                    x.8 = multiply x.7, x.7
                    %7: boolean = greater x.8, %0
                    yield %7, x.8
                  }
                  return x.5
                }
                """, """
                while (x > 1.0) {
                    x /= 2.0;
                }
                do {
                    x *= x;
                } while (x > 1.0);
                return x;
                """);
    }

    @Test
    void conditionsThatTakeStatements() {
        check("""
                f(x: double) {
                  x.1 = while with (x.2 = x) {
                    y = sin x.2
                    %1: boolean = greater y, y
                    test %1
                  } do (x.3: double) {
                    %2 = 2.0
                    x.4 = divide x.3, %2
                    yield x.4
                  }
                  return x.1
                }
                """, """
                while (true) {
                    double y = Math.sin(x);
                    if (!(y > y)) {
                        break;
                    }
                    x /= 2.0;
                }
                return x;
                """);
    }

    @Test
    void wideExpressionsAreTakenApart() {
        check("""
                f(someLongName: double, anotherLongName: double) {
                  %0 = multiply someLongName, anotherLongName
                  %1 = sin %0
                  %2 = multiply someLongName, someLongName
                  %3 = cos %2
                  %4 = multiply %1, %3
                  %5 = multiply %4, someLongName
                  return %5
                }
                """, """
                double product = Math.sin(someLongName * anotherLongName) * Math.cos(someLongName * someLongName);
                return product * someLongName;
                """);
    }

    @Test
    void loopsMayRunBackwardsInStrides() {
        check("""
                f(x: double[], y: double[]) {
                  %0: int = length x
                  %1 = 1
                  %2 = subtract %0, %1
                  %3 = 0
                  for i from %2 greater_equal %3 step -2 {
                    %4: double = load y, i
                    %5: double = load x, i
                    %6 = multiply %5, %5
                    %7 = add %4, %6
                    store y, i, %7
                    yield
                  }
                  return y
                }
                """, """
                for (int i = x.length - 1; i >= 0; i -= 2) {
                    double xi = x[i];
                    y[i] += xi * xi;
                }
                return y;
                """);
    }
}
