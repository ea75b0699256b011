package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Bytecode;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Part;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a long function into {@linkplain Part parts}, each short enough for HotSpot, which compiles no method of more than
 * 8,000 bytecodes.
 *
 * <p>A region that is too long becomes a sequence of parts; loops and branches stay around theirs. What one part computes
 * and another one reads lies in arrays, one for each type, that all of them are given; the function's own parameters are
 * passed on. Nothing is computed otherwise than before.
 */
public final class Split {

    /** How long a function may be, in {@linkplain Bytecode guessed} bytes, for its real length to be well below 8,000. */
    public static final int LIMIT = 9_000;

    private static final int CALL = 40;

    /** A method to be: the function itself, or a part of one. */
    private static final class Home {

        private final Home parent;
        private final Set<Value> foreign = new LinkedHashSet<>();
        private final Set<Value> passed = new LinkedHashSet<>();

        Home(Home parent) {
            this.parent = parent;
        }

        void pass(Value value) {
            for (Home home = this; home.parent != null; home = home.parent) {
                home.passed.add(value);
            }
        }

        boolean isInside(Home other) {
            return this == other || parent != null && parent.isInside(other);
        }
    }

    private record Slot(Value frame, int index) {}

    private final Function function;
    private final String name;
    private final int part;
    private final Map<Region, List<List<Statement>>> cuts = new IdentityHashMap<>();
    private final Map<List<Statement>, Home> parts = new IdentityHashMap<>();
    private final Map<Value, Home> homes = new HashMap<>();
    private final Map<Value, Constant> constants = new HashMap<>();
    private final Map<Type, Value> frames = new LinkedHashMap<>();
    private final Map<Type, Integer> lengths = new HashMap<>();
    private final Map<Value, Slot> slots = new HashMap<>();
    private final Home root = new Home(null);
    private int count;

    private Split(Function function, String name, int part) {
        this.function = function;
        this.name = name;
        this.part = part;
    }

    /**
     * The function, cut if it has to be.
     *
     * @param name what the names of its parts begin with
     * @param limit how long it may be to be left whole, in guessed bytes
     */
    public static Function apply(Function function, String name, int limit) {
        int part = limit / 2;
        return Bytecode.of(function.body()) <= limit ? function : new Split(function, name, part).cut();
    }

    private Function cut() {
        shorten(function.body(), part);
        visit(function.body(), root);
        Builder builder = new Builder();
        Builder rest = builder.nested();
        Region body = region(function.body(), root, rest);
        frames.forEach(
                (type, frame) -> builder.define(frame, Primitive.NEW_ARRAY, builder.constant(lengths.get(type))));
        body.statements().forEach(builder::append);
        return new Function(function.name(), builder.region(body.parameters(), body.results()));
    }

    // Where to cut.

    /** Makes a region shorter than the limit if it can; gives its length in the method that it is in. */
    private int shorten(Region region, int limit) {
        List<List<Statement>> sequence = new ArrayList<>();
        List<Statement> open = new ArrayList<>();
        int length = 0;
        int openLength = 0;
        for (Statement statement : region.statements()) {
            int size = Bytecode.of(statement);
            if (size > limit) {
                size = Bytecode.ofHead(statement);
                size += shortenInside(statement, limit);
            }
            if (openLength + size > part && !open.isEmpty()) {
                sequence.add(open);
                open = new ArrayList<>();
                openLength = 0;
            }
            open.add(statement);
            openLength += size;
            length += size;
        }
        sequence.add(open);
        if (length <= limit) {
            return length;
        }
        cuts.put(region, sequence);
        return sequence.size() * CALL + region.results().size() * CALL;
    }

    /** The condition of a loop stays whole: nothing is written there. */
    private int shortenInside(Statement statement, int limit) {
        if (statement instanceof While loop) {
            return Bytecode.of(loop.condition()) + shorten(loop.body(), limit);
        }
        int length = 0;
        for (Region inner : statement.regions()) {
            length += shorten(
                    inner, Math.max(part / 10, limit / statement.regions().size()));
        }
        return length;
    }

