package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import io.github.cotangent.processor.frontend.resolve.FlatScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;

/** Looks for the jumps in the body of a loop that end the loop. */
final class Leaving extends FlatScanner {

    private final List<Name> own;
    private final List<Name> inner = new ArrayList<>();
    private int loops;
    private int switches;
    private int values;
    private boolean found;

    private Leaving(List<Name> labels) {
        own = labels;
    }

    /** Whether a loop may end otherwise than by its condition. */
    static boolean isIn(Tree body, List<Name> labels) {
        Leaving scanner = new Leaving(labels);
        scanner.scan(body, null);
        return scanner.found;
    }

    /** Whether a {@code throw} stands in a loop. */
    static boolean throwsIn(Tree body) {
        boolean[] found = {false};
        new FlatScanner() {
            @Override
            public Void visitThrow(ThrowTree tree, Void unused) {
                found[0] = true;
                return null;
            }
        }.scan(body, null);
        return found[0];
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
        found = true;
        return null;
    }

    @Override
    public Void visitYield(YieldTree tree, Void unused) {
        found |= values == 0;
        return super.visitYield(tree, null);
    }

    @Override
    public Void visitBreak(BreakTree tree, Void unused) {
        found |= tree.getLabel() == null ? loops + switches == 0 : !inner.contains(tree.getLabel());
        return null;
    }

    @Override
    public Void visitContinue(ContinueTree tree, Void unused) {
        found |= tree.getLabel() != null && !inner.contains(tree.getLabel()) && !own.contains(tree.getLabel());
        return null;
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree tree, Void unused) {
        inner.add(tree.getLabel());
        super.visitLabeledStatement(tree, null);
        inner.remove(tree.getLabel());
        return null;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void unused) {
        switches++;
        super.visitSwitch(tree, null);
        switches--;
        return null;
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
        values++;
        super.visitSwitchExpression(tree, null);
        values--;
        return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void unused) {
        loops++;
        super.visitForLoop(tree, null);
        loops--;
        return null;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
        loops++;
        super.visitEnhancedForLoop(tree, null);
        loops--;
        return null;
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
        loops++;
        super.visitWhileLoop(tree, null);
        loops--;
        return null;
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
        loops++;
        super.visitDoWhileLoop(tree, null);
        loops--;
        return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
    }
}
