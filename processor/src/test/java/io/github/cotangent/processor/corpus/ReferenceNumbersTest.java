package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.Dual;
import io.github.cotangent.GradientCheck;
import io.github.cotangent.ScalarFunction;
import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.Generation.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Derivatives that are known from elsewhere, from generated code. */
final class ReferenceNumbersTest {

    private static final double TINY = 1e-14;

    private static List<Subject> subjects;

    @BeforeAll
    static void compile() throws IOException {
        String source = Files.readString(Path.of("src", "test", "resources", "reference", "Reference.java"));
        Generation generation = Generation.of(Mode.SIMPLIFIED, Map.of("reference.Reference", source));
        subjects = Corpus.subjects(Mode.SIMPLIFIED, generation);
    }

    private static Object call(String name, String suffix, Object... arguments) {
        return subject(name).call(suffix, List.of(arguments));
    }

    private static Subject subject(String name) {
        return subjects.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The gradient of a function of scalars, without its value. */
    private static double[] gradient(String name, Object... arguments) {
        Object gradient = call(name, "Gradient", arguments);
        double[] all = gradient instanceof Record
                ? Shapes.flat(Arrays.asList(Subject.components(gradient)))
                : new double[] {0, (Double) gradient};
        return Arrays.copyOfRange(all, 1, all.length);
    }

    private static double tangent(String name, Object... arguments) {
        return ((Dual) call(name, "Jvp", arguments)).tangent();
    }

    @Test
    void waveByOneReverseSweepAndTwoForwardSweeps() {
        double slope = 4 + Math.cos(3);
        assertThat(slope).isCloseTo(3.01, within(1e-4));
        Object vjp = call("wave", "Vjp", 3.0, 4.0, 1.0);
        assertThat(Subject.components(vjp)).containsExactly(12 + Math.sin(3), slope, 3.0);
        assertThat(gradient("wave", 3.0, 4.0)).containsExactly(slope, 3);
        assertThat(tangent("wave", 3.0, 4.0, 1.0, 0.0)).isEqualTo(slope);
        assertThat(tangent("wave", 3.0, 4.0, 0.0, 1.0)).isEqualTo(3);
    }

    @Test
    void wavesByRowsAndByColumns() {
        double[][] byColumns = (double[][]) call("waves", "JacobianForward", 3.0, 4.0);
        double[][] byRows = (double[][]) call("waves", "JacobianReverse", 3.0, 4.0);
        double[][] expected = {{4 + Math.cos(3), 3}, {24, 9}};
        assertThat(Arrays.deepToString(byRows)).isEqualTo(Arrays.deepToString(expected));
        assertThat(Arrays.deepToString(byColumns)).isEqualTo(Arrays.deepToString(expected));
        for (int i = 0; i < 2; i++) {
            double[] seed = {1 - i, i};
            Object row = call("waves", "Vjp", 3.0, 4.0, seed);
            assertThat(Arrays.copyOfRange(Subject.components(row), 1, 3))
                    .containsExactly(expected[i][0], expected[i][1]);
            double[] column = new double[2];
            call("waves", "Jvp", 3.0, 4.0, 1.0 - i, (double) i, column);
            assertThat(column).containsExactly(expected[0][i], expected[1][i]);
        }
    }

    @Test
    void sigmoidOfFourPrimitives() {
        for (double x : new double[] {-2, 0, 0.5, 3}) {
            double s = 1 / (1 + Math.exp(-x));
            assertThat(gradient("sigmoid", x)[0]).isCloseTo(s * (1 - s), within(TINY));
            assertThat(tangent("sigmoid", x, 1.0)).isCloseTo(s * (1 - s), within(TINY));
        }
        assertThat(gradient("sigmoid", 0.0)).containsExactly(0.25);
    }

    @Test
    void logarithmProductAndSine() {
        double second = 2 - Math.cos(5);
        assertThat(gradient("baydin", 2.0, 5.0)).containsExactly(5.5, second);
        assertThat(tangent("baydin", 2.0, 5.0, 1.0, 0.0)).isEqualTo(5.5);
        assertThat(tangent("baydin", 2.0, 5.0, 0.0, 1.0)).isEqualTo(second);
    }

    @Test
    void valuesUsedTwiceAccumulate() {
        assertThat(gradient("squareOfSum", 2.0, 3.0)).containsExactly(10, 10);
        assertThat(gradient("polynomial", 3.0)).containsExactly(7);
        assertThat(gradient("productAndSum", 2.0, 3.0)).containsExactly(4, 3);
    }

    @Test
    void squaresTimesSeeds() {
        double[] x = {1, 2, 3};
        double[] adjoint = new double[3];
        call("squares", "Vjp", x, new double[] {1, 1, 1}, adjoint);
        assertThat(adjoint).containsExactly(2, 4, 6);
        call("squares", "Vjp", x, new double[] {10, 1, 0.1}, adjoint);
        assertThat(adjoint).containsExactly(new double[] {20, 4, 0.6}, within(TINY));
    }

    @Test
    void stoppedGradientIsZero() {
        assertThat(gradient("stopped", 5.0)).containsExactly(0);
        assertThat(tangent("stopped", 5.0, 1.0)).isZero();
    }

    /** 7·a²b + a²b³ at (2, 3): 14ab + 2ab³ and 7a² + 3a²b². */
    @Test
    void overwrittenElementsKeepTheirDerivative() {
        double[] x = {2, 3};
        assertThat((double[]) call("overwritten", "Gradient", x)).containsExactly(84 + 108, 28 + 108);
        assertThat(tangent("overwritten", x, new double[] {1, 0})).isEqualTo(192);
        assertThat(tangent("overwritten", x, new double[] {0, 1})).isEqualTo(136);
    }

    @Test
    void thirteenForwardSweepsAreOneReverseSweep() {
        double[] w = new SplittableRandom(1).doubles(13, -1, 1).toArray();
        double[] input = {0.5, -1.5};
        double[][] jacobian = (double[][]) call("network", "JacobianReverse", w, input);
        assertThat(jacobian.length).isEqualTo(1);
        assertThat(jacobian[0]).hasSize(13).doesNotContain(0);
        for (int j = 0; j < 13; j++) {
            double[] direction = new double[13];
            direction[j] = 1;
            double[] tangent = new double[1];
            call("network", "Jvp", w, input, direction, tangent);
            assertThat(tangent[0]).isCloseTo(jacobian[0][j], within(1e-15));
        }
        double[] adjoint = new double[13];
        call("network", "Vjp", w, input, new double[] {1}, adjoint);
        assertThat(adjoint).containsExactly(jacobian[0]);
    }

    @Test
    void reluNetworkLearns() {
        SplittableRandom random = new SplittableRandom(7);
        double[] inputs = random.doubles(160, -1, 1).toArray();
        double[] targets = random.doubles(16, -1, 1).toArray();
        double[] w = random.doubles(1441, -0.3, 0.3).toArray();

        ScalarFunction function = (ScalarFunction) call("loss", "Function", inputs, targets);
        GradientCheck.of(function, w).assertPasses();

        double[] gradient = new double[w.length];
        double first = function.value(w);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 100; step++) {
            double loss = (Double) call("loss", "ValueAndGradient", w, inputs, targets, gradient);
            assertThat(loss).as("after %d steps", step).isLessThan(before);
            before = loss;
            for (int i = 0; i < w.length; i++) {
                w[i] -= 0.03 * gradient[i];
            }
        }
        assertThat(before).isLessThan(first / 2);
    }
}
