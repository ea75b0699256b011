package io.github.cotangent;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What generated derivatives do with arrays of arrays: checks of the arguments, before anything is written, and copies.
 *
 * <p>The arrays have any number of dimensions, at least two unless said otherwise, and rows of any lengths. Their elements
 * laid end to end stand in the order of the rows. The message of a check names the parameter at fault, and the row.
 */
public final class Rows {

    private Rows() {}

    /**
     * Checks that an array and all its rows are there.
     *
     * @param name the name of the parameter, for the message
     * @param array the argument
     * @throws NullPointerException if {@code array} or a row is null; its message is the name, such as {@code "x[2]"}
     */
    public static void check(String name, Object[] array) {
        checkShape(name, array, array);
    }

    /**
     * Checks that an array has the same rows as another, of the same lengths.
     *
     * @param name the name of the parameter, for the message
     * @param array the argument
     * @param like an array of as many dimensions, whose rows are all there
     * @throws NullPointerException if {@code array} or a row of it is null; its message is the name, such as {@code "x[2]"}
     * @throws IllegalArgumentException if {@code array} has another shape, such as {@code "x[2] has length 2, expected 3"}
     */
    public static void checkShape(String name, Object[] array, Object[] like) {
        if (!isLike(array, like)) {
            checkEach(name, array, like);
        }
    }

    /**
     * Checks that an array and all its rows are there, as {@link #check(String, Object[])} does.
     *
     * @param name the name of the parameter, for the message
     * @param array the argument
     * @throws NullPointerException if {@code array} or a row is null; its message is the name, such as {@code "x[2]"}
     */
    public static void check(String name, double[][] array) {
        checkShape(name, array, array);
    }

    /**
     * Checks that an array has the same rows as another, as {@link #checkShape(String, Object[], Object[])} does.
     *
     * @param name the name of the parameter, for the message
     * @param array the argument
     * @param like an array whose rows are all there
     * @throws NullPointerException if {@code array} or a row of it is null; its message is the name, such as {@code "x[2]"}
     * @throws IllegalArgumentException if {@code array} has another shape, such as {@code "x[2] has length 2, expected 3"}
     */
    public static void checkShape(String name, double[][] array, double[][] like) {
        boolean isLike = array != null && array.length == like.length;
        for (int i = 0; isLike && i < array.length; i++) {
            isLike = array[i] != null && array[i].length == like[i].length;
        }
        if (!isLike) {
            checkEach(name, array, like);
        }
    }

