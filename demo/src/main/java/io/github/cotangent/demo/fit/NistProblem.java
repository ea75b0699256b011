package io.github.cotangent.demo.fit;

import java.util.Locale;

/**
 * A nonlinear regression problem of the NIST Statistical Reference Datasets.
 *
 * @param name as NIST spells it, such as {@code Misra1a}
 * @param difficulty as NIST judges it
 * @param starts the two start points, the first far from the solution, the second near
 * @param certified the certified parameters, to 11 significant digits
 * @param residualSumOfSquares the certified residual sum of squares, to 11 significant digits
 * @param y the observed response on the scale of the model (Nelson's is the logarithm of the recorded one)
 * @param x the predictors: {@code x[j][i]} is predictor {@code j} at observation {@code i}
 */
record NistProblem(
        String name,
        Difficulty difficulty,
        double[][] starts,
        double[] certified,
        double residualSumOfSquares,
        double[] y,
        double[][] x) {

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
