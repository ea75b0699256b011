package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.Let;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs a function on values that each carry a tangent: directional derivatives to the last few bits, with nothing taken
 * from the code under test but the function itself. The formulas are in {@link Slopes}.
 *
 * <p>The tangent of a real scalar is a {@code Double}, that of a real array an array of {@code double} of the same shape;
 * what is not real has none.
 */
public final class DualInterpreter {

    /**
     * A value with its tangent.
     *
     * @param tangent null where the value is not real
     */
    public record Dual(Object primal, Object tangent) {

        double slope() {
            return tangent == null ? 0 : (double) tangent;
        }
    }

    /**
     * @param bounding whether tangents are upper bounds: sums of absolute values, in which nothing cancels
     */
    private record Duals(boolean bounding) implements Execution.Domain<Dual> {

        @Override
        public Dual constant(Type type, Object literal) {
            return new Dual(JavaOperations.cast(literal, type), type.isReal() ? 0.0 : null);
        }

        @Override
        public Dual apply(Let let, List<Dual> arguments) {
            return DualInterpreter.apply(let, arguments, bounding);
        }

        @Override
        public void store(Dual array, int index, Dual element) {
            Array.set(array.primal(), index, element.primal());
            if (array.tangent() != null) {
                Array.set(array.tangent(), index, element.tangent());
            }
        }

        @Override
        public Object primal(Dual value) {
            return value.primal();
        }
    }

    private DualInterpreter() {}

    /**
     * The results with their tangents.
     *
     * @param arguments of the types of the parameters; arrays are passed by reference
     * @param tangents one for each argument, null where the argument is not real
     */
    public static List<Dual> run(Function function, List<?> arguments, List<?> tangents) {
        return new Execution<>(new Duals(false)).run(function, duals(arguments, tangents));
    }

    /**
     * As {@link #run}, but each tangent is what the sum over all paths of the absolute values of the products of the slopes
     * comes to. A tangent computed in floating point may differ from the exact one by rounding errors of that size.
     */
    public static List<Dual> bounds(Function function, List<?> arguments, List<?> tangents) {
        return new Execution<>(new Duals(true)).run(function, duals(arguments, tangents));
    }

    private static List<Dual> duals(List<?> arguments, List<?> tangents) {
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> new Dual(arguments.get(i), tangents.get(i)))
                .toList();
    }

    private static Dual apply(Let let, List<Dual> arguments, boolean bounding) {
        Dual first = arguments.get(0);
        Object primal =
                JavaOperations.apply(let, arguments.stream().map(Dual::primal).toList());
        if (!let.result().type().isReal()) {
            return new Dual(primal, null);
        }
        Object tangent = switch (let.primitive()) {
            case SELECT -> arguments.get((boolean) first.primal() ? 1 : 2).tangent();
            case THROUGH -> arguments.get(1).tangent();
            case NEW_ARRAY ->
                JavaOperations.newArray(
                        let.result().type().derivative(),
                        arguments.stream().map(Dual::primal).toList());
            case LOAD -> Array.get(first.tangent(), (int) arguments.get(1).primal());
            case CLONE -> JavaOperations.copy(first.tangent(), Array.getLength(first.tangent()));
            case GROW ->
                JavaOperations.grow(first.tangent(), (int) arguments.get(1).primal());
            default -> scalar(let, arguments, ((Number) primal).doubleValue(), bounding);
        };
        return new Dual(primal, tangent);
    }

    private static double scalar(Let let, List<Dual> arguments, double result, boolean bounding) {
        Primitive primitive = let.primitive().relaxed();
        double[] x = arguments.stream().mapToDouble(DualInterpreter::real).toArray();
        double[] slopes = bounding ? Slopes.bounds(primitive, x, result) : Slopes.of(primitive, x, result);
        double tangent = 0;
        for (int i = 0; i < slopes.length; i++) {
            double argument = arguments.get(i).slope();
            boolean vanishes = argument == 0 && Slopes.hasStrongZero(primitive);
            tangent += vanishes ? 0 : (bounding ? Math.abs(argument) : argument) * slopes[i];
        }
        return tangent;
    }

    private static double real(Dual dual) {
        return dual.primal() instanceof Character c ? c : ((Number) dual.primal()).doubleValue();
    }
}
