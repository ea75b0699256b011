package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which values carry derivatives: those that vary with the inputs <em>and</em> are useful to a result, or to an array of the
 * caller's. For an array the
 * answer holds for its whole class of {@linkplain Aliases aliases}, at every point of the program.
 */
public final class Activity {

    private final Aliases aliases;
    private final Set<Value> varied = new HashSet<>();
    private final Set<Value> useful = new HashSet<>();

    /** How many loops are around the code that a pass is in. */
    private int loops;

    /** Whether a pass has found what it might have needed earlier. */
    private boolean isLate;

    private Activity(Aliases aliases) {
        this.aliases = aliases;
    }

    /**
     * Finds the active values of a function.
     *
     * @param withRespectTo the parameters that vary
     */
    public static Activity of(Function function, Aliases aliases, List<Value> withRespectTo) {
        Activity activity = new Activity(aliases);
        withRespectTo.forEach(value -> activity.mark(activity.varied, value));
        activity.untilStable(() -> activity.forward(function.body()));
        function.results().forEach(value -> activity.mark(activity.useful, value));
        function.parameters().stream()
                .filter(parameter -> parameter.type().isArray())
                .forEach(array -> activity.mark(activity.useful, array));
        activity.untilStable(() -> activity.backward(function.body()));
        return activity;
    }

    public boolean isActive(Value value) {
        Value key = key(value);
        return varied.contains(key) && useful.contains(key);
    }

    /** Whether a value has a derivative with respect to the inputs, whether or not a result has one with respect to it. */
    public boolean varies(Value value) {
        return varied.contains(key(value));
    }

    /** Whether anything inside a statement has an adjoint: a value that it defines, or an array that it writes to. */
    public boolean isActive(Statement statement) {
        return statement.results().stream().anyMatch(this::isActive)
                || statement instanceof Store store && isActive(store.array())
                || statement instanceof Call call && call.written().stream().anyMatch(this::isActive)
                || statement.regions().stream()
                        .flatMap(region -> region.statements().stream())
                        .anyMatch(this::isActive);
    }

    private Value key(Value value) {
        return value.type().isArray() ? aliases.classOf(value) : value;
    }

    private void mark(Set<Value> set, Value value) {
        if (value.type().isReal() && set.add(key(value))) {
            isLate |= loops > 0 || value.type().isArray();
        }
    }

    /** Marks {@code to} if {@code from} is marked. */
    private void flow(Set<Value> set, Value from, Value to) {
        if (set.contains(key(from))) {
            mark(set, to);
        }
    }

    private void flow(Set<Value> set, List<Value> from, List<Value> to) {
        for (int i = 0; i < from.size(); i++) {
            flow(set, from.get(i), to.get(i));
        }
    }

    /** Marks all of {@code to} if any of {@code from} is marked. */
    private void flowAll(Set<Value> set, List<Value> from, List<Value> to) {
        from.forEach(source -> to.forEach(target -> flow(set, source, target)));
    }

    private static List<Value> changed(Call call) {
        List<Value> changed = new ArrayList<>(call.results());
        changed.addAll(call.written());
        return changed;
    }

    /**
     * A fact about a scalar is found before it is needed, but for loops; one that goes once round a loop takes one more pass,
     * so loops need no iteration of their own.
     */
    private void untilStable(Runnable pass) {
        do {
            isLate = false;
            pass.run();
        } while (isLate);
    }

    private void forward(Region region) {
        for (Statement statement : region.statements()) {
            if (statement instanceof Let let) {
                for (int i = 0; i < let.arguments().size(); i++) {
                    if (Rules.isDifferentiable(let, i)) {
                        flow(varied, let.argument(i), let.result());
                    }
                }
            } else if (statement instanceof Store store) {
                flow(varied, store.element(), store.array());
            } else if (statement instanceof Call call) {
                flowAll(varied, call.varying(), changed(call));
            } else if (statement instanceof If branch) {
                forward(branch.then());
                forward(branch.otherwise());
                flow(varied, branch.then().results(), branch.results());
                flow(varied, branch.otherwise().results(), branch.results());
            } else if (statement instanceof For loop) {
                forward(loop.initial(), loop.carried(), loop.body(), loop.results());
            } else if (statement instanceof While loop) {
                forward(loop.initial(), loop.body().parameters(), loop.body(), loop.results());
            }
        }
    }

    private void forward(List<Value> initial, List<Value> carried, Region body, List<Value> results) {
        flow(varied, initial, carried);
        loops++;
        forward(body);
        flow(varied, body.results(), carried);
        loops--;
        flow(varied, carried, results);
    }

    private void backward(Region region) {
        List<Statement> statements = region.statements();
        for (int s = statements.size() - 1; s >= 0; s--) {
            Statement statement = statements.get(s);
            if (statement instanceof Let let) {
                for (int i = 0; i < let.arguments().size(); i++) {
                    if (Rules.isDifferentiable(let, i)) {
                        flow(useful, let.result(), let.argument(i));
                    }
                }
            } else if (statement instanceof Store store) {
                flow(useful, store.array(), store.element());
            } else if (statement instanceof Call call) {
                flowAll(useful, changed(call), call.varying());
            } else if (statement instanceof If branch) {
                flow(useful, branch.results(), branch.then().results());
                flow(useful, branch.results(), branch.otherwise().results());
                backward(branch.then());
                backward(branch.otherwise());
            } else if (statement instanceof For loop) {
                backward(loop.initial(), loop.carried(), loop.body(), loop.results());
            } else if (statement instanceof While loop) {
                backward(loop.initial(), loop.body().parameters(), loop.body(), loop.results());
            }
        }
    }

    private void backward(List<Value> initial, List<Value> carried, Region body, List<Value> results) {
        flow(useful, results, carried);
        flow(useful, carried, body.results());
        loops++;
        backward(body);
        flow(useful, carried, body.results());
        loops--;
        flow(useful, carried, initial);
    }
}
