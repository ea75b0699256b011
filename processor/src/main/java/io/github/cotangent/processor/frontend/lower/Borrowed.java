package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which arrays may be those of some of the parameters, or rows of them, whatever name they go by.
 *
 * <p>Every value is followed back to where its array may have been made; arrays and rows that are made together count as one.
 */
final class Borrowed {

    /** Those that are asked about. */
    private final Set<Value> parameters;

    /** The parameters, constants and new arrays that a value may be. */
    private final Map<Value, Set<Value>> origins = new HashMap<>();

    /** Those that the rows of an array of arrays may be. */
    private final Map<Value, Set<Value>> rows = new HashMap<>();

    private boolean grows;

    private Borrowed(Function function, List<Value> parameters) {
        this.parameters = Set.copyOf(parameters);
        function.parameters().forEach(this::origin);
        do {
            grows = false;
            function.body().forEach(this::statement);
        } while (grows);
    }

    static Borrowed in(Function function, List<Value> parameters) {
        return new Borrowed(function, parameters);
    }

    /** The parameter that an array may belong to. */
    Optional<Value> owner(Value array) {
        return of(array).filter(parameters::contains).findFirst();
    }

    /** The parameter that an array, or a row that it holds, may belong to. */
    Optional<Value> ownerOfAny(Value array) {
        return Stream.concat(of(array), rowsOf(array))
                .filter(parameters::contains)
                .findFirst();
    }

    private Stream<Value> of(Value array) {
        return origins.getOrDefault(array, Set.of()).stream();
    }

    private Stream<Value> rowsOf(Value array) {
        return of(array).flatMap(origin -> rows.getOrDefault(origin, Set.of()).stream());
    }

    private void origin(Value array) {
        if (array.type().isArray()) {
            add(origins, array, Stream.of(array));
            add(rows, array, Stream.of(array));
        }
    }

    private void add(Map<Value, Set<Value>> map, Value key, Stream<Value> values) {
        Set<Value> known = map.computeIfAbsent(key, none -> new LinkedHashSet<>());
        grows |= known.addAll(values.toList());
    }

    private void statement(Statement statement) {
        if (statement instanceof Let let && let.result().type().isArray()) {
            let(let);
        } else if (statement instanceof Constant constant) {
            origin(constant.result());
        } else if (statement instanceof Store store) {
            of(store.array()).toList().forEach(array -> add(rows, array, of(store.element())));
        } else if (statement instanceof Call call) {
            call.results().forEach(this::origin);
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
        switch (let.primitive()) {
            case LOAD -> add(origins, let.result(), rowsOf(let.argument(0)));
            case CLONE -> {
                origin(let.result());
                if (let.result().type().rank() > 1) {
                    add(rows, let.result(), rowsOf(let.argument(0)));
                }
            }
            case NEW_ARRAY -> origin(let.result());
            default -> let.arguments().forEach(argument -> add(origins, let.result(), of(argument)));
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
            add(origins, to.get(i), of(from.get(i)));
        }
    }
}
