package io.github.cotangent.benchmark.jacobian;

import io.github.cotangent.Pullback;
import io.github.cotangent.VectorFunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Measures what one more reverse sweep costs in units of one forward sweep: the number by which {@link
 * io.github.cotangent.Jacobians} chooses the mode.
 */
public final class Crossover {

    private static final int WARM_UP = 60;
    private static final int RUNS = 101;
    private static final long RUN_NANOS = 5_000_000;

    private Crossover() {}

    /**
     * Prints the table.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("| function | results | parameters | reverse sweep / forward sweep |");
        System.out.println("|---|--:|--:|--:|");
        double[] ratios = functions().entrySet().stream()
                .mapToDouble(entry -> row(entry.getKey(), entry.getValue()))
                .toArray();
        System.out.printf(Locale.ROOT, "%nmedian: %.2f%n", median(ratios));
    }

    /** The functions with the numbers of their parameters. */
    static Map<String, Map.Entry<VectorFunction, Integer>> functions() {
        Map<String, Map.Entry<VectorFunction, Integer>> functions = new LinkedHashMap<>();
        functions.put("layer 10 to 10", Map.entry(VectorModelsDerivatives.layerFunction(numbers(10)), 110));
        functions.put("layer 100 to 3", Map.entry(VectorModelsDerivatives.layerFunction(numbers(100)), 303));
        functions.put(
                "6 parameters, 20 points", Map.entry(VectorModelsDerivatives.exponentialsFunction(numbers(20)), 6));
        functions.put(
                "40 parameters, 5 points", Map.entry(VectorModelsDerivatives.exponentialsFunction(numbers(5)), 40));
        functions.put("Lorenz, 1000 steps", Map.entry(VectorModelsDerivatives.lorenzFunction(0.001, 1000), 3));
        functions.put("stencil of 100", Map.entry(VectorModelsDerivatives.stencilFunction(), 100));
        return functions;
    }

    private static double row(String name, Map.Entry<VectorFunction, Integer> sized) {
        VectorFunction function = sized.getKey();
        double[] x = numbers(sized.getValue());
        Pullback pullback = function.pullback(x);
        int results = pullback.value().length;
        double[] seed = numbers(results);
        double[] tangent = new double[results];
        double[] adjoint = new double[x.length];
        double[] direction = numbers(x.length);
        Runnable forward = () -> function.jvp(x, direction, tangent);
        Runnable reverse = () -> pullback.apply(seed, adjoint);
        for (int i = 0; i < WARM_UP; i++) {
            nanos(forward);
            nanos(reverse);
        }
        double[] ratios = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            ratios[i] = nanos(reverse) / nanos(forward);
        }
        double ratio = median(ratios);
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %.2f |%n", name, results, x.length, ratio);
        return ratio;
    }

    /** The time of one call, from as many as fill a few milliseconds. */
    private static double nanos(Runnable call) {
        long start = System.nanoTime();
        long calls = 0;
        long elapsed;
        do {
            call.run();
            calls++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < RUN_NANOS);
        return (double) elapsed / calls;
    }

    private static double[] numbers(int count) {
        return new SplittableRandom(count).doubles(count, 0.1, 1).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
