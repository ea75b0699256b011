package io.github.cotangent.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.lower.Problems;
import io.github.cotangent.processor.frontend.lower.Scalars;
import io.github.cotangent.processor.frontend.source.SourceFile;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Method.Role;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What an annotated method's declaration says, body apart. */
record Declaration(ExecutableElement method, MethodTree tree, SourceFile file) {

    /** What the generated members' names begin with. */
    String name() {
        String name = value("name", String.class).orElse("");
        return name.isEmpty() ? method.getSimpleName().toString() : name;
    }

    /** The highest order of derivatives to generate. */
    int order() {
        return value("order", Integer.class).orElse(1);
    }

    /** Whether forms of the reverse derivatives that take a workspace are asked for. */
    boolean workspace() {
        return value("workspace", Boolean.class).orElse(false);
    }

    private <T> Optional<T> value(String attribute, Class<T> kind) {
        return Annotations.mirror(method, Annotations.DIFFERENTIABLE).stream()
                .flatMap(mirror -> Annotations.value(mirror, attribute).stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** The method as Javadoc links to it. */
    String link() {
        String parameters = method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .collect(Collectors.joining(", ", "(", ")"));
        return classNames() + "#" + method.getSimpleName() + parameters;
    }

    private String classNames() {
        StringBuilder name = new StringBuilder();
        for (Element type = method.getEnclosingElement();
                type instanceof TypeElement;
                type = type.getEnclosingElement()) {
            name.insert(0, name.isEmpty() ? type.getSimpleName() : type.getSimpleName() + ".");
        }
        return name.toString();
    }

    String access() {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC)) {
            return "public";
        }
        return modifiers.contains(Modifier.PROTECTED) ? "protected" : "";
    }

    /** The classes of parameters that are objects, and of the result. */
    List<TypeElement> classes() {
        return Symbols.classes(method).toList();
    }

