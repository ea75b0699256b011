package io.github.cotangent.benchmark.gradbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** A sparse matrix that grows row by row. As its blocks are alike, only the first two rows and the last element are written. */
final class SparseRows {

    private static final int WRITTEN = 30;

    private final int[] starts;
    private final int[] columns;
    private final double[] values;
    private int rows;
    private int size;

    SparseRows(int rows, int size) {
        starts = new int[rows + 1];
        columns = new int[size];
        values = new double[size];
    }

    /** Appends some elements of a vector to the current row, from a column on. */
    void append(double[] elements, int from, int count, int column) {
        System.arraycopy(elements, from, values, size, count);
        for (int i = 0; i < count; i++) {
            columns[size + i] = column + i;
        }
        size += count;
    }

    void endRow() {
        rows++;
        starts[rows] = size;
    }

    /** Where the rows start, and where the last one ends. */
    @JsonProperty("rows")
    int[] starts() {
        return ends(starts);
    }

    @JsonProperty("cols")
    int[] columns() {
        return ends(columns);
    }

    @JsonProperty("vals")
    double[] values() {
        int first = Math.min(WRITTEN, values.length);
        double[] ends = Arrays.copyOf(values, first + 1);
        ends[first] = values[values.length - 1];
        return ends;
    }

    private static int[] ends(int[] numbers) {
        int first = Math.min(WRITTEN, numbers.length);
        int[] ends = Arrays.copyOf(numbers, first + 1);
        ends[first] = numbers[numbers.length - 1];
        return ends;
    }
}
