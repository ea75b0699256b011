package io.github.cotangent.benchmark.gmm;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.AdbenchFile;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.Formula;
import io.github.cotangent.benchmark.problem.GradientProblem;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The log posterior of a Gaussian mixture by the weights, means and covariances of its components. */
public final class GmmProblem implements GradientProblem<GmmProblem.Mixture>, Formula {

    private final Mixture mixture;
    private final double[] points;
    private final double gamma;
    private final int m;

    private GmmProblem(Mixture mixture, double[] points, double gamma, int m) {
        this.mixture = mixture;
        this.points = points;
        this.gamma = gamma;
        this.m = m;
    }

    /**
     * The parameters, laid out as the annotated method wants them.
     *
     * @param alphas the weights
     * @param means the means
     * @param factors the factors of the inverse covariances
     */
    public record Mixture(double[] alphas, double[] means, double[] factors) {}

    /**
     * Reads an instance of ADBench.
     *
     * @param name the name of the file
     * @return the problem
     */
    public static GmmProblem read(String name) {
        AdbenchFile file = AdbenchFile.open(name);
        int d = file.nextInt();
        int k = file.nextInt();
        int n = file.nextInt();
        Mixture mixture =
                new Mixture(file.nextDoubles(k), file.nextDoubles(k * d), file.nextDoubles(k * (d * (d + 1) / 2)));
        return new GmmProblem(mixture, file.nextDoubles(n * d), file.nextDouble(), file.nextInt());
    }

    /**
     * Makes an instance of random numbers, as ADBench made its own.
     *
     * @param d the number of dimensions
     * @param k the number of components
     * @param n the number of points
     * @return the problem
     */
    public static GmmProblem random(int d, int k, int n) {
        SplittableRandom random = new SplittableRandom(1);
        Mixture mixture = new Mixture(
                random.doubles(k).toArray(),
                random.doubles((long) k * d).toArray(),
                random.doubles(k * (d * (d + 1L) / 2), -0.5, 0.5).toArray());
        return new GmmProblem(mixture, random.doubles((long) n * d).toArray(), 1, 0);
    }

    /**
     * Returns this problem with its first points only, and another prior.
     *
     * @param count how many points
     * @param otherGamma the inverse scale of the Wishart prior
     * @param otherM the degrees of freedom of the Wishart prior beyond {@code d + 1}
     * @return the smaller problem
     */
    public GmmProblem with(int count, double otherGamma, int otherM) {
        int d = mixture.means.length / mixture.alphas.length;
        return new GmmProblem(mixture, Arrays.copyOf(points, count * d), otherGamma, otherM);
    }

    @Override
    public Mixture point() {
        return new Mixture(mixture.alphas.clone(), mixture.means.clone(), mixture.factors.clone());
    }

    @Override
    public double[][] numbers(Mixture x) {
        return new double[][] {x.alphas, x.means, x.factors};
    }

    @Override
    public double value(Mixture x) {
        return Gmm.logPosterior(x.alphas, x.means, x.factors, points, gamma, m);
    }

    @Override
    public double byHand(Mixture x, Mixture bar) {
        return GmmByHand.gradient(x.alphas, x.means, x.factors, points, gamma, m, bar.alphas, bar.means, bar.factors);
    }

    @Override
    public double generated(Mixture x, Mixture bar) {
        return GmmDerivatives.logPosteriorVjp(
                x.alphas, x.means, x.factors, points, gamma, m, 1, bar.alphas, bar.means, bar.factors);
    }

    @Override
    public double generated(Mixture x, Mixture bar, Workspace workspace) {
        return GmmDerivatives.logPosteriorVjp(
                x.alphas, x.means, x.factors, points, gamma, m, 1, bar.alphas, bar.means, bar.factors, workspace);
    }

    @Override
    public Dual jvpByHand(Mixture x, Mixture dot) {
        return GmmTangent.jvp(x.alphas, x.means, x.factors, points, gamma, m, dot.alphas, dot.means, dot.factors);
    }

    @Override
    public Dual jvpGenerated(Mixture x, Mixture dot) {
        return GmmDerivatives.logPosteriorJvp(
                x.alphas, x.means, x.factors, points, gamma, m, dot.alphas, dot.means, dot.factors);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        int k = mixture.alphas.length;
        int means = k + mixture.means.length;
        return new GmmFormula<>(
                        algebra,
                        Arrays.copyOf(x, k),
                        Arrays.copyOfRange(x, k, means),
                        Arrays.copyOfRange(x, means, x.length))
                .logPosterior(points, gamma, m);
    }
}
