package io.github.cotangent.benchmark.lorenz;

import io.github.cotangent.Dual;

/** Only the state at the beginning of each step is kept; the stages, plain arithmetic, are computed again. */
final class LorenzByHand {

    private LorenzByHand() {}

    static double gradient(
            double[] start, double[] parameters, double step, int steps, double[] startBar, double[] parametersBar) {
        double sigma = parameters[0];
        double rho = parameters[1];
        double beta = parameters[2];
        double half = 0.5 * step;
        double sixth = step / 6;
        double[] xs = new double[steps];
        double[] ys = new double[steps];
        double[] zs = new double[steps];
        double x = start[0];
        double y = start[1];
        double z = start[2];
        for (int i = 0; i < steps; i++) {
            xs[i] = x;
            ys[i] = y;
            zs[i] = z;
            double dx1 = sigma * (y - x);
            double dy1 = x * (rho - z) - y;
            double dz1 = x * y - beta * z;
            double x2 = x + half * dx1;
            double y2 = y + half * dy1;
            double z2 = z + half * dz1;
            double dx2 = sigma * (y2 - x2);
            double dy2 = x2 * (rho - z2) - y2;
            double dz2 = x2 * y2 - beta * z2;
            double x3 = x + half * dx2;
            double y3 = y + half * dy2;
            double z3 = z + half * dz2;
            double dx3 = sigma * (y3 - x3);
            double dy3 = x3 * (rho - z3) - y3;
            double dz3 = x3 * y3 - beta * z3;
            double x4 = x + step * dx3;
            double y4 = y + step * dy3;
            double z4 = z + step * dz3;
            x += sixth * (dx1 + 2 * dx2 + 2 * dx3 + sigma * (y4 - x4));
            y += sixth * (dy1 + 2 * dy2 + 2 * dy3 + (x4 * (rho - z4) - y4));
            z += sixth * (dz1 + 2 * dz2 + 2 * dz3 + (x4 * y4 - beta * z4));
        }
        double energy = 0.5 * (x * x + y * y + z * z);

        double third = 2 * sixth;
        double sigmaBar = 0;
        double rhoBar = 0;
        double betaBar = 0;
        double xBar = x;
        double yBar = y;
        double zBar = z;
        for (int i = steps - 1; i >= 0; i--) {
            double x1 = xs[i];
            double y1 = ys[i];
            double z1 = zs[i];
            double x2 = x1 + half * (sigma * (y1 - x1));
            double y2 = y1 + half * (x1 * (rho - z1) - y1);
            double z2 = z1 + half * (x1 * y1 - beta * z1);
            double x3 = x1 + half * (sigma * (y2 - x2));
            double y3 = y1 + half * (x2 * (rho - z2) - y2);
            double z3 = z1 + half * (x2 * y2 - beta * z2);
            double x4 = x1 + step * (sigma * (y3 - x3));
            double y4 = y1 + step * (x3 * (rho - z3) - y3);
            double z4 = z1 + step * (x3 * y3 - beta * z3);

            double dxBar = sixth * xBar;
            double dyBar = sixth * yBar;
            double dzBar = sixth * zBar;
            sigmaBar += dxBar * (y4 - x4);
            rhoBar += dyBar * x4;
            betaBar -= dzBar * z4;
            double x4Bar = dyBar * (rho - z4) + dzBar * y4 - dxBar * sigma;
            double y4Bar = dxBar * sigma - dyBar + dzBar * x4;
            double z4Bar = -dyBar * x4 - dzBar * beta;

            dxBar = third * xBar + step * x4Bar;
            dyBar = third * yBar + step * y4Bar;
            dzBar = third * zBar + step * z4Bar;
            sigmaBar += dxBar * (y3 - x3);
            rhoBar += dyBar * x3;
            betaBar -= dzBar * z3;
            double x3Bar = dyBar * (rho - z3) + dzBar * y3 - dxBar * sigma;
            double y3Bar = dxBar * sigma - dyBar + dzBar * x3;
            double z3Bar = -dyBar * x3 - dzBar * beta;

            dxBar = third * xBar + half * x3Bar;
            dyBar = third * yBar + half * y3Bar;
            dzBar = third * zBar + half * z3Bar;
            sigmaBar += dxBar * (y2 - x2);
            rhoBar += dyBar * x2;
            betaBar -= dzBar * z2;
            double x2Bar = dyBar * (rho - z2) + dzBar * y2 - dxBar * sigma;
            double y2Bar = dxBar * sigma - dyBar + dzBar * x2;
            double z2Bar = -dyBar * x2 - dzBar * beta;

            dxBar = sixth * xBar + half * x2Bar;
            dyBar = sixth * yBar + half * y2Bar;
            dzBar = sixth * zBar + half * z2Bar;
            sigmaBar += dxBar * (y1 - x1);
            rhoBar += dyBar * x1;
            betaBar -= dzBar * z1;
            xBar += x2Bar + x3Bar + x4Bar + (dyBar * (rho - z1) + dzBar * y1 - dxBar * sigma);
            yBar += y2Bar + y3Bar + y4Bar + (dxBar * sigma - dyBar + dzBar * x1);
            zBar += z2Bar + z3Bar + z4Bar - (dyBar * x1 + dzBar * beta);
        }
        startBar[0] = xBar;
        startBar[1] = yBar;
        startBar[2] = zBar;
        parametersBar[0] = sigmaBar;
        parametersBar[1] = rhoBar;
        parametersBar[2] = betaBar;
        return energy;
    }

