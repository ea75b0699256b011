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
    private final RandomRows rows;

    RandomArrays(Scope scope, RandomExpressions expressions) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
        this.rows = new RandomRows(scope, expressions, this);
    }

    RandomRows rows() {
        return rows;
    }

    /** A new array of a type, or another name for one. */
    List<Node> local() {
        Type type = type();
        String name = scope.fresh(type == Type.MATRIX ? "m" : "a");
        Optional<Variable> other = scope.any(type);
        if (other.isPresent()) {
            Variable array = other.get();
            if (type != Type.MATRIX && scope.use(CLONE, 25)) {
                Node clone = Node.of(Kind.CLONE, type, "", array.node());
                return declare(new Variable(name, type, true, true, true, array.length(), array.minimum()), clone);
            }
            if (scope.use(ALIAS, 25)) {
                return declare(array.named(name, true), array.node());
            }
            if (type != Type.MATRIX && scope.use(COPY_OF, 20)) {
                return copy(name, array);
            }
            if (scope.use(ARRAY_CHOICE, 25)) {
                return choice(name, array);
            }
        }
        return type == Type.MATRIX ? rows.local(name) : created(type, name);
    }

    /** A copy that may be written to, if there is anything to copy. */
    List<Node> copied() {
        Optional<Variable> array = scope.any(Type.DOUBLES);
        String name = scope.fresh("a");
        if (array.isPresent()) {
            Variable from = array.get();
            return declare(
                    own(name, Type.DOUBLES, from.length(), from.minimum()),
                    Node.of(Kind.CLONE, Type.DOUBLES, "", from.node()));
        }
        Node elements = Node.of(
                Kind.ARRAY_LITERAL, Type.DOUBLES, "", expressions.real(1), expressions.real(1), expressions.real(1));
        return declare(own(name, Type.DOUBLES, "#3", 3), elements);
    }

    private Type type() {
        if (scope.use(MATRIX, 20)) {
            return Type.MATRIX;
        }
        if (scope.use(INT_ARRAY, 15)) {
            return Type.INTS;
        }
        if (scope.use(FLOAT_ARRAY, 15)) {
            return Type.FLOATS;
        }
        if (scope.use(LONG_ARRAY, 8)) {
            return Type.LONGS;
        }
        return scope.use(SMALL_ARRAY, 8) ? dice.pick(Type.CHARS, Type.BYTES, Type.BOOLEANS) : Type.DOUBLES;
    }

    private List<Node> created(Type type, String name) {
        Type element = type.element();
        Optional<Node> returned = type == Type.DOUBLES && scope.use(HELPER_RETURNS_ARRAY, 30)
                ? expressions.calls().call(type, 2)
                : Optional.empty();
        if (returned.isPresent()) {
            return declare(own(name, type, name, 2), returned.get());
        }
        if (scope.use(ARRAY_LITERAL, 40)) {
            List<Node> elements = new ArrayList<>();
            for (int i = 1 + dice.below(3); i >= 0; i--) {
                elements.add(expressions.assignable(element, 1));
            }
            Variable variable = own(name, type, "#" + elements.size(), elements.size());
            return declare(variable, new Node(Kind.ARRAY_LITERAL, type, "", elements));
        }
        scope.used.add(LOCAL_ARRAY);
        Optional<Variable> other = scope.any(each -> each.type() == Type.DOUBLES);
        if (other.isPresent() && dice.chance(50)) {
            Variable array = other.get();
            Variable variable = own(name, type, array.length(), array.minimum());
            return declare(variable, Node.of(Kind.NEW_ARRAY, type, "", Node.length(array.node())));
        }
        if (scope.use(FAILURE, 2)) {
            return declare(
                    own(name, type, name, 0),
                    Node.of(Kind.NEW_ARRAY, type, "", expressions.integers().number()));
        }
        int length = 2 + dice.below(3);
        return declare(own(name, type, "#" + length, length), Node.of(Kind.NEW_ARRAY, type, "", literal(length)));
    }

    /** Longer, shorter, or a part. */
    private List<Node> copy(String name, Variable array) {
        Type type = array.type();
        if (array.minimum() < 2 || dice.chance(50)) {
            int length = 2 + dice.below(3);
            Node copy = Node.of(Kind.COPY_OF, type, "copyOf", array.node(), literal(length));
            return declare(own(name, type, "#" + length, length), copy);
        }
        int from = dice.below(3);
        Node end = dice.chance(50)
                ? literal(from + 2)
                : Node.binary("+", Node.length(array.node()), literal(dice.below(2)));
        int minimum = end.kind() == Kind.LITERAL ? 2 : array.minimum() - from;
        return declare(
                own(name, type, name, Math.max(0, minimum)),
                Node.of(Kind.COPY_OF, type, "copyOfRange", array.node(), literal(from), end));
    }

    private List<Node> choice(String name, Variable array) {
        Variable other = scope.any(array.type()).orElseThrow();
        Node choice = Node.of(Kind.CHOICE, array.type(), "", expressions.condition(1), array.node(), other.node());
        String length = array.length().equals(other.length()) ? array.length() : name;
        boolean writable = array.writable() && other.writable();
        boolean fresh = array.fresh() && other.fresh();
        int minimum = Math.min(array.minimum(), other.minimum());
        return declare(new Variable(name, array.type(), true, writable, fresh, length, minimum), choice);
    }

    static Variable own(String name, Type type, String length, int minimum) {
        return new Variable(name, type, true, true, true, length, minimum);
    }

    List<Node> declare(Variable variable, Node value) {
        scope.declare(variable);
        return List.of(Node.local(variable.type(), variable.name(), value));
    }

    /** A change of an element, if there is an array to change. */
    Optional<Node> write(int depth) {
        return scope.any(each -> each.type().isArray() && each.writable() && expressions.canIndex(each))
                .map(array -> {
                    scope.used.add(ELEMENT_WRITE);
                    Node element =
                            Node.element(array.node(), expressions.integers().index(array));
                    Node target = array.type() == Type.MATRIX ? Node.element(element, literal(dice.below(2))) : element;
                    return Node.expression(expressions.assignTo(target, depth));
                });
    }

    /** Another array for a variable: at the method's top level, or anywhere. */
    List<Node> assign(boolean top) {
        Optional<Variable> target = scope.any(each -> each.type().isArray() && each.assignable());
        if (target.isEmpty() || !scope.use(top ? ARRAY_ASSIGNED : ARRAY_CARRIED, 100)) {
            return List.of();
        }
        Variable array = target.get();
        List<Node> nodes = new ArrayList<>();
        Variable other = scope.any(each -> each != array && takes(array, each)).orElseGet(() -> {
            Variable partner = own(scope.fresh("b"), array.type(), array.length(), array.minimum());
            nodes.addAll(declare(partner, partner(array)));
            return partner;
        });
        if (other.assignable() && takes(other, array) && scope.use(ARRAY_SWAP, 60)) {
            String name = scope.fresh("t");
            scope.declare(array.named(name, false));
            nodes.add(Node.local(array.type(), name, array.node()));
            nodes.add(set(array.node(), other.node()));
            nodes.add(set(other.node(), Node.name(array.type(), name)));
            return nodes;
        }
        Node value = scope.use(ARRAY_CHOICE, 30)
                ? Node.of(Kind.CHOICE, array.type(), "", expressions.condition(1), other.node(), array.node())
                : other.node();
        nodes.add(set(array.node(), value));
        return nodes;
    }

    /** A new array of an array's length. */
    private Node partner(Variable array) {
        if (array.type() == Type.MATRIX) {
            return Node.of(Kind.NEW_ARRAY, Type.MATRIX, "", Node.length(array.node()), literal(2));
        }
        return dice.chance(50)
                ? Node.of(Kind.CLONE, array.type(), "", array.node())
                : Node.of(Kind.NEW_ARRAY, array.type(), "", Node.length(array.node()));
    }

    /** Whether whatever is done with an array may be done with another one. */
    private static boolean takes(Variable array, Variable other) {
        return other.type() == array.type()
                && other.length().equals(array.length())
                && other.minimum() >= array.minimum()
                && (other.writable() || !array.writable())
                && (other.fresh() || !array.fresh());
    }

    static Node set(Node target, Node value) {
        return Node.expression(Node.assign("=", target, value));
    }

    /** A call of a method of the library that changes an array. */
    Optional<Node> library() {
        Optional<Variable> target = scope.any(
                each -> each.type().isArray() && each.type() != Type.MATRIX && each.writable() && each.minimum() > 1);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Variable array = target.get();
        if (scope.use(FILL, 50)) {
            List<Node> parts = new ArrayList<>(List.of(array.node()));
            if (dice.chance(40)) {
                parts.add(expressions.integers().place(1));
                parts.add(dice.chance(50) ? literal(2) : Node.length(array.node()));
            }
            parts.add(expressions.assignable(array.type().element(), 1));
            return Optional.of(new Node(Kind.FILL, Type.VOID, "", parts));
        }
        Optional<Variable> from = scope.array(array.type(), 2);
        if (from.isEmpty() || !scope.use(ARRAY_COPY, 100)) {
            return Optional.empty();
        }
        int length = 1 + dice.below(2);
        Node counted = length == 1 && dice.chance(50) ? expressions.integers().place(1) : literal(length);
        return Optional.of(Node.statement(
                Kind.ARRAY_COPY,
                "",
                from.get().node(),
                expressions.integers().place(2 - length),
                array.node(),
                expressions.integers().place(2 - length),
                counted));
    }

    /** An array that may be returned. */
    Node result(Type type, int minimum) {
        Optional<Variable> own = scope.any(each -> each.type() == type && each.fresh() && each.minimum() >= minimum);
        if (own.isPresent() && dice.chance(70)) {
            Optional<Variable> other =
                    scope.any(each -> each.type() == type && each.fresh() && each.minimum() >= minimum);
            return scope.use(ARRAY_CHOICE, 20)
                    ? Node.of(
                            Kind.CHOICE,
                            type,
                            "",
                            expressions.condition(1),
                            own.get().node(),
                            other.get().node())
                    : own.get().node();
        }
        if (type == Type.MATRIX) {
            return rows.rows(true).value();
        }
        Optional<Variable> any = scope.array(type, minimum);
        if (any.isPresent() && dice.chance(50)) {
            return Node.of(Kind.CLONE, type, "", any.get().node());
        }
        Type element = type.element();
        return Node.of(
                Kind.ARRAY_LITERAL, type, "", expressions.assignable(element, 2), expressions.assignable(element, 2));
    }
}
