package io.github.cotangent.processor.frontend.resolve;

import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The types of numeric expressions: unboxing and promotion (JLS 5.6, 15.25.2). */
final class Numbers {

    private final Types types;

    Numbers(Types types) {
        this.types = types;
    }

    /** The type itself if it is primitive, or what it unboxes to. */
    Optional<PrimitiveType> unboxed(TypeMirror type) {
        if (type instanceof PrimitiveType primitive) {
            return Optional.of(primitive);
        }
        if (!(type instanceof DeclaredType declared)
                || !declared.asElement().toString().startsWith("java.lang.")) {
            return Optional.empty();
        }
        try {
            return Optional.of(types.unboxedType(type));
        } catch (IllegalArgumentException notABox) {
            return Optional.empty();
        }
    }

    boolean isBoolean(TypeMirror type) {
        return unboxed(type).filter(each -> each.getKind() == TypeKind.BOOLEAN).isPresent();
    }

    Optional<PrimitiveType> numeric(TypeMirror type) {
        return unboxed(type).filter(each -> each.getKind() != TypeKind.BOOLEAN);
    }

    Optional<TypeMirror> promoted(TypeMirror type) {
        return numeric(type).map(each -> isSmall(each) ? types.getPrimitiveType(TypeKind.INT) : each);
    }

    Optional<TypeMirror> promoted(TypeMirror a, TypeMirror b) {
        return promoted(a).flatMap(left -> promoted(b).map(right -> wider(left, right)));
    }

    /** TypeKind declares int, long, float and double in widening order but for char between long and float. */
    private static TypeMirror wider(TypeMirror a, TypeMirror b) {
        return a.getKind().compareTo(b.getKind()) >= 0 ? a : b;
    }

    /** Whether both are arrays of the same primitive type and the same dimensions. */
    static boolean isSameArray(TypeMirror a, TypeMirror b) {
        return a instanceof ArrayType first
                && b instanceof ArrayType second
                && (isSameArray(first.getComponentType(), second.getComponentType())
                        || first.getComponentType().getKind().isPrimitive()
                                && first.getComponentType().getKind()
                                        == second.getComponentType().getKind());
    }

    boolean isSmall(TypeMirror type) {
        return switch (type.getKind()) {
            case BYTE, SHORT, CHAR -> true;
            default -> false;
        };
    }

    /** Whether an {@code int} of this value is of the small type too. */
    boolean fits(int value, TypeKind small) {
        return switch (small) {
            case BYTE -> value == (byte) value;
            case SHORT -> value == (short) value;
            case CHAR -> value == (char) value;
            default -> false;
        };
    }

    TypeMirror primitive(TypeKind kind) {
        return types.getPrimitiveType(kind);
    }
}
