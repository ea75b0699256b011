package io.github.cotangent.demo.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FitTest {

    static Collection<String> names() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void findsTheCertifiedParametersFromBothStarts(String name) throws IOException {
        NistProblem problem = NistFile.builtIn(name);
        for (double[] start : problem.starts()) {
            Fit fit = generated(problem, problem.y(), start);

            assertThat(fit.failure()).isEmpty();
            assertThat(fit.iterations()).isPositive();
            assertThat(Digits.matching(fit.parameters(), problem.certified())).isGreaterThan(6);
            // Residuals near the rounding error of the data leave two or three digits of their sum of squares.
            assertThat(Digits.matching(fit.residualSumOfSquares(), problem.residualSumOfSquares()))
                    .isGreaterThan(name.equals("Lanczos1") ? 2 : 9);
        }
    }

    /** Far out, 1 - exp(-b2 x) rounds to 1: differences are zero there, while the derivative still points back. */
    @Test
    void generatedJacobiansLeaveThePlateauThatHoldsDifferences() throws IOException {
        Result result = Result.of(NistFile.builtIn("BoxBOD"), 1);

        assertThat(result.solved(JacobianSource.GENERATED)).isTrue();
        assertThat(result.solved(JacobianSource.CENTRAL_DIFFERENCES)).isFalse();
        assertThat(Shortfall.ofParameters(result, JacobianSource.CENTRAL_DIFFERENCES))
                .isEqualTo("stopped at a residual sum of squares of 9771, certified is 1168;"
                        + " a plateau where the curve does not depend on b2");
    }

    @Test
    void givesUpWithAReasonWhereNothingCanBeComputed() throws IOException {
        NistProblem problem = NistFile.builtIn("BoxBOD");
        double[] y = problem.y().clone();
        y[2] = Double.NaN;

        Fit endless = generated(problem, y, problem.starts()[1]);
        Fit overflowing = generated(problem, problem.y(), new double[] {1, -1e9});

        assertThat(endless.failure())
                .hasValueSatisfying(reason -> assertThat(reason).contains("10,000"));
        assertThat(overflowing.failure()).isPresent();
        assertThat(Arrays.stream(overflowing.parameters())).allMatch(b -> Double.isNaN(b));
    }

    private static Fit generated(NistProblem problem, double[] y, double[] start) {
        return Fit.of(Catalogue.model(problem.name()).at(problem.x()), JacobianSource.GENERATED, y, start);
    }
}
