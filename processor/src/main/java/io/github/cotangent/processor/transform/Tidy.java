package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Function;

/** The passes in their order. */
public final class Tidy {

    private Tidy() {}

    /** A method's code before it is differentiated: what is computed once need be kept only once. */
    public static Function primal(Function function) {
        return Extremes.apply(derivative(Hoist.apply(Share.apply(Simplify.apply(scalars(function))))));
    }

    /** Small loops and small arrays, as a person would write them who has no loops and arrays. */
    private static Function scalars(Function function) {
        return Elements.apply(Unroll.apply(Share.apply(Simplify.apply(function))));
    }

    /** The code that a transformation has written. */
    public static Function derivative(Function function) {
        return DeadCode.removeFrom(Share.apply(Simplify.apply(function)));
    }
}
