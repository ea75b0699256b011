package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which elements are not the same one: those of different indices, in whatever arrays. Indices of rows count as well where both
 * belong to one array of arrays that was made with all its rows, and keeps them.
 */
final class Places {

    private final Frames frames;
    private final Ranges ranges;
    private final Predicate<Value> keepsRows;

    /**
     * @param keepsRows whether no row of an array of arrays is ever replaced
     */
    Places(Frames frames, Predicate<Value> keepsRows) {
        this.frames = frames;
        this.ranges = new Ranges(frames);
        this.keepsRows = keepsRows;
    }

    /** Whether an element used later in the same run of a frame is never the one used before. */
    boolean differWithin(Frame frame, Element earlier, Element later) {
        return differ(earlier, later, Inequalities.within(frame, earlier.user(), later.user(), frames, ranges));
    }

    /** Whether an element used in a later iteration of a loop, whose body is the frame, is never the one used before. */
    boolean differAcross(Frame body, Element earlier, Element later) {
        return body.owner() instanceof For
                && differ(earlier, later, Inequalities.across(body, earlier.user(), later.user(), frames, ranges));
    }

    private boolean differ(Element earlier, Element later, Inequalities known) {
        Path one = path(earlier);
        Path other = path(later);
        boolean haveOneRoot = one.isOwn() && one.root() == other.root();
        for (int i = haveOneRoot ? 0 : one.last(); i <= one.last(); i++) {
            int counterpart = haveOneRoot ? i : other.last();
            if (known.differ(one.indices().get(i), other.indices().get(counterpart))) {
                return true;
            }
        }
        return false;
    }

    /**
     * How one comes to an element, from outside in.
     *
     * @param isOwn whether different indices lead to different elements
     */
    private record Path(Value root, List<Value> indices, boolean isOwn) {

        int last() {
            return indices.size() - 1;
        }
    }

    private Path path(Element element) {
        List<Value> indices = new ArrayList<>(List.of(element.index()));
        Value array = element.array();
        while (frames.definition(array).orElse(null) instanceof Let let && let.primitive() == Primitive.LOAD) {
            indices.add(0, let.argument(1));
            array = let.argument(0);
        }
        Statement definition = frames.definition(array).orElse(null);
        boolean isOwn = definition instanceof Let let
                && let.primitive() == Primitive.NEW_ARRAY
                && let.arguments().size() == indices.size()
                && keepsRows.test(array);
        return new Path(array, indices, isOwn);
    }
}
