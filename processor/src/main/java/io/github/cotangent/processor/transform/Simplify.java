package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Straightens the code that the transformations leave: a value that every iteration of a loop carries on unchanged is no
 * longer carried, an {@code if} hands on no value that both its branches agree on, and nothing is multiplied by 1. Not a bit
 * of any value changes.
 */
public final class Simplify {

    private final Map<Value, Value> replacements = new HashMap<>();
    private final Algebra.Facts facts = new Algebra.Facts();

    private Simplify() {}

    public static Function apply(Function function) {
        Function before;
        Function after = function;
        int count;
        do {
            Simplify simplify = new Simplify();
            before = after;
            after = new Function(before.name(), simplify.region(before.body()));
            count = simplify.replacements.size();
        } while (count > 0);
        return after;
    }

    private Value now(Value value) {
        Value replacement = replacements.get(value);
        return replacement == null ? value : now(replacement);
    }

    /** The values as they are now; the same list if nothing has been replaced. */
    private List<Value> now(List<Value> values) {
        for (Value value : values) {
            if (replacements.containsKey(value)) {
                return values.stream().map(this::now).toList();
            }
        }
        return values;
    }

    private Let now(Let let) {
        List<Value> arguments = now(let.arguments());
        return arguments == let.arguments() ? let : new Let(let.result(), let.primitive(), arguments, let.position());
    }

    private Region region(Region region) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            facts.see(statement);
            if (statement instanceof Let let && let.primitive() == Primitive.THROUGH) {
                replacements.put(let.result(), let.argument(0));
            } else if (statement instanceof Let let && isTimesOne(let)) {
                replacements.put(let.result(), let.argument(isOne(let.argument(0)) ? 1 : 0));
            } else {
                statements.add(statement(statement));
            }
        }
        return new Region(region.parameters(), statements, now(region.results()));
    }

    private boolean isTimesOne(Let let) {
        return switch (let.primitive()) {
            case MULTIPLY -> isOne(let.argument(0)) || isOne(let.argument(1));
            case STRONG_TIMES -> isOne(let.argument(0));
            default -> false;
        };
    }

    private boolean isOne(Value value) {
        return facts.literal(now(value)).filter(literal -> literal == 1).isPresent();
    }

    private Statement statement(Statement statement) {
        if (statement instanceof Let let) {
            return now(let);
        }
        if (statement instanceof Store store) {
            return new Store(now(store.array()), now(store.index()), now(store.element()), store.position());
        }
        if (statement instanceof Throw failure) {
            return failure.with(this::now);
        }
        if (statement instanceof Call call) {
            return new Call(call.results(), call.callee(), now(call.arguments()), call.position());
        }
        if (statement instanceof If branch) {
            return branch(branch);
        }
        if (statement instanceof For loop) {
            return loop(loop);
        }
        if (statement instanceof While loop) {
            return loop(loop);
        }
        return (Constant) statement;
    }

    private If branch(If branch) {
        List<Value> thenResults = now(branch.then().results());
        List<Value> otherwiseResults = now(branch.otherwise().results());
        IntPredicate differs = i -> thenResults.get(i) != otherwiseResults.get(i);
        replace(branch.results(), thenResults, differs.negate());
        Region then = region(branch.then());
        Region otherwise = region(branch.otherwise());
        return new If(
                now(branch.condition()),
                new Region(List.of(), then.statements(), where(differs, then.results())),
                new Region(List.of(), otherwise.statements(), where(differs, otherwise.results())),
                where(differs, branch.results()),
                branch.position());
    }

    private For loop(For loop) {
        List<Value> carried = loop.carried();
        IntPredicate changes = changes(carried, loop.body());
        List<Value> initial = now(loop.initial());
        replace(carried, initial, changes.negate());
        replace(loop.results(), initial, changes.negate());
        Region body = region(loop.body());
        List<Value> parameters = new ArrayList<>(List.of(loop.index()));
        parameters.addAll(where(changes, carried));
        return new For(
                now(loop.from()),
                loop.test(),
                now(loop.to()),
                loop.step(),
                where(changes, initial),
                new Region(parameters, body.statements(), where(changes, body.results())),
                where(changes, loop.results()),
                loop.position());
    }

    private While loop(While loop) {
        List<Value> carried = loop.body().parameters();
        IntPredicate changes = changes(carried, loop.body());
        List<Value> initial = now(loop.initial());
        replace(carried, initial, changes.negate());
        replace(loop.condition().parameters(), initial, changes.negate());
        replace(loop.results(), initial, changes.negate());
        Region condition = region(loop.condition());
        Region body = region(loop.body());
        return new While(
                where(changes, initial),
                new Region(where(changes, condition.parameters()), condition.statements(), condition.results()),
                new Region(where(changes, carried), body.statements(), where(changes, body.results())),
                where(changes, loop.results()),
                loop.position());
    }

    private static IntPredicate changes(List<Value> carried, Region body) {
        return i -> carried.get(i) != body.results().get(i);
    }

    private void replace(List<Value> values, List<Value> by, IntPredicate which) {
        IntStream.range(0, values.size()).filter(which).forEach(i -> replacements.put(values.get(i), by.get(i)));
    }

    private static List<Value> where(IntPredicate which, List<Value> values) {
        return IntStream.range(0, values.size())
                .filter(which)
                .mapToObj(values::get)
                .toList();
    }
}
