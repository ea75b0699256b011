package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.Generation.Mode;
import io.github.cotangent.processor.Pipeline;
import io.github.cotangent.processor.transform.Pass;
import java.util.Optional;

/**
 * How derivatives are made.
 *
 * @param without a pass that is left out
 */
record Setting(Mode mode, Optional<Pass> without) {

    /** As users get them. */
    static final Setting SIMPLIFIED = new Setting(Mode.SIMPLIFIED, Optional.empty());

    static final Setting RAW = new Setting(Mode.RAW, Optional.empty());

    static Setting without(Pass pass) {
        return new Setting(Mode.SIMPLIFIED, Optional.of(pass));
    }

    Pipeline pipeline() {
        return without.map(pass -> Pipeline.of(Pass.without(pass.toString()))).orElseGet(mode::pipeline);
    }

    @Override
    public String toString() {
        return mode + without.map(pass -> " without " + pass).orElse("");
    }
}
