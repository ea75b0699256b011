package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arrays that loops hand on: each iteration takes some and leaves as many, new ones or those that it was given, all different
 * and each in one place. Whoever hands an array on does not touch it again. So it is known at every point of the program which
 * array goes by which name, though one array goes by several.
 */
public final class Handovers {

    /** A value that a loop takes, before its first iteration or at the end of each. */
    private record Handover(Value value, Statement loop, Frame frame) {

        boolean isInitial() {
            return frame.owner() != loop;
        }
    }

    private final Function function;
    private final Aliases aliases;
    private final Map<Value, Value> likes;
    private final Frames frames;
    private final List<Handover> handovers = new ArrayList<>();
    private final Map<Value, List<Statement>> users = new HashMap<>();
    private final Map<Value, Value> lengths = new HashMap<>();

    /** The classes of the arrays that are handed on, but for those of which that is not so clear. */
    private final Set<Value> classes = new HashSet<>();

    private Handovers(Function function, Aliases aliases, Map<Value, Value> likes) {
        this.function = function;
        this.aliases = aliases;
        this.likes = likes;
        this.frames = Frames.of(function);
    }

    /**
     * Finds the arrays that the loops of a function hand on.
     *
     * @param likes parameters that are known to be as long as others, and those
     */
    public static Handovers of(Function function, Aliases aliases, Map<Value, Value> likes) {
        Handovers found = new Handovers(function, aliases, likes);
        function.body().forEach(found::see);
        found.handovers.forEach(handover -> found.classes.add(aliases.classOf(handover.value())));
        function.body().forEach(found::check);
        Set<Value> taken = new HashSet<>();
        for (Handover handover : found.handovers) {
            if (!taken.add(handover.value()) || !found.isLastUse(handover)) {
                found.exclude(handover.value());
            }
        }
        return found;
    }

    public static Handovers none(Function function, Aliases aliases) {
        return new Handovers(function, aliases, Map.of());
    }

    /** Whether an array is handed on, or is what a loop has been handed. */
    public boolean covers(Value array) {
        return array.type().isArray() && classes.contains(aliases.classOf(array));
    }

    /** Whether a loop takes an array, which is its own affair then. */
    public boolean isHandedOn(Value array) {
        return handovers.stream().anyMatch(handover -> handover.value() == array);
    }

    /** Whether one array may be where the other is in another iteration. */
    public boolean areInTurn(Value array, Value other) {
        return aliases.classOf(array) == aliases.classOf(other);
    }

    /** The length that all arrays have which are handed on in turn with this one, if it is the same value. */
    public Optional<Value> length(Value array) {
        Set<Optional<Value>> all = handovers.stream()
                .map(Handover::value)
                .filter(value -> aliases.classOf(value) == aliases.classOf(array) && !isOfLoop(value))
                .map(this::ownLength)
                .collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : Optional.empty();
    }

    /** Whether a value is but another name for what a loop has been handed. */
    private boolean isOfLoop(Value array) {
        return frames.definition(array)
                .map(definition -> definition instanceof For || definition instanceof While)
                .orElseGet(() -> !frames.of(array).isRoot());
    }

    private Optional<Value> ownLength(Value array) {
        if (frames.definition(array).orElse(null) instanceof Let let) {
            switch (let.primitive()) {
                case NEW_ARRAY -> {
                    return Optional.of(let.argument(0));
                }
                case CLONE -> {
                    return ownLength(let.argument(0));
                }
                default -> {}
            }
        }
        return Optional.ofNullable(lengths.get(likes.getOrDefault(array, array)));
    }

    private void see(Statement statement) {
        if (statement instanceof Let let && let.primitive() == Primitive.LENGTH) {
            lengths.putIfAbsent(let.argument(0), let.result());
        } else {
            statement
                    .operands()
                    .forEach(operand -> users.computeIfAbsent(operand, none -> new ArrayList<>())
                            .add(statement));
        }
        if (statement instanceof For loop) {
            see(loop, loop.initial(), loop.body());
        } else if (statement instanceof While loop) {
            see(loop, loop.initial(), loop.body());
        }
    }

    private void see(Statement loop, List<Value> initial, Region body) {
        initial.forEach(value -> see(new Handover(value, loop, frames.of(loop))));
        body.results().forEach(value -> see(new Handover(value, loop, frames.of(body))));
    }

    private void see(Handover handover) {
        if (handover.value().type().isArray()) {
            handovers.add(handover);
        }
    }

    /** Excludes arrays that are chosen, or parts of others, or constant: they are nobody's own. */
    private void check(Statement statement) {
        boolean isLoop = statement instanceof For || statement instanceof While;
        boolean makes = statement instanceof Call
                || statement instanceof Let let
                        && (let.primitive() == Primitive.NEW_ARRAY || let.primitive() == Primitive.CLONE);
        statement.results().stream()
                .filter(result -> result.type().isArray())
                .filter(result -> result.type().rank() > 1 || !isLoop && !makes)
                .forEach(this::exclude);
        if (statement instanceof Store store && store.element().type().isArray()) {
            exclude(store.element());
        }
    }

    private void exclude(Value value) {
        classes.remove(aliases.classOf(value));
    }

    /** Whether an array comes from where it is handed on, and nobody asks for more than its length from then on. */
    private boolean isLastUse(Handover handover) {
        Value value = handover.value();
        if (frames.of(value) != handover.frame() || function.results().contains(value)) {
            return false;
        }
        return !handover.isInitial()
                || users.get(value).stream()
                        .filter(user -> user != handover.loop())
                        .map(user -> frames.within(user, handover.frame()))
                        .allMatch(user -> user != handover.loop() && frames.isBefore(user, handover.loop()));
    }
}
