package io.github.cotangent;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Numeric derivatives with a bound of their own error, for checking analytic ones.
 *
 * <p>The central differences of ever smaller steps are extrapolated to step zero by Neville's scheme in the square of the
 * step, and the entry of the tableau with the smallest estimated relative error is taken
 * (C. J. F. Ridders, "Accurate computation of
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

    private CentralDifferences() {}

    /**
     * A numeric derivative.
     *
     * @param slope the derivative, NaN where no step stays within the domain of the function
     * @param uncertainty the estimated absolute error, infinite where nothing is known
     * @param step the smallest step that the slope was computed from
     * @param scale how steep the function is on the whole, where a slope of zero has no scale of its own
     * @param kink the slopes to the two sides where they differ however small the step, null where they do not
     */
    record Estimate(double slope, double uncertainty, double step, double scale, Sides kink) {

        /** Compares relative errors, lest a step across a pole pass for certain beside the steep slope at x. */
        Estimate orBetter(double otherSlope, double otherUncertainty, double otherStep) {
            double relative = relative(uncertainty, slope);
            double otherRelative = relative(otherUncertainty, otherSlope);
            boolean better = Double.isInfinite(uncertainty)
                    || otherRelative < relative
                    || otherRelative == relative && otherUncertainty < uncertainty;
            return better && Double.isFinite(otherUncertainty)
                    ? new Estimate(otherSlope, otherUncertainty, otherStep, scale, kink)
                    : this;
        }

        private double relative(double error, double of) {
            return error == 0 ? 0 : error / (Math.abs(of) + scale);
        }
    }

    /** The slopes to the left and to the right of x, at one step. */
    record Sides(double left, double right) {

        double apart() {
            return Math.abs(right - left);
        }
    }

    /** The two values beside x, for one result and one step; {@code width} is the true distance of the two points. */
    private record Sample(double step, double width, double below, double above) {

        boolean isFinite() {
            return Double.isFinite(difference());
        }

        double difference() {
            return (above - below) / width;
        }

        Sides sides(double value) {
            return new Sides((value - below) / step, (above - value) / step);
        }

        double roundoff(double precision) {
            return precision * Math.max(Math.abs(below), Math.abs(above)) / step;
        }
    }

    /**
     * Differentiates every result by one parameter.
     *
     * @param function the function
     * @param x the parameters, finite
     * @param parameter the place of the parameter in {@code x}
     * @param value the value at {@code x}
     * @param precision the relative error of values, at least that of a {@code double}
     * @return one estimate per result
     */
    static Estimate[] column(
            Function<double[], double[]> function, double[] x, int parameter, double[] value, double precision) {
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
        Arrays.setAll(column, i -> {
            Sample[] finite = Arrays.stream(samples[i]).filter(Sample::isFinite).toArray(Sample[]::new);
            return new Series(finite, x[parameter], value[i], precision).estimate();
        });
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

    /** The samples of one result, from the coarsest step to the finest. */
    private record Series(Sample[] samples, double x, double value, double precision) {

        Estimate estimate() {
            double scale = scale();
            Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, scale, kink());
            double[] above = {};
            for (int k = 0; k < samples.length; k++) {
                double[] row = new double[k + 1];
                row[0] = samples[k].difference();
                for (int j = 1; j <= k; j++) {
                    double ratio = samples[k - j].step() / samples[k].step();
                    row[j] = row[j - 1] + (row[j - 1] - above[j - 1]) / (ratio * ratio - 1);
                    double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - above[j - 1]));
                    double error = change + samples[k].roundoff(precision);
                    best = best.orBetter(row[j], error, samples[k].step());
                }
                above = row;
            }
            return best;
        }

        /** How steep the function is on the whole, by its value and by the flatter one of its widest secants. */
        private double scale() {
            double byValue = Math.abs(value) / Math.max(Math.abs(x), 1);
            if (samples.length == 0) {
                return byValue;
            }
            Sides widest = samples[0].sides(value);
            return Math.max(byValue, Math.min(Math.abs(widest.left()), Math.abs(widest.right())));
        }

        /**
         * Looks for a kink: the slopes to the two sides of x come together in proportion to the step where the function is
         * smooth, and stay apart where it is not.
         */
        private Sides kink() {
            for (int k = samples.length - 1; k >= 2; k--) {
                Sides fine = samples[k].sides(value);
                boolean apart = fine.apart() > 1e-3 * (Math.abs(fine.left()) + Math.abs(fine.right()))
                        && fine.apart() > 100 * samples[k].roundoff(precision);
                if (apart) {
                    double before = samples[k - 2].sides(value).apart();
                    return fine.apart() > 0.5 * before ? fine : null;
                }
            }
            return null;
        }
    }
}
