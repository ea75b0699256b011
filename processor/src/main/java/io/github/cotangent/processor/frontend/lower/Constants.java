package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.source.SourceFile.Declared;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Lowers reads of fields. A constant of Java's is referred to by name where the companion can see it, an array, also that of a
 * record, or the constant of an enum always; any other {@code static final} field of this file is computed anew from its initialiser.
 */
final class Constants {

    private final Lowering lowering;
    private final Code code;

    Constants(Lowering lowering) {
        this.lowering = lowering;
        this.code = lowering.code();
    }

    Value value(VariableElement field, Tree tree, Type type) {
        if (!check(field, tree)) {
            return code.placeholder(type);
        }
        if (field.getKind() == ElementKind.ENUM_CONSTANT) {
            return enumConstant(field, tree, type);
        }
        if (type.isArray()) {
            return array(field, tree, type);
        }
        Object constant = field.getConstantValue();
        if (constant != null) {
            return code.builder().constant(type, Scalars.literal(constant, type), symbol(field));
        }
        if (!lowering.file().declares(field)) {
            return elsewhere(field, tree, type);
        }
        if (type.holdsArray() && !isNamed(field, tree)) {
            return code.placeholder(type);
        }
        Optional<Declared<VariableTree>> declared = lowering.file()
                .field(field)
                .filter(initializer -> !type.holdsArray() || hasPlainAccessors(field.asType()))
                .filter(initializer -> isInitializedBefore(field, initializer.tree()));
        if (declared.isEmpty() || !lowering.mayInline()) {
            lowering.report(tree, Message.UnknownConstant, field.getSimpleName());
            return code.placeholder(type);
        }
        int before = lowering.problems().count();
        Value value = lowering.keepingPosition(() -> lowering.initializer(field, declared.get(), type));
        if (lowering.problems().keepFirst(before)) {
            lowering.report(tree, Message.UnknownConstant, field.getSimpleName());
        }
        return withArrays(value, symbol(field), field.getSimpleName().toString());
    }

    /** A constant of another file goes by its name: its initialiser is not looked into. */
    private Value elsewhere(VariableElement field, Tree tree, Type type) {
        Optional<TypeElement> record = Optional.of(field.asType())
                .filter(mirror -> type.isRecord())
                .map(mirror -> (TypeElement) ((DeclaredType) mirror).asElement());
        boolean isKnown = lowering.activeField().isEmpty()
                && record.filter(each -> !lowering.file().isPlain(each) || !isVisible(each))
                        .isEmpty();
        if (!isKnown) {
            lowering.report(tree, Message.UnknownConstant, field.getSimpleName());
            return code.placeholder(type);
        }
        return isNamed(field, tree)
                ? named(type, symbol(field), field.getSimpleName().toString())
                : code.placeholder(type);
    }

    private Value named(Type type, String symbol, String name) {
        if (type.isRecord()) {
            return Value.of(
                    type,
                    type.components().stream()
                            .map(part -> named(
                                    part.type(),
                                    symbol + "." + part.name() + "()",
                                    Value.componentName(name, part.name())))
                            .toList());
        }
        return type.isArray() ? array(type, symbol, name) : code.builder().constant(type, symbol, symbol);
    }

    /** The arrays that a record holds go by their names. */
    private Value withArrays(Value value, String symbol, String name) {
        if (value.type().isArray()) {
            return array(value.type(), symbol, name);
        }
        if (!value.type().holdsArray()) {
            return value;
        }
        return Records.zip(
                value,
                value,
                (component, same, called) ->
                        withArrays(component, symbol + "." + called + "()", Value.componentName(name, called)));
    }

    /** Whether the components of a record, and of those that it holds, are what their accessors return. */
    private boolean hasPlainAccessors(TypeMirror type) {
        return !(type instanceof DeclaredType declared)
                || ((TypeElement) declared.asElement())
                        .getRecordComponents().stream()
                                .allMatch(component -> hasPlainAccessors(component.asType())
                                        && lowering.file()
                                                .method(component.getAccessor())
                                                .isEmpty());
    }

    /** An array goes by its name: its elements are those at the time of the call, as in the user's method. */
    private Value array(VariableElement field, Tree tree, Type type) {
        return isNamed(field, tree)
                ? array(type, symbol(field), field.getSimpleName().toString())
                : code.placeholder(type);
    }

    private Value array(Type type, String symbol, String name) {
        Value array = code.builder().constant(type, name, symbol);
        lowering.constantArray(array);
        return array;
    }

    /** Whether the companion can name a field that holds arrays; reports if not. */
    private boolean isNamed(VariableElement field, Tree tree) {
        boolean isNamed = !symbol(field).isEmpty() && lowering.activeField().isEmpty();
        if (!isNamed) {
            lowering.report(tree, Message.HiddenConstant, field.getSimpleName());
        }
        return isNamed;
    }

    Value enumConstant(VariableElement field, Tree tree, Type type) {
        String symbol = symbol(field);
        if (symbol.isEmpty()) {
            lowering.report(tree, Message.HiddenConstant, field.getSimpleName());
            return code.placeholder(type);
        }
        return code.builder().constant(type, field.getSimpleName().toString(), symbol);
    }

    /** Whether the field has one value for good; reports why not. */
    boolean check(VariableElement field, Tree tree) {
        Set<Modifier> modifiers = field.getModifiers();
        if (!modifiers.contains(Modifier.STATIC)) {
            lowering.report(tree, Message.InstanceMember, field.getSimpleName());
        } else if (!modifiers.contains(Modifier.FINAL)) {
            lowering.report(tree, Message.MutableField, field.getSimpleName());
        } else {
            return true;
        }
        return false;
    }

    /** While the class is initialised, a later field is still zero: its initialiser would tell another value. */
    private boolean isInitializedBefore(VariableElement field, VariableTree initializer) {
        Optional<Element> reader = lowering.activeField();
        if (reader.isEmpty()) {
            return true;
        }
        boolean sameClass = reader.get().getEnclosingElement().equals(field.getEnclosingElement());
        return sameClass
                && lowering.file()
                        .field((VariableElement) reader.get())
                        .filter(other -> lowering.file().start(initializer)
                                < lowering.file().start(other.tree()))
                        .isPresent();
    }

    /**
     * How the companion refers to the constant; empty where it cannot, or where javac warns of it: a second class of a file
     * is for that file alone.
     */
    private String symbol(VariableElement field) {
        if (lowering.file().declares(field) && !outermost(field).equals(outermost(lowering.root()))) {
            return "";
        }
        if (!isVisible(field)) {
            return "";
        }
        return ((TypeElement) field.getEnclosingElement()).getQualifiedName() + "." + field.getSimpleName();
    }

    private boolean isVisible(Element member) {
        Elements elements = lowering.elements();
        boolean samePackage = elements.getPackageOf(member).equals(elements.getPackageOf(lowering.root()));
        return Stream.iterate(member, element -> element.getKind() != ElementKind.PACKAGE, Element::getEnclosingElement)
                .map(Element::getModifiers)
                .allMatch(modifiers ->
                        samePackage ? !modifiers.contains(Modifier.PRIVATE) : modifiers.contains(Modifier.PUBLIC));
    }

    static Element outermost(Element element) {
        Element outer = element;
        while (outer.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outer = outer.getEnclosingElement();
        }
        return outer;
    }
}