    /** The parameters, in so far as their types are supported. */
    List<Method.Parameter> parameters() {
        List<Method.Parameter> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            Scalars.of(parameter.asType())
                    .map(type ->
                            new Method.Parameter(parameter.getSimpleName().toString(), type, role(parameter, type)))
                    .ifPresent(parameters::add);
        }
        return parameters;
    }

    /** The type of what is returned, if it is supported; empty for {@code void}. */
    Optional<Type> returned() {
        return Scalars.of(method.getReturnType());
    }

    private static Role role(VariableElement parameter, Type type) {
        if (Annotations.isPresent(parameter, Annotations.OUTPUT)) {
            return Role.OUTPUT;
        }
        boolean constant = !type.holdsReal() || Annotations.isPresent(parameter, Annotations.CONSTANT);
        return constant ? Role.CONSTANT : Role.DIFFERENTIABLE;
    }

    /** The method with the right signature and no code to speak of; empty if the declaration is not supported. */
    Optional<Method> withoutCode() {
        Problems problems = new Problems();
        check(problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Builder builder = new Builder();
        List<Value> values = parameters().stream()
                .map(parameter -> Value.named(parameter.type(), parameter.name()))
                .toList();
        List<Value> results = new ArrayList<>();
        returned().ifPresent(type -> nothing(type, builder).forEach(results::add));
        for (int i = 0; i < values.size(); i++) {
            if (parameters().get(i).isOutput()) {
                results.add(values.get(i));
            }
        }
        String called = method.getSimpleName().toString();
        Function code = new Function(called, builder.region(Value.flat(values), results));
        return Optional.of(new Method(name(), link(), access(), order(), workspace(), parameters(), returned(), code));
    }

    private static Stream<Value> nothing(Type type, Builder builder) {
        return type.isRecord()
                ? type.components().stream().flatMap(component -> nothing(component.type(), builder))
                : Stream.of(type.isArray() ? builder.newArray(type, builder.constant(0), "") : builder.zero(type));
    }

    /** Reports everything that is wrong with the declaration. */
    void check(Problems problems) {
        modifiers(problems);
        annotation(problems);
        result(problems);
        parameters(problems);
    }

    private void modifiers(Problems problems) {
        Set<Modifier> modifiers = method.getModifiers();
        String called = method.getSimpleName().toString();
        if (!modifiers.contains(Modifier.STATIC)) {
            problems.report(tree, Message.NotStatic, called);
            return;
        }
        if (tree.getBody() == null) {
            problems.report(tree, Message.NoBody, called);
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            problems.report(tree, Message.PrivateMethod, called);
        }
        if (!method.getTypeParameters().isEmpty()) {
            problems.report(tree, Message.GenericMethod, called);
        }
        for (Element type = method.getEnclosingElement();
                type instanceof TypeElement;
                type = type.getEnclosingElement()) {
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                problems.report(tree, Message.PrivateClass, type.getSimpleName());
            }
        }
    }

    private void annotation(Problems problems) {
        if (order() != 1 && order() != 2) {
            problems.report(tree, Message.OrderUnsupported, order());
        }
        if (workspace() && returned().filter(Type::holdsArray).isPresent()) {
            problems.report(tree, Message.WorkspaceOfArray, method.getSimpleName());
        }
        if (!SourceVersion.isIdentifier(name())) {
            problems.report(tree, Message.InvalidName, name());
        }
    }

    private boolean hasOutputs() {
        return method.getParameters().stream().anyMatch(each -> Annotations.isPresent(each, Annotations.OUTPUT));
    }

    private void result(Problems problems) {
        TypeMirror result = method.getReturnType();
        if (result.getKind() == TypeKind.ERROR) {
            problems.broken(tree);
            return;
        }
        Tree place = tree.getReturnType() == null ? tree : tree.getReturnType();
        boolean isVoid = result.getKind() == TypeKind.VOID;
        if (isVoid && !hasOutputs()) {
            problems.report(place, Message.NoResult, method.getSimpleName());
        } else if (!isVoid && hasOutputs()) {
            problems.report(place, Message.OutputBesideResult, method.getSimpleName());
        } else if (!isVoid && returned().filter(Type::holdsReal).isEmpty()) {
            problems.report(place, Message.ResultType, result);
        } else if (result instanceof DeclaredType object) {
            object(object.asElement(), place, problems);
        }
    }

    private static void output(VariableElement parameter, VariableTree place, Problems problems) {
        if (Scalars.of(parameter.asType())
                .filter(type -> type.isReal() && type.isArray())
                .isEmpty()) {
            problems.report(place, Message.OutputType, parameter.getSimpleName(), parameter.asType());
        } else if (Annotations.isPresent(parameter, Annotations.CONSTANT)) {
            problems.report(place, Message.ConstantOutput, parameter.getSimpleName());
        }
    }

    private void object(Element type, Tree place, Problems problems) {
        hidden(type).ifPresent(hidden -> problems.report(place, Message.PrivateClass, hidden.getSimpleName()));
        if (type.getKind() == ElementKind.RECORD && !file.isPlain((TypeElement) type)) {
            problems.report(place, Message.RecordWithCode, type.getSimpleName());
        }
    }

    /** The class itself, that of a component, or one around these, that the companion cannot refer to. */
    private static Optional<Element> hidden(Element type) {
        return Symbols.withComponents((TypeElement) type)
                .flatMap(each -> Stream.iterate(each, TypeElement.class::isInstance, Element::getEnclosingElement))
                .filter(each -> each.getModifiers().contains(Modifier.PRIVATE))
                .findFirst();
    }

    private void parameters(Problems problems) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableTree place = tree.getParameters().get(i);
            TypeMirror type = method.getParameters().get(i).asType();
            if (type.getKind() == TypeKind.ERROR) {
                problems.broken(place);
            } else if (Scalars.of(type).isEmpty()) {
                problems.report(place, Message.ParameterType, type);
            } else if (Annotations.isPresent(method.getParameters().get(i), Annotations.OUTPUT)) {
                output(method.getParameters().get(i), place, problems);
            } else if (type instanceof DeclaredType object) {
                object(object.asElement(), place, problems);
            }
        }
        boolean allKnown = parameters().size() == method.getParameters().size();
        if (allKnown && parameters().stream().noneMatch(Method.Parameter::differentiable)) {
            problems.report(tree, Message.NoDifferentiableParameter, method.getSimpleName());
        }
    }
}
