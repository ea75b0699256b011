package consumer;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** One method for each shape of a generated member. */
public final class Everything {
    /** Half the value of a full turn. */
    public static final double HALF_TURN = Math.PI;

    private Everything() {}

    /**
     * One scalar.
     *
     * @param x the argument
     * @return the logistic function of x
     */
    @Differentiable
    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * Scalars, one of them constant, of two widths.
     *
     * @param x a length
     * @param y another one
     * @param scale held constant
     * @return a scaled distance
     */
    @Differentiable
    public static double distance(double x, float y, @Constant double scale) {
        return scale * Math.sqrt(x * x + y * y);
    }

    /**
     * An array in a counted loop.
     *
     * @param x the point
     * @return Rosenbrock's function
     */
    @Differentiable
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            sum += a * a + 100 * b * b;
        }
        return sum;
    }

    /**
     * Scalars beside an array, integer arithmetic, branches.
     *
     * @param weights the weights
     * @param bias what is added
     * @param order a power
     * @param clip whether negative sums count as zero
     * @return a weighted sum
     */
    @Differentiable
    public static double weighted(double[] weights, double bias, int order, boolean clip) {
        double sum = bias;
        int k = 0;
        for (double weight : weights) {
            k = k * 31 % 7 + 1;
            sum += k % 2 == 0 ? weight : Math.pow(weight, order) / k;
        }
        if (clip && sum < 0) {
            return 0;
        }
        return sum * HALF_TURN;
    }

    /**
     * A vector of results, an array written in place.
     *
     * @param x the state
     * @param rate how fast it relaxes
     * @return the state some steps later
     */
    @Differentiable
    public static double[] relax(double[] x, double rate) {
        double[] y = x.clone();
        for (int step = 0; step < 3; step++) {
            for (int i = 1; i < y.length; i++) {
                y[i] -= rate * (y[i] - y[i - 1]);
            }
        }
        return y;
    }

    /**
     * A loop of unknown length, and calls.
     *
     * @param x the argument, not negative
     * @return its square root by Newton's iteration
     */
    @Differentiable
    public static double root(double x) {
        double y = x;
        while (Math.abs(y * y - x) > 1e-12) {
            y = step(y, x);
        }
        return y;
    }

    private static double step(double y, double x) {
        return 0.5 * (y + x / y);
    }
}
