package io.github.cotangent.demo.fit;

import static io.github.cotangent.demo.fit.Result.REQUIRED_DIGITS;

import io.github.cotangent.VectorFunction;
import java.util.Locale;

/** Why a fit does not match the certified values. */
final class Shortfall {

    /** A parameter matters if changing it by its own size moves the curve by more than this part of the data. */
    private static final double INFLUENCE = 1e-9;

    private Shortfall() {}

    /** What kept the fit with Jacobians from {@code source} from the certified parameters. */
    static String ofParameters(Result result, JacobianSource source) {
        Fit fit = result.fits().get(source);
        if (fit.failure().isPresent()) {
            return "gave up: " + fit.failure().get();
        }
        if (result.residualDigits(source) < REQUIRED_DIGITS) {
            return text(
                    "stopped at a residual sum of squares of %.4g, certified is %.4g%s",
                    fit.residualSumOfSquares(),
                    result.problem().residualSumOfSquares(),
                    idle(result.problem(), fit.parameters()));
        }
        double certified =
                residualSumOfSquares(result.problem(), result.problem().certified());
        if (Digits.matching(certified, result.problem().residualSumOfSquares()) < REQUIRED_DIGITS) {
            return text(
                    "the data contradict themselves: the certified parameters leave a residual sum of squares of %.4g,"
                            + " not %.4g",
                    certified, result.problem().residualSumOfSquares());
        }
        return text(
                "%.1f digits: the valley is flat, the sum of squares at its floor matches %.1f digits",
                result.parameterDigits(source), result.residualDigits(source));
    }

    /** What keeps the residual sum of squares of a solved problem from its certified value. */
    static String ofResiduals(NistProblem problem) {
        double largest = 0;
        for (double y : problem.y()) {
            largest = Math.max(largest, Math.abs(y));
        }
        return text(
                "the residuals, about %.0e, are near the rounding error of the data, %.0e",
                Math.sqrt(problem.residualSumOfSquares() / problem.y().length), Math.ulp(largest));
    }

    private static double residualSumOfSquares(NistProblem problem, double[] b) {
        double[] predicted = Catalogue.model(problem.name()).at(problem.x()).value(b);
        double[] residuals = new double[predicted.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = problem.y()[i] - predicted[i];
        }
        return square(residuals);
    }

    /** The parameters that the predictions do not depend on at {@code b}: a plateau without a way down. */
    private static String idle(NistProblem problem, double[] b) {
        VectorFunction model = Catalogue.model(problem.name()).at(problem.x());
        double[][] jacobian = model.jacobian(b);
        StringBuilder idle = new StringBuilder();
        for (int j = 0; j < b.length; j++) {
            double[] column = new double[jacobian.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = jacobian[i][j] * b[j];
            }
            if (square(column) <= INFLUENCE * INFLUENCE * square(problem.y())) {
                idle.append(idle.isEmpty() ? "; a plateau where the curve does not depend on b" : " and b")
                        .append(j + 1);
            }
        }
        return idle.toString();
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static double square(double[] v) {
        double sum = 0;
        for (double component : v) {
            sum += component * component;
        }
        return sum;
    }
}
