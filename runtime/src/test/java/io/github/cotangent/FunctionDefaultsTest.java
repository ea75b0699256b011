package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

/** What {@link ScalarFunction} and {@link VectorFunction} derive from their abstract methods. */
class FunctionDefaultsTest {

    private final ScalarFunction wave = Functions.wave();

    @Test
    void gradientIsOneReverseSweep() {
        assertThat(wave.gradient(new double[] {3, 4})).containsExactly(4 + Math.cos(3), 3);
    }

    @Test
    void valueAndGradientOverwrites() {
        double[] gradient = {100, 100};
        assertThat(wave.valueAndGradient(new double[] {3, 4}, gradient)).isEqualTo(12 + Math.sin(3));
        assertThat(gradient).containsExactly(4 + Math.cos(3), 3);
    }

    @Test
    void badArgumentsAreNamedBeforeAnythingIsWritten() {
        double[] x = {3, 4};
        double[] tooLong = {9, 9, 9};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wave.valueAndGradient(x, tooLong))
                .withMessage("gradient has length 3, expected 2");
        assertThat(tooLong).containsExactly(9, 9, 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wave.valueAndGradient(x, x))
                .withMessage("gradient is the same array as x, expected another one");
        assertThat(x).containsExactly(3, 4);
        assertThatNullPointerException()
                .isThrownBy(() -> wave.valueAndGradient(x, null))
                .withMessage("gradient");
        assertThatNullPointerException()
                .isThrownBy(() -> wave.valueAndGradient(null, tooLong))
                .withMessage("x");
        assertThatNullPointerException().isThrownBy(() -> wave.gradient(null)).withMessage("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wave.gradient(new double[3]))
                .withMessage("x has length 3, expected 2");
    }

    @Test
    void pullbackIsAppliedAnyNumberOfTimes() {
        VectorFunction linear = Functions.linear(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        Pullback pullback = linear.pullback(new double[] {1, 1, 1});
        double[] adjoint = {100, 100, 100};
        pullback.apply(new double[] {1, 0}, adjoint);
        assertThat(adjoint).containsExactly(1, 2, 3);
        pullback.apply(new double[] {10, 1}, adjoint);
        assertThat(adjoint).containsExactly(14, 25, 36);
        assertThat(pullback.value()).containsExactly(6, 15).isSameAs(pullback.value());
    }

    @Test
    void stopGradientIsTheIdentity() {
        assertThat(Differentiation.stopGradient(2.5)).isEqualTo(2.5);
        assertThat(Differentiation.stopGradient(-0.0)).isEqualTo(-0.0);
        assertThat(Differentiation.stopGradient(Double.NaN)).isNaN();
        assertThat(Differentiation.stopGradient(2.5f)).isEqualTo(2.5f);
    }
}
