package io.github.cotangent.benchmark.rosenbrock;

import io.github.cotangent.Dual;

final class RosenbrockByHand {

    private RosenbrockByHand() {}

    /** Value and gradient in one loop; the adjoint that two neighbours share travels in a local. */
    static double gradient(double[] x, double[] xBar) {
        double sum = 0;
        double carried = 0;
        double here = x[0];
        int last = x.length - 1;
        for (int i = 0; i < last; i++) {
            double next = x[i + 1];
            double bend = next - here * here;
            double distance = 1 - here;
            sum += 100 * bend * bend + distance * distance;
            double bendBar = 200 * bend;
            xBar[i] = carried - 2 * (bendBar * here + distance);
            carried = bendBar;
            here = next;
        }
        xBar[last] = carried;
        return sum;
    }

    static Dual jvp(double[] x, double[] xDot) {
        double sum = 0;
        double sumDot = 0;
        double here = x[0];
        double hereDot = xDot[0];
        int last = x.length - 1;
        for (int i = 0; i < last; i++) {
            double next = x[i + 1];
            double nextDot = xDot[i + 1];
            double bend = next - here * here;
            double distance = 1 - here;
            sum += 100 * bend * bend + distance * distance;
            sumDot += 200 * bend * (nextDot - 2 * here * hereDot) - 2 * distance * hereDot;
            here = next;
            hereDot = nextDot;
        }
        return new Dual(sum, sumDot);
    }
}
