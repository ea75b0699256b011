package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which arrays may be those of a parameter, or rows of it, whatever name they go by. */
final class Borrowed {

    private final Aliases aliases;
    private final Map<Value, Value> owners = new HashMap<>();

    /** Whose rows the arrays of arrays may hold that share a store. */
    private final Map<Value, Value> held = new HashMap<>();

    private Borrowed(Function function) {
        this.aliases = Aliases.of(function);
    }

    /**
     * Finds them in a method.
     *
     * @param outputs the parameters whose arrays are the method's own to write
     */
    static Borrowed in(Function function, List<Value> outputs) {
        Borrowed borrowed = new Borrowed(function);
        function.parameters().stream()
                .filter(parameter -> parameter.type().isArray() && !outputs.contains(parameter))
                .forEach(parameter -> borrowed.owners.put(parameter, parameter));
        int before;
        do {
            before = borrowed.owners.size() + borrowed.held.size();
            function.body().forEach(borrowed::statement);
        } while (borrowed.owners.size() + borrowed.held.size() > before);
        return borrowed;
    }

    /** The parameter that an array may belong to. */
    Optional<Value> owner(Value array) {
        return Optional.ofNullable(owners.get(array));
    }

    /** The parameter that an array, or a row that it holds, may belong to. */
    Optional<Value> ownerOfAny(Value array) {
        return owner(array).or(() -> Optional.ofNullable(held.get(aliases.cellsOf(array))));
    }

    private void statement(Statement statement) {
        if (statement instanceof Let let) {
            let(let);
        } else if (statement instanceof Store store && store.element().type().isArray()) {
            owner(store.element()).ifPresent(owner -> held.putIfAbsent(aliases.cellsOf(store.array()), owner));
        } else if (statement instanceof If branch) {
            flow(branch.then().results(), branch.results());
            flow(branch.otherwise().results(), branch.results());
        } else if (statement instanceof For loop) {
            loop(loop.initial(), loop.carried(), loop.body(), loop.results());
        } else if (statement instanceof While loop) {
            loop(loop.initial(), loop.body().parameters(), loop.body(), loop.results());
        }
    }

    private void let(Let let) {
        Value result = let.result();
        Value first = let.argument(0);
        if (let.primitive() == Primitive.LOAD && result.type().isArray()) {
            ownerOfAny(first).ifPresent(owner -> owners.putIfAbsent(result, owner));
        } else if (let.primitive() == Primitive.CLONE && result.type().rank() > 1) {
            ownerOfAny(first).ifPresent(owner -> held.putIfAbsent(aliases.cellsOf(result), owner));
        }
    }

    private void loop(List<Value> initial, List<Value> carried, Region body, List<Value> results) {
        flow(initial, carried);
        flow(body.results(), carried);
        flow(initial, results);
        flow(body.results(), results);
    }

    private void flow(List<Value> from, List<Value> to) {
        for (int i = 0; i < from.size(); i++) {
            Value target = to.get(i);
            owner(from.get(i)).ifPresent(owner -> owners.putIfAbsent(target, owner));
        }
    }
}
