package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
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
    private final Map<Value, List<Statement>> writers = new HashMap<>();

    private Overwrites(Aliases aliases, Frames frames) {
        this.aliases = aliases;
        this.frames = frames;
    }

    public static Overwrites of(Function function, Aliases aliases, Frames frames) {
        Overwrites overwrites = new Overwrites(aliases, frames);
        function.body().forEach(statement -> {
            if (statement instanceof Store store) {
                overwrites.add(store.array(), store);
            } else if (statement instanceof Call call) {
                call.written().forEach(array -> overwrites.add(array, call));
            }
        });
        return overwrites;
    }

    private void add(Value array, Statement writer) {
        for (Value cells : aliases.reachedFrom(array)) {
            writers.computeIfAbsent(cells, none -> new ArrayList<>()).add(writer);
        }
    }

    /** Whether nothing can write to the loaded array, or to another that may be the same, after the load. */
    public boolean isStable(Let load) {
        return isStable(load.argument(0), load);
    }

    /** Whether an array keeps the elements that a statement reads. */
    public boolean isStable(Value array, Statement reader) {
        return writers.getOrDefault(aliases.classOf(array), List.of()).stream()
                .noneMatch(writer -> mayFollow(writer, reader, array));
    }

    private boolean mayFollow(Statement writer, Statement reader, Value array) {
        Frame base = frames.base(frames.of(reader));
        if (!frames.of(writer).isWithin(base)) {
            return false;
        }
        Frame common = frames.of(reader);
        while (!frames.of(writer).isWithin(common)) {
            common = common.parent();
        }
        return repeats(common, birthplace(array)) || comesLater(writer, reader, common);
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

    private boolean comesLater(Statement writer, Statement reader, Frame common) {
        Statement writing = frames.within(writer, common);
        Statement reading = frames.within(reader, common);
        if (writing == reading) {
            return !(writing instanceof If);
        }
        return frames.isBefore(reading, writing);
    }
}
