package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Induction;
import io.github.cotangent.processor.analysis.Invariance;
import io.github.cotangent.processor.analysis.Storage;
import io.github.cotangent.processor.analysis.Storage.Means;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.transform.Saves.Track;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes values of the primal, and the arrays of adjoints, available in the reverse sweep, by the means that
 * {@link Storage} has planned. A value is made available once, in the reverse of the region where it is at home, so that
 * nothing is done again in an inner loop that could be done outside.
 */
final class Availability {

    private final Frames frames;
    private final Storage storage;
    private final Invariance invariance;
    private final Saves saves;
    private final Shadows shadows;
    private final Aliases aliases;

    /** The arrays of adjoints that the reverse sweep uses, and those of the primal that they belong to. */
    private final Map<Value, Value> primals = new HashMap<>();

    Availability(Frames frames, Storage storage, Invariance invariance, Saves saves, Shadows shadows, Aliases aliases) {
        this.frames = frames;
        this.storage = storage;
        this.invariance = invariance;
        this.saves = saves;
        this.shadows = shadows;
        this.aliases = aliases;
    }

    /** A value of the primal where the reverse sweep stands. */
    Value get(Value value, Context context) {
        Means means = storage.means(value);
        Context home = context.at(means == Means.SAVE ? invariance.keepingFrameOf(value) : frames.of(value));
        Value known = home.available.get(value);
        if (known != null) {
            return known;
        }
        Value result = switch (means) {
            case IN_SCOPE -> value;
            case RECOMPUTE ->
                frames.definition(value)
                        .map(definition -> again(definition, home))
                        .orElseGet(() -> counted(value, home));
            case RELOAD -> {
                Store keeper = storage.keeper(value).orElseThrow();
                yield home.builder.define(
                        value.fresh(), Primitive.LOAD, get(keeper.array(), home), get(keeper.index(), home));
            }
            case SAVE -> saved(value, home);
        };
        home.available.put(value, result);
        if (result != value) {
            aliases.join(result, value);
        }
        return result;
    }

    private Value again(Statement definition, Context home) {
        if (definition instanceof Constant constant) {
            return home.builder.constant(constant.result().type(), constant.literal(), constant.symbol());
        }
        Let let = (Let) definition;
        Value[] arguments =
                let.arguments().stream().map(argument -> get(argument, home)).toArray(Value[]::new);
        return home.builder.define(let.result().fresh(), let.primitive(), arguments);
    }

    private Value counted(Value counter, Context home) {
        Induction induction = Induction.of(counter, frames).orElseThrow();
        Value distance = iteration(home);
        if (induction.stride() != 1) {
            distance = home.builder.multiply(distance, home.builder.constant(induction.stride()));
        }
        if (frames.isLiteral(induction.initial(), 0)) {
            return distance;
        }
        Value initial = get(induction.initial(), home);
        return home.builder.define(counter.fresh(), Primitive.ADD, initial, distance);
    }

    private Value saved(Value value, Context home) {
        Statement owner = home.frame.owner();
        if (!(owner instanceof For)) {
            Optional<Shelves.Place> place = saves.shelved(value);
            if (place.isPresent()) {
                Value index = home.builder.constant(place.get().index());
                return home.builder.define(
                        value.fresh(), Primitive.LOAD, get(place.get().array(), home), index);
            }
        }
        if (owner instanceof If) {
            return get(saves.branchResult(value), home);
        }
        Value array;
        Value position;
        if (owner instanceof While) {
            array = get(saves.growing(value), home);
            position = home.iteration;
        } else {
            Track track = saves.track(value, home.frame);
            array = get(track.array(), home);
            position = position(track, home);
        }
        return home.builder.define(value.fresh(), Primitive.LOAD, array, position);
    }

    private Value position(Track track, Context home) {
        Value known = home.positions.get(track.nest());
        if (known != null) {
            return known;
        }
        Value position = Counting.position(
                track.nest().size(),
                i -> iteration(home.at(track.nest().get(i))),
                i -> get(track.trips().get(i), home),
                home.builder);
        home.positions.put(track.nest(), position);
        return position;
    }

    private Value iteration(Context loop) {
        if (loop.iteration == null) {
            For owner = (For) loop.frame.owner();
            Value index = get(owner.index(), loop);
            Value from = Counting.isPlain(owner, frames) ? null : get(owner.from(), loop);
            loop.iteration = Counting.iteration(owner, index, from, frames, loop.builder);
        }
        return loop.iteration;
    }

    /** Whether two arrays may be one, or share rows, and so their adjoints. */
    boolean mayShare(Value array, Value other) {
        return !Collections.disjoint(aliases.reachedFrom(array), aliases.reachedFrom(other));
    }

    /** Whether an array of adjoints is there already. */
    boolean hasShadow(Value array, Context context) {
        return shadows.of(array).isPresent()
                || context.at(frames.of(array)).shadows.containsKey(array);
    }

    /** The arrays of adjoints that have been asked for, with the arrays that they belong to. */
    Map<Value, Value> shadows() {
        return primals;
    }

    /** Starts the adjoints of one of the results with its seed. */
    void startShadow(Value array, Value seed, Context root) {
        Value shadow = Value.named(array.type().derivative(), barOf(array));
        root.shadows.put(array, root.builder.define(shadow, Primitive.CLONE, seed));
    }

    /** Whether a loop hands an array on that has adjoints which are not beside it. */
    boolean isHandedOn(Value array) {
        return shadows.isHandedOn(array);
    }

    /** The array of adjoints of an active array; made of zeros where it is not there yet. */
    Value shadow(Value array, Context context) {
        Value shadow = anyShadow(array, context);
        primals.put(shadow, array);
        return shadow;
    }

    private Value anyShadow(Value array, Context context) {
        Optional<Value> beside = shadows.of(array);
        if (beside.isPresent()) {
            return get(beside.get(), context);
        }
        Context home = context.at(frames.of(array));
        Value known = home.shadows.get(array);
        if (known != null) {
            return known;
        }
        Value shadow = home.builder.newArray(array.type().derivative(), length(array, home), barOf(array));
        home.shadows.put(array, shadow);
        return shadow;
    }

    private Value length(Value array, Context context) {
        Statement definition = frames.definition(array).orElse(null);
        if (definition instanceof Let let && let.primitive() == Primitive.NEW_ARRAY) {
            return get(let.argument(0), context);
        }
        if (definition instanceof Let let && let.primitive() == Primitive.CLONE) {
            return length(let.argument(0), context);
        }
        return shadows.length(array)
                .filter(length -> context.frame.isWithin(frames.of(length)))
                .map(length -> get(length, context))
                .orElseGet(() -> context.builder.length(get(array, context)));
    }

    static String barOf(Value value) {
        return value.isNamed() ? value.name() + "Bar" : "";
    }
}
