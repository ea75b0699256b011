package io.github.cotangent.processor.frontend;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * A hand-written derivative.
 *
 * @param method the derivative
 * @param target the class of the method that it is a derivative of
 * @param targetName that method's name
 * @param parameter for a partial derivative, the number of the parameter that it is taken by
 */
record Rule(Kind kind, ExecutableElement method, TypeElement target, String targetName, int parameter) {

    /** The kinds of derivatives, by their annotations. */
    enum Kind {
        PARTIAL(Annotations.DERIVATIVE_OF),
        FORWARD(Annotations.JVP_OF),
        REVERSE(Annotations.VJP_OF);

        private final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }

        String simpleName() {
            return annotation.substring(annotation.lastIndexOf('.') + 1);
        }
    }

    /** What a method's annotations say; those that javac will refuse are left out. */
    static List<Rule> of(ExecutableElement method) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Annotations.mirror(method, kind.annotation).stream()
                        .flatMap(mirror -> of(kind, method, mirror)))
                .toList();
    }

    private static Stream<Rule> of(Kind kind, ExecutableElement method, AnnotationMirror mirror) {
        TypeElement target = null;
        String name = "";
        int parameter = 0;
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            Object value = entry.getValue().getValue();
            switch (entry.getKey().getSimpleName().toString()) {
                case "type" ->
                    target = value instanceof DeclaredType type && type.asElement() instanceof TypeElement element
                            ? element
                            : null;
                case "method" -> name = String.valueOf(value);
                case "parameter" -> parameter = value instanceof Integer number ? number : 0;
                default -> {
                    // Another attribute is javac's to refuse.
                }
            }
        }
        return target == null ? Stream.empty() : Stream.of(new Rule(kind, method, target, name, parameter));
    }

    /** The methods that the rule may be meant for. */
    List<ExecutableElement> candidates() {
        return ElementFilter.methodsIn(target.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(targetName))
                .toList();
    }
}
