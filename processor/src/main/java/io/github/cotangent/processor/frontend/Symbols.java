package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.ir.ClassSymbol;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

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

    /** Whether a member, or a class around it, is private. */
    static boolean isPrivate(Element member) {
        return has(member, Modifier.PRIVATE) || around(member).stream().anyMatch(type -> has(type, Modifier.PRIVATE));
    }

    /** Whether a class of a package may refer to a member, whatever that class inherits from. */
    static boolean isAccessible(Element member, PackageElement from) {
        List<TypeElement> around = around(member);
        Element home = around.get(around.size() - 1).getEnclosingElement();
        return home.equals(from)
                ? !isPrivate(member)
                : has(member, Modifier.PUBLIC) && around.stream().allMatch(type -> has(type, Modifier.PUBLIC));
    }

    static boolean has(Element element, Modifier modifier) {
        return element.getModifiers().contains(modifier);
    }
}
