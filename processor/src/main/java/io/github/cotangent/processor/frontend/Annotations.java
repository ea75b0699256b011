package io.github.cotangent.processor.frontend;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotations that the front end reads, by their names. */
public final class Annotations {

    public static final String DIFFERENTIABLE = "io.github.cotangent.Differentiable";
    public static final String CONSTANT = "io.github.cotangent.Constant";
    public static final String OUTPUT = "io.github.cotangent.Output";

    public static final String DERIVATIVE_OF = "io.github.cotangent.DerivativeOf";
    public static final String JVP_OF = "io.github.cotangent.JvpOf";
    public static final String VJP_OF = "io.github.cotangent.VjpOf";

    private Annotations() {}

    static Optional<AnnotationMirror> mirror(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .map(AnnotationMirror.class::cast)
                .findFirst();
    }

    /** The value that an annotation gives to an attribute, if it is written. */
    static Optional<Object> value(AnnotationMirror mirror, String attribute) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .map(entry -> entry.getValue().getValue())
                .findFirst();
    }

    static boolean isPresent(Element element, String annotation) {
        return mirror(element, annotation).isPresent();
    }
}
