package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Node.binary;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.statement;

import java.util.ArrayList;
import java.util.List;

/** Random code that varies with one number and gives one number: series, iterations, branches, one in the other. */
final class RandomChains {

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;

    RandomChains(Scope scope, RandomExpressions expressions) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
    }

    List<Node> chain() {
        Node entry = Node.name(Type.DOUBLE, scope.fresh("u"));
        Node first = expressions.real(1);
        Variable exit = Variable.scalar(scope.fresh("y"), Type.DOUBLE, true);
        Node start = dice.chance(50) ? literal(1) : Node.math(Type.DOUBLE, "tanh", entry);
        scope.declare(exit);
        List<Node> nodes = new ArrayList<>(
                List.of(Node.local(Type.DOUBLE, entry.text(), first), Node.local(Type.DOUBLE, exit.name(), start)));
        for (int i = dice.below(3); i >= 0; i--) {
            nodes.add(change(entry, exit.node(), 2));
        }
        return nodes;
    }

    private Node change(Node entry, Node exit, int depth) {
        return switch (dice.below(depth > 0 ? 6 : 2)) {
            case 0, 1 -> RandomArrays.set(exit, value(entry, exit));
            case 2 -> {
                Node condition =
                        binary(dice.pick("<", ">"), dice.chance(50) ? entry : exit, literal(Type.DOUBLE, "0.4"));
                Node then = Node.block(List.of(change(entry, exit, depth - 1)));
                yield dice.chance(50)
                        ? statement(Kind.IF, "", condition, then)
                        : statement(Kind.IF, "", condition, then, Node.block(List.of(change(entry, exit, depth - 1))));
            }
            case 3 -> {
                Node local = Node.name(Type.DOUBLE, scope.fresh("v"));
                yield Node.block(List.of(
                        Node.local(Type.DOUBLE, local.text(), value(entry, exit)),
                        change(local, exit, depth - 1),
                        change(dice.chance(50) ? local : entry, exit, 0)));
            }
            case 4 -> iteration(entry, exit, depth);
            default -> counted(entry, exit, depth);
        };
    }

    private Node counted(Node entry, Node exit, int depth) {
        Node counter = Node.name(Type.INT, scope.fresh("k"));
        Node update = Node.expression(Node.of(Kind.STEP, Type.INT, "x++", counter));
        List<Node> body = new ArrayList<>(List.of(change(entry, exit, depth - 1)));
        if (dice.chance(40)) {
            body.add(RandomArrays.set(exit, binary("+", exit, binary("*", counter, entry))));
        }
        return statement(
                Kind.FOR,
                "",
                statement(Kind.LIST, "", Node.local(Type.INT, counter.text(), literal(0))),
                binary("<", counter, expressions.integers().trips()),
                statement(Kind.LIST, "", update),
                Node.block(body));
    }

    private Node iteration(Node entry, Node exit, int depth) {
        Node counter = Node.name(Type.INT, scope.fresh("w"));
        Node counted = binary("<", Node.of(Kind.STEP, Type.INT, "x++", counter), literal(dice.below(5)));
        Node distance = Node.math(Type.DOUBLE, "abs", binary("-", exit, entry));
        Node condition = binary("&&", counted, binary(">", distance, literal(Type.DOUBLE, "0.01")));
        Node loop = statement(Kind.WHILE, "", condition, Node.block(List.of(change(entry, exit, depth - 1))));
        return Node.block(List.of(Node.local(Type.INT, counter.text(), literal(0)), loop));
    }

    /** What does not grow without bounds. */
    private Node value(Node entry, Node exit) {
        Node half = literal(Type.DOUBLE, dice.pick("0.5", "0.25", "-0.75"));
        return switch (dice.below(6)) {
            case 0 -> binary("+", binary("*", half, binary("*", exit, Node.math(Type.DOUBLE, "sin", entry))), entry);
            case 1 -> Node.math(Type.DOUBLE, "sin", binary("*", exit, entry));
            case 2 -> binary("-", exit, binary("*", half, Node.math(Type.DOUBLE, "tanh", binary("-", exit, entry))));
            case 3 ->
                Node.of(
                        Kind.CHOICE,
                        Type.DOUBLE,
                        "",
                        binary("<", exit, entry),
                        binary("*", half, binary("+", exit, entry)),
                        Node.math(Type.DOUBLE, "cos", exit));
            case 4 -> binary("+", Node.math(Type.DOUBLE, "cos", entry), binary("*", half, exit));
            default -> binary("*", Node.math(Type.DOUBLE, "exp", Node.math(Type.DOUBLE, "sin", entry)), half);
        };
    }
}
