package io.github.cotangent.benchmark.newton;

import io.github.cotangent.Differentiable;

/** The equation of state (p + a/v²)·(v - b) = T of J. D. van der Waals (1873), solved by Newton's method. */
final class VanDerWaals {

    private VanDerWaals() {}

    /**
     * The molar volume, from that of an ideal gas on; in units in which the gas constant is 1.
     *
     * @param pressure p
     * @param temperature T
     * @param attraction a
     * @param covolume b
     */
    @Differentiable(workspace = true)
    static double volume(double pressure, double temperature, double attraction, double covolume) {
        double v = temperature / pressure;
        double change = v;
        while (Math.abs(change) > 1e-9 * Math.abs(v)) {
            double excess =
                    ((pressure * v - (pressure * covolume + temperature)) * v + attraction) * v - attraction * covolume;
            double slope = (3 * pressure * v - 2 * (pressure * covolume + temperature)) * v + attraction;
            change = excess / slope;
            v -= change;
        }
        return v;
    }
}
