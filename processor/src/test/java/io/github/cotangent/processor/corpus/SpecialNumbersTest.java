package io.github.cotangent.processor.corpus;

import static io.github.cotangent.processor.corpus.MemberChecks.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NaN, infinities and signed zeros as arguments, tangents and seeds: members return what the method returns. A method of the
 * corpus that never ends for one of them is a fault of the corpus.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
final class SpecialNumbersTest {

    private static final double[] SPECIAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE
    };

    static Stream<Subject> subjects() {
        return Corpus.subjects().stream();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void valuesAreThoseOfTheMethod(Subject subject) {
        for (Input input : Input.of(subject.function())) {
            FlatFunction function = new FlatFunction(subject, input.arguments());
            for (double special : SPECIAL) {
                double[] x = function.point();
                double[] all = x.clone();
                Arrays.fill(all, special);
                check(function, all);
                for (int j = 0; j < Math.min(x.length, 3); j++) {
                    double[] one = x.clone();
                    one[j] = special;
                    check(function, one);
                }
            }
        }
    }

    private static void check(FlatFunction function, double[] x) {
        double[][] value = new double[1][];
        Throwable failure = catchThrowable(() -> value[0] = function.value(x));
        if (failure != null) {
            Throwable same = catchThrowable(() -> function.jvp(x, x, new double[1]));
            assertThat(same).hasSameClassAs(failure);
            return;
        }
        int results = value[0].length;
        double[] seed = new double[results];
        Arrays.fill(seed, 1);
        assertSame("value of Jvp", function.jvp(x, x, new double[results]), value[0]);
        assertSame("value of Vjp", function.vjp(x, seed, new double[x.length]), value[0]);
        assertSame("value of VjpAdd", function.vjpAdd(x, value[0], new double[x.length]), value[0]);
    }
}
