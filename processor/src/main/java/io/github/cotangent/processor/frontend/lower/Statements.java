package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lowers statements. A branch hands on the variables that it changes; a return takes what follows into its branch. */
final class Statements {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;
    private final Assignments assignments;
    private final Loops loops;

    Statements(Lowering lowering, Frame frame) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = new Expressions(lowering, frame);
        this.assignments = new Assignments(lowering, frame, expressions);
        this.loops = new Loops(lowering, frame, expressions, this);
    }

    /** A whole body: its result, none for a method that returns nothing. */
    List<Value> method(BlockTree body) {
        return path(body.getStatements(), body);
    }

    /** Statements up to the end of the method. */
    private List<Value> path(List<? extends StatementTree> statements, Tree end) {
        Optional<List<Value>> returned = run(statements);
        if (returned.isEmpty() && frame.result().isPresent()) {
            expressions.mistake(end);
            return List.of(code.placeholder(frame.result().get()));
        }
        return returned.orElse(List.of());
    }

    /** Statements in their order, and what they return if they do. */
    Optional<List<Value>> run(List<? extends StatementTree> statements) {
        for (int i = 0; i < statements.size(); i++) {
            StatementTree statement = statements.get(i);
            if (Syntax.containsReturn(statement) && !isFenced(statement)) {
                return Optional.of(returning(statement, statements.subList(i + 1, statements.size())));
            }
            run(statement);
        }
        return Optional.empty();
    }

    /** A loop with a return in it was reported; the rest is looked at as if it had none. */
    private static boolean isFenced(StatementTree tree) {
        return !(tree instanceof ReturnTree || tree instanceof BlockTree || tree instanceof IfTree);
    }

    private List<Value> returning(StatementTree statement, List<? extends StatementTree> rest) {
        if (statement instanceof BlockTree block) {
            return path(join(block.getStatements(), rest), statement);
        }
        if (statement instanceof IfTree branch) {
            return returningBranch(branch, rest);
        }
        lowering.at(statement, Optional.empty());
        return result((ReturnTree) statement);
    }

    private List<Value> result(ReturnTree tree) {
        if (tree.getExpression() == null || frame.result().isEmpty()) {
            if (tree.getExpression() != null || frame.result().isPresent()) {
                expressions.mistake(tree);
            }
            return frame.result().map(code::placeholder).map(List::of).orElse(List.of());
        }
        Value value = expressions.as(tree.getExpression(), frame.result().get(), frame.resultName());
        if (lowering.isOutermost()) {
            lowering.parameterOf(value)
                    .ifPresent(name -> lowering.report(
                            tree.getExpression(), Message.ParameterReturned, name, tree.getExpression()));
        }
        return List.of(value);
    }

    /** The side that does not return goes on with the rest of the method. */
    private List<Value> returningBranch(IfTree tree, List<? extends StatementTree> rest) {
        lowering.at(tree, Optional.of(tree.getThenStatement()));
        List<StatementTree> then = List.of(tree.getThenStatement());
        List<StatementTree> otherwise = tree.getElseStatement() == null ? List.of() : List.of(tree.getElseStatement());
        boolean thenReturns = then.stream().anyMatch(Syntax::alwaysReturns);
        boolean otherwiseReturns = otherwise.stream().anyMatch(Syntax::alwaysReturns);
        if (!thenReturns && !otherwiseReturns && !rest.isEmpty()) {
            lowering.report(tree, Message.EarlyReturn);
            return path(rest, tree);
        }
        Value condition = expressions.condition(tree.getCondition());
        Map<Local, Value> before = frame.snapshot();
        Region yes = code.region(List.of(), () -> path(thenReturns ? then : join(then, rest), tree));
        frame.restore(before);
        Region no = code.region(
                List.of(), () -> path(thenReturns || !otherwiseReturns ? join(otherwise, rest) : otherwise, tree));
        frame.restore(before);
        return chosen(condition, yes, no, tree);
    }

    private List<Value> chosen(Value condition, Region yes, Region no, IfTree tree) {
        boolean sameArray = yes.results().equals(no.results());
        List<Value> results = sameArray
                ? List.of()
                : yes.results().stream()
                        .map(value -> Code.value(value.type(), frame.resultName()))
                        .toList();
        results.stream()
                .filter(value -> value.type().isArray())
                .forEach(value -> lowering.report(tree, Message.ArrayChoice));
        List<Value> returned = sameArray ? yes.results() : results;
        code.builder()
                .append(new If(
                        condition,
                        keeping(yes, results),
                        keeping(no, results),
                        results,
                        code.builder().position()));
        return returned;
    }

    private static Region keeping(Region region, List<Value> results) {
        return results.isEmpty() ? new Region(List.of(), region.statements(), List.of()) : region;
    }

    private static List<StatementTree> join(List<? extends StatementTree> first, List<? extends StatementTree> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** A statement that does not return. */
    void run(StatementTree statement) {
        if (statement instanceof BlockTree block) {
            block.getStatements().forEach(this::run);
        } else if (statement instanceof VariableTree variable) {
            lowering.at(variable, Optional.empty());
            declare(variable);
        } else if (statement instanceof ExpressionStatementTree expression) {
            lowering.at(expression, Optional.empty());
            expression(Syntax.unparenthesized(expression.getExpression()));
        } else if (statement instanceof IfTree branch) {
            lowering.at(branch, Optional.of(branch.getThenStatement()));
            branch(branch);
        } else if (statement instanceof ForLoopTree loop) {
            lowering.at(loop, Optional.of(loop.getStatement()));
            loops.run(loop);
        } else if (statement instanceof EnhancedForLoopTree loop) {
            lowering.at(loop, Optional.of(loop.getStatement()));
            loops.run(loop);
        } else if (statement instanceof WhileLoopTree loop) {
            lowering.at(loop, Optional.of(loop.getStatement()));
            loops.run(loop);
        } else if (statement instanceof DoWhileLoopTree loop) {
            lowering.at(loop.getCondition(), Optional.empty());
            loops.run(loop);
        } else if (!(statement instanceof EmptyStatementTree)) {
            lowering.report(statement, Fence.forbidden(statement).orElse(Message.UnsupportedSyntax));
        }
    }

    void declare(VariableTree tree) {
        Local local = frame.attribution().local(tree).orElseThrow();
        Optional<Type> type = expressions.typeOf(local, tree);
        frame.declare(local);
        if (type.isPresent() && tree.getInitializer() != null) {
            frame.set(local, expressions.as(tree.getInitializer(), type.get(), local.name()));
        }
    }

    private void expression(ExpressionTree tree) {
        if (Syntax.isAssignment(tree)) {
            assignments.run(tree);
        } else if (tree instanceof MethodInvocationTree call) {
            expressions.call(call);
        } else {
            lowering.report(tree, Fence.forbidden(tree).orElse(Message.UnsupportedSyntax));
        }
    }

    private void branch(IfTree tree) {
        Value condition = expressions.condition(tree.getCondition());
        Set<Local> visible = frame.declared();
        Map<Local, Value> before = frame.snapshot();
        Builder then = code.builder().nested();
        Map<Local, Value> afterThen = side(then, tree.getThenStatement());
        frame.restore(before);
        Builder otherwise = code.builder().nested();
        Map<Local, Value> afterElse = side(otherwise, tree.getElseStatement());
        frame.restore(before);

        List<Local> merged = new ArrayList<>();
        for (Local local : visible) {
            boolean assigned = afterThen.containsKey(local) && afterElse.containsKey(local);
            if (!assigned) {
                continue;
            }
            if (afterThen.get(local) == afterElse.get(local)) {
                frame.set(local, afterThen.get(local));
            } else {
                merged.add(local);
            }
        }
        merge(condition, then, otherwise, merged, afterThen, afterElse, tree);
    }

    private Map<Local, Value> side(Builder builder, StatementTree statement) {
        return code.within(builder, () -> {
            if (statement != null) {
                run(statement);
            }
            return frame.snapshot();
        });
    }

    private void merge(
            Value condition,
            Builder then,
            Builder otherwise,
            List<Local> merged,
            Map<Local, Value> afterThen,
            Map<Local, Value> afterElse,
            IfTree tree) {
        List<Value> results = new ArrayList<>();
        for (Local local : merged) {
            Value result = Value.named(afterThen.get(local).type(), local.name());
            frame.set(local, result);
            results.add(result);
            if (result.type().isArray()) {
                Tree assignment =
                        Assigned.in(frame.attribution(), List.of(tree)).getOrDefault(local, tree);
                lowering.report(assignment, Message.ArrayVariable, local.name());
            }
        }
        Region yes = then.region(List.of(), merged.stream().map(afterThen::get).toList());
        Region no =
                otherwise.region(List.of(), merged.stream().map(afterElse::get).toList());
        code.builder().append(new If(condition, yes, no, results, code.builder().position()));
    }
}
