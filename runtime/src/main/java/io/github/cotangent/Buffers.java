package io.github.cotangent;

import java.util.Objects;

/**
 * The checks of array arguments that generated derivatives make before they write anything.
 *
 * <p>Every message names the parameter at fault.
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
            throw new IllegalArgumentException(
                    name + " is the same array as " + otherName + ", expected another one");
        }
    }
}
