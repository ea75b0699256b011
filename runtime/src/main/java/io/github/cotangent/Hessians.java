package io.github.cotangent;

import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Hessians, the matrices of second derivatives, assembled from Hessian-vector products.
 *
 * <p>All methods return {@code n} new rows of length {@code n}. Row {@code i} is {@code H·e(i)}, the derivative of the
 * gradient by parameter {@code i}. The two elements that mirror each other at the diagonal come from different products and
 * may differ by rounding errors; they are left as they are, so that a product that is wrong shows.
 */
public final class Hessians {

    private Hessians() {}

    /**
     * Returns the Hessian of a function at a point.
     *
     * @param function the function
     * @param x the parameters, of length {@code n}
     * @return the Hessian, {@code ∂²f/∂x[i]∂x[j]} at {@code [i][j]}
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code x} has a length that the function does not take
     */
    public static double[][] of(TwiceDifferentiableFunction function, double[] x) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(x, "x");
        return of(x.length, (direction, hvp) -> function.hvp(x, direction, hvp));
    }

    /**
     * Returns the matrix that a Hessian-vector product multiplies with.
     *
     * @param parameters the number of parameters {@code n}, 0 or more
     * @param product called with a direction, of length {@code n}, that it must leave as it is, and with a row of {@code n}
     *     zeros, to which it must write {@code H·direction}; without parameters called once, with empty arrays, since what
     *     it throws is thrown for a matrix without rows as well
     * @return the Hessian, row by row
     * @throws NullPointerException if {@code product} is null
     * @throws IllegalArgumentException if {@code parameters} is negative
     */
    public static double[][] of(int parameters, BiConsumer<double[], double[]> product) {
        Objects.requireNonNull(product, "product");
        if (parameters < 0) {
            throw new IllegalArgumentException("parameters is " + parameters + ", expected 0 or more");
        }
        double[][] hessian = Buffers.matrix(parameters, parameters);
        double[] direction = new double[parameters];
        if (parameters == 0) {
            product.accept(direction, new double[0]);
        }
        for (int i = 0; i < parameters; i++) {
            direction[i] = 1;
            product.accept(direction, hessian[i]);
            direction[i] = 0;
        }
        return hessian;
    }
}
