package golden;

import io.github.cotangent.Buffers;
import io.github.cotangent.Dual;
import io.github.cotangent.Jacobians;
import io.github.cotangent.ScalarFunction;
import io.github.cotangent.Workspace;
import java.util.Arrays;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@link Workspaces}.
 */
@Generated("io.github.cotangent.processor.DifferentiableProcessor")
final class WorkspacesDerivatives {
    private WorkspacesDerivatives() {
    }

    /**
     * Returns the value of {@link Workspaces#energy(double[], double, int)} and its derivative along a
     * direction, by one forward sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param xDot the tangent of {@code x}, of the same length
     * @return the value and its tangent
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length
     */
    static Dual energyJvp(double[] x, double step, int steps, double[] xDot) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xDot", xDot, x.length);
        double[] state = x.clone();
        double[] stateDot = xDot.clone();
        for (int t = 0; t < steps; t++) {
            double[] force = new double[x.length];
            double[] forceDot = new double[x.length];
            for (int i = 1; i < x.length - 1; i++) {
                // force[i] = Math.sin(state[i + 1] - state[i - 1]);
                double element = stateDot[i + 1];
                double element2 = stateDot[i - 1];
                double difference = state[i + 1] - state[i - 1];
                force[i] = Math.sin(difference);
                forceDot[i] = (element - element2) * Math.cos(difference);
            }
            for (int i = 0; i < x.length; i++) {
                // state[i] += step * force[i] * state[i];
                double stateI = state[i];
                double stateDotI = stateDot[i];
                double forceDotI = forceDot[i];
                double product = step * force[i];
                state[i] = stateI + product * stateI;
                stateDot[i] = stateDotI + (step * forceDotI * stateI + product * stateDotI);
            }
        }
        // return state[0] * state[x.length - 1];
        double state0 = state[0];
        int index = x.length - 1;
        double element = state[index];
        double value = state0 * element;
        double tangent = stateDot[0] * element + state0 * stateDot[index];
        return new Dual(value, tangent);
    }

    /**
     * Overwrites buffers with the gradient of {@link Workspaces#energy(double[], double, int)} times a
     * seed, by one reverse sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar overwritten with the adjoint of {@code x}, of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyVjp(double[] x, double step, int steps, double seed, double[] xBar) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        return energyReverse(x, step, steps, seed, xBar);
    }

    /**
     * Adds the gradient of {@link Workspaces#energy(double[], double, int)} times a seed to buffers, by
     * one reverse sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyVjpAdd(double[] x, double step, int steps, double seed, double[] xBar) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        double[] state = x.clone();
        int count = Math.max(steps, 0);
        double[] saved = new double[Math.multiplyExact(count, x.length)];
        double[][] forceSaved = new double[count][];
        for (int t = 0; t < steps; t++) {
            double[] force = new double[x.length];
            forceSaved[t] = force;
            for (int i = 1; i < x.length - 1; i++) {
                force[i] = Math.sin(state[i + 1] - state[i - 1]);
            }
            for (int i = 0; i < x.length; i++) {
                // state[i] += step * force[i] * state[i];
                double stateI = state[i];
                double forceI = force[i];
                saved[t * x.length + i] = stateI;
                state[i] = stateI + step * forceI * stateI;
            }
        }
        // return state[0] * state[x.length - 1];
        double state0 = state[0];
        int index = x.length - 1;
        double element = state[index];
        double[] stateBar = new double[x.length];
        stateBar[index] += state0 * seed;
        stateBar[0] += seed * element;
        // for (int t = 0; t < steps; t++)
        for (int t = steps - 1; t >= 0; t--) {
            // for (int i = 0; i < x.length; i++)
            double[] force = forceSaved[t];
            double[] forceBar = new double[x.length];
            for (int i = index; i >= 0; i--) {
                // state[i] += step * force[i] * state[i];
                double element2 = saved[t * x.length + i];
                state[i] = element2;
                double stateBarI = stateBar[i];
                double forceI = force[i];
                forceBar[i] += step * (stateBarI * element2);
                stateBar[i] = stateBarI + step * forceI * stateBarI;
            }
            // for (int i = 1; i < x.length - 1; i++)
            for (int i = index - 1; i >= 1; i--) {
                // force[i] = Math.sin(state[i + 1] - state[i - 1]);
                double product = forceBar[i] * Math.cos(state[i + 1] - state[i - 1]);
                stateBar[i - 1] -= product;
                stateBar[i + 1] += product;
            }
        }
        // double[] state = x.clone();
        for (int i = 0; i < x.length; i++) {
            xBar[i] += stateBar[i];
        }
        return state0 * element;
    }

    /**
     * The reverse sweep of {@link Workspaces#energy(double[], double, int)}, of arguments that are known
     * to be sound.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @return the value
     */
    private static double energyReverse(double[] x, double step, int steps, double seed,
            double[] xBar) {
        double[] state = x.clone();
        int count = Math.max(steps, 0);
        double[] saved = new double[Math.multiplyExact(count, x.length)];
        double[][] forceSaved = new double[count][];
        for (int t = 0; t < steps; t++) {
            double[] force = new double[x.length];
            forceSaved[t] = force;
            for (int i = 1; i < x.length - 1; i++) {
                force[i] = Math.sin(state[i + 1] - state[i - 1]);
            }
            for (int i = 0; i < x.length; i++) {
                // state[i] += step * force[i] * state[i];
                double stateI = state[i];
                double forceI = force[i];
                saved[t * x.length + i] = stateI;
                state[i] = stateI + step * forceI * stateI;
            }
        }
        // return state[0] * state[x.length - 1];
        double state0 = state[0];
        int index = x.length - 1;
        double element = state[index];
        double[] stateBar = new double[x.length];
        stateBar[index] += state0 * seed;
        stateBar[0] += seed * element;
        // for (int t = 0; t < steps; t++)
        for (int t = steps - 1; t >= 0; t--) {
            // for (int i = 0; i < x.length; i++)
            double[] force = forceSaved[t];
            double[] forceBar = new double[x.length];
            for (int i = index; i >= 0; i--) {
                // state[i] += step * force[i] * state[i];
                double element2 = saved[t * x.length + i];
                state[i] = element2;
                double stateBarI = stateBar[i];
                double forceI = force[i];
                forceBar[i] += step * (stateBarI * element2);
                stateBar[i] = stateBarI + step * forceI * stateBarI;
            }
            // for (int i = 1; i < x.length - 1; i++)
            for (int i = index - 1; i >= 1; i--) {
                // force[i] = Math.sin(state[i + 1] - state[i - 1]);
                double product = forceBar[i] * Math.cos(state[i + 1] - state[i - 1]);
                stateBar[i - 1] -= product;
                stateBar[i + 1] += product;
            }
        }
        // double[] state = x.clone();
        for (int i = 0; i < x.length; i++) {
            xBar[i] = stateBar[i];
        }
        return state0 * element;
    }

    /**
     * Returns the gradient of {@link Workspaces#energy(double[], double, int)}, by one reverse sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @return a new array of the length of {@code x}, the derivative with respect to each element
     * @throws NullPointerException if an array is null
     */
    static double[] energyGradient(double[] x, double step, int steps) {
        Objects.requireNonNull(x, "x");
        double[] xBar = new double[x.length];
        energyReverse(x, step, steps, 1.0, xBar);
        return xBar;
    }

    /**
     * Overwrites an array with the gradient of {@link Workspaces#energy(double[], double, int)}, by one
     * reverse sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param gradient overwritten with the gradient, of the length of {@code x}
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyValueAndGradient(double[] x, double step, int steps, double[] gradient) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("gradient", gradient, x.length);
        Buffers.checkDistinct("gradient", gradient, "x", x);
        return energyReverse(x, step, steps, 1.0, gradient);
    }

    /**
     * Returns {@link Workspaces#energy(double[], double, int)} as a function of one vector: {@code x}.
     *
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @return the function
     */
    static ScalarFunction energyFunction(double step, int steps) {
        return new ScalarFunction() {
            @Override
            public double value(double[] x) {
                return Workspaces.energy(x, step, steps);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("direction", direction, x.length);
                return energyJvp(x, step, steps, direction);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("adjoint", adjoint, x.length);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                return energyReverse(x, step, steps, seed, adjoint);
            }
        };
    }

    /**
     * Overwrites buffers with the gradient of {@link Workspaces#energy(double[], double, int)} times a
     * seed, by one reverse sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar overwritten with the adjoint of {@code x}, of the same length
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyVjp(double[] x, double step, int steps, double seed, double[] xBar,
            Workspace workspace) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        Objects.requireNonNull(workspace, "workspace");
        int mark = workspace.mark();
        try {
            return energyReverse(x, step, steps, seed, xBar, workspace);
        } finally {
            workspace.release(mark);
        }
    }

    /**
     * Adds the gradient of {@link Workspaces#energy(double[], double, int)} times a seed to buffers, by
     * one reverse sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyVjpAdd(double[] x, double step, int steps, double seed, double[] xBar,
            Workspace workspace) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        Objects.requireNonNull(workspace, "workspace");
        int mark = workspace.mark();
        try {
            // double[] state = x.clone();
            double[] state = workspace.copy(x);
            int count = Math.max(steps, 0);
            double[] saved = workspace.doubles(Math.multiplyExact(count, x.length));
            double[][] forceSaved = workspace.array(double[][].class, count);
            for (int t = 0; t < steps; t++) {
                // double[] force = new double[x.length];
                double[] force = workspace.doubles(x.length);
                forceSaved[t] = force;
                for (int i = 1; i < x.length - 1; i++) {
                    force[i] = Math.sin(state[i + 1] - state[i - 1]);
                }
                for (int i = 0; i < x.length; i++) {
                    // state[i] += step * force[i] * state[i];
                    double stateI = state[i];
                    double forceI = force[i];
                    saved[t * x.length + i] = stateI;
                    state[i] = stateI + step * forceI * stateI;
                }
            }
            // return state[0] * state[x.length - 1];
            double state0 = state[0];
            int index = x.length - 1;
            double element = state[index];
            double[] stateBar = workspace.doubles(x.length);
            stateBar[index] += state0 * seed;
            stateBar[0] += seed * element;
            // for (int t = 0; t < steps; t++)
            for (int t = steps - 1; t >= 0; t--) {
                int mark2 = workspace.mark();
                // for (int i = 0; i < x.length; i++)
                double[] force = forceSaved[t];
                double[] forceBar = workspace.doubles(x.length);
                for (int i = index; i >= 0; i--) {
                    // state[i] += step * force[i] * state[i];
                    double element2 = saved[t * x.length + i];
                    state[i] = element2;
                    double stateBarI = stateBar[i];
                    double forceI = force[i];
                    forceBar[i] += step * (stateBarI * element2);
                    stateBar[i] = stateBarI + step * forceI * stateBarI;
                }
                // for (int i = 1; i < x.length - 1; i++)
                for (int i = index - 1; i >= 1; i--) {
                    // force[i] = Math.sin(state[i + 1] - state[i - 1]);
                    double product = forceBar[i] * Math.cos(state[i + 1] - state[i - 1]);
                    stateBar[i - 1] -= product;
                    stateBar[i + 1] += product;
                }
                workspace.release(mark2);
            }
            // double[] state = x.clone();
            for (int i = 0; i < x.length; i++) {
                xBar[i] += stateBar[i];
            }
            return state0 * element;
        } finally {
            workspace.release(mark);
        }
    }

    /**
     * The reverse sweep of {@link Workspaces#energy(double[], double, int)}, of arguments that are known
     * to be sound.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the value
     */
    private static double energyReverse(double[] x, double step, int steps, double seed,
            double[] xBar, Workspace workspace) {
        // double[] state = x.clone();
        double[] state = workspace.copy(x);
        int count = Math.max(steps, 0);
        double[] saved = workspace.doubles(Math.multiplyExact(count, x.length));
        double[][] forceSaved = workspace.array(double[][].class, count);
        for (int t = 0; t < steps; t++) {
            // double[] force = new double[x.length];
            double[] force = workspace.doubles(x.length);
            forceSaved[t] = force;
            for (int i = 1; i < x.length - 1; i++) {
                force[i] = Math.sin(state[i + 1] - state[i - 1]);
            }
            for (int i = 0; i < x.length; i++) {
                // state[i] += step * force[i] * state[i];
                double stateI = state[i];
                double forceI = force[i];
                saved[t * x.length + i] = stateI;
                state[i] = stateI + step * forceI * stateI;
            }
        }
        // return state[0] * state[x.length - 1];
        double state0 = state[0];
        int index = x.length - 1;
        double element = state[index];
        double[] stateBar = workspace.doubles(x.length);
        stateBar[index] += state0 * seed;
        stateBar[0] += seed * element;
        // for (int t = 0; t < steps; t++)
        for (int t = steps - 1; t >= 0; t--) {
            int mark = workspace.mark();
            // for (int i = 0; i < x.length; i++)
            double[] force = forceSaved[t];
            double[] forceBar = workspace.doubles(x.length);
            for (int i = index; i >= 0; i--) {
                // state[i] += step * force[i] * state[i];
                double element2 = saved[t * x.length + i];
                state[i] = element2;
                double stateBarI = stateBar[i];
                double forceI = force[i];
                forceBar[i] += step * (stateBarI * element2);
                stateBar[i] = stateBarI + step * forceI * stateBarI;
            }
            // for (int i = 1; i < x.length - 1; i++)
            for (int i = index - 1; i >= 1; i--) {
                // force[i] = Math.sin(state[i + 1] - state[i - 1]);
                double product = forceBar[i] * Math.cos(state[i + 1] - state[i - 1]);
                stateBar[i - 1] -= product;
                stateBar[i + 1] += product;
            }
            workspace.release(mark);
        }
        // double[] state = x.clone();
        for (int i = 0; i < x.length; i++) {
            xBar[i] = stateBar[i];
        }
        return state0 * element;
    }

    /**
     * Overwrites an array with the gradient of {@link Workspaces#energy(double[], double, int)}, by one
     * reverse sweep.
     *
     * @param x as in {@code energy}
     * @param step as in {@code energy}, held constant
     * @param steps as in {@code energy}, held constant
     * @param gradient overwritten with the gradient, of the length of {@code x}
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyValueAndGradient(double[] x, double step, int steps, double[] gradient,
            Workspace workspace) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("gradient", gradient, x.length);
        Buffers.checkDistinct("gradient", gradient, "x", x);
        Objects.requireNonNull(workspace, "workspace");
        int mark = workspace.mark();
        try {
            return energyReverse(x, step, steps, 1.0, gradient, workspace);
        } finally {
            workspace.release(mark);
        }
    }

    /**
     * Overwrites the tangents of the outputs with the derivative of
     * {@link Workspaces#slopes(double, double[], double[])} along a direction, by one forward sweep.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param tDot the tangent of {@code t}
     * @param yDot the tangent of {@code y}, of the same length
     * @param dydtDot overwritten with the tangent of {@code dydt}, of its length
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static void slopesJvp(double t, double[] y, double[] dydt, double tDot, double[] yDot,
            double[] dydtDot) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("yDot", yDot, y.length);
        Buffers.checkDistinct("dydt", dydt, "yDot", yDot);
        Buffers.checkLength("dydtDot", dydtDot, dydt.length);
        Buffers.checkDistinct("dydtDot", dydtDot, "y", y);
        Buffers.checkDistinct("dydtDot", dydtDot, "dydt", dydt);
        Buffers.checkDistinct("dydtDot", dydtDot, "yDot", yDot);
        Arrays.fill(dydtDot, 0.0);
        slopesJvpInPlace(t, y, dydt, tDot, yDot, dydtDot);
    }

    /**
     * Overwrites buffers with a seed carried back through
     * {@link Workspaces#slopes(double, double[], double[])}, by one reverse sweep.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
     * @param yBar overwritten with the adjoint of {@code y}, of the same length
     * @return the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static SlopesVjp slopesVjp(double t, double[] y, double[] dydt, double[] dydtSeed,
            double[] yBar) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("dydtSeed", dydtSeed, dydt.length);
        Buffers.checkDistinct("dydt", dydt, "dydtSeed", dydtSeed);
        Buffers.checkLength("yBar", yBar, y.length);
        Buffers.checkDistinct("yBar", yBar, "y", y);
        Buffers.checkDistinct("yBar", yBar, "dydt", dydt);
        Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
        Arrays.fill(yBar, 0.0);
        return slopesForward(t, y, dydt).reverse(dydtSeed, yBar);
    }

    /**
     * Adds a seed carried back through {@link Workspaces#slopes(double, double[], double[])} to buffers,
     * by one reverse sweep.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
     * @param yBar the adjoint of {@code y} is added to it; of the same length
     * @return the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static SlopesVjp slopesVjpAdd(double t, double[] y, double[] dydt, double[] dydtSeed,
            double[] yBar) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("dydtSeed", dydtSeed, dydt.length);
        Buffers.checkDistinct("dydt", dydt, "dydtSeed", dydtSeed);
        Buffers.checkLength("yBar", yBar, y.length);
        Buffers.checkDistinct("yBar", yBar, "y", y);
        Buffers.checkDistinct("yBar", yBar, "dydt", dydt);
        Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
        return slopesForward(t, y, dydt).reverse(dydtSeed, yBar);
    }

    /**
     * Evaluates {@link Workspaces#slopes(double, double[], double[])} and keeps what reverse sweeps from
     * there need.
     *
     * <p>Arrays may be changed afterwards: what is needed of them is copied.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @return the map from seeds to adjoints
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static SlopesPullback slopesPullback(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        return slopesForward(t, y, dydt);
    }

    /**
     * The forward sweep of {@link Workspaces#slopes(double, double[], double[])}.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @return what the reverse sweep needs
     */
    private static SlopesPullback slopesForward(double t, double[] y, double[] dydt) {
        // dydt[0] = y[1];
        double element = y[1];
        dydt[0] = element;
        // dydt[1] = Math.sin(t) - y[0] * y[1];
        double element2 = y[0];
        dydt[1] = Math.sin(t) - element2 * element;
        return new SlopesPullback(element, element2, t, dydt.length, y.length);
    }

    /**
     * The derivative of {@link Workspaces#slopes(double, double[], double[])} along a direction, for
     * derivatives of what calls it.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param tDot the tangent of {@code t}
     * @param yDot the tangent of {@code y}, of the same length
     * @param dydtDot the tangents of what {@code dydt} holds, replaced by those of what is left in it
     */
    static void slopesJvpInPlace(double t, double[] y, double[] dydt, double tDot, double[] yDot,
            double[] dydtDot) {
        // dydt[0] = y[1];
        double y1 = y[1];
        double yDot1 = yDot[1];
        dydt[0] = y1;
        dydtDot[0] = yDot1;
        // dydt[1] = Math.sin(t) - y[0] * y[1];
        double y0 = y[0];
        double yDot0 = yDot[0];
        dydt[1] = Math.sin(t) - y0 * y1;
        dydtDot[1] = tDot * Math.cos(t) - (yDot0 * y1 + y0 * yDot1);
    }

    /**
     * The reverse sweep of {@link Workspaces#slopes(double, double[], double[])}, for derivatives of what
     * calls it.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param yBar the adjoint of {@code y} is added to it; of the same length
     * @param dydtBar the adjoint of what is left in {@code dydt}, replaced by that of what it holds
     * @return the adjoints of the scalar parameters
     */
    static SlopesVjpInPlace slopesVjpInPlace(double t, double[] y, double[] dydt, double[] yBar,
            double[] dydtBar) {
        // dydt[0] = y[1];
        double y1 = y[1];
        dydt[0] = y1;
        // dydt[1] = Math.sin(t) - y[0] * y[1];
        double y0 = y[0];
        dydt[1] = Math.sin(t) - y0 * y1;
        double dydtBar1 = dydtBar[1];
        dydtBar[1] = 0.0;
        yBar[0] -= dydtBar1 * y1;
        double tBar = dydtBar1 * Math.cos(t);
        // dydt[0] = y[1];
        double dydtBar0 = dydtBar[0];
        dydtBar[0] = 0.0;
        yBar[1] += dydtBar0 - y0 * dydtBar1;
        return new SlopesVjpInPlace(tBar);
    }

    /**
     * The reverse sweep of {@link Workspaces#slopes(double, double[], double[])}, for derivatives of what
     * calls it.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param yBar the adjoint of {@code y} is added to it; of the same length
     * @param dydtBar the adjoint of what is left in {@code dydt}, replaced by that of what it holds
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the adjoints of the scalar parameters
     */
    static SlopesVjpInPlace slopesVjpInPlace(double t, double[] y, double[] dydt, double[] yBar,
            double[] dydtBar, Workspace workspace) {
        return slopesVjpInPlace(t, y, dydt, yBar, dydtBar);
    }

    /**
     * Overwrites buffers with a seed carried back through
     * {@link Workspaces#slopes(double, double[], double[])}, by one reverse sweep.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
     * @param yBar overwritten with the adjoint of {@code y}, of the same length
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static SlopesVjp slopesVjp(double t, double[] y, double[] dydt, double[] dydtSeed,
            double[] yBar, Workspace workspace) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("dydtSeed", dydtSeed, dydt.length);
        Buffers.checkDistinct("dydt", dydt, "dydtSeed", dydtSeed);
        Buffers.checkLength("yBar", yBar, y.length);
        Buffers.checkDistinct("yBar", yBar, "y", y);
        Buffers.checkDistinct("yBar", yBar, "dydt", dydt);
        Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
        Objects.requireNonNull(workspace, "workspace");
        Arrays.fill(yBar, 0.0);
        int mark = workspace.mark();
        try {
            return slopesReverse(t, y, dydt, dydtSeed, yBar, workspace);
        } finally {
            workspace.release(mark);
        }
    }

    /**
     * Adds a seed carried back through {@link Workspaces#slopes(double, double[], double[])} to buffers,
     * by one reverse sweep.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
     * @param yBar the adjoint of {@code y} is added to it; of the same length
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static SlopesVjp slopesVjpAdd(double t, double[] y, double[] dydt, double[] dydtSeed,
            double[] yBar, Workspace workspace) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        Buffers.checkLength("dydtSeed", dydtSeed, dydt.length);
        Buffers.checkDistinct("dydt", dydt, "dydtSeed", dydtSeed);
        Buffers.checkLength("yBar", yBar, y.length);
        Buffers.checkDistinct("yBar", yBar, "y", y);
        Buffers.checkDistinct("yBar", yBar, "dydt", dydt);
        Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
        Objects.requireNonNull(workspace, "workspace");
        int mark = workspace.mark();
        try {
            return slopesReverse(t, y, dydt, dydtSeed, yBar, workspace);
        } finally {
            workspace.release(mark);
        }
    }

    /**
     * Both sweeps of {@link Workspaces#slopes(double, double[], double[])}, of arguments that are known to
     * be sound.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
     * @param yBar the adjoint of {@code y} is added to it; of the same length
     * @param workspace arrays of earlier calls, and of this one for those to come
     * @return the adjoints of the scalar parameters
     */
    private static SlopesVjp slopesReverse(double t, double[] y, double[] dydt, double[] dydtSeed,
            double[] yBar, Workspace workspace) {
        // dydt[0] = y[1];
        double y1 = y[1];
        dydt[0] = y1;
        // dydt[1] = Math.sin(t) - y[0] * y[1];
        double y0 = y[0];
        dydt[1] = Math.sin(t) - y0 * y1;
        double[] dydtBar = workspace.copy(dydtSeed);
        double dydtBar1 = dydtBar[1];
        dydtBar[1] = 0.0;
        yBar[0] -= dydtBar1 * y1;
        double tBar = dydtBar1 * Math.cos(t);
        // dydt[0] = y[1];
        double dydtBar0 = dydtBar[0];
        dydtBar[0] = 0.0;
        yBar[1] += dydtBar0 - y0 * dydtBar1;
        return new SlopesVjp(tBar);
    }

    /**
     * Returns the Jacobian of {@link Workspaces#slopes(double, double[], double[])}, by forward or by
     * reverse sweeps, whichever its shape makes cheaper.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @return a row for each result, a column for each differentiable parameter: {@code t}, {@code y} laid
     *     end to end
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[][] slopesJacobian(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        int rows = dydt.length;
        if (Jacobians.reverseIsCheaper(rows, y.length + 1)) {
            return slopesJacobianReverse(t, y, dydt);
        }
        return slopesJacobianForward(t, y, dydt);
    }

    /**
     * Returns the Jacobian of {@link Workspaces#slopes(double, double[], double[])}, by one forward sweep
     * for each column.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @return a row for each result, a column for each differentiable parameter: {@code t}, {@code y} laid
     *     end to end
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[][] slopesJacobianForward(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        double[] dydtDot = new double[dydt.length];
        double[][] jacobian = Buffers.matrix(dydtDot.length, y.length + 1);
        double[] yDot = new double[y.length];
        Arrays.fill(dydtDot, 0.0);
        slopesJvpInPlace(t, y, dydt.clone(), 1.0, yDot, dydtDot);
        for (int i = 0; i < dydtDot.length; i++) {
            jacobian[i][0] = dydtDot[i];
        }
        for (int j = 0; j < y.length; j++) {
            yDot[j] = 1.0;
            Arrays.fill(dydtDot, 0.0);
            slopesJvpInPlace(t, y, dydt.clone(), 0.0, yDot, dydtDot);
            yDot[j] = 0.0;
            for (int i = 0; i < dydtDot.length; i++) {
                jacobian[i][1 + j] = dydtDot[i];
            }
        }
        Workspaces.slopes(t, y, dydt);
        return jacobian;
    }

    /**
     * Returns the Jacobian of {@link Workspaces#slopes(double, double[], double[])}, by one forward sweep
     * and one reverse sweep for each row.
     *
     * @param t as in {@code slopes}
     * @param y as in {@code slopes}
     * @param dydt as in {@code slopes}, which the value is written to
     * @return a row for each result, a column for each differentiable parameter: {@code t}, {@code y} laid
     *     end to end
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double[][] slopesJacobianReverse(double t, double[] y, double[] dydt) {
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(dydt, "dydt");
        Buffers.checkDistinct("dydt", dydt, "y", y);
        // dydt[0] = y[1];
        double y1 = y[1];
        dydt[0] = y1;
        // dydt[1] = Math.sin(t) - y[0] * y[1];
        double y0 = y[0];
        dydt[1] = Math.sin(t) - y0 * y1;
        int index = y.length + 1;
        double[][] jacobian = new double[dydt.length][];
        double[] row0 = new double[index];
        jacobian[0] = row0;
        double[] row1 = new double[index];
        jacobian[1] = row1;
        for (int i = 2; i < dydt.length; i++) {
            double[] row = new double[index];
            jacobian[i] = row;
        }
        // dydt[0] = y[1];
        int index2 = 1 + 1;
        row0[index2] = 1.0;
        // dydt[1] = Math.sin(t) - y[0] * y[1];
        row1[1] = -y1;
        // dydt[0] = y[1];
        row1[index2] = -y0;
        row1[0] = Math.cos(t);
        return jacobian;
    }

    /**
     * The adjoints of the scalar parameters of {@link Workspaces#slopes(double, double[], double[])}.
     *
     * @param t the adjoint of {@code t}
     */
    record SlopesVjp(double t) {
    }

    /**
     * A forward sweep of {@link Workspaces#slopes(double, double[], double[])} that was kept: reverse sweeps start from it, as many as are wanted.
     */
    static final class SlopesPullback {
        private final double element;

        private final double element2;

        private final double t;

        private final int dydtLength;

        private final int yLength;

        private SlopesPullback(double element, double element2, double t, int dydtLength,
                int yLength) {
            this.element = element;
            this.element2 = element2;
            this.t = t;
            this.dydtLength = dydtLength;
            this.yLength = yLength;
        }

        /**
         * Overwrites buffers with a seed carried back to the parameters, by one reverse sweep.
         *
         * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
         * @param yBar overwritten with the adjoint of {@code y}, of the same length
         * @return the adjoints of the scalar parameters
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public SlopesVjp apply(double[] dydtSeed, double[] yBar) {
            Buffers.checkLength("dydtSeed", dydtSeed, dydtLength);
            Buffers.checkLength("yBar", yBar, yLength);
            Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
            Arrays.fill(yBar, 0.0);
            return reverse(dydtSeed, yBar);
        }

        /**
         * Adds a seed carried back to the parameters to buffers, by one reverse sweep.
         *
         * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
         * @param yBar the adjoint of {@code y} is added to it; of the same length
         * @return the adjoints of the scalar parameters
         * @throws NullPointerException if an array is null
         * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
         *     read; nothing has been written then
         */
        public SlopesVjp applyAdd(double[] dydtSeed, double[] yBar) {
            Buffers.checkLength("dydtSeed", dydtSeed, dydtLength);
            Buffers.checkLength("yBar", yBar, yLength);
            Buffers.checkDistinct("yBar", yBar, "dydtSeed", dydtSeed);
            return reverse(dydtSeed, yBar);
        }

        /**
         * The reverse sweep, of arguments that are known to be sound.
         *
         * @param dydtSeed the sensitivities of something to {@code dydt}, of the length of {@code dydt}
         * @param yBar the adjoint of {@code y} is added to it; of the same length
         * @return the adjoints of the scalar parameters
         */
        private SlopesVjp reverse(double[] dydtSeed, double[] yBar) {
            double[] dydtBar = dydtSeed.clone();
            // dydt[1] = Math.sin(t) - y[0] * y[1];
            double dydtBar1 = dydtBar[1];
            dydtBar[1] = 0.0;
            yBar[0] -= dydtBar1 * element;
            double tBar = dydtBar1 * Math.cos(t);
            // dydt[0] = y[1];
            double dydtBar0 = dydtBar[0];
            dydtBar[0] = 0.0;
            yBar[1] += dydtBar0 - element2 * dydtBar1;
            return new SlopesVjp(tBar);
        }
    }

    /**
     * The adjoints of the scalar parameters of {@link Workspaces#slopes(double, double[], double[])}.
     *
     * @param t the adjoint of {@code t}
     */
    record SlopesVjpInPlace(double t) {
    }
}
