package io.github.cotangent;

import java.util.Arrays;
import java.util.Objects;

/**
 * What generated derivatives do with arrays besides arithmetic: checks of the arguments, before anything is written, growth,
 * and matrices.
 *
 * <p>The message of a check names the parameter at fault.
 */
public final class Buffers {

    private Buffers() {}

    /**
     * Checks that an array is there and has the length expected.
     *
     * @param name the name of the parameter, for the message
     * @param array the argument
     * @param expected the length it must have
     * @throws NullPointerException if {@code array} is null; its message is {@code name}
     * @throws IllegalArgumentException if {@code array} has another length, such as {@code "x has length 2, expected 3"}
     */
    public static void checkLength(String name, double[] array, int expected) {
        Objects.requireNonNull(array, name);
        if (array.length != expected) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", expected " + expected);
        }
    }

    /**
     * Checks that a buffer to be written is not an array that is still to be read, or another buffer.
     *
     * <p>An array of no elements may stand in both places.
     *
     * @param name the name of the buffer's parameter, for the message
     * @param buffer the array to be written
     * @param otherName the name of the other parameter, for the message
     * @param other the array that must be another one
     * @throws NullPointerException if {@code buffer} or {@code other} is null; the message is its name
     * @throws IllegalArgumentException if both are the same array, such as {@code "adjoint is the same array as x, expected
     *     another one"}
     */
    public static void checkDistinct(String name, double[] buffer, String otherName, double[] other) {
        Objects.requireNonNull(buffer, name);
        Objects.requireNonNull(other, otherName);
        if (buffer == other && buffer.length > 0) {
            throw new IllegalArgumentException(name + " is the same array as " + otherName + ", expected another one");
        }
    }

    /**
     * Returns an array that has an element at an index: the array itself, or a copy of at least twice its length.
     *
     * <p>For what a loop of unknown length keeps.
     *
     * @param array the array as it is
     * @param index the index that is to be written next, not negative
     * @return {@code array}, or a longer copy of it
     */
    public static double[] grow(double[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, longer(array.length, index));
    }

    /**
     * Returns an array that has an element at an index, as {@link #grow(double[], int)} does.
     *
     * @param array the array as it is
     * @param index the index that is to be written next, not negative
     * @return {@code array}, or a longer copy of it
     */
    public static float[] grow(float[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, longer(array.length, index));
    }

    /**
     * Returns an array that has an element at an index, as {@link #grow(double[], int)} does.
     *
     * @param array the array as it is
     * @param index the index that is to be written next, not negative
     * @return {@code array}, or a longer copy of it
     */
    public static long[] grow(long[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, longer(array.length, index));
    }

    /**
     * Returns an array that has an element at an index, as {@link #grow(double[], int)} does.
     *
     * @param array the array as it is
     * @param index the index that is to be written next, not negative
     * @return {@code array}, or a longer copy of it
     */
    public static int[] grow(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, longer(array.length, index));
    }

    /**
     * Returns an array that has an element at an index, as {@link #grow(double[], int)} does.
     *
     * @param array the array as it is
     * @param index the index that is to be written next, not negative
     * @return {@code array}, or a longer copy of it
     */
    public static boolean[] grow(boolean[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, longer(array.length, index));
    }

    /**
     * Returns an array that has an element at an index, as {@link #grow(double[], int)} does.
     *
     * @param <T> the type of the elements
     * @param array the array as it is
     * @param index the index that is to be written next, not negative
     * @return {@code array}, or a longer copy of it
     */
    public static <T> T[] grow(T[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, longer(array.length, index));
    }

    /**
     * Returns a new matrix of zeros.
     *
     * <p>HotSpot makes a {@code new double[rows][columns]} of lengths that it does not know by a call that takes longer than
     * all rows together.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @return the rows, each an array of its own
     */
    public static double[][] matrix(int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = new double[columns];
        }
        return matrix;
    }

    /** How long an array becomes for an index: twice as long, but no longer than the longest array there can be. */
    static int longer(int length, int index) {
        long doubled = Math.min(2L * length, Integer.MAX_VALUE - 8);
        return (int) Math.max(doubled, Math.max(16, index + 1L));
    }
}
