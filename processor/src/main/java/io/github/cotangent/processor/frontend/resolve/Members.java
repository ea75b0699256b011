package io.github.cotangent.processor.frontend.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members of a type, inherited ones included (JLS 8.2, 9.2). */
final class Members {

    private final Elements elements;
    private final Types types;
    private final Map<TypeElement, Map<String, List<Element>>> declared = new HashMap<>();
    private final Map<TypeElement, Set<TypeElement>> lineages = new HashMap<>();

    Members(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    Optional<VariableElement> field(TypeElement type, String name) {
        return lineage(type).stream()
                .flatMap(owner -> ElementFilter.fieldsIn(named(owner, name)).stream())
                .filter(field -> isMember(field, type))
                .findFirst();
    }

    Optional<TypeElement> type(TypeElement type, String name) {
        return lineage(type).stream()
                .flatMap(owner -> ElementFilter.typesIn(named(owner, name)).stream())
                .filter(member -> isMember(member, type))
                .findFirst();
    }

    /** Whether an interface is asked for a method that Object has too: whose it is then depends on javac's version. */
    boolean isSharedWithObject(TypeElement type, String method) {
        return type.getKind().isInterface()
                && !named(elements.getTypeElement("java.lang.Object"), method).isEmpty();
    }

    /** The methods of a name, without those that others of them override or hide. */
    List<ExecutableElement> methods(TypeElement type, String name) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (TypeElement owner : lineage(type)) {
            ElementFilter.methodsIn(named(owner, name)).stream()
                    .filter(method -> isMember(method, type) && !isHidden(method, methods))
                    .forEach(methods::add);
        }
        return methods;
    }

    /** The constructors of a record; none if it is something else. */
    static List<ExecutableElement> constructorsOfRecord(Element type) {
        return type.getKind() == ElementKind.RECORD
                ? ElementFilter.constructorsIn(type.getEnclosedElements())
                : List.of();
    }

    private boolean isHidden(ExecutableElement method, List<ExecutableElement> nearer) {
        ExecutableType signature = (ExecutableType) method.asType();
        return nearer.stream().anyMatch(other -> types.isSubsignature((ExecutableType) other.asType(), signature));
    }

    private boolean isMember(Element member, TypeElement type) {
        Element owner = member.getEnclosingElement();
        if (owner.equals(type)) {
            return true;
        }
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) {
            return false;
        }
        boolean staticOfInterface = owner.getKind().isInterface()
                && member instanceof ExecutableElement
                && modifiers.contains(Modifier.STATIC);
        boolean open = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        return !staticOfInterface
                && (open || Objects.equals(elements.getPackageOf(owner), elements.getPackageOf(type)));
    }

    private List<Element> named(TypeElement owner, String name) {
        return declared.computeIfAbsent(owner, Members::byName).getOrDefault(name, List.of());
    }

    private static Map<String, List<Element>> byName(TypeElement owner) {
        return owner.getEnclosedElements().stream()
                .map(Element.class::cast)
                .collect(
                        Collectors.groupingBy(element -> element.getSimpleName().toString()));
    }

    private Set<TypeElement> lineage(TypeElement type) {
        Set<TypeElement> known = lineages.get(type);
        if (known != null) {
            return known;
        }
        Set<TypeElement> lineage = new LinkedHashSet<>();
        collect(type, lineage);
        if (type.getKind().isInterface()) {
            lineage.add(elements.getTypeElement("java.lang.Object"));
        }
        lineages.put(type, lineage);
        return lineage;
    }

    private void collect(TypeElement type, Set<TypeElement> lineage) {
        if (!lineage.add(type)) {
            return;
        }
        superType(type.getSuperclass()).ifPresent(parent -> collect(parent, lineage));
        type.getInterfaces().forEach(parent -> superType(parent).ifPresent(element -> collect(element, lineage)));
    }

    private static Optional<TypeElement> superType(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }
}
