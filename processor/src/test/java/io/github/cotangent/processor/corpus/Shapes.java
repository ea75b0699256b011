package io.github.cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers, arrays of them of any rank and records of these, and the vectors that they are when laid end to end. What is not
 * real in a record is no part of the vector.
 */
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
        } else if (part instanceof Record record) {
            realComponents(record).forEach(component -> each(component, numbers));
        } else {
            numbers.add(((Number) part).doubleValue());
        }
    }

    private static Stream<Object> realComponents(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Subject.components(record);
        return IntStream.range(0, values.length)
                .filter(i -> isReal(components[i].getType()))
                .mapToObj(i -> values[i]);
    }

    private static boolean isReal(Class<?> type) {
        return type.isRecord() || innermost(type) == double.class || innermost(type) == float.class;
    }

    static boolean holdsRealArray(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).anyMatch(component -> holdsRealArray(component.getType()))
                : type.isArray() && isReal(type);
    }

    /** Whether something holds real arrays, whose adjoints go to buffers. */
    public static boolean isBuffer(Object part) {
        return part instanceof Record record ? realComponents(record).anyMatch(Shapes::isBuffer) : isArray(part);
    }

    /** For each number whether it is an element of an array. */
    public static List<Boolean> inArrays(Object part) {
        if (part instanceof Record record) {
            return realComponents(record)
                    .flatMap(component -> inArrays(component).stream())
                    .toList();
        }
        return Collections.nCopies(count(part), isArray(part));
    }

    /** A record of the same class as another, of other components. */
    private static Object record(Record like, Object[] components) {
        Class<?>[] types = Arrays.stream(like.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return record(like.getClass(), types, components);
    }

    static Object record(Class<?> type, Class<?>[] types, Object[] components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
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
        if (like instanceof Record record) {
            Class<?> type = record.getClass();
            Object[] components = Subject.components(record);
            for (int i = 0; i < components.length; i++) {
                Class<?> component = type.getRecordComponents()[i].getType();
                if (isReal(component)) {
                    components[i] = shaped(vector, place, components[i], innermost(component));
                }
            }
            return record(record, components);
        }
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
        if (part instanceof Record record) {
            return record(
                    record,
                    Arrays.stream(Subject.components(record)).map(Shapes::copy).toArray());
        }
        if (part == null || !isArray(part)) {
            return part;
        }
        Object copy = Array.newInstance(part.getClass().getComponentType(), Array.getLength(part));
        for (int i = 0; i < Array.getLength(part); i++) {
            Array.set(copy, i, copy(Array.get(part, i)));
        }
        return copy;
    }

    public static boolean isSame(List<?> some, List<?> others) {
        return Arrays.deepEquals(plain(some.toArray()), plain(others.toArray()));
    }

    /** With arrays in the place of records. */
    private static Object[] plain(Object[] parts) {
        return Arrays.stream(parts)
                .map(part -> part instanceof Record record ? plain(Subject.components(record)) : part)
                .toArray();
    }

    /** Overwrites the elements of an array by something that would show. */
    static void spoil(Object part) {
        if (part instanceof Record record) {
            realComponents(record).forEach(Shapes::spoil);
        } else if (part instanceof Object[] rows) {
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
