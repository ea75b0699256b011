package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known while the reverse of one region is written. */
final class Context {

    final Frame frame;
    final Context parent;
    final Builder builder;
    final Algebra algebra;

    /** Values of the primal, at home in this frame, where they have been made available. */
    final Map<Value, Value> available = new HashMap<>();

    /** Adjoint arrays of the arrays at home in this frame. */
    final Map<Value, Value> shadows = new HashMap<>();

    /** The adjoints as they stand, of values of this frame and, once touched, of frames around. */
    final Map<Value, Value> adjoints = new LinkedHashMap<>();

    /** In a loop: what the adjoints of values from outside come in as. */
    final Map<Value, Value> accumulators = new LinkedHashMap<>();

    /** Loads inside loops of this frame that give the same in all iterations: their adjoints are added up first. */
    final List<Let> steady = new ArrayList<>();

    /** Where in the saved arrays the current iteration stands, for each nest of loop bodies. */
    final Map<List<Frame>, Value> positions = new HashMap<>();

    /** In a loop: the number of the current iteration, once it has been asked for. */
    Value iteration;

    Context(Frame frame, Context parent, Builder builder, Algebra.Facts facts) {
        this.frame = frame;
        this.parent = parent;
        this.builder = builder;
        this.algebra = new Algebra(builder, facts);
    }

    /** The context of a frame around this one, or this one itself. */
    Context at(Frame home) {
        Context context = this;
        while (context.frame != home) {
            context = context.parent;
        }
        return context;
    }
}
