package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;

/** A scanner that walks long chains {@code a + b + c + …} in a loop, since recursion runs out of stack on them. */
public class FlatScanner extends TreeScanner<Void, Void> {

    /** The operations of a chain that leans to the left, the innermost first. */
    public static Deque<BinaryTree> leftSpine(BinaryTree tree) {
        Deque<BinaryTree> spine = new ArrayDeque<>();
        ExpressionTree next = tree;
        while (next instanceof BinaryTree binary) {
            spine.push(binary);
            next = binary.getLeftOperand();
        }
        return spine;
    }

    /** Annotations of variables are no code. */
    @Override
    public Void visitAnnotation(AnnotationTree tree, Void unused) {
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
        Deque<BinaryTree> spine = leftSpine(tree);
        scan(spine.element().getLeftOperand(), null);
        spine.forEach(binary -> scan(binary.getRightOperand(), null));
        return null;
    }
}
