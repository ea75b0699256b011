package io.github.cotangent.benchmark.ba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaTest {

    private static final double[] FEATURE = {271.760969, 834.209256};

    /** Camera, point and weight, end to end: that of ADBench, two others, and one that does not turn at all. */
    static Stream<double[]> observations() {
        BaInstance adbench = BaInstance.read("ba1_n49_m7776_p31843.txt");
        return Stream.of(
                join(adbench.camera(), adbench.point(), adbench.weight()),
                new double[] {0.1, -0.2, 3, 1, 2, -3, 2, 0.5, -0.4, 0.3, -0.05, 0.7, 1.1, 4, -1.5},
                new double[] {1e-3, 2e-3, -1e-3, 0, 0, 0, 1, 0, 0, 0.01, 0.02, -3, 2, 5, 1},
                new double[] {0, 0, 0, 0.1, -0.2, 0.4, 1.5, 0, 2, 0.1, -0.1, -1, 2, 3, 0.9});
    }

    @ParameterizedTest
    @MethodSource("observations")
    void generatedAgreesWithDifferences(double[] x) {
        assertClose(generated(x), differences(x), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("observations")
    void byHandAgreesWithDifferences(double[] x) {
        assertClose(byHand(x), differences(x), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("observations")
    void generatedAgreesWithByHand(double[] x) {
        assertClose(generated(x), byHand(x), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("observations")
    void isTheProjectionInMatrixNotation(double[] x) {
        RealMatrix rotation = exponential(x[0], x[1], x[2]);
        double[] seen = rotation.operate(new double[] {x[11] - x[3], x[12] - x[4], x[13] - x[5]});
        double radius = Math.hypot(seen[0] / seen[2], seen[1] / seen[2]);
        double distortion = 1 + x[9] * Math.pow(radius, 2) + x[10] * Math.pow(radius, 4);
        double[] expected = {
            x[14] * (x[6] * seen[0] / seen[2] * distortion + x[7] - FEATURE[0]),
            x[14] * (x[6] * seen[1] / seen[2] * distortion + x[8] - FEATURE[1])
        };
        assertThat(error(x)).containsExactly(expected, within(1e-10));
        double[] byHand = new double[2];
        BaByHand.jacobian(camera(x), point(x), x[14], FEATURE, byHand);
        assertThat(byHand).containsExactly(expected, within(1e-10));
    }

    @Test
    void weightErrorFallsWithTheWeight() {
        assertThat(Ba.weightError(0.5)).isEqualTo(0.75);
        assertThat(BaDerivatives.weightErrorGradient(0.5)).isEqualTo(-1);
    }

    @Test
    void readsTheInstancesOfAdbench() {
        BaInstance instance = BaInstance.read("ba2_n21_m11315_p36455.txt");
        assertThat(instance.cameras()).isEqualTo(21);
        assertThat(instance.points()).isEqualTo(11315);
        assertThat(instance.observations()).isEqualTo(36455);
        assertThat(instance.camera()).hasSize(11).startsWith(-0.758453).endsWith(0.002739);
        assertThat(instance.point()).containsExactly(7.203245, 0.001144, 3.023326);
        assertThat(instance.weight()).isEqualTo(0.417022);
        assertThat(instance.feature()).containsExactly(FEATURE);
    }

    private static double[][] generated(double[] x) {
        return BaDerivatives.reprojectJacobian(camera(x), point(x), x[14], FEATURE, new double[2]);
    }

    private static double[][] byHand(double[] x) {
        return BaByHand.jacobian(camera(x), point(x), x[14], FEATURE, new double[2]);
    }

    private static double[][] differences(double[] x) {
        double[][] jacobian = new double[2][x.length];
        for (int j = 0; j < x.length; j++) {
            double h = 1e-5 * Math.max(1, Math.abs(x[j]));
            double[] near = moved(x, j, h);
            double[] far = moved(x, j, 2 * h);
            for (int i = 0; i < 2; i++) {
                jacobian[i][j] = (8 * near[i] - far[i]) / (12 * h);
            }
        }
        return jacobian;
    }

    private static double[] moved(double[] x, int j, double h) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[j] += h;
        down[j] -= h;
        double[] above = error(up);
        double[] below = error(down);
        return new double[] {above[0] - below[0], above[1] - below[1]};
    }

    private static double[] error(double[] x) {
        double[] error = new double[2];
        Ba.reproject(camera(x), point(x), x[14], FEATURE, error);
        return error;
    }

    /** The rotation as the exponential series of the matrix that multiplies by r ×. */
    private static RealMatrix exponential(double r0, double r1, double r2) {
        RealMatrix cross = MatrixUtils.createRealMatrix(new double[][] {{0, -r2, r1}, {r2, 0, -r0}, {-r1, r0, 0}});
        RealMatrix sum = MatrixUtils.createRealIdentityMatrix(3);
        RealMatrix term = sum;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(cross).scalarMultiply(1.0 / k);
            sum = sum.add(term);
        }
        return sum;
    }

    private static double[] camera(double[] x) {
        return Arrays.copyOf(x, 11);
    }

    private static double[] point(double[] x) {
        return Arrays.copyOfRange(x, 11, 14);
    }

    private static double[] join(double[] camera, double[] point, double weight) {
        double[] x = Arrays.copyOf(camera, 15);
        System.arraycopy(point, 0, x, 11, 3);
        x[14] = weight;
        return x;
    }

    private static void assertClose(double[][] actual, double[][] expected, double relative) {
        for (int i = 0; i < expected.length; i++) {
            double scale = Arrays.stream(expected[i]).map(Math::abs).max().orElseThrow();
            assertThat(actual[i]).containsExactly(expected[i], within(relative * scale));
        }
    }
}
