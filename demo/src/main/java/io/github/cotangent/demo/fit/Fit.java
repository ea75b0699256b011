package io.github.cotangent.demo.fit;

import io.github.cotangent.VectorFunction;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * A least-squares fit.
 *
 * @param parameters where the optimiser stopped; NaN if it gave up
 * @param residualSumOfSquares the objective there
 * @param iterations the number of Jacobians used
 * @param failure why the optimiser gave up, if it did
 */
record Fit(double[] parameters, double residualSumOfSquares, int iterations, Optional<String> failure) {

    /** The tightest that the optimiser accepts: below, it takes rounding errors for a lack of progress. */
    private static final double TOLERANCE = Math.ulp(1.0);

    private static final int LIMIT = 10_000;

    /** Fits {@code model} to the observations {@code y} by Levenberg-Marquardt. */
    static Fit of(VectorFunction model, JacobianSource source, double[] y, double[] start) {
        LeastSquaresProblem problem = new LeastSquaresBuilder()
                .model(withJacobian(model, source))
                .target(y)
                .start(start)
                .maxIterations(LIMIT)
                .maxEvaluations(LIMIT)
                .build();
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .withOrthoTolerance(TOLERANCE)
                    .optimize(problem);
            double cost = optimum.getCost();
            return new Fit(optimum.getPoint().toArray(), cost * cost, optimum.getIterations(), Optional.empty());
        } catch (MathIllegalStateException e) {
            double[] nowhere = new double[start.length];
            Arrays.fill(nowhere, Double.NaN);
            return new Fit(nowhere, Double.NaN, problem.getIterationCounter().getCount(), Optional.of(e.getMessage()));
        }
    }

    private static MultivariateJacobianFunction withJacobian(VectorFunction model, JacobianSource source) {
        return point -> {
            double[] b = point.toArray();
            return new Pair<>(
                    new ArrayRealVector(model.value(b), false),
                    MatrixUtils.createRealMatrix(source.jacobian(model, b)));
        };
    }
}
