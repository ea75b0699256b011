package io.github.cotangent.processor.transform;

import static io.github.cotangent.processor.transform.Programs.at;

import io.github.cotangent.processor.ir.TransformChecks.Case;
import java.util.stream.Stream;

/** Those of the {@link Programs} that are about arrays of arrays, as parameters, as results and in between. */
final class RowPrograms {

    private RowPrograms() {}

    static Stream<Case> all() {
        double[][] matrix = {{1, 2}, {0.5, -1}};
        double[][] jagged = {{1}, {}, {0.5, -1, 2}};
        return Stream.of(
                        at(QUADRATIC, matrix, new double[] {2, 3}),
                        at(QUADRATIC, new double[][] {}, new double[] {}),
                        at(SUM_OF_ROWS, (Object) jagged),
                        at(SUM_OF_ROWS, (Object) new double[][] {}),
                        at(COPY_OF_ROWS, (Object) jagged),
                        at(SHALLOW, (Object) matrix),
                        at(CUBE, new double[][][] {{{1}, {2, 3}}, {{4, 5}}}, 1),
                        at(CUBE, new double[][][] {{{1}, {2, 3}}, {{4, 5}}}, 0),
                        at(NULL_ROWS, 0.5, 0),
                        at(NULL_ROWS, 0.5, 1),
                        at(NULL_ROWS, 0.5, 3),
                        at(SAME_ROW_TWICE, 0.5, 2.0),
                        at(FLOATS, new float[][] {{1, 2}, {3}}, 0.5),
                        at(LENGTH_OF_NO_ROW, 0.5, 0),
                        at(WRITTEN_NEXT_TIME, 0.5, 1),
                        at(WRITTEN_NEXT_TIME, 0.5, 4),
                        at(ROW_OF_A_BRANCH, new double[] {1, 2}, 0),
                        at(ROW_OF_A_BRANCH, new double[] {1, 2}, 3))
                .flatMap(cases -> cases);
    }

    private static final String QUADRATIC = """
            quadratic(a: double[][], x: double[]) {
              %0: int = length a
              %1 = 0
              %2 = 0.0
              s = for i from %1 less %0 step 1 with (s.1 = %2) {
                row: double[] = load a, i
                %3: double = load x, i
                s.2 = for j from %1 less %0 step 1 with (s.3 = s.1) {
                  %4: double = load row, j
                  %5: double = load x, j
                  %6 = multiply %4, %5
                  %7 = multiply %6, %3
                  s.4 = add s.3, %7
                  yield s.4
                }
                yield s.2
              }
              return s
            }
            """;

    /** A row of sums; the array of arrays is the caller's. */
    private static final String SUM_OF_ROWS = """
            sumOfRows(a: double[][]) {
              %0: int = length a
              y: double[] = new_array %0
              %1 = 0
              for i from %1 less %0 step 1 {
                row: double[] = load a, i
                %2: int = length row
                for j from %1 less %2 step 1 {
                  %3: double = load y, i
                  %4: double = load row, j
                  %5 = multiply %4, %4
                  %6 = add %3, %5
                  store y, i, %6
                  yield
                }
                yield
              }
              return y
            }
            """;

    private static final String COPY_OF_ROWS = """
            copyOfRows(a: double[][]) {
              b = clone a
              %0: int = length a
              %1 = 0
              for i from %1 less %0 step 1 {
                %2: double[] = load a, i
                row = clone %2
                %3: int = length row
                for j from %1 less %3 step 1 {
                  %4: double = load row, j
                  %5 = sin %4
                  store row, j, %5
                  yield
                }
                store b, i, row
                yield
              }
              return b
            }
            """;

    /** One row of the copy is another, the other is the same. */
    private static final String SHALLOW = """
            shallow(a: double[][]) {
              %0 = 0
              %1 = 1
              b: double[][] = new_array %1
              %2: double[] = load a, %0
              r = clone %2
              store b, %0, r
              c = clone b
              %3: double[] = load c, %0
              %4: double = load %3, %1
              %5 = multiply %4, %4
              store r, %0, %5
              %6: double[] = new_array %1
              store c, %0, %6
              %7: double[] = load b, %0
              %8: double = load %7, %0
              %9: double = load %7, %1
              %10 = multiply %8, %9
              return %10
            }
            """;

