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

    private Annotations() {}

    static Optional<AnnotationMirror> mirror(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .map(AnnotationMirror.class::cast)
                .findFirst();
    }

    static boolean isPresent(Element element, String annotation) {
        return mirror(element, annotation).isPresent();
    }
}
