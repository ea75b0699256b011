package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.function.IntFunction;

/** How often a counted loop runs, and the number of a run. */
final class Counting {

    private Counting() {}

    static boolean isUnitStep(For loop) {
        return Math.abs(loop.step()) == 1;
    }

    /** Whether the index itself numbers the iterations: 0, 1, 2, … */
    static boolean isPlain(For loop, Frames frames) {
        return loop.step() == 1 && frames.isLiteral(loop.from(), 0);
    }

    /** The number of iterations, at least 0. */
    static Value trips(For loop, Value from, Value to, Frames frames, Builder builder) {
        if (isPlain(loop, frames) && !loop.isInclusive()) {
            return isLength(loop.to(), frames) ? to : builder.apply(Primitive.MAX, to, builder.constant(0));
        }
        boolean isFromZero = loop.step() > 0 && frames.isLiteral(loop.from(), 0);
        Value span = isFromZero ? to : loop.step() > 0 ? builder.subtract(to, from) : builder.subtract(from, to);
        int step = Math.abs(loop.step());
        int rounding = loop.isInclusive() ? step : step - 1;
        Value counted = rounding == 0 ? span : builder.add(span, builder.constant(rounding));
        Value trips = step == 1 ? counted : builder.divide(counted, builder.constant(step));
        return builder.apply(Primitive.MAX, trips, builder.constant(0));
    }

    /** The number of the iteration with this index, counted from 0. */
    static Value iteration(For loop, Value index, Value from, Frames frames, Builder builder) {
        if (isPlain(loop, frames)) {
            return index;
        }
        Value distance = loop.step() > 0 ? builder.subtract(index, from) : builder.subtract(from, index);
        return isUnitStep(loop) ? distance : builder.divide(distance, builder.constant(Math.abs(loop.step())));
    }

    /** The number of a run in a nest of loops, counted in the order of the runs; {@code iterations} and {@code trips} from outside in. */
    static Value position(int depth, IntFunction<Value> iterations, IntFunction<Value> trips, Builder builder) {
        Value position = iterations.apply(0);
        for (int i = 1; i < depth; i++) {
            Value iteration = iterations.apply(i);
            position = builder.add(builder.multiply(position, trips.apply(i)), iteration);
        }
        return position;
    }

    private static boolean isLength(Value value, Frames frames) {
        return frames.definition(value)
                .filter(definition -> definition instanceof Let let && let.primitive() == Primitive.LENGTH)
                .isPresent();
    }
}
