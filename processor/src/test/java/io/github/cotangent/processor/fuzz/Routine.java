package io.github.cotangent.processor.fuzz;

import java.util.List;

/**
 * A static method.
 *
 * @param elsewhere whether it is declared in another class, and differentiated there
 * @param varargs whether its last parameter is written with dots
 */
record Routine(String name, Type result, List<Parameter> parameters, Node body, boolean elsewhere, boolean varargs) {

    /**
     * @param constant whether nothing is differentiated by it, though it is real
     * @param minimum how many elements an array has at least
     */
    record Parameter(String name, Type type, boolean constant, boolean output, int minimum) {

        static Parameter of(String name, Type type) {
            return new Parameter(name, type, false, false, 0);
        }

        boolean differentiable() {
            boolean real = type.isReal() || type.isRealArray() || type.isRecord();
            return real && !constant && !output;
        }
    }

    /** Whether a record of this type goes in or comes out. */
    boolean mentions(Type type) {
        return result == type || parameters.stream().anyMatch(each -> each.type() == type);
    }

    Routine withBody(Node replaced) {
        return new Routine(name, result, parameters, replaced, elsewhere, varargs);
    }
}
