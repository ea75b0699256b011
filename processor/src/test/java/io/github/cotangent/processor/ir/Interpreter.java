package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.Let;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a function as Java would run the method that it stands for, bit for bit.
 *
 * <p>A scalar is an object of its wrapper class, an array is itself: {@code Double}, {@code Integer}, {@code double[]},
 * {@code int[][]}. Arrays are passed by reference, so that stores to a parameter are seen by the caller.
 */
public final class Interpreter {

    private static final Execution.Domain<Object> JAVA = new Execution.Domain<>() {
        @Override
        public Object constant(Type type, Object literal) {
            return JavaOperations.cast(literal, type);
        }

        @Override
        public Object apply(Let let, List<Object> arguments) {
            return JavaOperations.apply(let, arguments);
        }

        @Override
        public void store(Object array, int index, Object element) {
            Array.set(array, index, element);
        }

        @Override
        public Object primal(Object value) {
            return value;
        }
    };

    private Interpreter() {}

    /** The results of a function for arguments that have exactly the types of its parameters. */
    public static List<Object> run(Function function, List<?> arguments) {
        return new Execution<>(JAVA).run(function, checked(function, arguments));
    }

    /** As {@link #run(Function, List)}. */
    public static List<Object> run(Function function, Object... arguments) {
        return run(function, List.of(arguments));
    }

    /** The number of statements that a run executes, each as often as it is executed. */
    public static long operations(Function function, List<?> arguments) {
        Execution<Object> execution = new Execution<>(JAVA);
        execution.run(function, checked(function, arguments));
        return execution.operations();
    }

    private static List<Object> checked(Function function, List<?> arguments) {
        List<Object> checked = new ArrayList<>(arguments);
        for (int i = 0; i < Math.min(checked.size(), function.parameters().size()); i++) {
            Value parameter = function.parameters().get(i);
            boolean isRowNotThere = parameter.type().isArray() && checked.get(i) == null;
            if (!isRowNotThere && !JavaOperations.isInstance(parameter.type(), checked.get(i))) {
                throw new IllegalArgumentException(
                        parameter + " cannot be a " + checked.get(i).getClass().getSimpleName());
            }
        }
        return checked;
    }
}
