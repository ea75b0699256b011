package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Name;

/**
 * Lowers statements. Each is told which targets lie right behind it: a jump to one of those needs nothing done. Any other
 * jump is noted in the frame, and what follows a statement that may have jumped is run unless it has; where one side of
 * an {@code if} always jumps, what follows simply becomes part of the other side.
 */
final class Statements {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;
    private final Branches branches;
    private final Targets targets = new Targets();
    private final Loops loops;
    private final Switches switches;
    private final Exceptions exceptions;

    Statements(Lowering lowering, Frame frame) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.branches = new Branches(lowering, frame);
        this.switches = new Switches(lowering, frame, branches, this, targets);
        this.expressions = new Expressions(lowering, frame, branches, Optional.of(switches));
        this.switches.use(expressions);
        this.exceptions = new Exceptions(lowering, frame, expressions, branches);
        this.loops = new Loops(lowering, frame, expressions, branches, this, targets);
    }

    /** A whole body: its result, none for a method that returns nothing. */
    List<Value> method(BlockTree body) {
        run(body.getStatements(), Set.of(frame.end()));
        Optional<Value> result = frame.result(frame.end());
        if (result.isEmpty() && frame.result().isPresent()) {
            if (!frame.hasThrown()) {
                expressions.mistake(body);
            }
            return List.of(code.placeholder(frame.result().get()));
        }
        return result.stream().toList();
    }

    /** What is left of a constructor's body: the record that it has made where it is left. */
    Value constructor(List<? extends StatementTree> body, Tree tree) {
        run(body, Set.of());
        if (!frame.mayHaveJumped()) {
            return frame.made().orElseThrow();
        }
        Runnable leave = () -> {
            frame.result(frame.end(), frame.made().orElseThrow());
            frame.jump(frame.end());
        };
        branches.unlessJumped(leave, Branches.Scope.END, tree);
        return frame.result(frame.end())
                .orElseGet(() -> code.placeholder(frame.result().orElseThrow()));
    }

    Value delegate(MethodInvocationTree call, Type type) {
        return expressions.records().delegate(call, type);
    }

    /** Statements in their order, with targets right behind the last one. */
    void run(List<? extends StatementTree> sequence, Set<Target> behind) {
        // The compiler's lists are linked: they are searched for each element, and copied for each part.
        List<StatementTree> statements = List.copyOf(sequence);
        for (int i = 0; i < statements.size(); i++) {
            StatementTree first = statements.get(i);
            List<StatementTree> rest = statements.subList(i + 1, statements.size());
            if (rest.isEmpty()) {
                run(first, behind);
            } else if (first instanceof BlockTree block) {
                run(join(block.getStatements(), rest), behind);
                return;
            } else if (first instanceof IfTree branch && oneSideJumps(branch)) {
                branch(branch, rest, behind);
                return;
            } else {
                run(first, Set.of());
                if (frame.mayHaveJumped()) {
                    branches.unlessJumped(() -> run(rest, behind), scope(behind), first);
                    return;
                }
            }
        }
    }

    private static boolean oneSideJumps(IfTree tree) {
        return Syntax.alwaysJumps(tree.getThenStatement())
                != (tree.getElseStatement() != null && Syntax.alwaysJumps(tree.getElseStatement()));
    }

    private static List<StatementTree> join(List<? extends StatementTree> first, List<? extends StatementTree> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    Branches.Scope scope(Set<Target> behind) {
        return behind.contains(frame.end()) ? Branches.Scope.END : Branches.Scope.STATEMENT;
    }

    void run(StatementTree statement, Set<Target> behind) {
        if (statement instanceof BlockTree block) {
            run(block.getStatements(), behind);
        } else if (statement instanceof VariableTree variable) {
            lowering.at(variable, Optional.empty());
            declare(variable);
        } else if (statement instanceof ExpressionStatementTree expression) {
            lowering.at(expression, Optional.empty());
            expression(Syntax.unparenthesized(expression.getExpression()));
        } else if (statement instanceof IfTree branch) {
            branch(branch, List.of(), behind);
        } else if (statement instanceof LabeledStatementTree labeled) {
            labeled(labeled, behind);
        } else if (statement instanceof SwitchTree choice) {
            lowering.at(choice.getExpression(), Optional.empty());
            switches.run(choice, behind);
        } else if (statement instanceof ThrowTree failure) {
            lowering.at(failure, Optional.empty());
            exceptions.run(failure);
        } else if (statement instanceof AssertTree check) {
            lowering.at(check, Optional.empty());
            exceptions.run(check);
        } else if (!(statement instanceof EmptyStatementTree)
                && !isLoop(statement, List.of())
                && !isJump(statement, behind)) {
            lowering.report(statement, Fence.forbidden(statement).orElse(Message.UnsupportedSyntax));
        }
    }

    private boolean isLoop(StatementTree statement, List<Name> labels) {
        if (statement instanceof ForLoopTree loop) {
            lowering.at(loop, Optional.of(loop.getStatement()));
            loops.run(loop, labels);
        } else if (statement instanceof EnhancedForLoopTree loop) {
            lowering.at(loop, Optional.of(loop.getStatement()));
            loops.run(loop, labels);
        } else if (statement instanceof WhileLoopTree loop) {
            lowering.at(loop, Optional.of(loop.getStatement()));
            loops.run(loop, labels);
        } else if (statement instanceof DoWhileLoopTree loop) {
            lowering.at(loop.getCondition(), Optional.empty());
            loops.run(loop, labels);
        } else {
            return false;
        }
        return true;
    }

    private void labeled(LabeledStatementTree tree, Set<Target> behind) {
        List<Name> labels = List.of(tree.getLabel());
        if (isLoop(tree.getStatement(), labels)) {
            return;
        }
        Target end = targets.behind(labels);
        targets.inLabeled(tree.getLabel(), end, () -> run(tree.getStatement(), and(behind, end)));
        frame.arrive(end);
    }

    /** The targets behind a statement at whose end there is one more. */
    static Set<Target> and(Set<Target> behind, Target end) {
        Set<Target> all = new HashSet<>(behind);
        all.add(end);
        return all;
    }

    private boolean isJump(StatementTree statement, Set<Target> behind) {
        if (statement instanceof ReturnTree leave) {
            lowering.at(leave, Optional.empty());
            result(leave).ifPresent(value -> frame.result(frame.end(), value));
            jump(leave, Optional.of(frame.end()), behind);
        } else if (statement instanceof BreakTree leave) {
            jump(leave, targets.of(leave), behind);
        } else if (statement instanceof ContinueTree leave) {
            jump(leave, targets.of(leave), behind);
        } else if (statement instanceof YieldTree leave) {
            lowering.at(leave, Optional.empty());
            targets.ofYield().ifPresent(target -> switches.deliver(leave.getValue(), target));
            jump(leave, targets.ofYield(), behind);
        } else {
            return false;
        }
        return true;
    }

    private void jump(Tree tree, Optional<Target> target, Set<Target> behind) {
        if (target.isEmpty()) {
            expressions.mistake(tree);
        }
        target.filter(each -> !behind.contains(each)).ifPresent(frame::jump);
    }

    private Optional<Value> result(ReturnTree tree) {
        Optional<Value> made = frame.made();
        if (made.isPresent() && tree.getExpression() == null) {
            return made;
        }
        if (tree.getExpression() == null || frame.result().isEmpty()) {
            if (tree.getExpression() != null || frame.result().isPresent()) {
                expressions.mistake(tree);
            }
            return frame.result().map(code::placeholder);
        }
        Value value = expressions.as(
                tree.getExpression(), frame.result().get(), frame.end().name());
        if (lowering.isOutermost()) {
            lowering.returned(value, tree.getExpression());
        }
        return Optional.of(value);
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
            expressions.assign(tree);
        } else if (tree instanceof MethodInvocationTree call) {
            expressions.call(call);
        } else {
            lowering.report(tree, Fence.forbidden(tree).orElse(Message.UnsupportedSyntax));
        }
    }

    /** An {@code if} and what follows it, which goes on from the side that does not always jump. */
    private void branch(IfTree tree, List<? extends StatementTree> rest, Set<Target> behind) {
        lowering.at(tree, Optional.of(tree.getThenStatement()));
        Value condition = expressions.condition(tree.getCondition());
        boolean thenJumps = Syntax.alwaysJumps(tree.getThenStatement());
        branches.run(
                condition,
                () -> run(join(List.of(tree.getThenStatement()), thenJumps ? List.of() : rest), behind),
                () -> run(
                        join(
                                Optional.ofNullable(tree.getElseStatement()).stream()
                                        .toList(),
                                thenJumps ? rest : List.of()),
                        behind),
                scope(behind),
                tree);
    }
}
