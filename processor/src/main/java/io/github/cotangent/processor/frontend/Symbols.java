package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.ir.ClassSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** How generated code refers to classes, and which it may refer to. */
final class Symbols {

    private Symbols() {}

    static ClassSymbol of(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element element = type;
        for (; element instanceof TypeElement; element = element.getEnclosingElement()) {
            names.add(0, element.getSimpleName().toString());
        }
        return new ClassSymbol(((PackageElement) element).getQualifiedName().toString(), names);
    }

    /** The classes around an element, the innermost first. */
    static List<TypeElement> around(Element element) {
        List<TypeElement> types = new ArrayList<>();
        for (Element e = element.getEnclosingElement(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
            types.add(type);
        }
        return types;
    }

    /** The outermost class around an element, or the element itself. */
    static Element outermost(Element element) {
        List<TypeElement> around = around(element);
        return around.isEmpty() ? element : around.get(around.size() - 1);
    }

    /** The classes of a method's parameters that are objects, and of its result. */
    static Stream<TypeElement> classes(ExecutableElement method) {
        Stream<TypeMirror> ofParameters = method.getParameters().stream().map(VariableElement::asType);
        return Stream.concat(ofParameters, Stream.of(method.getReturnType()))
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement());
    }

    /** A class, and if it is a record those of its components, at any depth; it must not hold itself. */
    static Stream<TypeElement> withComponents(TypeElement type) {
        Stream<TypeElement> ofComponents = type.getRecordComponents().stream()
                .map(RecordComponentElement::asType)
                .filter(DeclaredType.class::isInstance)
                .flatMap(component -> withComponents((TypeElement) ((DeclaredType) component).asElement()));
        return Stream.concat(Stream.of(type), ofComponents);
    }

    /** Whether a member, or a class around it, is private. */
    static boolean isPrivate(Element member) {
        return has(member, Modifier.PRIVATE) || around(member).stream().anyMatch(type -> has(type, Modifier.PRIVATE));
    }

    /** Whether a class of a package may refer to a class or a member, whatever that class inherits from. */
    static boolean isAccessible(Element member, PackageElement from) {
        List<TypeElement> around = around(member);
        Element home = outermost(member).getEnclosingElement();
        return home.equals(from)
                ? !isPrivate(member)
                : has(member, Modifier.PUBLIC) && around.stream().allMatch(type -> has(type, Modifier.PUBLIC));
    }

    static boolean has(Element element, Modifier modifier) {
        return element.getModifiers().contains(modifier);
    }
}
