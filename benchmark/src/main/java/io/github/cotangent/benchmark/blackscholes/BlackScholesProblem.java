package io.github.cotangent.benchmark.blackscholes;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.ArrayProblem;
import io.github.cotangent.benchmark.problem.Formula;

/** The price of a call option by spot, strike, rate, volatility and maturity. */
public record BlackScholesProblem() implements ArrayProblem, Formula {

    @Override
    public double[] point() {
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
    public double generated(double[] x, double[] gradient, Workspace workspace) {
        BlackScholesDerivatives.CallVjp result =
                BlackScholesDerivatives.callVjp(x[0], x[1], x[2], x[3], x[4], 1, workspace);
        gradient[0] = result.spot();
        gradient[1] = result.strike();
        gradient[2] = result.rate();
        gradient[3] = result.volatility();
        gradient[4] = result.maturity();
        return result.value();
    }

    @Override
    public Dual jvpByHand(double[] x, double[] v) {
        return BlackScholesByHand.jvp(x[0], x[1], x[2], x[3], x[4], v[0], v[1], v[2], v[3], v[4]);
    }

    @Override
    public Dual jvpGenerated(double[] x, double[] v) {
        return BlackScholesDerivatives.callJvp(x[0], x[1], x[2], x[3], x[4], v[0], v[1], v[2], v[3], v[4]);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        T spot = x[0];
        T strike = x[1];
        T rate = x[2];
        T volatility = x[3];
        T maturity = x[4];
        T deviation = algebra.multiply(volatility, algebra.sqrt(maturity));
        T drift = algebra.add(rate, algebra.multiply(algebra.square(volatility), 0.5));
        T numerator = algebra.add(algebra.log(algebra.divide(spot, strike)), algebra.multiply(drift, maturity));
        T d1 = algebra.divide(numerator, deviation);
        T d2 = algebra.subtract(d1, deviation);
        T discount = algebra.exp(algebra.multiply(algebra.multiply(rate, maturity), -1));
        T discounted = algebra.multiply(strike, discount);
        return algebra.subtract(
                algebra.multiply(spot, normalCdf(algebra, d1)), algebra.multiply(discounted, normalCdf(algebra, d2)));
    }

    private static <T> T normalCdf(Algebra<T> algebra, T x) {
        T t = algebra.reciprocal(algebra.add(algebra.multiply(algebra.abs(x), BlackScholes.P), 1));
        T polynomial = algebra.add(algebra.multiply(t, BlackScholes.B5), BlackScholes.B4);
        polynomial = algebra.add(algebra.multiply(polynomial, t), BlackScholes.B3);
        polynomial = algebra.add(algebra.multiply(polynomial, t), BlackScholes.B2);
        polynomial = algebra.multiply(algebra.add(algebra.multiply(polynomial, t), BlackScholes.B1), t);
        T exponential = algebra.exp(algebra.multiply(algebra.square(x), -0.5));
        T density = algebra.multiply(exponential, BlackScholes.INVERSE_ROOT_OF_TWO_PI);
        T tail = algebra.multiply(density, polynomial);
        return algebra.value(x) < 0 ? tail : algebra.subtract(1, tail);
    }
}
