package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random statements that come to an end, and of which Java says that each can be reached. */
final class RandomStatements {

    private final Scope scope;
    private final Dice dice;
    private final RandomExpressions expressions;
    private final RandomArrays arrays;
    private final RandomLoops loops;
    private final RandomFailures failures;
    private final RandomKernels kernels;
    private final Jumps jumps;
    private final Type result;

    RandomStatements(Scope scope, RandomExpressions expressions, Type result) {
        this.scope = scope;
        this.dice = scope.dice;
        this.expressions = expressions;
        this.result = result;
        this.arrays = new RandomArrays(scope, expressions);
        this.jumps = new Jumps(scope);
        this.failures = new RandomFailures(scope, expressions);
        this.loops = new RandomLoops(scope, expressions, this, jumps);
        this.kernels = new RandomKernels(scope, expressions, this, arrays, failures);
        expressions.statements(this);
    }

    RandomArrays arrays() {
        return arrays;
    }

    /** The statements of a method's body but for its last return. */
    List<Node> body(int depth, int statements) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < statements && scope.budget > 0; i++) {
            if (i == 0 && dice.chance(15)) {
                nodes.addAll(kernels.kernel());
            }
            if (i == 0 && dice.chance(60)) {
                nodes.addAll(kernels.steps());
            }
            boolean loop = scope.dense && i == 0 && dice.chance(60);
            nodes.addAll(loop ? loops.loop(depth - 1) : dice.chance(8) ? arrays.assign(true) : next(depth));
        }
        return nodes;
    }

    /** A block, what it declares gone behind it. */
    Node block(int depth) {
        return block(depth, List.of());
    }

    Node block(int depth, List<Node> first) {
        int mark = scope.mark();
        List<Node> nodes = new ArrayList<>(first);
        int count = scope.dense ? 2 + dice.below(3) : 1 + dice.below(3);
        for (int i = 0; i < count && scope.budget > 0; i++) {
            nodes.addAll(next(depth));
        }
        scope.release(mark);
        return Node.block(nodes);
    }

    /** The body of a loop, in which there are no loops. */
    Node loopBody(List<Node> first) {
        jumps.enter("", true);
        Node block = block(0, first);
        jumps.leave();
        return block;
    }

    private List<Node> next(int depth) {
        scope.budget--;
        if (depth > 0 && dice.chance(10)) {
            List<Node> kernel = kernels.kernel();
            if (!kernel.isEmpty()) {
                return kernel;
            }
        }
        if (scope.dense && dice.chance(80)) {
            return active(depth);
        }
        int kind = dice.below(depth > 0 ? 32 : 17);
        return switch (kind) {
            case 0, 1, 2, 3 -> declaration();
            case 4, 5 -> arrays.local();
            case 6, 7, 8 -> arrays.write(2).map(List::of).orElseGet(this::assignment);
            case 9 ->
                expressions
                        .calls()
                        .call(Type.VOID, 2)
                        .map(Node::expression)
                        .map(List::of)
                        .orElseGet(this::assignment);
            case 10 -> guardedJump();
            case 11 -> step();
            case 12 -> arrays.library().map(List::of).orElseGet(this::assignment);
            case 13 -> dice.chance(50) ? arrays.assign(false) : arrays.rows().assign();
            case 14 -> failures.check().map(List::of).orElseGet(this::assignment);
            case 17, 18, 19, 20 -> branch(depth - 1);
            case 21, 22, 23, 24, 25, 26 -> loops.loop(depth - 1);
            case 27 -> labeled(depth - 1);
            case 28, 29 -> oldSwitch(depth - 1);
            case 30 -> arrowSwitch(depth - 1);
            case 31 -> List.of(block(depth - 1));
            default -> assignment();
        };
    }

    /** What most of a dense program consists of. */
    private List<Node> active(int depth) {
        int kind = dice.below(depth > 0 ? 27 : 19);
        return switch (kind) {
            case 0, 1 -> {
                String name = scope.fresh("y");
                Node value = expressions.real(2);
                scope.declare(Variable.scalar(name, Type.DOUBLE, true));
                yield List.of(Node.local(Type.DOUBLE, name, value));
            }
            case 2, 3, 4 ->
                scope.assignable(Type.DOUBLE)
                        .map(each -> List.of(Node.expression(expressions.assignTo(each.node(), 2))))
                        .orElseGet(this::declaration);
            case 5 -> fewArrays() ? arrays.local() : written();
            case 6 -> fewArrays() ? arrays.copied() : written();
            case 7 -> arrays.library().map(List::of).orElseGet(this::written);
            case 8 -> arrays.rows().assign();
            case 9 -> arrays.assign(false);
            case 10 ->
                expressions
                        .calls()
                        .call(Type.VOID, 2)
                        .map(Node::expression)
                        .map(List::of)
                        .orElseGet(this::written);
            case 11 -> failures.check().map(List::of).orElseGet(this::written);
            case 19, 20, 21, 22, 23, 24 -> loops.loop(depth - 1);
            case 25, 26 -> branch(depth - 1);
            default -> written();
        };
    }

    private boolean fewArrays() {
        return scope.variables.stream().filter(each -> each.type().isArray()).count() < 4;
    }

    private List<Node> written() {
        return arrays.write(2).map(List::of).orElseGet(arrays::copied);
    }

    private List<Node> declaration() {
        Type type = dice.pick(
                Type.DOUBLE,
                Type.DOUBLE,
                Type.DOUBLE,
                Type.DOUBLE,
                Type.INT,
                Type.INT,
                Type.FLOAT,
                Type.LONG,
                Type.SHORT,
                Type.CHAR,
                Type.BYTE,
                Type.BOOLEAN,
                Type.POINT);
        type = permitted(type);
        String name = scope.fresh(type == Type.DOUBLE ? "y" : type == Type.INT ? "k" : "v");
        int mark = scope.mark();
        // The name is taken within the value, but has none yet.
        scope.declare(Variable.scalar(name, Type.VOID, false));
        List<Node> nodes = declared(type, name);
        scope.release(mark);
        scope.declare(Variable.scalar(name, type, true));
        return nodes;
    }

    private List<Node> declared(Type type, String name) {
        if (type == Type.POINT) {
            return List.of(Node.local(type, name, expressions.assignable(type, 2)));
        }
        if (scope.use(LATE_VALUE, 8)) {
            Node condition = expressions.condition(1);
            Node target = Node.name(type, name);
            Node yes = set(target, expressions.assignable(type, 2));
            Node no = set(target, expressions.assignable(type, 1));
            return List.of(Node.local(type, name), statement(Kind.IF, "", condition, yes, no));
        }
        return List.of(Node.local(type, name, expressions.assignable(type, 3)));
    }

    private static Node set(Node target, Node value) {
        return Node.block(List.of(Node.expression(Node.assign("=", target, value))));
    }

    private Type permitted(Type type) {
        boolean allowed = switch (type) {
            case FLOAT -> scope.use(FLOAT, 100);
            case LONG -> scope.use(LONG_ARITHMETIC, 100);
            case SHORT, CHAR, BYTE -> scope.use(SMALL_INTEGERS, 100);
            case BOOLEAN -> scope.use(BOOLEAN_LOCAL, 100);
            case POINT -> scope.use(RECORD, 100);
            default -> true;
        };
        return allowed ? type : Type.DOUBLE;
    }

    List<Node> assignment() {
        Optional<Variable> target = scope.any(
                        each -> each.assignable() && each.type().isNumber() && each.type() == Type.DOUBLE)
                .filter(each -> dice.chance(60))
                .or(() -> scope.any(
                        each -> each.assignable() && (each.type().isNumber() || each.type() == Type.BOOLEAN)));
        if (target.isEmpty()) {
            return declaration();
        }
        return List.of(Node.expression(expressions.assignTo(target.get().node(), 3)));
    }

    private List<Node> step() {
        Node step = expressions.step(dice.pick(Type.INT, Type.DOUBLE));
        return step.kind() == Kind.STEP ? List.of(Node.expression(step)) : assignment();
    }

    private List<Node> guardedJump() {
        Node condition = expressions.condition(1);
        return List.of(statement(Kind.IF, "", condition, Node.block(List.of(jump()))));
    }

    private Node jump() {
        if (scope.use(THROW, 8)) {
            return failures.thrown();
        }
        return jumps.jump().orElseGet(() -> jumps.inValue() ? yielded(jumps.valueType(), 1) : returned(2));
    }

    private Node yielded(Type type, int depth) {
        return statement(Kind.YIELD, "", expressions.exact(type, depth));
    }

    /** A return of what the method returns. */
    Node returned(int depth) {
        scope.used.add(EARLY_RETURN);
        return switch (result) {
            case VOID -> statement(Kind.RETURN, "");
            case DOUBLES, FLOATS, MATRIX -> statement(Kind.RETURN, "", arrays.result(result, 2));
            default -> statement(Kind.RETURN, "", expressions.assignable(result, depth));
        };
    }

    private List<Node> branch(int depth) {
        scope.used.add(IF);
        Node condition = expressions.condition(2);
        boolean jumps = dice.chance(scope.dense ? 8 : 20);
        Node then = jumps ? jumping(depth) : block(depth);
        if (dice.chance(50)) {
            Node otherwise = !jumps && dice.chance(15) ? jumping(depth) : block(depth);
            return List.of(statement(Kind.IF, "", condition, then, otherwise));
        }
        return List.of(statement(Kind.IF, "", condition, then));
    }

    /** A block that does not end normally. */
    Node jumping(int depth) {
        int mark = scope.mark();
        List<Node> nodes = new ArrayList<>(next(depth));
        nodes.add(jump());
        scope.release(mark);
        return Node.block(nodes);
    }

    private List<Node> labeled(int depth) {
        if (!scope.use(LABEL, 100)) {
            return assignment();
        }
        String label = scope.label();
        jumps.enter(label, false);
        Node block = block(depth);
        Node exit = statement(Kind.IF, "", expressions.condition(1), Node.block(List.of(statement(Kind.BREAK, label))));
        Node whole = Node.block(List.of(block, exit, block(depth)));
        jumps.leave();
        return List.of(statement(Kind.LABELED, label, whole));
    }

    private List<Node> oldSwitch(int depth) {
        if (!scope.use(SWITCH, 100)) {
            return assignment();
        }
        List<Node> parts = new ArrayList<>(List.of(selector()));
        boolean modes = parts.get(0).type() == Type.MODE;
        int other = dice.below(5);
        jumps.enter("", false);
        for (int i = 0; i < 3; i++) {
            List<Node> statements = new ArrayList<>(List.of(block(depth)));
            if (dice.chance(60)) {
                statements.add(statement(Kind.BREAK, ""));
            } else {
                scope.used.add(FALL_THROUGH);
            }
            String label = i == other ? "default" : modes ? String.valueOf((char) ('A' + i)) : String.valueOf(i);
            parts.add(new Node(Kind.CASE, Type.VOID, label, statements));
        }
        jumps.leave();
        return List.of(new Node(Kind.SWITCH, Type.VOID, "", parts));
    }

    private Node selector() {
        Optional<Variable> mode = scope.any(Type.MODE);
        return mode.isPresent() && dice.chance(60)
                ? mode.get().node()
                : Node.binary("&", expressions.exact(Type.INT, 1), literal(3));
    }

    private List<Node> arrowSwitch(int depth) {
        if (!scope.use(SWITCH_ARROW, 100)) {
            return assignment();
        }
        jumps.enter("", false);
        Node node = statement(
                Kind.SWITCH_ARROW,
                "",
                Node.binary("%", expressions.exact(Type.INT, 1), literal(3)),
                statement(Kind.ARM, "0", block(depth)),
                statement(Kind.ARM, "1, -1", dice.chance(30) ? jumping(depth) : block(depth)),
                statement(Kind.ARM, "default", block(depth)));
        jumps.leave();
        return List.of(node);
    }

    /** A {@code switch} that is an expression. */
    Node valueSwitch(Type type, int depth) {
        Node selector = Node.binary("&", expressions.exact(Type.INT, 1), literal(3));
        jumps.enterValue(type);
        int mark = scope.mark();
        List<Node> nodes = new ArrayList<>(next(Math.min(1, depth - 1)));
        nodes.add(yielded(type, depth - 1));
        scope.release(mark);
        Node arm = statement(Kind.ARM, "1, 2", Node.block(nodes));
        jumps.leaveValue();
        return Node.of(
                Kind.SWITCH_VALUE,
                type,
                "",
                selector,
                statement(Kind.ARM, "0", expressions.exact(type, depth - 2)),
                arm,
                statement(
                        Kind.ARM,
                        "default",
                        scope.use(THROW, 10) ? failures.thrown() : expressions.exact(type, depth - 1)));
    }
}
