package io.github.cotangent.benchmark;

import java.util.function.DoubleSupplier;

/** A candidate on a problem, for those that know this class by its name only: a class loader of its own has brought it. */
public final class Contestant {

    private Contestant() {}

    /**
     * Verifies the candidate.
     *
     * @param instance the name of the problem
     * @param candidate the name of the candidate
     * @return a call of it
     */
    public static DoubleSupplier of(String instance, String candidate) {
        Candidate verified = Candidate.valueOf(candidate);
        verified.verify(Instance.valueOf(instance).problem(0));
        Point<?, ?> point = new Point<>(Instance.valueOf(instance).problem(0));
        return () -> verified.run(point);
    }
}
