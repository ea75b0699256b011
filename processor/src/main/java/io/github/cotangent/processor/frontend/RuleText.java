package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.frontend.Rule.Kind;
import io.github.cotangent.processor.frontend.lower.Scalars;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The rules of a method as a user would write them: what an error shows for copying. */
record RuleText(ExecutableElement target) {

    private record Parameter(String name, Type type) {}

    /** What can be done about a call of the method, which may stand where nothing varies that it is passed. */
    String remedyIfVarying() {
        return remedy("hold what it is passed constant by Differentiation.stopGradient");
    }

    /** What can be done about any call of the method. */
    String remedy() {
        boolean isOfJava = target.getEnclosingElement().toString().startsWith("java.");
        return remedy(isOfJava ? "write it out here" : "move it here");
    }

    private String remedy(String otherwise) {
        boolean canHaveRules = RuleBook.plain(target).isPresent()
                && result().filter(Type::isReal).isPresent()
                && !real().isEmpty();
        return canHaveRules
                ? "annotate it there with @Differentiable, or write in this class\n" + all()
                : otherwise + ", or compute its value in the caller and pass that as a parameter";
    }

    /** All that the method needs: partial derivatives where it takes and returns numbers alone, or else both modes. */
    private String all() {
        List<Parameter> parameters = parameters();
        boolean isScalar = result().filter(Type::isRealScalar).isPresent()
                && parameters.stream().noneMatch(parameter -> parameter.type().isArray());
        if (!isScalar) {
            return ofBothModes();
        }
        List<String> partials = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type().isReal()) {
                partials.add(of(Kind.PARTIAL, i));
            }
        }
        return String.join("\n", partials);
    }

    /** The partial derivative by a parameter; where that is an array, the rules of both modes. */
    String ofParameter(int parameter) {
        return parameters().get(parameter).type().isArray() ? ofBothModes() : of(Kind.PARTIAL, parameter);
    }

    private String ofBothModes() {
        return of(Kind.FORWARD, 0) + "\n" + of(Kind.REVERSE, 0);
    }

    String of(Kind kind, int parameter) {
        String which = kind == Kind.PARTIAL && parameter > 0 ? ", parameter = " + parameter : "";
        String annotation = "@%s(type = %s.class, method = \"%s\"%s)\n"
                .formatted(
                        kind.simpleName(), target.getEnclosingElement().getSimpleName(), target.getSimpleName(), which);
        return record(kind) + annotation + "static " + signature(kind, parameter) + " { ... }";
    }

    /** The record that a reverse rule of a method with scalars returns. */
    private String record(Kind kind) {
        if (kind != Kind.REVERSE || scalars().isEmpty()) {
            return "";
        }
        String components =
                scalars().stream().map(scalar -> ", double " + scalar.name()).collect(Collectors.joining());
        return "record %s(%s value%s) {}%n"
                .formatted(recordName(), resultText(), components)
                .replace("\r", "");
    }

    private String recordName() {
        return ClassSymbol.capitalized(target.getSimpleName() + "Vjp");
    }

    private String signature(Kind kind, int parameter) {
        String name = target.getSimpleName().toString();
        List<String> list = new ArrayList<>();
        parameters().forEach(each -> list.add(each.type() + " " + each.name()));
        boolean isArray = result().filter(Type::isArray).isPresent();
        switch (kind) {
            case PARTIAL -> {
                String by = parameters().get(parameter).name();
                return "double " + name + "By" + ClassSymbol.capitalized(by) + list(list);
            }
            case FORWARD -> {
                real().forEach(each -> list.add(each.type().derivative() + " " + each.name() + "Dot"));
                if (isArray) {
                    list.add(result().orElseThrow().derivative() + " tangent");
                }
                return (isArray ? resultText() : "Dual") + " " + name + "Jvp" + list(list);
            }
            default -> {
                list.add(result().orElse(Type.DOUBLE).derivative() + " seed");
                real().stream()
                        .filter(each -> each.type().isArray())
                        .forEach(each -> list.add(each.type().derivative() + " " + each.name() + "Bar"));
                String result = scalars().isEmpty() ? resultText() : recordName();
                return result + " " + name + "VjpAdd" + list(list);
            }
        }
    }

    private static String list(List<String> parameters) {
        return "(" + String.join(", ", parameters) + ")";
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (VariableElement parameter : target.getParameters()) {
            Type type = Scalars.of(parameter.asType()).orElse(Type.DOUBLE);
            parameters.add(new Parameter(parameter.getSimpleName().toString(), type));
        }
        return parameters;
    }

    private List<Parameter> real() {
        return parameters().stream()
                .filter(parameter -> parameter.type().isReal())
                .toList();
    }

    private List<Parameter> scalars() {
        return real().stream().filter(each -> !each.type().isArray()).toList();
    }

    private Optional<Type> result() {
        return Scalars.of(target.getReturnType());
    }

    private String resultText() {
        return result().map(Type::toString).orElse("double");
    }
}
