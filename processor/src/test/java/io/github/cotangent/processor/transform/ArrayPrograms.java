package io.github.cotangent.processor.transform;

import static io.github.cotangent.processor.transform.Programs.at;

import io.github.cotangent.processor.ir.TransformChecks.Case;
import java.util.stream.Stream;

/** Those of the {@link Programs} that are about arrays. */
final class ArrayPrograms {

    private ArrayPrograms() {}

    static Stream<Case> all() {
        return Stream.of(
                        at(SQUARES, new double[] {1, 2, 3}),
                        at(SQUARES, new double[] {}),
                        at(OVERWRITTEN, new double[] {1.5, -0.5}),
                        at(RUNNING, new double[] {1, 0.5, -0.25, 2}),
                        at(RUNNING, new double[] {1}),
                        at(BACKWARDS, new double[] {1, 2, 3, 4, 5}),
                        at(COPIED, new double[] {1, 2}),
                        at(ACCUMULATED, new double[] {1, 2, 3}, new double[] {0.5, 0.25}),
                        aliases())
                .flatMap(cases -> cases);
    }

    /** Functions in which several names may stand for one array, or one for several. */
    private static Stream<Case> aliases() {
        return Stream.of(
                        at(CHOSEN, new double[] {1, 2}, new double[] {3, 4}, true),
                        at(CHOSEN, new double[] {1, 2}, new double[] {3, 4}, false),
                        at(PING_PONG, new double[] {0.5, 1, -1}, 0),
                        at(PING_PONG, new double[] {0.5, 1, -1}, 1),
                        at(PING_PONG, new double[] {0.5, 1, -1}, 4))
                .flatMap(cases -> cases);
    }

    private static final String SQUARES = """
            squares(x: double[]) {
              %0: int = length x
              y: double[] = new_array %0
              %1 = 0
              for i from %1 less %0 step 1 {
                %2: double = load x, i
                %3 = multiply %2, %2
                store y, i, %3
                yield
              }
              return y
            }
            """;

    private static final String OVERWRITTEN = """
            overwritten(x: double[]) {
              y = clone x
              %0 = 0
              %1 = 1
              %2: double = load y, %0
              %3 = multiply %2, %2
              store y, %0, %3
              %4: double = load y, %0
              %5: double = load y, %1
              %6 = multiply %4, %5
              %7 = sin %2
              %8 = add %6, %7
              store y, %1, %8
              store y, %0, %2
              return y
            }
            """;

    private static final String RUNNING = """
            running(x: double[]) {
              y = clone x
              %0 = 1
              %1: int = length y
              for i from %0 less %1 step 1 {
                %2 = subtract i, %0
                %3: double = load y, %2
                %4: double = load y, i
                %5 = multiply %3, %4
                %6 = sin %5
                store y, i, %6
                yield
              }
              return y
            }
            """;

    private static final String BACKWARDS = """
            backwards(x: double[]) {
              %0: int = length x
              %1 = 1
              %2 = subtract %0, %1
              %3 = 0
              %4 = 1.0
              s, p = for i from %2 greater_equal %3 step -2 with (s.1 = %4, p.1 = %4) {
                %5: double = load x, i
                p.2 = multiply p.1, %5
                %6 = divide p.2, %5
                s.2 = add s.1, %6
                yield s.2, p.2
              }
              %7 = multiply s, p
              return %7
            }
            """;

    private static final String COPIED = """
            copied(x: double[]) {
              y = clone x
              return y
            }
            """;

    private static final String ACCUMULATED = """
            accumulated(x: double[], w: double[]) {
              %0: int = length x
              %1: int = length w
              y: double[] = new_array %0
              %2 = 0
              for i from %2 less %0 step 1 {
                for j from %2 less %1 step 1 {
                  %3: double = load y, i
                  %4: double = load x, i
                  %5: double = load w, j
                  %6 = multiply %4, %5
                  %7 = add %3, %6
                  store y, i, %7
                  yield
                }
                yield
              }
              return y
            }
            """;

    private static final String CHOSEN = """
            chosen(a: double[], b: double[], first: boolean) {
              p = clone a
              q = clone b
              %0 = 0
              %1 = 1
              c: double[] = select first, p, q
              %2: double = load c, %0
              %3: double = load p, %0
              %4 = multiply %2, %3
              store c, %1, %4
              %5: double = load p, %1
              %6: double = load q, %1
              %7 = sin %5
              %8 = multiply %7, %6
              return %8
            }
            """;

    private static final String PING_PONG = """
            pingPong(x: double[], n: int) {
              %0 = clone x
              %1: int = length x
              %2: double[] = new_array %1
              %3 = 0
              %4 = 1
              p, q = for k from %3 less n step 1 with (p.1 = %0, q.1 = %2) {
                for i from %3 less %1 step 1 {
                  %5 = add i, %4
                  %6 = floor_mod %5, %1
                  %7: double = load p.1, i
                  %8: double = load p.1, %6
                  %9 = multiply %7, %8
                  %10 = sin %9
                  store q.1, i, %10
                  yield
                }
                yield q.1, p.1
              }
              return p
            }
            """;
}
