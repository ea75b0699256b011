package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * An {@code int} that a loop moves by the same amount in every iteration: in iteration t it is {@code initial + t·stride},
 * however Java's arithmetic overflows.
 */
public record Induction(Value initial, int stride) {

    /** Recognises a carried value of a loop. */
    public static Optional<Induction> of(Value parameter, Frames frames) {
        Frame body = frames.of(parameter);
        if (!parameter.type().equals(Type.INT)) {
            return Optional.empty();
        }
        if (body.owner() instanceof For loop) {
            return of(parameter, loop.carried(), loop.initial(), body, frames);
        }
        if (body.owner() instanceof While loop) {
            return of(parameter, loop.body().parameters(), loop.initial(), body, frames);
        }
        return Optional.empty();
    }

    private static Optional<Induction> of(
            Value parameter, List<Value> carried, List<Value> initial, Frame body, Frames frames) {
        int slot = carried.indexOf(parameter);
        if (slot < 0) {
            return Optional.empty();
        }
        return frames.definition(body.region().results().get(slot))
                .flatMap(next -> stride(next, parameter, frames))
                .map(stride -> new Induction(initial.get(slot), stride));
    }

    private static Optional<Integer> stride(Statement next, Value parameter, Frames frames) {
        if (!(next instanceof Let let) || let.arguments().size() != 2 || let.argument(0) != parameter) {
            return Optional.empty();
        }
        Optional<Integer> step = frames.definition(let.argument(1)).flatMap(Induction::literal);
        return switch (let.primitive()) {
            case ADD -> step;
            case SUBTRACT -> step.map(amount -> -amount);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> literal(Statement definition) {
        return definition instanceof Constant constant && constant.literal() instanceof Integer number
                ? Optional.of(number)
                : Optional.empty();
    }
}