    private static final String CUBE = """
            cube(a: double[][][], k: int) {
              %0 = 0
              %1 = 1
              p: double[][] = load a, %0
              q: double[][] = load a, %1
              %2: boolean = less %0, k
              m: double[][] = select %2, p, q
              row: double[] = load m, %0
              %3: double = load row, %0
              %4 = exp %3
              b: double[][][] = new_array %1, %1, %1
              slice: double[][] = load b, %0
              cell: double[] = load slice, %0
              store cell, %0, %4
              %5: double[][] = load b, %0
              %6: double[] = load %5, %0
              %7: double = load %6, %0
              %8 = multiply %7, %3
              return %8
            }
            """;

    /** The last row is never made; it is taken, carried and dropped. */
    private static final String NULL_ROWS = """
            nullRows(x: double, n: int) {
              %0 = 0
              %1 = 1
              %2 = 4
              a: double[][] = new_array %2
              last: double[] = load a, n
              last.1 = for i from %0 less n step 1 with (last.2 = last) {
                r: double[] = new_array %1
                %3 = multiply x, x
                store r, %0, %3
                store a, i, r
                yield r
              }
              b = clone a
              %4: double[] = load b, n
              %5 = 0.0
              s = for k from %0 less n step 1 with (s.1 = %5) {
                %6: double[] = load b, k
                %7: double = load %6, %0
                %8: double = load last.1, %0
                %9 = multiply %7, %8
                s.2 = add s.1, %9
                yield s.2
              }
              store a, %0, %4
              return s
            }
            """;

    private static final String SAME_ROW_TWICE = """
            sameRowTwice(x: double, y: double) {
              %0 = 0
              %1 = 1
              %2 = 2
              r: double[] = new_array %2
              store r, %0, x
              store r, %1, y
              a: double[][] = new_array %2
              store a, %0, r
              store a, %1, r
              p: double[] = load a, %0
              q: double[] = load a, %1
              %3: double = load p, %0
              %4: double = load q, %1
              %5 = multiply %3, %4
              store q, %0, %5
              %6: double = load p, %0
              %7 = multiply %6, %3
              store p, %1, %7
              return a
            }
            """;

    private static final String FLOATS = """
            floats(a: float[][], x: double) {
              %0 = 0
              %1 = 1
              p: float[] = load a, %0
              q: float[] = load a, %1
              %2: boolean = less x, x
              r: float[] = select %2, p, q
              s = clone r
              %3: float = load s, %0
              %4 = multiply %3, %3
              store s, %0, %4
              %5: float = load s, %0
              %6: double = cast %5
              %7 = multiply %6, x
              return %7
            }
            """;

    /** The length of a row that is not there is asked for in no iteration. */
    private static final String LENGTH_OF_NO_ROW = """
            lengthOfNoRow(x: double, n: int) {
              %0 = 0
              %1 = 1
              a: double[][] = new_array %1
              row: double[] = load a, %0
              y = for i from %0 less n step 1 with (y.1 = x) {
                %2: int = length row
                y.2 = for j from %0 less %2 step 1 with (y.3 = y.1) {
                  %3: double = load row, j
                  y.4 = multiply y.3, y.3
                  %4 = multiply y.4, %3
                  yield %4
                }
                yield y.2
              }
              store a, %0, row
              return y
            }
            """;

    /** Every iteration writes to the array that the one before has made. */
    private static final String WRITTEN_NEXT_TIME = """
            writtenNextTime(x: double, n: int) {
              %0 = 0
              %1 = 1
              first: double[] = new_array %1
              last, s = for i from %0 less n step 1 with (r = first, s.1 = x) {
                %2 = sin s.1
                store r, %0, %2
                next: double[] = new_array %1
                %3 = multiply x, s.1
                store next, %0, %3
                %4: double = load next, %0
                %5 = multiply %4, %4
                s.2 = add %5, %2
                yield next, s.2
              }
              %6: double = load last, %0
              %7 = multiply %6, s
              return %7
            }
            """;

    private static final String ROW_OF_A_BRANCH = """
            rowOfABranch(x: double[], n: int) {
              %0 = 0
              %1 = 1
              a: double[][] = new_array %1
              start = clone x
              store a, %0, start
              for i from %0 less n step 1 {
                %2: boolean = less %0, i
                if %2 {
                  row: double[] = load a, %0
                  next = clone row
                  %3: double = load row, %0
                  %4: double = load row, %1
                  %5 = multiply %3, %4
                  store next, %1, %5
                  store a, %0, next
                  yield
                } else {
                  yield
                }
                yield
              }
              %6: double[] = load a, %0
              %7: double = load %6, %1
              return %7
            }
            """;
}
