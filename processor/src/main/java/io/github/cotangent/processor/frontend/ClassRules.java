package io.github.cotangent.processor.frontend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** The rules that classes hold, each class looked through once while a class is lowered. */
final class ClassRules {

    private final Map<TypeElement, List<Rule>> known = new HashMap<>();

    /** The rules that apply to the calls of a method: of the classes around it, and of those that it names, or they do. */
    List<Rule> applyingTo(ExecutableElement caller) {
        List<TypeElement> around = Symbols.around(caller);
        Stream<TypeElement> named =
                Stream.concat(Stream.of(caller), around.stream()).flatMap(ClassRules::named);
        return Stream.concat(around.stream(), named)
                .distinct()
                .flatMap(type -> of(type).stream())
                .toList();
    }

    private List<Rule> of(TypeElement type) {
        return known.computeIfAbsent(
                type,
                each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream()
                        .flatMap(method -> Rule.of(method).stream())
                        .toList());
    }

    private static Stream<TypeElement> named(Element element) {
        return Annotations.mirror(element, Annotations.DIFFERENTIABLE)
                .flatMap(mirror -> Annotations.value(mirror, "rules"))
                .filter(List.class::isInstance)
                .stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(each -> ((AnnotationValue) each).getValue())
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement());
    }
}
