package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What a name {@code a}, {@code a.b} or {@code a.b.c} means: a variable before a type before a package (JLS 6.5.2). */
final class Qualifiers {

    private final Types types;
    private final Names names;
    private final Members members;
    private final TypeTrees typeTrees;
    private final Scopes scopes;

    Qualifiers(Types types, Names names, Members members, TypeTrees typeTrees, Scopes scopes) {
        this.types = types;
        this.names = names;
        this.members = members;
        this.typeTrees = typeTrees;
        this.scopes = scopes;
    }

    /** A variable's meaning; with neither a type nor a symbol it is unknown, or unresolved: not to be found. */
    record Meaning(Optional<TypeMirror> type, Optional<Local> local, Optional<Element> element, boolean isUnresolved) {

        static final Meaning UNKNOWN = new Meaning(Optional.empty(), Optional.empty(), Optional.empty(), false);
        static final Meaning UNRESOLVED = new Meaning(Optional.empty(), Optional.empty(), Optional.empty(), true);

        static Meaning of(Local local) {
            return new Meaning(local.type(), Optional.of(local), Optional.empty(), false);
        }

        static Meaning of(VariableElement field, TypeMirror type) {
            return new Meaning(Optional.of(type), Optional.empty(), Optional.of(field), false);
        }

        static Meaning of(TypeMirror type) {
            return new Meaning(Optional.of(type), Optional.empty(), Optional.empty(), false);
        }
    }

    /** The methods that a call's name could mean, and the type whose members they are. */
    record Candidates(
            Optional<TypeMirror> site, List<ExecutableElement> methods, boolean isArrayClone, boolean isUnresolved) {

        static final Candidates UNKNOWN = new Candidates(Optional.empty(), List.of(), false, false);

        static final Candidates UNRESOLVED = new Candidates(Optional.empty(), List.of(), false, true);

        static Candidates of(Optional<TypeMirror> site, List<ExecutableElement> methods) {
            return new Candidates(site, methods, false, methods.isEmpty());
        }

        /** Whether no generic method is among them, so that one of them must fit. */
        boolean areAllPlain() {
            return !methods.isEmpty() && methods.stream().noneMatch(Overloads::isGeneric);
        }
    }

    /** Whether the tree is a chain of identifiers, and so may name a type or a package. */
    boolean isName(ExpressionTree tree) {
        return tree instanceof IdentifierTree
                || tree instanceof MemberSelectTree select && isName(select.getExpression());
    }

    /** Whether this is {@code T.class}, {@code T.this} or {@code T.super}. */
    boolean isSpecial(MemberSelectTree tree) {
        String name = tree.getIdentifier().toString();
        return name.equals("class") || name.equals("this") || name.equals("super");
    }

    /** Whether the tree stands for a value, not for a type or a package. */
    boolean isValue(ExpressionTree tree) {
        if (!isName(tree)) {
            return true;
        }
        return tree instanceof IdentifierTree identifier
                ? variable(identifier).isPresent()
                : isValue(((MemberSelectTree) tree).getExpression())
                        || typeName(tree).isEmpty() && hasTypeBefore(tree);
    }

    private boolean hasTypeBefore(ExpressionTree tree) {
        return tree instanceof MemberSelectTree select
                && (typeName(select.getExpression()).isPresent() || hasTypeBefore(select.getExpression()));
    }

    Meaning meaning(ExpressionTree tree, Function<ExpressionTree, TypeMirror> attribute) {
        if (tree instanceof IdentifierTree identifier) {
            return variable(identifier).orElse(missing(identifier));
        }
        MemberSelectTree select = (MemberSelectTree) tree;
        String name = select.getIdentifier().toString();
        if (isValue(select.getExpression())) {
            TypeMirror site = attribute.apply(select.getExpression());
            return site == null ? Meaning.UNKNOWN : member(site, name);
        }
        return typeName(select.getExpression())
                .map(type -> field(type, Optional.empty(), name))
                .orElse(missing(select.getExpression()));
    }

