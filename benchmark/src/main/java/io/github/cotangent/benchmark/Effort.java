package io.github.cotangent.benchmark;

import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long is measured. */
enum Effort {
    /** Shows that everything runs. */
    SMOKE(1, 2, 200, List.of(10, 100)),
    /** A few minutes. */
    QUICK(1, 3, 300, List.of(10, 1000, 100_000)),
    /** Figures to rely on. */
    THOROUGH(3, 5, 500, List.of(10, 100, 1000, 10_000, 100_000, 1_000_000));

    private final int forks;
    private final int iterations;
    private final int milliseconds;
    private final List<Integer> sizes;

    Effort(int forks, int iterations, int milliseconds, List<Integer> sizes) {
        this.forks = forks;
        this.iterations = iterations;
        this.milliseconds = milliseconds;
        this.sizes = sizes;
    }

    /** The sizes at which the growth of a cost is measured. */
    List<Integer> sizes() {
        return sizes;
    }

    /** Factors of ten and more need no repetition. */
    int forks(Candidate candidate) {
        return candidate.isOther() ? 1 : forks;
    }

    int forks() {
        return forks;
    }

    ChainedOptionsBuilder applyTo(ChainedOptionsBuilder options) {
        return options.forks(1)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.milliseconds(milliseconds))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(milliseconds));
    }

    /** What a reader has to know before believing a figure. */
    String description() {
        String runs = String.format(
                "%d %s, each with %d iterations of %d ms after as many to warm up",
                forks, forks == 1 ? "fork" : "forks", iterations, milliseconds);
        return this == SMOKE ? "a smoke test on a busy machine, whose figures mean nothing: " + runs : runs;
    }
}
