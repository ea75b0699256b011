package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which loads would still give the same value if they were done again when their reverse runs. */
public final class Overwrites {

    private final Aliases aliases;
    private final Frames frames;
    private final Map<Value, List<Store>> stores = new HashMap<>();

    private Overwrites(Aliases aliases, Frames frames) {
        this.aliases = aliases;
        this.frames = frames;
    }

    public static Overwrites of(Function function, Aliases aliases, Frames frames) {
        Overwrites overwrites = new Overwrites(aliases, frames);
        function.body().forEach(statement -> {
            if (statement instanceof Store store) {
                Value key = aliases.cellsOf(store.array());
                overwrites
                        .stores
                        .computeIfAbsent(key, none -> new ArrayList<>())
                        .add(store);
            }
        });
        return overwrites;
    }

    /** Whether nothing can write to the loaded array, or to another that may be the same, after the load. */
    public boolean isStable(Let load) {
        Value array = load.argument(0);
        return stores.getOrDefault(aliases.cellsOf(array), List.of()).stream()
                .noneMatch(store -> mayFollow(store, load, array));
    }

    private boolean mayFollow(Store store, Let load, Value array) {
        Frame base = frames.base(frames.of(load));
        if (!frames.of(store).isWithin(base)) {
            return false;
        }
        Frame common = frames.of(load);
        while (!frames.of(store).isWithin(common)) {
            common = common.parent();
        }
        return repeats(common, birthplace(array)) || comesLater(store, load, common);
    }

    /** Where an array came into being; the function's body where it goes by other names too. */
    private Frame birthplace(Value array) {
        boolean isNew = frames.definition(array)
                .filter(statement ->
                        statement instanceof Let let && let.primitive().allocates())
                .isPresent();
        return isNew && aliases.isUnique(array) ? frames.of(array) : frames.root();
    }

    /** Whether a frame runs more than once for one array: a loop lies between it and the array's definition. */
    private boolean repeats(Frame frame, Frame definition) {
        for (Frame f = frame; f != definition && !frames.isBase(f); f = f.parent()) {
            if (f.isLoopBody()) {
                return true;
            }
        }
        return false;
    }

    private boolean comesLater(Store store, Let load, Frame common) {
        Statement storing = frames.within(store, common);
        Statement loading = frames.within(load, common);
        if (storing == loading) {
            return !(storing instanceof If);
        }
        return frames.isBefore(loading, storing);
    }
}
