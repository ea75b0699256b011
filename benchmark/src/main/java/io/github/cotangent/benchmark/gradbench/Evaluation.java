package io.github.cotangent.benchmark.gradbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One function of an eval.
 *
 * @param type what the input is read as
 * @param function the function; only its time counts, not that of reading and writing
 * @param <I> the input
 */
record Evaluation<I>(Class<I> type, Function<I, ?> function) {

    /**
     * Calls the function as often as asked, and at least once.
     *
     * @param input the input
     * @param runs how often
     * @return the last result, and the time of every call
     */
    Measured run(I input, Runs runs) {
        List<Timing> timings = new ArrayList<>();
        Object output;
        long elapsed = 0;
        do {
            long start = System.nanoTime();
            output = function.apply(input);
            long time = System.nanoTime() - start;
            timings.add(new Timing("evaluate", time));
            elapsed += time;
        } while (!runs.suffice(timings.size(), elapsed));
        return new Measured(output, timings);
    }

    /** A result, and how long it took each time. */
    record Measured(Object output, List<Timing> timings) {}

    /** How long a part of the work took. */
    record Timing(String name, long nanoseconds) {}
}
