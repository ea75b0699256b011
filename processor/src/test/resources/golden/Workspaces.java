package golden;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;

/** Derivatives that take their arrays from a workspace. */
final class Workspaces {
    private Workspaces() {}

    @Differentiable(workspace = true)
    static double energy(double[] x, @Constant double step, int steps) {
        double[] state = x.clone();
        for (int t = 0; t < steps; t++) {
            double[] force = new double[x.length];
            for (int i = 1; i < x.length - 1; i++) {
                force[i] = Math.sin(state[i + 1] - state[i - 1]);
            }
            for (int i = 0; i < x.length; i++) {
                state[i] += step * force[i] * state[i];
            }
        }
        return state[0] * state[x.length - 1];
    }

    @Differentiable(workspace = true)
    static void slopes(double t, double[] y, @Output double[] dydt) {
        dydt[0] = y[1];
        dydt[1] = Math.sin(t) - y[0] * y[1];
    }
}
