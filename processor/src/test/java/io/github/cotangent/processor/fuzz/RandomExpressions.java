package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.binary;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.math;

import java.util.Optional;

/** Random expressions of every type. Each of them has exactly the type that was asked for. */
final class RandomExpressions {

    private final Scope scope;
    private final Dice dice;
    private final RandomIntegers integers;
    private final RandomCalls calls;
    private RandomStatements statements;

    RandomExpressions(Scope scope) {
        this.scope = scope;
        this.dice = scope.dice;
        this.integers = new RandomIntegers(scope, this);
        this.calls = new RandomCalls(scope, this);
    }

    void statements(RandomStatements writer) {
        statements = writer;
    }

    RandomCalls calls() {
        return calls;
    }

    RandomIntegers integers() {
        return integers;
    }

    /** An expression that can be assigned to a type: of this type, or one that Java widens. */
    Node assignable(Type type, int depth) {
        boolean widens = dice.chance(15);
        return switch (type) {
            case DOUBLE -> widens ? number(depth) : real(depth);
            case FLOAT -> widens ? integers.integer(depth) : single(depth);
            case LONG -> widens ? integers.integer(depth) : integers.longInteger(depth);
            case POINT -> point(depth);
            default -> exact(type, depth);
        };
    }

    private Node point(int depth) {
        Optional<Node> call = depth > 0 && dice.chance(50) ? calls.call(Type.POINT, depth) : Optional.empty();
        if (call.isPresent()) {
            return call.get();
        }
        Optional<Variable> known = scope.any(Type.POINT).filter(each -> dice.chance(40));
        Node made = Node.of(Kind.NEW_RECORD, Type.POINT, "", assignable(Type.DOUBLE, depth), real(depth - 1));
        if (known.isPresent() && scope.use(CONDITIONAL, 60)) {
            return Node.of(
                    Kind.CHOICE, Type.POINT, "", condition(1), made, known.get().node());
        }
        return known.map(Variable::node).orElse(made);
    }

    Node exact(Type type, int depth) {
        return switch (type) {
            case DOUBLE -> real(depth);
            case FLOAT -> single(depth);
            case BOOLEAN -> condition(depth);
            default -> integers.exact(type, depth);
        };
    }

    /** A number of any type. */
    Node number(int depth) {
        return switch (dice.below(8)) {
            case 0, 1 -> integers.integer(depth);
            case 2 -> integers.small();
            case 3 -> scope.use(LONG_ARITHMETIC, 100) ? integers.longInteger(depth) : real(depth);
            case 4 -> scope.use(FLOAT, 100) ? single(depth) : real(depth);
            default -> real(depth);
        };
    }

    /** What varies with the parameters, and has derivatives that vary too. */
    private Node active(int depth) {
        if (depth <= 0) {
            Type type = dice.chance(70) ? Type.DOUBLES : Type.DOUBLE;
            Optional<Node> element = dice.chance(20) ? matrixElement() : element(Type.DOUBLES);
            return element.filter(each -> type == Type.DOUBLES)
                    .or(() -> scope.any(Type.DOUBLE).map(Variable::node))
                    .orElseGet(this::leaf);
        }
        return switch (dice.below(10)) {
            case 0, 1 -> binary(dice.pick("+", "-"), active(depth - 1), active(depth - 1));
            case 2, 3, 4 -> binary("*", active(depth - 1), dice.chance(60) ? bounded(depth - 1) : active(0));
            case 5, 6 -> bounded(depth);
            case 7 -> binary("/", active(depth - 1), positive(depth));
            case 8 ->
                dice.chance(35)
                        ? inPlace(depth)
                        : calls.call(Type.DOUBLE, depth).orElseGet(() -> active(0));
            default -> active(0);
        };
    }

    /** A change of a variable or an element in the middle of an expression. */
    private Node inPlace(int depth) {
        Optional<Node> element = scope.any(each -> each.type() == Type.DOUBLES && each.writable() && canIndex(each))
                .filter(each -> dice.chance(70) && scope.use(ASSIGNMENT_VALUE, 100))
                .map(each -> Node.element(each.node(), integers.index(each)));
        return element.map(each -> assignTo(each, depth - 1)).orElseGet(() -> assignment(Type.DOUBLE, depth));
    }

    Node real(int depth) {
        if (scope.dense && dice.chance(90)) {
            return active(depth);
        }
        if (depth <= 0) {
            return leaf();
        }
        return switch (dice.below(22)) {
            case 0, 1, 2 -> mixed(dice.pick("+", "-"), real(depth - 1), number(depth - 1));
            case 3, 4 -> mixed("*", real(depth - 1), dice.chance(60) ? bounded(depth - 1) : number(depth - 1));
            case 5 -> binary("/", real(depth - 1), dice.chance(80) ? positive(depth - 1) : number(depth - 1));
            case 6, 7, 8 -> mathCall(depth);
            case 9 ->
                scope.use(CONDITIONAL, 100) ? choice(condition(depth - 1), real(depth - 1), number(depth - 1)) : leaf();
            case 10 -> assignment(Type.DOUBLE, depth);
            case 11 -> step(Type.DOUBLE);
            case 12, 13 -> calls.call(Type.DOUBLE, depth).orElseGet(this::leaf);
            case 14 -> valueOfSwitch(Type.DOUBLE, depth).orElseGet(() -> mathCall(depth));
            case 15 ->
                scope.use(STOP_GRADIENT, 40) ? Node.of(Kind.STOP_GRADIENT, Type.DOUBLE, "", real(depth - 1)) : leaf();
            case 16 -> scope.use(CAST, 100) ? Node.cast(Type.DOUBLE, number(depth - 1)) : leaf();
            case 17 -> Node.of(Kind.UNARY, Type.DOUBLE, dice.pick("-", "-", "+"), real(depth - 1));
            case 18 -> scope.use(REMAINDER, 100) ? binary("%", real(depth - 1), positive(0)) : leaf();
            default -> leaf();
        };
    }

