package io.github.cotangent.demo.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.Jacobians;
import io.github.cotangent.VectorFunction;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsTest {

    /** Each parameter is certified to 11 digits, so it is off by at most this part. */
    private static final double ROUNDING = 5e-11;

    static Collection<String> names() {
        return Catalogue.names();
    }

    /**
     * A wrong formula could not reach the certified minimum. The sum of squares is flat there: parameters off by δ raise it
     * by {@code |J δ|²}, which matters for Lanczos1 alone.
     */
    @ParameterizedTest
    @MethodSource("names")
    void certifiedParametersGiveTheCertifiedResiduals(String name) throws IOException {
        NistProblem problem = NistFile.builtIn(name);
        VectorFunction model = Catalogue.model(name).at(problem.x());
        double[] b = problem.certified();
        double[] predicted = model.value(b);
        double[][] jacobian = model.jacobian(b);

        double sumOfSquares = 0;
        double rise = 0;
        for (int i = 0; i < predicted.length; i++) {
            double residual = problem.y()[i] - predicted[i];
            sumOfSquares += residual * residual;
            double shift = 0;
            for (int j = 0; j < b.length; j++) {
                shift += Math.abs(jacobian[i][j] * b[j]) * ROUNDING;
            }
            rise += shift * shift;
        }

        double certified = problem.residualSumOfSquares();
        assertThat(Math.abs(sumOfSquares - certified)).isLessThanOrEqualTo(1e-9 * certified + rise);
    }

    @ParameterizedTest
    @MethodSource("names")
    void generatedDerivativesAgreeWithDifferencesAndWithEachOther(String name) throws IOException {
        NistProblem problem = NistFile.builtIn(name);
        VectorFunction model = Catalogue.model(name).at(problem.x());

        for (double[] b : List.of(problem.starts()[0], problem.starts()[1], problem.certified())) {
            GradientCheck.of(model, b).assertPasses();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void forwardAndReverseJacobiansAgree(String name) throws IOException {
        NistProblem problem = NistFile.builtIn(name);
        VectorFunction model = Catalogue.model(name).at(problem.x());

        double[][] forward = Jacobians.forward(model, problem.certified());
        double[][] reverse = Jacobians.reverse(model, problem.certified());

        assertThat(forward).hasDimensions(problem.y().length, problem.certified().length);
        for (int i = 0; i < forward.length; i++) {
            for (int j = 0; j < forward[i].length; j++) {
                double scale = Math.max(Math.abs(forward[i][j]), Double.MIN_NORMAL);
                assertThat(Math.abs(forward[i][j] - reverse[i][j])).isLessThanOrEqualTo(1e-12 * scale);
            }
        }
    }
}
