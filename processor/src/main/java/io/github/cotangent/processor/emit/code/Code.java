package io.github.cotangent.processor.emit.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.emit.code.Structure.Scope;
import io.github.cotangent.processor.emit.code.Variables.Variable;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MemberNames;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Part;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes a function as the body of a Java method that computes the same bits.
 *
 * <p>{@link Inlining} says what is an expression, {@link Variables} which values share a variable; here statements are laid
 * out, and what one region passes to another is assigned.
 */
public final class Code {

    /** Classes whose static members generated code uses; a variable of such a name would hide them. */
    public static final Set<String> CLASSES = MemberNames.CLASSES;

    /** Writes the end of the method, given the results. */
    public interface Ending {
        CodeBlock of(List<CodeBlock> results);
    }

    private record Copy(Variable target, Value source) {}

    private final Function function;
    private final Surroundings surroundings;
    private final Structure structure;
    private final Inlining inlining;
    private final Variables variables;
    private final Allocations allocations;
    private final Expressions expressions;
    private final Checks checks;
    private final Names names;
    private final Map<Variable, String> declared = new HashMap<>();
    private final Map<Variable, String> hints = new HashMap<>();
    private final Map<Call, String> holders = new IdentityHashMap<>();
    private Lines lines = new Lines(Position.NONE);

    private Code(Function function, Surroundings surroundings) {
        this.function = function;
        this.surroundings = surroundings;
        structure = new Structure(function);
        inlining = new Inlining(structure, kept(function));
        Set<Value> constants = surroundings.assignable() ? Set.of() : Set.copyOf(function.parameters());
        variables = new Variables(function, structure, inlining, constants);
        allocations = new Allocations(surroundings.workspace());
        expressions = new Expressions(structure, inlining, this::name, holders::get, surroundings.names(), allocations);
        checks = new Checks(structure, inlining, expressions);
        names = new Names(taken(function, surroundings));
        for (int i = 0; i < surroundings.parameters().size(); i++) {
            declared.put(
                    variables.of(function.parameters().get(i)),
                    surroundings.parameters().get(i));
        }
    }

    /**
     * What the function's surroundings dictate.
     *
     * @param parameters the names of its parameters
     * @param taken other names that must not be used for variables
     * @param assignable whether parameters may be assigned to
     * @param results what to call results that have no name
     * @param workspace the parameter that arrays are taken from; empty if they are made
     */
    public record Surroundings(
            List<String> parameters,
            Set<String> taken,
            boolean assignable,
            List<String> results,
            Optional<String> workspace) {

        public Surroundings(List<String> parameters, Set<String> taken, boolean assignable, List<String> results) {
            this(parameters, taken, assignable, results, Optional.empty());
        }

        /** The names of variables that are there already. */
        private Set<String> names() {
            Set<String> names = new HashSet<>(taken);
            names.addAll(parameters);
            workspace.ifPresent(names::add);
            return names;
        }
    }

    /** The statements of a function's method, with the end as it is wanted. */
    public static CodeBlock of(Function function, Surroundings surroundings, Ending ending) {
        Code code = new Code(function, surroundings);
        code.hints(surroundings);
        code.checks.prologue().forEach(line -> code.lines.statement(Position.NONE, "$L", line));
        code.statements(code.structure.root());
        if (function.body().alwaysThrows()) {
            return code.lines.code().block();
        }
        CodeBlock last = ending.of(code.function.results().stream()
                .map(result -> code.expressions.of(result).code().block())
                .toList());
        code.lines.add(Position.NONE, Text.of("$L", last));
        return code.lines.code().block();
    }

    /** Several results get a variable each: they are what the function is about. */
    private static Set<Value> kept(Function function) {
        return function.results().size() > 1 ? Set.copyOf(function.results()) : Set.of();
    }

    private static Set<String> taken(Function function, Surroundings surroundings) {
        Set<String> taken = new HashSet<>(CLASSES);
        taken.addAll(surroundings.names());
        function.body().forEach(statement -> {
            if (statement instanceof Constant constant && !constant.symbol().isEmpty()) {
                taken.add(constant.symbol().split("\\.")[0]);
                NamedConstant.of(constant.symbol()).ifPresent(named -> taken.add(named.className()));
            } else if (statement instanceof Call call) {
                taken.addAll(call.callee().classes());
            }
        });
        return taken;
    }

    private void hints(Surroundings surroundings) {
        for (int i = 0; i < surroundings.results().size(); i++) {
            Value result = function.results().get(i);
            if (!inlining.isInlined(result)) {
                hints.putIfAbsent(variables.of(result), surroundings.results().get(i));
            }
        }
    }

