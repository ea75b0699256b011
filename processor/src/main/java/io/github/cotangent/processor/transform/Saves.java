package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the forward sweep keeps what the reverse sweep has asked for.
 *
 * <p>A value leaves a branch as one more result of the {@code if}. In the body of a counted loop it goes to an array of the
 * trip count; where the trip counts of the loops around are known before the outermost of them, to one array of their
 * product. In the body of a while loop it goes to an array that grows. Such a result or array is itself a value at home in
 * the frame around, and is kept for the reverse sweep by the same means.
 */
final class Saves {

    /**
     * An array with one element for each run of a loop body.
     *
     * @param nest the bodies whose trip counts make the array's length, outermost first
     * @param trips the trip count of each, defined before the outermost loop
     */
    record Track(Value array, List<Frame> nest, List<Value> trips) {}

    /** An array that a while loop carries and grows; {@code result} is its last state. */
    record Growing(Value value, Value result) {}

    /** As many values are handed on by variables of their own. */
    private static final int FEW = 24;

    private final Frames frames;
    private final Shelves shelves = new Shelves();
    private final Map<Statement, Map<Value, Value>> branchResults = new IdentityHashMap<>();
    private final Map<Value, Track> tracks = new HashMap<>();
    private final Map<Statement, List<Growing>> growing = new IdentityHashMap<>();
    private final Map<Statement, Value> whileTrips = new IdentityHashMap<>();
    private final Map<Statement, Prologue> prologues = new IdentityHashMap<>();
    private final Map<Value, Statement> sources = new HashMap<>();

    Saves(Frames frames) {
        this.frames = frames;
    }

    /** The result of the {@code if} around a value that hands it on. */
    Value branchResult(Value value) {
        Frame branch = frames.of(value);
        return branchResults
                .computeIfAbsent(branch.owner(), none -> new LinkedHashMap<>())
                .computeIfAbsent(value, none -> from(branch.owner(), value.fresh(), branch.parent()));
    }

    /** The place of a value that a branch, or an iteration of a while loop, hands on in an array; none if by itself. */
    Optional<Shelves.Place> shelved(Value value) {
        Statement owner = frames.of(value).owner();
        Frame home = owner instanceof If ? frames.of(owner) : frames.of(value);
        boolean isSingle = owner instanceof If ? isFew(branchResults((If) owner), value) : isFew((While) owner, value);
        return shelves.isShelf(value) || isSingle
                ? Optional.empty()
                : Optional.of(shelves.place(owner, value, array -> from(owner, array, home)));
    }

    private static boolean isFew(Map<Value, Value> results, Value value) {
        return results.size() < FEW || results.containsKey(value);
    }

    private boolean isFew(While loop, Value value) {
        List<Growing> arrays = growing(loop);
        return arrays.size() < FEW || arrays.stream().anyMatch(array -> array.value() == value);
    }

    /** The place that {@link #shelved} made for a value, if it was asked. */
    Optional<Shelves.Place> placeOf(Value value) {
        return shelves.placeOf(value);
    }

    /** What has to be done at the start of each iteration of a while loop. */
    List<Statement> atStart(While loop) {
        return shelves.statements(loop);
    }

    /** What {@link #branchResult} was asked for: value to result. */
    Map<Value, Value> branchResults(If branch) {
        return branchResults.getOrDefault(branch, Map.of());
    }

    /**
     * The array for a value of a counted loop.
     *
     * @param body the loop body for whose runs the value is kept: the value's own frame, or one around
     */
    Track track(Value value, Frame body) {
        Track known = tracks.get(value);
        if (known != null) {
            return known;
        }
        List<Frame> nest = nest(body);
        Statement outermost = nest.get(0).owner();
        while (isReusable(nest, frames.of(outermost))) {
            outermost = frames.of(outermost).owner();
        }
        Prologue prologue = prologue(outermost);
        Track track = prologue.track(value, nest);
        tracks.put(value, track);
        return track;
    }

    /** Whether one array can serve all iterations of a fused loop: each reads no more than what it has written itself. */
    private boolean isReusable(List<Frame> nest, Frame place) {
        return !place.isRoot()
                && frames.isBase(place)
                && nest.stream().allMatch(inner -> isCountKnown((For) inner.owner(), place.parent()));
    }

    private Prologue prologue(Statement loop) {
        return prologues.computeIfAbsent(loop, none -> new Prologue(loop, frames.of(loop)));
    }

    /** The array that {@link #track} made for a value, if it was asked. */
    Optional<Track> trackOf(Value value) {
        return Optional.ofNullable(tracks.get(value));
    }

    /** What has to be computed before a loop or a branch. */
    List<Statement> before(Statement statement) {
        if (statement instanceof If) {
            return shelves.statements(statement);
        }
        return prologues.containsKey(statement) ? prologues.get(statement).statements : List.of();
    }

    /** The last state of the array for a value of the body of a while loop. */
    Value growing(Value value) {
        Frame body = frames.of(value);
        List<Growing> arrays = growing.computeIfAbsent(body.owner(), none -> new ArrayList<>());
        for (Growing array : arrays) {
            if (array.value() == value) {
                return array.result();
            }
        }
        Value result = from(body.owner(), Value.named(value.type().array(), name(value)), body.parent());
        arrays.add(new Growing(value, result));
        return result;
    }

