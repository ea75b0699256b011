package io.github.cotangent.benchmark.gmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.benchmark.problem.AdbenchFile;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class GmmTest {

    /** What the reference implementation of ADBench in C++ returns for these files. */
    private static final double SMALL_BY_ADBENCH = -5240.5905625496471;

    private static final double LARGE_BY_ADBENCH = -25649.65262119762;

    @Test
    void agreesWithTheReferenceOfAdbench() {
        assertThat(value("gmm_d2_K5.txt")).isCloseTo(SMALL_BY_ADBENCH, relative(SMALL_BY_ADBENCH));
        assertThat(value("gmm_d10_K25.txt")).isCloseTo(LARGE_BY_ADBENCH, relative(LARGE_BY_ADBENCH));
    }

    @Test
    void gradientByHandAgreesWithTheReferenceOfAdbench() {
        GmmProblem problem = GmmProblem.read("gmm_d10_K25.txt");
        GmmProblem.Mixture bar = problem.point();
        problem.byHand(problem.point(), bar);
        double[] gradient = Arrays.stream(problem.numbers(bar))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double sum = Arrays.stream(gradient).sum();
        double squares = Arrays.stream(gradient).map(g -> g * g).sum();
        assertThat(sum).isCloseTo(-17695.995235195729, relative(sum));
        assertThat(squares).isCloseTo(7088366.3122703172, relative(squares));
    }

    @Test
    void isTheLogarithmOfThePosteriorInMatrixNotation() {
        AdbenchFile file = AdbenchFile.open("gmm_d2_K5.txt");
        int d = file.nextInt();
        int k = file.nextInt();
        int n = file.nextInt();
        double[] alphas = file.nextDoubles(k);
        double[] means = file.nextDoubles(k * d);
        double[] factors = file.nextDoubles(k * 3);
        double[] points = file.nextDoubles(n * d);
        double gamma = 1.5;
        int m = 2;

        double expected = 0;
        for (int i = 0; i < n; i++) {
            RealVector point = new ArrayRealVector(Arrays.copyOfRange(points, i * d, (i + 1) * d));
            double density = 0;
            for (int c = 0; c < k; c++) {
                RealMatrix q = factor(factors, c);
                RealVector centred = point.subtract(new ArrayRealVector(Arrays.copyOfRange(means, c * d, (c + 1) * d)));
                double determinant = q.getEntry(0, 0) * q.getEntry(1, 1);
                double square = centred.dotProduct(q.transpose().multiply(q).operate(centred));
                density += Math.exp(alphas[c]) * determinant / (2 * Math.PI) * Math.exp(-0.5 * square);
            }
            expected += Math.log(density / Arrays.stream(alphas).map(Math::exp).sum());
        }
        for (int c = 0; c < k; c++) {
            RealMatrix q = factor(factors, c);
            int freedom = d + m + 1;
            double frobenius = q.getFrobeniusNorm();
            double determinant = q.getEntry(0, 0) * q.getEntry(1, 1);
            double logGamma =
                    0.5 * Math.log(Math.PI) + Gamma.logGamma(0.5 * freedom) + Gamma.logGamma(0.5 * freedom - 0.5);
            expected += 0.5 * gamma * gamma * frobenius * frobenius
                    - m * Math.log(determinant)
                    - freedom * d * Math.log(gamma / Math.sqrt(2))
                    + logGamma;
        }
        assertThat(Gmm.logPosterior(alphas, means, factors, points, gamma, m)).isCloseTo(expected, relative(expected));
    }

    private static RealMatrix factor(double[] factors, int c) {
        return new Array2DRowRealMatrix(new double[][] {
            {Math.exp(factors[3 * c]), 0}, {factors[3 * c + 2], Math.exp(factors[3 * c + 1])},
        });
    }

    private static double value(String file) {
        GmmProblem problem = GmmProblem.read(file);
        return problem.value(problem.point());
    }

    private static Offset<Double> relative(double expected) {
        return within(1e-12 * Math.abs(expected));
    }
}
