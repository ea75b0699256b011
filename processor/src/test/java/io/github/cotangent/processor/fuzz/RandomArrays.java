package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random statements with arrays. */
final class RandomArrays {

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;

    RandomArrays(Scope scope, RandomExpressions expressions) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
    }

    /** A new array of a type, or another name for one. */
    List<Node> local() {
        if (scope.use(MATRIX, 20)) {
            return matrix();
        }
        Type type = scope.use(INT_ARRAY, 20)
                ? Type.INTS
                : scope.use(FLOAT_ARRAY, 15) ? Type.FLOATS : scope.use(LONG_ARRAY, 15) ? Type.LONGS : Type.DOUBLES;
        String name = scope.fresh("a");
        Optional<Variable> other = scope.any(type);
        if (other.isPresent()) {
            Variable array = other.get();
            if (scope.use(CLONE, 25)) {
                Node clone = Node.of(Kind.CLONE, type, "", array.node());
                return declare(new Variable(name, type, true, true, true, array.length(), array.minimum()), clone);
            }
            if (scope.use(ALIAS, 25)) {
                return declare(array.named(name, true), array.node());
            }
            if (type == Type.DOUBLES && scope.use(COPY_OF, 20)) {
                Node copy = Node.of(Kind.COPY_OF, type, "", array.node(), literal(3));
                return declare(fresh(name, type, "#3", 3), copy);
            }
            if (scope.use(ARRAY_CHOICE, 25)) {
                return choice(name, array);
            }
        }
        return created(type, name);
    }

    private List<Node> created(Type type, String name) {
        Type element = type.element();
        Optional<Node> returned = type == Type.DOUBLES && scope.use(HELPER_RETURNS_ARRAY, 20)
                ? expressions.calls().call(type, 2)
                : Optional.empty();
        if (returned.isPresent()) {
            return declare(fresh(name, type, name, 2), returned.get());
        }
        if (scope.use(ARRAY_LITERAL, 40)) {
            List<Node> elements = new ArrayList<>();
            for (int i = 1 + dice.below(3); i >= 0; i--) {
                elements.add(expressions.assignable(element, 1));
            }
            Variable variable = fresh(name, type, "#" + elements.size(), elements.size());
            return declare(variable, new Node(Kind.ARRAY_LITERAL, type, "", elements));
        }
        scope.used.add(LOCAL_ARRAY);
        Optional<Variable> other = scope.any(each -> each.type() == Type.DOUBLES);
        if (other.isPresent() && dice.chance(50)) {
            Variable array = other.get();
            Variable variable = fresh(name, type, array.length(), array.minimum());
            return declare(variable, Node.of(Kind.NEW_ARRAY, type, "", Node.length(array.node())));
        }
        int length = 2 + dice.below(3);
        return declare(fresh(name, type, "#" + length, length), Node.of(Kind.NEW_ARRAY, type, "", literal(length)));
    }

    private List<Node> choice(String name, Variable array) {
        Variable other = scope.any(each -> each.type() == array.type()).orElseThrow();
        Node choice = Node.of(Kind.CHOICE, array.type(), "", expressions.condition(1), array.node(), other.node());
        String length = array.length().equals(other.length()) ? array.length() : name;
        boolean writable = array.writable() && other.writable();
        boolean fresh = array.fresh() && other.fresh();
        int minimum = Math.min(array.minimum(), other.minimum());
        return declare(new Variable(name, array.type(), true, writable, fresh, length, minimum), choice);
    }

    /** Two columns in each row; or a row of a matrix that there is. */
    private List<Node> matrix() {
        Optional<Variable> known = scope.any(Type.MATRIX);
        if (known.isPresent() && dice.chance(60)) {
            String name = scope.fresh("row");
            Node row = Node.element(known.get().node(), expressions.integers().index(known.get()));
            return declare(new Variable(name, Type.DOUBLES, true, known.get().writable(), false, "#2", 2), row);
        }
        String name = scope.fresh("m");
        return declare(
                new Variable(name, Type.MATRIX, false, true, true, "#3", 3),
                Node.of(Kind.NEW_ARRAY, Type.MATRIX, "", literal(3), literal(2)));
    }

    private static Variable fresh(String name, Type type, String length, int minimum) {
        return new Variable(name, type, true, true, true, length, minimum);
    }

    private List<Node> declare(Variable variable, Node value) {
        scope.declare(variable);
        return List.of(Node.local(variable.type(), variable.name(), value));
    }

    /** A change of an element, if there is an array to change. */
    Optional<Node> write(int depth) {
        if (scope.use(MATRIX, 30)) {
            Optional<Variable> matrix = scope.any(each -> each.type() == Type.MATRIX && each.writable());
            if (matrix.isPresent()) {
                Node row =
                        Node.element(matrix.get().node(), expressions.integers().index(matrix.get()));
                Node target = Node.element(row, literal(dice.below(2)));
                return Optional.of(Node.expression(expressions.assignTo(target, depth)));
            }
        }
        return scope.any(each -> each.type().isArray()
                        && each.type() != Type.MATRIX
                        && each.writable()
                        && expressions.canIndex(each))
                .map(array -> {
                    scope.used.add(ELEMENT_WRITE);
                    Node target =
                            Node.element(array.node(), expressions.integers().index(array));
                    return Node.expression(expressions.assignTo(target, depth));
                });
    }

    /** Another array for a variable: at the method's top level, or anywhere. */
    List<Node> assign(boolean top) {
        Feature feature = top ? ARRAY_ASSIGNED : ARRAY_CARRIED;
        Optional<Variable> target = scope.any(each -> each.type() == Type.DOUBLES && each.assignable() && each.fresh());
        if (target.isEmpty() || !scope.use(feature, 100)) {
            return List.of();
        }
        Variable array = target.get();
        Variable other = scope.any(each -> each.type() == Type.DOUBLES
                        && each.fresh()
                        && each.length().equals(array.length())
                        && each.minimum() >= array.minimum())
                .orElseThrow();
        if (other.assignable() && other != array && scope.use(ARRAY_SWAP, 50)) {
            String name = scope.fresh("t");
            scope.declare(array.named(name, false));
            return List.of(
                    Node.local(Type.DOUBLES, name, array.node()),
                    set(array, other.node()),
                    set(other, Node.name(Type.DOUBLES, name)));
        }
        return List.of(set(array, other != array ? other.node() : Node.of(Kind.CLONE, Type.DOUBLES, "", array.node())));
    }

    private static Node set(Variable array, Node value) {
        return Node.expression(Node.assign("=", array.node(), value));
    }

    /** A call of a method of the library that changes an array. */
    Optional<Node> library() {
        Optional<Variable> target =
                scope.any(each -> each.type() == Type.DOUBLES && each.writable() && each.minimum() > 1);
        if (target.isPresent() && scope.use(FILL, 50)) {
            return Optional.of(
                    Node.statement(Kind.FILL, "", target.get().node(), expressions.assignable(Type.DOUBLE, 1)));
        }
        Optional<Variable> from = scope.array(Type.DOUBLES, 2);
        if (target.isPresent() && from.isPresent() && scope.use(ARRAY_COPY, 100)) {
            int length = 1 + dice.below(2);
            int start = dice.below(3 - length);
            return Optional.of(Node.statement(
                    Kind.ARRAY_COPY,
                    "",
                    from.get().node(),
                    literal(start),
                    target.get().node(),
                    literal(dice.below(3 - length)),
                    literal(length)));
        }
        return Optional.empty();
    }

    /** An array that may be returned. */
    Node result(int minimum) {
        Optional<Variable> fresh =
                scope.any(each -> each.type() == Type.DOUBLES && each.fresh() && each.minimum() >= minimum);
        if (fresh.isPresent() && dice.chance(70)) {
            return fresh.get().node();
        }
        Optional<Variable> any = scope.array(Type.DOUBLES, minimum);
        if (any.isPresent() && dice.chance(50)) {
            return Node.of(Kind.CLONE, Type.DOUBLES, "", any.get().node());
        }
        return Node.of(
                Kind.ARRAY_LITERAL,
                Type.DOUBLES,
                "",
                expressions.assignable(Type.DOUBLE, 2),
                expressions.assignable(Type.DOUBLE, 2));
    }
}
