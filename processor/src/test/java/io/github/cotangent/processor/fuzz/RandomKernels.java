package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.binary;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Loops that reverse mode treats in ways of their own, with all that may stand in the way of that. */
final class RandomKernels {

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;
    private final RandomStatements statements;
    private final RandomArrays arrays;
    private final RandomFailures failures;

    RandomKernels(
            Scope scope,
            RandomExpressions expressions,
            RandomStatements statements,
            RandomArrays arrays,
            RandomFailures failures) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
        this.statements = statements;
        this.arrays = arrays;
        this.failures = failures;
    }

    /** One of them; nothing if programs may not have it, or have no array. */
    List<Node> kernel() {
        Feature kind = dice.pick(
                STENCIL,
                STENCIL,
                SWEEP,
                SWEEP,
                TRIANGLE,
                TRIANGLE,
                HANDED_ON,
                HANDED_ON,
                CHAIN,
                LOADING_CONDITION,
                WRITTEN_ELSEWHERE);
        if (!scope.allows(kind)) {
            return List.of();
        }
        List<Node> nodes = switch (kind) {
            case STENCIL -> stencil();
            case SWEEP -> sweep();
            case TRIANGLE -> new RandomTriangles(scope, expressions, arrays).triangle();
            case HANDED_ON -> states();
            case CHAIN -> new RandomChains(scope, expressions).chain();
            case LOADING_CONDITION -> loadingCondition();
            default -> steps();
        };
        if (!nodes.isEmpty()) {
            scope.used.add(kind);
            scope.budget -= 2;
        }
        return nodes;
    }

    // Elements beside each other.

    /** Neighbours in one array, from {@code low} to {@code high}, whose distance is 0 or that of one of them. */
    private record Window(Variable array, int low, int high) {}

    private Window window(Variable array) {
        int low = -dice.pick(0, 1, 1, 2);
        return new Window(array, low, Math.max(low + 1, dice.pick(0, 1, 1, 2)));
    }

    /** Neighbours added up or put into another array; perhaps a check of what came out. */
    private List<Node> stencil() {
        Optional<Variable> source = scope.any(each -> each.type() == Type.DOUBLES && !each.writable())
                .filter(each -> dice.chance(50))
                .or(() -> scope.any(Type.DOUBLES));
        if (source.isEmpty()) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        Window window = window(source.get());
        if (dice.chance(60)) {
            Variable sum = sum(window, nodes);
            if (scope.use(THROW, 30)) {
                Node condition = binary(">", sum.node(), literal(Type.DOUBLE, dice.pick("0.5", "2.5")));
                nodes.add(statement(Kind.IF, "", condition, Node.block(List.of(failures.thrown()))));
            }
        } else {
            Variable array = source.get();
            Variable target = RandomArrays.own(scope.fresh("a"), Type.DOUBLES, array.length(), array.minimum());
            nodes.addAll(arrays.declare(target, Node.of(Kind.NEW_ARRAY, Type.DOUBLES, "", Node.length(array.node()))));
            nodes.add(repeated(
                    window,
                    index -> Node.assign(
                            dice.pick("=", "+="), Node.element(target.node(), index), term(window, index))));
        }
        return nodes;
    }

    private Variable sum(Window window, List<Node> nodes) {
        Variable sum = Variable.scalar(scope.fresh("y"), Type.DOUBLE, true);
        nodes.add(Node.local(Type.DOUBLE, sum.name(), dice.chance(60) ? literal(0) : expressions.real(1)));
        scope.declare(sum);
        nodes.add(repeated(window, index -> Node.assign(dice.pick("+=", "-="), sum.node(), term(window, index))));
        return sum;
    }

    /** A state that each round replaces, by a new array or by another one that it is swapped with. */
    private List<Node> states() {
        Optional<Variable> start = scope.array(Type.DOUBLES, 2);
        if (start.isEmpty()) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        Variable state = beside(start.get(), "u");
        nodes.addAll(arrays.declare(
                state, Node.of(Kind.CLONE, Type.DOUBLES, "", start.get().node())));
        Variable before = beside(start.get(), "v");
        boolean hasBefore = dice.chance(40);
        if (hasBefore) {
            nodes.addAll(arrays.declare(before, zeros(start.get())));
        }
        int mark = scope.mark();
        Variable round = scope.declare(Variable.scalar(scope.fresh("t"), Type.INT, false));
        boolean swaps = hasBefore && dice.chance(50);
        Variable next = swaps ? before : beside(start.get(), "n");
        List<Node> body = new ArrayList<>(swaps ? List.of() : arrays.declare(next, zeros(start.get())));
        for (int i = dice.below(3); i >= 0; i--) {
            body.add(written(state, next));
        }
        Node other = Node.name(Type.DOUBLES, scope.fresh("w"));
        body.add(Node.local(Type.DOUBLES, other.text(), state.node()));
        body.add(RandomArrays.set(state.node(), next.node()));
        if (hasBefore) {
            body.add(RandomArrays.set(before.node(), other));
        }
        scope.release(mark);
        // A number that the processor knew would have the rounds written out.
        Node number = binary("&", expressions.integers().number(), literal(3));
        nodes.add(repeated(round.name(), number, Node.block(body)));
        sum(window(state), nodes);
        return nodes;
    }

    private Variable beside(Variable like, String name) {
        return RandomArrays.own(scope.fresh(name), Type.DOUBLES, like.length(), like.minimum());
    }

    private static Node zeros(Variable like) {
        return Node.of(Kind.NEW_ARRAY, Type.DOUBLES, "", Node.length(like.node()));
    }

    /** Some elements of the next state, or one of this. */
    private Node written(Variable state, Variable next) {
        Node first = Node.element(state.node(), literal(dice.below(2)));
        return switch (dice.below(8)) {
            case 0 -> RandomArrays.set(first, expressions.bounded(1));
            case 1 ->
                RandomArrays.set(
                        Node.element(next.node(), literal(dice.below(2))), Node.math(Type.DOUBLE, "sin", first));
            case 2 -> RandomArrays.set(Node.element(next.node(), beyond(next, 1)), first);
            default -> {
                Window window = window(state);
                String operator = dice.pick("=", "=", "+=", "-=");
                yield repeated(
                        window,
                        index -> Node.assign(
                                operator,
                                Node.element(next.node(), index),
                                Node.math(Type.DOUBLE, "sin", term(window, index))));
            }
        };
    }

    /** An array that is overwritten with what is computed of its own elements. */
    private List<Node> sweep() {
        List<Node> nodes = new ArrayList<>();
        Optional<Variable> known = scope.any(each -> each.type() == Type.DOUBLES && each.writable());
        if (known.isEmpty() || dice.chance(40)) {
            nodes.addAll(arrays.copied());
            known = Optional.of(scope.variables.get(scope.variables.size() - 1));
        }
        Window window = window(known.get());
        boolean pairs = dice.chance(30);
        nodes.add(repeated(window, index -> pairs ? rotation(window, index) : overwriting(window, index)));
        return nodes;
    }

    private Node overwriting(Window window, Node index) {
        Node place = Node.element(window.array().node(), moved(index, near(window)));
        Node term = dice.chance(80) ? Node.math(Type.DOUBLE, "sin", term(window, index)) : term(window, index);
        return Node.assign(dice.pick("=", "=", "=", "+="), place, term);
    }

    /** {@code a[i] = c * u - s * v; a[i + 1] = s * u + c * v;} in one expression after the other. */
    private Node rotation(Window window, Node index) {
        Node array = window.array().node();
        String u = scope.fresh("u");
        String v = scope.fresh("v");
        Node first = Node.element(array, moved(index, window.low()));
        Node second = Node.element(array, moved(index, window.high()));
        Node angle = expressions.bounded(0);
        Node turned = binary("-", Node.name(Type.DOUBLE, u), binary("*", angle, Node.name(Type.DOUBLE, v)));
        Node other = binary("*", Node.name(Type.DOUBLE, v), Node.math(Type.DOUBLE, "cos", Node.name(Type.DOUBLE, u)));
        return Node.block(List.of(
                Node.local(Type.DOUBLE, u, first),
                Node.local(Type.DOUBLE, v, second),
                RandomArrays.set(first, turned),
                RandomArrays.set(second, other)));
    }

    private int near(Window window) {
        return window.low() + dice.below(window.high() - window.low() + 1);
    }

    /** Something of all neighbours, some of them twice. */
    private Node term(Window window, Node index) {
        Node term = null;
        for (int i = window.low(); i <= window.high(); i++) {
            Node load = Node.element(window.array().node(), moved(index, i));
            Node factor = switch (dice.below(5)) {
                case 0 -> Node.math(Type.DOUBLE, "sin", load);
                case 1 -> binary("*", load, expressions.bounded(0));
                case 2 -> binary("*", literal(Type.DOUBLE, dice.pick("2.0", "-0.5")), load);
                default -> load;
            };
            term = term == null ? factor : binary(dice.pick("*", "*", "+", "-"), term, factor);
        }
        if (dice.chance(30)) {
            term = binary("*", term, Node.element(window.array().node(), moved(index, near(window))));
        }
        return term;
    }

    private Node moved(Node index, int distance) {
        if (distance == 0) {
            return index;
        }
        return distance < 0
                ? binary("-", index, literal(-distance))
                : dice.chance(70) ? binary("+", index, literal(distance)) : binary("+", literal(distance), index);
    }

    /** A loop over all places of a window, or the same over and over again. */
    private Node repeated(Window window, UnaryOperator<Node> body) {
        int mark = scope.mark();
        String round = scope.fresh("t");
        boolean rounds = dice.chance(35);
        if (rounds) {
            scope.declare(Variable.scalar(round, Type.INT, false));
        }
        Node loop = dice.chance(60) ? up(window, body) : down(window, body);
        scope.release(mark);
        return rounds ? rounds(round, loop) : loop;
    }

    private Node rounds(String counter, Node... body) {
        return repeated(counter, literal(dice.below(4)), Node.block(List.of(body)));
    }

    private Node repeated(String counter, Node number, Node body) {
        Node condition = binary("<", Node.name(Type.INT, counter), number);
        return loop(counter, literal(0), condition, dice.pick("x++", "++x"), body);
    }

    private static Node loop(String counter, Node from, Node condition, String step, Node body) {
        Node name = Node.name(Type.INT, counter);
        Node update = Node.expression(Node.of(Kind.STEP, Type.INT, step, name));
        return statement(
                Kind.FOR,
                "",
                statement(Kind.LIST, "", Node.local(Type.INT, counter, from)),
                condition,
                statement(Kind.LIST, "", update),
                body);
    }

    private Node up(Window window, UnaryOperator<Node> body) {
        String name = scope.fresh("i");
        Node index = Node.name(Type.INT, name);
        int from = -window.low();
        Node end = beyond(window.array(), window.high());
        if (dice.chance(25)) {
            end = Node.math(Type.INT, "min", end, expressions.integers().number());
        } else if (window.array().minimum() > window.high() && dice.chance(20)) {
            end = literal(dice.below(window.array().minimum() - window.high() + 1));
        }
        Node condition = switch (dice.below(4)) {
            case 0 -> binary("<=", index, binary("-", end, literal(1)));
            case 1 -> binary(">", end, index);
            default -> binary("<", index, end);
        };
        Node block = body(name, window, body.apply(index));
        return loop(name, literal(from), condition, dice.pick("x++", "++x"), block);
    }

    private Node down(Window window, UnaryOperator<Node> body) {
        String name = scope.fresh("i");
        Node index = Node.name(Type.INT, name);
        Node from = beyond(window.array(), window.high() + 1);
        Node condition = dice.chance(50)
                ? binary(">=", index, literal(-window.low()))
                : binary(">", index, literal(-window.low() - 1));
        Node block = body(name, window, body.apply(index));
        return loop(name, from, condition, dice.pick("x--", "--x"), block);
    }

    private static Node beyond(Variable array, int distance) {
        Node length = Node.length(array.node());
        return distance == 0 ? length : binary("-", length, literal(distance));
    }

    /** The body, seldom with something else in it. */
    private Node body(String counter, Window window, Node first) {
        Node own = first.isStatement() ? first : Node.expression(first);
        if (scope.use(THROW, 10)) {
            Node load = Node.element(window.array().node(), Node.name(Type.INT, counter));
            Node condition = binary(">", load, literal(Type.DOUBLE, dice.pick("0.0", "1.5")));
            Node check = statement(Kind.IF, "", condition, Node.block(List.of(failures.thrown())));
            return Node.block(dice.chance(50) ? List.of(check, own) : List.of(own, check));
        }
        if (dice.chance(75)) {
            return Node.block(List.of(own));
        }
        int mark = scope.mark();
        scope.declare(Variable.index(counter, window.array().length()));
        Node block = statements.loopBody(dice.chance(50) ? List.of(own) : List.of());
        scope.release(mark);
        return block.parts().contains(own) ? block : Node.block(List.of(block, own));
    }

    // Conditions.

    /** A number that the condition changes by elements which the body overwrites. */
    private List<Node> loadingCondition() {
        Optional<Variable> array =
                scope.any(each -> each.type() == Type.DOUBLES && each.writable() && expressions.canIndex(each));
        if (array.isEmpty()) {
            return List.of();
        }
        Node place = Node.element(array.get().node(), expressions.integers().pureIndex(array.get()));
        Variable number = Variable.scalar(scope.fresh("y"), Type.DOUBLE, true);
        Node start = Node.local(Type.DOUBLE, number.name(), expressions.real(1));
        scope.declare(number);
        String name = scope.fresh("w");
        Node counted =
                binary("<", Node.of(Kind.STEP, Type.INT, "x++", Node.name(Type.INT, name)), literal(dice.below(4)));
        Node product = binary("*", number.node(), dice.chance(50) ? place : Node.math(Type.DOUBLE, "sin", place));
        Node changed = Node.assign("=", number.node(), dice.chance(50) ? product : binary("+", product, place));
        Node small = binary("<", changed, literal(Type.DOUBLE, "9.0"));
        Node condition = dice.chance(50) ? binary("&", small, counted) : binary("&&", counted, small);
        Node overwritten = RandomArrays.set(place, expressions.bounded(dice.below(2)));
        Node loop = statement(Kind.WHILE, "", condition, Node.block(List.of(overwritten)));
        return List.of(start, Node.block(List.of(Node.local(Type.INT, name, literal(0)), loop)));
    }

    // Methods of another class that write to arrays.

    /** Steps of Euler's or Heun's method, by buffers that are used again or made anew; nothing without such a method. */
    List<Node> steps() {
        Optional<Routine> rate = scope.helpers.stream()
                .filter(each -> each.parameters().stream().anyMatch(Routine.Parameter::output))
                .findFirst();
        if (rate.isEmpty()) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        Optional<Variable> known =
                scope.any(each -> each.type() == Type.DOUBLES && each.writable() && each.minimum() > 1);
        if (known.isEmpty()) {
            nodes.addAll(arrays.declare(
                    RandomArrays.own(scope.fresh("a"), Type.DOUBLES, "#2", 2),
                    Node.of(Kind.ARRAY_LITERAL, Type.DOUBLES, "", expressions.real(1), expressions.real(1))));
            known = Optional.of(scope.variables.get(scope.variables.size() - 1));
        }
        Variable y = known.get();
        Node slopes = Node.name(Type.DOUBLES, scope.fresh("b"));
        Node moved = Node.name(Type.DOUBLES, scope.fresh("c"));
        List<Node> buffers = List.of(buffer(slopes, y), buffer(moved, y));
        List<Node> step = new ArrayList<>(List.of(called(rate.get(), y.node(), slopes)));
        if (dice.chance(50)) {
            step.add(each(moved, "=", index -> binary("+", Node.element(y.node(), index), scaled(slopes, index))));
            step.add(called(rate.get(), moved, slopes));
        }
        step.add(each(y.node(), dice.pick("=", "+="), index -> scaled(slopes, index)));
        if (dice.chance(40)) {
            step.addAll(0, buffers);
        } else {
            nodes.addAll(buffers);
        }
        nodes.add(rounds(scope.fresh("t"), step.toArray(Node[]::new)));
        return nodes;
    }

    private static Node buffer(Node name, Variable like) {
        return Node.local(
                Type.DOUBLES, name.text(), Node.of(Kind.NEW_ARRAY, Type.DOUBLES, "", Node.length(like.node())));
    }

    private Node called(Routine rate, Node from, Node to) {
        List<Node> arguments = new ArrayList<>();
        for (Routine.Parameter parameter : rate.parameters()) {
            arguments.add(parameter.output() ? to : parameter.type().isArray() ? from : argument(parameter.type()));
        }
        return Node.expression(new Node(Kind.CALL, Type.VOID, rate.name(), arguments));
    }

    private Node argument(Type type) {
        return type == Type.DOUBLE ? expressions.bounded(1) : expressions.assignable(type, 1);
    }

    private static Node scaled(Node array, Node index) {
        return binary("*", literal(Type.DOUBLE, "0.25"), Node.element(array, index));
    }

    private Node each(Node array, String operator, UnaryOperator<Node> value) {
        String name = scope.fresh("i");
        Node index = Node.name(Type.INT, name);
        Node change = Node.expression(Node.assign(operator, Node.element(array, index), value.apply(index)));
        return loop(name, literal(0), binary("<", index, Node.length(array)), "x++", Node.block(List.of(change)));
    }
}
