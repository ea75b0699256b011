package io.github.cotangent.benchmark;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.benchmark.blackscholes.BlackScholesProblem;
import io.github.cotangent.benchmark.cholesky.CholeskyProblem;
import io.github.cotangent.benchmark.gmm.GmmProblem;
import io.github.cotangent.benchmark.logsumexp.LogSumExpProblem;
import io.github.cotangent.benchmark.lorenz.LorenzProblem;
import io.github.cotangent.benchmark.lstm.LstmProblem;
import io.github.cotangent.benchmark.matvec.MatrixVectorProblem;
import io.github.cotangent.benchmark.network.NetworkProblem;
import io.github.cotangent.benchmark.newton.VanDerWaalsProblem;
import io.github.cotangent.benchmark.problem.GradientProblem;
import io.github.cotangent.benchmark.rosenbrock.RosenbrockProblem;
import io.github.cotangent.benchmark.speelpenning.ProductProblem;
import io.github.cotangent.benchmark.stencil.StencilProblem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {

    /** Every kind of problem, small enough for the differences that a careful check takes. */
    static Stream<GradientProblem<?>> small() {
        return Stream.of(
                new RosenbrockProblem(2),
                new RosenbrockProblem(100),
                new LogSumExpProblem(1),
                new LogSumExpProblem(50),
                new BlackScholesProblem(),
                new ProductProblem(1),
                new ProductProblem(20),
                new NetworkProblem(),
                new LorenzProblem(100),
                new MatrixVectorProblem(7),
                new CholeskyProblem(1),
                new CholeskyProblem(7),
                new StencilProblem(3),
                new StencilProblem(30),
                new VanDerWaalsProblem(),
                GmmProblem.read("gmm_d2_K5.txt").with(50, 1.5, 2),
                GmmProblem.random(4, 3, 10).with(10, 1.5, 2),
                LstmProblem.read("lstm_l2_c1024.txt").withCharacters(5));
    }

    @ParameterizedTest
    @MethodSource("small")
    void byHandAgreesWithDifferences(GradientProblem<?> problem) {
        assertPasses(problem, Candidate.BY_HAND);
    }

    @ParameterizedTest
    @MethodSource("small")
    void generatedAgreesWithDifferences(GradientProblem<?> problem) {
        assertPasses(problem, Candidate.GENERATED);
    }

    @ParameterizedTest
    @MethodSource("small")
    void allCandidatesAgree(GradientProblem<?> problem) {
        for (Candidate candidate : Candidate.values()) {
            candidate.verify(problem);
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedAgreesWithByHandAtTheSizeThatIsMeasured(Instance instance) {
        Candidate.GENERATED.verify(instance.problem(0));
        Candidate.JVP_BY_HAND.verify(instance.problem(0));
        Candidate.JVP_GENERATED.verify(instance.problem(0));
    }

    private static <A> void assertPasses(GradientProblem<A> problem, Candidate candidate) {
        Point<A, A> point = new Point<>(problem);
        double[] gradient = candidate.derivative(problem);
        GradientCheck.gradient(point::valueAt, point.parameters(), gradient).assertPasses();
    }
}
