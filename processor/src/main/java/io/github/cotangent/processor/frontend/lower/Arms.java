package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Finds the values that a conditional or a switch expression may have; none for everything else. */
final class Arms extends TreeScanner<Void, Void> {

    private final List<ExpressionTree> arms = new ArrayList<>();

    private Arms() {}

    static List<ExpressionTree> of(ExpressionTree tree) {
        if (tree instanceof ConditionalExpressionTree choice) {
            return List.of(choice.getTrueExpression(), choice.getFalseExpression());
        }
        Arms found = new Arms();
        if (tree instanceof SwitchExpressionTree choice) {
            choice.getCases().forEach(each -> each.accept(found, null));
        }
        return found.arms;
    }

    @Override
    public Void visitCase(CaseTree tree, Void unused) {
        if (tree.getBody() instanceof ExpressionTree value) {
            arms.add(value);
            return null;
        }
        return super.visitCase(tree, null);
    }

    @Override
    public Void visitYield(YieldTree tree, Void unused) {
        arms.add(tree.getValue());
        return null;
    }

    /** What is yielded there is not a value of the outer one. */
    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
        return null;
    }
}
