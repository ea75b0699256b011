package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether code writes to every element of an array before it does anything else with it.
 *
 * <p>Elements up to a place are written to one after the other: by a store at that place, or by a loop that starts there and
 * stores at its index. A loop without iterations leaves the place where it is, or claims less. That the last place is the
 * array's length makes the proof; an index outside of the array would have thrown.
 */
public final class Covering {

    /** {@code base + distance}; a number where there is no base. */
    public record Place(Optional<Value> base, int distance) {

        Place plus(int more) {
            return new Place(base, distance + more);
        }
    }

    /** Elements from a place to before another. */
    public record Stretch(Place from, Place to) {}

    private final Frames frames;

    public Covering(Frames frames) {
        this.frames = frames;
    }

    /** Whether statements of one region write to all elements of an array of some length, before anything else. */
    public boolean isCovered(Value array, Value length, List<Statement> statements) {
        List<Stretch> stretches = new ArrayList<>();
        for (Statement statement : statements) {
            if (isReading(statement, array)) {
                break;
            }
            if (statement instanceof Store store && store.array() == array) {
                Place place = place(store.index());
                stretches.add(new Stretch(place, place.plus(1)));
            } else if (statement instanceof For loop) {
                loop.body().statements().stream()
                        .filter(each -> each instanceof Store store && store.array() == array)
                        .forEach(each -> stretch(loop, ((Store) each).index()).ifPresent(stretches::add));
            }
        }
        return reach(stretches).equals(place(length));
    }

    private static Place reach(List<Stretch> stretches) {
        Place reached = new Place(Optional.empty(), 0);
        List<Stretch> left = new ArrayList<>(stretches);
        while (true) {
            Place end = reached;
            Optional<Stretch> next =
                    left.stream().filter(stretch -> stretch.from().equals(end)).findFirst();
            if (next.isEmpty()) {
                return reached;
            }
            left.remove(next.get());
            reached = next.get().to();
        }
    }

    /** The elements that a loop with a step of one comes to at {@code index}, which is the loop's own or at a distance from it. */
    public Optional<Stretch> stretch(For loop, Value index) {
        Place place = place(index);
        if (Math.abs(loop.step()) != 1 || !place.base().equals(Optional.of(loop.index()))) {
            return Optional.empty();
        }
        boolean isUp = loop.step() > 0;
        int beyond = loop.isInclusive() ? 1 : 0;
        Place from = isUp ? place(loop.from()) : place(loop.to()).plus(1 - beyond);
        Place to = isUp ? place(loop.to()).plus(beyond) : place(loop.from()).plus(1);
        return Optional.of(new Stretch(from.plus(place.distance()), to.plus(place.distance())));
    }

    private Place place(Value value) {
        Statement definition = frames.definition(value).orElse(null);
        if (definition instanceof Constant constant && constant.literal() instanceof Integer number) {
            return new Place(Optional.empty(), number);
        }
        if (definition instanceof Let let && let.arguments().size() == 2) {
            Optional<Integer> left = literal(let.argument(0));
            Optional<Integer> right = literal(let.argument(1));
            if (let.primitive() == Primitive.ADD && (left.isPresent() || right.isPresent())) {
                return place(let.argument(right.isPresent() ? 0 : 1)).plus(right.orElseGet(left::get));
            }
            if (let.primitive() == Primitive.SUBTRACT && right.isPresent()) {
                return place(let.argument(0)).plus(-right.get());
            }
        }
        return new Place(Optional.of(value), 0);
    }

    private Optional<Integer> literal(Value value) {
        return frames.definition(value).orElse(null) instanceof Constant constant
                        && constant.literal() instanceof Integer number
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Whether a statement does more with an array than to write to it, and to ask for its length. */
    private static boolean isReading(Statement statement, Value array) {
        if (statement instanceof Store store) {
            return store.element() == array;
        }
        if (statement instanceof Let let && let.primitive() == Primitive.LENGTH) {
            return false;
        }
        return statement.operands().contains(array)
                || statement.regions().stream().anyMatch(region -> isReading(region, array));
    }

    private static boolean isReading(Region region, Value array) {
        return region.results().contains(array)
                || region.statements().stream().anyMatch(statement -> isReading(statement, array));
    }
}
