package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.VariableTree;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A parameter or a local variable.
 *
 * @param type the declared or inferred type, empty where it could not be found out
 */
public record Local(String name, Optional<TypeMirror> type, VariableTree declaration) {}
