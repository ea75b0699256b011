package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.frontend.lower.Scalars;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Which records of other files are no more than their components. Their code is not looked into; but where an annotated method
 * of the same file takes or returns a record, that file does not compile unless it is one of these.
 */
final class ForeignRecords {

    private final Map<TypeElement, Boolean> known = new HashMap<>();

    /** Whether an annotated method of the record's own outermost class takes or returns it, or a record that holds it. */
    boolean isPlain(TypeElement record) {
        return known.computeIfAbsent(record, key -> isInSignature(key, Symbols.outermost(key)));
    }

    private static boolean isInSignature(TypeElement record, Element inside) {
        return inside instanceof ExecutableElement method
                ? Annotations.isPresent(method, Annotations.DIFFERENTIABLE)
                        && Symbols.classes(method)
                                .filter(type -> Scalars.of(type.asType()).isPresent())
                                .flatMap(Symbols::withComponents)
                                .anyMatch(record::equals)
                : inside instanceof TypeElement
                        && inside.getEnclosedElements().stream().anyMatch(each -> isInSignature(record, each));
    }
}
