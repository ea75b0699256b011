package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arrays that every run of a region writes anew before it reads them. */
public final class Scratch {

    private final Aliases aliases;
    private final Frames frames;
    private final Map<Value, List<Statement>> users = new HashMap<>();
    private final Map<Value, For> loops = new HashMap<>();

    public Scratch(Function function, Aliases aliases, Frames frames) {
        this.aliases = aliases;
        this.frames = frames;
        function.body().forEach(statement -> {
            statement.operands().forEach(operand -> use(operand, statement));
            statement.regions().forEach(region -> region.results().forEach(result -> use(result, statement)));
            if (statement instanceof For loop) {
                loops.put(loop.index(), loop);
            }
        });
        function.results().forEach(result -> use(result, null));
    }

    private void use(Value value, Statement user) {
        users.computeIfAbsent(value, none -> new ArrayList<>()).add(user);
    }

    /**
     * The innermost counted loop around all uses of a new array, if each of its iterations writes the array before it reads
     * it, and nothing but single elements whose indices are known to be there.
     */
    public Optional<For> loopOf(Value array) {
        List<Statement> uses = users.getOrDefault(array, List.of());
        Optional<Value> length = length(array);
        boolean isOwn = aliases.isUnique(array) && array.type().rank() == 1 && length.isPresent() && !uses.isEmpty();
        if (!isOwn || !uses.stream().allMatch(use -> isElement(use, array, length.get()))) {
            return Optional.empty();
        }
        Frame common = frames.of(uses.get(0));
        for (Statement use : uses) {
            while (!frames.of(use).isWithin(common)) {
                common = common.parent();
            }
        }
        while (common != frames.of(array) && !(common.owner() instanceof For)) {
            common = common.parent();
        }
        return common != frames.of(array) && isWrittenBeforeRead(array, common.region())
                ? Optional.of((For) common.owner())
                : Optional.empty();
    }

    private boolean isElement(Statement use, Value array, Value length) {
        if (use instanceof Store store) {
            return store.array() == array && isBelow(store.index(), length);
        }
        return use instanceof Let let && let.primitive() == Primitive.LOAD && isBelow(let.argument(1), length);
    }

    /** Whether an index is one of a loop over the indices of an array, or over some of them. */
    private boolean isBelow(Value index, Value length) {
        For loop = loops.get(index);
        return loop != null
                && loop.step() == 1
                && loop.test() == Primitive.LESS
                && loop.to() == length
                && isNatural(loop.from());
    }

    private boolean isNatural(Value value) {
        For loop = loops.get(value);
        if (loop != null) {
            return loop.step() > 0 && isNatural(loop.from());
        }
        Statement definition = frames.definition(value).orElse(null);
        if (definition instanceof Let let && let.primitive() == Primitive.ADD) {
            return let.arguments().stream().allMatch(this::isNatural);
        }
        return definition instanceof Statement.Constant constant
                && constant.literal() instanceof Integer number
                && number >= 0;
    }

    /** Whether every element that a region reads it has written before. */
    boolean isWrittenBeforeRead(Value array, Region region) {
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

    private boolean isCalledWith(Statement statement, Value array) {
        return statement instanceof Call call
                && call.arrays().stream()
                        .anyMatch(argument -> aliases.reachedFrom(argument).contains(array));
    }

    private boolean isSame(Value array, Value root) {
        return aliases.cellsOf(array) == root;
    }
}
