package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    Oracle(Class<?> owner, Routine routine, Input input) {
        this.owner = owner;
        this.routine = routine;
        this.input = input;
        this.parameters = input.vector().length;
    }

    Run run(double[] first, double[] second) {
        double[] x = input.vector();
        List<Object> arguments = new ArrayList<>();
        List<Num> outputs = new ArrayList<>();
        List<Num[]> outputArrays = new ArrayList<>();
        int place = 0;
        List<Object> primals = input.fresh(owner);
        for (int i = 0; i < primals.size(); i++) {
            Parameter parameter = routine.parameters().get(i);
            Object primal = primals.get(i);
            if (primal instanceof double[] array) {
                Num[] nums = new Num[array.length];
                for (int j = 0; j < nums.length; j++) {
                    nums[j] = parameter.differentiable() ? variable(x, first, second, place++) : Num.of(array[j]);
                }
                arguments.add(nums);
                if (parameter.output()) {
                    outputArrays.add(nums);
                }
            } else if (parameter.type().isReal()) {
                boolean varies = parameter.differentiable();
                arguments.add(varies ? variable(x, first, second, place++) : Num.of(((Number) primal).doubleValue()));
            } else {
                arguments.add(primal);
            }
        }
        Method method = Reflection.method(owner, routine.name()).orElseThrow();
        Num.restart();
        Object result = Reflection.invoke(method, null, arguments.toArray());
        boolean singular = Num.wasSingular();
        outputArrays.forEach(each -> outputs.addAll(Arrays.asList(each)));
        return new Run(
                result instanceof Num num
                        ? new Num[] {num}
                        : result instanceof Num[] nums ? nums : outputs.toArray(new Num[0]),
                singular);
    }

    private static Num variable(double[] x, double[] first, double[] second, int place) {
        return Num.variable(x[place], first[place], second[place]);
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
