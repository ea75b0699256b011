package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes a copy to a call that reads an array which is written to afterwards: the reverse of the call needs the elements as
 * they were. Of an array that the call itself writes to, it needs a copy of what it held before, unless it was new.
 */
final class Snapshots {

    private final Activity activity;
    private final Overwrites overwrites;
    private final Frames frames;
    private final Map<Call, Map<Value, Value>> before = new IdentityHashMap<>();
    private final List<Value> copies = new ArrayList<>();
    private final Function function;

    private Snapshots(Function original, List<Value> withRespectTo) {
        Aliases aliases = Aliases.of(original);
        this.activity = Activity.of(original, aliases, withRespectTo);
        this.frames = Frames.of(original);
        this.overwrites = Overwrites.of(original, aliases, frames);
        this.function = new Function(original.name(), region(original.body()));
    }

    static Snapshots of(Function function, List<Value> withRespectTo) {
        return new Snapshots(function, withRespectTo);
    }

    /** The function with the copies. */
    Function function() {
        return function;
    }

    /** A copy of what an array held before a call that writes to it; none if it was new, and held zeros. */
    Optional<Value> before(Call call, Value array) {
        return Optional.ofNullable(before.getOrDefault(call, Map.of()).get(array));
    }

    /** All copies of what arrays held before: the reverse sweep reads them. */
    List<Value> before() {
        return copies;
    }

    private Region region(Region region) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            if (statement instanceof Call call && activity.isActive(call)) {
                call(call, statements);
            } else {
                statements.add(statement.withBodies(this::region));
            }
        }
        return new Region(region.parameters(), statements, region.results());
    }

    private void call(Call call, List<Statement> out) {
        Builder builder = new Builder().at(call.position());
        List<Value> arguments = new ArrayList<>();
        Map<Value, Value> held = new HashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Value argument = call.arguments().get(i);
            boolean isWritten = call.callee().parameters().get(i).isWritten();
            boolean isCopied = argument.type().isArray() && !isWritten && !overwrites.isStable(argument, call);
            arguments.add(isCopied ? builder.copy(argument.fresh(), argument) : argument);
            if (isWritten && !(activity.isActive(argument) && isNew(argument, call))) {
                held.put(argument, builder.copy(before(argument), argument));
                copies.add(held.get(argument));
            }
        }
        Call written = new Call(call.results(), call.callee(), arguments, call.position());
        before.put(written, held);
        out.addAll(builder.statements());
        out.add(written);
    }

    private static Value before(Value array) {
        return array.isNamed() ? Value.named(array.type(), array.name() + "Before") : array.fresh();
    }

    /** Whether nothing has been written to an array since it was made of zeros. */
    private boolean isNew(Value array, Call call) {
        return frames.definition(array)
                        .filter(definition -> definition instanceof Let let
                                && let.primitive() == Primitive.NEW_ARRAY
                                && let.arguments().size() == array.type().rank())
                        .isPresent()
                && overwrites.isUntouched(array, call);
    }
}