    /** A choice. One between a {@code switch} and another type is refused. */
    private Node choice(Node condition, Node yes, Node no) {
        boolean converts =
                yes.type() != no.type() && (yes.kind() == Kind.SWITCH_VALUE || no.kind() == Kind.SWITCH_VALUE);
        Node other = converts ? Node.cast(Type.DOUBLE, no) : no;
        return dice.chance(50)
                ? Node.of(Kind.CHOICE, Type.DOUBLE, "", condition, yes, other)
                : Node.of(Kind.CHOICE, Type.DOUBLE, "", condition, other, yes);
    }

    private Node mixed(String operator, Node a, Node b) {
        return dice.chance(50) ? binary(operator, a, b) : binary(operator, b, a);
    }

    private Node leaf() {
        Optional<Node> found = switch (dice.below(scope.dense ? 6 : 8)) {
            // Without the cast Java would go on in single precision, and round.
            case 0 -> element(Type.FLOATS).map(element -> Node.cast(Type.DOUBLE, element));
            case 1, 2, 3 -> element(Type.DOUBLES);
            case 4 ->
                scope.any(Type.POINT)
                        .map(point -> Node.of(Kind.COMPONENT, Type.DOUBLE, dice.pick("u", "v"), point.node()));
            case 5 -> matrixElement();
            default -> Optional.empty();
        };
        return found.or(() ->
                        scope.any(Type.DOUBLE).filter(each -> dice.chance(90)).map(Variable::node))
                .orElseGet(() -> literal(
                        Type.DOUBLE, dice.pick("0.5", "2.0", "1.0", "0.0", "-1.5", "0.25", "3.0", "1e-3", "Math.PI")));
    }

    Optional<Node> element(Type type) {
        return scope.any(each -> each.type() == type && canIndex(each))
                .map(array -> Node.element(array.node(), integers.index(array)));
    }

    private Optional<Node> matrixElement() {
        return scope.any(each -> each.type() == Type.MATRIX && canIndex(each))
                .map(matrix ->
                        Node.element(Node.element(matrix.node(), integers.index(matrix)), literal(dice.below(2))));
    }

    boolean canIndex(Variable array) {
        return array.minimum() > 0 || scope.variables.stream().anyMatch(each -> each.indexes(array));
    }

    /** A number between -1 and 1. */
    Node bounded(int depth) {
        return math(Type.DOUBLE, dice.pick("sin", "cos", "tanh"), real(depth));
    }

    /** A number between 0.1 and 3. */
    private Node positive(int depth) {
        return switch (dice.below(4)) {
            case 0 -> literal(Type.DOUBLE, dice.pick("0.5", "1.5", "2.0", "3.0"));
            case 1 -> math(Type.DOUBLE, "exp", bounded(depth - 1));
            default -> binary("+", literal(Type.DOUBLE, "1.5"), bounded(depth - 1));
        };
    }

    private Node mathCall(int depth) {
        scope.used.add(MATH);
        int inner = depth - 1;
        String name = dice.pick(
                "sin",
                "cos",
                "atan",
                "tanh",
                "abs",
                "floor",
                "ceil",
                "rint",
                "signum",
                "toRadians",
                "toDegrees",
                "exp",
                "sinh",
                "cosh",
                "expm1",
                "tan",
                "log",
                "log10",
                "log1p",
                "sqrt",
                "cbrt",
                "asin",
                "acos",
                "pow",
                "pow",
                "hypot",
                "atan2",
                "max",
                "min",
                "copySign",
                "fma",
                "scalb",
                "IEEEremainder");
        return switch (name) {
            case "exp", "sinh", "cosh", "expm1", "tan" -> math(Type.DOUBLE, name, bounded(inner));
            case "log", "log10", "log1p", "sqrt", "cbrt" -> math(Type.DOUBLE, name, positive(inner));
            case "asin", "acos" -> math(Type.DOUBLE, name, binary("*", literal(Type.DOUBLE, "0.75"), bounded(inner)));
            case "pow" ->
                dice.chance(50)
                        ? math(Type.DOUBLE, name, positive(inner), dice.chance(50) ? bounded(inner) : number(0))
                        : math(Type.DOUBLE, name, bounded(inner), literal(Type.DOUBLE, dice.pick("2.0", "3.0", "1.0")));
            case "hypot", "IEEEremainder", "atan2" -> math(Type.DOUBLE, name, real(inner), positive(inner));
            case "max", "min", "copySign" -> math(Type.DOUBLE, name, real(inner), number(inner));
            case "fma" -> math(Type.DOUBLE, name, real(inner), bounded(inner), number(inner));
            case "scalb" -> math(Type.DOUBLE, name, real(inner), literal(dice.pick(-1, 2, 3)));
            default -> math(Type.DOUBLE, name, real(inner));
        };
    }

