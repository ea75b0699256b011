package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.FlatScanner;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Looks for code that may put other rows into an array of arrays, itself or by a call. */
final class RowChanges extends FlatScanner {

    private final Attribution attribution;
    private final Predicate<Element> isComponent;
    private boolean found;

    private RowChanges(Attribution attribution, Predicate<Element> isComponent) {
        this.attribution = attribution;
        this.isComponent = isComponent;
    }

    /**
     * Whether there may be any in some code.
     *
     * @param isComponent whether a field or a method gives no more than a component of a record
     */
    static boolean mayBeIn(Tree code, Attribution attribution, Predicate<Element> isComponent) {
        RowChanges scanner = new RowChanges(attribution, isComponent);
        scanner.scan(code, null);
        return scanner.found;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
        boolean isToElement = Syntax.unparenthesized(tree.getVariable()) instanceof ArrayAccessTree;
        found |= isToElement && !isOf(tree.getVariable(), type -> type.getKind().isPrimitive());
        return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        Optional<Element> method = attribution.element(tree);
        found |= mayChange(tree.getArguments())
                || method.filter(element -> !element.getModifiers().contains(Modifier.STATIC))
                        .filter(element -> !isComponent.test(element))
                        .isPresent();
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
        found |= mayChange(tree.getArguments());
        return super.visitNewClass(tree, null);
    }

    private boolean mayChange(List<? extends ExpressionTree> arguments) {
        return !arguments.stream().allMatch(argument -> isOf(argument, RowChanges::hasNoRows));
    }

    private boolean isOf(ExpressionTree tree, Predicate<TypeMirror> kind) {
        return attribution.type(tree).filter(kind).isPresent();
    }

    private static boolean hasNoRows(TypeMirror type) {
        TypeMirror element = type.getKind() == TypeKind.ARRAY ? ((ArrayType) type).getComponentType() : type;
        return element.getKind().isPrimitive();
    }
}