    List<Growing> growing(While loop) {
        return growing.getOrDefault(loop, List.of());
    }

    /** How often a while loop has run. */
    Value trips(While loop) {
        return whileTrips.computeIfAbsent(loop, none -> from(loop, Value.named(Type.INT, "trips"), frames.of(loop)));
    }

    Optional<Value> tripsOf(While loop) {
        return Optional.ofNullable(whileTrips.get(loop));
    }

    private Value from(Statement source, Value value, Frame frame) {
        frames.define(value, frame);
        sources.put(value, source);
        return value;
    }

    /** The statement of the function's body that fills what a value holds; none for parameters. */
    Optional<Statement> source(Value value) {
        Statement statement = sources.containsKey(value)
                ? sources.get(value)
                : frames.definition(value).orElse(null);
        return Optional.ofNullable(statement).map(found -> frames.within(found, frames.root()));
    }

    private static String name(Value value) {
        return value.isNamed() ? value.name() + "Saved" : "saved";
    }

    /** The loop bodies around a frame whose trip counts are all known before the outermost of the loops. */
    private List<Frame> nest(Frame body) {
        List<Frame> nest = new ArrayList<>(List.of(body));
        for (Frame frame = body.parent();
                !frames.isBase(frame) && !(frame.owner() instanceof While);
                frame = frame.parent()) {
            if (frame.owner() instanceof For) {
                Frame outside = frame.parent();
                if (!nest.stream().allMatch(inner -> isCountKnown((For) inner.owner(), outside))) {
                    break;
                }
                nest.add(0, frame);
            }
        }
        return nest;
    }

    private boolean isCountKnown(For loop, Frame outside) {
        return isKnown(loop.from(), outside) && isKnown(loop.to(), outside);
    }

    /** Whether a value is visible in a frame, or can be computed there at no risk. */
    private boolean isKnown(Value value, Frame frame) {
        if (frame.isWithin(frames.of(value))) {
            return true;
        }
        return frames.definition(value)
                .filter(definition -> definition instanceof Constant
                        || definition instanceof Let let
                                && isHarmless(let)
                                && let.arguments().stream().allMatch(argument -> isKnown(argument, frame)))
                .isPresent();
    }

    private boolean isHarmless(Let let) {
        return switch (let.primitive()) {
            case ADD, SUBTRACT, MULTIPLY, NEGATE, MAX, MIN, SELECT -> true;
            case LENGTH -> isThere(let.argument(0));
            default -> let.primitive().isComparison();
        };
    }

    /** A row that nobody made has no length. */
    private boolean isThere(Value array) {
        return frames.definition(array)
                .map(definition ->
                        definition instanceof Let let && let.primitive().allocates())
                .orElse(frames.of(array).isRoot());
    }

    /** The statements that go before a loop. */
    private final class Prologue {

        private final Statement loop;
        private final Frame frame;
        private final List<Statement> statements = new ArrayList<>();
        private final Map<Value, Value> hoisted = new HashMap<>();
        private final Map<Frame, Value> trips = new HashMap<>();

        Prologue(Statement loop, Frame frame) {
            this.loop = loop;
            this.frame = frame;
        }

        Track track(Value value, List<Frame> nest) {
            List<Value> counts = nest.stream()
                    .map(body -> trips.computeIfAbsent(body, this::count))
                    .toList();
            Value array = define(builder -> {
                Value length = counts.get(0);
                for (Value count : counts.subList(1, counts.size())) {
                    length = builder.apply(Primitive.MULTIPLY_EXACT, length, count);
                }
                return builder.newArray(value.type().array(), length, name(value));
            });
            return new Track(array, nest, counts);
        }

        private Value count(Frame body) {
            For loop = (For) body.owner();
            Value from = hoist(loop.from());
            Value to = hoist(loop.to());
            return define(builder -> Counting.trips(loop, from, to, frames, builder));
        }

        private Value hoist(Value value) {
            if (frame.isWithin(frames.of(value))) {
                return value;
            }
            if (hoisted.containsKey(value)) {
                return hoisted.get(value);
            }
            Statement definition = frames.definition(value).orElseThrow();
            Value result = definition instanceof Let let
                    ? hoist(let)
                    : define(builder -> builder.constant(
                            value.type(), ((Constant) definition).literal(), ((Constant) definition).symbol()));
            hoisted.put(value, result);
            return result;
        }

        private Value hoist(Let let) {
            Value[] arguments = let.arguments().stream().map(this::hoist).toArray(Value[]::new);
            return define(builder -> builder.define(let.result().fresh(), let.primitive(), arguments));
        }

        private Value define(java.util.function.Function<Builder, Value> code) {
            Builder builder = new Builder();
            Value result = code.apply(builder);
            Region region = builder.region(List.of(), List.of());
            region.statements().forEach(statement -> {
                frames.define(statement, frame);
                statement.results().forEach(defined -> sources.put(defined, loop));
            });
            statements.addAll(region.statements());
            return result;
        }
    }
}