    static Dual jvp(
            double[] start, double[] parameters, double step, int steps, double[] startDot, double[] parametersDot) {
        double sigma = parameters[0];
        double rho = parameters[1];
        double beta = parameters[2];
        double sigmaDot = parametersDot[0];
        double rhoDot = parametersDot[1];
        double betaDot = parametersDot[2];
        double half = 0.5 * step;
        double sixth = step / 6;
        double x = start[0];
        double y = start[1];
        double z = start[2];
        double xDot = startDot[0];
        double yDot = startDot[1];
        double zDot = startDot[2];
        for (int i = 0; i < steps; i++) {
            double dx1 = sigma * (y - x);
            double dy1 = x * (rho - z) - y;
            double dz1 = x * y - beta * z;
            double dx1Dot = sigmaDot * (y - x) + sigma * (yDot - xDot);
            double dy1Dot = xDot * (rho - z) + x * (rhoDot - zDot) - yDot;
            double dz1Dot = xDot * y + x * yDot - (betaDot * z + beta * zDot);
            double x2 = x + half * dx1;
            double y2 = y + half * dy1;
            double z2 = z + half * dz1;
            double x2Dot = xDot + half * dx1Dot;
            double y2Dot = yDot + half * dy1Dot;
            double z2Dot = zDot + half * dz1Dot;
            double dx2 = sigma * (y2 - x2);
            double dy2 = x2 * (rho - z2) - y2;
            double dz2 = x2 * y2 - beta * z2;
            double dx2Dot = sigmaDot * (y2 - x2) + sigma * (y2Dot - x2Dot);
            double dy2Dot = x2Dot * (rho - z2) + x2 * (rhoDot - z2Dot) - y2Dot;
            double dz2Dot = x2Dot * y2 + x2 * y2Dot - (betaDot * z2 + beta * z2Dot);
            double x3 = x + half * dx2;
            double y3 = y + half * dy2;
            double z3 = z + half * dz2;
            double x3Dot = xDot + half * dx2Dot;
            double y3Dot = yDot + half * dy2Dot;
            double z3Dot = zDot + half * dz2Dot;
            double dx3 = sigma * (y3 - x3);
            double dy3 = x3 * (rho - z3) - y3;
            double dz3 = x3 * y3 - beta * z3;
            double dx3Dot = sigmaDot * (y3 - x3) + sigma * (y3Dot - x3Dot);
            double dy3Dot = x3Dot * (rho - z3) + x3 * (rhoDot - z3Dot) - y3Dot;
            double dz3Dot = x3Dot * y3 + x3 * y3Dot - (betaDot * z3 + beta * z3Dot);
            double x4 = x + step * dx3;
            double y4 = y + step * dy3;
            double z4 = z + step * dz3;
            double x4Dot = xDot + step * dx3Dot;
            double y4Dot = yDot + step * dy3Dot;
            double z4Dot = zDot + step * dz3Dot;
            double dx4Dot = sigmaDot * (y4 - x4) + sigma * (y4Dot - x4Dot);
            double dy4Dot = x4Dot * (rho - z4) + x4 * (rhoDot - z4Dot) - y4Dot;
            double dz4Dot = x4Dot * y4 + x4 * y4Dot - (betaDot * z4 + beta * z4Dot);
            x += sixth * (dx1 + 2 * dx2 + 2 * dx3 + sigma * (y4 - x4));
            y += sixth * (dy1 + 2 * dy2 + 2 * dy3 + (x4 * (rho - z4) - y4));
            z += sixth * (dz1 + 2 * dz2 + 2 * dz3 + (x4 * y4 - beta * z4));
            xDot += sixth * (dx1Dot + 2 * dx2Dot + 2 * dx3Dot + dx4Dot);
            yDot += sixth * (dy1Dot + 2 * dy2Dot + 2 * dy3Dot + dy4Dot);
            zDot += sixth * (dz1Dot + 2 * dz2Dot + 2 * dz3Dot + dz4Dot);
        }
        return new Dual(0.5 * (x * x + y * y + z * z), x * xDot + y * yDot + z * zDot);
    }
}
