package io.github.cotangent.processor.ir;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Lists of scalars and arrays as points of one vector space: the real numbers in them, one after the other. */
final class Coordinates {

    private Coordinates() {}

    /** Copies the arrays too. */
    static List<Object> copy(List<?> values) {
        List<Object> copies = new ArrayList<>();
        for (Object value : values) {
            copies.add(copy(value));
        }
        return copies;
    }

    private static Object copy(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        Object copy = JavaOperations.copy(value, Array.getLength(value));
        if (value instanceof Object[]) {
            Arrays.setAll((Object[]) copy, i -> copy(((Object[]) value)[i]));
        }
        return copy;
    }

    /** The numbers of {@code Double}s, {@code Float}s, and arrays of them and of such arrays; nothing else has any. */
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
        if (value instanceof Object[] rows) {
            return Arrays.stream(rows).filter(Objects::nonNull).flatMapToDouble(Coordinates::reals);
        }
        return DoubleStream.empty();
    }

    /**
     * Tangents of the shapes of some values, made of the numbers given: {@code Double}, {@code double[]}, an array of such, or
     * null for what is not real.
     */
    static List<Object> tangents(List<?> values, double[] numbers) {
        List<Object> tangents = new ArrayList<>();
        int from = 0;
        for (Object value : values) {
            int count = value == null ? 0 : (int) reals(value).count();
            tangents.add(tangent(value, Arrays.copyOfRange(numbers, from, from + count)));
            from += count;
        }
        return tangents;
    }

    private static Object tangent(Object value, double[] numbers) {
        if (value instanceof Object[] rows) {
            List<Object> tangents = tangents(Arrays.asList(rows), numbers);
            Class<?> component = rows.getClass().getComponentType();
            Object of = Array.newInstance(derivative(component), rows.length);
            IntStream.range(0, rows.length).forEach(i -> Array.set(of, i, tangents.get(i)));
            return of;
        }
        if (value != null && value.getClass().isArray()) {
            return numbers;
        }
        return numbers.length == 0 ? null : (Object) numbers[0];
    }

    private static Class<?> derivative(Class<?> type) {
        return type.isArray() ? derivative(type.getComponentType()).arrayType() : double.class;
    }

    /** The values moved by a multiple of tangents of theirs; what has no tangent stays. Real values must be doubles. */
    static List<Object> moved(List<?> values, double step, List<?> tangents) {
        List<Object> moved = copy(values);
        for (int i = 0; i < moved.size(); i++) {
            Object tangent = tangents.get(i);
            if (moved.get(i) instanceof Double x && tangent != null) {
                moved.set(i, x + step * (double) tangent);
            }
            if (tangent != null && tangent.getClass().isArray()) {
                addTo(moved.get(i), step, tangent);
            }
        }
        return moved;
    }

    private static void addTo(Object array, double step, Object tangent) {
        for (int i = 0; i < Array.getLength(tangent); i++) {
            if (tangent instanceof double[] numbers) {
                ((double[]) array)[i] += step * numbers[i];
            } else if (Array.get(tangent, i) != null) {
                addTo(Array.get(array, i), step, Array.get(tangent, i));
            }
        }
    }

    static double[] unit(int length, int index) {
        double[] unit = new double[length];
        unit[index] = 1;
        return unit;
    }
}
