package io.github.cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Numbers and arrays of them, of any rank, and the vectors that they are when laid end to end. */
public final class Shapes {

    private Shapes() {}

    /** Numbers and arrays of them, laid end to end. */
    public static double[] flat(List<?> parts) {
        List<Double> numbers = new ArrayList<>();
        parts.forEach(part -> each(part, numbers));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public static double[] flat(Object part) {
        return flat(List.of(part));
    }

    private static void each(Object part, List<Double> numbers) {
        if (part.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(part); i++) {
                each(Array.get(part, i), numbers);
            }
        } else {
            numbers.add(((Number) part).doubleValue());
        }
    }

    public static int count(Object part) {
        return flat(part).length;
    }

    public static boolean isArray(Object part) {
        return part.getClass().isArray();
    }

    /** A vector cut into parts of the shapes of some others, all of {@code double}. */
    public static List<Object> parts(double[] vector, List<?> like) {
        List<Object> parts = new ArrayList<>();
        int start = 0;
        for (Object each : like) {
            int end = start + count(each);
            parts.add(shaped(Arrays.copyOfRange(vector, start, end), each, double.class));
            start = end;
        }
        return parts;
    }

    /** As {@link #parts}, with the types of the others too. */
    public static List<Object> typedParts(double[] vector, List<?> like) {
        List<Object> parts = new ArrayList<>(parts(vector, like));
        for (int i = 0; i < parts.size(); i++) {
            if (isSingle(like.get(i))) {
                parts.set(i, shaped(flat(parts.get(i)), like.get(i), float.class));
            }
        }
        return parts;
    }

    /** Whether a part is a {@code float}, or an array of them. */
    static boolean isSingle(Object part) {
        return part instanceof Float || innermost(part.getClass()) == float.class;
    }

    private static Class<?> innermost(Class<?> type) {
        return type.isArray() ? innermost(type.getComponentType()) : type;
    }

    private static Object shaped(double[] vector, Object like, Class<?> kind) {
        int[] place = {0};
        return shaped(vector, place, like, kind);
    }

    private static Object shaped(double[] vector, int[] place, Object like, Class<?> kind) {
        if (!isArray(like)) {
            double number = vector[place[0]++];
            return kind == float.class ? (Object) (float) number : (Object) number;
        }
        int length = Array.getLength(like);
        Object array = Array.newInstance(component(like.getClass(), kind), length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, shaped(vector, place, Array.get(like, i), kind));
        }
        return array;
    }

    private static Class<?> component(Class<?> array, Class<?> kind) {
        Class<?> type = array.getComponentType();
        return type.isArray() ? component(type, kind).arrayType() : kind;
    }

    /** Copies that share nothing. */
    public static List<Object> copy(List<?> parts) {
        return new ArrayList<>(parts.stream().map(Shapes::copy).toList());
    }

    private static Object copy(Object part) {
        if (part == null || !isArray(part)) {
            return part;
        }
        Object copy = Array.newInstance(part.getClass().getComponentType(), Array.getLength(part));
        for (int i = 0; i < Array.getLength(part); i++) {
            Array.set(copy, i, copy(Array.get(part, i)));
        }
        return copy;
    }

    static boolean isSame(List<?> some, List<?> others) {
        return Arrays.deepEquals(some.toArray(), others.toArray());
    }

    /** Overwrites the elements of an array by something that would show. */
    static void spoil(Object part) {
        if (part instanceof Object[] rows) {
            Arrays.stream(rows).forEach(Shapes::spoil);
        } else if (part instanceof double[] array) {
            Arrays.fill(array, Double.NaN);
        } else if (part instanceof float[] array) {
            Arrays.fill(array, Float.NaN);
        } else if (part instanceof int[] array) {
            Arrays.fill(array, -1);
        } else if (part instanceof boolean[] array) {
            replace(array, flag -> !(Boolean) flag);
        } else if (isArray(part)) {
            replace(part, number -> 0);
        }
    }

    private static void replace(Object array, UnaryOperator<Object> by) {
        for (int i = 0; i < Array.getLength(array); i++) {
            Object element = by.apply(Array.get(array, i));
            if (array instanceof boolean[] flags) {
                flags[i] = (Boolean) element;
            } else if (array instanceof char[] chars) {
                chars[i] = 0;
            } else {
                Array.setByte(array, i, ((Integer) element).byteValue());
            }
        }
    }
}
