package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.binary;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random loops; a counter that nothing else changes ends each of them. */
final class RandomLoops {

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;
    private final RandomStatements statements;
    private final Jumps jumps;

    RandomLoops(Scope scope, RandomExpressions expressions, RandomStatements statements, Jumps jumps) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
        this.statements = statements;
        this.jumps = jumps;
    }

    List<Node> loop(int depth) {
        int mark = scope.mark();
        String label = scope.use(LABEL, scope.dense ? 5 : 25) ? scope.label() : "";
        Feature form = scope.dense && dice.chance(50)
                ? FOR
                : dice.pick(FOR, FOR, FOR_DOWN, FOR_COMMA, FOREACH, WHILE, DO, ENDLESS);
        if (!scope.use(form, 100)) {
            return statements.assignment();
        }
        List<Node> loop = switch (form) {
            case FOR_DOWN -> down(label, depth);
            case FOR_COMMA -> comma(label, depth);
            case FOREACH -> foreach(label, depth);
            case WHILE, DO, ENDLESS -> uncounted(form, label, depth);
            default -> counted(label, depth);
        };
        scope.release(mark);
        return loop;
    }

    private Node body(String label, int depth, Node... first) {
        jumps.enter(label, true);
        Node body = statements.block(depth, List.of(first));
        jumps.leave();
        return body;
    }

    /** Through an array, or to a limit. */
    private List<Node> counted(String label, int depth) {
        Optional<Variable> array = scope.any(each -> each.type().isArray() && each.type() != Type.MATRIX);
        String name = scope.fresh("i");
        Node counter = Node.name(Type.INT, name);
        boolean over = array.isPresent() && dice.chance(65);
        Node limit =
                over ? Node.length(array.get().node()) : expressions.integers().trips();
        scope.declare(over ? Variable.index(name, array.get().length()) : Variable.scalar(name, Type.INT, false));
        Node update = step(counter, dice.pick("x++", "++x", "+= 1", "+= 2"));
        Node condition = dice.chance(15)
                ? binary(">", limit, counter)
                : binary(over || dice.chance(60) ? "<" : "<=", counter, limit);
        return List.of(loop(label, Node.local(Type.INT, name, literal(0)), condition, update, body(label, depth)));
    }

    private static Node step(Node counter, String text) {
        return Node.expression(
                text.contains("=")
                        ? Node.assign(text.substring(0, 2), counter, literal(Integer.parseInt(text.substring(3))))
                        : Node.of(Kind.STEP, Type.INT, text, counter));
    }

    private static Node loop(String label, Node start, Node condition, Node update, Node body) {
        return statement(
                Kind.FOR, label, statement(Kind.LIST, "", start), condition, statement(Kind.LIST, "", update), body);
    }

    private List<Node> down(String label, int depth) {
        Optional<Variable> array = scope.any(each -> each.type().isArray() && each.type() != Type.MATRIX);
        String name = scope.fresh("i");
        Node counter = Node.name(Type.INT, name);
        boolean over = array.isPresent() && dice.chance(60);
        Node start = over
                ? binary("-", Node.length(array.get().node()), literal(1))
                : expressions.integers().trips();
        scope.declare(over ? Variable.index(name, array.get().length()) : Variable.scalar(name, Type.INT, false));
        return List.of(loop(
                label,
                Node.local(Type.INT, name, start),
                binary(dice.pick(">=", ">"), counter, literal(0)),
                step(counter, dice.pick("x--", "--x", "-= 1", "-= 2")),
                body(label, depth)));
    }

    private List<Node> comma(String label, int depth) {
        String first = scope.fresh("i");
        Node limit = expressions.integers().trips();
        scope.declare(Variable.scalar(first, Type.INT, false));
        String second = scope.fresh("j");
        scope.declare(Variable.scalar(second, Type.INT, true));
        Node i = Node.name(Type.INT, first);
        List<Node> updates = new ArrayList<>(List.of(step(i, "x++"), step(Node.name(Type.INT, second), "+= 2")));
        scope.assignable(Type.DOUBLE)
                .filter(each -> dice.chance(40))
                .ifPresent(each -> updates.add(Node.expression(expressions.assignTo(each.node(), 1))));
        Node start = statement(
                Kind.LIST, "", Node.local(Type.INT, first, literal(0)), Node.local(Type.INT, second, literal(1)));
        Node update = new Node(Kind.LIST, Type.VOID, "", updates);
        return List.of(statement(Kind.FOR, label, start, binary("<", i, limit), update, body(label, depth)));
    }

    private List<Node> foreach(String label, int depth) {
        Optional<Variable> array = scope.any(each -> each.type().isArray());
        if (array.isEmpty()) {
            return counted(label, depth);
        }
        Type element = array.get().type().element();
        boolean isNumber = element != Type.DOUBLES && element != Type.BOOLEAN;
        Type type = isNumber && dice.chance(25) ? Type.DOUBLE : element;
        String name = scope.fresh("e");
        scope.declare(
                type == Type.DOUBLES
                        ? new Variable(
                                name,
                                type,
                                false,
                                array.get().writable(),
                                array.get().fresh(),
                                name,
                                2)
                        : Variable.scalar(name, type, type == Type.DOUBLE));
        return List.of(
                Node.of(Kind.FOREACH, type, label + " " + name, array.get().node(), body(label, depth)));
    }

    /** {@code while}, {@code do} and {@code while (true)}, with a counter of their own. */
    private List<Node> uncounted(Feature form, String label, int depth) {
        String name = scope.fresh("w");
        Node counter = Node.name(Type.INT, name);
        Node limit = expressions.integers().trips();
        scope.declare(Variable.scalar(name, Type.INT, false));
        Node counted = binary("<", Node.of(Kind.STEP, Type.INT, form == DO ? "++x" : "x++", counter), limit);
        boolean more = scope.use(SHORT_CIRCUIT, 30);
        Node condition = more ? binary("&&", counted, expressions.condition(1)) : counted;
        Node loop = switch (form) {
            case WHILE -> statement(Kind.WHILE, label, condition, body(label, depth));
            case DO -> statement(Kind.DO, label, body(label, depth), condition);
            default -> {
                Node exit = Node.block(List.of(statement(Kind.BREAK, "")));
                Node guard = statement(Kind.IF, "", Node.of(Kind.UNARY, Type.BOOLEAN, "!", condition), exit);
                Node certain = literal(Type.BOOLEAN, "true");
                yield statement(Kind.WHILE, label, certain, body(label, depth, guard));
            }
        };
        return List.of(Node.block(List.of(Node.local(Type.INT, name, literal(0)), loop)));
    }
}
