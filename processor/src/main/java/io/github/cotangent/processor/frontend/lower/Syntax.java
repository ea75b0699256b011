package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Optional;

/** Questions about trees that their syntax alone answers. */
final class Syntax {

    private Syntax() {}

    static ExpressionTree unparenthesized(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parentheses ? unparenthesized(parentheses.getExpression()) : tree;
    }

    static boolean isThis(ExpressionTree tree) {
        return unparenthesized(tree) instanceof IdentifierTree name
                && name.getName().contentEquals("this");
    }

    static boolean isAssignment(Tree tree) {
        return tree instanceof AssignmentTree || tree instanceof CompoundAssignmentTree || isIncrement(tree.getKind());
    }

    static boolean isIncrement(Tree.Kind kind) {
        return switch (kind) {
            case PREFIX_INCREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    static boolean isPostfix(Tree.Kind kind) {
        return kind == Tree.Kind.POSTFIX_INCREMENT || kind == Tree.Kind.POSTFIX_DECREMENT;
    }

    /** The variable of an assignment, then the expression assigned, if there is one. */
    static List<ExpressionTree> assignedParts(Tree assignment) {
        if (assignment instanceof AssignmentTree tree) {
            return List.of(unparenthesized(tree.getVariable()), tree.getExpression());
        }
        if (assignment instanceof CompoundAssignmentTree tree) {
            return List.of(unparenthesized(tree.getVariable()), tree.getExpression());
        }
        return List.of(unparenthesized(((UnaryTree) assignment).getExpression()));
    }

    /** What is compared with {@code null}, if that is all that a tree does. */
    static Optional<ExpressionTree> comparedWithNull(BinaryTree tree) {
        boolean isComparison = tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
        if (isComparison && isNull(tree.getRightOperand())) {
            return Optional.of(tree.getLeftOperand());
        }
        return isComparison && isNull(tree.getLeftOperand()) ? Optional.of(tree.getRightOperand()) : Optional.empty();
    }

    static boolean isNull(ExpressionTree tree) {
        return unparenthesized(tree).getKind() == Tree.Kind.NULL_LITERAL;
    }

    /** The value of a literal, which may be in parentheses and have a sign. */
    static Optional<Object> literal(ExpressionTree tree) {
        ExpressionTree plain = unparenthesized(tree);
        if (plain instanceof LiteralTree literal) {
            return Optional.ofNullable(literal.getValue());
        }
        return plain.getKind() == Tree.Kind.UNARY_MINUS
                ? literal(((UnaryTree) plain).getExpression()).flatMap(Syntax::negated)
                : Optional.empty();
    }

    private static Optional<Object> negated(Object value) {
        if (value instanceof Integer number) {
            return Optional.of(-number);
        }
        if (value instanceof Long number) {
            return Optional.of(-number);
        }
        if (value instanceof Float number) {
            return Optional.of(-number);
        }
        return value instanceof Double number ? Optional.of(-number) : Optional.empty();
    }

    /** Whether the statement is left by a jump on every path, as far as the syntax tells. */
    static boolean alwaysJumps(StatementTree tree) {
        if (tree instanceof BlockTree block) {
            return block.getStatements().stream().anyMatch(Syntax::alwaysJumps);
        }
        if (tree instanceof IfTree branch) {
            return branch.getElseStatement() != null
                    && alwaysJumps(branch.getThenStatement())
                    && alwaysJumps(branch.getElseStatement());
        }
        return switch (tree.getKind()) {
            case RETURN, BREAK, CONTINUE, YIELD, THROW -> true;
            default -> false;
        };
    }
}
