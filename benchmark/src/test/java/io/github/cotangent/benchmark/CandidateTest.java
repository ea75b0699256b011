package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cotangent.benchmark.problem.Problem;
import io.github.cotangent.benchmark.rosenbrock.RosenbrockProblem;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

class CandidateTest {

    @Test
    void rejectsAComponentThatIsAlmostRight() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Candidate.GENERATED.verify(new Spoiled(0, 1e-9)))
                .withMessageStartingWith("generated, component 1: ");
    }

    @Test
    void rejectsAValueThatIsAlmostRight() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Candidate.GENERATED.verify(new Spoiled(1e-9, 0)))
                .withMessageStartingWith("generated, the value: ");
    }

    @Test
    void rejectsNotANumber() {
        assertThatIllegalStateException().isThrownBy(() -> Candidate.GENERATED.verify(new Spoiled(0, Double.NaN)));
    }

    /** A problem whose generated code is slightly wrong, by these relative errors. */
    private record Spoiled(double errorOfValue, double errorOfGradient) implements Problem {

        private static final Problem SOUND = new RosenbrockProblem(2);

        @Override
        public double[] parameters() {
            return SOUND.parameters();
        }

        @Override
        public double value(double[] x) {
            return SOUND.value(x);
        }

        @Override
        public double byHand(double[] x, double[] gradient) {
            return SOUND.byHand(x, gradient);
        }

        @Override
        public double generated(double[] x, double[] gradient) {
            double value = SOUND.generated(x, gradient);
            gradient[1] *= 1 + errorOfGradient;
            return value * (1 + errorOfValue);
        }

        @Override
        public Gradient hipparchus(Gradient[] x) {
            return SOUND.hipparchus(x);
        }
    }
}
