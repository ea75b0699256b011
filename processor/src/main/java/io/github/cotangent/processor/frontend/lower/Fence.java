package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.resolve.Attribution;
import io.github.cotangent.processor.frontend.resolve.FlatScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The syntax that the language leaves out. What it lets through and the lowering does not know is an error there. */
final class Fence extends FlatScanner {

    private static final Pattern STREAM = Pattern.compile("(java\\.lang\\.)?System\\.(in|out|err)\\.");

    private final Attribution attribution;
    private final Problems problems;
    private final Set<Tree> compared = new HashSet<>();

    private Fence(Attribution attribution, Problems problems) {
        this.attribution = attribution;
        this.problems = problems;
    }

    /** Reports everything in a body that is outside of the language. */
    static void check(Tree body, Attribution attribution, Problems problems) {
        new Fence(attribution, problems).scan(body, null);
    }

    /** The message for a kind of tree that is outside of the language wherever it stands. */
    static Optional<Message> forbidden(Tree tree) {
        return Optional.ofNullable(
                switch (tree.getKind()) {
                    case TRY -> Message.TryStatement;
                    case SYNCHRONIZED -> Message.SynchronizedStatement;
                    case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> Message.LocalClass;
                    case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> Message.Lambda;
                    case NEW_CLASS -> Message.ObjectCreation;
                    case INSTANCE_OF -> Message.InstanceOf;
                    case NULL_LITERAL -> Message.NullValue;
                    default -> null;
                });
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        if (tree == null) {
            return null;
        }
        if (isRecord(tree)) {
            return super.scan(((NewClassTree) tree).getArguments(), null);
        }
        forbidden(tree)
                .filter(message -> !compared.contains(tree))
                .ifPresent(message -> problems.report(tree, message));
        return isOpaque(tree) ? null : super.scan(tree, null);
    }

    /** Whether this creates a record, the one kind of object that is no more than its components. */
    private boolean isRecord(Tree tree) {
        return tree.getKind() == Tree.Kind.NEW_CLASS
                && attribution.type(tree).flatMap(Scalars::of).isPresent();
    }

    /** What may be {@code null} can be compared with it. */
    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
        for (BinaryTree each : leftSpine(tree)) {
            Syntax.comparedWithNull(each)
                    .filter(other ->
                            attribution.type(other).flatMap(Scalars::of).isPresent())
                    .ifPresent(other -> compared.addAll(List.of(
                            Syntax.unparenthesized(each.getLeftOperand()),
                            Syntax.unparenthesized(each.getRightOperand()))));
        }
        return super.visitBinary(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        String method = tree.getMethodSelect().toString();
        if (STREAM.matcher(method).lookingAt()) {
            problems.report(tree, Message.InputOutput, method);
            return null;
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitAssert(AssertTree tree, Void unused) {
        return scan(tree.getCondition(), null);
    }

    /** Nothing more is said about the inside of what has to go as a whole; the text of an exception has its own rules. */
    private static boolean isOpaque(Tree tree) {
        return switch (tree.getKind()) {
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE, NEW_CLASS, THROW -> true;
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> true;
            default -> false;
        };
    }
}
