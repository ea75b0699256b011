package io.github.cotangent;

import io.github.cotangent.GradientReport.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The sweeps of a gradient check at one point, and what they must have in common without regard to differences.
 *
 * @param function the function under test
 * @param x the parameters; the function is given copies
 * @param value the value at {@code x}
 * @param problems where findings go
 */
record Sweeps(VectorFunction function, double[] x, double[] value, List<String> problems) {

    private static final int DIRECTIONS = 3;

    /** What buffers hold before a call; any number that a sum would show. */
    private static final double STALE = 12345;

    double[][] jacobian(Origin origin) {
        if (origin == Origin.JVP || origin == Origin.HVP) {
            return Jacobians.forward(function, x.clone());
        }
        double[][] rows = new double[value.length][x.length];
        for (int i = 0; i < value.length; i++) {
            function.vjp(x.clone(), Seeds.basis(value.length, i), rows[i]);
        }
        return rows;
    }

    void checkValue() {
        double[] point = x.clone();
        sameValue("value, called again,", function.value(point));
        unchanged("value", "x", x, point);
    }

    void checkJvp(SplittableRandom random) {
        double[] direction = random(random, x.length);
        double[] point = x.clone();
        double[] directionPassed = direction.clone();
        double[] stale = stale(value.length);
        double[] clean = new double[value.length];
        sameValue("jvp", function.jvp(point, directionPassed, stale));
        unchanged("jvp", "x", x, point);
        unchanged("jvp", "direction", direction, directionPassed);
        sameValue("jvp", function.jvp(x.clone(), direction.clone(), clean));
        overwritten("jvp", "tangent", clean, stale);
    }

    void checkVjp(SplittableRandom random) {
        double[] seed = random(random, value.length);
        double[] point = x.clone();
        double[] seedPassed = seed.clone();
        double[] stale = stale(x.length);
        double[] clean = new double[x.length];
        sameValue("vjp", function.vjp(point, seedPassed, stale));
        unchanged("vjp", "x", x, point);
        unchanged("vjp", "seed", seed, seedPassed);
        sameValue("vjp", function.vjp(x.clone(), seed.clone(), clean));
        overwritten("vjp", "adjoint", clean, stale);
    }

    /** A pullback applied twice must give what vjp gives: by the same sweep, if perhaps in another order. */
    void checkPullback(SplittableRandom random, double tolerance) {
        Pullback pullback = function.pullback(x.clone());
        sameValue("pullback", pullback.value());
        for (int count = 1; count <= 2; count++) {
            double[] seed = random(random, value.length);
            double[] expected = new double[x.length];
            double[] adjoint = stale(x.length);
            function.vjp(x.clone(), seed.clone(), expected);
            pullback.apply(seed, adjoint);
            double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
            for (int j = 0; j < x.length; j++) {
                if (!(Math.abs(adjoint[j] - expected[j]) <= tolerance * largest)) {
                    problems.add("pullback, applied " + (count == 1 ? "once" : "again") + ", gives adjoint[" + j
                            + "] = " + adjoint[j] + ", vjp gives " + expected[j]);
                    return;
                }
            }
        }
    }

    /** ⟨ȳ, J·v⟩ = ⟨Jᵀ·ȳ, v⟩, within the tolerance of the sum of the magnitudes of the products on both sides. */
    void checkDotProduct(SplittableRandom random, double tolerance) {
        for (int count = 0; count < DIRECTIONS; count++) {
            double[] direction = random(random, x.length);
            double[] seed = random(random, value.length);
            double[] tangent = new double[value.length];
            double[] adjoint = new double[x.length];
            function.jvp(x.clone(), direction.clone(), tangent);
            function.vjp(x.clone(), seed.clone(), adjoint);
            double forward = 0;
            double backward = 0;
            double scale = 0;
            for (int i = 0; i < seed.length; i++) {
                forward += seed[i] * tangent[i];
                scale += Math.abs(seed[i] * tangent[i]);
            }
            for (int j = 0; j < direction.length; j++) {
                backward += adjoint[j] * direction[j];
                scale += Math.abs(adjoint[j] * direction[j]);
            }
            if (!(Math.abs(forward - backward) <= tolerance * scale)) {
                problems.add("forward and reverse mode differ: ⟨ȳ, J·v⟩ = " + forward + " by jvp, ⟨Jᵀ·ȳ, v⟩ = "
                        + backward + " by vjp");
                return;
            }
        }
    }

    private void sameValue(String method, double[] returned) {
        if (returned.length != value.length) {
            report(method + " returns a value of length " + returned.length + ", value one of length " + value.length);
            return;
        }
        int i = Arrays.mismatch(returned, value);
        if (i >= 0) {
            report(method + " returns y[" + i + "] = " + returned[i] + ", value returned " + value[i]);
        }
    }

    private void unchanged(String method, String name, double[] before, double[] after) {
        int j = Arrays.mismatch(before, after);
        if (j >= 0) {
            report(method + " changes " + name + "[" + j + "] from " + before[j] + " to " + after[j]);
        }
    }

    private void overwritten(String method, String name, double[] clean, double[] stale) {
        int j = Arrays.mismatch(clean, stale);
        if (j >= 0) {
            report(method + " gives " + name + "[" + j + "] = " + clean[j] + " in a buffer of zeros, but " + stale[j]
                    + " in one that held " + STALE + ": it must overwrite, and always give the same");
        }
    }

    private void report(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private static double[] stale(int length) {
        double[] buffer = new double[length];
        Arrays.fill(buffer, STALE);
        return buffer;
    }

    private static double[] random(SplittableRandom random, int length) {
        return random.doubles(length, -1, 1).toArray();
    }
}
