package io.github.cotangent.benchmark.blackscholes;

import io.github.cotangent.benchmark.problem.Problem;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

/** The price of a call option by spot, strike, rate, volatility and maturity. */
public record BlackScholesProblem() implements Problem {

    @Override
    public double[] parameters() {
        return new double[] {103, 98, 0.03, 0.25, 1.75};
    }

    @Override
    public double value(double[] x) {
        return BlackScholes.call(x[0], x[1], x[2], x[3], x[4]);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        return BlackScholesByHand.gradient(x[0], x[1], x[2], x[3], x[4], gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        BlackScholesDerivatives.CallGradient result =
                BlackScholesDerivatives.callGradient(x[0], x[1], x[2], x[3], x[4]);
        gradient[0] = result.spot();
        gradient[1] = result.strike();
        gradient[2] = result.rate();
        gradient[3] = result.volatility();
        gradient[4] = result.maturity();
        return result.value();
    }

    @Override
    public Gradient hipparchus(Gradient[] x) {
        Gradient spot = x[0];
        Gradient strike = x[1];
        Gradient rate = x[2];
        Gradient volatility = x[3];
        Gradient maturity = x[4];
        Gradient deviation = volatility.multiply(maturity.sqrt());
        Gradient drift = rate.add(volatility.square().multiply(0.5));
        Gradient d1 = spot.divide(strike).log().add(drift.multiply(maturity)).divide(deviation);
        Gradient d2 = d1.subtract(deviation);
        Gradient discount = rate.negate().multiply(maturity).exp();
        return spot.multiply(normalCdf(d1)).subtract(strike.multiply(discount).multiply(normalCdf(d2)));
    }

    private static Gradient normalCdf(Gradient x) {
        Gradient t = FastMath.abs(x).multiply(BlackScholes.P).add(1).reciprocal();
        Gradient polynomial = t.multiply(BlackScholes.B5)
                .add(BlackScholes.B4)
                .multiply(t)
                .add(BlackScholes.B3)
                .multiply(t)
                .add(BlackScholes.B2)
                .multiply(t)
                .add(BlackScholes.B1)
                .multiply(t);
        Gradient density = x.square().multiply(-0.5).exp().multiply(BlackScholes.INVERSE_ROOT_OF_TWO_PI);
        Gradient tail = density.multiply(polynomial);
        return x.getReal() < 0 ? tail : tail.negate().add(1);
    }
}
