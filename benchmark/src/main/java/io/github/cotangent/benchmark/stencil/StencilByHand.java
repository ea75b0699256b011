package io.github.cotangent.benchmark.stencil;

import io.github.cotangent.Dual;

/** The states are kept, for every slope depends on them; adjoints are gathered, so that each cell is written once. */
final class StencilByHand {

    private StencilByHand() {}

    static double gradient(double[] start, double diffusion, double advection, int steps, double[] startBar) {
        double[][] states = new double[steps + 1][];
        states[0] = start.clone();
        for (int t = 0; t < steps; t++) {
            states[t + 1] = new double[start.length];
            step(states[t], diffusion, advection, states[t + 1]);
        }
        double[] nextBar = states[steps];
        double sum = 0;
        for (int i = 0; i < start.length; i++) {
            sum += nextBar[i] * nextBar[i];
        }
        // A state is the adjoint of half its square, and its array then serves in turn with the caller's.
        double[] bar = startBar;
        for (int t = steps - 1; t >= 0; t--) {
            stepBar(states[t], diffusion, advection, nextBar, bar);
            double[] free = nextBar;
            nextBar = bar;
            bar = free;
        }
        if (nextBar != startBar) {
            System.arraycopy(nextBar, 0, startBar, 0, startBar.length);
        }
        return 0.5 * sum;
    }

    private static void step(double[] u, double diffusion, double advection, double[] next) {
        int last = u.length - 1;
        next[0] = u[0];
        for (int i = 1; i < last; i++) {
            next[i] = u[i] + diffusion * (u[i + 1] - 2 * u[i] + u[i - 1]) - advection * u[i] * (u[i + 1] - u[i - 1]);
        }
        next[last] = u[last];
    }

    /** Overwrites {@code bar}; the ends of {@code nextBar} are set to zero, so that all inner cells have one formula. */
    private static void stepBar(double[] u, double diffusion, double advection, double[] nextBar, double[] bar) {
        int last = u.length - 1;
        double firstBar = nextBar[0];
        double lastBar = nextBar[last];
        nextBar[0] = 0;
        nextBar[last] = 0;
        double rest = 1 - 2 * diffusion;
        for (int i = 1; i < last; i++) {
            bar[i] = nextBar[i] * (rest - advection * (u[i + 1] - u[i - 1]))
                    + nextBar[i - 1] * (diffusion - advection * u[i - 1])
                    + nextBar[i + 1] * (diffusion + advection * u[i + 1]);
        }
        bar[0] = firstBar + nextBar[1] * (diffusion + advection * u[1]);
        bar[last] = lastBar + nextBar[last - 1] * (diffusion - advection * u[last - 1]);
    }

    static Dual jvp(double[] start, double diffusion, double advection, int steps, double[] startDot) {
        int n = start.length;
        double[] u = start;
        double[] uDot = startDot;
        double[] next = new double[n];
        double[] nextDot = new double[n];
        for (int t = 0; t < steps; t++) {
            stepDot(u, uDot, diffusion, advection, next, nextDot);
            double[] free = t == 0 ? new double[n] : u;
            double[] freeDot = t == 0 ? new double[n] : uDot;
            u = next;
            uDot = nextDot;
            next = free;
            nextDot = freeDot;
        }
        double sum = 0;
        double sumDot = 0;
        for (int i = 0; i < n; i++) {
            sum += u[i] * u[i];
            sumDot += u[i] * uDot[i];
        }
        return new Dual(0.5 * sum, sumDot);
    }

    private static void stepDot(
            double[] u, double[] uDot, double diffusion, double advection, double[] next, double[] nextDot) {
        int last = u.length - 1;
        double rest = 1 - 2 * diffusion;
        next[0] = u[0];
        nextDot[0] = uDot[0];
        for (int i = 1; i < last; i++) {
            double slope = u[i + 1] - u[i - 1];
            next[i] = u[i] + diffusion * (u[i + 1] - 2 * u[i] + u[i - 1]) - advection * u[i] * slope;
            nextDot[i] = uDot[i] * (rest - advection * slope)
                    + uDot[i + 1] * (diffusion - advection * u[i])
                    + uDot[i - 1] * (diffusion + advection * u[i]);
        }
        next[last] = u[last];
        nextDot[last] = uDot[last];
    }
}
