package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.analysis.Scratch;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each iteration of a loop a part of its own of a scratch array, so that what the iteration has computed is still there
 * when it is reversed: nothing has to be copied, and every element is kept once, however often it is read.
 */
final class Unfold {

    /** A scratch array, and the loop whose iterations get a part each. */
    private record Candidate(Let definition, For loop, Value array) {

        Value length() {
            return definition.argument(0);
        }
    }

    private final Frames frames;
    private final Map<Value, Candidate> candidates = new LinkedHashMap<>();
    private final Map<Value, Value> parts = new HashMap<>();
    private final Map<Statement, List<Candidate>> before = new IdentityHashMap<>();
    private final Map<Value, Value> bases = new HashMap<>();

    private Unfold(Frames frames) {
        this.frames = frames;
    }

    /**
     * Unfolds scratch arrays.
     *
     * @param kept the arrays with elements that would have to be kept otherwise
     * @param fused loops that may be run forward and backward in one
     * @param parts overwritten with the new arrays, each with the index of the loop whose iterations have a part each
     */
    static Function apply(Function function, Set<Value> kept, List<For> fused, Map<Value, Value> parts) {
        Frames frames = Frames.of(function);
        fused.forEach(frames::fuse);
        Scratch scratch = new Scratch(function, Aliases.of(function), frames);
        Unfold unfold = new Unfold(frames);
        kept.forEach(array -> unfold.consider(array, scratch));
        parts.putAll(unfold.parts);
        return unfold.candidates.isEmpty()
                ? function
                : new Function(function.name(), unfold.region(function.body(), Map.of()));
    }

    private void consider(Value array, Scratch scratch) {
        Optional<For> loop = scratch.loopOf(array);
        if (loop.isEmpty() || !(frames.definition(array).orElse(null) instanceof Let definition)) {
            return;
        }
        Frame home = frames.of(array);
        // In any other loop around, its iterations would have to share the parts.
        if (frames.isFused(loop.get()) || frames.of(loop.get()) != home && !frames.isBase(frames.of(loop.get()))) {
            return;
        }
        boolean isCounted =
                isVisible(loop.get().from(), home) && isVisible(loop.get().to(), home);
        if (isCounted && isVisible(definition.argument(0), home)) {
            Value part = array.fresh();
            Candidate candidate = new Candidate(definition, loop.get(), part);
            candidates.put(array, candidate);
            parts.put(part, loop.get().index());
            before.computeIfAbsent(frames.within(loop.get(), home), none -> new ArrayList<>())
                    .add(candidate);
        }
    }

    private boolean isVisible(Value value, Frame frame) {
        return frame.isWithin(frames.of(value));
    }

    private Region region(Region region, Map<Value, Map<Value, Value>> known) {
        Map<Value, Map<Value, Value>> indices = new HashMap<>();
        known.forEach((array, map) -> indices.put(array, new HashMap<>(map)));
        Builder builder = new Builder();
        candidates.values().stream()
                .filter(candidate -> candidate.loop().body() == region)
                .forEach(candidate -> bases.put(candidate.array(), base(candidate, builder)));
        for (Statement statement : region.statements()) {
            builder.at(statement.position());
            before.getOrDefault(statement, List.of()).forEach(candidate -> allocate(candidate, builder));
            if (statement instanceof Store store && candidates.containsKey(store.array())) {
                Value array = candidates.get(store.array()).array();
                builder.store(array, index(array, store.index(), indices, builder), store.element());
            } else if (statement instanceof Let let
                    && let.primitive() == Primitive.LOAD
                    && candidates.containsKey(let.argument(0))) {
                Value array = candidates.get(let.argument(0)).array();
                builder.define(let.result(), Primitive.LOAD, array, index(array, let.argument(1), indices, builder));
            } else if (candidates.values().stream().noneMatch(candidate -> candidate.definition() == statement)) {
                builder.append(statement.withBodies(inner -> region(inner, indices)));
            }
        }
        return builder.region(region.parameters(), region.results());
    }

    private void allocate(Candidate candidate, Builder builder) {
        For loop = candidate.loop();
        Value trips = Counting.trips(loop, loop.from(), loop.to(), frames, builder);
        Value length = builder.apply(Primitive.MULTIPLY_EXACT, trips, candidate.length());
        builder.define(candidate.array(), Primitive.NEW_ARRAY, length);
    }

    private Value base(Candidate candidate, Builder builder) {
        For loop = candidate.loop();
        Value iteration = Counting.iteration(loop, loop.index(), loop.from(), frames, builder);
        return builder.multiply(iteration, candidate.length());
    }

    private Value index(Value array, Value index, Map<Value, Map<Value, Value>> indices, Builder builder) {
        return indices.computeIfAbsent(array, none -> new HashMap<>())
                .computeIfAbsent(index, none -> builder.add(bases.get(array), index));
    }
}
