package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/** Which stores add to what the element was: {@code a[i] = a[i] + e}, or {@code a[i] - e}. */
public final class Increments {

    private final Frames frames;
    private final Aliases aliases;

    public Increments(Frames frames, Aliases aliases) {
        this.frames = frames;
        this.aliases = aliases;
    }

    /** The sum or difference whose second argument a store adds to its element or subtracts from it. */
    public Optional<Let> of(Store store) {
        return let(store.element())
                .filter(sum -> sum.primitive() == Primitive.ADD || sum.primitive() == Primitive.SUBTRACT)
                .filter(sum -> sum.argument(0) != sum.argument(1))
                .filter(sum -> let(sum.argument(0))
                        .filter(load -> isUnchanged(load, store))
                        .isPresent());
    }

    private Optional<Let> let(Value value) {
        return frames.definition(value).filter(Let.class::isInstance).map(Let.class::cast);
    }

    /** Whether the element that is stored to still is what was loaded. */
    private boolean isUnchanged(Let load, Store store) {
        boolean isSameElement = load.primitive() == Primitive.LOAD
                && load.argument(0) == store.array()
                && load.argument(1) == store.index()
                && frames.of(load) == frames.of(store);
        if (!isSameElement) {
            return false;
        }
        List<Statement> statements = frames.of(store).region().statements();
        Value array = aliases.cellsOf(store.array());
        return statements.stream()
                .filter(between -> frames.isBefore(load, between) && frames.isBefore(between, store))
                .noneMatch(between -> Memory.of(between, aliases).written().contains(array));
    }
}
