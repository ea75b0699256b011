package io.github.cotangent.demo.fit;

import java.util.List;
import java.util.Locale;

/**
 * A nonlinear regression problem of the NIST Statistical Reference Datasets.
 *
 * @param name as NIST spells it, such as {@code Misra1a}
 * @param difficulty as NIST judges it
 * @param starts the two start points, the first far from the solution, the second near
 * @param certified the certified parameters, to 11 significant digits
 * @param residualSumOfSquares the certified residual sum of squares, to 11 significant digits
 * @param variables what the response and then each predictor measures, such as {@code volume} and {@code pressure}
 * @param y the observed response on the scale of the model (Nelson's is the logarithm of the recorded one)
 * @param x the predictors: {@code x[j][i]} is predictor {@code j} at observation {@code i}
 */
record NistProblem(
        String name,
        Difficulty difficulty,
        double[][] starts,
        double[] certified,
        double residualSumOfSquares,
        List<String> variables,
        double[] y,
        double[][] x) {

    /** Whether the model of {@code other} fits this problem, too. */
    boolean hasModelOf(NistProblem other) {
        return name.equals(other.name) && certified.length == other.certified.length && x.length == other.x.length;
    }

    enum Difficulty {
        LOWER,
        AVERAGE,
        HIGHER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
