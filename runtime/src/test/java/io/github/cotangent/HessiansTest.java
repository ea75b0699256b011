package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cotangent.GradientReport.Component;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hessians from products, and what a check says of products that are wrong. */
class HessiansTest {

    private static final double[] POINT = {3, 4};

    /** {@code f(x) = x₀²·x₁ + sin(x₀)}, its Hessian off by what the test wants. */
    private record Cubic(double extraDiagonal, double extraUpper, boolean adds) implements TwiceDifferentiableFunction {

        static Cubic right() {
            return new Cubic(0, 0, false);
        }

        @Override
        public double value(double[] x) {
            return x[0] * x[0] * x[1] + Math.sin(x[0]);
        }

        @Override
        public Dual jvp(double[] x, double[] direction) {
            double slope = 2 * x[0] * x[1] + Math.cos(x[0]);
            return new Dual(value(x), slope * direction[0] + x[0] * x[0] * direction[1]);
        }

        @Override
        public double vjp(double[] x, double seed, double[] adjoint) {
            adjoint[0] = seed * (2 * x[0] * x[1] + Math.cos(x[0]));
            adjoint[1] = seed * (x[0] * x[0]);
            return value(x);
        }

        @Override
        public void hvp(double[] x, double[] direction, double[] hvp) {
            Buffers.checkLength("x", x, 2);
            double diagonal = 2 * x[1] - Math.sin(x[0]) + extraDiagonal;
            double before = adds ? hvp[1] : 0;
            hvp[0] = diagonal * direction[0] + (2 * x[0] + extraUpper) * direction[1];
            hvp[1] = before + 2 * x[0] * direction[0];
        }
    }

    @Test
    void rowsAreProductsWithUnitVectors() {
        double[][] hessian = Cubic.right().hessian(POINT);
        assertThat(hessian).isDeepEqualTo(new double[][] {{8 - Math.sin(3), 6}, {6, 0}});
        assertThat(Hessians.of(Cubic.right(), POINT)).isDeepEqualTo(hessian);
    }

    @Test
    void nothingIsSymmetrised() {
        double[][] hessian = Hessians.of(new Cubic(0, 0.5, false), POINT);
        assertThat(hessian[0][1]).isEqualTo(6);
        assertThat(hessian[1][0]).isEqualTo(6.5);
    }

    @Test
    void productsGetUnitVectorsAndRowsOfZeros() {
        double[][] hessian = Hessians.of(3, (direction, row) -> {
            assertThat(row).containsOnly(0);
            assertThat(Arrays.stream(direction).sum()).isEqualTo(1);
            row[0] = direction[0] + 10 * direction[1] + 100 * direction[2];
        });
        assertThat(hessian).isDeepEqualTo(new double[][] {{1, 0, 0}, {10, 0, 0}, {100, 0, 0}});
    }

    @Test
    void noParametersNoRows() {
        assertThat(Hessians.of(0, (direction, row) -> assertThat(row).isEmpty()))
                .isEmpty();
    }

    @Test
    void withoutParametersTheFunctionThrowsAsEver() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cubic.right().hessian(new double[0]));
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> Hessians.of(null, POINT))
                .withMessage("function");
        assertThatNullPointerException()
                .isThrownBy(() -> Hessians.of(Cubic.right(), null))
                .withMessage("x");
        assertThatNullPointerException().isThrownBy(() -> Hessians.of(1, null)).withMessage("product");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hessians.of(-1, (direction, row) -> {}))
                .withMessage("parameters is -1, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cubic.right().hessian(new double[3]))
                .withMessage("x has length 3, expected 2");
    }

    @Test
    void rightSecondDerivativesPassInOneLine() {
        GradientCheck.secondOrder(Cubic.right(), POINT).assertPasses();
        GradientReport report = GradientCheck.secondOrder(Cubic.right(), POINT).report();
        assertThat(report.components()).hasSize(4).allMatch(Component::passes);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, -0.5, Double.NaN})
    void aWrongElementIsTheWorst(double off) {
        GradientReport report =
                GradientCheck.secondOrder(new Cubic(off, 0, false), POINT).report();
        assertThat(report.passes()).isFalse();
        assertThat(report.worst()).hasValueSatisfying(worst -> {
            assertThat(worst.result()).isZero();
            assertThat(worst.parameter()).isZero();
        });
        assertThat(report.toString()).contains("∂y[0]/∂x[0] by Hessian-vector product, hvp");
    }

    @Test
    void whatIsNotSymmetricIsFound() {
        assertThat(GradientCheck.secondOrder(new Cubic(0, 1e-3, false), POINT)
                        .report()
                        .problems())
                .singleElement()
                .asString()
                .contains("⟨ȳ, J·v⟩");
    }

    @Test
    void productsThatAccumulateAreFound() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        GradientCheck.secondOrder(new Cubic(0, 0, true), POINT).assertPasses())
                .withMessageContaining("it must overwrite");
    }
}
