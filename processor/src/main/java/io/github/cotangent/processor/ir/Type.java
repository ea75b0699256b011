package io.github.cotangent.processor.ir;

import java.util.Locale;

/**
 * The type of a value: a primitive of Java, or an array of them.
 *
 * @param kind the scalar kind, or the kind of the innermost elements
 * @param rank the number of array dimensions, 0 for a scalar
 */
public record Type(Kind kind, int rank) {

    /** Java's primitive types. */
    public enum Kind {
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE
    }

    public static final Type BOOLEAN = new Type(Kind.BOOLEAN, 0);
    public static final Type INT = new Type(Kind.INT, 0);
    public static final Type LONG = new Type(Kind.LONG, 0);
    public static final Type FLOAT = new Type(Kind.FLOAT, 0);
    public static final Type DOUBLE = new Type(Kind.DOUBLE, 0);
    public static final Type INTS = INT.array();
    public static final Type DOUBLES = DOUBLE.array();

    public Type array() {
        return new Type(kind, rank + 1);
    }

    public Type element() {
        if (!isArray()) {
            throw new IllegalStateException(this + " has no elements");
        }
        return new Type(kind, rank - 1);
    }

    public boolean isArray() {
        return rank > 0;
    }

    /** Whether values of this type, or their elements, vary continuously and so can have derivatives. */
    public boolean isReal() {
        return kind == Kind.DOUBLE || kind == Kind.FLOAT;
    }

    public boolean isRealScalar() {
        return isReal() && rank == 0;
    }

    /** The type of a tangent or an adjoint: derivatives are always kept in {@code double}. */
    public Type derivative() {
        return new Type(Kind.DOUBLE, rank);
    }

    /** The type as Java writes it. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "[]".repeat(rank);
    }
}
