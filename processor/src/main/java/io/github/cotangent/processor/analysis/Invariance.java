package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a value that is computed in a loop could as well have been computed: outside of every counted loop that neither moves
 * its arguments nor writes to the array that it is loaded from.
 */
public final class Invariance {

    private final Frames frames;
    private final Aliases aliases;
    private final Map<Statement, Set<Value>> written = new IdentityHashMap<>();

    public Invariance(Frames frames, Aliases aliases) {
        this.frames = frames;
        this.aliases = aliases;
    }

    /**
     * The outermost loop body that values are kept for in which a value is the same throughout; its own frame where that is no
     * loop body.
     */
    public Frame keepingFrameOf(Value value) {
        return frames.isBase(frames.of(value)) ? frames.of(value) : frameOf(value);
    }

    private Frame frameOf(Value value) {
        Frame frame = frames.of(value);
        Statement definition = frames.definition(value).orElse(null);
        if (!(definition instanceof Let let) || let.primitive().allocates()) {
            return frame;
        }
        while (frame.owner() instanceof For && isInvariant(let, frame) && isLoopBody(frame.parent())) {
            frame = frame.parent();
        }
        return frame;
    }

    /**
     * The loops, innermost first, in all of whose iterations a load gives the same, and of which it is known in front of the
     * outermost whether they run at all.
     */
    public List<For> steadyLoops(Let load) {
        List<For> loops = new ArrayList<>();
        Frame frame = frames.of(load);
        while (frame.owner() instanceof For loop && isInvariant(load, frame)) {
            Frame outside = frame.parent();
            loops.add(loop);
            if (!loops.stream().allMatch(each -> isVisible(each.from(), outside) && isVisible(each.to(), outside))) {
                loops.remove(loop);
                return loops;
            }
            frame = outside;
        }
        return loops;
    }

    private boolean isVisible(Value value, Frame frame) {
        return frame.isWithin(frames.of(value));
    }

    private boolean isLoopBody(Frame frame) {
        return !frames.isBase(frame) && frame.owner() instanceof For;
    }

    private boolean isInvariant(Let let, Frame body) {
        boolean isFixed =
                let.arguments().stream().allMatch(argument -> body.parent().isWithin(frames.of(argument)));
        return isFixed && (let.primitive() != Primitive.LOAD || !isWritten(let.argument(0), body));
    }

    private boolean isWritten(Value array, Frame body) {
        return written.computeIfAbsent(
                        body.owner(), loop -> Memory.of(loop, aliases).written())
                .contains(aliases.cellsOf(array));
    }
}
