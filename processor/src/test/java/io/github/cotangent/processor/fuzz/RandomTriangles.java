package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.binary;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.statement;

import java.util.ArrayList;
import java.util.List;

/** Nested loops that begin or end at the index of another, over the rows of a matrix: factorisations, and what looks like one. */
final class RandomTriangles {

    private static final int SIZE = 3;

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;
    private final RandomArrays arrays;

    RandomTriangles(Scope scope, RandomExpressions expressions, RandomArrays arrays) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
        this.arrays = arrays;
    }

    List<Node> triangle() {
        if (!scope.use(MATRIX, 100)) {
            return List.of();
        }
        Variable matrix = RandomArrays.own(scope.fresh("m"), Type.MATRIX, "#" + SIZE, SIZE);
        Variable total = Variable.scalar(scope.fresh("y"), Type.DOUBLE, true);
        List<Node> nodes = new ArrayList<>(
                arrays.declare(matrix, Node.of(Kind.NEW_ARRAY, Type.MATRIX, "", literal(SIZE), literal(SIZE))));
        if (scope.use(ROW_ASSIGNED, 15)) {
            nodes.add(RandomArrays.set(row(matrix, literal(1)), row(matrix, literal(dice.below(SIZE)))));
        }
        nodes.add(Node.local(Type.DOUBLE, total.name(), expressions.bounded(1)));
        Node i = index();
        nodes.add(loop(i, literal(0), literal(SIZE), column(matrix, total.node(), i)));
        scope.declare(total);
        return nodes;
    }

    private Node column(Variable matrix, Node total, Node i) {
        Node j = index();
        Node sum = Node.name(Type.DOUBLE, scope.fresh("s"));
        Node k = index();
        Node term = binary("*", element(matrix, i, j, k), dice.chance(80) ? element(matrix, j, i, k) : sum);
        Node inner = Node.expression(Node.assign(dice.pick("+=", "-="), sum, term));
        Node bounded = Node.math(Type.DOUBLE, "sin", sum);
        Node divisor = binary("+", literal(Type.DOUBLE, "1.5"), square(element(matrix, j, i, j)));
        Node stored = dice.chance(50) ? binary("/", bounded, divisor) : Node.math(Type.DOUBLE, "exp", bounded);
        Node place = dice.chance(70) ? Node.element(row(matrix, i), j) : element(matrix, i, j, j);
        Node store = RandomArrays.set(place, stored);
        if (dice.chance(50)) {
            Node condition = binary(dice.pick("==", "==", "!=", "<", ">="), i, j);
            Node other = RandomArrays.set(Node.element(row(matrix, i), i), Node.math(Type.DOUBLE, "cos", sum));
            store = statement(Kind.IF, "", condition, Node.block(List.of(other)), Node.block(List.of(store)));
        }
        Node gain = binary("*", element(matrix, i, j, j), expressions.bounded(0));
        Node body = Node.block(List.of(
                Node.local(Type.DOUBLE, sum.text(), expressions.bounded(1)),
                dice.chance(70)
                        ? loop(k, literal(0), j, inner)
                        : loop(k, binary("+", j, literal(1)), literal(SIZE), inner),
                store,
                Node.expression(Node.assign("+=", total, gain))));
        return switch (dice.below(3)) {
            case 0 -> loop(j, literal(0), i, body);
            case 1 -> loop(j, literal(0), binary("+", i, literal(1)), body);
            default -> loop(j, i, literal(SIZE), body);
        };
    }

    private static Node square(Node node) {
        return binary("*", node, node);
    }

    private Node index() {
        return Node.name(Type.INT, scope.fresh("i"));
    }

    private static Node row(Variable matrix, Node index) {
        return Node.element(matrix.node(), index);
    }

    /** Mostly the element in the row and the column; sometimes one in others. */
    private Node element(Variable matrix, Node row, Node other, Node column) {
        Node first = dice.chance(85) ? row : other;
        return Node.element(row(matrix, first), dice.chance(85) ? column : other);
    }

    /** From the first up to the second, or the other way round. */
    private Node loop(Node index, Node from, Node to, Node body) {
        boolean up = dice.chance(70);
        Node start = up ? from : binary("-", to, literal(1));
        Node condition = up ? binary("<", index, to) : binary(">=", index, from);
        Node step = Node.expression(Node.of(Kind.STEP, Type.INT, up ? "x++" : "x--", index));
        return statement(
                Kind.FOR,
                "",
                statement(Kind.LIST, "", Node.local(Type.INT, index.text(), start)),
                condition,
                statement(Kind.LIST, "", step),
                body.kind() == Kind.BLOCK ? body : Node.block(List.of(body)));
    }
}
