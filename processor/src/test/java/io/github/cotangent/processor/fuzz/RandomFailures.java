package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Exceptions and assertions at random, most of which let most inputs pass. */
final class RandomFailures {

    /** What an assertion must not contain. */
    private static final Set<Kind> EFFECTS = EnumSet.of(Kind.ASSIGN, Kind.STEP, Kind.CALL, Kind.SWITCH_VALUE);

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;

    RandomFailures(Scope scope, RandomExpressions expressions) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
    }

    /** A precondition, if programs may have one. */
    Optional<Node> check() {
        if (dice.chance(50) && scope.use(THROW, 100)) {
            return Optional.of(statement(Kind.IF, "", rarely(), Node.block(List.of(thrown()))));
        }
        if (!scope.use(ASSERT, 100)) {
            return Optional.empty();
        }
        List<Node> parts = new ArrayList<>(List.of(pure(Node.of(Kind.UNARY, Type.BOOLEAN, "!", rarely()))));
        parts.addAll(values());
        return Optional.of(new Node(Kind.ASSERT, Type.VOID, "", parts));
    }

    Node thrown() {
        scope.used.add(THROW);
        String name = dice.pick("IllegalArgumentException", "ArithmeticException", "IllegalStateException");
        return new Node(Kind.THROW, Type.VOID, name, values());
    }

    /** The values in a text. */
    private List<Node> values() {
        List<Node> values = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            Node value = dice.chance(50)
                    ? expressions.real(0)
                    : expressions.integers().integer(0);
            if (isPure(value)) {
                values.add(value);
            }
        }
        return values;
    }

    /** What is seldom true. */
    private Node rarely() {
        return switch (dice.below(5)) {
            case 0 -> Node.binary(">", expressions.integers().integer(1), literal(dice.pick(4, 12)));
            case 1 -> expressions.condition(1);
            default ->
                Node.binary(dice.pick(">", ">="), expressions.real(1), literal(Type.DOUBLE, dice.pick("2.5", "9.0")));
        };
    }

    private static Node pure(Node condition) {
        return isPure(condition) ? condition : literal(Type.BOOLEAN, "true");
    }

    private static boolean isPure(Node node) {
        return !EFFECTS.contains(node.kind()) && node.parts().stream().allMatch(RandomFailures::isPure);
    }
}
