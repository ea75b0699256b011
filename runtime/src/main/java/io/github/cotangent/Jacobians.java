package io.github.cotangent;

import java.util.Objects;

/**
 * Jacobians of {@link VectorFunction}s, assembled from forward or reverse sweeps.
 *
 * <p>All methods return {@code m} new rows of length {@code n}, for {@code m} results and {@code n} parameters: {@code
 * ∂y[i]/∂x[j]} at {@code [i][j]}. Without results there are no rows; without parameters the rows are empty.
 */
public final class Jacobians {

    /** What the forward sweep that is kept for reverse sweeps costs, in units of one forward sweep along a direction. */
    private static final double KEPT_SWEEP_COST = 1;

    /** What one more reverse sweep costs from there, in the same units: measured, the median of functions of six kinds. */
    private static final double REVERSE_SWEEP_COST = 0.55;

    private Jacobians() {}

    /**
     * Returns the Jacobian by {@code n} forward or {@code m} reverse sweeps, whichever its shape makes cheaper.
     *
     * @param function the function
     * @param x the parameters, of length {@code n}
     * @return the Jacobian, {@code m} rows of length {@code n}
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     * @see #reverseIsCheaper
     */
    public static double[][] of(VectorFunction function, double[] x) {
        int results = resultsOf(function, x);
        return reverseIsCheaper(results, x.length) ? reverse(function, x) : forward(function, x, results);
    }

    /**
     * Returns the Jacobian by one forward sweep per parameter, column by column.
     *
     * @param function the function
     * @param x the parameters, of length {@code n}
     * @return the Jacobian, {@code m} rows of length {@code n}
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     */
    public static double[][] forward(VectorFunction function, double[] x) {
        return forward(function, x, resultsOf(function, x));
    }

    /**
     * Returns the Jacobian by one forward sweep and then one reverse sweep per result, row by row.
     *
     * @param function the function
     * @param x the parameters, of length {@code n}
     * @return the Jacobian, {@code m} rows of length {@code n}
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     */
    public static double[][] reverse(VectorFunction function, double[] x) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(x, "x");
        Pullback pullback = function.pullback(x);
        int results = pullback.value().length;
        double[][] jacobian = Buffers.matrix(results, x.length);
        double[] seed = new double[results];
        for (int i = 0; i < results; i++) {
            seed[i] = 1;
            pullback.apply(seed, jacobian[i]);
            seed[i] = 0;
        }
        return jacobian;
    }

    /**
     * Tells which mode computes a Jacobian of a shape with less work: {@code m} reverse sweeps or {@code n} forward sweeps.
     *
     * <p>In reverse mode the function is evaluated once and kept, reckoned as one forward sweep; each row then costs 0.55 of
     * one, since it computes no values. So reverse mode is chosen where {@code 1 + 0.55·m < n}.
     *
     * @param results the number of results {@code m}
     * @param parameters the number of differentiable parameters {@code n}, the elements of arrays counted one by one
     * @return whether reverse mode is to be preferred
     */
    public static boolean reverseIsCheaper(int results, int parameters) {
        return KEPT_SWEEP_COST + REVERSE_SWEEP_COST * results < parameters;
    }

    private static double[][] forward(VectorFunction function, double[] x, int results) {
        double[][] jacobian = Buffers.matrix(results, x.length);
        double[] direction = new double[x.length];
        double[] column = new double[results];
        for (int j = 0; j < x.length; j++) {
            direction[j] = 1;
            function.jvp(x, direction, column);
            direction[j] = 0;
            for (int i = 0; i < results; i++) {
                jacobian[i][j] = column[i];
            }
        }
        return jacobian;
    }

    private static int resultsOf(VectorFunction function, double[] x) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(x, "x");
        return function.value(x).length;
    }
}
