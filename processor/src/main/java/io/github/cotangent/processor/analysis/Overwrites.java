package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which loads would still give the same value if they were done again when their reverse runs. */
public final class Overwrites {

    private final Aliases aliases;
    private final Frames frames;
    private final Map<Value, List<Statement>> writers = new HashMap<>();

    /** The classes of arrays of arrays whose rows are replaced. */
    private final Set<Value> storedRows = new HashSet<>();

    private Overwrites(Aliases aliases, Frames frames) {
        this.aliases = aliases;
        this.frames = frames;
    }

    public static Overwrites of(Function function, Aliases aliases, Frames frames) {
        Overwrites overwrites = new Overwrites(aliases, frames);
        function.body().forEach(statement -> {
            if (statement instanceof Store store) {
                overwrites.add(aliases.cellsOf(store.array()), store);
                if (store.element().type().isArray()) {
                    overwrites.storedRows.add(aliases.classOf(store.array()));
                }
            } else if (statement instanceof Call call) {
                call.written().stream()
                        .flatMap(array -> aliases.reachedFrom(array).stream())
                        .forEach(cells -> overwrites.add(cells, call));
            }
        });
        return overwrites;
    }

    private void add(Value cells, Statement writer) {
        writers.computeIfAbsent(cells, none -> new ArrayList<>()).add(writer);
    }

    /** Whether nothing can write to the loaded array, or to another that may be the same, after the load. */
    public boolean isStable(Let load) {
        Value array = load.argument(0);
        return isStable(aliases.cellsOf(array), array, load);
    }

    /** Whether an array keeps the elements that a call reads, and its rows theirs. */
    public boolean isStable(Value array, Call reader) {
        return aliases.reachedFrom(array).stream().allMatch(cells -> isStable(cells, array, reader));
    }

    private boolean isStable(Value cells, Value array, Statement reader) {
        return writers.getOrDefault(cells, List.of()).stream()
                .filter(writer -> !(writer instanceof Store store && isMadeAfter(store.array(), array)))
                .noneMatch(writer -> mayFollow(writer, reader, birthplace(array)));
    }

    /** Whether nothing can have written to an array before a call. */
    public boolean isUntouched(Value array, Call call) {
        return aliases.reachedFrom(array).stream()
                .flatMap(cells -> writers.getOrDefault(cells, List.of()).stream())
                .noneMatch(writer -> mayPrecede(writer, array, call));
    }

    /** Whether a statement may have been run before a call, since the call's array came into being. */
    public boolean mayPrecede(Statement earlier, Value array, Call call) {
        Optional<Statement> birth = birth(array);
        if (birth.filter(made -> made != earlier && frames.isBefore(earlier, made))
                .isPresent()) {
            return false;
        }
        Frame home = birth.map(frames::of).orElse(frames.root());
        return earlier == call ? repeats(frames.of(call), home) : mayFollow(call, earlier, home);
    }

    /** Whether an array was made after another came into being, and so is none of its rows, nor it. */
    public boolean isMadeAfter(Value array, Value other) {
        return array.type().rank() == 1
                && other.type().rank() == 1
                && frames.definition(array).filter(Overwrites::makesArray).isPresent()
                && frames.order(other) < frames.order(array);
    }

    /** The statement that makes an array with all its rows; empty if that is not clear. */
    private Optional<Statement> birth(Value array) {
        Optional<Statement> definition = frames.definition(array);
        boolean keepsRows = !storedRows.contains(aliases.classOf(array));
        if (definition.orElse(null) instanceof Let let && let.primitive() == Primitive.LOAD) {
            return keepsRows ? birth(let.argument(0)) : Optional.empty();
        }
        boolean hasOwnRows = array.type().rank() == 1
                || keepsRows && !(definition.orElse(null) instanceof Let let && let.primitive() == Primitive.CLONE);
        return definition.filter(made -> makesArray(made) && hasOwnRows);
    }

    private boolean mayFollow(Statement writer, Statement reader, Frame home) {
        Frame base = frames.base(frames.of(reader));
        if (!frames.of(writer).isWithin(base)) {
            return false;
        }
        Frame common = frames.of(reader);
        while (!frames.of(writer).isWithin(common)) {
            common = common.parent();
        }
        return repeats(common, home) || comesLater(writer, reader, common);
    }

    /** Where an array came into being; the function's body where it goes by other names too. */
    private Frame birthplace(Value array) {
        boolean isNew = frames.definition(array).filter(Overwrites::makesArray).isPresent();
        return isNew && aliases.isUnique(array) ? frames.of(array) : frames.root();
    }

    private static boolean makesArray(Statement statement) {
        return statement instanceof Call
                || statement instanceof Let let && let.primitive().allocates();
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
