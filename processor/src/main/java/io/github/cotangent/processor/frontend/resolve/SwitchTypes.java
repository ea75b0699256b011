package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of switch expressions: that which they are converted to, or else what their arms have in common. */
final class SwitchTypes {

    private final Numbers numbers;
    private final Deque<Arms> open = new ArrayDeque<>();

    /** The arms so far, and the type that they are converted to, null where each keeps its own. */
    private record Arms(TypeMirror target, List<TypeMirror> types) {}

    SwitchTypes(Numbers numbers) {
        this.numbers = numbers;
    }

    static boolean isSwitch(Tree tree) {
        return tree instanceof ParenthesizedTree parentheses
                ? isSwitch(parentheses.getExpression())
                : tree instanceof SwitchExpressionTree;
    }

    /** The type of a switch converted to {@code target}, or null for one that stands alone, while its cases are visited. */
    TypeMirror of(TypeMirror target, Runnable cases) {
        open.push(new Arms(target, new ArrayList<>()));
        cases.run();
        List<TypeMirror> arms = open.pop().types();
        return target == null ? common(arms) : target;
    }

    /** Visits an arm of the innermost switch, which is converted as the switch is. */
    void arm(ExpressionTree value, BiFunction<ExpressionTree, TypeMirror, TypeMirror> visit) {
        if (!open.isEmpty()) {
            Arms arms = open.element();
            arms.types().add(visit.apply(value, arms.target()));
        }
    }

    /**
     * JLS 15.28.1, but for what a mixture with small integers has, or one of floats and integers: there javac converts the
     * integers straight to what the switch is used as, and not to float first.
     */
    private TypeMirror common(List<TypeMirror> arms) {
        if (arms.isEmpty() || arms.contains(null)) {
            return null;
        }
        if (arms.stream().allMatch(arm -> Numbers.isSameArray(arms.get(0), arm))) {
            return arms.get(0);
        }
        if (!arms.stream().allMatch(arm -> arm.getKind().isPrimitive())) {
            return null;
        }
        TypeMirror first = arms.get(0);
        if (arms.stream().allMatch(arm -> arm.getKind() == first.getKind())) {
            return first;
        }
        boolean areWide = arms.stream().noneMatch(arm -> numbers.isSmall(arm) || numbers.isBoolean(arm));
        return areWide
                ? arms.stream()
                        .reduce((a, b) -> numbers.promoted(a, b).orElseThrow())
                        .filter(type -> type.getKind() != TypeKind.FLOAT)
                        .orElse(null)
                : null;
    }

    /** Whether a conditional converts a switch, for which the same is true. */
    static boolean isConverted(ConditionalExpressionTree tree, TypeMirror yes, TypeMirror no) {
        return (isSwitch(tree.getTrueExpression()) || isSwitch(tree.getFalseExpression()))
                && yes.getKind() != no.getKind();
    }
}
