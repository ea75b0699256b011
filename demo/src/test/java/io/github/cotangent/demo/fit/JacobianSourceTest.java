package io.github.cotangent.demo.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.VectorFunction;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JacobianSourceTest {

    /** The model is linear in b1, whose certified value is about 239, and curved in b2, about 5.5e-4. */
    @ParameterizedTest
    @CsvSource({"GENERATED, 1e-14", "CENTRAL_DIFFERENCES, 1e-8", "FORWARD_DIFFERENCES, 1e-6"})
    void estimatesEveryElementInItsPlace(JacobianSource source, double tolerance) throws IOException {
        NistProblem problem = NistFile.builtIn("Misra1a");
        double[] x = problem.x()[0];
        double[] b = problem.certified();

        double[][] jacobian = source.jacobian(Catalogue.model("Misra1a").at(problem.x()), b);

        assertThat(jacobian).hasDimensions(x.length, 2);
        for (int i = 0; i < x.length; i++) {
            double decay = Math.exp(-b[1] * x[i]);
            assertThat(jacobian[i][0] / (1 - decay)).isEqualTo(1, within(tolerance));
            assertThat(jacobian[i][1] / (b[0] * x[i] * decay)).isEqualTo(1, within(tolerance));
        }
    }

    @ParameterizedTest
    @CsvSource({"GENERATED", "CENTRAL_DIFFERENCES", "FORWARD_DIFFERENCES"})
    void stepsAwayFromZero(JacobianSource source) {
        VectorFunction model = Catalogue.model("Misra1a").at(new double[][] {{2}});

        double[][] jacobian = source.jacobian(model, new double[] {3, 0});

        assertThat(jacobian[0]).containsExactly(new double[] {0, 6}, within(1e-6));
    }
}
