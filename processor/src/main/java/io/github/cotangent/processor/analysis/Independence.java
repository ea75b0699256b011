package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which loops of a function's body have iterations that depend on each other through sums alone. The adjoint of a sum is the
 * same for every iteration, so the reverse of an iteration can follow it at once.
 *
 * <p>An array that such a loop writes to is written anew by every iteration before it is read, and read nowhere else; or
 * each iteration touches no element but that of the loop's index.
 */
public final class Independence {

    private final Function function;
    private final Activity activity;
    private final Aliases aliases;
    private final Frames frames;
    private final Map<Value, List<Statement>> users = new HashMap<>();
    private final Uses uses;

    private Independence(Function function, Activity activity, Aliases aliases, Frames frames) {
        this.function = function;
        this.activity = activity;
        this.aliases = aliases;
        this.frames = frames;
        this.uses = Uses.in(function.body());
        function.body().forEach(statement -> {
            statement.operands().forEach(operand -> use(operand, statement));
            statement.regions().forEach(region -> region.results().forEach(result -> use(result, statement)));
        });
    }

    private void use(Value value, Statement user) {
        users.computeIfAbsent(value, none -> new ArrayList<>()).add(user);
    }

    /** The independent loops among the statements of the function's body. */
    public static List<For> loops(Function function, Activity activity, Aliases aliases, Frames frames) {
        Independence independence = new Independence(function, activity, aliases, frames);
        return function.body().statements().stream()
                .filter(For.class::isInstance)
                .map(For.class::cast)
                .filter(activity::isActive)
                .filter(loop -> !independence.precedesThrow(loop))
                .filter(independence::isIndependent)
                .toList();
    }

    /** A reverse that has begun before an exception is thrown would leave half of its traces. */
    private boolean precedesThrow(For loop) {
        List<Statement> statements = function.body().statements();
        return statements.stream()
                .filter(statement -> statement == loop || frames.isBefore(loop, statement))
                .anyMatch(Statement::mayThrow);
    }

    private boolean isIndependent(For loop) {
        List<Value> carried = loop.carried();
        for (int i = 0; i < carried.size(); i++) {
            boolean isSum = !carried.get(i).type().isArray()
                    && isSum(carried.get(i), loop, loop.body().results().get(i));
            if (activity.isActive(carried.get(i)) && !isSum) {
                return false;
            }
        }
        return Memory.of(loop, aliases).written().stream()
                .filter(activity::isActive)
                .allMatch(array -> aliases.isUnique(array)
                        && (isBornIn(array, loop) || isElementwise(array, loop) || isScratch(array, loop)));
    }

    private boolean isBornIn(Value array, For loop) {
        return frames.of(array).isWithin(frames.of(loop.body()));
    }

    /** Whether a value flows into a result of the region that {@code owner} holds by additions alone, and nowhere else. */
    private boolean isSum(Value value, Statement owner, Value result) {
        Value sum = value;
        while (sum != result) {
            Optional<Value> next = next(sum);
            if (next.isEmpty()) {
                return false;
            }
            sum = next.get();
        }
        return uses.isSingle(sum) && users.get(sum).get(0) == owner;
    }

    /** What a sum is after the one statement that uses it. */
    private Optional<Value> next(Value sum) {
        List<Statement> by = users.getOrDefault(sum, List.of());
        if (by.isEmpty() || !by.stream().allMatch(user -> user == by.get(0))) {
            return branchOf(sum, by);
        }
        Statement user = by.get(0);
        boolean isBeside = by.size() == 1 && frames.of(user) == frames.of(sum);
        if (user instanceof Let let && isBeside) {
            boolean isTerm =
                    let.primitive() == Primitive.ADD || let.primitive() == Primitive.SUBTRACT && let.argument(0) == sum;
            return isTerm ? Optional.of(let.result()) : Optional.empty();
        }
        if (user instanceof For inner && isBeside) {
            int slot = inner.initial().indexOf(sum);
            return slot >= 0
                            && isSum(
                                    inner.carried().get(slot),
                                    inner,
                                    inner.body().results().get(slot))
                    ? Optional.of(inner.results().get(slot))
                    : Optional.empty();
        }
        return branchOf(sum, by);
    }

    /** The result of an {@code if} that a sum goes into, in one branch or in both. */
    private Optional<Value> branchOf(Value sum, List<Statement> by) {
        Frames.Frame home = frames.of(sum);
        Optional<If> branch = Optional.empty();
        for (Statement user : by) {
            Optional<If> around = ifAround(user, home);
            if (around.isEmpty() || branch.isPresent() && branch.get() != around.get()) {
                return Optional.empty();
            }
            branch = around;
        }
        return branch.flatMap(statement -> through(statement, sum));
    }

    /** The {@code if} in a frame that a statement inside it belongs to, or that hands the value on itself. */
    private Optional<If> ifAround(Statement user, Frames.Frame home) {
        if (!frames.of(user).isWithin(home)) {
            return Optional.empty();
        }
        Statement statement = frames.within(user, home);
        return statement instanceof If branch ? Optional.of(branch) : Optional.empty();
    }

