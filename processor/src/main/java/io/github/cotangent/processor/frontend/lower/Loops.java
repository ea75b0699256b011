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
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;

/** Lowers loops. What is assigned in a loop and has a value before it is carried from one iteration to the next. */
final class Loops {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;
    private final Branches branches;
    private final Statements statements;
    private final Targets targets;

    Loops(
            Lowering lowering,
            Frame frame,
            Expressions expressions,
            Branches branches,
            Statements statements,
            Targets targets) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
        this.branches = branches;
        this.statements = statements;
        this.targets = targets;
    }

    void run(ForLoopTree tree, List<Name> labels) {
        Builder builder = code.builder();
        Position header = builder.position();
        for (StatementTree initializer : tree.getInitializer()) {
            if (initializer instanceof VariableTree variable) {
                statements.declare(variable);
            } else {
                statements.run(initializer, Set.of());
            }
        }
        builder.at(header);
        Map<Local, Tree> inBody = Assigned.in(frame.attribution(), List.of(tree.getStatement()));
        Optional<CountedLoop> counted = CountedLoop.of(
                        tree,
                        frame.attribution(),
                        inBody.keySet(),
                        element -> Records.isComponent(element, lowering.file()))
                .filter(loop -> frame.get(loop.index()).isPresent());
        if (counted.isPresent()) {
            counted(counted.get(), inBody, tree.getStatement(), labels);
        } else {
            new Repetition(
                            tree,
                            Optional.ofNullable(tree.getCondition()),
                            tree.getStatement(),
                            tree.getUpdate(),
                            labels)
                    .lower();
        }
    }

    private void counted(CountedLoop loop, Map<Local, Tree> assigned, StatementTree body, List<Name> labels) {
        Value from = frame.get(loop.index()).orElseThrow();
        Value bound = expressions.as(loop.bound(), Type.INT, "");
        Value to = loop.shift() == 0
                ? bound
                : code.define(Type.INT, "", Primitive.SUBTRACT, bound, code.literal(loop.shift(), Type.INT));
        Range range = new Range(loop.index(), from, loop.test(), to, loop.step());
        run(range, assigned, body, labels, index -> frame.set(loop.index(), index));
    }

    void run(EnhancedForLoopTree tree, List<Name> labels) {
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
        Local hidden = new Local("i", Optional.empty(), tree.getVariable());
        Map<Local, Tree> assigned = Assigned.in(frame.attribution(), List.of(tree.getStatement()));
        assigned.remove(variable);
        run(
                new Range(hidden, from, Primitive.LESS, to, 1),
                assigned,
                tree.getStatement(),
                labels,
                index -> frame.set(variable, element(array, index, type.get(), variable.name())));
    }

    private Value element(Value array, Value index, Type type, String name) {
        Type stored = array.type().element();
        Value element = code.define(stored, stored.equals(type) ? name : "", Primitive.LOAD, array, index);
        return code.cast(element, type, name);
    }

    // Loops that count.

    private record Range(Local index, Value from, Primitive test, Value to, int step) {}

    private interface Start {
        void at(Value index);
    }

    private void run(Range range, Map<Local, Tree> assigned, StatementTree body, List<Name> labels, Start start) {
        if (Leaving.isIn(body, labels)) {
            leavable(range, assigned, body, labels, start);
            return;
        }
        Value index = Value.named(Type.INT, range.index().name());
        Targets.Loop loop = targets.loop(labels);
        Carried carried = new Carried(lowering, frame, branches, targets, carried(assigned), body);
        carried.body(() -> {
            start.at(index);
            iteration(loop, labels, body);
        });
        carried.count(range.from(), range.test(), range.to(), range.step(), index);
    }

    /** A counted loop that a jump may end: its index is carried, and goes on without a test, since nobody sees it then. */
    private void leavable(Range range, Map<Local, Tree> assigned, StatementTree body, List<Name> labels, Start start) {
        Targets.Loop loop = targets.loop(labels);
        List<Local> locals = new ArrayList<>(carried(assigned));
        locals.add(range.index());
        frame.set(range.index(), range.from());
        Carried carried = new Carried(lowering, frame, branches, targets, locals, body);
        carried.body(() -> {
            Value index = frame.get(range.index()).orElseThrow();
            start.at(index);
            iteration(loop, labels, body);
            Value step = code.builder().constant(Math.abs(range.step()));
            Primitive operator = range.step() > 0 ? Primitive.ADD : Primitive.SUBTRACT;
            frame.set(range.index(), code.define(Type.INT, range.index().name(), operator, index, step));
        });
        carried.testFirst(Optional.of(() -> code.define(
                Type.BOOLEAN, "", range.test(), frame.get(range.index()).orElseThrow(), range.to())));
        frame.arrive(loop.behind());
    }

    private void iteration(Targets.Loop loop, List<Name> labels, StatementTree body) {
        targets.inLoop(labels, loop, () -> statements.run(List.of(body), Set.of(loop.again())));
        frame.arrive(loop.again());
    }

    private List<Local> carried(Map<Local, Tree> assigned) {
        return frame.assignedAmong(assigned.keySet());
    }

    // Loops that do not count.

    void run(WhileLoopTree tree, List<Name> labels) {
        new Repetition(tree, Optional.of(tree.getCondition()), tree.getStatement(), List.of(), labels).lower();
    }

    void run(DoWhileLoopTree tree, List<Name> labels) {
        new Repetition(tree, Optional.of(tree.getCondition()), tree.getStatement(), List.of(), labels).lower();
    }

    private final class Repetition {

        private final StatementTree tree;
        private final Optional<ExpressionTree> condition;
        private final StatementTree body;
        private final List<? extends StatementTree> updates;
        private final List<Name> labels;
        private final Targets.Loop loop;
        private final boolean isDo;

        /** The header's condition is left out where it is always true. */
        Repetition(
                StatementTree tree,
                Optional<ExpressionTree> condition,
                StatementTree body,
                List<? extends StatementTree> updates,
                List<Name> labels) {
            this.tree = tree;
            this.condition = condition.filter(each -> !isTrue(each));
            this.body = body;
            this.updates = updates;
            this.labels = labels;
            this.loop = targets.loop(labels);
            this.isDo = tree instanceof DoWhileLoopTree;
        }

        private boolean isTrue(ExpressionTree tree) {
            Optional<Object> constant = frame.attribution()
                    .element(Syntax.unparenthesized(tree))
                    .filter(VariableElement.class::isInstance)
                    .map(field -> ((VariableElement) field).getConstantValue());
            return Syntax.literal(tree)
                    .or(() -> constant)
                    .filter(Boolean.TRUE::equals)
                    .isPresent();
        }

        void lower() {
            if (condition.isEmpty() && !Leaving.isIn(body, labels) && !Leaving.throwsIn(body)) {
                lowering.report(tree, Message.EndlessLoop);
                iteration(loop, labels, body);
                return;
            }
            boolean testsLast = condition.isPresent() && (isDo || !isPure(condition.get()));
            Optional<Value> first =
                    testsLast && !isDo ? Optional.of(expressions.condition(condition.get())) : Optional.empty();
            Carried carried = new Carried(lowering, frame, branches, targets, carriedLocals(), tree);
            Value[] next = new Value[1];
            boolean[] isBroken = new boolean[1];
            boolean[] hasThrown = new boolean[1];
            carried.body(() -> {
                iteration(loop, labels, body);
                branches.unlessJumped(() -> statements.run(updates, Set.of()), Branches.Scope.STATEMENT, tree);
                hasThrown[0] = frame.hasThrown();
                isBroken[0] = frame.taken().containsKey(loop.behind());
                if (testsLast) {
                    next[0] = next(condition.get());
                } else if (condition.isEmpty() && frame.taken().isEmpty()) {
                    next[0] = code.builder().constant(frame.isReachable());
                } else if (condition.isEmpty() && isBroken[0] && frame.taken().size() == 1) {
                    next[0] = frame.isReachable()
                            ? code.define(Type.BOOLEAN, "", Primitive.NOT, branches.jumped(tree))
                            : code.builder().constant(false);
                }
            });
            if (next[0] != null) {
                carried.testLast(first.orElseGet(() -> code.builder().constant(true)), next[0], loop.behind());
            } else {
                carried.testFirst(condition.map(test -> () -> expressions.condition(test)));
            }
            frame.arrive(loop.behind());
            if (hasThrown[0] && isDo) {
                frame.thrown();
            }
            if (condition.isEmpty() && !isBroken[0]) {
                frame.unreachable();
            }
        }

        /** Whether to go on after an iteration: not after a jump, else if the condition holds. */
        private Value next(ExpressionTree condition) {
            if (!frame.isReachable()) {
                return code.builder().constant(false);
            }
            if (!frame.mayHaveJumped()) {
                return tested(condition);
            }
            return branches.choice(
                    branches.jumped(tree),
                    () -> code.builder().constant(false),
                    () -> tested(condition),
                    Value.unnamed(Type.BOOLEAN),
                    tree);
        }

        private Value tested(ExpressionTree condition) {
            lowering.at(condition, Optional.empty());
            return expressions.condition(condition);
        }

        /** Whether an expression may be evaluated in the condition of a loop, which must not change anything. */
        private boolean isPure(ExpressionTree expression) {
            Frame.State before = frame.snapshot();
            Region region = code.region(List.of(), () -> List.of(expressions.condition(expression)));
            boolean[] isPure = {frame.snapshot().equals(before)};
            region.forEach(statement -> isPure[0] &= !(statement instanceof Store)
                    && !(statement instanceof Call call && !call.written().isEmpty()));
            frame.restore(before);
            return isPure[0];
        }

        /** A loop whose body is always run may give a variable its first value. */
        private List<Local> carriedLocals() {
            List<Tree> parts = new ArrayList<>(List.of(body));
            parts.addAll(updates);
            condition.ifPresent(parts::add);
            Map<Local, Tree> assigned = Assigned.in(frame.attribution(), parts);
            if (isDo || condition.isEmpty()) {
                frame.declared().stream()
                        .filter(local ->
                                assigned.containsKey(local) && frame.get(local).isEmpty())
                        .forEach(local -> local.type()
                                .flatMap(Scalars::of)
                                .ifPresent(type -> frame.set(local, code.placeholder(type))));
            }
            return carried(assigned);
        }
    }
}
