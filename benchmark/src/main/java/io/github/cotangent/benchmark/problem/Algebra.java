package io.github.cotangent.benchmark.problem;

/**
 * The arithmetic of a library that differentiates at run time.
 *
 * @param <T> its numbers
 */
public interface Algebra<T> {

    /**
     * Returns an array of numbers.
     *
     * @param length its length
     * @return a new array of {@code null}
     */
    T[] array(int length);

    /**
     * Returns a constant.
     *
     * @param c its value
     * @return the constant
     */
    T constant(double c);

    /**
     * Returns the value of a number.
     *
     * @param x the number
     * @return its value, without derivatives
     */
    double value(T x);

    /**
     * Adds.
     *
     * @param x a number
     * @param y a number
     * @return x + y
     */
    T add(T x, T y);

    /**
     * Adds a constant.
     *
     * @param x a number
     * @param c a constant
     * @return x + c
     */
    T add(T x, double c);

    /**
     * Subtracts.
     *
     * @param x a number
     * @param y a number
     * @return x - y
     */
    T subtract(T x, T y);

    /**
     * Multiplies.
     *
     * @param x a number
     * @param y a number
     * @return x·y
     */
    T multiply(T x, T y);

    /**
     * Multiplies by a constant.
     *
     * @param x a number
     * @param c a constant
     * @return x·c
     */
    T multiply(T x, double c);

    /**
     * Divides.
     *
     * @param x a number
     * @param y a number
     * @return x / y
     */
    T divide(T x, T y);

    /**
     * Squares.
     *
     * @param x a number
     * @return x²
     */
    T square(T x);

    /**
     * Inverts.
     *
     * @param x a number
     * @return 1 / x
     */
    T reciprocal(T x);

    /**
     * The absolute value.
     *
     * @param x a number
     * @return |x|
     */
    T abs(T x);

    /**
     * The square root.
     *
     * @param x a number
     * @return √x
     */
    T sqrt(T x);

    /**
     * The exponential.
     *
     * @param x a number
     * @return eˣ
     */
    T exp(T x);

    /**
     * The natural logarithm.
     *
     * @param x a number
     * @return ln x
     */
    T log(T x);

    /**
     * The hyperbolic tangent.
     *
     * @param x a number
     * @return tanh x
     */
    T tanh(T x);

    /**
     * Subtracts from a constant.
     *
     * @param c a constant
     * @param x a number
     * @return c - x
     */
    default T subtract(double c, T x) {
        return add(multiply(x, -1), c);
    }

    /**
     * The logistic function.
     *
     * @param x a number
     * @return 1 / (1 + e⁻ˣ)
     */
    default T sigmoid(T x) {
        return reciprocal(add(exp(multiply(x, -1)), 1));
    }

    /**
     * The logarithm of a sum of exponentials, whose largest is taken out.
     *
     * @param x numbers, at least one
     * @return ln Σ exp(xᵢ)
     */
    default T logSumExp(T[] x) {
        double max = value(x[0]);
        for (T element : x) {
            max = Math.max(max, value(element));
        }
        T sum = constant(0);
        for (T element : x) {
            sum = add(sum, exp(add(element, -max)));
        }
        return add(log(sum), max);
    }
}
