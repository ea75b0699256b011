package io.github.cotangent;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * The arrays that a reverse sweep made, kept for the next one.
 *
 * <p>The derivatives of a method with {@link Differentiable#workspace()} take one as their last argument. Their first call makes
 * the arrays that it needs; another one with arguments of the same sizes finds them here, and makes none.
 *
 * <pre>{@code
 * Workspace workspace = new Workspace();
 * double[] gradient = new double[x.length];
 * for (int step = 0; step < steps; step++) {
 *     double value = ModelsDerivatives.energyValueAndGradient(x, gradient, workspace);
 *     …
 * }
 * }</pre>
 *
 * <p>A workspace holds what the last call needed, no more. It may serve several methods, or arguments of several sizes, in turn;
 * but what does not fit is made anew, so one for each is faster. It is for one thread at a time. A call that throws leaves it fit
 * for use. Nothing that a call returns is part of it.
 *
 * <p>All methods but {@link #bytesHeld()} are for generated code. They hand out arrays of the type and the length that are asked
 * for: one that is here and not in use, or else a new one.
 */
public final class Workspace {

    private static final int HEADER = 16;

    /** Among how many free arrays one is looked for. Requests come in the same order as a rule, so that the first one fits. */
    private static final int REACH = 1000;

    /** What {@link #mark} returns at the beginning of a whole call. */
    private static final int WHOLE = -1;

    /** The arrays in use, in the order of the requests, then those that are free. */
    private Object[] arrays = new Object[8];

    /** The call that has asked for each of them last. */
    private int[] asked = new int[8];

    private int held;
    private int next;
    private int call;
    private boolean isOpen;

    /** Creates a workspace that holds nothing. */
    public Workspace() {}

    /**
     * Returns how many bytes the arrays take that are kept here.
     *
     * @return the bytes of their elements, 4 for a reference, and 16 for each array
     */
    public long bytesHeld() {
        long bytes = 0;
        for (int i = 0; i < held; i++) {
            bytes += HEADER + (long) Array.getLength(arrays[i]) * elementSize(arrays[i]);
        }
        return bytes;
    }

    private static int elementSize(Object array) {
        if (array instanceof double[] || array instanceof long[]) {
            return Double.BYTES;
        }
        if (array instanceof short[] || array instanceof char[]) {
            return Short.BYTES;
        }
        return array instanceof boolean[] || array instanceof byte[] ? 1 : Integer.BYTES;
    }

    /**
     * Begins a call, or a part of one whose arrays nobody needs afterwards.
     *
     * @return what {@link #release} is to be given at its end
     */
    public int mark() {
        if (isOpen) {
            return next;
        }
        isOpen = true;
        call++;
        return WHOLE;
    }

    /**
     * Takes back the arrays that were handed out since a mark; at the end of a whole call, lets go of those that it did not ask for.
     *
     * @param mark what {@link #mark} returned
     */
    public void release(int mark) {
        if (mark != WHOLE) {
            next = mark;
            return;
        }
        int kept = 0;
        for (int i = 0; i < held; i++) {
            if (asked[i] == call) {
                if (kept < i) {
                    move(i, kept);
                }
                kept++;
            }
        }
        Arrays.fill(arrays, kept, held, null);
        held = kept;
        next = 0;
        isOpen = false;
    }

    /**
     * Returns an array of zeros, as {@code new double[length]} does.
     *
     * @param length its length
     * @return the array
     */
    public double[] doubles(int length) {
        double[] array = take(double[].class, length);
        Arrays.fill(array, 0);
        return array;
    }

    /**
     * Returns an array of zeros or null, as {@code new int[length]} or {@code new double[length][]} does.
     *
     * @param <T> the type of the array
     * @param type the type of the array
     * @param length its length
     * @return the array
     */
    public <T> T array(Class<T> type, int length) {
        T array = take(type, length);
        clear(array, 0);
        return array;
    }

    /**
     * Returns an array of arrays of zeros or null, as {@code new double[length][width]} does.
     *
     * @param <T> the type of the elements
     * @param type the type of the array
     * @param length its length
     * @param width the length of its elements
     * @return the array
     */
    @SuppressWarnings("unchecked")
    public <T> T[] array(Class<T[]> type, int length, int width) {
        if (length >= 0 && width < 0) {
            throw new NegativeArraySizeException(Integer.toString(width));
        }
        T[] array = take(type, length);
        Class<T> row = (Class<T>) type.getComponentType();
        for (int i = 0; i < length; i++) {
            array[i] = array(row, width);
        }
        return array;
    }

    /**
     * Returns a copy of an array, as {@code array.clone()} does.
     *
     * @param <T> the type of the array
     * @param array the array
     * @return the copy
     */
    public <T> T copy(T array) {
        return copy(array, Array.getLength(array));
    }

    /**
     * Returns an array that has an element at an index, as {@link Buffers#grow(double[], int)} does.
     *
     * @param <T> the type of the array
     * @param array the array as it is
     * @param index the index that is to be written next, not negative
     * @return {@code array}, or a longer copy of it
     */
    public <T> T grow(T array, int index) {
        int length = Array.getLength(array);
        return index < length ? array : copy(array, Buffers.longer(length, index));
    }

    @SuppressWarnings("unchecked")
    private <T> T copy(T array, int length) {
        T copy = take((Class<T>) array.getClass(), length);
        int copied = Array.getLength(array);
        System.arraycopy(array, 0, copy, 0, copied);
        clear(copy, copied);
        return copy;
    }

    /** An array for the next request, whatever is in it. */
    private <T> T take(Class<T> type, int length) {
        int end = Math.min(held, next + REACH);
        for (int i = next; i < end; i++) {
            Object array = arrays[i];
            if (array.getClass() == type && Array.getLength(array) == length) {
                move(next, i);
                put(next++, array);
                return type.cast(array);
            }
        }
        T array = type.cast(Array.newInstance(type.getComponentType(), length));
        if (held == arrays.length) {
            arrays = Arrays.copyOf(arrays, 2 * held);
            asked = Arrays.copyOf(asked, 2 * held);
        }
        move(next, held++);
        put(next++, array);
        return array;
    }

    private void move(int from, int to) {
        arrays[to] = arrays[from];
        asked[to] = asked[from];
    }

    /** Puts an array that is asked for in this call. */
    private void put(int index, Object array) {
        arrays[index] = array;
        asked[index] = call;
    }

    /** Clears the elements of an array from an index on. */
    private static void clear(Object array, int from) {
        if (array instanceof double[] doubles) {
            Arrays.fill(doubles, from, doubles.length, 0);
        } else if (array instanceof int[] ints) {
            Arrays.fill(ints, from, ints.length, 0);
        } else if (array instanceof boolean[] booleans) {
            Arrays.fill(booleans, from, booleans.length, false);
        } else if (array instanceof long[] longs) {
            Arrays.fill(longs, from, longs.length, 0);
        } else if (array instanceof float[] floats) {
            Arrays.fill(floats, from, floats.length, 0);
        } else if (array instanceof byte[] bytes) {
            Arrays.fill(bytes, from, bytes.length, (byte) 0);
        } else if (array instanceof short[] shorts) {
            Arrays.fill(shorts, from, shorts.length, (short) 0);
        } else if (array instanceof char[] chars) {
            Arrays.fill(chars, from, chars.length, '\0');
        } else {
            Arrays.fill((Object[]) array, from, Array.getLength(array), null);
        }
    }
}
