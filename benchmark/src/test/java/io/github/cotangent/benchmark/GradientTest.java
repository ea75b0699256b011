package io.github.cotangent.benchmark;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.benchmark.blackscholes.BlackScholesProblem;
import io.github.cotangent.benchmark.gmm.GmmProblem;
import io.github.cotangent.benchmark.lstm.LstmProblem;
import io.github.cotangent.benchmark.network.NetworkProblem;
import io.github.cotangent.benchmark.problem.Problem;
import io.github.cotangent.benchmark.rosenbrock.RosenbrockProblem;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {

    /** Every kind of problem, small enough for the differences that a careful check takes. */
    static Stream<Problem> small() {
        return Stream.of(
                new RosenbrockProblem(2),
                new RosenbrockProblem(100),
                new BlackScholesProblem(),
                new NetworkProblem(0.35, -0.8),
                GmmProblem.read("gmm_d2_K5.txt").with(50, 1.5, 2),
                LstmProblem.read("lstm_l2_c1024.txt").withCharacters(5));
    }

    @ParameterizedTest
    @MethodSource("small")
    void byHandAgreesWithDifferences(Problem problem) {
        assertPasses(problem, Candidate.BY_HAND);
    }

    @ParameterizedTest
    @MethodSource("small")
    void generatedAgreesWithDifferences(Problem problem) {
        assertPasses(problem, Candidate.GENERATED);
    }

    @ParameterizedTest
    @MethodSource("small")
    void allCandidatesAgree(Problem problem) {
        for (Candidate candidate : Candidate.values()) {
            candidate.verify(problem);
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedAgreesWithByHandAtTheSizeThatIsMeasured(Instance instance) {
        Candidate.GENERATED.verify(instance.problem());
    }

    private static void assertPasses(Problem problem, Candidate candidate) {
        double[] x = problem.parameters();
        double[] gradient = new double[x.length];
        Arrays.fill(gradient, Double.NaN);
        candidate.gradient(problem, x, gradient);
        GradientCheck.gradient(problem::value, x, gradient).assertPasses();
    }
}
