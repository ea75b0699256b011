package io.github.cotangent.benchmark.overloading;

import io.github.cotangent.benchmark.problem.Algebra;
import net.finmath.stochastic.RandomVariable;
import net.finmath.stochastic.Scalar;

/** Random variables of finmath, each with one path. */
final class FinmathAlgebra implements Algebra<RandomVariable> {

    @Override
    public RandomVariable[] array(int length) {
        return new RandomVariable[length];
    }

    @Override
    public RandomVariable constant(double c) {
        return new Scalar(c);
    }

    @Override
    public double value(RandomVariable x) {
        return x.doubleValue();
    }

    @Override
    public RandomVariable add(RandomVariable x, RandomVariable y) {
        return x.add(y);
    }

    @Override
    public RandomVariable add(RandomVariable x, double c) {
        return x.add(c);
    }

    @Override
    public RandomVariable subtract(RandomVariable x, RandomVariable y) {
        return x.sub(y);
    }

    @Override
    public RandomVariable multiply(RandomVariable x, RandomVariable y) {
        return x.mult(y);
    }

    @Override
    public RandomVariable multiply(RandomVariable x, double c) {
        return x.mult(c);
    }

    @Override
    public RandomVariable divide(RandomVariable x, RandomVariable y) {
        return x.div(y);
    }

    @Override
    public RandomVariable square(RandomVariable x) {
        return x.squared();
    }

    @Override
    public RandomVariable reciprocal(RandomVariable x) {
        return x.invert();
    }

    @Override
    public RandomVariable abs(RandomVariable x) {
        return x.abs();
    }

    @Override
    public RandomVariable sqrt(RandomVariable x) {
        return x.sqrt();
    }

    @Override
    public RandomVariable exp(RandomVariable x) {
        return x.exp();
    }

    @Override
    public RandomVariable log(RandomVariable x) {
        return x.log();
    }

    /** There is none in finmath: tanh x = 1 - 2 / (1 + e²ˣ). */
    @Override
    public RandomVariable tanh(RandomVariable x) {
        return x.mult(2).exp().add(1).invert().mult(-2).add(1);
    }
}
