package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.FlatScanner;
import io.github.cotangent.processor.frontend.resolve.Local;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the local variables that code assigns to, each with the first such assignment. */
final class Assigned extends FlatScanner {

    private final Attribution attribution;
    private final Map<Local, Tree> assignments = new LinkedHashMap<>();

    private Assigned(Attribution attribution) {
        this.attribution = attribution;
    }

    static Map<Local, Tree> in(Attribution attribution, List<? extends Tree> code) {
        Assigned scanner = new Assigned(attribution);
        scanner.scan(code, null);
        return scanner.assignments;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
        assigned(tree);
        return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        assigned(tree);
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
        if (Syntax.isAssignment(tree)) {
            assigned(tree);
        }
        return super.visitUnary(tree, null);
    }

    private void assigned(Tree assignment) {
        attribution
                .local(Syntax.assignedParts(assignment).get(0))
                .ifPresent(local -> assignments.putIfAbsent(local, assignment));
    }
}
