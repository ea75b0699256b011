package io.github.cotangent;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The innermost arrays of an array of arrays, compared with each other.
 *
 * <p>The answers are quick, and may be no where a closer look, which also finds the names for a message, has nothing to
 * object to.
 */
final class Innermost {

    /** As many pairs are compared one by one. */
    private static final int FEW = 64;

    /** A number that no computation gives: a NaN of its own. */
    static final long MARK = 0x7ff8_c07a_9e47_0001L;

    private Innermost() {}

    /** Whether an array may be there twice. */
    static boolean repeats(Object[] array) {
        Object[] rows = of(array);
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object row : rows) {
            if (row == null || isFull(row) && !seen.add(row)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row of a buffer may be there twice. */
    static boolean repeats(double[][] buffer) {
        if (hasHoles(buffer)) {
            return true;
        }
        int n = buffer.length;
        if (n * (long) n > FEW) {
            return !areApartByMarks(buffer, new double[0][]);
        }
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (buffer[i] == buffer[j] && buffer[i].length > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two arrays have nothing in common for certain. */
    static boolean areApart(Object array, Object other) {
        if (array == null || other == null) {
            return false;
        }
        Set<Object> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object row : array instanceof Object[] nested ? of(nested) : new Object[] {array}) {
            if (row == null) {
                return false;
            }
            rows.add(row);
        }
        for (Object row : other instanceof Object[] nested ? of(nested) : new Object[] {other}) {
            if (row == null || isFull(row) && rows.contains(row)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an array is none of the others, all of which are there. */
    static boolean isApart(double[] array, double[][] others) {
        if (array == null || others == null) {
            return false;
        }
        for (double[] other : others) {
            if (other == null || other == array && array.length > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a buffer has no row in common with other arrays, all of which are there. */
    static boolean areApart(double[][] buffer, double[][] others) {
        if (hasHoles(buffer) || hasHoles(others)) {
            return false;
        }
        if (buffer.length * (long) others.length > FEW) {
            return areApartByMarks(buffer, others);
        }
        for (double[] row : buffer) {
            for (double[] other : others) {
                if (row == other && row.length > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether a buffer has no row twice, and none in common with other arrays. Its rows, which are to be written anyway, are
     * recognised by a mark that their first elements bear for a moment: the last to be marked gets its own element back first.
     */
    private static boolean areApartByMarks(double[][] buffer, double[][] others) {
        double mark = Double.longBitsToDouble(MARK);
        double[] first = new double[buffer.length];
        boolean apart = true;
        for (int i = 0; i < buffer.length; i++) {
            if (buffer[i].length > 0) {
                apart &= !isMarked(buffer[i]);
                first[i] = buffer[i][0];
                buffer[i][0] = mark;
            }
        }
        for (double[] other : others) {
            apart &= other.length == 0 || !isMarked(other);
        }
        for (int i = buffer.length - 1; i >= 0; i--) {
            if (buffer[i].length > 0) {
                buffer[i][0] = first[i];
            }
        }
        return apart;
    }

    private static boolean isMarked(double[] row) {
        return Double.doubleToRawLongBits(row[0]) == MARK;
    }

    private static Object[] of(Object[] rows) {
        return rows instanceof Object[][] nested ? collected(nested) : rows;
    }

    private static Object[] collected(Object[][] nested) {
        List<Object> all = new ArrayList<>();
        for (Object[] rows : nested) {
            all.addAll(Arrays.asList(rows == null ? new Object[1] : of(rows)));
        }
        return all.toArray();
    }

    private static boolean hasHoles(double[][] rows) {
        if (rows == null) {
            return true;
        }
        for (double[] row : rows) {
            if (row == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(Object array) {
        return Array.getLength(array) > 0;
    }
}