    private Optional<Value> through(If branch, Value sum) {
        for (int i = 0; i < branch.results().size(); i++) {
            if (reaches(sum, branch.then(), i) && reaches(sum, branch.otherwise(), i)) {
                return Optional.of(branch.results().get(i));
            }
        }
        return Optional.empty();
    }

    private boolean reaches(Value sum, Region branch, int slot) {
        Value result = branch.results().get(slot);
        if (result == sum) {
            return branch.results().indexOf(sum) == branch.results().lastIndexOf(sum)
                    && users.get(sum).stream().noneMatch(user -> isIn(user, branch));
        }
        List<Statement> inside =
                users.get(sum).stream().filter(user -> isIn(user, branch)).toList();
        if (inside.size() != 1 || branch.results().contains(sum)) {
            return false;
        }
        boolean isTerm = inside.get(0) instanceof Let let
                && (let.primitive() == Primitive.ADD || let.primitive() == Primitive.SUBTRACT && let.argument(0) == sum)
                && !(let.argument(0) == sum && let.argument(1) == sum)
                && let.result() == result;
        return isTerm && uses.isSingle(result);
    }

    private boolean isIn(Statement statement, Region branch) {
        return frames.of(statement).isWithin(frames.of(branch));
    }

    private boolean isElementwise(Value array, For loop) {
        List<Boolean> accesses = new ArrayList<>();
        loop.body().forEach(statement -> {
            if (statement instanceof Store store && isSame(store.array(), array)) {
                accesses.add(store.index() == loop.index());
            } else if (statement instanceof Let let
                    && let.primitive().readsMemory()
                    && isSame(let.argument(0), array)) {
                accesses.add(let.primitive() == Primitive.LOAD && let.argument(1) == loop.index());
            } else if (isCalledWith(statement, array)) {
                accesses.add(false);
            }
        });
        return accesses.stream().allMatch(isOwn -> isOwn);
    }

    private boolean isCalledWith(Statement statement, Value array) {
        return statement instanceof Call call
                && call.arrays().stream()
                        .anyMatch(argument -> aliases.reachedFrom(argument).contains(array));
    }

    private boolean isSame(Value array, Value root) {
        return aliases.cellsOf(array) == root;
    }

    private boolean isScratch(Value array, For loop) {
        List<Statement> statements = function.body().statements();
        boolean isReadLater = statements.subList(statements.indexOf(loop) + 1, statements.size()).stream()
                .anyMatch(later -> Memory.of(later, aliases).read().contains(array));
        boolean isKnownOutside = function.parameters().stream().anyMatch(parameter -> isSame(parameter, array))
                || function.results().stream().anyMatch(result -> isSame(result, array));
        return !isReadLater && !isKnownOutside && isWrittenBeforeRead(array, loop.body());
    }

    /** Whether every element that a region reads it has written before. */
    private boolean isWrittenBeforeRead(Value array, Region region) {
        for (Statement statement : region.statements()) {
            if (statement instanceof For loop && writesAll(array, loop)) {
                return true;
            }
            boolean isRead = Memory.of(statement, aliases).read().contains(array);
            if (isRead
                    && (statement.regions().isEmpty()
                            || !statement.regions().stream().allMatch(inner -> isWrittenBeforeRead(array, inner)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a loop over all indices stores to each element, and reads it only afterwards. */
    private boolean writesAll(Value array, For loop) {
        boolean isFull = loop.step() == 1
                && loop.test() == Primitive.LESS
                && frames.isLiteral(loop.from(), 0)
                && length(array).filter(length -> length == loop.to()).isPresent();
        if (!isFull) {
            return false;
        }
        for (Statement statement : loop.body().statements()) {
            if (statement instanceof Store store && isSame(store.array(), array) && store.index() == loop.index()) {
                return readsOnlyOwn(array, loop);
            }
            if (Memory.of(statement, aliases).read().contains(array)) {
                return false;
            }
        }
        return false;
    }

    private boolean readsOnlyOwn(Value array, For loop) {
        List<Statement> others = new ArrayList<>();
        loop.body().forEach(statement -> {
            boolean isRead =
                    statement instanceof Let let && let.primitive().readsMemory() && isSame(let.argument(0), array);
            if (isRead
                    && !(((Let) statement).primitive() == Primitive.LOAD
                            && ((Let) statement).argument(1) == loop.index())) {
                others.add(statement);
            } else if (isCalledWith(statement, array)) {
                others.add(statement);
            }
        });
        return others.isEmpty();
    }

    private Optional<Value> length(Value array) {
        return frames.definition(array)
                .filter(definition -> definition instanceof Let let && let.primitive() == Primitive.NEW_ARRAY)
                .map(definition -> ((Let) definition).argument(0));
    }
}
