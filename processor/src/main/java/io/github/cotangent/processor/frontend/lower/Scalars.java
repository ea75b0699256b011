package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.ir.Type;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Java's conversions between the types of the language (JLS 5.1, 5.6). */
public final class Scalars {

    private Scalars() {}

    /** The type of the language that a type of Java is. */
    public static Optional<Type> of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()).map(Type::array);
        }
        return type.getKind().isPrimitive()
                ? Optional.of(new Type(Type.Kind.valueOf(type.getKind().name()), 0))
                : Optional.empty();
    }

    static boolean isNumeric(Type type) {
        return type.rank() == 0 && type.kind() != Type.Kind.BOOLEAN;
    }

    static boolean isIntegral(Type type) {
        return isNumeric(type) && !type.isReal();
    }

    /** Whether the type is one that arithmetic turns into int. */
    static boolean isSmall(Type type) {
        return switch (type.kind()) {
            case BYTE, SHORT, CHAR -> type.rank() == 0;
            default -> false;
        };
    }

    static Type promoted(Type type) {
        return isSmall(type) ? Type.INT : type;
    }

    /** The type that an operator computes in: {@code Type.Kind} lists int, long, float and double in widening order. */
    static Type promoted(Type a, Type b) {
        Type left = promoted(a);
        Type right = promoted(b);
        return left.kind().compareTo(right.kind()) >= 0 ? left : right;
    }

    /** Whether Java converts from one type to the other without being told. */
    static boolean widens(Type from, Type to) {
        if (from.equals(to)) {
            return true;
        }
        if (!isNumeric(from) || !isNumeric(to) || to.kind() == Type.Kind.CHAR) {
            return false;
        }
        return from.kind().compareTo(to.kind()) < 0;
    }

    /** The value of a literal converted to a type, in the form that the code keeps it in. */
    static Object literal(Object value, Type type) {
        if (value instanceof Boolean) {
            return value;
        }
        Number number = value instanceof Character character ? (Number) (int) character : (Number) value;
        return switch (type.kind()) {
            case DOUBLE -> number.doubleValue();
            case FLOAT -> number.floatValue();
            case LONG -> number.longValue();
            case INT -> number.intValue();
            case SHORT -> (int) number.shortValue();
            case BYTE -> (int) number.byteValue();
            case CHAR -> (int) (char) number.intValue();
            case BOOLEAN -> throw new IllegalArgumentException(value + " as a boolean");
        };
    }

    /** The type of a literal's or a constant's boxed value. */
    static Type typeOf(Object value) {
        if (value instanceof Character) {
            return new Type(Type.Kind.CHAR, 0);
        }
        if (value instanceof Integer) {
            return Type.INT;
        }
        return new Type(Type.Kind.valueOf(value.getClass().getSimpleName().toUpperCase(Locale.ROOT)), 0);
    }
}
