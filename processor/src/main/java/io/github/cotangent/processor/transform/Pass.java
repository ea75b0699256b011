package io.github.cotangent.processor.transform;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes derivatives faster, or needs less memory, and can be left out to see how much: without it they are no less right.
 */
public enum Pass {
    /** Short loops of known length are written out. */
    UNROLL,
    /** The elements of small arrays become variables. */
    ELEMENTS,
    /** What is the same in all iterations is computed before the loop. */
    HOIST,
    /** A loop that looks for the greatest element remembers where it was. */
    EXTREMES,
    /** Code that varies with one number and gives one number has its slope computed along with it. */
    CHAINS,
    /** A loop whose iterations depend on each other through sums alone runs forward and in reverse at once. */
    FUSION,
    /** Where loops hand arrays on, their adjoints are made in the reverse sweep, and handed on there. */
    HANDOVERS,
    /** What the primal has added up is not added up again. */
    SUMS,
    /** Stores keep what they overwrite, and the reverse sweep puts it back. */
    RESTORES,
    /** A loop that makes an array in each iteration and forgets another uses that one again. */
    RECYCLE,
    /** What an array still holds is loaded again instead of being kept. */
    RELOAD,
    /** Contributions to neighbouring elements travel in variables. */
    NEIGHBOURS,
    /** The first contribution to a buffer is stored, not added to zero. */
    FIRST_WRITES,
    /** All rows of a small Jacobian are computed in one method. */
    ROWS;

    public static final Set<Pass> ALL = Set.of(values());

    /**
     * All passes but some.
     *
     * @param names the names of those in small letters, with commas between them
     * @throws IllegalArgumentException if there is no pass of such a name
     */
    public static Set<Pass> without(String names) {
        Set<Pass> passes = EnumSet.allOf(Pass.class);
        for (String name : names.split(",")) {
            if (!passes.removeIf(pass -> pass.toString().equals(name.strip()))) {
                String known = Arrays.stream(values()).map(Pass::toString).collect(Collectors.joining(", "));
                throw new IllegalArgumentException(
                        "there is no pass '" + name.strip() + "' to leave out; there are " + known);
            }
        }
        return passes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
