package io.github.cotangent.processor.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.cotangent.processor.diagnostics.Lint;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;

/** Hands warnings to javac, each once, unless {@code @SuppressWarnings} around the place silences it. */
final class Warnings {

    private record Said(Lint lint, Tree place) {}

    private final Trees trees;
    private final Set<Said> said = new HashSet<>();

    Warnings(Trees trees) {
        this.trees = trees;
    }

    void warn(CompilationUnitTree unit, Tree place, Lint lint) {
        String name =
                place instanceof VariableTree variable ? variable.getName().toString() : "";
        if (said.add(new Said(lint, place)) && !isSuppressed(lint, TreePath.getPath(unit, place))) {
            trees.printMessage(Diagnostic.Kind.WARNING, lint.text(name), place, unit);
        }
    }

    private static boolean isSuppressed(Lint lint, TreePath place) {
        for (TreePath path = place; path != null; path = path.getParentPath()) {
            boolean isSuppressed = modifiers(path.getLeaf()).stream()
                    .flatMap(modifiers -> modifiers.getAnnotations().stream())
                    .filter(Warnings::suppresses)
                    .flatMap(annotation -> annotation.getArguments().stream())
                    .anyMatch(value -> names(value, lint));
            if (isSuppressed) {
                return true;
            }
        }
        return false;
    }

    private static Optional<ModifiersTree> modifiers(Tree tree) {
        if (tree instanceof VariableTree variable) {
            return Optional.of(variable.getModifiers());
        }
        if (tree instanceof MethodTree method) {
            return Optional.of(method.getModifiers());
        }
        return tree instanceof ClassTree type ? Optional.of(type.getModifiers()) : Optional.empty();
    }

    private static boolean suppresses(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.equals("SuppressWarnings") || name.equals("java.lang.SuppressWarnings");
    }

    private static boolean names(ExpressionTree value, Lint lint) {
        if (value instanceof AssignmentTree named) {
            return names(named.getExpression(), lint);
        }
        if (value instanceof NewArrayTree several) {
            return several.getInitializers().stream().anyMatch(each -> names(each, lint));
        }
        return value instanceof LiteralTree literal
                && (Lint.ALL.equals(literal.getValue()) || lint.key().equals(literal.getValue()));
    }
}
