package io.github.cotangent.processor.frontend.resolve;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of switch expressions: that which they are converted to, or else what their arms have in common. */
final class SwitchTypes {

    private final Numbers numbers;
    private final Deque<Arms> open = new ArrayDeque<>();

    /** The arms so far, and the type that they are converted to, null where each keeps its own. */
    private record Arms(TypeMirror target, List<Arm> all) {}

    private record Arm(ExpressionTree value, TypeMirror type) {}

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
        List<Arm> arms = open.pop().all();
        return target == null ? common(arms) : target;
    }

    /** Visits an arm of the innermost switch, which is converted as the switch is. */
    void arm(ExpressionTree value, BiFunction<ExpressionTree, TypeMirror, TypeMirror> visit) {
        if (!open.isEmpty()) {
            Arms arms = open.element();
            arms.all().add(new Arm(value, visit.apply(value, arms.target())));
        }
    }

    /**
     * JLS 15.28.1, but for what a mixture of floats and integers has: there javac converts the integers straight to what the
     * switch is used as, and not to float first.
     */
    private TypeMirror common(List<Arm> arms) {
        List<TypeMirror> types = arms.stream().map(Arm::type).toList();
        if (arms.isEmpty() || types.contains(null)) {
            return null;
        }
        if (types.stream()
                .allMatch(arm -> Numbers.isSameArray(types.get(0), arm) || TypeTrees.areAlike(types.get(0), arm))) {
            return types.get(0);
        }
        if (!types.stream().allMatch(arm -> arm.getKind().isPrimitive())) {
            return null;
        }
        TypeMirror first = types.get(0);
        if (types.stream().allMatch(arm -> arm.getKind() == first.getKind())) {
            return first;
        }
        if (types.stream().anyMatch(numbers::isBoolean)) {
            return null;
        }
        TypeMirror wide = types.stream()
                .reduce((a, b) -> numbers.promoted(a, b).orElseThrow())
                .orElseThrow();
        return switch (wide.getKind()) {
            case FLOAT -> null;
            case INT -> narrow(arms);
            default -> wide;
        };
    }

    /**
     * The type of arms that all are integers of up to 32 bits. It is unknown where other constants than literals might fit a
     * small type too, and where several arms are of that type: javac asks whether these are constants.
     */
    private TypeMirror narrow(List<Arm> arms) {
        Set<TypeKind> small =
                arms.stream().map(arm -> arm.type().getKind()).collect(Collectors.toCollection(HashSet::new));
        List<Arm> ints = arms.stream()
                .filter(arm -> arm.type().getKind() == TypeKind.INT)
                .toList();
        small.remove(TypeKind.INT);
        if (!ints.isEmpty()) {
            List<Integer> literals =
                    ints.stream().flatMap(arm -> literal(arm.value()).stream()).toList();
            if (literals.size() < ints.size()) {
                return null;
            }
            TypeKind only = small.iterator().next();
            boolean fits = small.size() == 1 && literals.stream().allMatch(value -> numbers.fits(value, only));
            boolean isUnclear = fits && arms.size() - ints.size() > 1;
            return isUnclear ? null : numbers.primitive(fits ? only : TypeKind.INT);
        }
        return numbers.primitive(small.contains(TypeKind.CHAR) ? TypeKind.INT : TypeKind.SHORT);
    }

    private static Optional<Integer> literal(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parentheses) {
            return literal(parentheses.getExpression());
        }
        if (tree.getKind() == Tree.Kind.UNARY_MINUS) {
            return literal(((UnaryTree) tree).getExpression()).map(value -> -value);
        }
        return tree instanceof LiteralTree literal && literal.getValue() instanceof Integer value
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Whether a conditional converts a switch, for which the same is true. */
    static boolean isConverted(ConditionalExpressionTree tree, TypeMirror yes, TypeMirror no) {
        return (isSwitch(tree.getTrueExpression()) || isSwitch(tree.getFalseExpression()))
                && yes.getKind() != no.getKind();
    }
}
