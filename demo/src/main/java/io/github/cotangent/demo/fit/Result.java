package io.github.cotangent.demo.fit;

import io.github.cotangent.VectorFunction;
import java.util.EnumMap;
import java.util.Map;

/**
 * A problem solved from one start point, with each source of Jacobians.
 *
 * @param start 1 or 2
 */
record Result(NistProblem problem, int start, Map<JacobianSource, Fit> fits) {

    /** The digits that a fit has to match in every parameter to count as solved. */
    static final int REQUIRED_DIGITS = 6;

    static Result of(NistProblem problem, int start) {
        VectorFunction model = Catalogue.model(problem.name()).at(problem.x());
        Map<JacobianSource, Fit> fits = new EnumMap<>(JacobianSource.class);
        for (JacobianSource source : JacobianSource.values()) {
            fits.put(source, Fit.of(model, source, problem.y(), problem.starts()[start - 1]));
        }
        return new Result(problem, start, fits);
    }

    double parameterDigits(JacobianSource source) {
        return Digits.matching(fits.get(source).parameters(), problem.certified());
    }

    double residualDigits(JacobianSource source) {
        return Digits.matching(fits.get(source).residualSumOfSquares(), problem.residualSumOfSquares());
    }

    boolean solved(JacobianSource source) {
        return parameterDigits(source) >= REQUIRED_DIGITS;
    }
}