    Node single(int depth) {
        scope.used.add(FLOAT);
        Node variable = scope.any(Type.FLOAT)
                .map(Variable::node)
                .orElseGet(() -> literal(Type.FLOAT, dice.pick("0.5f", "1.25f", "-2f", "0.1f")));
        if (depth <= 0) {
            return dice.chance(30) ? element(Type.FLOATS).orElse(variable) : variable;
        }
        return switch (dice.below(8)) {
            case 0 ->
                binary(
                        dice.pick("+", "-", "*"),
                        single(depth - 1),
                        dice.chance(50) ? single(depth - 1) : integers.integer(depth - 1));
            case 1 -> binary("/", single(depth - 1), literal(Type.FLOAT, "3f"));
            case 2, 3 -> Node.cast(Type.FLOAT, number(depth - 1));
            case 4 -> floatMath(depth);
            case 5 -> assignment(Type.FLOAT, depth);
            case 6 -> step(Type.FLOAT);
            default -> variable;
        };
    }

    private Node floatMath(int depth) {
        return dice.chance(40)
                ? math(Type.FLOAT, "abs", single(depth - 1))
                : math(Type.FLOAT, dice.pick("max", "min"), single(depth - 1), single(0));
    }

    Node condition(int depth) {
        Optional<Node> flag = scope.any(Type.BOOLEAN).map(Variable::node);
        if (depth > 0 && dice.chance(35)) {
            return switch (dice.below(4)) {
                case 0 -> binary(dice.pick("&", "|", "^"), condition(depth - 1), condition(depth - 1));
                case 1 -> Node.of(Kind.UNARY, Type.BOOLEAN, "!", condition(depth - 1));
                default ->
                    scope.use(SHORT_CIRCUIT, 100)
                            ? binary(dice.pick("&&", "||"), condition(depth - 1), condition(depth - 1))
                            : condition(0);
            };
        }
        Optional<Node> element = element(Type.BOOLEANS).filter(each -> dice.chance(30));
        if (element.isPresent()) {
            return element.get();
        }
        return switch (dice.below(6)) {
            case 0 -> flag.orElseGet(() -> binary("<", integers.integer(depth - 1), literal(2)));
            case 1, 2 ->
                binary(
                        dice.pick("<", "<=", ">", ">=", "==", "!="),
                        integers.integer(depth - 1),
                        integers.integer(depth - 1));
            default -> binary(dice.pick("<", "<=", ">", ">=", "!="), real(depth - 1), number(depth - 1));
        };
    }

    /** An assignment whose value is used. */
    Node assignment(Type type, int depth) {
        Optional<Variable> target = scope.assignable(type);
        if (target.isEmpty() || !scope.use(ASSIGNMENT_VALUE, 70)) {
            return exact(type, depth - 1);
        }
        return assignTo(target.get().node(), depth - 1);
    }

    /** An assignment, compound or not. */
    Node assignTo(Node target, int depth) {
        Type type = target.type();
        if (type == Type.BOOLEAN) {
            return Node.assign(dice.pick("=", "&=", "|=", "^="), target, condition(depth));
        }
        if (!type.isNumber() || !scope.use(COMPOUND, 45)) {
            if (scope.dense && type == Type.DOUBLE) {
                return Node.assign("=", target, real(depth));
            }
            return Node.assign("=", target, assignable(type, depth));
        }
        if (type.isReal()) {
            return switch (dice.below(4)) {
                case 0 -> Node.assign("*=", target, bounded(depth - 1));
                case 1 -> Node.assign("/=", target, positive(depth - 1));
                default -> Node.assign(dice.pick("+=", "-="), target, scope.dense ? real(depth) : number(depth));
            };
        }
        return integers.compound(target, depth);
    }

    Node step(Type type) {
        Optional<Node> element = type == Type.DOUBLE && dice.chance(30)
                ? scope.any(each -> each.type() == Type.DOUBLES && each.writable() && canIndex(each))
                        .map(array -> Node.element(array.node(), integers.index(array)))
                : Optional.empty();
        Optional<Node> target = element.or(() -> scope.assignable(type).map(Variable::node));
        if (target.isEmpty() || !scope.use(STEP, 80)) {
            return exact(type, 0);
        }
        return Node.of(Kind.STEP, type, dice.pick("x++", "++x", "x--", "--x"), target.get());
    }

    Optional<Node> valueOfSwitch(Type type, int depth) {
        boolean possible = depth > 1 && statements != null && scope.budget > 0;
        return possible && scope.use(SWITCH_VALUE, 60)
                ? Optional.of(statements.valueSwitch(type, depth))
                : Optional.empty();
    }
}
