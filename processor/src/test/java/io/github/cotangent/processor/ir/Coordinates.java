package io.github.cotangent.processor.ir;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** Lists of scalars and arrays as points of one vector space: the real numbers in them, one after the other. */
final class Coordinates {

    private Coordinates() {}

    /** Copies the arrays too. */
    static List<Object> copy(List<?> values) {
        List<Object> copies = new ArrayList<>();
        for (Object value : values) {
            boolean isArray = value != null && value.getClass().isArray();
            copies.add(isArray ? JavaOperations.copy(value, Array.getLength(value)) : value);
        }
        return copies;
    }

    /** The numbers of {@code Double}s, {@code Float}s, {@code double[]}s and {@code float[]}s; nothing else has any. */
    static double[] of(List<?> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .flatMapToDouble(Coordinates::reals)
                .toArray();
    }

    private static DoubleStream reals(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return DoubleStream.of(((Number) value).doubleValue());
        }
        if (value instanceof double[] || value instanceof float[]) {
            return DoubleStream.iterate(0, i -> i + 1)
                    .limit(Array.getLength(value))
                    .map(i -> Array.getDouble(value, (int) i));
        }
        return DoubleStream.empty();
    }

    /**
     * Tangents of the shapes of some values, made of the numbers given: {@code Double}, {@code double[]}, or null for what is
     * not real.
     */
    static List<Object> tangents(List<?> values, double[] numbers) {
        List<Object> tangents = new ArrayList<>();
        int from = 0;
        for (Object value : values) {
            int count = (int) reals(value).count();
            if (value.getClass().isArray()) {
                tangents.add(Arrays.copyOfRange(numbers, from, from + count));
            } else {
                tangents.add(count == 0 ? null : (Object) numbers[from]);
            }
            from += count;
        }
        return tangents;
    }

    /** The values moved by a multiple of tangents of theirs; what has no tangent stays. Real values must be doubles. */
    static List<Object> moved(List<?> values, double step, List<?> tangents) {
        List<Object> moved = copy(values);
        for (int i = 0; i < moved.size(); i++) {
            Object tangent = tangents.get(i);
            if (moved.get(i) instanceof Double x && tangent != null) {
                moved.set(i, x + step * (double) tangent);
            }
            if (moved.get(i) instanceof double[] array && tangent != null) {
                for (int j = 0; j < array.length; j++) {
                    array[j] += step * ((double[]) tangent)[j];
                }
            }
        }
        return moved;
    }

    static double[] unit(int length, int index) {
        double[] unit = new double[length];
        unit[index] = 1;
        return unit;
    }
}
