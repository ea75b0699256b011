package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Method;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A class whose methods have derivatives, and what of it shows in its companion.
 *
 * @param packageName the package of both, empty for the unnamed one
 * @param enclosingNames the names of the class, outermost first: {@code [Outer, Inner]}
 * @param originating the element that the companion is generated for; null if there is none
 * @param isPublic whether the class and all classes around it are public
 * @param isGeneratedVisible whether the class's module reads {@link javax.annotation.processing.Generated}
 * @param isAuxiliary whether javac would warn when another file refers to the class
 * @param methods the derivatives of each method, in the order of the source
 * @param helpers the recursive methods that these call
 */
public record Companion(
        String packageName,
        List<String> enclosingNames,
        Element originating,
        boolean isPublic,
        boolean isGeneratedVisible,
        boolean isAuxiliary,
        List<Derivatives> methods,
        List<Helper> helpers) {

    /**
     * A recursive method whose derivatives are private members.
     *
     * @param derivatives empty if nothing real varies in it
     * @param isCopied whether the companion has a copy of the method itself, which it cannot call
     */
    public record Helper(Method method, Optional<Derivatives> derivatives, boolean isCopied) {}

    public Companion {
        enclosingNames = List.copyOf(enclosingNames);
        methods = List.copyOf(methods);
        helpers = List.copyOf(helpers);
    }
}
