package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.List;

/** A function that is to be differentiated, and what there is to know about it. */
record Primal(Function function, Algebra.Facts facts, Aliases aliases, Activity activity, Frames frames) {

    static Primal of(Function function, List<Value> withRespectTo) {
        Algebra.Facts facts = new Algebra.Facts();
        facts.see(function.body());
        Aliases aliases = Aliases.of(function);
        return new Primal(function, facts, aliases, Activity.of(function, aliases, withRespectTo), Frames.of(function));
    }

    Overwrites overwrites() {
        return Overwrites.of(function, aliases, frames);
    }
}
