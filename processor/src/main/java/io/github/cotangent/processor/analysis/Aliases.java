package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which arrays may be the same object. Arrays fall into classes; two values of different classes never refer to the same
 * array. An array of arrays is in one class with its rows.
 *
 * <p>Array parameters are taken to be different objects: where two of them are one, neither is written to.
 */
public final class Aliases {

    private record Cells(Value root, int rank) {}

    private final Map<Value, Value> parents = new HashMap<>();
    private final Map<Cells, Value> cells = new HashMap<>();
    private final Set<Value> shared = new HashSet<>();

    private Aliases() {}

    public static Aliases of(Function function) {
        Aliases aliases = new Aliases();
        function.body().forEach(aliases::statement);
        return aliases;
    }

    /** The representative of an array's class. */
    public Value classOf(Value array) {
        Value parent = parents.getOrDefault(array, array);
        if (parent == array) {
            return array;
        }
        Value root = classOf(parent);
        parents.put(array, root);
        return root;
    }

    /**
     * The representative of the arrays that a store to this one may write to: those of its class that have its type. What is
     * stored to a row is no element of the array that holds the row.
     */
    public Value cellsOf(Value array) {
        return cells.computeIfAbsent(new Cells(classOf(array), array.type().rank()), none -> array);
    }

    /** The representatives of all arrays that one reaches by an array: those of its class that have its type, and their rows. */
    public Set<Value> reachedFrom(Value array) {
        Set<Value> reached = new LinkedHashSet<>();
        reached.add(cellsOf(array));
        for (Type type = array.type().element(); type.isArray(); type = type.element()) {
            Type row = type;
            reached.add(cells.computeIfAbsent(new Cells(classOf(array), type.rank()), none -> anyRow(row, array)));
        }
        return reached;
    }

    /** A value for the rows of an array that no value of the function is one of. */
    private Value anyRow(Type type, Value array) {
        Value row = Value.unnamed(type);
        join(row, array);
        shared.add(row);
        return row;
    }

    /** Whether an array goes by one value of the function alone; its rows, which a call may reach, are values of their own. */
    public boolean isUnique(Value array) {
        return !shared.contains(array);
    }

    /** Declares a value that the function does not have to be one of its arrays. */
    public void join(Value value, Value array) {
        if (array.type().isArray()) {
            parents.put(value, classOf(array));
        }
    }

    private void statement(Statement statement) {
        if (statement instanceof Let let) {
            let(let);
        } else if (statement instanceof Store store) {
            union(store.array(), store.element());
        } else if (statement instanceof Call call) {
            Stream.concat(call.results().stream(), call.arguments().stream())
                    .filter(value -> value.type().rank() > 1)
                    .forEach(shared::add);
        } else if (statement instanceof If branch) {
            unionAll(branch.results(), branch.then().results());
            unionAll(branch.results(), branch.otherwise().results());
        } else if (statement instanceof For loop) {
            unionAll(loop.results(), loop.initial());
            unionAll(loop.results(), loop.carried());
            unionAll(loop.results(), loop.body().results());
        } else if (statement instanceof While loop) {
            unionAll(loop.results(), loop.initial());
            unionAll(loop.results(), loop.condition().parameters());
            unionAll(loop.results(), loop.body().parameters());
            unionAll(loop.results(), loop.body().results());
        }
    }

    private void let(Let let) {
        boolean copiesRows =
                let.primitive() == Primitive.CLONE && let.result().type().rank() > 1;
        switch (let.primitive()) {
            case GROW, LOAD -> union(let.result(), let.argument(0));
            case SELECT -> let.arguments().forEach(argument -> union(let.result(), argument));
            default -> {
                if (copiesRows) {
                    union(let.result(), let.argument(0));
                }
            }
        }
    }

    private void unionAll(List<Value> some, List<Value> others) {
        for (int i = 0; i < some.size(); i++) {
            union(some.get(i), others.get(i));
        }
    }

    private void union(Value a, Value b) {
        if (a.type().isArray() && b.type().isArray()) {
            shared.add(a);
            shared.add(b);
            Value root = classOf(a);
            Value other = classOf(b);
            if (root != other) {
                parents.put(root, other);
            }
        }
    }
}
