package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether arrays hold what varies with the inputs at the time of a call. */
public final class Contents {

    private final Activity activity;
    private final Aliases aliases;
    private final Overwrites overwrites;

    /** For each class of arrays the statements that put into one what varies. */
    private final Map<Value, List<Statement>> sources = new HashMap<>();

    private Contents(Function function, Aliases aliases, Activity activity) {
        this.activity = activity;
        this.aliases = aliases;
        this.overwrites = Overwrites.of(function, aliases, Frames.of(function));
        function.body().forEach(this::statement);
    }

    public static Contents of(Function function, Aliases aliases, Activity activity) {
        return new Contents(function, aliases, activity);
    }

    /** Whether two arrays may be one, or share rows. */
    public boolean mayShare(Value array, Value other) {
        return !overwrites.isMadeAfter(array, other)
                && !Collections.disjoint(aliases.reachedFrom(array), aliases.reachedFrom(other));
    }

    private void statement(Statement statement) {
        if (statement instanceof Store store && !store.element().type().isArray() && activity.varies(store.element())) {
            add(store.array(), store);
        } else if (statement instanceof Let let
                && let.primitive() == Primitive.CLONE
                && activity.varies(let.argument(0))) {
            add(let.result(), let);
        } else if (statement instanceof Call call && call.varying().stream().anyMatch(activity::varies)) {
            Stream.concat(call.results().stream(), call.written().stream())
                    .filter(value -> value.type().isArray())
                    .forEach(array -> add(array, call));
        }
    }

    private void add(Value array, Statement source) {
        aliases.reachedFrom(array)
                .forEach(cells -> sources.computeIfAbsent(cells, none -> new ArrayList<>())
                        .add(source));
    }

    /** Whether an array, or a row of it, may hold what varies when a call is reached. */
    public boolean mayVary(Value array, Call call) {
        return aliases.reachedFrom(array).stream()
                .flatMap(cells -> sources.getOrDefault(cells, List.of()).stream())
                .anyMatch(source -> overwrites.mayPrecede(source, array, call));
    }
}
