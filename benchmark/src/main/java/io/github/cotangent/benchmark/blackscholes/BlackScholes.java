package io.github.cotangent.benchmark.blackscholes;

import io.github.cotangent.Differentiable;

/** The price of a European call option (F. Black and M. Scholes, 1973). */
final class BlackScholes {

    /** The coefficients of M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 26.2.17. */
    static final double P = 0.2316419;

    static final double B1 = 0.319381530;
    static final double B2 = -0.356563782;
    static final double B3 = 1.781477937;
    static final double B4 = -1.821255978;
    static final double B5 = 1.330274429;

    static final double INVERSE_ROOT_OF_TWO_PI = 0.3989422804014327;

    private BlackScholes() {}

    @Differentiable(workspace = true)
    static double call(double spot, double strike, double rate, double volatility, double maturity) {
        double deviation = volatility * Math.sqrt(maturity);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        double d2 = d1 - deviation;
        return spot * normalCdf(d1) - strike * Math.exp(-rate * maturity) * normalCdf(d2);
    }

    /** The distribution function of the normal distribution, to an absolute error of 7.5e-8. */
    static double normalCdf(double x) {
        double t = 1 / (1 + P * Math.abs(x));
        double polynomial = t * (B1 + t * (B2 + t * (B3 + t * (B4 + t * B5))));
        double tail = INVERSE_ROOT_OF_TWO_PI * Math.exp(-0.5 * x * x) * polynomial;
        return x < 0 ? tail : 1 - tail;
    }
}
