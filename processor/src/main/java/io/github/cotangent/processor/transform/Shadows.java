package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Handovers;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the array of adjoints, its shadow, beside every active array that may go by several names: one that is chosen, carried
 * through a loop, or kept in an array of arrays. Only while the program runs forward is it known which array is meant; so there
 * the shadow is made, chosen, carried, stored and loaded as the array is, and the reverse sweep finds it as it finds any value.
 *
 * <p>An array that goes by one name, or that loops {@linkplain Handovers hand on}, needs no such care: its shadow is made when
 * the reverse sweep first asks for it.
 */
final class Shadows extends Beside {

    private final Snapshots snapshots;
    private final Aliases aliases;
    private final Activity activity;
    private final Handovers handovers;
    private final List<Value> buffers = new ArrayList<>();
    private Function function;

    private Shadows(Snapshots snapshots, List<Value> withRespectTo, Set<Pass> passes) {
        this.snapshots = snapshots;
        Function function = snapshots.function();
        this.aliases = Aliases.of(function);
        this.activity = Activity.of(function, aliases, withRespectTo);
        this.handovers = passes.contains(Pass.HANDOVERS)
                ? Handovers.of(function, aliases, Map.of())
                : Handovers.none(function, aliases);
    }

    /** The shadows for the derivative with respect to some of the parameters. */
    static Shadows of(Function function, List<Value> withRespectTo, Set<Pass> passes) {
        Snapshots snapshots = Snapshots.of(function, withRespectTo);
        Shadows shadows = new Shadows(snapshots, withRespectTo, passes);
        shadows.function = shadows.transform(snapshots.function(), withRespectTo);
        return shadows;
    }

    private Function transform(Function plain, List<Value> withRespectTo) {
        Builder builder = new Builder();
        for (Value parameter : plain.parameters()) {
            if (isAccompanied(parameter)) {
                Value shadow = create(parameter);
                if (withRespectTo.contains(parameter)) {
                    buffers.add(shadow);
                } else {
                    builder.zeros(shadow, parameter);
                }
            }
        }
        statements(plain.body(), builder);
        List<Value> parameters = new ArrayList<>(plain.parameters());
        parameters.addAll(buffers);
        return new Function(plain.name(), builder.region(parameters, plain.results()));
    }

    /** The copies that calls need. */
    Snapshots snapshots() {
        return snapshots;
    }

    /** Whether any array has its shadow beside it. */
    boolean areNeeded() {
        return !isEmpty();
    }

    /** Whether the reverse sweep is to hand the shadow of an array on, as the forward sweep does the array. */
    boolean isHandedOn(Value array) {
        return array.type().isArray() && activity.isActive(array) && handovers.covers(array);
    }

    /** The length of an array that is handed on, if it has been the same all along. */
    Optional<Value> length(Value array) {
        return handovers.covers(array) ? handovers.length(array) : Optional.empty();
    }

    /** The function with the shadows; its parameters are followed by those that are shadows of parameters. */
    Function function() {
        return function;
    }

    /** The shadow of an array as a value of the {@link #function}; none if the reverse sweep is to make it. */
    Optional<Value> of(Value array) {
        return Optional.ofNullable(known(array));
    }

    @Override
    boolean isAccompanied(Value value) {
        return value.type().isArray()
                && activity.isActive(value)
                && !aliases.isUnique(value)
                && !handovers.covers(value);
    }

    @Override
    Value newCompanion(Value value) {
        return Value.named(value.type().derivative(), Availability.barOf(value));
    }

    @Override
    Value missing(Value value, Builder builder) {
        throw new IllegalStateException("the array " + value + " has no shadow");
    }

    @Override
    void store(Store store, Builder builder) {
        if (store.element().type().isArray()) {
            builder.store(known(store.array()), store.index(), known(store.element()));
        }
    }

    @Override
    void call(Call call, Builder builder) {
        builder.append(call);
        call.results().stream()
                .filter(this::isAccompanied)
                .forEach(array -> put(array, builder.zeros(newCompanion(array), array)));
    }

    /** The copy's adjoints are not the original's. */
    @Override
    void define(Let let, Builder builder) {
        if (let.primitive() == Primitive.CLONE && let.result().type().rank() == 1) {
            define(let.result(), builder, Primitive.NEW_ARRAY, builder.length(let.result()));
        } else {
            array(let, builder);
        }
    }
}
