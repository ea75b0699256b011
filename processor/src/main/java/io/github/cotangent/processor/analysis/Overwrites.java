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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which elements of arrays stay as they are: a load of them gives the same again when its reverse runs. */
public final class Overwrites {

    /** With as many statements that write to an array it is not asked which elements they write to. */
    private static final int MANY = 32;

    private final Aliases aliases;
    private final Frames frames;
    private final Places places;
    private final Map<Value, List<Statement>> writers = new HashMap<>();
    private final Map<Value, List<Store>> stores = new HashMap<>();
    private final Map<Statement, Boolean> stable = new IdentityHashMap<>();

    /** The classes of arrays of arrays whose rows are replaced. */
    private final Set<Value> storedRows = new HashSet<>();

    /** The classes of arrays of arrays that calls know. */
    private final Set<Value> passedRows = new HashSet<>();

    private Overwrites(Aliases aliases, Frames frames) {
        this.aliases = aliases;
        this.frames = frames;
        this.places = new Places(frames, array -> {
            Value root = aliases.classOf(array);
            return !storedRows.contains(root) && !passedRows.contains(root);
        });
    }

    public static Overwrites of(Function function, Aliases aliases, Frames frames) {
        Overwrites overwrites = new Overwrites(aliases, frames);
        function.body().forEach(statement -> {
            if (statement instanceof Store store) {
                overwrites.add(aliases.cellsOf(store.array()), store);
                overwrites
                        .stores
                        .computeIfAbsent(store.element(), none -> new ArrayList<>())
                        .add(store);
                if (store.element().type().isArray()) {
                    overwrites.storedRows.add(aliases.classOf(store.array()));
                }
            } else if (statement instanceof Call call) {
                call.written().stream()
                        .flatMap(array -> aliases.reachedFrom(array).stream())
                        .forEach(cells -> overwrites.add(cells, call));
                Stream.concat(call.arguments().stream(), call.results().stream())
                        .filter(value -> value.type().rank() > 1)
                        .forEach(value -> overwrites.passedRows.add(aliases.classOf(value)));
            }
        });
        return overwrites;
    }

    private void add(Value cells, Statement writer) {
        writers.computeIfAbsent(cells, none -> new ArrayList<>()).add(writer);
    }

    /** Whether no array is two rows of an array of arrays: each that has been stored is new then, or a parameter. */
    public boolean hasOwnRows(Value array) {
        return aliases.reachedFrom(array).stream()
                .flatMap(cells -> writers.getOrDefault(cells, List.of()).stream())
                .filter(writer ->
                        writer instanceof Store store && store.element().type().isArray())
                .allMatch(writer -> isOwn(((Store) writer).element(), frames.of(writer)));
    }

    private boolean isOwn(Value row, Frame frame) {
        return stores.get(row).size() == 1
                && frames.of(row) == frame
                && frames.definition(row).map(Overwrites::makesArray).orElse(frame.isRoot());
    }

    /** Whether nothing can write to the loaded element after the load. */
    public boolean isStable(Let load) {
        return keepsElement(load);
    }

    /** A store beside a value's definition that puts it where nothing overwrites it later. */
    public Optional<Store> keeper(Value value) {
        return stores.getOrDefault(value, List.of()).stream()
                .filter(store -> frames.of(store) == frames.of(value) && keepsElement(store))
                .findFirst();
    }

    private boolean keepsElement(Statement user) {
        return stable.computeIfAbsent(user, none -> isStable(Element.of(user)));
    }

    private boolean isStable(Element element) {
        Value array = element.array();
        List<Statement> all = writersTo(array);
        return all.stream()
                .filter(writer -> !(writer instanceof Store store && isMadeAfter(store.array(), array)))
                .noneMatch(writer -> mayFollow(writer, element.user(), birthplace(array))
                        && (all.size() > MANY || mayMeet(element, writer, birthplace(array))));
    }

    private List<Statement> writersTo(Value array) {
        return writers.getOrDefault(aliases.cellsOf(array), List.of());
    }

    /** Whether a store is the first to write to its element since the array was made, of zeros. */
    public boolean isFirst(Store store) {
        Value array = store.array();
        List<Statement> all = writersTo(array);
        if (!(frames.definition(array).orElse(null) instanceof Let birth)
                || birth.primitive() != Primitive.NEW_ARRAY
                || all.size() > MANY
                || !frames.of(birth).isWithin(frames.base(frames.of(store)))) {
            return false;
        }
        return all.stream()
                .filter(writer -> frames.of(writer).isWithin(frames.of(birth)) && frames.isBefore(birth, writer))
                .allMatch(writer ->
                        writer instanceof Store earlier && !mayMeet(Element.of(earlier), store, frames.of(birth)));
    }

    /**
     * Whether a statement that is run later may write to the same element.
     *
     * @param home outside of it each array is another one
     */
    private boolean mayMeet(Element element, Statement writer, Frame home) {
        if (!(writer instanceof Store store)) {
            return true;
        }
        Element later = Element.of(store);
        Frame common = common(writer, element.user());
        if (writer != element.user()
                && comesLater(writer, element.user(), common)
                && !places.differWithin(common, element, later)) {
            return true;
        }
        for (Frame f = common; f != home && !isNewIn(store.array(), f) && !frames.isBase(f); f = f.parent()) {
            if (f.isLoopBody() && !places.differAcross(f, element, later)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an array is another one in each run of a frame. */
    private boolean isNewIn(Value array, Frame frame) {
        boolean isNew = frames.definition(array).orElse(null) instanceof Let let
                && (let.primitive() == Primitive.NEW_ARRAY || let.primitive() == Primitive.CLONE);
        return isNew && array.type().rank() == 1 && frames.of(array) == frame;
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
        Frame common = common(writer, reader);
        return repeats(common, home) || comesLater(writer, reader, common);
    }

    private Frame common(Statement one, Statement other) {
        Frame common = frames.of(other);
        while (!frames.of(one).isWithin(common)) {
            common = common.parent();
        }
        return common;
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
