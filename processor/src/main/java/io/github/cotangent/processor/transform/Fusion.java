package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Memory;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of a function whose fused loops run in the reverse sweep, forward and reverse in one.
 *
 * <p>Everything that does not depend on such a loop comes before the reverse sweep, what depends on it after. That is possible
 * where the adjoints of the loop's sums can be known without it: the check of a loop looks at all that the reverse sweep has
 * written so far.
 */
final class Fusion {

    private final List<Statement> statements;
    private final Aliases aliases;
    private final Frames frames;
    private final Saves saves;
    private final Set<Statement> late = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<For, Set<Value>> changed = new IdentityHashMap<>();
    private final List<For> failed = new ArrayList<>();

    Fusion(Function function, List<For> loops, Aliases aliases, Frames frames, Saves saves) {
        this.statements = function.body().statements();
        this.aliases = aliases;
        this.frames = frames;
        this.saves = saves;
        loops.forEach(frames::fuse);
        loops.forEach(loop -> changed.put(loop, dependents(loop)));
    }

    /** The statements that would run after the reverse sweep if these loops were fused. */
    static List<Statement> late(Function function, List<For> loops, Aliases aliases) {
        Fusion fusion = new Fusion(function, loops, aliases, Frames.of(function), null);
        return fusion.late.stream()
                .filter(statement -> !fusion.isFused(statement))
                .toList();
    }

    /** The loops that cannot be fused after all; if there are any, what was written is void. */
    List<For> failed() {
        return failed;
    }

    /** Whether a statement is a loop that runs in the reverse sweep. */
    boolean isFused(Statement statement) {
        return frames.isFused(statement);
    }

    /** Whether a statement runs after the reverse sweep, or in it. */
    boolean isLate(Statement statement) {
        return late.contains(statement);
    }

    /** Marks a loop, and all that depends on it, as late; gives the arrays that these write to. */
    private Set<Value> dependents(For loop) {
        late.add(loop);
        Set<Value> values = new HashSet<>(loop.results());
        Set<Value> arrays = new HashSet<>(Memory.of(loop, aliases).written());
        for (Statement statement : after(loop)) {
            Memory memory = Memory.of(statement, aliases);
            boolean depends = memory.values().stream().anyMatch(values::contains)
                    || memory.read().stream().anyMatch(arrays::contains)
                    || memory.written().stream().anyMatch(arrays::contains);
            if (depends) {
                late.add(statement);
                values.addAll(statement.results());
                arrays.addAll(memory.written());
            }
        }
        return arrays;
    }

    private List<Statement> after(Statement statement) {
        return statements.subList(indexOf(statement) + 1, statements.size());
    }

    private int indexOf(Statement statement) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) == statement) {
                return i;
            }
        }
        throw new IllegalStateException("not a statement of the function's body");
    }

    /**
     * Looks whether the loop may run where the reverse sweep stands.
     *
     * @param adjoints those that wait to be used; a value of the primal may be one
     */
    void check(For loop, Builder reverse, Collection<Value> adjoints) {
        List<Statement> written = reverse.statements();
        boolean needsLate = Vjp.freeIn(new Region(List.of(), written, List.copyOf(adjoints))).stream()
                .flatMap(value -> saves.source(value).stream())
                .anyMatch(late::contains);
        boolean readsLate = written.stream()
                .flatMap(statement -> Memory.of(statement, aliases).read().stream())
                .anyMatch(changed.get(loop)::contains);
        if (needsLate || readsLate || isOvertaken(loop)) {
            failed.add(loop);
        }
    }

    /** Whether a statement that would now run earlier than the loop, or than what depends on it, writes what those use. */
    private boolean isOvertaken(For loop) {
        List<Memory> overtaken = new ArrayList<>(List.of(Memory.of(loop, aliases)));
        for (Statement statement : after(loop)) {
            Memory memory = Memory.of(statement, aliases);
            if (late.contains(statement) && !frames.isFused(statement)) {
                overtaken.add(memory);
                continue;
            }
            if (overtaken.stream().anyMatch(memory::conflictsWith)) {
                return true;
            }
        }
        return false;
    }
}
