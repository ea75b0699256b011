package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What simple names mean in the body of a class, local variables apart: members from the inside out, then imports (JLS
 * 6.3 to 6.5). Imports are read from the compilation unit and looked up name by name.
 */
final class Names {

    private final Elements elements;
    private final Types types;
    private final Members members;
    private final Element inside;
    private final String packageName;
    private final List<TypeElement> classes = new ArrayList<>();
    private final List<Import> imports = new ArrayList<>();
    private final Map<String, List<ExecutableElement>> methods = new HashMap<>();

    /** An import: of a member or type of a name, or on demand, of all of them. */
    private record Import(boolean isStatic, String qualifier, String name) {

        static Import of(ImportTree tree) {
            String path = tree.getQualifiedIdentifier().toString();
            int dot = path.lastIndexOf('.');
            return new Import(tree.isStatic(), path.substring(0, dot), path.substring(dot + 1));
        }

        boolean isOnDemand() {
            return name.equals("*");
        }
    }

    /** The names inside a method or a class. */
    Names(Elements elements, Types types, Members members, CompilationUnitTree unit, Element inside) {
        this.elements = elements;
        this.types = types;
        this.members = members;
        this.inside = inside;
        this.packageName = elements.getPackageOf(inside).getQualifiedName().toString();
        for (Element element = inside; element != null; element = element.getEnclosingElement()) {
            if (element instanceof TypeElement type) {
                classes.add(type);
            }
        }
        unit.getImports().stream()
                .filter(tree -> tree.getQualifiedIdentifier().toString().contains("."))
                .map(Import::of)
                .forEach(imports::add);
        imports.add(new Import(false, "java.lang", "*"));
    }

    TypeElement enclosingClass() {
        return classes.get(0);
    }

    Optional<VariableElement> field(String name) {
        Stream<Optional<VariableElement>> own = classes.stream().map(type -> members.field(type, name));
        return first(Stream.concat(own, importedFields(name)));
    }

    /** The methods that a call of a simple name chooses from: a method of a class hides those further out. */
    List<ExecutableElement> methods(String name) {
        return methods.computeIfAbsent(name, this::findMethods);
    }

    private List<ExecutableElement> findMethods(String name) {
        for (TypeElement type : classes) {
            List<ExecutableElement> own = members.methods(type, name);
            if (!own.isEmpty()) {
                return own;
            }
        }
        List<ExecutableElement> single = importedMethods(name, name);
        return single.isEmpty() ? importedMethods("*", name) : single;
    }

    private List<ExecutableElement> importedMethods(String imported, String name) {
        return imports.stream()
                .filter(each -> each.isStatic() && each.name().equals(imported))
                .flatMap(each -> qualified(each.qualifier()).stream())
                .flatMap(type -> members.methods(type, name).stream())
                .filter(Names::isStatic)
                .distinct()
                .toList();
    }

    /** The type of a simple name: a type parameter, a member type, an import, a type of the package. */
    Optional<TypeMirror> type(String name) {
        Optional<TypeMirror> inner = typeInside(name);
        return inner.isPresent() ? inner : typeElement(name).map(this::declared);
    }

    private Optional<TypeMirror> typeInside(String name) {
        for (Element element = inside; element != null; element = element.getEnclosingElement()) {
            Optional<TypeMirror> found = typeParameter(element, name);
            if (found.isEmpty() && element instanceof TypeElement type) {
                found = type.getSimpleName().contentEquals(name)
                        ? Optional.of(declared(type))
                        : members.type(type, name).map(this::declared);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<TypeMirror> typeParameter(Element element, String name) {
        return element instanceof Parameterizable generic
                ? generic.getTypeParameters().stream()
                        .filter(parameter -> parameter.getSimpleName().contentEquals(name))
                        .map(Element::asType)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<TypeElement> typeElement(String name) {
        Stream<Optional<TypeElement>> single =
                imports.stream().filter(each -> each.name().equals(name)).map(each -> imported(each, name));
        Stream<Optional<TypeElement>> ofPackage = Stream.of(packageName.isEmpty() ? name : packageName + "." + name)
                .map(this::qualified);
        Stream<Optional<TypeElement>> onDemand =
                imports.stream().filter(Import::isOnDemand).map(each -> imported(each, name));
        return first(Stream.concat(single, Stream.concat(ofPackage, onDemand)));
    }

    private Optional<TypeElement> imported(Import each, String name) {
        Optional<TypeElement> type = each.isStatic()
                ? qualified(each.qualifier()).flatMap(owner -> members.type(owner, name))
                : qualified(each.qualifier() + "." + name);
        return type.filter(this::isAccessible);
    }

    private boolean isAccessible(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                || elements.getPackageOf(type).getQualifiedName().contentEquals(packageName);
    }

    private Stream<Optional<VariableElement>> importedFields(String name) {
        return Stream.of(name, "*")
                .flatMap(wanted -> imports.stream()
                        .filter(each -> each.isStatic() && each.name().equals(wanted)))
                .flatMap(each -> qualified(each.qualifier()).stream())
                .map(type -> members.field(type, name).filter(Names::isStatic));
    }

    /** A type by its canonical name, as the module of this code sees it. */
    Optional<TypeElement> qualified(String name) {
        ModuleElement module = elements.getModuleOf(inside);
        return Optional.ofNullable(
                module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
    }

    TypeMirror declared(TypeElement type) {
        return types.getDeclaredType(type);
    }

    private static boolean isStatic(Element element) {
        return element.getModifiers().contains(Modifier.STATIC);
    }

    private static <T> Optional<T> first(Stream<Optional<T>> sources) {
        return sources.flatMap(Optional::stream).findFirst();
    }
}
