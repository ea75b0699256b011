package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The type of a value: a primitive of Java, an array of them, a record, or an object that is a constant.
 *
 * @param kind the scalar kind, or the kind of the innermost elements
 * @param rank the number of array dimensions, 0 for a scalar
 * @param shape the class of a record or an object; empty for everything else
 */
public record Type(Kind kind, int rank, Optional<Shape> shape) {

    /** Java's primitive types, records, and what has no derivative and no parts: text, and the constants of enums. */
    public enum Kind {
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        RECORD,
        OBJECT
    }

    /**
     * A class.
     *
     * @param name its name inside its package: {@code Outer.Inner}
     * @param components those of a record
     */
    public record Shape(String packageName, String name, List<Component> components) {

        public Shape {
            components = List.copyOf(components);
        }

        public ClassSymbol symbol() {
            return new ClassSymbol(packageName, List.of(name.split("\\.")));
        }

        private String qualifiedName() {
            return packageName.isEmpty() ? name : packageName + "." + name;
        }
    }

    /** A component of a record. */
    public record Component(String name, Type type) {}

    public Type(Kind kind, int rank) {
        this(kind, rank, Optional.empty());
    }

    public static Type record(Shape shape) {
        return new Type(Kind.RECORD, 0, Optional.of(shape));
    }

    /** The type of text, or of an enum's constants. */
    public static Type object(String packageName, String name) {
        return new Type(Kind.OBJECT, 0, Optional.of(new Shape(packageName, name, List.of())));
    }

    public static final Type BOOLEAN = new Type(Kind.BOOLEAN, 0);
    public static final Type INT = new Type(Kind.INT, 0);
    public static final Type LONG = new Type(Kind.LONG, 0);
    public static final Type FLOAT = new Type(Kind.FLOAT, 0);
    public static final Type DOUBLE = new Type(Kind.DOUBLE, 0);
    public static final Type INTS = INT.array();
    public static final Type DOUBLES = DOUBLE.array();

    public Type array() {
        return new Type(kind, rank + 1, shape);
    }

    public Type element() {
        if (!isArray()) {
            throw new IllegalStateException(this + " has no elements");
        }
        return new Type(kind, rank - 1, shape);
    }

    public boolean isArray() {
        return rank > 0;
    }

    public boolean isRecord() {
        return kind == Kind.RECORD && rank == 0;
    }

    public boolean isObject() {
        return kind == Kind.OBJECT && rank == 0;
    }

    /** The components of a record; none for everything else. */
    public List<Component> components() {
        return isRecord() ? shape.orElseThrow().components() : List.of();
    }

    /** Whether this is an array, or a record that holds one, at any depth. */
    public boolean holdsArray() {
        return isArray()
                || components().stream().anyMatch(component -> component.type().holdsArray());
    }

    /** Whether this is real, or a record that holds something real, at any depth. */
    public boolean holdsReal() {
        return isReal()
                || components().stream().anyMatch(component -> component.type().holdsReal());
    }

    /** Whether values of this type, or their elements, vary continuously and so can have derivatives. */
    public boolean isReal() {
        return kind == Kind.DOUBLE || kind == Kind.FLOAT;
    }

    public boolean isRealScalar() {
        return isReal() && rank == 0;
    }

    /** The type of a tangent or an adjoint: that of a record itself, and else always {@code double} or an array of it. */
    public Type derivative() {
        return isRecord() ? this : new Type(Kind.DOUBLE, rank);
    }

    // As a record's own, but without its detours: types are compared wherever code is looked at.

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Type type && kind == type.kind && rank == type.rank && shape.equals(type.shape);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.ordinal() + rank) + shape.hashCode();
    }

    /** The type as Java writes it. */
    @Override
    public String toString() {
        String name =
                shape.map(Shape::qualifiedName).orElseGet(() -> kind.name().toLowerCase(Locale.ROOT));
        return name + "[]".repeat(rank);
    }
}
