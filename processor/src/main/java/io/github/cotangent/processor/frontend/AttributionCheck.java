package io.github.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.diagnostics.Reporter;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Compares our view of the code with javac's, once javac has one: when it finishes to analyze a class, the trees that were
 * read before bear its types and symbols. A difference would mean a wrong derivative and so is an error.
 */
final class AttributionCheck implements TaskListener {

    private final Trees trees;
    private final Map<String, List<Attributed>> byClass = new HashMap<>();
    private final List<Erroneous> erroneous = new ArrayList<>();
    private int comparisons;

    /** A file's attribution together with where to report to. */
    private record Attributed(CompilationUnitTree unit, Attribution attribution, Reporter<Tree> reporter) {}

    /** A method that javac must find an error in. */
    private record Erroneous(String type, String outermost, Tree method, Reporter<Tree> reporter) {}

    AttributionCheck(Trees trees) {
        this.trees = trees;
    }

    /** Expects the class to be analyzed later in this compilation. */
    void expect(TypeElement type, CompilationUnitTree unit, Attribution attribution, Reporter<Tree> reporter) {
        byClass.computeIfAbsent(outermost(type), key -> new ArrayList<>())
                .add(new Attributed(unit, attribution, reporter));
    }

    /**
     * Expects javac to find an error in the class, of whose method nothing was made. That javac writes the class shows that it
     * has found none.
     */
    void expectErrors(TypeElement type, Tree method, Reporter<Tree> reporter) {
        erroneous.add(new Erroneous(type.getQualifiedName().toString(), outermost(type), method, reporter));
    }

    /** Expects no error any more: the class is looked at anew. */
    void forgetErrors(TypeElement type) {
        erroneous.removeIf(each -> each.type().equals(type.getQualifiedName().toString()));
    }

    /** The number of types and symbols that were compared. */
    int comparisons() {
        return comparisons;
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
            String name = outermost(event.getTypeElement());
            erroneous.stream()
                    .filter(each -> each.outermost().equals(name))
                    .forEach(each -> each.reporter().report(each.method(), Message.NotUnderstood));
        }
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
            String name = event.getTypeElement().getQualifiedName().toString();
            Optional.ofNullable(byClass.remove(name)).ifPresent(each -> each.forEach(this::compare));
        }
    }

    private void compare(Attributed attributed) {
        Attribution ours = attributed.attribution();
        TreePath root = new TreePath(attributed.unit());
        ours.types().forEach((tree, type) -> {
            TypeMirror theirs = trees.getTypeMirror(new TreePath(root, tree));
            compare(attributed, tree, name(type), Optional.ofNullable(theirs).flatMap(AttributionCheck::name));
        });
        ours.elements().forEach((tree, element) -> {
            Element theirs = trees.getElement(new TreePath(root, tree));
            compare(
                    attributed,
                    tree,
                    Optional.of(name(element)),
                    Optional.ofNullable(theirs).map(AttributionCheck::name));
        });
        ours.locals().forEach((tree, local) -> {
            Element theirs = trees.getElement(new TreePath(root, tree));
            compare(
                    attributed,
                    tree,
                    Optional.of(local.name()),
                    Optional.ofNullable(theirs).map(AttributionCheck::name));
        });
        ours.unresolved().forEach(tree -> {
            TypeMirror theirs = trees.getTypeMirror(new TreePath(root, tree));
            compare(
                    attributed,
                    tree,
                    Optional.of("nothing"),
                    Optional.ofNullable(theirs).flatMap(AttributionCheck::name));
        });
    }

    /** Where javac has no view, it has reported an error of the user's or left dead code alone. */
    private void compare(Attributed attributed, Tree tree, Optional<String> ours, Optional<String> theirs) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        comparisons++;
        if (!ours.equals(theirs)) {
            attributed.reporter().report(tree, Message.AttributionMismatch, theirs.get(), ours.get());
        }
    }

    private static Optional<String> name(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID ->
                Optional.of(type.getKind().name().toLowerCase(Locale.ROOT));
            case ARRAY -> name(((ArrayType) type).getComponentType()).map(component -> component + "[]");
            case DECLARED ->
                Optional.of(((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .toString());
            default -> Optional.empty();
        };
    }

    private static String name(Element element) {
        return switch (element.getKind()) {
            case FIELD, ENUM_CONSTANT ->
                ((VariableElement) element).getEnclosingElement() instanceof TypeElement owner
                        ? owner.getQualifiedName() + "." + element.getSimpleName()
                        : element.getSimpleName().toString();
            case METHOD, CONSTRUCTOR ->
                ((TypeElement) element.getEnclosingElement()).getQualifiedName() + "." + element.getSimpleName()
                        + parameters((ExecutableElement) element);
            default -> element.getSimpleName().toString();
        };
    }

    private static String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> name(parameter.asType()).orElse("?"))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? outermost(outer)
                : type.getQualifiedName().toString();
    }
}
