package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the reverse sweep comes by the values of the primal that it needs.
 *
 * <p>A value of the function's body, or of a fused loop's, is still in scope. For one of a branch or a loop body: a literal is written again; a load
 * from an array that nothing overwrites is done again; a counter follows from the number of the iteration; arithmetic that costs no more than a load is done again where all it
 * needs is there; what was stored to an array that still holds it is loaded; everything else is saved. Values are decided in the order of the program, so that what is saved early makes
 * later ones cheap to recompute.
 */
public final class Storage {

    /** How a value gets from the forward to the reverse sweep. */
    public enum Means {
        IN_SCOPE,
        /** Applied again to its arguments in the reverse sweep: arithmetic, a literal, or a load. */
        RECOMPUTE,
        /** Loaded from where the forward sweep has stored it. */
        RELOAD,
        SAVE
    }

    private final Frames frames;
    private final Overwrites overwrites;
    private final Predicate<Let> restored;
    private final Predicate<Store> keeps;
    private final Set<Value> saved = new HashSet<>();
    private final Map<Value, Means> cheap = new HashMap<>();

    /** What is being decided; it is no means to have itself. */
    private final Set<Value> open = new HashSet<>();

    private Storage(Frames frames, Overwrites overwrites, Predicate<Let> restored, Predicate<Store> keeps) {
        this.frames = frames;
        this.overwrites = overwrites;
        this.restored = restored;
        this.keeps = keeps;
    }

    /**
     * Plans for the given needs.
     *
     * @param restored loads from arrays that are put back in time
     * @param keeps stores to arrays that are left alone after the forward sweep
     */
    public static Storage plan(
            Set<Value> needs, Frames frames, Overwrites overwrites, Predicate<Let> restored, Predicate<Store> keeps) {
        Storage storage = new Storage(frames, overwrites, restored, keeps);
        List<Value> inOrder = new ArrayList<>(needs);
        inOrder.sort(Comparator.comparingInt(frames::order));
        inOrder.forEach(storage::means);
        return storage;
    }

    /** The means for a value; whatever was not planned for is decided now. */
    public Means means(Value value) {
        if (isInScope(value)) {
            return Means.IN_SCOPE;
        }
        if (!saved.contains(value) && isCheap(value)) {
            return cheap.get(value);
        }
        saved.add(value);
        return Means.SAVE;
    }

    /** The store that has put a value where it is loaded from. */
    public Optional<Store> keeper(Value value) {
        return overwrites.keeper(value).filter(keeps);
    }

    /** The values that are saved. */
    public Set<Value> saved() {
        return Set.copyOf(saved);
    }

    private boolean isInScope(Value value) {
        Frames.Frame frame = frames.of(value);
        return frames.isBase(frame) || frame.owner() instanceof For loop && loop.index() == value;
    }

    private boolean isAvailable(Value value) {
        return isInScope(value) || saved.contains(value) || isCheap(value);
    }

    /** Whether a value can be had again from what is available. Once it can it always can, so only that is remembered. */
    private boolean isCheap(Value value) {
        if (!cheap.containsKey(value) && open.add(value)) {
            if (frames.definition(value).map(this::isCheap).orElseGet(() -> isCounted(value))) {
                cheap.put(value, Means.RECOMPUTE);
            } else if (keeper(value)
                    .filter(store -> isWithinReach(store, value))
                    .isPresent()) {
                cheap.put(value, Means.RELOAD);
            }
            open.remove(value);
        }
        return cheap.containsKey(value);
    }

    /** Whether it costs less to find an element again than to save what was stored there. */
    private boolean isWithinReach(Store store, Value value) {
        Frames.Frame frame = frames.of(value);
        while (!frame.isLoopBody() && !frames.isBase(frame)) {
            frame = frame.parent();
        }
        boolean isArrayFromOutside = !frames.of(store.array()).isWithin(frame);
        return isAvailable(store.index()) && (isArrayFromOutside || isAvailable(store.array()));
    }

    /** A counter is worth keeping its initial value, which is needed once a loop and not once an iteration. */
    private boolean isCounted(Value parameter) {
        Optional<Induction> induction = Induction.of(parameter, frames);
        induction.ifPresent(found -> means(found.initial()));
        return induction.isPresent();
    }

    private boolean isCheap(Statement definition) {
        if (definition instanceof Constant) {
            return true;
        }
        if (!(definition instanceof Let let)) {
            return false;
        }
        if (let.primitive() == Primitive.LOAD) {
            return (overwrites.isStable(let) || restored.test(let)) && isAvailable(let.argument(1));
        }
        return isCheap(let) && let.arguments().stream().allMatch(this::isAvailable);
    }

    private static boolean isCheap(Let let) {
        return switch (let.primitive().form()) {
            case INFIX ->
                let.primitive() != Primitive.DIVIDE && let.primitive() != Primitive.REMAINDER
                        || !let.result().type().isReal();
            case PREFIX, CAST, SELECT, ALIAS -> true;
            case STATIC ->
                switch (let.primitive()) {
                    case EQUALS, ABS, MAX, MIN, TO_RADIANS, TO_DEGREES, STOP_GRADIENT -> true;
                    default -> false;
                };
            case LENGTH, METHOD -> true;
            default -> false;
        };
    }
}
