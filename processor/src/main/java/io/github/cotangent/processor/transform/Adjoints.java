package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.analysis.Invariance;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.List;

/**
 * The adjoints of scalars while the reverse sweep is written. They are in SSA form like everything else: what a branch adds to
 * an adjoint from outside becomes a result of the reversed {@code if}; in a reversed loop such an adjoint is carried, and so
 * accumulates in a local variable.
 */
final class Adjoints {

    private final Activity activity;
    private final Frames frames;
    private final Invariance invariance;
    private final Algebra.Facts facts;

    Adjoints(Activity activity, Frames frames, Invariance invariance, Algebra.Facts facts) {
        this.activity = activity;
        this.frames = frames;
        this.invariance = invariance;
        this.facts = facts;
    }

    /** Adds to the adjoint of a value; nothing happens where the value has none. */
    void add(Value value, Value contribution, Context context) {
        if (contribution == null || !activity.isActive(value)) {
            return;
        }
        Value before = adjoint(value, context);
        Value after = before == null ? contribution : name(context.algebra.add(before, contribution), value, context);
        context.adjoints.put(value, after);
    }

    /** As {@link #add}, for a contribution that has just been computed and that nobody else knows. */
    void addNew(Value value, Value contribution, Context context) {
        add(value, isFirst(value, context) ? name(contribution, value, context) : contribution, context);
    }

    /** Whether nothing has been added to the adjoint of a value that has one. */
    boolean isFirst(Value value, Context context) {
        return activity.isActive(value) && adjoint(value, context) == null;
    }

    /** Names an adjoint that has just been computed for the value that it belongs to. */
    private Value name(Value adjoint, Value value, Context context) {
        return context.algebra.name(adjoint, Availability.barOf(value));
    }

    /** The adjoint of a value as it stands; null while it is zero. */
    private Value adjoint(Value value, Context context) {
        Value known = context.adjoints.get(value);
        if (known != null || home(value) == context.frame) {
            return known;
        }
        if (!context.frame.isLoopBody()) {
            return adjoint(value, context.parent);
        }
        Value accumulator = barOf(value);
        context.accumulators.put(value, accumulator);
        context.adjoints.put(value, accumulator);
        return accumulator;
    }

    /** Where the adjoint of a value is complete: for a load, where it could have been done once. */
    Frame home(Value value) {
        Frame own = frames.of(value);
        if (frames.definition(value).orElse(null) instanceof Let let && let.primitive() == Primitive.LOAD) {
            List<For> loops = invariance.steadyLoops(let);
            return loops.isEmpty() ? own : frames.of(loops.get(loops.size() - 1));
        }
        return own;
    }

    /** The adjoint as a value, be it zero. */
    Value orZero(Value value, Context context) {
        Value adjoint = adjoint(value, context);
        return adjoint == null ? context.algebra.number(0) : adjoint;
    }

    /** A new value for the adjoint of a scalar. */
    Value barOf(Value value) {
        return Value.named(Type.DOUBLE, barName(value));
    }

    /** {@code xBar} for {@code x}, {@code xiBar} for an {@code x[i]} without a name; empty where nothing suggests itself. */
    private String barName(Value value) {
        Statement definition = frames.definition(value).orElse(null);
        if (value.isNamed() || !(definition instanceof Let let) || let.primitive() != Primitive.LOAD) {
            return Availability.barOf(value);
        }
        String array = let.argument(0).name();
        String index = facts.literal(let.argument(1))
                .filter(number -> number >= 0)
                .map(number -> String.valueOf(number.intValue()))
                .orElse(let.argument(1).name());
        boolean isShort = !index.isEmpty() && index.length() <= 2;
        return array.isEmpty() ? "" : array + (isShort ? index : "Element") + "Bar";
    }

    List<Value> allOrZeros(List<Value> values, Context context) {
        return values.stream().map(value -> orZero(value, context)).toList();
    }

    static void put(List<Value> values, List<Value> adjoints, Context context) {
        for (int i = 0; i < values.size(); i++) {
            context.adjoints.put(values.get(i), adjoints.get(i));
        }
    }
}
