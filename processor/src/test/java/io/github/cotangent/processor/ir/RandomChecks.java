package io.github.cotangent.processor.ir;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Runs a check on many random functions, and reports the smallest function that fails like the first one that does. */
public final class RandomChecks {

    private RandomChecks() {}

    /**
     * Checks one function for each seed, each at a random point; sizes go round from few statements to many.
     *
     * @param largest the largest size
     */
    public static void run(LongStream seeds, int largest, Consumer<TransformChecks.Case> check) {
        seeds.forEach(seed -> run(seed, RandomFunctions.of(seed, 5 + (int) (seed % largest)), check));
    }

    /** The same for functions of the caller's choice. */
    public static void run(LongStream seeds, LongFunction<Function> functions, Consumer<TransformChecks.Case> check) {
        seeds.forEach(seed -> run(seed, functions.apply(seed), check));
    }

    private static void run(long seed, Function function, Consumer<TransformChecks.Case> check) {
        Optional<Throwable> failure = failure(TransformChecks.Case.random(function, seed), check);
        if (failure.isEmpty()) {
            return;
        }
        String kind = kind(failure.get());
        Function smallest = Shrinker.shrink(
                function,
                candidate -> isPoint(candidate, seed)
                        && failure(TransformChecks.Case.random(candidate, seed), check)
                                .map(RandomChecks::kind)
                                .filter(kind::equals)
                                .isPresent());
        TransformChecks.Case point = TransformChecks.Case.random(smallest, seed);
        throw new AssertionError(
                "seed " + seed + "; the smallest function, with respect to " + point.withRespectTo() + " at "
                        + Arrays.deepToString(point.arguments().toArray()) + ":\n" + smallest,
                failure(point, check).orElse(failure.get()));
    }

    private static Optional<Throwable> failure(TransformChecks.Case point, Consumer<TransformChecks.Case> check) {
        try {
            check.accept(point);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }

    /** The message's first line without numbers and names, which change as the function does. */
    private static String kind(Throwable failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return failure.getClass() + message.replaceAll("-?\\d[\\d.E-]*|NaN|Infinity|\\S+:\\S+", "#");
    }

    /** Whether a candidate is a method that a user can write, and runs. */
    private static boolean isPoint(Function function, long seed) {
        boolean isReal = function.parameters().stream()
                .anyMatch(parameter -> parameter.type().isReal());
        if (!isReal || function.parameters().containsAll(function.results()) || storesToParameters(function)) {
            return false;
        }
        try {
            TransformChecks.Case point = TransformChecks.Case.random(function, seed);
            Interpreter.run(function, Coordinates.copy(point.arguments()));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean storesToParameters(Function function) {
        boolean[] found = {false};
        function.body()
                .forEach(statement -> found[0] |= statement instanceof Statement.Store store
                        && function.parameters().contains(store.array()));
        return found[0];
    }
}
