package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.Let;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Directional derivatives from values alone: central differences, extrapolated (Richardson 1911). */
final class FiniteDifferences {

    private static final double STEP = 1.0 / 256;
    private static final int LEVELS = 4;

    /**
     * What the differences came to.
     *
     * @param values one for each real number among the results
     * @param errors about how far each may be off: the change that the last extrapolation made
     */
    record Estimate(double[] values, double[] errors) {}

    /** The real results of a run, and the course that it took. */
    private record Sample(double[] values, long course) {}

    private FiniteDifferences() {}

    /**
     * The derivative of the real results in a direction; the real arguments that vary must be doubles. Results come first,
     * then what has been stored to arrays among the arguments.
     *
     * @return nothing if the function is not smooth around the point: control flow, or the side of a kink, differs
     */
    static Optional<Estimate> directional(Function function, List<?> arguments, List<?> direction) {
        long course = sample(function, arguments, 0, direction).course();
        List<double[]> differences = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            double step = STEP / (1 << level);
            Sample above = sample(function, arguments, step, direction);
            Sample below = sample(function, arguments, -step, direction);
            if (above.course() != course || below.course() != course) {
                return Optional.empty();
            }
            differences.add(difference(above.values(), below.values(), 2 * step));
        }
        return Optional.of(extrapolated(differences));
    }

    private static Estimate extrapolated(List<double[]> differences) {
        List<double[]> rows = differences;
        double[] before = rows.get(rows.size() - 1);
        for (double factor = 4; rows.size() > 1; factor *= 4) {
            before = rows.get(rows.size() - 1);
            List<double[]> next = new ArrayList<>();
            for (int i = 1; i < rows.size(); i++) {
                next.add(extrapolated(rows.get(i), rows.get(i - 1), factor));
            }
            rows = next;
        }
        return new Estimate(rows.get(0), difference(rows.get(0), before, 1));
    }

    private static double[] extrapolated(double[] fine, double[] coarse, double factor) {
        double[] result = new double[fine.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = fine[i] + (fine[i] - coarse[i]) / (factor - 1);
        }
        return result;
    }

    private static double[] difference(double[] a, double[] b, double divisor) {
        double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (a[i] - b[i]) / divisor;
        }
        return result;
    }

    private static Sample sample(Function function, List<?> arguments, double step, List<?> direction) {
        List<Object> moved = Coordinates.moved(arguments, step, direction);
        Course course = new Course();
        List<Object> results = new ArrayList<>(new Execution<>(course).run(function, moved));
        moved.stream()
                .filter(value -> value instanceof double[] || value instanceof Object[])
                .forEach(results::add);
        return new Sample(Coordinates.of(results), course.hash);
    }

    /** Plain arithmetic that notes every decision: comparisons, the sides of kinks, roundings. */
    private static final class Course implements Execution.Domain<Object> {

        private long hash = 1;

        @Override
        public Object constant(Type type, Object literal) {
            return JavaOperations.cast(literal, type);
        }

        @Override
        public Object apply(Let let, List<Object> arguments) {
            Object result = JavaOperations.apply(let, arguments);
            Object decision = decision(let, arguments, result);
            hash = 31 * hash + (decision == null ? 0 : decision.hashCode());
            return result;
        }

        private static Object decision(Let let, List<Object> arguments, Object result) {
            boolean real = let.result().type().isRealScalar();
            return switch (let.primitive()) {
                case ABS -> real ? ((Number) arguments.get(0)).doubleValue() < 0 : result;
                case MAX, MIN, CLAMP, COPY_SIGN -> real ? sides(arguments) : result;
                case FLOOR, CEIL, RINT, SIGNUM -> result;
                case REMAINDER, IEEE_REMAINDER -> real ? quotient(arguments, (Number) result) : result;
                default -> real || let.result().type().isArray() ? null : result;
            };
        }

        private static Object sides(List<Object> arguments) {
            double x = ((Number) arguments.get(0)).doubleValue();
            return arguments.stream()
                            .map(argument -> x >= ((Number) argument).doubleValue())
                            .toList()
                            .toString()
                    + (x < 0)
                    + (((Number) arguments.get(1)).doubleValue() < 0);
        }

        private static Object quotient(List<Object> arguments, Number remainder) {
            double x = ((Number) arguments.get(0)).doubleValue();
            return Math.rint((x - remainder.doubleValue()) / ((Number) arguments.get(1)).doubleValue());
        }

        @Override
        public void store(Object array, int index, Object element) {
            Array.set(array, index, element);
        }

        @Override
        public Object primal(Object value) {
            return value;
        }
    }
}
