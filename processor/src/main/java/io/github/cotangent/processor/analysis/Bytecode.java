package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.While;

/**
 * How many bytes of bytecode Java code for statements takes, guessed from above: every value in a variable of its own, every
 * variable past the 256th, which takes four bytes to read or write instead of two.
 */
public final class Bytecode {

    private static final int ACCESS = 4;
    private static final int CALL = 3;
    private static final int JUMP = 3;
    private static final int COMPARISON = 12;
    private static final int COPY = 2 * ACCESS;

    private Bytecode() {}

    /** The size of everything in a region. */
    public static int of(Region region) {
        int size = 0;
        for (Statement statement : region.statements()) {
            size += of(statement);
        }
        return size;
    }

    /** The size of a statement with all that is inside it. */
    public static int of(Statement statement) {
        int size = ofHead(statement);
        for (Region region : statement.regions()) {
            size += of(region);
        }
        return size;
    }

    /** The size of a statement without its regions, but with the copies that carry values through them. */
    public static int ofHead(Statement statement) {
        if (statement instanceof Constant) {
            return 0;
        }
        int accesses =
                ACCESS * (statement.operands().size() + statement.results().size());
        if (statement instanceof Let let) {
            return accesses + (let.primitive().isComparison() ? COMPARISON : CALL);
        }
        int copies = COPY * statement.results().size();
        if (statement instanceof If) {
            return 2 * JUMP + accesses + 2 * copies;
        }
        if (statement instanceof For || statement instanceof While) {
            return COMPARISON + 2 * JUMP + accesses + 3 * copies;
        }
        return accesses + CALL;
    }
}
