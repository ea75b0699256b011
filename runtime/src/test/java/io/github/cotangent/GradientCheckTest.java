package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cotangent.Functions.Altered;
import io.github.cotangent.Functions.Linear;
import io.github.cotangent.Functions.Ring;
import io.github.cotangent.GradientReport.Component;
import io.github.cotangent.GradientReport.Origin;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong derivatives of every kind are found, and the report says which. */
class GradientCheckTest {

    private static final VectorFunction RING = new Ring(3, 4);
    private static final double[] POINT = {0.3, -1.2, 2.5, 0.7};

    @Test
    void rightDerivativesPassInOneLine() {
        GradientCheck.of(Functions.wave(), 3, 4).assertPasses();
        GradientCheck.of(RING, POINT).assertPasses();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 2", "2, 0"})
    void emptyShapesPass(int results, int parameters) {
        GradientReport report = GradientCheck.of(new Ring(results, parameters), new double[parameters])
                .report();
        assertThat(report.passes()).isTrue();
        assertThat(report.components()).isEmpty();
        assertThat(report.worst()).isEmpty();
        assertThat(report.toString()).startsWith("Gradient check passed");
    }

    @Test
    void bothModesAreComparedForEveryComponent() {
        GradientReport report = GradientCheck.of(RING, POINT).report();
        assertThat(report.components()).hasSize(2 * 3 * 4).allMatch(Component::passes);
        assertThat(report.parameters()).isEqualTo(4);
        assertThat(report.results()).isEqualTo(3);
        assertThat(report.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1e-4", "-1e-4", "1e-5", "0.5"})
    void oneReverseComponentThatIsOffIsTheWorst(double relative) {
        Altered off = Altered.vjp(RING, (function, x, seed, adjoint) -> {
            double[] y = function.vjp(x, seed, adjoint);
            adjoint[2] += relative * seed[1] * 2.5;
            return y;
        });
        GradientReport report = GradientCheck.of(off, POINT).report();
        assertThat(report.passes()).isFalse();
        Component worst = report.worst().orElseThrow();
        assertThat(worst.origin()).isEqualTo(Origin.VJP);
        assertThat(worst.result()).isEqualTo(1);
        assertThat(worst.parameter()).isEqualTo(2);
        assertThat(worst.relativeError()).isBetween(Math.abs(relative) / 10, Math.abs(relative) * 10);
        assertThat(worst.step()).isPositive();
        assertThat(report.components().stream().filter(c -> !c.passes())).hasSize(1);
        assertThat(report.problems()).singleElement().asString().contains("⟨ȳ, J·v⟩");
        assertThat(report.toString())
                .contains("worst: ∂y[1]/∂x[2] by reverse mode, vjp: " + worst.derivative())
                .contains("central difference " + worst.difference());
    }

    @Test
    void oneForwardComponentThatIsOffIsTheWorst() {
        Altered off = Altered.jvp(RING, (function, x, direction, tangent) -> {
            double[] y = function.jvp(x, direction, tangent);
            tangent[2] += 1e-4 * direction[0];
            return y;
        });
        Component worst = GradientCheck.of(off, POINT).report().worst().orElseThrow();
        assertThat(worst.passes()).isFalse();
        assertThat(worst.origin()).isEqualTo(Origin.JVP);
        assertThat(worst.result()).isEqualTo(2);
        assertThat(worst.parameter()).isEqualTo(0);
    }

    @Test
    void theWorstOfSeveralIsNamedFirst() {
        GradientReport report = GradientCheck.gradient(
                        x -> x[0] + x[1] + x[2], new double[] {1, 2, 3}, new double[] {1.001, 1.1, 1.01})
                .report();
        assertThat(report.worst().orElseThrow().parameter()).isEqualTo(1);
        assertThat(report.toString()
                        .lines()
                        .filter(line -> line.contains("∂y"))
                        .map(line -> line.strip().replaceAll(" by.*", "")))
                .containsExactly("worst: ∂y[0]/∂x[1]", "∂y[0]/∂x[2]", "∂y[0]/∂x[0]");
    }

    @Test
    void aLongListIsCut() {
        double[] x = new double[50];
        GradientReport report = GradientCheck.gradient(v -> Arrays.stream(v).sum(), x, new double[50])
                .report();
        assertThat(report.components()).hasSize(50).noneMatch(Component::passes);
        assertThat(report.toString()).endsWith("and 40 derivatives more");
    }

    @Test
    void aTransposedJacobianIsFound() {
        double[][] matrix = {{1, 2}, {3, 4}};
        double[][] transposed = {{1, 3}, {2, 4}};
        GradientReport report =
                GradientCheck.of(new Linear(matrix, transposed), 1, 1).report();
        assertThat(report.components().stream().filter(c -> !c.passes()))
                .hasSize(2)
                .allMatch(c -> c.origin() == Origin.VJP && c.result() != c.parameter());
        assertThat(report.problems()).anyMatch(problem -> problem.contains("⟨ȳ, J·v⟩"));
    }

    @Test
    void aValueThatDiffersByOneUnitInTheLastPlaceIsFound() {
        Altered jvp =
                Altered.jvp(RING, (function, x, direction, tangent) -> nudged(function.jvp(x, direction, tangent)));
        assertProblem(GradientCheck.of(jvp, POINT), "jvp returns y[1] = ");
        Altered vjp = Altered.vjp(RING, (function, x, seed, adjoint) -> nudged(function.vjp(x, seed, adjoint)));
        assertProblem(GradientCheck.of(vjp, POINT), "vjp returns y[1] = ");
    }

    private static double[] nudged(double[] y) {
        y[1] = Math.nextUp(y[1]);
        return y;
    }

    @Test
    void aValueOfAnotherLengthIsFound() {
        Altered jvp = Altered.jvp(RING, (function, x, direction, tangent) -> {
            function.jvp(x, direction, tangent);
            return new double[2];
        });
        assertProblem(GradientCheck.of(jvp, POINT), "jvp returns a value of length 2, value one of length 3");
    }

    @Test
    void accumulationIsFound() {
        Altered adding = Altered.vjp(RING, (function, x, seed, adjoint) -> {
            double[] fresh = new double[adjoint.length];
            double[] y = function.vjp(x, seed, fresh);
            Arrays.setAll(adjoint, j -> adjoint[j] + fresh[j]);
            return y;
        });
        assertProblem(GradientCheck.of(adding, POINT), "vjp gives adjoint[0] = ", "it must overwrite");
        Altered leaving = Altered.jvp(RING, (function, x, direction, tangent) -> {
            double last = tangent[2];
            double[] y = function.jvp(x, direction, tangent);
            tangent[2] = last;
            return y;
        });
        assertProblem(GradientCheck.of(leaving, POINT), "jvp gives tangent[2] = ", "it must overwrite");
    }

    @Test
    void changedArgumentsAreFound() {
        assertProblem(
                GradientCheck.of(
                        Altered.jvp(RING, (function, x, direction, tangent) -> {
                            double[] y = function.jvp(x, direction, tangent);
                            x[3] = 0;
                            direction[1] = 0;
                            return y;
                        }),
                        POINT),
                "jvp changes x[3] from 0.7 to 0.0",
                "jvp changes direction[1] from ");
        assertProblem(
                GradientCheck.of(
                        Altered.vjp(RING, (function, x, seed, adjoint) -> {
                            double[] y = function.vjp(x, seed, adjoint);
                            x[0]++;
                            seed[2] = 0;
                            return y;
                        }),
                        POINT),
                "vjp changes x[0] from 0.3 to 1.3",
                "vjp changes seed[2] from ");
        assertProblem(
                GradientCheck.gradient(x -> x[0]++, new double[] {5}, new double[] {1}),
                "value changes x[0] from 5.0 to 6.0");
    }

    @Test
    void aFunctionThatIsNotDeterministicIsFound() {
        int[] calls = {0};
        assertProblem(
                GradientCheck.gradient(x -> x[0] + calls[0]++, new double[] {1}, new double[] {1}),
                "value, called again, returns y[0] = 2.0, value returned 1.0");
    }

    @Test
    void aPullbackThatGoesWrongTheSecondTimeIsFound() {
        VectorFunction once = new VectorFunction() {
            @Override
            public double[] value(double[] x) {
                return RING.value(x);
            }

            @Override
            public double[] jvp(double[] x, double[] direction, double[] tangent) {
                return RING.jvp(x, direction, tangent);
            }

            @Override
            public double[] vjp(double[] x, double[] seed, double[] adjoint) {
                return RING.vjp(x, seed, adjoint);
            }

            @Override
            public Pullback pullback(double[] x) {
                boolean[] used = {false};
                return new Pullback() {
                    @Override
                    public double[] value() {
                        return RING.value(x);
                    }

                    @Override
                    public void apply(double[] seed, double[] adjoint) {
                        RING.vjp(x, seed, adjoint);
                        adjoint[1] *= used[0] ? 2 : 1;
                        used[0] = true;
                    }
                };
            }
        };
        assertProblem(GradientCheck.of(once, POINT), "pullback, applied again, gives adjoint[1] = ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aDerivativeThatIsNotFiniteFails(double derivative) {
        GradientReport report = single(x -> x, 1, derivative).report();
        assertThat(report.passes()).isFalse();
        assertThat(report.worst().orElseThrow().problem()).isEqualTo("the derivative is not finite");
    }

    @Test
    void aDerivativeOfNanIsWorseThanOneThatIsOff() {
        GradientReport report = GradientCheck.gradient(
                        x -> x[0] + x[1], new double[] {1, 1}, new double[] {Double.NaN, 1e9})
                .report();
        assertThat(report.worst().orElseThrow().parameter()).isEqualTo(0);
    }

    @Test
    void aValueThatIsNotFiniteIsSaidClearly() {
        GradientReport report = single(Math::log, -1, -1).report();
        assertThat(report.passes()).isFalse();
        assertThat(report.components()).isEmpty();
        assertThat(report.problems()).containsExactly("y[0] is NaN at this x: nothing to compare; check at another x");
        assertProblem(single(Math::log, 0, 1), "y[0] is -Infinity at this x");
    }

    @Test
    void theToleranceDecides() {
        GradientCheck check = single(x -> x, 1, 1.001);
        assertThat(check.report().passes()).isFalse();
        assertThat(check.tolerance(1e-2).report().passes()).isTrue();
        assertThat(check.tolerance(1e-4).report().passes()).isFalse();
        assertThat(check.report().tolerance()).isEqualTo(1e-6);
        assertThat(single(x -> x, 1, 1 + 1e-8).tolerance(1e-9).report().passes())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void tolerancesOutOfRangeAreRejected(double tolerance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientCheck.of(RING, POINT).tolerance(tolerance))
                .withMessageStartingWith("tolerance is " + tolerance);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-17, 1, Double.NaN})
    void precisionsOutOfRangeAreRejected(double precision) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientCheck.of(RING, POINT).precision(precision))
                .withMessageStartingWith("precision is " + precision);
    }

    @Test
    void equalSeedsGiveEqualReports() {
        Linear wrong = new Linear(new double[][] {{1, 2}}, new double[][] {{1, 3}});
        String first = GradientCheck.of(wrong, 1, 1).seed(7).report().toString();
        assertThat(GradientCheck.of(wrong, 1, 1).seed(7).report().toString()).isEqualTo(first);
        assertThat(GradientCheck.of(wrong, 1, 1).seed(8).report().toString()).isNotEqualTo(first);
    }

    @Test
    void failureThrowsTheReport() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> single(x -> x, 1, 2).assertPasses())
                .withMessageStartingWith("Gradient check FAILED: parameters 1, results 1, tolerance 1.0e-06")
                .withMessageContaining("∂y[0]/∂x[0] by the given gradient: 2.0, central difference 1.0");
    }

    @Test
    void argumentsAreCopied() {
        double[] x = {1};
        double[] gradient = {2};
        GradientCheck check = GradientCheck.gradient(v -> v[0] * v[0], x, gradient);
        x[0] = 5;
        gradient[0] = 0;
        assertThatCode(check::assertPasses).doesNotThrowAnyException();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> GradientCheck.of((ScalarFunction) null, 1))
                .withMessage("function");
        assertThatNullPointerException()
                .isThrownBy(() -> GradientCheck.of((VectorFunction) null, 1))
                .withMessage("function");
        assertThatNullPointerException()
                .isThrownBy(() -> GradientCheck.of(RING, (double[]) null))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> GradientCheck.gradient(null, POINT, POINT))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> GradientCheck.gradient(x -> 0, null, POINT))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> GradientCheck.gradient(x -> 0, POINT, null))
                .withMessage("gradient");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientCheck.gradient(x -> 0, POINT, new double[3]))
                .withMessage("gradient has length 3, expected 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientCheck.of(RING, 1, Double.NaN, 1, 1))
                .withMessage("x[1] is NaN, expected a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientCheck.of(RING, 1).report())
                .withMessage("x has length 1, expected 4");
    }

    private static GradientCheck single(DoubleUnaryOperator function, double x, double derivative) {
        return GradientCheck.gradient(v -> function.applyAsDouble(v[0]), new double[] {x}, new double[] {derivative});
    }

    private static void assertProblem(GradientCheck check, String... parts) {
        GradientReport report = check.report();
        assertThat(report.passes()).isFalse();
        assertThat(String.join("\n", report.problems())).contains(parts);
        assertThat(report.toString()).contains(parts);
    }
}
