package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.VariableTree;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A parameter or a local variable. It equals only itself: what a constructor assigns to a field may have the name, the type
 * and the place of a parameter.
 *
 * @param type the declared or inferred type, empty where it could not be found out
 */
public record Local(String name, Optional<TypeMirror> type, VariableTree declaration) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
