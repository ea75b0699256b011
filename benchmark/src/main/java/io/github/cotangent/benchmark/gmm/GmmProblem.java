package io.github.cotangent.benchmark.gmm;

import io.github.cotangent.benchmark.problem.AdbenchFile;
import io.github.cotangent.benchmark.problem.Problem;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The log posterior of a Gaussian mixture by the weights, means and covariances of its components; the parameters are laid
 * end to end in this order.
 */
public final class GmmProblem implements Problem {

    private final int k;
    private final int d;
    private final double[] parameters;
    private final double[] points;
    private final double gamma;
    private final int m;

    private GmmProblem(int k, int d, double[] parameters, double[] points, double gamma, int m) {
        this.k = k;
        this.d = d;
        this.parameters = parameters;
        this.points = points;
        this.gamma = gamma;
        this.m = m;
    }

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
        double[] parameters = file.nextDoubles(k * (1 + d + d * (d + 1) / 2));
        double[] points = file.nextDoubles(n * d);
        return new GmmProblem(k, d, parameters, points, file.nextDouble(), file.nextInt());
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
        return new GmmProblem(k, d, parameters, Arrays.copyOf(points, count * d), otherGamma, otherM);
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public double value(double[] x) {
        return Gmm.logPosterior(alphas(x), means(x), factors(x), points, gamma, m);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        double[] alphasBar = new double[k];
        double[] meansBar = new double[k * d];
        double[] factorsBar = new double[k * size()];
        double value =
                GmmByHand.gradient(alphas(x), means(x), factors(x), points, gamma, m, alphasBar, meansBar, factorsBar);
        join(alphasBar, meansBar, factorsBar, gradient);
        return value;
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        double[] alphasBar = new double[k];
        double[] meansBar = new double[k * d];
        double[] factorsBar = new double[k * size()];
        double value = GmmDerivatives.logPosteriorVjp(
                alphas(x), means(x), factors(x), points, gamma, m, 1, alphasBar, meansBar, factorsBar);
        join(alphasBar, meansBar, factorsBar, gradient);
        return value;
    }

    @Override
    public Gradient hipparchus(Gradient[] x) {
        return GmmWithHipparchus.logPosterior(
                Arrays.copyOf(x, k),
                Arrays.copyOfRange(x, k, k + k * d),
                Arrays.copyOfRange(x, k + k * d, x.length),
                points,
                gamma,
                m);
    }

    private int size() {
        return d * (d + 1) / 2;
    }

    private double[] alphas(double[] x) {
        return Arrays.copyOf(x, k);
    }

    private double[] means(double[] x) {
        return Arrays.copyOfRange(x, k, k + k * d);
    }

    private double[] factors(double[] x) {
        return Arrays.copyOfRange(x, k + k * d, x.length);
    }

    private void join(double[] alphasBar, double[] meansBar, double[] factorsBar, double[] gradient) {
        System.arraycopy(alphasBar, 0, gradient, 0, k);
        System.arraycopy(meansBar, 0, gradient, k, k * d);
        System.arraycopy(factorsBar, 0, gradient, k + k * d, k * size());
    }
}
