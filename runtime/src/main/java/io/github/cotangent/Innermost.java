package io.github.cotangent;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The innermost arrays of an array of arrays, compared by identity.
 *
 * <p>Buffers are checked before every derivative, so this costs a few nanoseconds a row.
 *
 * @param arrays the arrays that hold the numbers; those of no elements do not count
 */
record Innermost(Object[] arrays) {

    /** As many are compared each with each. */
    private static final int FEW = 8;

    static Innermost of(Object array) {
        if (array instanceof Object[][] rows) {
            List<Object> all = new ArrayList<>();
            for (Object[] row : rows) {
                all.addAll(Arrays.asList(row == null ? new Object[1] : of(row).arrays));
            }
            return new Innermost(all.toArray());
        }
        return new Innermost(array instanceof Object[] rows ? rows : new Object[] {array});
    }

    /** Whether an array may be there twice; true too where one is null. */
    boolean repeats() {
        if (hasHoles()) {
            return true;
        }
        Object[] table = new Object[capacity()];
        for (Object array : arrays) {
            if (isFull(array) && isIn(table, array, true)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no array is among others, and none is null. */
    boolean isApartFrom(Innermost others) {
        if (hasHoles() || others.hasHoles()) {
            return false;
        }
        if (others.arrays.length < arrays.length) {
            return others.isApartFrom(this);
        }
        if (arrays.length <= FEW) {
            return isApartFromAll(others);
        }
        Object[] table = new Object[capacity()];
        for (Object array : arrays) {
            if (isFull(array)) {
                isIn(table, array, true);
            }
        }
        for (Object other : others.arrays) {
            if (isIn(table, other, false)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasHoles() {
        for (Object array : arrays) {
            if (array == null) {
                return true;
            }
        }
        return false;
    }

    private boolean isApartFromAll(Innermost others) {
        for (Object array : arrays) {
            for (Object other : others.arrays) {
                if (array == other && isFull(array)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isFull(Object array) {
        return Array.getLength(array) > 0;
    }

    /** A power of two, at least twice as large as the number of arrays. */
    private int capacity() {
        return Integer.highestOneBit(Math.max(arrays.length, 1)) << 2;
    }

    /** Looks an array up in a table of open addressing, and adds it if that is wished. */
    private static boolean isIn(Object[] table, Object array, boolean adds) {
        int place = System.identityHashCode(array) & (table.length - 1);
        while (table[place] != null) {
            if (table[place] == array) {
                return true;
            }
            place = (place + 1) & (table.length - 1);
        }
        if (adds) {
            table[place] = array;
        }
        return false;
    }
}
