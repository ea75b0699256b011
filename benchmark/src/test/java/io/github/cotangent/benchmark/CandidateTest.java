package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.ArrayProblem;
import io.github.cotangent.benchmark.rosenbrock.RosenbrockProblem;
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

    @Test
    void rejectsATangentThatIsAlmostRight() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Candidate.JVP_GENERATED.verify(new Spoiled(0, 1e-9)))
                .withMessageStartingWith("JVP generated, the tangent: ");
    }

    /** A problem whose generated code is slightly wrong, by these relative errors. */
    private record Spoiled(double errorOfValue, double errorOfGradient) implements ArrayProblem {

        private static final ArrayProblem SOUND = new RosenbrockProblem(2);

        @Override
        public double[] point() {
            return SOUND.point();
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
        public double generated(double[] x, double[] gradient, Workspace workspace) {
            return SOUND.generated(x, gradient, workspace);
        }

        @Override
        public Dual jvpByHand(double[] x, double[] direction) {
            return SOUND.jvpByHand(x, direction);
        }

        @Override
        public Dual jvpGenerated(double[] x, double[] direction) {
            Dual sound = SOUND.jvpGenerated(x, direction);
            return new Dual(sound.value(), sound.tangent() * (1 + errorOfGradient));
        }
    }
}