    private String name(Value value) {
        String name = declared.get(variables.of(value));
        if (name == null) {
            throw new IllegalStateException(value + " is used before it is declared in\n" + function);
        }
        return name;
    }

    private boolean isDeclared(Variable variable) {
        return declared.containsKey(variable);
    }

    private String declare(Variable variable) {
        String wish = variable.name();
        if (wish.isEmpty()) {
            wish = hints.getOrDefault(variable, describing(variable.first()));
        }
        String name = names.declare(wish);
        declared.put(variable, name);
        return name;
    }

    /** What to call a value without a name that a function hands on. */
    public static String describing(Function function, Value value) {
        return Names.describing(new Structure(function).definition(value), operand -> "");
    }

    private String describing(Value value) {
        Statement definition = structure.definition(value);
        if (definition instanceof Call call) {
            Callee.Results results = call.callee().results();
            return results.holder().isEmpty()
                    ? call.callee().name()
                    : results.parts().get(call.results().indexOf(value)).name();
        }
        if (definition instanceof If branch) {
            Value then = branch.then().results().get(branch.results().indexOf(value));
            Value otherwise = branch.otherwise().results().get(branch.results().indexOf(value));
            Value telling = structure.definition(then) instanceof Constant ? otherwise : then;
            return telling.isNamed() ? telling.name() : describing(telling);
        }
        return definition == null ? "state" : Names.describing(definition, this::word);
    }

    /** A value's expression, if it is a variable or a number. */
    private String word(Value value) {
        boolean isKnown = inlining.isInlined(value)
                ? structure.definition(value) instanceof Constant
                : isDeclared(variables.of(value));
        String text = isKnown ? expressions.of(value).code().toString() : "";
        return text.matches("\\w+") ? text : row(value);
    }

    /** What an {@code a[i]} would be called, if it were not written out. */
    private String row(Value value) {
        return expressions
                .inlinedLet(value)
                .filter(let -> let.primitive() == Primitive.LOAD && value.type().isArray())
                .map(let -> Names.describing(let, this::word))
                .filter(name -> !name.equals("element"))
                .orElse("");
    }

    private void statements(Scope scope) {
        for (Statement statement : scope.region.statements()) {
            statement(statement);
            if (statement.alwaysThrows()) {
                return;
            }
        }
    }

    private void statement(Statement statement) {
        if (statement instanceof Store store) {
            store(store);
        } else if (statement instanceof For loop) {
            loop(loop);
        } else if (statement instanceof While loop) {
            loop(loop);
        } else if (statement instanceof Throw failure) {
            lines.statement(failure.position(), "$L", checks.thrown(failure));
        } else if (statement instanceof If branch && checks.assertion(branch).isPresent()) {
            lines.statement(
                    branch.position(), "$L", checks.assertion(branch).get().get());
        } else if (statement instanceof If branch && !inlining.isChoice(branch)) {
            branch(branch);
        } else if (statement instanceof Part part) {
            Text arguments = allocations.withWorkspace(list(part.arguments()));
            lines.statement(part.position(), "$L($L)", part.function().name(), arguments);
        } else if (statement instanceof Call call) {
            call(call);
        } else if (!inlining.isInlined(statement.results().get(0))) {
            Value result = statement.results().get(0);
            assign(statement.position(), variables.of(result), result);
        }
    }

    private Text list(List<Value> values) {
        return values.stream().map(value -> expressions.of(value).code()).collect(Text.joining(", "));
    }

    /** A call, and what is asked for of its results: from one, its component is taken at once. */
    private void call(Call call) {
        Callee callee = call.callee();
        Text code = expressions.call(call);
        List<Integer> used = IntStream.range(0, call.results().size())
                .filter(i -> !structure.uses(call.results().get(i)).isEmpty())
                .boxed()
                .toList();
        if (inlining.isHeld(call)) {
            holders.put(call, names.declare(callee.name()));
            ClassName type = Expressions.className(callee.results().holder().orElseThrow());
            lines.statement(call.position(), "$T $L = $L", type, holders.get(call), code);
            used.stream()
                    .filter(i -> !inlining.isInlined(call.results().get(i)))
                    .forEach(i -> component(call, i, Text.of("$L", holders.get(call))));
        } else if (used.isEmpty()) {
            lines.statement(call.position(), "$L", code);
        } else if (callee.results().holder().isPresent()) {
            component(call, used.get(0), code);
        } else {
            assign(call.position(), call.results().get(0), code);
        }
    }

