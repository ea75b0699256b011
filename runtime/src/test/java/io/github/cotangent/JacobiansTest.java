package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.Functions.Altered;
import io.github.cotangent.Functions.Ring;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JacobiansTest {

    private static final VectorFunction LINEAR = Functions.linear(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Test
    void rowsAreResultsAndColumnsParameters() {
        double[][] expected = {{1, 2, 3}, {4, 5, 6}};
        double[] x = {7, 8, 9};
        assertThat(Jacobians.forward(LINEAR, x)).isDeepEqualTo(expected);
        assertThat(Jacobians.reverse(LINEAR, x)).isDeepEqualTo(expected);
        assertThat(Jacobians.of(LINEAR, x)).isDeepEqualTo(expected);
        assertThat(LINEAR.jacobian(x)).isDeepEqualTo(expected);
        assertThat(x).containsExactly(7, 8, 9);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "5, 1", "3, 3", "2, 7", "7, 2", "0, 3", "3, 0", "0, 0"})
    void bothModesAgreeForEveryShape(int results, int parameters) {
        VectorFunction ring = new Ring(results, parameters);
        double[] x = new SplittableRandom(1).doubles(parameters, -2, 2).toArray();
        double[][] forward = Jacobians.forward(ring, x);
        double[][] reverse = Jacobians.reverse(ring, x);
        double[][] chosen = Jacobians.of(ring, x);
        for (double[][] jacobian : List.of(forward, reverse, chosen)) {
            assertThat(jacobian).hasDimensions(results, parameters);
        }
        for (int i = 0; i < results; i++) {
            assertThat(reverse[i]).containsExactly(forward[i], within(1e-14));
            assertThat(chosen[i]).containsExactly(forward[i], within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "1, 2, true",
        "2, 2, false",
        "2, 3, true",
        "3, 3, true",
        "20, 6, false",
        "20, 12, false",
        "20, 13, true",
        "5, 1, false",
        "0, 1, false",
        "0, 2, true",
        "1, 0, false",
        "0, 0, false",
        "2147483647, 1000000000, false",
        "2000000000, 2147483647, true",
        "1, 2147483647, true",
    })
    void aKeptSweepIsReckonedAsOneForwardSweepAndEachRowAsAboutHalf(int results, int parameters, boolean expected) {
        assertThat(Jacobians.reverseIsCheaper(results, parameters)).isEqualTo(expected);
    }

    @Test
    void theModeChosenIsTheCheaperOne() {
        assertThat(sweepsOfJacobian(1, 10)).containsExactly("vjp");
        assertThat(sweepsOfJacobian(10, 2)).containsExactly("jvp", "jvp");
    }

    private static List<String> sweepsOfJacobian(int results, int parameters) {
        List<String> sweeps = new ArrayList<>();
        VectorFunction counted = new Altered(
                new Ring(results, parameters),
                (function, x, direction, tangent) -> {
                    sweeps.add("jvp");
                    return function.jvp(x, direction, tangent);
                },
                (function, x, seed, adjoint) -> {
                    sweeps.add("vjp");
                    return function.vjp(x, seed, adjoint);
                });
        Jacobians.of(counted, new double[parameters]);
        return sweeps;
    }

    @Test
    void reverseModeGoesThroughThePullback() {
        VectorFunction onlyPullback = new VectorFunction() {
            @Override
            public double[] value(double[] x) {
                throw new AssertionError("value");
            }

            @Override
            public double[] jvp(double[] x, double[] direction, double[] tangent) {
                throw new AssertionError("jvp");
            }

            @Override
            public double[] vjp(double[] x, double[] seed, double[] adjoint) {
                throw new AssertionError("vjp");
            }

            @Override
            public Pullback pullback(double[] x) {
                return LINEAR.pullback(x);
            }
        };
        assertThat(Jacobians.reverse(onlyPullback, new double[3])).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
    }

    @Test
    void nansAndInfinitiesGoThrough() {
        double[][] jacobian = Jacobians.forward(new Ring(1, 2), new double[] {Double.NaN, Double.POSITIVE_INFINITY});
        assertThat(jacobian[0][0]).isNaN();
    }

    @Test
    void nullsAreNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> Jacobians.of(null, new double[1]))
                .withMessage("function");
        assertThatNullPointerException()
                .isThrownBy(() -> Jacobians.forward(null, new double[1]))
                .withMessage("function");
        assertThatNullPointerException()
                .isThrownBy(() -> Jacobians.reverse(null, new double[1]))
                .withMessage("function");
        assertThatNullPointerException()
                .isThrownBy(() -> Jacobians.of(LINEAR, null))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> Jacobians.forward(LINEAR, null))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> Jacobians.reverse(LINEAR, null))
                .withMessage("x");
    }

    @Test
    void wrongLengthsAreReportedByTheFunction() {
        VectorFunction ring = new Ring(2, 3);
        String message = "x has length 2, expected 3";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jacobians.of(ring, new double[2]))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jacobians.forward(ring, new double[2]))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jacobians.reverse(ring, new double[2]))
                .withMessage(message);
    }
}
