package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random statements with arrays of arrays; each row has two elements at least. */
final class RandomRows {

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;
    private final RandomArrays arrays;

    /** Rows, and whether all of them may be written to, and are the method's own. */
    record Rows(Node value, boolean writable, boolean fresh) {}

    RandomRows(Scope scope, RandomExpressions expressions, RandomArrays arrays) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
        this.arrays = arrays;
    }

    /** A matrix, or a row of one that there is. */
    List<Node> local(String name) {
        Optional<Variable> known = scope.any(each -> each.type() == Type.MATRIX && expressions.canIndex(each));
        if (known.isPresent() && dice.chance(60)) {
            return row(known.get());
        }
        if (scope.use(JAGGED, 60)) {
            Rows rows = rows(false);
            int length = rows.value().parts().size();
            String lengths = "#" + length;
            return arrays.declare(
                    new Variable(name, Type.MATRIX, true, rows.writable(), rows.fresh(), lengths, length),
                    rows.value());
        }
        if (scope.use(JAGGED, 30)) {
            Node matrix = Node.name(Type.MATRIX, name);
            List<Node> nodes = new ArrayList<>(
                    List.of(Node.local(Type.MATRIX, name, Node.of(Kind.NEW_ARRAY, Type.MATRIX, "", literal(2)))));
            for (int i = 0; i < 2; i++) {
                nodes.add(RandomArrays.set(Node.element(matrix, literal(i)), ownRow().node()));
            }
            scope.declare(RandomArrays.own(name, Type.MATRIX, "#2", 2));
            return nodes;
        }
        return arrays.declare(
                RandomArrays.own(name, Type.MATRIX, "#3", 3),
                Node.of(Kind.NEW_ARRAY, Type.MATRIX, "", literal(3), literal(2 + dice.below(2))));
    }

    private List<Node> row(Variable matrix) {
        String name = scope.fresh("row");
        Node row = Node.element(matrix.node(), expressions.integers().index(matrix));
        return arrays.declare(new Variable(name, Type.DOUBLES, true, matrix.writable(), matrix.fresh(), name, 2), row);
    }

    private record Row(Node node, boolean writable, boolean fresh) {}

    private Row ownRow() {
        Optional<Variable> known =
                scope.any(each -> each.type() == Type.DOUBLES && each.fresh() && each.writable() && each.minimum() > 1);
        if (known.isPresent() && dice.chance(50)) {
            return new Row(known.get().node(), true, true);
        }
        Optional<Variable> copied = scope.array(Type.DOUBLES, 2);
        if (copied.isPresent() && dice.chance(30)) {
            return new Row(Node.of(Kind.CLONE, Type.DOUBLES, "", copied.get().node()), true, true);
        }
        List<Node> elements = new ArrayList<>();
        for (int i = 2 + dice.below(2); i > 0; i--) {
            elements.add(expressions.assignable(Type.DOUBLE, 1));
        }
        return new Row(new Node(Kind.ARRAY_LITERAL, Type.DOUBLES, "", elements), true, true);
    }

    private Row anyRow() {
        Optional<Variable> known = scope.array(Type.DOUBLES, 2);
        if (known.isPresent() && dice.chance(30)) {
            Variable row = known.get();
            return new Row(row.node(), row.writable(), row.fresh());
        }
        return ownRow();
    }

    /** Rows of different lengths. */
    Rows rows(boolean own) {
        List<Node> nodes = new ArrayList<>();
        boolean writable = true;
        boolean fresh = true;
        for (int i = 2 + dice.below(2); i > 0; i--) {
            Row row = own ? ownRow() : anyRow();
            nodes.add(row.node());
            writable &= row.writable();
            fresh &= row.fresh();
        }
        return new Rows(new Node(Kind.ARRAY_LITERAL, Type.MATRIX, "", nodes), writable, fresh);
    }

    /** Another row in a place, or two rows swapped. */
    List<Node> assign() {
        Optional<Variable> target = scope.any(
                each -> each.type() == Type.MATRIX && each.writable() && each.fresh() && expressions.canIndex(each));
        if (target.isEmpty()) {
            return scope.use(MATRIX, 100) ? local(scope.fresh("m")) : List.of();
        }
        if (!scope.use(ROW_ASSIGNED, 100)) {
            return List.of();
        }
        Node matrix = target.get().node();
        Node place = Node.element(matrix, expressions.integers().pureIndex(target.get()));
        if (dice.chance(50)) {
            return List.of(RandomArrays.set(place, ownRow().node()));
        }
        Node other = Node.element(matrix, expressions.integers().pureIndex(target.get()));
        String name = scope.fresh("t");
        scope.declare(new Variable(name, Type.DOUBLES, false, true, true, name, 2));
        return List.of(
                Node.local(Type.DOUBLES, name, place),
                RandomArrays.set(place, other),
                RandomArrays.set(other, Node.name(Type.DOUBLES, name)));
    }
}
