package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The derivatives that the program over dual numbers has. */
final class Oracle {

    /** Beyond this size, sums may overflow on the way. */
    private static final double HUGE = 1e120;

    private final Class<?> owner;
    private final Routine routine;
    private final Input input;
    private final int parameters;

    /** The results for one pair of directions. */
    record Run(Num[] results, boolean singular) {

        double[] values() {
            return Arrays.stream(results).mapToDouble(Num::value).toArray();
        }

        /** Whether everything is finite, on the way too: at other points the modes may differ. */
        boolean regular() {
            return !singular
                    && Arrays.stream(results)
                            .allMatch(each -> Math.abs(each.value()) < HUGE
                                    && each.firstScale() < HUGE
                                    && each.mixedScale() < HUGE
                                    && Double.isFinite(each.first())
                                    && Double.isFinite(each.mixed()));
        }
    }

    /** These stand for the records of these names that each program declares. */
    private record Point(Num u, Num v) {}

    private record Layer(Num[] w, Num b, int k) {}

    Oracle(Class<?> owner, Routine routine, Input input) {
        this.owner = owner;
        this.routine = routine;
        this.input = input;
        this.parameters = input.vector().length;
    }

    Run run(double[] first, double[] second) {
        double[] x = input.vector();
        List<Object> arguments = new ArrayList<>();
        List<Object> outputs = new ArrayList<>();
        Deque<Num> variables = new ArrayDeque<>();
        for (int j = 0; j < parameters; j++) {
            variables.add(Num.variable(x[j], first[j], second[j]));
        }
        List<Object> primals = input.fresh(owner);
        for (int i = 0; i < primals.size(); i++) {
            Parameter parameter = routine.parameters().get(i);
            boolean real = parameter.type().isReal()
                    || parameter.type().isRealArray()
                    || parameter.type().isRecord();
            Object argument =
                    real ? nums(primals.get(i), parameter.differentiable() ? variables : null) : primals.get(i);
            arguments.add(argument);
            if (parameter.output()) {
                outputs.add(argument);
            }
        }
        Method method = Reflection.method(owner, routine.name()).orElseThrow();
        Num.restart();
        Object result = Reflection.invoke(method, null, arguments.toArray());
        boolean singular = Num.wasSingular();
        Object results = result == null ? outputs.toArray() : result;
        return new Run(flat(results).toArray(Num[]::new), singular);
    }

    /** Numbers in the shape of a primal; if they vary, the next of the variables. */
    private static Object nums(Object primal, Deque<Num> variables) {
        if (primal instanceof Input.Point point) {
            return new Point((Num) nums(point.u(), variables), (Num) nums(point.v(), variables));
        }
        if (primal instanceof Input.Layer layer) {
            return new Layer((Num[]) nums(layer.w(), variables), (Num) nums(layer.b(), variables), layer.k());
        }
        if (!primal.getClass().isArray()) {
            return variables != null ? variables.remove() : Num.of(((Number) primal).doubleValue());
        }
        boolean rows = primal instanceof Object[];
        int length = Array.getLength(primal);
        Object nums = rows ? new Num[length][] : new Num[length];
        for (int i = 0; i < length; i++) {
            Array.set(nums, i, nums(Array.get(primal, i), variables));
        }
        return nums;
    }

    private static Stream<Num> flat(Object results) {
        if (results instanceof Record) {
            return flat(Reflection.components(results));
        }
        return results instanceof Num num
                ? Stream.of(num)
                : Arrays.stream((Object[]) results).flatMap(Oracle::flat);
    }

    /** One run for each parameter, which is the first direction. */
    List<Run> columns() {
        List<Run> runs = new ArrayList<>();
        for (int j = 0; j < parameters; j++) {
            runs.add(run(Input.unit(parameters, j), new double[parameters]));
        }
        return runs;
    }
}
