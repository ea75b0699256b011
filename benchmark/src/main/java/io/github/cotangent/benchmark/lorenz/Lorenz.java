package io.github.cotangent.benchmark.lorenz;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** The system of E. N. Lorenz (1963), by the method of C. Runge and W. Kutta (1901). */
final class Lorenz {

    private Lorenz() {}

    /**
     * Half the squared distance from the origin after some steps.
     *
     * @param start the state at the beginning: x, y, z
     * @param parameters σ, ρ, β
     */
    @Differentiable(workspace = true)
    static double energy(double[] start, double[] parameters, @Constant double step, int steps) {
        double sigma = parameters[0];
        double rho = parameters[1];
        double beta = parameters[2];
        double x = start[0];
        double y = start[1];
        double z = start[2];
        double half = 0.5 * step;
        double sixth = step / 6;
        for (int i = 0; i < steps; i++) {
            double dx1 = dx(x, y, sigma);
            double dy1 = dy(x, y, z, rho);
            double dz1 = dz(x, y, z, beta);
            double x2 = x + half * dx1;
            double y2 = y + half * dy1;
            double z2 = z + half * dz1;
            double dx2 = dx(x2, y2, sigma);
            double dy2 = dy(x2, y2, z2, rho);
            double dz2 = dz(x2, y2, z2, beta);
            double x3 = x + half * dx2;
            double y3 = y + half * dy2;
            double z3 = z + half * dz2;
            double dx3 = dx(x3, y3, sigma);
            double dy3 = dy(x3, y3, z3, rho);
            double dz3 = dz(x3, y3, z3, beta);
            double x4 = x + step * dx3;
            double y4 = y + step * dy3;
            double z4 = z + step * dz3;
            x += sixth * (dx1 + 2 * dx2 + 2 * dx3 + dx(x4, y4, sigma));
            y += sixth * (dy1 + 2 * dy2 + 2 * dy3 + dy(x4, y4, z4, rho));
            z += sixth * (dz1 + 2 * dz2 + 2 * dz3 + dz(x4, y4, z4, beta));
        }
        return 0.5 * (x * x + y * y + z * z);
    }

    static double dx(double x, double y, double sigma) {
        return sigma * (y - x);
    }

    static double dy(double x, double y, double z, double rho) {
        return x * (rho - z) - y;
    }

    static double dz(double x, double y, double z, double beta) {
        return x * y - beta * z;
    }
}