    /** A name that is not found is unresolved, unless a class inside the body could be meant. */
    private Meaning missing(ExpressionTree tree) {
        return isOfLocalType(tree) ? Meaning.UNKNOWN : Meaning.UNRESOLVED;
    }

    boolean isOfLocalType(Tree tree) {
        return tree instanceof IdentifierTree identifier
                ? scopes.isLocalType(identifier.getName().toString())
                : tree instanceof MemberSelectTree select && isOfLocalType(select.getExpression());
    }

    private Meaning member(TypeMirror site, String name) {
        if (site instanceof ArrayType) {
            return name.equals("length") ? Meaning.of(types.getPrimitiveType(TypeKind.INT)) : Meaning.UNRESOLVED;
        }
        return site instanceof DeclaredType declared
                ? field((TypeElement) declared.asElement(), Optional.of(site), name)
                : site.getKind().isPrimitive() ? Meaning.UNRESOLVED : Meaning.UNKNOWN;
    }

    private Meaning field(TypeElement type, Optional<TypeMirror> site, String name) {
        return members.field(type, name)
                .map(field -> Meaning.of(field, typeTrees.memberType(site, field)))
                .orElse(Meaning.UNRESOLVED);
    }

    private Optional<Meaning> variable(IdentifierTree tree) {
        String name = tree.getName().toString();
        if (name.equals("this")) {
            return Optional.of(Meaning.of(names.enclosingClass().asType()));
        }
        if (name.equals("super")) {
            return Optional.of(Meaning.of(names.enclosingClass().getSuperclass()));
        }
        return scopes.find(name)
                .map(Meaning::of)
                .or(() -> names.field(name).map(field -> Meaning.of(field, field.asType())));
    }

    private Optional<TypeElement> typeName(ExpressionTree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return names.type(identifier.getName().toString())
                    .map(types::asElement)
                    .filter(TypeElement.class::isInstance)
                    .map(TypeElement.class::cast);
        }
        return tree instanceof MemberSelectTree select && isName(select) ? typeTrees.named(select) : Optional.empty();
    }

    Candidates methods(ExpressionTree select, Function<ExpressionTree, TypeMirror> attribute) {
        if (select instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            if (name.equals("this")) {
                List<ExecutableElement> constructors = Members.constructorsOfRecord(names.enclosingClass());
                return constructors.isEmpty() ? Candidates.UNKNOWN : Candidates.of(Optional.empty(), constructors);
            }
            return name.equals("super") ? Candidates.UNKNOWN : Candidates.of(Optional.empty(), names.methods(name));
        }
        if (!(select instanceof MemberSelectTree member)) {
            return Candidates.UNKNOWN;
        }
        String name = member.getIdentifier().toString();
        if (isValue(member.getExpression())) {
            TypeMirror site = attribute.apply(member.getExpression());
            return site == null ? Candidates.UNKNOWN : methods(site, name);
        }
        return typeName(member.getExpression())
                .map(type -> Candidates.of(Optional.empty(), members.methods(type, name)))
                .orElse(isOfLocalType(member.getExpression()) ? Candidates.UNKNOWN : Candidates.UNRESOLVED);
    }

    private Candidates methods(TypeMirror site, String name) {
        if (site instanceof ArrayType && name.equals("clone")) {
            return new Candidates(Optional.of(site), List.of(), true, false);
        }
        if (site.getKind().isPrimitive()) {
            return Candidates.UNRESOLVED;
        }
        if (!(site instanceof DeclaredType declared) || name.equals("getClass")) {
            return Candidates.UNKNOWN;
        }
        TypeElement type = (TypeElement) declared.asElement();
        return members.isSharedWithObject(type, name)
                ? Candidates.UNKNOWN
                : Candidates.of(Optional.of(site), members.methods(type, name));
    }
}
