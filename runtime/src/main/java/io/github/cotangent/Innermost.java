package io.github.cotangent;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The innermost arrays of arrays of arrays, compared by identity. Those of no elements do not count.
 *
 * <p>Buffers are checked before every derivative, so this costs a few nanoseconds a row, and makes nothing for few of them.
 */
final class Innermost {

    /** As many are compared each with each. */
    private static final int FEW = 8;

    private Innermost() {}

    /** Whether an array may be there twice; true too where one is null. */
    static boolean repeats(Object[] array) {
        Object[] rows = of(array);
        if (hasHoles(rows)) {
            return true;
        }
        if (rows.length > FEW) {
            return repeatsOneOfMany(rows);
        }
        for (int i = 1; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                if (rows[i] == rows[j] && isFull(rows[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether no array of the one is also of the other, and none is null. */
    static boolean areApart(Object array, Object other) {
        if (array instanceof Object[] rows) {
            return other instanceof Object[] others ? areEachApart(of(rows), of(others)) : isApart(other, of(rows));
        }
        return other instanceof Object[] others
                ? isApart(array, of(others))
                : array != null && other != null && (array != other || !isFull(array));
    }

    private static boolean isApart(Object array, Object[] others) {
        if (array == null) {
            return false;
        }
        for (Object other : others) {
            if (other == null || other == array && isFull(array)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEachApart(Object[] rows, Object[] others) {
        if (others.length < rows.length) {
            return areEachApart(others, rows);
        }
        if (rows.length > FEW) {
            return areManyApart(rows, others);
        }
        for (Object row : rows) {
            if (!isApart(row, others)) {
                return false;
            }
        }
        return rows.length > 0 || !hasHoles(others);
    }

    /**
     * The innermost arrays in order, null where a row of any depth is.
     *
     * <p>The common type is asked for first: HotSpot needs one comparison for it, but a search to find that it is no
     * {@code Object[][]}.
     */
    private static Object[] of(Object[] rows) {
        return !(rows instanceof double[][]) && rows instanceof Object[][] nested ? collected(nested) : rows;
    }

    private static Object[] collected(Object[][] nested) {
        List<Object> all = new ArrayList<>();
        for (Object[] rows : nested) {
            all.addAll(Arrays.asList(rows == null ? new Object[1] : of(rows)));
        }
        return all.toArray();
    }

    private static boolean hasHoles(Object[] rows) {
        for (Object row : rows) {
            if (row == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(Object array) {
        return Array.getLength(array) > 0;
    }

    private static boolean repeatsOneOfMany(Object[] rows) {
        Object[] table = new Object[capacity(rows)];
        for (Object row : rows) {
            if (isIn(table, row, true) && isFull(row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areManyApart(Object[] rows, Object[] others) {
        if (hasHoles(rows) || hasHoles(others)) {
            return false;
        }
        Object[] table = new Object[capacity(rows)];
        for (Object row : rows) {
            isIn(table, row, true);
        }
        for (Object other : others) {
            if (isIn(table, other, false) && isFull(other)) {
                return false;
            }
        }
        return true;
    }

    /** A power of two, at least twice as large as the number of arrays. */
    private static int capacity(Object[] rows) {
        return Integer.highestOneBit(rows.length) << 2;
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
