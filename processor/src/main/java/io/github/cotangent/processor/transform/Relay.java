package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arrays of adjoints that a reversed loop takes and hands on, because the loop hands on the arrays that they belong to.
 *
 * <p>The reverse of an iteration takes the adjoints of what the iteration has left, and leaves those of what it was given.
 */
final class Relay {

    private final Availability primal;
    private final Context context;
    private final Context body;

    /** What an iteration of the loop is given. */
    private final List<Value> given = new ArrayList<>();

    private final List<Value> initial = new ArrayList<>();
    private final List<Value> parameters = new ArrayList<>();
    private final List<Value> operands = new ArrayList<>();

    /**
     * Starts the relay of a loop, before its body is written.
     *
     * @param operands what the loop takes before its first iteration
     * @param carried the same in its body
     * @param context around the loop
     */
    Relay(
            Statement loop,
            List<Value> operands,
            List<Value> carried,
            Availability primal,
            Context context,
            Context body) {
        this.primal = primal;
        this.context = context;
        this.body = body;
        List<Value> results = body.frame.region().results();
        IntStream.range(0, carried.size())
                .filter(i -> primal.isHandedOn(carried.get(i)))
                .forEach(i -> {
                    this.operands.add(operands.get(i));
                    given.add(carried.get(i));
                    parameters.add(parameter(results.get(i)));
                    initial.add(primal.shadow(loop.results().get(i), context));
                });
    }

    private Value parameter(Value array) {
        Value shadow = Value.named(array.type().derivative(), Availability.barOf(array));
        body.shadows.put(array, shadow);
        return shadow;
    }

    /** The further parameters of the reversed loop's body. */
    List<Value> parameters() {
        return parameters;
    }

    /** What the loop's reverse takes for them at first. */
    List<Value> initial() {
        return initial;
    }

    /** What it takes for them after an iteration, once the body is written. */
    List<Value> next() {
        return given.stream().map(array -> primal.shadow(array, body)).toList();
    }

    /** Takes what the reversed loop results in for them: the adjoints of what the loop was handed. */
    void end(List<Value> results) {
        Builder builder = context.builder;
        for (int i = 0; i < operands.size(); i++) {
            Value array = operands.get(i);
            if (primal.hasShadow(array, context)) {
                ReverseSweep.addAll(primal.shadow(array, context), results.get(i), builder);
            } else {
                context.shadows.put(array, results.get(i));
            }
        }
    }
}