    /** The check without the names that a message would need. */
    private static boolean isLike(Object array, Object like) {
        if (array == null || Array.getLength(array) != Array.getLength(like)) {
            return false;
        }
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                if (!isLike(rows[i], ((Object[]) like)[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void checkEach(String name, Object array, Object like) {
        Objects.requireNonNull(array, name);
        int length = Array.getLength(array);
        int expected = Array.getLength(like);
        if (length != expected) {
            throw new IllegalArgumentException(name + " has length " + length + ", expected " + expected);
        }
        if (array instanceof Object[] rows) {
            for (int i = 0; i < length; i++) {
                checkEach(name + "[" + i + "]", rows[i], ((Object[]) like)[i]);
            }
        }
    }

    /**
     * Checks that no row of a buffer to be written is at the same time a row of another array, or that array itself.
     *
     * <p>Rows of no elements may stand in both places.
     *
     * @param name the name of the buffer's parameter, for the message
     * @param buffer the array to be written, of any number of dimensions
     * @param otherName the name of the other parameter, for the message
     * @param other the array that must be another one, of any number of dimensions
     * @throws NullPointerException if {@code buffer} or {@code other} or a row of them is null; the message is its name
     * @throws IllegalArgumentException if both share a row, such as {@code "adjoint[1] is the same array as x[0], expected
     *     another one"}
     */
    public static void checkDistinct(String name, Object buffer, String otherName, Object other) {
        if (!Innermost.areApart(buffer, other)) {
            lookCloser(name, buffer, otherName, other);
        }
    }

    /**
     * Checks that no row of a buffer to be written is at the same time a row of another array, as
     * {@link #checkDistinct(String, Object, String, Object)} does.
     *
     * @param name the name of the buffer's parameter, for the message
     * @param buffer the array to be written
     * @param otherName the name of the other parameter, for the message
     * @param other the array that must be another one
     * @throws NullPointerException if {@code buffer} or {@code other} or a row of them is null; the message is its name
     * @throws IllegalArgumentException if both share a row
     */
    public static void checkDistinct(String name, double[][] buffer, String otherName, double[][] other) {
        if (!Innermost.areApart(buffer, other)) {
            lookCloser(name, buffer, otherName, other);
        }
    }

    /**
     * Checks that no row of a buffer to be written is another array, as
     * {@link #checkDistinct(String, Object, String, Object)} does.
     *
     * @param name the name of the buffer's parameter, for the message
     * @param buffer the array to be written
     * @param otherName the name of the other parameter, for the message
     * @param other the array that must be another one
     * @throws NullPointerException if {@code buffer} or {@code other} or a row is null; the message is its name
     * @throws IllegalArgumentException if a row is the other array
     */
    public static void checkDistinct(String name, double[][] buffer, String otherName, double[] other) {
        if (!Innermost.isApart(other, buffer)) {
            lookCloser(name, buffer, otherName, other);
        }
    }

    /**
     * Checks that a buffer to be written is no row of another array, as
     * {@link #checkDistinct(String, Object, String, Object)} does.
     *
     * @param name the name of the buffer's parameter, for the message
     * @param buffer the array to be written
     * @param otherName the name of the other parameter, for the message
     * @param other the array that must be another one
     * @throws NullPointerException if {@code buffer} or {@code other} or a row is null; the message is its name
     * @throws IllegalArgumentException if the buffer is a row of the other array
     */
    public static void checkDistinct(String name, double[] buffer, String otherName, double[][] other) {
        if (!Innermost.isApart(buffer, other)) {
            lookCloser(name, buffer, otherName, other);
        }
    }

    private static void lookCloser(String name, Object buffer, String otherName, Object other) {
        Map<Object, String> rows = new IdentityHashMap<>();
        collect(name, buffer, rows, true);
        visit(otherName, other, (rowName, row) -> {
            if (rows.containsKey(row)) {
                throw new IllegalArgumentException(same(rows.get(row), rowName));
            }
        });
    }

    /**
     * Checks that a buffer to be written has no row twice.
     *
     * @param name the name of the parameter, for the message
     * @param buffer the array to be written
     * @throws NullPointerException if {@code buffer} or a row of it is null; the message is its name
     * @throws IllegalArgumentException if a row stands in two places, such as {@code "x[1] is the same array as x[0],
     *     expected another one"}
     */
    public static void checkOwn(String name, Object[] buffer) {
        if (buffer == null || Innermost.repeats(buffer)) {
            collect(name, buffer, new IdentityHashMap<>(), false);
        }
    }

    /**
     * Checks that a buffer to be written has no row twice, as {@link #checkOwn(String, Object[])} does.
     *
     * @param name the name of the parameter, for the message
     * @param buffer the array to be written
     * @throws NullPointerException if {@code buffer} or a row of it is null; the message is its name
     * @throws IllegalArgumentException if a row stands in two places
     */
    public static void checkOwn(String name, double[][] buffer) {
        if (Innermost.repeats(buffer)) {
            collect(name, buffer, new IdentityHashMap<>(), false);
        }
    }

    private static void collect(String name, Object array, Map<Object, String> rows, boolean mayRepeat) {
        visit(name, array, (rowName, row) -> {
            String before = rows.putIfAbsent(row, rowName);
            if (before != null && !mayRepeat) {
                throw new IllegalArgumentException(same(rowName, before));
            }
        });
    }

    private static String same(String name, String other) {
        return name + " is the same array as " + other + ", expected another one";
    }

    private interface Visitor {
        void row(String name, Object row);
    }

    /** Visits the innermost arrays that have elements. */
    private static void visit(String name, Object array, Visitor visitor) {
        Objects.requireNonNull(array, name);
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                visit(name + "[" + i + "]", rows[i], visitor);
            }
        } else if (Array.getLength(array) > 0) {
            visitor.row(name, array);
        }
    }

    /**
     * Returns the number of elements.
     *
     * @param array an array of any number of dimensions
     * @return how many numbers it holds
     */
    public static int count(Object array) {
        if (!(array instanceof Object[] rows)) {
            return Array.getLength(array);
        }
        int count = 0;
        for (Object row : rows) {
            count += count(row);
        }
        return count;
    }

    /**
     * Returns an array of zeros of a shape.
     *
     * @param <T> the type of the array
     * @param like an array of as many dimensions as {@code type} has, and of the shape that is wanted
     * @param type the type of the array
     * @return a new array
     */
    public static <T> T zerosLike(Object like, Class<T> type) {
        if (type == double[][].class && like instanceof double[][] rows) {
            return type.cast(zerosLike(rows));
        }
        int length = Array.getLength(like);
        Class<?> component = type.getComponentType();
        Object array = Array.newInstance(component, length);
        if (component.isArray()) {
            for (int i = 0; i < length; i++) {
                Array.set(array, i, zerosLike(Array.get(like, i), component));
            }
        }
        return type.cast(array);
    }

    /** The common case, without reflection. */
    private static double[][] zerosLike(double[][] like) {
        double[][] zeros = new double[like.length][];
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = new double[like[i].length];
        }
        return zeros;
    }

    /**
     * Returns a copy that shares no row with the array.
     *
     * @param <T> the type of the array
     * @param array the array, of any number of dimensions
     * @param type its type
     * @return a new array
     */
    public static <T> T copy(Object array, Class<T> type) {
        T copy = zerosLike(array, type);
        copy(array, copy);
        return copy;
    }

    /**
     * Copies elements to an array of the same shape.
     *
     * @param source the elements, of any number of dimensions
     * @param target overwritten with them
     */
    public static void copy(Object source, Object target) {
        if (source instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                copy(rows[i], ((Object[]) target)[i]);
            }
        } else {
            System.arraycopy(source, 0, target, 0, Array.getLength(source));
        }
    }

