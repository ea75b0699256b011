package io.github.cotangent.processor.fuzz;

import static io.github.cotangent.processor.fuzz.Feature.*;
import static io.github.cotangent.processor.fuzz.Node.literal;
import static io.github.cotangent.processor.fuzz.Node.statement;

import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A program written at random. */
final class RandomProgram {

    private final long seed;
    private final Dice dice;
    private final Scope scope;
    private final List<Node> constants = new ArrayList<>();

    private RandomProgram(long seed, Set<Feature> allowed) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.scope = new Scope(dice, some(allowed));
    }

    /** Not everything everywhere: what is rare among much is frequent among less. Floats make comparisons coarse. */
    private Set<Feature> some(Set<Feature> allowed) {
        Set<Feature> some = EnumSet.noneOf(Feature.class);
        for (Feature feature : allowed) {
            if (dice.chance(feature == FLOAT ? 20 : 85)) {
                some.add(feature);
            }
        }
        return some;
    }

    static Program of(long seed, Set<Feature> allowed) {
        return new RandomProgram(seed, allowed).write();
    }

    private Program write() {
        constants();
        int fields = scope.mark();
        for (int i = dice.below(4); i > 0; i--) {
            scope.budget = 5;
            boolean recursive = scope.use(RECURSION, 30);
            boolean elsewhere = !recursive && scope.use(OTHER_CLASS, 60);
            Routine helper = recursive ? recursion() : elsewhere ? apart(fields) : helper(false);
            scope.release(fields);
            scope.helpers.add(helper);
        }
        scope.budget = 6 + dice.below(scope.dense ? 22 : 16);
        boolean outputs = scope.use(OUTPUT, 15);
        Type result = outputs ? Type.VOID : result();
        int order = result.isReal() && scope.use(SECOND_ORDER, 40) ? 2 : 1;
        List<Parameter> parameters = parameters();
        if (outputs) {
            outputs(parameters);
        }
        parameters.forEach(each -> declare(each, true));
        boolean dots = parameters.get(parameters.size() - 1).type() == Type.DOUBLES && scope.use(VARARGS, 15);
        Routine main = routine("f", result, parameters, 3 + dice.below(5), 3, false, dots);
        return new Program(seed, order, main, List.copyOf(scope.helpers), List.copyOf(constants), scope.used);
    }

    private Type result() {
        if (scope.use(ROWS_RESULT, 8)) {
            return Type.MATRIX;
        }
        if (scope.use(RECORD_RESULT, 10)) {
            return Type.POINT;
        }
        boolean single = scope.use(FLOAT_RESULT, 6) && scope.use(FLOAT, 100);
        if (scope.use(VECTOR_RESULT, 20)) {
            return single ? Type.FLOATS : Type.DOUBLES;
        }
        return single ? Type.FLOAT : Type.DOUBLE;
    }

    private void outputs(List<Parameter> parameters) {
        int count = dice.pick(1, 1, 2, 3);
        for (int i = 0; i < count; i++) {
            Type type = scope.use(ROWS_RESULT, 15)
                    ? Type.MATRIX
                    : scope.use(FLOAT_RESULT, 8) && scope.use(FLOAT, 100) ? Type.FLOATS : Type.DOUBLES;
            parameters.add(dice.below(parameters.size() + 1), new Parameter("out" + i, type, false, true, 2));
        }
    }

    private void constants() {
        if (scope.use(CONSTANT_FIELD, 25)) {
            constant(Type.DOUBLE, "RATE", literal(Type.DOUBLE, dice.pick("0.75", "-0.3", "1.25")));
            constant(Type.INT, "COUNT", literal(dice.below(4)));
            constant(
                    Type.DOUBLE,
                    "ROOT",
                    Node.math(Type.DOUBLE, "sqrt", Node.binary("*", literal(2), literal(Type.DOUBLE, "Math.PI"))));
        }
        if (scope.use(ARRAY_FIELD, 20)) {
            Node values = Node.of(
                    Kind.ARRAY_LITERAL, Type.DOUBLES, "", literal(Type.DOUBLE, "0.5"), literal(Type.DOUBLE, "-1.25"));
            constants.add(Node.local(Type.DOUBLES, "TABLE", values));
            scope.declare(new Variable("TABLE", Type.DOUBLES, false, false, false, "#2", 2));
        }
    }

    private void constant(Type type, String name, Node value) {
        constants.add(Node.local(type, name, value));
        scope.declare(Variable.scalar(name, type, false));
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        boolean array = scope.use(ARRAY_PARAMETER, scope.dense ? 90 : 50);
        if (array) {
            parameters.add(array("x", Type.DOUBLES, false));
        }
        if (!array || scope.use(SCALAR_PARAMETER, 60)) {
            scope.used.add(SCALAR_PARAMETER);
            parameters.add(Parameter.of("p", dice.chance(10) && scope.use(FLOAT, 100) ? Type.FLOAT : Type.DOUBLE));
        }
        if (dice.chance(40)) {
            parameters.add(Parameter.of("q", Type.DOUBLE));
        }
        if (dice.chance(60)) {
            parameters.add(Parameter.of("n", Type.INT));
        }
        if (scope.use(CONSTANT_PARAMETER, 15)) {
            parameters.add(new Parameter("c", Type.DOUBLE, true, false, 0));
        }
        if (scope.use(CONSTANT_PARAMETER, 8)) {
            parameters.add(array("w", Type.DOUBLES, true));
        }
        if (dice.chance(20)) {
            parameters.add(array("z", Type.DOUBLES, false));
        }
        if (scope.use(MATRIX, 20)) {
            parameters.add(array("rows", Type.MATRIX, dice.chance(20)));
        }
        if (scope.use(FLOAT_ARRAY, 12) && scope.use(FLOAT, 100)) {
            parameters.add(array("g", Type.FLOATS, dice.chance(20)));
        }
        if (scope.use(INT_ARRAY, 12)) {
            parameters.add(array("index", Type.INTS, false));
        }
        if (scope.use(LONG_ARITHMETIC, 8)) {
            parameters.add(Parameter.of("l", Type.LONG));
        }
        if (scope.use(BOOLEAN_LOCAL, 12)) {
            parameters.add(Parameter.of("flag", Type.BOOLEAN));
        }
        if (scope.use(LONG_ARRAY, 8)) {
            parameters.add(array("longs", Type.LONGS, false));
        }
        if (scope.use(SMALL_ARRAY, 12)) {
            parameters.add(array("small", dice.pick(Type.CHARS, Type.BYTES, Type.BOOLEANS), false));
        }
        if (scope.use(RECORD_PARAMETER, 15)) {
            Type type = dice.pick(Type.POINT, Type.LAYER);
            parameters.add(new Parameter(type == Type.POINT ? "point" : "layer", type, dice.chance(15), false, 2));
        }
        if (scope.use(ENUM_PARAMETER, 20)) {
            parameters.add(Parameter.of("mode", Type.MODE));
        }
        if (dice.chance(30)) {
            parameters.add(0, parameters.remove(parameters.size() - 1));
        }
        return parameters;
    }

    private Parameter array(String name, Type type, boolean constant) {
        return new Parameter(name, type, constant, false, scope.dense ? 2 : dice.pick(0, 2, 2));
    }

    /** Parameters of the annotated method are the caller's: their elements are not written, but for outputs. */
    private void declare(Parameter parameter, boolean annotated) {
        String name = parameter.name();
        if (parameter.type() == Type.LAYER) {
            scope.declare(new Variable(name + ".w()", Type.DOUBLES, false, false, false, name, parameter.minimum()));
            scope.declare(Variable.scalar(name + ".b()", Type.DOUBLE, false));
            scope.declare(Variable.scalar(name + ".k()", Type.INT, false));
            return;
        }
        boolean writable = parameter.type().isArray() && (!annotated && !parameter.constant() || parameter.output());
        boolean assignable = annotated
                ? parameter.type() == Type.DOUBLE || parameter.type() == Type.FLOAT
                : parameter.type().isNumber();
        scope.declare(new Variable(
                name, parameter.type(), assignable, writable, false, arrayClass(parameter), parameter.minimum()));
    }

    private static String arrayClass(Parameter parameter) {
        return parameter.type().isArray() ? parameter.name() : "";
    }

    private Routine helper(boolean apart) {
        String name = "helper" + scope.helpers.size();
        Type result = apart
                ? resultElsewhere()
                : dice.pick(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.VOID, Type.VOID, Type.INT, Type.DOUBLES);
        List<Parameter> parameters = new ArrayList<>(apart ? parametersElsewhere() : List.of());
        if (result == Type.VOID || dice.chance(40)) {
            parameters.add(new Parameter("a", Type.DOUBLES, apart || result != Type.VOID && dice.chance(40), false, 2));
        }
        parameters.add(Parameter.of("s", Type.DOUBLE));
        if (dice.chance(40)) {
            parameters.add(Parameter.of("m", Type.INT));
        }
        if (!apart && dice.chance(20)) {
            parameters.add(new Parameter("b", Type.DOUBLES, false, false, 2));
        }
        boolean varargs = !apart && scope.use(VARARGS, 25);
        if (varargs) {
            parameters.add(new Parameter("more", Type.DOUBLES, true, false, 0));
        }
        parameters.forEach(each -> declare(each, false));
        return routine(name, result, parameters, 1 + dice.below(3), 2, apart, varargs);
    }

    private Type resultElsewhere() {
        if (scope.use(RECORD_ELSEWHERE, 25)) {
            return Type.POINT;
        }
        return scope.use(ROWS_ELSEWHERE, 15)
                ? Type.MATRIX
                : dice.pick(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.DOUBLES, Type.DOUBLES);
    }

    /** What only methods of another class take beside numbers and one array. */
    private List<Parameter> parametersElsewhere() {
        List<Parameter> parameters = new ArrayList<>();
        if (scope.use(RECORD_ELSEWHERE, 25)) {
            parameters.add(Parameter.of("point", Type.POINT));
        }
        if (scope.use(ROWS_ELSEWHERE, 20)) {
            parameters.add(new Parameter("rows", Type.MATRIX, true, false, 2));
        }
        return parameters;
    }

    /** A differentiable method of another class, which has no constants of this one. */
    private Routine apart(int fields) {
        List<Variable> own = List.copyOf(scope.variables.subList(0, fields));
        List<Routine> others = List.copyOf(scope.helpers);
        scope.variables.clear();
        scope.helpers.removeIf(each -> !each.elsewhere());
        scope.use(OTHER_PACKAGE, 50);
        scope.use(STATIC_IMPORT, 40);
        boolean writes = scope.use(WRITTEN_ELSEWHERE, 40);
        Routine helper = renamed(writes ? writer() : helper(true), "helper" + others.size());
        scope.variables.clear();
        scope.variables.addAll(own);
        scope.helpers.clear();
        scope.helpers.addAll(others);
        return helper;
    }

    /** A method that writes to an output. */
    private Routine writer() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.of("s", Type.DOUBLE),
                new Parameter("a", Type.DOUBLES, true, false, 2),
                new Parameter("out", Type.DOUBLES, false, true, 2)));
        if (scope.use(RECORD_ELSEWHERE, 20)) {
            parameters.add(0, Parameter.of("point", Type.POINT));
        }
        parameters.forEach(each -> declare(each, false));
        Routine written = routine("", Type.VOID, parameters, dice.below(3), 2, true, false);
        RandomExpressions expressions = new RandomExpressions(scope);
        List<Node> body = new ArrayList<>(written.body().parts());
        for (int i = dice.below(3); i >= 0; i--) {
            Node place = Node.element(Node.name(Type.DOUBLES, "out"), literal(i % 2));
            body.add(Node.expression(expressions.assignTo(place, 2)));
        }
        return written.withBody(Node.block(body));
    }

    private static Routine renamed(Routine helper, String name) {
        return new Routine(
                name, helper.result(), helper.parameters(), helper.body(), helper.elsewhere(), helper.varargs());
    }

    /** {@code m <= 0 ? … : … helper(…, m - 1)}, with few rounds. */
    private Routine recursion() {
        if (dice.chance(40)) {
            return recursionInPlace();
        }
        String name = "helper" + scope.helpers.size();
        List<Parameter> parameters = List.of(Parameter.of("s", Type.DOUBLE), Parameter.of("m", Type.INT));
        scope.declare(Variable.scalar("s", Type.DOUBLE, true));
        scope.declare(Variable.scalar("m", Type.INT, false));
        RandomExpressions expressions = new RandomExpressions(scope);
        Node m = Node.name(Type.INT, "m");
        Node ending = statement(
                Kind.IF,
                "",
                Node.binary("||", Node.binary("<=", m, literal(0)), Node.binary(">", m, literal(5))),
                Node.block(List.of(statement(Kind.RETURN, "", expressions.real(2)))));
        Node again = new Node(
                Kind.CALL, Type.DOUBLE, name, List.of(expressions.bounded(1), Node.binary("-", m, literal(1))));
        Node result = statement(Kind.RETURN, "", Node.binary(dice.pick("+", "*", "-"), expressions.real(1), again));
        return new Routine(name, Type.DOUBLE, parameters, Node.block(List.of(ending, result)), false, false);
    }

    /** The same with an array that is changed before and after the call. */
    private Routine recursionInPlace() {
        String name = "helper" + scope.helpers.size();
        Parameter array = new Parameter("a", Type.DOUBLES, false, false, 2);
        List<Parameter> parameters = List.of(array, Parameter.of("s", Type.DOUBLE), Parameter.of("m", Type.INT));
        declare(array, false);
        scope.declare(Variable.scalar("s", Type.DOUBLE, true));
        scope.declare(Variable.scalar("m", Type.INT, false));
        RandomExpressions expressions = new RandomExpressions(scope);
        Node a = Node.name(Type.DOUBLES, "a");
        Node m = Node.name(Type.INT, "m");
        Node ended = Node.binary("||", Node.binary("<=", m, literal(0)), Node.binary(">", m, literal(4)));
        List<Node> body = new ArrayList<>();
        body.add(statement(Kind.IF, "", ended, Node.block(List.of(statement(Kind.RETURN, "", expressions.real(1))))));
        body.add(changed(a, expressions));
        Node again = new Node(
                Kind.CALL, Type.DOUBLE, name, List.of(a, expressions.bounded(1), Node.binary("-", m, literal(1))));
        body.add(Node.local(Type.DOUBLE, "r", again));
        scope.declare(Variable.scalar("r", Type.DOUBLE, true));
        if (dice.chance(70)) {
            body.add(changed(a, expressions));
        }
        Node result = Node.binary(
                "+", expressions.real(1), Node.binary("*", Node.element(a, literal(0)), Node.name(Type.DOUBLE, "r")));
        body.add(statement(Kind.RETURN, "", result));
        return new Routine(name, Type.DOUBLE, parameters, Node.block(body), false, false);
    }

    private Node changed(Node array, RandomExpressions expressions) {
        Node value = dice.chance(60) ? expressions.bounded(2) : expressions.real(1);
        return Node.expression(Node.assign("=", Node.element(array, literal(dice.below(2))), value));
    }

    private Routine routine(
            String name,
            Type result,
            List<Parameter> parameters,
            int statements,
            int depth,
            boolean apart,
            boolean varargs) {
        RandomExpressions expressions = new RandomExpressions(scope);
        RandomStatements writer = new RandomStatements(scope, expressions, result);
        List<Node> body = new ArrayList<>(scope.dense ? writer.arrays().copied() : List.of());
        body.addAll(writer.body(depth, statements));
        if (result == Type.DOUBLE) {
            body.add(statement(Kind.RETURN, "", sum(expressions.real(2), expressions)));
        } else if (result == Type.FLOAT) {
            Node sum = sum(expressions.real(2), expressions);
            body.add(statement(Kind.RETURN, "", Node.cast(Type.FLOAT, sum)));
        } else if (result != Type.VOID) {
            body.add(last(result, writer, expressions));
        }
        return new Routine(name, result, List.copyOf(parameters), Node.block(body), apart, varargs);
    }

    private static Node last(Type result, RandomStatements writer, RandomExpressions expressions) {
        Node value = result.isArray() ? writer.arrays().result(result, 2) : expressions.assignable(result, 2);
        return statement(Kind.RETURN, "", value);
    }

    /** An expression, with everything that the method has computed added. */
    private Node sum(Node first, RandomExpressions expressions) {
        Node sum = first;
        if (scope.helpers.stream().anyMatch(Routine::elsewhere) && dice.chance(90)) {
            Node before = sum;
            sum = expressions
                    .calls()
                    .call(Type.DOUBLE, 2)
                    .map(call -> Node.binary(dice.pick("+", "*"), before, call))
                    .orElse(before);
        }
        for (Variable variable : scope.variables) {
            Node term = null;
            boolean elements = variable.type() == Type.DOUBLES || variable.type() == Type.FLOATS;
            if (elements && variable.minimum() > 0) {
                term = Node.element(variable.node(), literal(dice.below(variable.minimum())));
            } else if (variable.type() == Type.MATRIX && variable.minimum() > 0) {
                Node row = Node.element(variable.node(), literal(dice.below(variable.minimum())));
                term = Node.element(row, literal(dice.below(2)));
            } else if (variable.type() == Type.POINT) {
                term = Node.of(Kind.COMPONENT, Type.DOUBLE, dice.pick("u", "v"), variable.node());
            } else if (variable.type().isNumber() && variable.type().isReal()) {
                term = variable.node();
            }
            if (term != null && dice.chance(scope.dense ? 90 : 60)) {
                sum = Node.binary("+", sum, dice.chance(50) ? term : Node.binary("*", literal(3), term));
            }
        }
        return sum;
    }
}
