package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The types that trees of types denote, and the types of members. */
final class TypeTrees {

    private final Types types;
    private final Names names;
    private final Members members;

    TypeTrees(Types types, Names names, Members members) {
        this.types = types;
        this.names = names;
        this.members = members;
    }

    Optional<TypeMirror> typeOf(Tree tree) {
        if (tree instanceof PrimitiveTypeTree primitive) {
            return Optional.of(
                    primitive.getPrimitiveTypeKind() == TypeKind.VOID
                            ? types.getNoType(TypeKind.VOID)
                            : types.getPrimitiveType(primitive.getPrimitiveTypeKind()));
        }
        if (tree instanceof ArrayTypeTree array) {
            return typeOf(array.getType()).map(types::getArrayType);
        }
        if (tree instanceof IdentifierTree identifier) {
            return names.type(identifier.getName().toString());
        }
        if (tree instanceof MemberSelectTree select) {
            return named(select).map(names::declared);
        }
        if (tree instanceof AnnotatedTypeTree annotated) {
            return typeOf(annotated.getUnderlyingType());
        }
        return tree instanceof ParameterizedTypeTree generic ? parameterized(generic) : Optional.empty();
    }

    private Optional<TypeMirror> parameterized(ParameterizedTypeTree tree) {
        List<TypeMirror> arguments = tree.getTypeArguments().stream()
                .flatMap(argument -> typeOf(argument).stream())
                .filter(argument -> !argument.getKind().isPrimitive())
                .toList();
        boolean allKnown = !arguments.isEmpty()
                && arguments.size() == tree.getTypeArguments().size();
        return typeOf(tree.getType())
                .map(types::asElement)
                .filter(element -> allKnown && element instanceof TypeElement)
                .map(TypeElement.class::cast)
                .filter(element -> element.getTypeParameters().size() == arguments.size())
                .filter(TypeTrees::standsAlone)
                .map(element -> types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new)));
    }

    private static boolean standsAlone(TypeElement element) {
        return element.getModifiers().contains(Modifier.STATIC)
                || !(element.getEnclosingElement() instanceof TypeElement);
    }

    /** The class that a qualified name {@code a.b.C} means. */
    Optional<TypeElement> named(MemberSelectTree tree) {
        String name = tree.getIdentifier().toString();
        Optional<TypeElement> outer = tree.getExpression() instanceof IdentifierTree identifier
                ? names.type(identifier.getName().toString())
                        .map(types::asElement)
                        .map(TypeTrees::asClass)
                : tree.getExpression() instanceof MemberSelectTree select ? named(select) : Optional.empty();
        return outer.isPresent() ? outer.flatMap(type -> members.type(type, name)) : names.qualified(tree.toString());
    }

    private static TypeElement asClass(Element element) {
        return element instanceof TypeElement type ? type : null;
    }

    /** The type of a field, or the result type of a method, as a member of a type. */
    TypeMirror memberType(Optional<TypeMirror> site, Element member) {
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        TypeMirror type = !isStatic && site.isPresent() && site.get() instanceof DeclaredType declared
                ? types.asMemberOf(declared, member)
                : member.asType();
        return type instanceof ExecutableType method ? method.getReturnType() : type;
    }

    /** Whether a choice between the two has their type again: text, or one enum or record, whose subtypes do not matter. */
    static boolean areAlike(TypeMirror a, TypeMirror b) {
        if (!(a instanceof DeclaredType first) || !(b instanceof DeclaredType second)) {
            return false;
        }
        TypeElement element = (TypeElement) first.asElement();
        boolean hasNoSubtypes =
                isString(a) || element.getKind() == ElementKind.ENUM || element.getKind() == ElementKind.RECORD;
        return hasNoSubtypes && element.getTypeParameters().isEmpty() && element.equals(second.asElement());
    }

    /** Whether the type is free of type variables and type arguments. */
    boolean isPlain(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> isPlain(((ArrayType) type).getComponentType());
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                yield declared.getTypeArguments().isEmpty()
                        && ((TypeElement) declared.asElement())
                                .getTypeParameters()
                                .isEmpty();
            }
            case VOID, NULL -> true;
            default -> type.getKind().isPrimitive();
        };
    }

    TypeMirror string() {
        return names.qualified("java.lang.String").map(names::declared).orElseThrow();
    }

    static boolean isString(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().toString().equals("java.lang.String");
    }
}
