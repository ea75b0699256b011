package io.github.cotangent.processor.ir;

import java.util.Objects;

/**
 * Something that is computed once and never changes: a parameter, or the result of a statement. An array's value is its
 * reference, the elements are memory. Values are compared by identity.
 */
public final class Value {

    private final Type type;
    private final String name;

    private Value(Type type, String name) {
        this.type = Objects.requireNonNull(type);
        this.name = Objects.requireNonNull(name);
    }

    /** A value that bears a name of the user's, or one derived from it ({@code x}, {@code xDot}, {@code xBar}). */
    public static Value named(Type type, String name) {
        return new Value(type, name);
    }

    /** An intermediate value that the user gave no name. */
    public static Value unnamed(Type type) {
        return new Value(type, "");
    }

    public Type type() {
        return type;
    }

    /** A hint for the name of the Java variable, empty where there is none. Several values may share it. */
    public String name() {
        return name;
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }

    /** A new value of the same type and name. */
    public Value fresh() {
        return new Value(type, name);
    }

    @Override
    public String toString() {
        return (isNamed() ? name : "_") + ":" + type;
    }
}
