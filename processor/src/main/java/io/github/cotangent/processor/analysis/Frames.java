package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where values are defined: in which region, and by which statement. */
public final class Frames {

    /**
     * A region at its place in the function. Compared by identity.
     *
     * @param parent the frame around {@code owner}, null for the function's body
     * @param owner the statement that the region belongs to, null for the function's body
     */
    public record Frame(Frame parent, Statement owner, Region region) {

        public boolean isRoot() {
            return parent == null;
        }

        public boolean isLoopBody() {
            return owner instanceof For || owner instanceof While;
        }

        /** Whether this frame is {@code other} or lies inside it. */
        public boolean isWithin(Frame other) {
            return this == other || parent != null && parent.isWithin(other);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Frame root;
    private final Map<Region, Frame> frames = new IdentityHashMap<>();
    private final Map<Value, Frame> home = new HashMap<>();
    private final Map<Value, Integer> orders = new HashMap<>();
    private final Map<Value, Statement> definitions = new HashMap<>();
    private final Map<Statement, Place> places = new IdentityHashMap<>();

    private final Set<Statement> fused = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Place(Frame frame, int order) {}

    private Frames(Function function) {
        root = new Frame(null, null, function.body());
        enter(root);
    }

    public static Frames of(Function function) {
        return new Frames(function);
    }

    /** Declares that the reverse of an iteration of this loop follows the iteration at once. */
    public void fuse(For loop) {
        fused.add(loop);
    }

    public boolean isFused(Statement loop) {
        return fused.contains(loop);
    }

    /** Whether the reverse of this region stands in the same region, where all its values are in scope. */
    public boolean isBase(Frame frame) {
        return frame.isRoot() || fused.contains(frame.owner());
    }

    /** The innermost base around a frame, or the frame itself. */
    public Frame base(Frame frame) {
        return isBase(frame) ? frame : base(frame.parent());
    }

    /** The statement of a frame that is, or holds, the given one. */
    public Statement within(Statement statement, Frame frame) {
        Statement s = statement;
        for (Frame f = of(s); f != frame; f = f.parent()) {
            s = f.owner();
        }
        return s;
    }

    private void enter(Frame frame) {
        frames.put(frame.region(), frame);
        frame.region().parameters().forEach(parameter -> define(parameter, frame));
        for (Statement statement : frame.region().statements()) {
            statement.regions().forEach(region -> enter(new Frame(frame, statement, region)));
            define(statement, frame);
        }
    }

    /** Adds a statement to a frame: what it defines lives there. */
    public void define(Statement statement, Frame frame) {
        places.put(statement, new Place(frame, places.size()));
        for (Value result : statement.results()) {
            define(result, frame);
            definitions.put(result, statement);
        }
    }

    /** Makes a value at home in a frame. */
    public void define(Value value, Frame frame) {
        home.put(value, frame);
        orders.put(value, orders.size());
    }

    /** The place of a value in the order of definitions. */
    public int order(Value value) {
        return orders.get(value);
    }

    public Frame root() {
        return root;
    }

    public Frame of(Region region) {
        return frames.get(region);
    }

    /** The frame in which a value is defined. */
    public Frame of(Value value) {
        return home.get(value);
    }

    /** The frame in which a statement stands. */
    public Frame of(Statement statement) {
        return places.get(statement).frame();
    }

    /** Whether a statement stands before another in the text of the function. */
    public boolean isBefore(Statement first, Statement second) {
        return places.get(first).order() < places.get(second).order();
    }

    /** Whether a value is this {@code int}, written as a literal. */
    public boolean isLiteral(Value value, int number) {
        return definitions.get(value) instanceof Constant constant
                && Integer.valueOf(number).equals(constant.literal());
    }

    /** The statement that defines a value; none for parameters. */
    public Optional<Statement> definition(Value value) {
        return Optional.ofNullable(definitions.get(value));
    }
}
