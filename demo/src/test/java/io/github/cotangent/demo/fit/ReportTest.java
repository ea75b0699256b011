package io.github.cotangent.demo.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void showsDigitsAndReasons() throws IOException {
        NistProblem misra1a = NistFile.builtIn("Misra1a");
        double[] b = misra1a.certified();
        double sum = misra1a.residualSumOfSquares();
        Map<JacobianSource, Fit> fits = new EnumMap<>(JacobianSource.class);
        fits.put(JacobianSource.GENERATED, fit(sum, b));
        fits.put(JacobianSource.CENTRAL_DIFFERENCES, fit(sum, b[0] * 1.001, b[1]));
        fits.put(JacobianSource.FORWARD_DIFFERENCES, fit(2 * sum, b[0], b[1] * 1.01));

        String report = Report.of(List.of(new Result(misra1a, 2, fits)));

        assertThat(report)
                .contains(
                        "Misra1a    lower           2       12   11.0   11.0       12    3.0*  11.0       12    2.0*   0.0")
                .contains("generated Jacobian: 1 of 1 solved")
                .contains("central differences: 0 of 1 solved")
                .contains("Misra1a from start 2: 3.0 digits: the valley is flat")
                .contains("Misra1a from start 2: stopped at a residual sum of squares of 0.2491, certified is 0.1246")
                .doesNotContain("RSS of");
    }

    @Test
    void saysWhyTheOptimiserGaveUp() throws IOException {
        Fit failed = new Fit(new double[] {Double.NaN, Double.NaN}, Double.NaN, 0, Optional.of("out of steps"));

        assertThat(Shortfall.ofParameters(
                        withAll(NistFile.builtIn("Misra1a"), failed), JacobianSource.CENTRAL_DIFFERENCES))
                .isEqualTo("gave up: out of steps");
    }

    @Test
    void tellsDataThatContradictThemselves() throws IOException {
        NistProblem p = NistFile.builtIn("Misra1a");
        double[] wrong = {p.certified()[0] + 100, p.certified()[1]};
        NistProblem contradictory = new NistProblem(
                p.name(), p.difficulty(), p.starts(), wrong, p.residualSumOfSquares(), p.variables(), p.y(), p.x());

        assertThat(Shortfall.ofParameters(
                        withAll(contradictory, fit(p.residualSumOfSquares(), p.certified())), JacobianSource.GENERATED))
                .startsWith(
                        "the data contradict themselves: the certified parameters leave a residual sum of squares of ")
                .endsWith(", not 0.1246");
    }

    @Test
    void explainsASumOfSquaresLostInRounding() throws IOException {
        NistProblem lanczos1 = NistFile.builtIn("Lanczos1");

        assertThat(Report.of(List.of(withAll(lanczos1, fit(1.44e-25, lanczos1.certified())))))
                .contains(
                        "RSS of Lanczos1: the residuals, about 8e-14, are near the rounding error of the data, 4e-16");
    }

    private static Fit fit(double residualSumOfSquares, double... parameters) {
        return new Fit(parameters, residualSumOfSquares, 12, Optional.empty());
    }

    private static Result withAll(NistProblem problem, Fit fit) {
        Map<JacobianSource, Fit> fits = new EnumMap<>(JacobianSource.class);
        for (JacobianSource source : JacobianSource.values()) {
            fits.put(source, fit);
        }
        return new Result(problem, 1, fits);
    }
}
