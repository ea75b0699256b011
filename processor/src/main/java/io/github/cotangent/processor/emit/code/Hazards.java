package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.emit.code.Structure.Scope;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Part;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an expression must not be moved across: stores, if it reads memory; what ends the method, if it may fail itself; and
 * new values of variables that it reads, going by the name. Each scope's statements are looked through once, so that a question costs no more where code is long.
 */
final class Hazards {

    /** Stands for the number of dimensions of arrays that are not known. */
    private static final int ANY = -1;

    private record Variable(String name, Type type) {

        static Variable of(Value value) {
            return new Variable(value.name(), value.type());
        }
    }

    /**
     * The numbers of the statements of a scope that, themselves or inside, write to memory, by the number of dimensions of the
     * arrays, or end the method, or redefine variables.
     */
    private static final class Index {

        private final Map<Integer, TreeSet<Integer>> stores = new HashMap<>();
        private final TreeSet<Integer> ends = new TreeSet<>();
        private final Map<Variable, TreeSet<Integer>> definitions = new HashMap<>();

        Index(Region region) {
            for (int i = 0; i < region.statements().size(); i++) {
                add(region.statements().get(i), i);
            }
        }

        private void add(Statement statement, int number) {
            if (statement instanceof Store store) {
                note(stores, store.array().type().rank(), number);
            } else if (statement instanceof Part
                    || statement instanceof Call call && !call.written().isEmpty()) {
                note(stores, ANY, number);
            }
            if (statement.mayThrow()) {
                ends.add(number);
            }
            for (Value result : statement.results()) {
                if (result.isNamed()) {
                    note(definitions, Variable.of(result), number);
                }
            }
            for (Region region : statement.regions()) {
                region.statements().forEach(inner -> add(inner, number));
            }
        }
    }

    private static <K> void note(Map<K, TreeSet<Integer>> index, K key, int number) {
        index.computeIfAbsent(key, none -> new TreeSet<>()).add(number);
    }

    private final Map<Scope, Index> indices = new HashMap<>();

    /**
     * Whether a statement may move across those of a scope from {@code start} up to {@code end}, exclusively.
     *
     * @param readsMemory whether the statement reads elements of arrays
     * @param safe whether it cannot fail
     */
    boolean isClear(Statement moved, Scope scope, int start, int end, boolean readsMemory, boolean safe) {
        if (start >= end) {
            return true;
        }
        Index index = indices.computeIfAbsent(scope, each -> new Index(each.region));
        boolean overtakesEnd = !safe && isAnyWithin(index.ends, start, end);
        boolean overtakesStore = readsMemory
                && index.stores.keySet().stream()
                        .filter(rank -> mayRead(moved, rank))
                        .anyMatch(rank -> isAnyWithin(index.stores.get(rank), start, end));
        if (overtakesEnd || overtakesStore) {
            return false;
        }
        Set<Variable> reads = new HashSet<>();
        addReads(moved, reads);
        return reads.stream()
                .map(index.definitions::get)
                .noneMatch(numbers -> numbers != null && isAnyWithin(numbers, start, end));
    }

    /** Rows are no elements of an array of numbers. */
    private static boolean mayRead(Statement moved, int rank) {
        return rank == ANY
                || !(moved instanceof Let let)
                || let.argument(0).type().rank() == rank;
    }

    private static boolean isAnyWithin(TreeSet<Integer> numbers, int start, int end) {
        Integer next = numbers.ceiling(start);
        return next != null && next < end;
    }

    private static void addReads(Statement statement, Set<Variable> reads) {
        add(statement.operands(), reads);
        for (Region region : statement.regions()) {
            region.statements().forEach(inner -> addReads(inner, reads));
            add(region.results(), reads);
        }
    }

    private static void add(List<Value> values, Set<Variable> reads) {
        values.stream().filter(Value::isNamed).map(Variable::of).forEach(reads::add);
    }
}
