package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Derivatives;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.Part;
import java.util.ArrayList;
import java.util.List;

/** Distributes the methods of a companion among class files, none of which may have more than 65,535 constants. */
final class Shares {

    /** How many constants of a class file the members of a method take, apart from what their code says. */
    private static final int METHOD = 25;

    private static final int NUMBER = 2;
    private static final int CALLED = 6;

    private Shares() {}

    /** The methods in as few groups as fit, in their order; all in one if there are private members that all may call. */
    static List<List<Derivatives>> of(Companion companion, int limit) {
        if (!companion.helpers().isEmpty()) {
            return List.of(companion.methods());
        }
        List<List<Derivatives>> groups = new ArrayList<>();
        List<Derivatives> open = new ArrayList<>();
        int size = 0;
        for (Derivatives derivatives : companion.methods()) {
            int own = constants(derivatives);
            if (size + own > limit && !open.isEmpty()) {
                groups.add(open);
                open = new ArrayList<>();
                size = 0;
            }
            open.add(derivatives);
            size += own;
        }
        groups.add(open);
        return groups;
    }

    private static int constants(Derivatives derivatives) {
        int parameters = 3 * derivatives.method().parameters().size();
        return METHOD
                + parameters
                + derivatives.functions().mapToInt(Shares::constants).sum()
                + derivatives
                        .functionsWithWorkspace()
                        .mapToInt(Shares::constants)
                        .sum();
    }

    private static int constants(Function function) {
        int[] size = {0};
        function.body().forEach(statement -> {
            if (statement instanceof Constant) {
                size[0] += NUMBER;
            } else if (statement instanceof Part part) {
                size[0] += CALLED + constants(part.function());
            }
        });
        return size[0];
    }
}