    private void component(Call call, int index, Text holder) {
        String access = call.callee().results().parts().get(index).access();
        assign(call.position(), call.results().get(index), Text.of("$L$L", holder, access));
    }

    private void assign(Position position, Value value, Text source) {
        Variable target = variables.of(value);
        if (isDeclared(target)) {
            lines.statement(position, "$L = $L", declared.get(target), source);
        } else {
            lines.statement(position, "$L $L = $L", target.first().type(), declare(target), source);
        }
    }

    private void store(Store store) {
        Text target = Text.of(
                "$L[$L]",
                expressions.of(store.array()).within(Expression.PRIMARY),
                expressions.of(store.index()).code());
        Optional<Let> update = expressions.inlinedLet(store.element()).filter(let -> isUpdate(let, store));
        if (update.isPresent()) {
            update(store.position(), target, update.get());
        } else {
            lines.statement(
                    store.position(),
                    "$L = $L",
                    target,
                    expressions.of(store.element()).code());
        }
    }

    private boolean isUpdate(Let let, Store store) {
        return let.primitive().form() == Primitive.Form.INFIX
                && !let.primitive().isComparison()
                && expressions
                        .inlinedLet(let.argument(0))
                        .filter(load -> load.primitive() == Primitive.LOAD
                                && expressions.isSame(load.argument(0), store.array())
                                && expressions.isSame(load.argument(1), store.index()))
                        .isPresent();
    }

    private void update(Position position, Text target, Let let) {
        Text operand = expressions.of(let.argument(1)).code();
        boolean one = operand.toString().equals("1") && let.result().type().equals(Type.INT);
        if (one && let.primitive() == Primitive.ADD) {
            lines.statement(position, "$L++", target);
        } else if (one && let.primitive() == Primitive.SUBTRACT) {
            lines.statement(position, "$L--", target);
        } else {
            lines.statement(position, "$L $L= $L", target, let.primitive().symbol(), operand);
        }
    }

    /** Assigns the value of a definition, whether it is to be inlined or not, to a variable, new or not. */
    private void assign(Position position, Variable target, Value value) {
        boolean copy = !inlining.isInlined(value) && variables.of(value) != target;
        Statement definition = structure.definition(value);
        boolean isWhole = copy || definition == null || definition instanceof Call;
        Text source = isWhole ? expressions.of(value).code() : expressions.assigned(definition);
        if (!isDeclared(target)) {
            lines.statement(position, "$L $L = $L", target.first().type(), declare(target), source);
        } else if (!isWhole && definition instanceof Let let && isUpdate(let, target)) {
            update(position, Text.of("$L", declared.get(target)), let);
        } else {
            lines.statement(position, "$L = $L", declared.get(target), source);
        }
    }

    private boolean isUpdate(Let let, Variable target) {
        Value first = let.argument(0);
        return let.primitive().form() == Primitive.Form.INFIX
                && !let.primitive().isComparison()
                && !inlining.isInlined(first)
                && variables.of(first) == target;
    }

