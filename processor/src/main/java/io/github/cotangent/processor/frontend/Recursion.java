package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.source.SourceFile;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Which methods of a file call themselves, through others or not. */
final class Recursion {

    private final SourceFile file;

    Recursion(SourceFile file) {
        this.file = file;
    }

    boolean isRecursive(ExecutableElement method) {
        return reaches(method, method, new HashSet<>());
    }

    private boolean reaches(Element from, Element target, Set<Element> seen) {
        for (Element next : mentioned(from)) {
            if (next.equals(target) || seen.add(next) && reaches(next, target, seen)) {
                return true;
            }
        }
        return false;
    }

    private Collection<Element> mentioned(Element element) {
        Optional<Attribution> attribution = element instanceof ExecutableElement method
                ? file.method(method).map(SourceFile.Declared::attribution)
                : element instanceof VariableElement field
                        ? file.field(field).map(SourceFile.Declared::attribution)
                        : Optional.empty();
        return attribution.map(known -> known.elements().values()).orElse(List.of());
    }
}
