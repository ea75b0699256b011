package io.github.cotangent.benchmark.blackscholes;

import static io.github.cotangent.benchmark.blackscholes.BlackScholes.B1;
import static io.github.cotangent.benchmark.blackscholes.BlackScholes.B2;
import static io.github.cotangent.benchmark.blackscholes.BlackScholes.B3;
import static io.github.cotangent.benchmark.blackscholes.BlackScholes.B4;
import static io.github.cotangent.benchmark.blackscholes.BlackScholes.B5;
import static io.github.cotangent.benchmark.blackscholes.BlackScholes.INVERSE_ROOT_OF_TWO_PI;
import static io.github.cotangent.benchmark.blackscholes.BlackScholes.P;

import io.github.cotangent.Dual;

final class BlackScholesByHand {

    private BlackScholesByHand() {}

    /** The distribution function as it is approximated, and the exact slope of the approximation. */
    private record Cdf(double value, double slope) {

        static Cdf at(double x) {
            double t = 1 / (1 + P * Math.abs(x));
            double polynomial = t * (B1 + t * (B2 + t * (B3 + t * (B4 + t * B5))));
            double polynomialSlope = B1 + t * (2 * B2 + t * (3 * B3 + t * (4 * B4 + t * (5 * B5))));
            double density = INVERSE_ROOT_OF_TWO_PI * Math.exp(-0.5 * x * x);
            double tail = density * polynomial;
            // dt/d|x| = -P·t², and the slope is the same to both sides of 0.
            double slope = density * (P * t * t * polynomialSlope) + Math.abs(x) * tail;
            return new Cdf(x < 0 ? tail : 1 - tail, slope);
        }
    }

    static double gradient(
            double spot, double strike, double rate, double volatility, double maturity, double[] gradient) {
        double root = Math.sqrt(maturity);
        double deviation = volatility * root;
        double drift = rate + 0.5 * volatility * volatility;
        double d1 = (Math.log(spot / strike) + drift * maturity) / deviation;
        double d2 = d1 - deviation;
        double discount = Math.exp(-rate * maturity);
        double discounted = strike * discount;
        Cdf upper = Cdf.at(d1);
        Cdf lower = Cdf.at(d2);

        double d2Bar = -discounted * lower.slope;
        double numeratorBar = (spot * upper.slope + d2Bar) / deviation;
        double deviationBar = -d2Bar - numeratorBar * d1;
        double driftBar = numeratorBar * maturity;
        double exponentBar = discounted * lower.value;

        gradient[0] = upper.value + numeratorBar / spot;
        gradient[1] = -discount * lower.value - numeratorBar / strike;
        gradient[2] = driftBar + exponentBar * maturity;
        gradient[3] = driftBar * volatility + deviationBar * root;
        gradient[4] = numeratorBar * drift + exponentBar * rate + deviationBar * volatility * 0.5 / root;
        return spot * upper.value - discounted * lower.value;
    }

    static Dual jvp(
            double spot,
            double strike,
            double rate,
            double volatility,
            double maturity,
            double spotDot,
            double strikeDot,
            double rateDot,
            double volatilityDot,
            double maturityDot) {
        double root = Math.sqrt(maturity);
        double deviation = volatility * root;
        double deviationDot = volatilityDot * root + volatility * (0.5 * maturityDot / root);
        double drift = rate + 0.5 * volatility * volatility;
        double driftDot = rateDot + volatility * volatilityDot;
        double d1 = (Math.log(spot / strike) + drift * maturity) / deviation;
        double numeratorDot = spotDot / spot - strikeDot / strike + driftDot * maturity + drift * maturityDot;
        double d1Dot = (numeratorDot - d1 * deviationDot) / deviation;
        double d2 = d1 - deviation;
        double d2Dot = d1Dot - deviationDot;
        double discount = Math.exp(-rate * maturity);
        double discountDot = -discount * (rateDot * maturity + rate * maturityDot);
        Cdf upper = Cdf.at(d1);
        Cdf lower = Cdf.at(d2);
        double discounted = strike * discount;
        double discountedDot = strikeDot * discount + strike * discountDot;
        return new Dual(
                spot * upper.value - discounted * lower.value,
                spotDot * upper.value
                        + spot * (upper.slope * d1Dot)
                        - discountedDot * lower.value
                        - discounted * (lower.slope * d2Dot));
    }
}