    /**
     * Sets all elements to zero.
     *
     * @param array an array of {@code double}, of any number of dimensions
     */
    public static void clear(Object array) {
        if (array instanceof double[][] rows) {
            for (double[] row : rows) {
                Arrays.fill(row, 0);
            }
        } else if (array instanceof Object[] rows) {
            for (Object row : rows) {
                clear(row);
            }
        } else {
            Arrays.fill((double[]) array, 0);
        }
    }

    /**
     * Copies the elements, laid end to end, into a vector.
     *
     * @param array an array of {@code double}, of any number of dimensions
     * @param vector where to
     * @param start the place of the first element
     * @return the place after the last element
     */
    public static int flatten(Object array, double[] vector, int start) {
        if (array instanceof Object[] rows) {
            int place = start;
            for (Object row : rows) {
                place = flatten(row, vector, place);
            }
            return place;
        }
        double[] row = (double[]) array;
        System.arraycopy(row, 0, vector, start, row.length);
        return start + row.length;
    }

    /**
     * Returns a part of a vector as an array, whose elements laid end to end it is.
     *
     * @param <T> the type of the result
     * @param vector where from
     * @param start the place of the first element
     * @param like an array of the shape that is wanted
     * @param type the type of the result, an array of {@code double}
     * @return a new array
     */
    public static <T> T slice(double[] vector, int start, Object like, Class<T> type) {
        T array = zerosLike(like, type);
        unflatten(vector, start, array);
        return array;
    }

    private static int unflatten(double[] vector, int start, Object array) {
        if (array instanceof Object[] rows) {
            int place = start;
            for (Object row : rows) {
                place = unflatten(vector, place, row);
            }
            return place;
        }
        double[] row = (double[]) array;
        System.arraycopy(vector, start, row, 0, row.length);
        return start + row.length;
    }

    /**
     * Sets one element.
     *
     * @param array an array of {@code double}
     * @param index the number of the element, where all are laid end to end
     * @param element what to set it to
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public static void set(Object[] array, int index, double element) {
        int place = index;
        for (Object row : array) {
            int count = count(row);
            if (place < count) {
                if (row instanceof Object[] rows) {
                    set(rows, place, element);
                } else {
                    ((double[]) row)[place] = element;
                }
                return;
            }
            place -= count;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /**
     * Returns the elements in single precision.
     *
     * @param <T> the type of the result
     * @param array an array of {@code double}, of any number of dimensions
     * @param type the type of the result, an array of {@code float} of as many dimensions
     * @return a new array of the same shape
     */
    public static <T> T toFloat(Object array, Class<T> type) {
        T rounded = zerosLike(array, type);
        round(array, rounded);
        return rounded;
    }

    private static void round(Object array, Object target) {
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                round(rows[i], ((Object[]) target)[i]);
            }
            return;
        }
        double[] source = (double[]) array;
        for (int i = 0; i < source.length; i++) {
            ((float[]) target)[i] = (float) source[i];
        }
    }
}