    /** Assigns all at once: no source is read after its variable was overwritten. */
    private void assign(Position position, List<Value> targets, List<Value> sources) {
        List<Copy> open = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Variable target = variables.of(targets.get(i));
            Value source = sources.get(i);
            if (inlining.isInlined(source) || variables.of(source) != target) {
                open.add(new Copy(target, source));
            }
        }
        List<Text> late = new ArrayList<>();
        while (!open.isEmpty()) {
            Optional<Copy> free = open.stream()
                    .filter(copy -> isFree(copy.target(), open, copy))
                    .findFirst();
            if (free.isPresent()) {
                open.remove(free.get());
                assign(position, free.get().target(), free.get().source());
            } else {
                Copy last = open.remove(open.size() - 1);
                String temporary = names.declare("next" + capitalized(declared.get(last.target())));
                Text source = expressions.of(last.source()).code();
                lines.statement(position, "$L $L = $L", last.target().first().type(), temporary, source);
                late.add(Text.of("$L = $L", declared.get(last.target()), temporary));
            }
        }
        late.forEach(copy -> lines.statement(position, "$L", copy));
    }

    private boolean isFree(Variable target, List<Copy> open, Copy own) {
        return open.stream()
                .noneMatch(copy -> copy != own && variables.reads(copy.source()).contains(target));
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private void branch(If branch) {
        for (Value result : branch.results()) {
            Variable variable = variables.of(result);
            if (!isDeclared(variable)) {
                lines.statement(branch.position(), "$L $L", result.type(), declare(variable));
            }
        }
        List<Scope> scopes = structure.scopes(branch);
        Lines then = nested(branch.position(), () -> ended(scopes.get(0), branch.results()));
        Lines otherwise = nested(branch.position(), () -> ended(scopes.get(1), branch.results()));
        Expression condition = expressions.of(branch.condition());
        if (!then.isEmpty()) {
            lines.branch(branch.position(), condition.code(), then, otherwise);
        } else if (!otherwise.isEmpty()) {
            lines.branch(branch.position(), not(branch.condition()).code(), otherwise, then);
        }
    }

    private Expression not(Value condition) {
        return expressions
                .inlinedLet(condition)
                .filter(let -> let.primitive() == Primitive.NOT)
                .map(let -> expressions.of(let.argument(0)))
                .orElseGet(() -> Expression.not(expressions.of(condition)));
    }

    private Lines nested(Position position, Runnable body) {
        Lines outer = lines;
        lines = new Lines(position);
        names.open();
        body.run();
        names.close();
        Lines inner = lines;
        lines = outer;
        return inner;
    }

    private void loop(For loop) {
        assign(loop.position(), loop.results(), loop.initial());
        names.open();
        Variable index = variables.of(loop.index());
        Text from = expressions.of(loop.from()).code();
        String i = index.name().isEmpty() ? names.declareIndex() : names.declare(index.name());
        declared.put(index, i);
        Expression test = Expression.infix(loop.test(), Expression.primary("$L", i), expressions.of(loop.to()));
        Text head = Text.of("for (int $L = $L; $L; $L)", i, from, test.code(), step(i, loop.step()));
        Lines body =
                nested(loop.position(), () -> iteration(structure.scopes(loop).get(0), loop.results()));
        lines.block(loop.position(), head, body);
        names.close();
    }

    /** The body of a loop, which gives back the arrays that it has taken for one iteration. */
    private void iteration(Scope scope, List<Value> targets) {
        Optional<String> workspace = surroundings.workspace().filter(name -> Scratch.isIn(scope.region));
        String mark = workspace.isPresent() ? names.declare("mark") : "";
        workspace.ifPresent(name -> lines.statement(Position.NONE, "int $L = $L.mark()", mark, name));
        ended(scope, targets);
        workspace.ifPresent(name -> lines.statement(Position.NONE, "$L.release($L)", name, mark));
    }

    private static String step(String index, int step) {
        if (Math.abs(step) == 1) {
            return index + (step > 0 ? "++" : "--");
        }
        return step > 0 ? index + " += " + step : index + " -= " + -(long) step;
    }

    /** The statements of a region, whose results are assigned if its end is reached. */
    private void ended(Scope scope, List<Value> targets) {
        statements(scope);
        if (!scope.region.alwaysThrows()) {
            assign(Position.NONE, targets, scope.region.results());
        }
    }

    private void loop(While loop) {
        Optional<Integer> flag = new DoWhile(structure, inlining, variables).flag(loop);
        if (flag.isPresent()) {
            doWhile(loop, flag.get());
            return;
        }
        assign(loop.position(), loop.results(), loop.initial());
        Scope condition = structure.scopes(loop).get(0);
        Scope body = structure.scopes(loop).get(1);
        Value test = loop.condition().results().get(0);
        if (condition.region.alwaysThrows()) {
            statements(condition);
            return;
        }
        boolean inline = condition.region.statements().stream().allMatch(checks::isInlined);
        if (inline && !variables.reads(test).isEmpty()) {
            Text head = Text.of("while ($L)", expressions.of(test).code());
            lines.block(loop.position(), head, nested(loop.position(), () -> iteration(body, loop.results())));
            return;
        }
        lines.block(loop.position(), Text.of("while (true)"), nested(loop.position(), () -> {
            statements(condition);
            lines.branch(loop.position(), not(test).code(), breaking(), new Lines(Position.NONE));
            iteration(body, loop.results());
        }));
    }

    private static Lines breaking() {
        Lines lines = new Lines(Position.NONE);
        lines.statement(Position.NONE, "break");
        return lines;
    }

    private void doWhile(While loop, int flag) {
        List<Value> carried = without(loop.results(), flag);
        assign(loop.position(), carried, without(loop.initial(), flag));
        Scope body = structure.scopes(loop).get(1);
        Lines inner = nested(loop.position(), () -> {
            statements(body);
            assign(Position.NONE, carried, without(body.region.results(), flag));
        });
        Text test = expressions.of(body.region.results().get(flag)).code();
        lines.add(loop.position(), Text.of("do {\n$>$L$<} while ($L);\n", inner.code(), test));
    }

    private static List<Value> without(List<Value> values, int index) {
        List<Value> others = new ArrayList<>(values);
        others.remove(index);
        return others;
    }
}
