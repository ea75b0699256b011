package io.github.cotangent;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Numeric derivatives with a bound of their own error, for checking analytic ones.
 *
 * <p>The central differences of ever smaller steps are extrapolated to step zero by Neville's scheme in the square of the
 * step, and the entry of the tableau with the smallest estimated error is taken (C. J. F. Ridders, "Accurate computation of
 * F'(x) and F'(x) F''(x)", Advances in Engineering Software 4, 1982). Thus each parameter and each result finds its own step.
 */
final class CentralDifferences {

    /** Steps go from this part of max(|x|, 1) … */
    private static final double COARSEST = 0.0731059;

    /** … to this part of min(|x|, 1) … */
    private static final double FINEST = 1e-7;

    /** … by this factor. It and the first step are no round numbers, lest a periodic function repeat itself at every step. */
    private static final double SHRINK = 3.93;

    /** Parameters smaller than this are not believed to have a scale of their own. */
    private static final double SMALLEST_SCALE = 1e-12;

    /** A step keeps at least this many units in the last place of x. */
    private static final double ULPS_OF_FINEST = 1024;

    private static final double UNIT_ROUNDOFF = 0x1p-52;

    private CentralDifferences() {}

    /**
     * A numeric derivative.
     *
     * @param slope the derivative, NaN where no step stays within the domain of the function
     * @param uncertainty the estimated absolute error, infinite where nothing is known
     * @param step the smallest step that the slope was computed from
     * @param kink whether the slopes to the two sides differ, however small the step
     * @param left the slope to the left, at the step that showed the kink
     * @param right the slope to the right
     */
    record Estimate(double slope, double uncertainty, double step, boolean kink, double left, double right) {}

    /** The two values beside x, for one result and one step; {@code width} is the true distance of the two points. */
    private record Sample(double step, double width, double below, double above) {

        boolean isFinite() {
            return Double.isFinite(difference());
        }

        double difference() {
            return (above - below) / width;
        }

        double roundoff() {
            return UNIT_ROUNDOFF * Math.max(Math.abs(below), Math.abs(above)) / step;
        }
    }

    /**
     * Differentiates every result by one parameter.
     *
     * @param function the function
     * @param x the parameters, finite
     * @param parameter the place of the parameter in {@code x}
     * @param value the value at {@code x}
     * @return one estimate per result
     */
    static Estimate[] column(Function<double[], double[]> function, double[] x, int parameter, double[] value) {
        double[] steps = steps(x[parameter]);
        Sample[][] samples = new Sample[value.length][steps.length];
        for (int k = 0; k < steps.length; k++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[parameter] += steps[k];
            below[parameter] -= steps[k];
            double width = above[parameter] - below[parameter];
            double[] valueAbove = function.apply(above);
            double[] valueBelow = function.apply(below);
            for (int i = 0; i < value.length; i++) {
                samples[i][k] = new Sample(steps[k], width, valueBelow[i], valueAbove[i]);
            }
        }
        Estimate[] column = new Estimate[value.length];
        Arrays.setAll(column, i -> estimate(samples[i], value[i]));
        return column;
    }

    private static double[] steps(double x) {
        double magnitude = Math.abs(x);
        double scale = x == 0 ? 1 : Math.min(Math.max(magnitude, SMALLEST_SCALE), 1);
        double coarsest = COARSEST * Math.max(magnitude, 1);
        double finest = Math.max(FINEST * scale, ULPS_OF_FINEST * Math.ulp(x));
        int count = 2 + (int) (Math.log(coarsest / finest) / Math.log(SHRINK));
        double[] steps = new double[count];
        double step = coarsest;
        for (int k = 0; k < count; k++) {
            steps[k] = step;
            step /= SHRINK;
        }
        return steps;
    }

    private static Estimate estimate(Sample[] all, double value) {
        Sample[] samples = Arrays.stream(all).filter(Sample::isFinite).toArray(Sample[]::new);
        double slope = Double.NaN;
        double uncertainty = Double.POSITIVE_INFINITY;
        double step = Double.NaN;
        double[] above = {};
        for (int k = 0; k < samples.length; k++) {
            double[] row = new double[k + 1];
            row[0] = samples[k].difference();
            for (int j = 1; j <= k; j++) {
                double ratio = samples[k - j].step() / samples[k].step();
                row[j] = row[j - 1] + (row[j - 1] - above[j - 1]) / (ratio * ratio - 1);
                double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - above[j - 1]));
                double error = change + samples[k].roundoff();
                if (error < uncertainty) {
                    slope = row[j];
                    uncertainty = error;
                    step = samples[k].step();
                }
            }
            above = row;
        }
        return withSides(samples, value, slope, uncertainty, step);
    }

    /**
     * Looks for a kink: the slopes to the two sides of x come together in proportion to the step where the function is
     * smooth, and stay apart where it is not.
     */
    private static Estimate withSides(Sample[] samples, double value, double slope, double uncertainty, double step) {
        for (int k = samples.length - 1; k >= 2; k--) {
            Sample fine = samples[k];
            double right = (fine.above() - value) / fine.step();
            double left = (value - fine.below()) / fine.step();
            double apart = Math.abs(right - left);
            if (apart <= 1e-3 * (Math.abs(left) + Math.abs(right)) || apart <= 100 * fine.roundoff()) {
                continue;
            }
            Sample coarse = samples[k - 2];
            double apartBefore = Math.abs(coarse.above() - value - (value - coarse.below())) / coarse.step();
            boolean kink = apart > 0.5 * apartBefore;
            return new Estimate(slope, uncertainty, step, kink, left, right);
        }
        return new Estimate(slope, uncertainty, step, false, Double.NaN, Double.NaN);
    }
}
