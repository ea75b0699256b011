package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import java.util.stream.Stream;

/** Functions that once were, or might be, hard to differentiate, each at points worth a look. */
final class Programs {

    private Programs() {}

    static Stream<Case> all() {
        return Stream.of(
                        scalars(),
                        at(CONSTANT, 2.0),
                        at(PARAMETER, 2.0, 3.0),
                        at(TWICE, 2.0),
                        at(POWER, 1.5, 0),
                        at(POWER, 1.5, 1),
                        at(POWER, 1.5, 2),
                        at(POWER, -1.5, 7),
                        ArrayPrograms.all(),
                        RowPrograms.all(),
                        at(TRIANGLE, new double[] {0.5, -1, 2, 0.25}),
                        at(TRIANGLE, new double[] {0.5}),
                        at(TRIANGLE, new double[] {}),
                        at(NEWTON, 2.0),
                        at(NEWTON, 0.0),
                        at(CONDITIONAL_WRITE, new double[] {-1, 0.5, 2}, 0.75),
                        at(INNER_ARRAY, 0.5, 3),
                        at(INNER_ARRAY, 0.5, 0),
                        at(COUNTED_BY_WHILE, 0.7, 3),
                        at(COUNTED_BY_WHILE, 0.7, 0),
                        at(SINGLE, 0.7f, 0.3))
                .flatMap(cases -> cases);
    }

    static Stream<Case> at(String text, Object... arguments) {
        return Stream.of(Case.of(IrParser.verified(text), arguments));
    }

    private static Stream<Case> scalars() {
        return Stream.of(
                        at(PRODUCT, 3.0, 4.0),
                        at(SELECTED, 1.0, 2.0),
                        at(SELECTED, 2.0, 1.0),
                        at(BRANCHES, 2.0),
                        at(BRANCHES, -2.0))
                .flatMap(cases -> cases);
    }

    private static final String PRODUCT = """
            product(a: double, b: double) {
              %0 = multiply a, b
              %1 = sin a
              y = add %0, %1
              return y
            }
            """;

    private static final String CONSTANT = """
            constant(x: double) {
              %0 = 2.5
              return %0
            }
            """;

    private static final String PARAMETER = """
            parameter(x: double, y: double) {
              return y
            }
            """;

    private static final String TWICE = """
            twice(x: double) {
              %0 = multiply x, x
              %1 = add %0, %0
              %2 = multiply %1, %1
              %3 = subtract %2, %2
              %4 = add %3, %1
              return %4
            }
            """;

    private static final String SELECTED = """
            selected(x: double, y: double) {
              %0: boolean = less x, y
              %1 = multiply x, x
              %2 = exp y
              %3: double = select %0, %1, %2
              %4 = max %3, x
              return %4
            }
            """;

    private static final String BRANCHES = """
            branches(x: double) {
              %0 = 0.0
              %1: boolean = greater x, %0
              y = if %1 {
                %2 = log x
                yield %2
              } else {
                %3 = negate x
                %4 = sqrt %3
                %5 = multiply %4, x
                yield %5
              }
              %6 = multiply y, x
              return %6
            }
            """;

    private static final String POWER = """
            power(x: double, n: int) {
              %0 = 0
              %1 = 1.0
              y = for i from %0 less n step 1 with (y.1 = %1) {
                y.2 = multiply y.1, x
                yield y.2
              }
              return y
            }
            """;

    private static final String TRIANGLE = """
            triangle(x: double[]) {
              %0: int = length x
              %1 = 0
              %2 = 0.0
              s = for i from %1 less %0 step 1 with (s.1 = %2) {
                t = for j from %1 less_equal i step 1 with (t.1 = s.1) {
                  %3: double = load x, i
                  %4: double = load x, j
                  %5 = multiply %3, %4
                  %6 = multiply t.1, %5
                  %7 = sin %6
                  %8 = add %7, %4
                  yield %8
                }
                yield t
              }
              return s
            }
            """;

    private static final String NEWTON = """
            newton(a: double) {
              %0 = 1.0
              %1 = 1.0E-9
              y = while with (y.1 = %0) {
                %2 = multiply y.1, y.1
                %3 = multiply %2, y.1
                %4 = add %3, y.1
                %5 = subtract %4, a
                %6 = abs %5
                %7: boolean = greater %6, %1
                test %7
              } do (y.2: double) {
                %8 = multiply y.2, y.2
                %9 = multiply %8, y.2
                %10 = add %9, y.2
                %11 = subtract %10, a
                %12 = 3.0
                %13 = multiply %12, %8
                %14 = 1.0
                %15 = add %13, %14
                %16 = divide %11, %15
                %17 = subtract y.2, %16
                yield %17
              }
              return y
            }
            """;

    private static final String CONDITIONAL_WRITE = """
            conditional(x: double[], t: double) {
              y = clone x
              %0 = 0
              %1: int = length y
              s = for i from %0 less %1 step 1 with (s.1 = t) {
                %2: double = load y, i
                %3: boolean = less %2, t
                if %3 {
                  %4 = multiply %2, s.1
                  store y, i, %4
                  yield
                } else {
                  yield
                }
                %5: double = load y, i
                %6 = exp %5
                s.2 = add s.1, %6
                store y, %0, s.2
                yield s.2
              }
              %7: double = load y, %0
              %8 = multiply %7, s
              return %8
            }
            """;

    private static final String INNER_ARRAY = """
            inner(x: double, n: int) {
              %0 = 0
              s = for i from %0 less n step 1 with (s.1 = x) {
                %1 = 1
                %2 = add i, %1
                w: double[] = new_array %2
                for j from %0 less_equal i step 1 {
                  %3: double = cast j
                  %4 = multiply %3, s.1
                  %5 = cos %4
                  store w, j, %5
                  yield
                }
                for k from i greater %0 step -1 {
                  %6 = subtract k, %1
                  %7: double = load w, k
                  %8: double = load w, %6
                  %9 = multiply %7, %8
                  store w, %6, %9
                  yield
                }
                %10: double = load w, %0
                s.2 = add s.1, %10
                yield s.2
              }
              return s
            }
            """;

    private static final String COUNTED_BY_WHILE = """
            counted(x: double, n: int) {
              %0 = 0
              %1 = 1
              %2 = 2.0
              i, y = while with (i.1 = %0, y.1 = x) {
                %3: boolean = less i.1, n
                test %3
              } do (i.2: int, y.2: double) {
                j, z = while with (j.1 = %0, z.1 = y.2) {
                  %4: boolean = less_equal j.1, i.2
                  test %4
                } do (j.2: int, z.2: double) {
                  %5 = pow z.2, %2
                  %6 = sin %5
                  %7 = add z.2, %6
                  j.3 = add j.2, %1
                  yield j.3, %7
                }
                i.3 = add i.2, %1
                yield i.3, z
              }
              %8 = multiply y, x
              return %8
            }
            """;

    private static final String SINGLE = """
            single(x: float, y: double) {
              %0: float = cast y
              %1 = multiply x, %0
              %2: double = cast %1
              %3 = sin %2
              %4 = divide x, %0
              %5: double = cast %4
              %6 = multiply %3, %5
              return %6
            }
            """;
}
