package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Members.Pair;
import java.util.Arrays;

/**
 * Derivatives of a method of which only the text is known: both modes agree with each other, and with differences.
 *
 * <p>Differences say something only where two of them agree; near a kink or a jump they do not.
 */
final class Consistency {

    private static final double STEP = 1e-5;

    private final Class<?> owner;
    private final Class<?> companion;
    private final Routine routine;
    private final Input input;
    private final Members members;

    Consistency(Class<?> owner, Class<?> companion, Routine routine, Input input) {
        this.owner = owner;
        this.companion = companion;
        this.routine = routine;
        this.input = input;
        this.members = new Members(owner, companion, routine, input);
    }

    /** Checks; a mismatch is thrown. Whether there was anything to compare. */
    boolean check() {
        double[] value;
        try {
            value = members.value();
        } catch (Reflection.Thrown failure) {
            return false;
        }
        double[] x = input.vector();
        double[][] forward = new double[x.length][];
        double[][] reverse = new double[value.length][];
        for (int j = 0; j < x.length; j++) {
            Pair pair = members.jvp(Input.unit(x.length, j), value.length);
            same("value of Jvp", pair.value(), value);
            forward[j] = pair.derivative();
        }
        for (int i = 0; i < value.length; i++) {
            Pair pair = members.vjp("Vjp", Input.unit(value.length, i), Members.filled(x.length));
            same("value of Vjp", pair.value(), value);
            reverse[i] = pair.derivative();
        }
        boolean compared = false;
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < value.length; i++) {
                compared |= compare(forward[j][i], reverse[i][j], i, j);
            }
        }
        return compared;
    }

    private boolean compare(double forward, double reverse, int i, int j) {
        if (!Double.isFinite(forward) || !Double.isFinite(reverse)) {
            return false;
        }
        if (Math.abs(forward - reverse) > 1e-6 * (1 + Math.abs(forward))) {
            throw new Comparison.Difference("forward and reverse mode", forward + ", " + reverse);
        }
        double near = difference(i, j, STEP);
        double far = difference(i, j, 2 * STEP);
        boolean reliable = Math.abs(near - far) <= 1e-6 * (1 + Math.abs(near));
        if (reliable && Math.abs(near - forward) > 1e-3 * (1 + Math.abs(near))) {
            throw new Comparison.Difference("differences", forward + ", by differences " + near);
        }
        return reliable;
    }

    private double difference(int i, int j, double step) {
        return (moved(i, j, step) - moved(i, j, -step)) / (2 * step);
    }

    private double moved(int i, int j, double step) {
        double[] x = input.vector().clone();
        x[j] += step;
        try {
            double[] value = new Members(owner, companion, routine, input.at(x)).value();
            return i < value.length ? value[i] : Double.NaN;
        } catch (Reflection.Thrown failure) {
            return Double.NaN;
        }
    }

    private static void same(String what, double[] actual, double[] expected) {
        if (!Arrays.equals(actual, expected)) {
            throw new Comparison.Difference(what, Arrays.toString(actual) + ", expected " + Arrays.toString(expected));
        }
    }
}
