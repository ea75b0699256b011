package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientReport.Component;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The differences behind a gradient check: steps, digits, kinks, edges. */
class CentralDifferencesTest {

    /** Points and scales at which one step for all would fail. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-4, 1e-2, 1, 1e2, 1e4, 1e8})
    void stepsSuitTheScaleOfTheParameter(double x) {
        single(Math::log, x, 1 / x).assertPasses();
        single(Math::sqrt, x, 0.5 / Math.sqrt(x)).assertPasses();
        single(v -> 1 / v, x, -1 / (x * x)).assertPasses();
        single(Math::atan, x, 1 / (1 + x * x)).assertPasses();
        assertThat(single(Math::log, x, (1 / x) * (1 + 1e-5)).report().passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1e-4", "0, 1000", "1, 1000", "100, 30", "1e4, 1", "0, 125.66370614359172", "0, 1256.6370614359172"})
    void stepsSuitTheScaleOfTheFunction(double x, double frequency) {
        double slope = frequency * Math.cos(frequency * x);
        single(v -> Math.sin(frequency * v), x, slope).assertPasses();
        assertThat(single(v -> Math.sin(frequency * v), x, slope * (1 + 1e-5))
                        .report()
                        .passes())
                .isFalse();
    }

    @Test
    void extrapolationGivesTwelveDigits() {
        GradientReport report = single(Math::exp, 1, Math.E).report();
        Component component = report.worst().orElseThrow();
        assertThat(component.difference()).isCloseTo(Math.E, within(1e-12));
        assertThat(component.uncertainty()).isLessThan(1e-11);
        assertThat(component.step()).isBetween(1e-4, 1e-1);
    }

    @Test
    void aSmallDerivativeOfALargeValueIsHeldToWhatItsDigitsAllow() {
        single(x -> 1e6 + 1e-6 * Math.sin(x), 1, 1e-6 * Math.cos(1)).assertPasses();
        assertThat(single(x -> 1e6 + 1e-3 * Math.sin(x), 1, 1.1e-3 * Math.cos(1))
                        .report()
                        .passes())
                .isFalse();
    }

    @Test
    void aDerivativeOfZeroPassesAndOneNearZeroDoesNot() {
        single(x -> 5, 2, 0).assertPasses();
        single(x -> x * x, 0, 0).assertPasses();
        assertThat(single(x -> 5, 2, 1e-9).report().passes()).isFalse();
        assertThat(single(x -> x * x, 0, 1e-9).report().passes()).isFalse();
    }

    @Test
    void theEdgeOfTheDomainIsSaidClearly() {
        GradientReport report = single(Math::sqrt, 0, Double.POSITIVE_INFINITY).report();
        assertThat(report.worst().orElseThrow().problem())
                .contains("not finite on both sides of x[0] = 0.0")
                .contains("edge of the domain");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-10, 1e-9, 1e-8})
    void aKinkAtOrNearXIsReportedWithBothSlopes(double distance) {
        GradientReport report = single(x -> Math.abs(x - 1), 1 + distance, 1).report();
        assertThat(report.passes()).isFalse();
        assertThat(report.worst().orElseThrow().problem())
                .contains("stay apart")
                .contains("kink");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-4, 1e-2, 1})
    void aKinkFurtherAwayDoesNotHarm(double distance) {
        single(x -> Math.abs(x - 1) * x, 1 + distance, 1 + 2 * distance).assertPasses();
        assertThat(single(x -> Math.abs(x - 1) * x, 1 + distance, 1.001 + 2 * distance)
                        .report()
                        .passes())
                .isFalse();
    }

    @Test
    void aJumpAtXIsReported() {
        GradientReport report = single(x -> Math.floor(x), 2, 0).report();
        assertThat(report.passes()).isFalse();
        assertThat(report.worst().orElseThrow().problem())
                .contains("does not settle")
                .contains("jump");
    }

    @Test
    void noKinkIsClaimedWhereThereIsNone() {
        assertThat(single(Math::exp, 1, 2).report().worst().orElseThrow().problem())
                .isEqualTo("the two do not agree");
        assertThat(single(x -> x * x, 0, 1).report().worst().orElseThrow().problem())
                .isEqualTo("the two do not agree");
        assertThat(single(Math::cos, 0, 1).report().worst().orElseThrow().problem())
                .isEqualTo("the two do not agree");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 0.01, 1, 100})
    void functionsInFloatAreCheckedAtTheirPrecision(double x) {
        DoubleUnaryOperator rounded = v -> (float) (Math.sin((float) v) + 2);
        single(rounded, x, Math.cos(x)).tolerance(1e-3).precision(1e-7).assertPasses();
        assertThat(single(rounded, x, 1.1 * Math.cos(x))
                        .tolerance(1e-3)
                        .precision(1e-7)
                        .report()
                        .passes())
                .isFalse();
    }

    private static GradientCheck single(DoubleUnaryOperator function, double x, double derivative) {
        return GradientCheck.gradient(v -> function.applyAsDouble(v[0]), new double[] {x}, new double[] {derivative});
    }
}
