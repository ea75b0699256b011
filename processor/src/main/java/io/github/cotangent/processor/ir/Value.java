package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that is computed once and never changes: a parameter, or the result of a statement. An array's value is its
 * reference, the elements are memory. A record's value is no more than the values of its components, and these alone stand
 * in statements and regions. Values are compared by identity.
 */
public final class Value {

    private final Type type;
    private final String name;
    private final List<Value> components;

    private Value(Type type, String name, List<Value> components) {
        this.type = Objects.requireNonNull(type);
        this.name = Objects.requireNonNull(name);
        this.components = List.copyOf(components);
    }

    private Value(Type type, String name) {
        this(type, name, componentsOf(type, name));
    }

    private static List<Value> componentsOf(Type type, String name) {
        return !type.isRecord()
                ? List.of()
                : type.components().stream()
                        .map(component -> new Value(component.type(), componentName(name, component.name())))
                        .toList();
    }

    /** The record that holds the given values. */
    public static Value of(Type type, List<Value> components) {
        return new Value(type, "", components);
    }

    /** What to call a component of something of this name: the {@code x} of {@code point} is {@code pointX}. */
    public static String componentName(String name, String component) {
        return name.isEmpty()
                ? component
                : name + component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
    }

    /** The values without records: the components of each in its place, at any depth. */
    public static List<Value> flat(List<Value> values) {
        List<Value> flat = new ArrayList<>();
        values.forEach(value -> value.flat().forEach(flat::add));
        return flat;
    }

    private Stream<Value> flat() {
        return type.isRecord() ? components.stream().flatMap(Value::flat) : Stream.of(this);
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

    /** The values of a record's components, in their order; none for everything else. */
    public List<Value> components() {
        return components;
    }

    /** A new value of the same type and name. */
    public Value fresh() {
        return type.isRecord()
                ? new Value(type, name, components.stream().map(Value::fresh).toList())
                : new Value(type, name);
    }

    @Override
    public String toString() {
        return (isNamed() ? name : "_") + ":" + type;
    }
}
