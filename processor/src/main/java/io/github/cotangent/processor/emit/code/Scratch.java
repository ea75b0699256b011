package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Part;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/** Arrays that serve one iteration of a loop, so that the next one can take the same from a workspace. */
final class Scratch {

    /** What differs between iterations: numbers by their values, arrays by their lengths. */
    private final Set<Value> varying = new HashSet<>();

    private boolean isMade;
    private boolean isKept;

    private Scratch() {}

    /**
     * Whether the body of a loop makes arrays, always of the same lengths, and hands none on. Where lengths differ between
     * iterations, there has to be an array for each anyway; then they are found at once in the order of the iterations.
     */
    static boolean isIn(Region body) {
        if (body.results().stream().anyMatch(result -> result.type().isArray())) {
            return false;
        }
        Scratch scratch = new Scratch();
        scratch.varying.addAll(body.parameters());
        body.forEach(scratch::look);
        return scratch.isMade && !scratch.isKept;
    }

    private void look(Statement statement) {
        if (varies(statement)) {
            varying.addAll(statement.results());
        }
        statement.regions().forEach(region -> varying.addAll(region.parameters()));
        if (statement instanceof Let let && let.primitive().allocates()) {
            isMade = true;
            isKept |= varying.contains(let.result());
        }
        isKept |= statement instanceof Part
                || statement instanceof Store store && store.element().type().isArray();
    }

    private boolean varies(Statement statement) {
        if (statement instanceof Let let) {
            return let.primitive() == Primitive.LOAD
                    || let.primitive() == Primitive.GROW
                    || let.arguments().stream().anyMatch(varying::contains);
        }
        return !(statement instanceof Constant);
    }
}
