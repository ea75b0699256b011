package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Function;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The passes in their order. */
public final class Tidy {

    private Tidy() {}

    /** With all passes. */
    public static Function primal(Function function) {
        return primal(function, Pass.ALL);
    }

    /** A method's code before it is differentiated: what is computed once need be kept only once. */
    public static Function primal(Function function, Set<Pass> passes) {
        Function code = Share.apply(Simplify.apply(function));
        // Small loops and small arrays become what a person would write who has no loops and arrays.
        code = apply(Pass.UNROLL, Unroll::apply, passes, code);
        code = apply(Pass.ELEMENTS, Elements::apply, passes, code);
        code = Share.apply(Simplify.apply(code));
        code = apply(Pass.HOIST, Hoist::apply, passes, code);
        return apply(Pass.EXTREMES, Extremes::apply, passes, derivative(code));
    }

    private static Function apply(Pass pass, UnaryOperator<Function> change, Set<Pass> passes, Function function) {
        return passes.contains(pass) ? change.apply(function) : function;
    }

    /** The code that a transformation has written. */
    public static Function derivative(Function function) {
        return DeadCode.removeFrom(Share.apply(Simplify.apply(function)));
    }
}
