package io.github.cotangent.processor.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Calls of methods that are known by name only. */
final class Reflection {

    private Reflection() {}

    static Optional<Method> method(Class<?> owner, String name) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst();
    }

    /** The method with a name that takes as many arguments. */
    static Optional<Method> method(Class<?> owner, String name, int arguments) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(each -> each.getName().equals(name) && each.getParameterCount() == arguments)
                .filter(each -> !each.isBridge())
                .findFirst();
    }

    static Object invoke(Method method, Object target, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, adapted(arguments, method.getParameterTypes()));
        } catch (InvocationTargetException failure) {
            throw new Thrown(failure.getCause());
        } catch (IllegalAccessException | IllegalArgumentException failure) {
            throw new AssertionError("cannot call " + method, failure);
        }
    }

    /** Every program declares records of its own: those of the fuzzer are copied to them, component by component. */
    private static Object[] adapted(Object[] arguments, Class<?>[] types) {
        Object[] adapted = arguments.clone();
        for (int i = 0; i < Math.min(types.length, arguments.length); i++) {
            if (arguments[i] instanceof Record && types[i].isRecord() && !types[i].isInstance(arguments[i])) {
                adapted[i] = record(types[i], components(arguments[i]));
            }
        }
        return adapted;
    }

    private static Object record(Class<?> type, Object[] components) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    static Object[] components(Object value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .map(each -> invoke(each.getAccessor(), value))
                .toArray();
    }

    /** A constant of the enum that a program declares. */
    static Object constant(Class<?> owner, int ordinal) {
        return Arrays.stream(owner.getDeclaredClasses())
                .filter(Class::isEnum)
                .findFirst()
                .orElseThrow()
                .getEnumConstants()[ordinal];
    }

    /** What a method that was called has thrown. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Thrown(Throwable cause) {
            super(cause);
        }
    }
}
