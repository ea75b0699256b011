package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a statement, with everything inside it, uses.
 *
 * @param values the values that it reads, those that it defines itself among them
 * @param read the classes of arrays whose elements it reads
 * @param written the classes of arrays whose elements it writes
 */
public record Memory(Set<Value> values, Set<Value> read, Set<Value> written) {

    public static Memory of(Statement statement, Aliases aliases) {
        Memory memory = new Memory(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        new Region(List.of(), List.of(statement), List.of()).forEach(inner -> memory.add(inner, aliases));
        return memory;
    }

    private void add(Statement statement, Aliases aliases) {
        values.addAll(statement.operands());
        statement.regions().forEach(region -> values.addAll(region.results()));
        if (statement instanceof Store store) {
            written.add(aliases.cellsOf(store.array()));
        } else if (statement instanceof Let let && let.primitive().readsMemory()) {
            read.add(aliases.cellsOf(let.argument(0)));
        } else if (statement instanceof Call call) {
            call.arrays().forEach(array -> read.addAll(aliases.reachedFrom(array)));
            call.written().forEach(array -> written.addAll(aliases.reachedFrom(array)));
        }
    }

    /** Whether one touches elements that the other writes. */
    public boolean conflictsWith(Memory other) {
        return touches(other.written) || other.touches(written);
    }

    private boolean touches(Set<Value> classes) {
        return classes.stream().anyMatch(array -> read.contains(array) || written.contains(array));
    }
}
