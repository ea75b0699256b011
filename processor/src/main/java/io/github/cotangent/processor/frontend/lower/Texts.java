package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.resolve.FlatScanner;
import io.github.cotangent.processor.ir.Statement.Throw.Argument;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Takes text apart into what is known of it and the values in it, which Java's {@code +} converts. */
final class Texts {

    private static final Set<String> CONVERTING = Set.of("valueOf", "toString");

    private final Lowering lowering;
    private final Frame frame;
    private final Expressions expressions;

    Texts(Lowering lowering, Frame frame, Expressions expressions) {
        this.lowering = lowering;
        this.frame = frame;
        this.expressions = expressions;
    }

    /** An argument of an exception's constructor. */
    Argument argument(ExpressionTree tree) {
        if (!isText(tree)) {
            return new Argument(List.of(), List.of(expressions.value(tree, "")));
        }
        Pieces pieces = new Pieces();
        add(tree, pieces);
        return new Argument(pieces.text, pieces.values);
    }

    private boolean isText(ExpressionTree tree) {
        return isChoice(tree)
                || frame.attribution()
                        .type(tree)
                        .filter(type -> type.toString().equals("java.lang.String"))
                        .isPresent();
    }

    /** Whether this is one of two texts: as an argument it has the type of a parameter, which is not known here. */
    private boolean isChoice(ExpressionTree tree) {
        return Syntax.unparenthesized(tree) instanceof ConditionalExpressionTree choice
                && isText(choice.getTrueExpression())
                && isText(choice.getFalseExpression());
    }

    private static final class Pieces {

        private final List<String> text = new ArrayList<>(List.of(""));
        private final List<Value> values = new ArrayList<>();

        void add(String piece) {
            text.set(text.size() - 1, text.get(text.size() - 1) + piece);
        }

        void add(Value value) {
            values.add(value);
            text.add("");
        }
    }

    private void add(ExpressionTree tree, Pieces pieces) {
        ExpressionTree plain = Syntax.unparenthesized(tree);
        Optional<String> known = constant(plain);
        Optional<Value> converted = converted(plain);
        if (known.isPresent()) {
            pieces.add(known.get());
        } else if (plain instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS && isText(sum)) {
            addSum(sum, pieces);
        } else if (converted.isPresent()) {
            pieces.add(converted.get());
        } else if (isChoice(plain)) {
            pieces.add(chosen(plain));
        } else if (expressions.type(plain).filter(Texts::isWritten).isPresent() && !isMadeElsewhere(plain)) {
            pieces.add(expressions.value(plain, ""));
        } else {
            lowering.report(plain, Message.ExceptionText);
        }
    }

    private Value chosen(ExpressionTree tree) {
        return Syntax.unparenthesized(tree) instanceof ConditionalExpressionTree choice
                ? expressions.choice(choice, Scalars.TEXT, "", this::chosen)
                : expressions.as(tree, Scalars.TEXT, "");
    }

    /** Whether {@code +} writes the value itself: arrays it names, records it writes in their own way. */
    private static boolean isWritten(Type type) {
        return !type.isArray() && !type.isRecord();
    }

    private boolean isMadeElsewhere(ExpressionTree tree) {
        return isText(tree)
                && tree instanceof MethodInvocationTree
                && frame.attribution()
                        .element(tree)
                        .filter(method -> !lowering.file().declares(method))
                        .isPresent();
    }

    /** {@code i + j + "a"} adds numbers first. */
    private void addSum(BinaryTree tree, Pieces pieces) {
        boolean isFirst = true;
        for (BinaryTree sum : FlatScanner.leftSpine(tree)) {
            if (isText(sum)) {
                if (isFirst) {
                    add(sum.getLeftOperand(), pieces);
                }
                isFirst = false;
                add(sum.getRightOperand(), pieces);
            }
        }
    }

    private Optional<String> constant(ExpressionTree tree) {
        Optional<Object> field = frame.attribution()
                .element(tree)
                .filter(VariableElement.class::isInstance)
                .map(each -> ((VariableElement) each).getConstantValue());
        return Syntax.literal(tree)
                .or(() -> field)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The number in {@code Double.toString(x)} or {@code String.valueOf(x)}, which are what {@code + x} is. */
    private Optional<Value> converted(ExpressionTree tree) {
        if (!(tree instanceof MethodInvocationTree call)) {
            return Optional.empty();
        }
        return frame.attribution()
                .element(tree)
                .map(ExecutableElement.class::cast)
                .filter(Texts::isConverting)
                .flatMap(method -> Scalars.of(method.getParameters().get(0).asType()))
                .filter(Texts::isWritten)
                .map(type -> expressions.as(call.getArguments().get(0), type, ""));
    }

    private static boolean isConverting(ExecutableElement method) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return owner.startsWith("java.lang.")
                && CONVERTING.contains(method.getSimpleName().toString())
                && method.getModifiers().contains(Modifier.STATIC)
                && method.getParameters().size() == 1;
    }
}
