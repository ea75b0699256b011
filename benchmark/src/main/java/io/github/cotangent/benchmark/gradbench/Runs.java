package io.github.cotangent.benchmark.gradbench;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How often a function is to be run: at least so many times, and at least so long in all.
 *
 * @param times the number of times
 * @param seconds the sum of their times
 */
record Runs(double times, double seconds) {

    /** Reads {@code min_runs} and {@code min_seconds} of an input; once where it has none. */
    static Runs of(JsonNode input) {
        return new Runs(number(input, "min_runs", 1), number(input, "min_seconds", 0));
    }

    private static double number(JsonNode input, String name, double otherwise) {
        JsonNode number = input.path(name);
        if (number.isMissingNode()) {
            return otherwise;
        }
        if (!number.isNumber()) {
            throw new IllegalArgumentException(name + " is not a number: " + number);
        }
        return number.doubleValue();
    }

    boolean suffice(int run, long nanoseconds) {
        return run >= times && nanoseconds >= seconds * 1e9;
    }
}
