package io.github.cotangent;

/**
 * The vectors that derivatives are asked for: directions of forward sweeps, seeds of reverse sweeps.
 *
 * <p>A forward sweep along {@code basis(n, j)} gives column {@code j} of the Jacobian, a reverse sweep seeded with {@code
 * basis(m, i)} gives row {@code i}.
 */
public final class Seeds {

    private Seeds() {}

    /**
     * Returns a new vector that is 1 at {@code index} and 0 elsewhere.
     *
     * @param length the length of the vector, at least 1
     * @param index the place of the 1, from 0 to {@code length - 1}
     * @return the unit vector
     * @throws IllegalArgumentException if {@code length} is negative, or {@code index} is not a place of such a vector
     */
    public static double[] basis(int length, int index) {
        double[] vector = zeros(length);
        if (index < 0 || index >= length) {
            throw new IllegalArgumentException("index is " + index + ", expected 0 or more and less than " + length);
        }
        vector[index] = 1;
        return vector;
    }

    /**
     * Returns all unit vectors of a length, as the rows of a new identity matrix.
     *
     * @param length the number of vectors, and the length of each
     * @return {@code length} rows of {@code length} elements; row {@code i} is {@code basis(length, i)}
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public static double[][] identity(int length) {
        double[][] rows = new double[checkedLength(length)][length];
        for (int i = 0; i < length; i++) {
            rows[i][i] = 1;
        }
        return rows;
    }

    /**
     * Returns a new vector of zeros.
     *
     * @param length the length of the vector
     * @return {@code length} zeros
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public static double[] zeros(int length) {
        return new double[checkedLength(length)];
    }

    private static int checkedLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("length is " + length + ", expected 0 or more");
        }
        return length;
    }
}
