package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.binary;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random expressions of the integer types, and indices of arrays. */
final class RandomIntegers {

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;

    RandomIntegers(Scope scope, RandomExpressions expressions) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
    }

    Node exact(Type type, int depth) {
        return switch (type) {
            case INT -> integer(depth);
            case LONG -> longInteger(depth);
            default -> Node.cast(type, dice.chance(75) ? integer(depth - 1) : expressions.number(depth - 1));
        };
    }

    /** A variable of one of the small types, or an int. */
    Node small() {
        Type type = dice.pick(Type.SHORT, Type.CHAR, Type.BYTE);
        Type array = type == Type.CHAR ? Type.CHARS : Type.BYTES;
        Optional<Node> element = type != Type.SHORT && dice.chance(30) ? expressions.element(array) : Optional.empty();
        return element.or(() -> scope.any(type).map(Variable::node)).orElseGet(this::leaf);
    }

    private Node leaf() {
        if (dice.chance(15)) {
            return scope.any(each -> each.type().isArray())
                    .map(Variable::node)
                    .map(Node::length)
                    .orElseGet(this::number);
        }
        return dice.chance(15) ? expressions.element(Type.INTS).orElseGet(this::number) : number();
    }

    Node number() {
        return scope.any(Type.INT)
                .filter(each -> dice.chance(75))
                .map(Variable::node)
                .orElseGet(() -> literal(dice.pick(0, 1, 2, 3, -1, 7, 100)));
    }

    Node integer(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        int inner = depth - 1;
        return switch (dice.below(16)) {
            case 0, 1, 2 -> {
                scope.used.add(INT_ARITHMETIC);
                yield binary(
                        dice.pick("+", "-", "*", "&", "|", "^"),
                        integer(inner),
                        dice.chance(30) ? small() : integer(inner));
            }
            case 3 -> {
                scope.used.add(INT_ARITHMETIC);
                yield binary(dice.pick("/", "%"), integer(inner), divisor(inner));
            }
            case 4 -> scope.use(SHIFT, 100) ? shift(integer(inner), inner) : leaf();
            case 5 -> scope.use(CAST, 100) ? Node.cast(Type.INT, expressions.number(inner)) : leaf();
            case 6 ->
                scope.use(INT_MATH, 100)
                        ? dice.chance(50)
                                ? math(Type.INT, dice.pick("max", "min"), integer(inner), integer(inner))
                                : dice.chance(50)
                                        ? math(Type.INT, "abs", integer(inner))
                                        : math(Type.INT, dice.pick("floorMod", "floorDiv"), integer(inner), divisor(0))
                        : leaf();
            case 7 -> expressions.assignment(Type.INT, depth);
            case 8, 9 -> expressions.step(Type.INT);
            case 10 -> Node.of(Kind.UNARY, Type.INT, dice.pick("-", "~", "+"), integer(inner));
            case 11 ->
                scope.use(CONDITIONAL, 60)
                        ? Node.of(
                                Kind.CHOICE, Type.INT, "", expressions.condition(inner), integer(inner), integer(inner))
                        : leaf();
            case 12 -> expressions.calls().call(Type.INT, depth).orElseGet(this::leaf);
            case 13 -> expressions.valueOfSwitch(Type.INT, depth).orElseGet(this::leaf);
            default -> leaf();
        };
    }

    private Node divisor(int depth) {
        return dice.chance(60) ? literal(dice.pick(2, 3, -3, 7)) : binary("|", integer(depth), literal(1));
    }

    private Node shift(Node a, int depth) {
        return binary(dice.pick("<<", ">>", ">>>"), a, dice.chance(60) ? literal(dice.below(4)) : integer(depth));
    }

    Node longInteger(int depth) {
        Node variable = scope.any(Type.LONG)
                .map(Variable::node)
                .orElseGet(() -> literal(Type.LONG, dice.pick("3L", "-7L", "1L")));
        if (depth <= 0) {
            return dice.chance(25) ? expressions.element(Type.LONGS).orElse(variable) : variable;
        }
        scope.used.add(LONG_ARITHMETIC);
        int inner = depth - 1;
        return switch (dice.below(8)) {
            case 0, 1 -> binary(dice.pick("+", "-", "*", "&", "|", "^"), longInteger(inner), integer(inner));
            case 2 -> binary(dice.pick("/", "%"), longInteger(inner), divisor(inner));
            case 3 -> scope.use(SHIFT, 100) ? shift(longInteger(inner), inner) : variable;
            case 4 -> Node.cast(Type.LONG, expressions.number(inner));
            case 5 -> math(Type.LONG, "round", expressions.real(inner));
            case 6 -> expressions.assignment(Type.LONG, depth);
            default -> variable;
        };
    }

    /** {@code k += …}, which converts its result back. */
    Node compound(Node target, int depth) {
        return switch (dice.below(6)) {
            case 0 -> Node.assign(dice.pick("<<=", ">>=", ">>>="), target, literal(dice.below(4)));
            case 1 -> Node.assign(dice.pick("&=", "|=", "^="), target, integer(depth));
            case 2 -> Node.assign(dice.pick("/=", "%="), target, divisor(0));
            default ->
                Node.assign(
                        dice.pick("+=", "-=", "*="),
                        target,
                        dice.chance(30) ? expressions.number(depth) : integer(depth));
        };
    }

    /** An index within an array's bounds, rarely any other int. */
    Node index(Variable array) {
        if (scope.use(FAILURE, 1)) {
            return integer(1);
        }
        List<Node> choices = new ArrayList<>();
        Node length = Node.length(array.node());
        scope.variables.stream().filter(each -> each.indexes(array)).forEach(each -> {
            choices.add(each.node());
            choices.add(each.node());
            choices.add(binary("-", binary("-", length, literal(1)), each.node()));
            choices.add(binary("%", binary("+", each.node(), literal(1)), length));
        });
        if (scope.dense && !choices.isEmpty() && dice.chance(70)) {
            return dice.pick(choices);
        }
        int minimum = array.minimum();
        if (minimum > 0) {
            choices.add(literal(dice.below(minimum)));
            choices.add(binary("-", length, literal(1)));
            choices.add(math(Type.INT, "floorMod", integer(1), dice.chance(50) ? literal(minimum) : length));
        }
        if (minimum > 1) {
            choices.add(binary("&", expressions.step(Type.INT), literal(1)));
            choices.add(binary("&", integer(1), literal(1)));
        }
        return dice.pick(choices);
    }

    /** An index that is the same when it is written again. */
    Node pureIndex(Variable array) {
        return scope.any(each -> each.indexes(array))
                .map(Variable::node)
                .orElseGet(() -> literal(dice.below(Math.max(1, array.minimum()))));
    }

    /** A number from 0 to a limit, rarely any other int. */
    Node place(int limit) {
        if (scope.use(FAILURE, 3)) {
            return integer(1);
        }
        return limit == 1 && dice.chance(40) ? binary("&", integer(1), literal(1)) : literal(dice.below(limit + 1));
    }

    /** How often a loop goes round, whatever its body does to variables: seldom more than 4 times. */
    Node trips() {
        List<Node> choices = new ArrayList<>(List.of(literal(dice.below(5)), literal(1 + dice.below(3))));
        scope.any(each -> each.type() == Type.INT
                        && !each.assignable()
                        && each.length().isEmpty())
                .ifPresent(each -> choices.addAll(List.of(each.node(), each.node(), each.node())));
        scope.any(each -> each.type().isArray()).ifPresent(each -> choices.add(Node.length(each.node())));
        scope.any(Type.INT).ifPresent(each -> choices.add(binary("&", each.node(), literal(3))));
        return dice.pick(choices);
    }
}
