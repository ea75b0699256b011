package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lowers loops. What is assigned in a loop and has a value before it is carried from one iteration to the next. */
final class Loops {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;
    private final Statements statements;

    Loops(Lowering lowering, Frame frame, Expressions expressions, Statements statements) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
        this.statements = statements;
    }

    void run(ForLoopTree tree) {
        Builder builder = code.builder();
        Position header = builder.position();
        for (StatementTree initializer : tree.getInitializer()) {
            if (initializer instanceof VariableTree variable) {
                statements.declare(variable);
            } else {
                statements.run(initializer);
            }
        }
        builder.at(header);
        Map<Local, Tree> inBody = Assigned.in(frame.attribution(), List.of(tree.getStatement()));
        Optional<CountedLoop> counted = CountedLoop.of(tree, frame.attribution(), inBody.keySet())
                .filter(loop -> frame.get(loop.index()).isPresent());
        if (counted.isPresent()) {
            counted(counted.get(), inBody, tree.getStatement());
            return;
        }
        List<StatementTree> body = new ArrayList<>(List.of(tree.getStatement()));
        body.addAll(tree.getUpdate());
        loopWhile(tree, tree.getCondition(), body);
    }

    private void counted(CountedLoop loop, Map<Local, Tree> assigned, StatementTree body) {
        Value from = frame.get(loop.index()).orElseThrow();
        Value to = expressions.as(loop.bound(), Type.INT, "");
        Value index = Value.named(Type.INT, loop.index().name());
        loopFor(from, loop.test(), to, loop.step(), index, assigned, () -> {
            frame.set(loop.index(), index);
            statements.run(body);
        });
    }

    private void loopFor(
            Value from, Primitive test, Value to, int step, Value index, Map<Local, Tree> assigned, Runnable content) {
        List<Local> carried = carried(assigned);
        List<Value> initial = values(carried);
        List<Value> parameters =
                Stream.concat(Stream.of(index), fresh(carried).stream()).toList();
        Region body = body(carried, parameters, 1, content);
        List<Value> results = fresh(carried);
        code.builder()
                .append(new For(
                        from,
                        test,
                        to,
                        step,
                        initial,
                        body,
                        results,
                        code.builder().position()));
        bind(carried, results);
    }

    void run(EnhancedForLoopTree tree) {
        Value array = expressions.value(tree.getExpression(), "");
        Local variable = frame.attribution().local(tree.getVariable()).orElseThrow();
        Optional<Type> type = expressions.typeOf(variable, tree.getVariable());
        if (!array.type().isArray() || type.isEmpty()) {
            expressions.mistake(tree);
            return;
        }
        if (!Scalars.widens(array.type().element(), type.get())) {
            expressions.mistake(tree.getVariable());
            return;
        }
        Value from = code.builder().constant(0);
        Value to = code.builder().length(array);
        Value index = Value.named(Type.INT, "i");
        Map<Local, Tree> assigned = Assigned.in(frame.attribution(), List.of(tree.getStatement()));
        assigned.remove(variable);
        loopFor(from, Primitive.LESS, to, 1, index, assigned, () -> {
            frame.set(variable, element(array, index, type.get(), variable.name()));
            statements.run(tree.getStatement());
        });
    }

    private Value element(Value array, Value index, Type type, String name) {
        Type stored = array.type().element();
        Value element = code.define(stored, stored.equals(type) ? name : "", Primitive.LOAD, array, index);
        return code.cast(element, type, name);
    }

    void run(WhileLoopTree tree) {
        loopWhile(tree, tree.getCondition(), List.of(tree.getStatement()));
    }

    private void loopWhile(StatementTree tree, ExpressionTree condition, List<StatementTree> body) {
        if (isEndless(tree, condition)) {
            return;
        }
        List<Local> carried = carried(Assigned.in(frame.attribution(), body));
        List<Value> initial = values(carried);
        List<Value> tested = fresh(carried);
        Region test = within(() -> code.region(tested, () -> {
            bind(carried, tested);
            return List.of(expressions.condition(condition));
        }));
        Region repeated = body(carried, fresh(carried), 0, () -> body.forEach(statements::run));
        List<Value> results = fresh(carried);
        code.builder()
                .append(new While(
                        initial, test, repeated, results, code.builder().position()));
        bind(carried, results);
    }

    /** A do loop carries whether to go on, which holds at first and then is the condition at the end of the body. */
    void run(DoWhileLoopTree tree) {
        if (isEndless(tree, tree.getCondition())) {
            return;
        }
        List<Local> carried = carried(Assigned.in(frame.attribution(), List.of(tree.getStatement())));
        List<Value> initial = new ArrayList<>(List.of(code.builder().constant(true)));
        initial.addAll(values(carried));
        List<Value> tested = again(carried);
        Region test = code.region(tested, () -> List.of(tested.get(0)));
        List<Value> parameters = again(carried);
        Region repeated = within(() -> code.region(parameters, () -> {
            bind(carried, parameters.subList(1, parameters.size()));
            statements.run(tree.getStatement());
            lowering.at(tree.getCondition(), Optional.empty());
            List<Value> next = new ArrayList<>(List.of(expressions.condition(tree.getCondition())));
            next.addAll(values(carried));
            return next;
        }));
        List<Value> results = again(carried);
        code.builder()
                .append(new While(
                        initial, test, repeated, results, code.builder().position()));
        bind(carried, results.subList(1, results.size()));
    }

    private static List<Value> again(List<Local> carried) {
        return Stream.concat(Stream.of(Value.named(Type.BOOLEAN, "again")), fresh(carried).stream())
                .toList();
    }

    private boolean isEndless(StatementTree tree, ExpressionTree condition) {
        boolean endless = condition == null
                || Syntax.literal(condition).filter(Boolean.TRUE::equals).isPresent();
        if (endless) {
            lowering.report(tree, Message.EndlessLoop);
        }
        return endless;
    }

    /** The region of a loop's body: its parameters from {@code skipped} on are the carried variables. */
    private Region body(List<Local> carried, List<Value> parameters, int skipped, Runnable content) {
        return within(() -> code.region(parameters, () -> {
            bind(carried, parameters.subList(skipped, parameters.size()));
            content.run();
            return values(carried);
        }));
    }

    /** What the variables are inside a loop is forgotten behind it. */
    private Region within(Supplier<Region> content) {
        Map<Local, Value> before = frame.snapshot();
        Region region = content.get();
        frame.restore(before);
        return region;
    }

    private List<Local> carried(Map<Local, Tree> assigned) {
        List<Local> carried = frame.assignedAmong(assigned.keySet());
        carried.stream()
                .filter(local -> frame.get(local).orElseThrow().type().isArray())
                .forEach(local -> lowering.report(assigned.get(local), Message.ArrayVariable, local.name()));
        return carried;
    }

    private List<Value> values(List<Local> locals) {
        return locals.stream().map(local -> frame.get(local).orElseThrow()).toList();
    }

    private static List<Value> fresh(List<Local> locals) {
        return locals.stream()
                .map(local -> Value.named(Scalars.of(local.type().orElseThrow()).orElseThrow(), local.name()))
                .toList();
    }

    private void bind(List<Local> locals, List<Value> values) {
        for (int i = 0; i < locals.size(); i++) {
            frame.set(locals.get(i), values.get(i));
        }
    }
}