    // Who reads what.

    private void visit(Region region, Home home) {
        region.parameters().forEach(parameter -> homes.put(parameter, home));
        if (cuts.containsKey(region)) {
            for (List<Statement> statements : cuts.get(region)) {
                Home own = new Home(home);
                parts.put(statements, own);
                statements.forEach(statement -> visit(statement, own));
            }
        } else {
            region.statements().forEach(statement -> visit(statement, home));
        }
        region.results().forEach(result -> read(result, home));
    }

    private void visit(Statement statement, Home home) {
        statement.operands().forEach(operand -> read(operand, home));
        statement.regions().forEach(region -> visit(region, home));
        statement.results().forEach(result -> homes.put(result, home));
        if (statement instanceof Constant constant) {
            constants.put(constant.result(), constant);
        }
    }

    private void read(Value value, Home home) {
        Home own = homes.get(value);
        if (own == home || !home.foreign.add(value) || constants.containsKey(value)) {
            return;
        }
        if (isParameter(value)) {
            home.pass(value);
            return;
        }
        Slot slot = slots.computeIfAbsent(value, this::newSlot);
        home.pass(slot.frame());
        own.pass(slot.frame());
    }

    private boolean isParameter(Value value) {
        return homes.get(value) == root && function.parameters().contains(value);
    }

    private Slot newSlot(Value value) {
        Type type = value.type();
        Value frame = frames.computeIfAbsent(type, each -> Value.named(each.array(), frameName(each)));
        return new Slot(frame, lengths.merge(type, 1, Integer::sum) - 1);
    }

    private static String frameName(Type type) {
        String kind = type.kind().name().toLowerCase(Locale.ROOT);
        String element =
                type.equals(Type.DOUBLE) ? "" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        return "kept" + element + "s".repeat(type.rank());
    }

    // The parts.

    private Part part(List<Statement> statements) {
        Home home = parts.get(statements);
        Function body = function(statements, home, name + "Part" + ++count);
        return new Part(body, body.parameters(), statements.get(0).position());
    }

    private Function function(List<Statement> statements, Home home, String called) {
        Builder builder = new Builder();
        for (Value value : home.foreign) {
            if (constants.containsKey(value)) {
                builder.append(constants.get(value));
            } else if (slots.containsKey(value) && !homes.get(value).isInside(home)) {
                load(value, builder);
            }
        }
        statements.forEach(statement -> write(statement, home, builder));
        return new Function(called, builder.region(List.copyOf(home.passed), List.of()));
    }

    private Region region(Region region, Home home, Builder builder) {
        region.parameters().forEach(parameter -> keep(parameter, builder));
        if (cuts.containsKey(region)) {
            Set<Value> results = new LinkedHashSet<>(region.results());
            for (List<Statement> part : cuts.get(region)) {
                builder.append(part(part));
                results.stream()
                        .filter(result -> homes.get(result) == parts.get(part))
                        .forEach(result -> afterPart(result, builder));
            }
        } else {
            region.statements().forEach(statement -> write(statement, home, builder));
        }
        return builder.region(region.parameters(), region.results());
    }

    private void afterPart(Value result, Builder builder) {
        if (constants.containsKey(result)) {
            builder.append(constants.get(result));
        } else {
            load(result, builder);
        }
    }

    private void write(Statement statement, Home home, Builder builder) {
        builder.at(statement.position());
        builder.append(statement.withBodies(region -> region(region, home, builder.nested())));
        statement.results().forEach(result -> keep(result, builder));
    }

    private void keep(Value value, Builder builder) {
        Slot slot = slots.get(value);
        if (slot != null) {
            builder.store(slot.frame(), builder.constant(slot.index()), value);
        }
    }

    private void load(Value value, Builder builder) {
        Slot slot = slots.get(value);
        builder.append(new Let(
                value, Primitive.LOAD, List.of(slot.frame(), builder.constant(slot.index())), builder.position()));
    }
}
