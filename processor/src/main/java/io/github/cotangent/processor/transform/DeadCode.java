package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Removes what contributes to no result and to no exception: values that nobody reads, values carried through loops for their
 * own sake, and stores to arrays whose elements nobody reads by any name, and that the caller does not know.
 */
public final class DeadCode {

    private final Aliases aliases;
    private final Set<Value> live = new HashSet<>();

    /** Classes of arrays whose elements matter. */
    private final Set<Value> read = new HashSet<>();

    /** How many loops are around the code that is being marked. */
    private int loops;

    /** Whether something has been marked that might have been asked for earlier: all but scalars outside of loops. */
    private boolean isLate;

    private DeadCode(Aliases aliases) {
        this.aliases = aliases;
    }

    public static Function removeFrom(Function function) {
        DeadCode deadCode = new DeadCode(Aliases.of(function));
        deadCode.mark(function.results());
        deadCode.markRead(function.results());
        deadCode.markRead(function.parameters());
        do {
            deadCode.isLate = false;
            deadCode.mark(function.body());
        } while (deadCode.isLate);
        return new Function(function.name(), deadCode.rebuilt(function.body()));
    }

    private boolean isLive(Value value) {
        return live.contains(value);
    }

    private void mark(Value value) {
        isLate |= live.add(value) && loops > 0;
    }

    private void markRead(List<Value> values) {
        for (Value value : values) {
            if (value.type().isArray()) {
                isLate |= read.add(aliases.classOf(value));
            }
        }
    }

    private void mark(List<Value> values) {
        values.forEach(this::mark);
    }

    private boolean isLive(Statement statement) {
        return isAnyLive(statement.results())
                || statement instanceof Store store && read.contains(aliases.classOf(store.array()))
                || statement instanceof Call call
                        && (call.callee().mayThrow()
                                || call.written().stream().anyMatch(array -> read.contains(aliases.classOf(array))))
                || statement instanceof Throw
                || isAnyInside(statement);
    }

    private boolean isAnyLive(List<Value> values) {
        for (Value value : values) {
            if (isLive(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyInside(Statement statement) {
        for (Region region : statement.regions()) {
            for (Statement inner : region.statements()) {
                if (isLive(inner)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void mark(Region region) {
        List<Statement> statements = region.statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (isLive(statements.get(i))) {
                mark(statements.get(i));
            }
        }
    }

    private void mark(Statement statement) {
        if (statement instanceof If branch) {
            mark(branch.condition());
            markWhere(branch.results(), branch.then().results());
            markWhere(branch.results(), branch.otherwise().results());
        } else if (statement instanceof For loop) {
            mark(loop.from());
            mark(loop.to());
            loops++;
            carried(loop.results(), loop.carried(), loop.body(), loop.initial());
        } else if (statement instanceof While loop) {
            loops++;
            mark(loop.condition().results());
            mark(loop.condition());
            markWhere(loop.condition().parameters(), loop.body().parameters());
            carried(loop.results(), loop.body().parameters(), loop.body(), loop.initial());
        } else {
            mark(statement.operands());
            if (statement instanceof Let let && let.primitive().readsMemory()) {
                markRead(let.arguments());
            } else if (statement instanceof Call call) {
                markRead(call.arrays());
            }
        }
        for (Region region : statement.regions()) {
            mark(region);
        }
        if (statement instanceof For || statement instanceof While) {
            loops--;
        }
    }

    private void carried(List<Value> results, List<Value> parameters, Region body, List<Value> initial) {
        markWhere(results, parameters);
        markWhere(parameters, body.results());
        markWhere(parameters, initial);
    }

    private void markWhere(List<Value> deciding, List<Value> values) {
        indices(deciding).forEach(i -> mark(values.get(i)));
    }

    private IntStream indices(List<Value> values) {
        return IntStream.range(0, values.size()).filter(i -> isLive(values.get(i)));
    }

    private List<Value> where(List<Value> deciding, List<Value> values) {
        return indices(deciding).mapToObj(values::get).toList();
    }

    private Region rebuilt(Region region) {
        return rebuilt(region, region.parameters(), region.results());
    }

    private Region rebuilt(Region region, List<Value> parameters, List<Value> results) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            if (isLive(statement)) {
                statements.add(rebuilt(statement));
            }
        }
        return new Region(parameters, statements, results);
    }

    private Statement rebuilt(Statement statement) {
        if (statement instanceof If branch) {
            return new If(
                    branch.condition(),
                    rebuilt(
                            branch.then(),
                            List.of(),
                            where(branch.results(), branch.then().results())),
                    rebuilt(
                            branch.otherwise(),
                            List.of(),
                            where(branch.results(), branch.otherwise().results())),
                    where(branch.results(), branch.results()),
                    branch.position());
        }
        if (statement instanceof For loop) {
            List<Value> carried = loop.carried();
            List<Value> parameters = new ArrayList<>(List.of(loop.index()));
            parameters.addAll(where(carried, carried));
            return new For(
                    loop.from(),
                    loop.test(),
                    loop.to(),
                    loop.step(),
                    where(carried, loop.initial()),
                    rebuilt(loop.body(), parameters, where(carried, loop.body().results())),
                    where(carried, loop.results()),
                    loop.position());
        }
        if (statement instanceof While loop) {
            List<Value> carried = loop.body().parameters();
            Region condition = loop.condition();
            return new While(
                    where(carried, loop.initial()),
                    rebuilt(condition, where(carried, condition.parameters()), condition.results()),
                    rebuilt(
                            loop.body(),
                            where(carried, carried),
                            where(carried, loop.body().results())),
                    where(carried, loop.results()),
                    loop.position());
        }
        return statement;
    }
}
