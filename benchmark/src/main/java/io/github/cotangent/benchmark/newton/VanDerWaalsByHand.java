package io.github.cotangent.benchmark.newton;

import io.github.cotangent.Dual;
import java.util.Arrays;

/**
 * The iteration run backwards, from its iterates. (That the root has a derivative of its own, without any iteration, is
 * knowledge about the function and not about its code.)
 */
final class VanDerWaalsByHand {

    /** Newton's method doubles the number of correct digits: few functions need more iterates. */
    private static final int USUAL_ITERATIONS = 16;

    private VanDerWaalsByHand() {}

    static double gradient(double pressure, double temperature, double attraction, double covolume, double[] gradient) {
        double square = pressure * covolume + temperature;
        double constant = attraction * covolume;
        double[] iterates = new double[USUAL_ITERATIONS];
        int count = 0;
        double v = temperature / pressure;
        double change = v;
        while (Math.abs(change) > 1e-9 * Math.abs(v)) {
            if (count == iterates.length) {
                iterates = Arrays.copyOf(iterates, 2 * count);
            }
            iterates[count++] = v;
            double excess = ((pressure * v - square) * v + attraction) * v - constant;
            double slope = (3 * pressure * v - 2 * square) * v + attraction;
            change = excess / slope;
            v -= change;
        }

        double pressureBar = 0;
        double squareBar = 0;
        double attractionBar = 0;
        double constantBar = 0;
        double vBar = 1;
        double later = v;
        for (int i = count - 1; i >= 0; i--) {
            double u = iterates[i];
            double linear = 3 * pressure * u - 2 * square;
            double slope = linear * u + attraction;
            double excessBar = -vBar / slope;
            double slopeBar = excessBar * (later - u);
            pressureBar += u * u * (excessBar * u + 3 * slopeBar);
            squareBar -= u * (excessBar * u + 2 * slopeBar);
            attractionBar += excessBar * u + slopeBar;
            constantBar -= excessBar;
            // The iterate itself keeps its adjoint; through the excess it loses all of it.
            vBar = slopeBar * (linear + 3 * pressure * u);
            later = u;
        }
        double temperatureBar = squareBar + vBar / pressure;
        gradient[0] = pressureBar + squareBar * covolume - vBar * iterates[0] / pressure;
        gradient[1] = temperatureBar;
        gradient[2] = attractionBar + constantBar * covolume;
        gradient[3] = squareBar * pressure + constantBar * attraction;
        return v;
    }

    static Dual jvp(
            double pressure,
            double temperature,
            double attraction,
            double covolume,
            double pressureDot,
            double temperatureDot,
            double attractionDot,
            double covolumeDot) {
        double square = pressure * covolume + temperature;
        double squareDot = pressureDot * covolume + pressure * covolumeDot + temperatureDot;
        double constant = attraction * covolume;
        double constantDot = attractionDot * covolume + attraction * covolumeDot;
        double v = temperature / pressure;
        double vDot = (temperatureDot - v * pressureDot) / pressure;
        double change = v;
        while (Math.abs(change) > 1e-9 * Math.abs(v)) {
            double excess = ((pressure * v - square) * v + attraction) * v - constant;
            double linear = 3 * pressure * v - 2 * square;
            double slope = linear * v + attraction;
            double excessDot = ((pressureDot * v - squareDot) * v + attractionDot) * v - constantDot + slope * vDot;
            double slopeDot =
                    (3 * pressureDot * v - 2 * squareDot) * v + attractionDot + (linear + 3 * pressure * v) * vDot;
            change = excess / slope;
            vDot -= (excessDot - change * slopeDot) / slope;
            v -= change;
        }
        return new Dual(v, vDot);
    }
}
