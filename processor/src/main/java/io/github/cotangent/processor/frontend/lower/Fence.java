package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.resolve.FlatScanner;
import java.util.Optional;

/** The syntax that the language leaves out. What it lets through and the lowering does not know is an error there. */
final class Fence extends FlatScanner {

    private final Problems problems;
    private int loops;

    private Fence(Problems problems) {
        this.problems = problems;
    }

    /** Reports everything in a body that is outside of the language. */
    static void check(Tree body, Problems problems) {
        new Fence(problems).scan(body, null);
    }

    /** The message for a kind of tree that is outside of the language wherever it stands. */
    static Optional<Message> forbidden(Tree tree) {
        return Optional.ofNullable(
                switch (tree.getKind()) {
                    case BREAK -> Message.BreakStatement;
                    case CONTINUE -> Message.ContinueStatement;
                    case LABELED_STATEMENT -> Message.LabeledStatement;
                    case SWITCH, SWITCH_EXPRESSION, YIELD -> Message.SwitchStatement;
                    case TRY -> Message.TryStatement;
                    case THROW -> Message.ThrowStatement;
                    case ASSERT -> Message.AssertStatement;
                    case SYNCHRONIZED -> Message.SynchronizedStatement;
                    case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> Message.LocalClass;
                    case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> Message.Lambda;
                    case NEW_CLASS -> Message.ObjectCreation;
                    case INSTANCE_OF -> Message.InstanceOf;
                    case STRING_LITERAL -> Message.TextValue;
                    case NULL_LITERAL -> Message.NullValue;
                    default -> null;
                });
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        if (tree == null) {
            return null;
        }
        forbidden(tree).ifPresent(message -> problems.report(tree, message));
        return isOpaque(tree) ? null : super.scan(tree, null);
    }

    /** Nothing more is said about the inside of what has to go as a whole. */
    private static boolean isOpaque(Tree tree) {
        return switch (tree.getKind()) {
            case SWITCH, SWITCH_EXPRESSION, LAMBDA_EXPRESSION, MEMBER_REFERENCE, NEW_CLASS -> true;
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> true;
            default -> false;
        };
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
    public Void visitReturn(ReturnTree tree, Void unused) {
        if (loops > 0) {
            problems.report(tree, Message.ReturnInLoop);
        }
        return super.visitReturn(tree, null);
    }

    /** As a statement an assignment is welcome; only its parts are searched for others. */
    @Override
    public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
        ExpressionTree expression = Syntax.unparenthesized(tree.getExpression());
        if (!Syntax.isAssignment(expression)) {
            return scan(expression, null);
        }
        Syntax.assignedParts(expression).forEach(part -> scan(part, null));
        return null;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
        problems.report(tree, Message.AssignmentInExpression);
        return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        problems.report(tree, Message.AssignmentInExpression);
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
        if (Syntax.isAssignment(tree)) {
            problems.report(tree, Message.AssignmentInExpression);
        }
        return super.visitUnary(tree, null);
    }
}
