package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Java's conversions between the types of the language (JLS 5.1, 5.6). */
public final class Scalars {

    static final Type TEXT = Type.object("java.lang", "String");

    private Scalars() {}

    /** The type of the language that a type of Java is. */
    public static Optional<Type> of(TypeMirror type) {
        return of(type, List.of());
    }

    private static Optional<Type> of(TypeMirror type, List<Element> outer) {
        return plain(type).or(() -> record(type, outer));
    }

    /** Text, and the constants of enums. */
    private static Optional<Type> object(TypeMirror type) {
        return Optional.of(type)
                .filter(DeclaredType.class::isInstance)
                .map(declared -> ((DeclaredType) declared).asElement())
                .filter(element -> element.getKind() == ElementKind.ENUM || isString(element))
                .map(element -> shape((TypeElement) element, List.of()))
                .map(shape -> Type.object(shape.packageName(), shape.name()));
    }

    private static boolean isString(Element element) {
        return ((TypeElement) element).getQualifiedName().contentEquals("java.lang.String");
    }

    /** A record is a type of the language if its components are; one that holds itself is not. */
    private static Optional<Type> record(TypeMirror type, List<Element> outer) {
        boolean isRecord = type instanceof DeclaredType declared
                && declared.asElement().getKind() == ElementKind.RECORD
                && declared.getTypeArguments().isEmpty()
                && ((TypeElement) declared.asElement()).getTypeParameters().isEmpty()
                && !outer.contains(declared.asElement());
        if (!isRecord) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        List<Element> inner = new ArrayList<>(outer);
        inner.add(element);
        List<Type.Component> components = element.getRecordComponents().stream()
                .flatMap(component -> of(component.asType(), inner)
                        .map(known ->
                                new Type.Component(component.getSimpleName().toString(), known))
                        .stream())
                .toList();
        return components.size() == element.getRecordComponents().size()
                ? Optional.of(Type.record(shape(element, components)))
                : Optional.empty();
    }

    private static Type.Shape shape(TypeElement element, List<Type.Component> components) {
        String name = element.getSimpleName().toString();
        Element outer = element.getEnclosingElement();
        while (outer instanceof TypeElement) {
            name = outer.getSimpleName() + "." + name;
            outer = outer.getEnclosingElement();
        }
        String packageName =
                outer instanceof PackageElement named ? named.getQualifiedName().toString() : "";
        return new Type.Shape(packageName, name, components);
    }

    /** A primitive type, an array of them, or what has no parts. */
    private static Optional<Type> plain(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return plain(array.getComponentType())
                    .filter(each -> each.shape().isEmpty())
                    .map(Type::array);
        }
        return type.getKind().isPrimitive()
                ? Optional.of(new Type(Type.Kind.valueOf(type.getKind().name()), 0))
                : object(type);
    }

    static boolean isNumeric(Type type) {
        return type.rank() == 0
                && switch (type.kind()) {
                    case BOOLEAN, RECORD, OBJECT -> false;
                    default -> true;
                };
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
        if (value instanceof Boolean || value instanceof String) {
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
            case BOOLEAN, RECORD, OBJECT -> throw new IllegalArgumentException(value + " as " + type);
        };
    }

    /** The type of a literal's or a constant's boxed value. */
    static Type typeOf(Object value) {
        if (value instanceof Character) {
            return new Type(Type.Kind.CHAR, 0);
        }
        if (value instanceof String) {
            return TEXT;
        }
        if (value instanceof Integer) {
            return Type.INT;
        }
        return new Type(Type.Kind.valueOf(value.getClass().getSimpleName().toUpperCase(Locale.ROOT)), 0);
    }
}
