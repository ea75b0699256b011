package io.github.cotangent.processor.fuzz;

/**
 * A variable in scope.
 *
 * @param assignable whether it may be assigned
 * @param writable whether elements of the array may be written
 * @param fresh whether the array is one of the method's own
 * @param length what arrays of the same length have in common; of a loop's counter, the arrays that it is an index of
 * @param minimum how many elements there are at least
 */
record Variable(
        String name, Type type, boolean assignable, boolean writable, boolean fresh, String length, int minimum) {

    static Variable scalar(String name, Type type, boolean assignable) {
        return new Variable(name, type, assignable, false, false, "", 0);
    }

    static Variable index(String name, String length) {
        return new Variable(name, Type.INT, false, false, false, length, 0);
    }

    Node node() {
        return Node.name(type, name);
    }

    boolean indexes(Variable array) {
        return type == Type.INT && !length.isEmpty() && length.equals(array.length);
    }

    Variable named(String other, boolean mayBeAssigned) {
        return new Variable(other, type, mayBeAssigned, writable, fresh, length, minimum);
    }
}
