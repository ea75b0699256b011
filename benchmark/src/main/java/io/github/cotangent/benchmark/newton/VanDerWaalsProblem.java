package io.github.cotangent.benchmark.newton;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.ArrayProblem;
import io.github.cotangent.benchmark.problem.Formula;

/** The molar volume of a gas by pressure, temperature and the two constants of the gas. */
public record VanDerWaalsProblem() implements ArrayProblem, Formula {

    @Override
    public double[] point() {
        return new double[] {1.5, 4, 1.2, 0.3};
    }

    @Override
    public double value(double[] x) {
        return VanDerWaals.volume(x[0], x[1], x[2], x[3]);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        return VanDerWaalsByHand.gradient(x[0], x[1], x[2], x[3], gradient);
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        VanDerWaalsDerivatives.VolumeGradient result = VanDerWaalsDerivatives.volumeGradient(x[0], x[1], x[2], x[3]);
        gradient[0] = result.pressure();
        gradient[1] = result.temperature();
        gradient[2] = result.attraction();
        gradient[3] = result.covolume();
        return result.value();
    }

    @Override
    public double generated(double[] x, double[] gradient, Workspace workspace) {
        VanDerWaalsDerivatives.VolumeVjp result =
                VanDerWaalsDerivatives.volumeVjp(x[0], x[1], x[2], x[3], 1, workspace);
        gradient[0] = result.pressure();
        gradient[1] = result.temperature();
        gradient[2] = result.attraction();
        gradient[3] = result.covolume();
        return result.value();
    }

    @Override
    public Dual jvpByHand(double[] x, double[] v) {
        return VanDerWaalsByHand.jvp(x[0], x[1], x[2], x[3], v[0], v[1], v[2], v[3]);
    }

    @Override
    public Dual jvpGenerated(double[] x, double[] v) {
        return VanDerWaalsDerivatives.volumeJvp(x[0], x[1], x[2], x[3], v[0], v[1], v[2], v[3]);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        T pressure = x[0];
        T attraction = x[2];
        T covolume = x[3];
        T temperature = x[1];
        T square = algebra.add(algebra.multiply(pressure, covolume), temperature);
        T constant = algebra.multiply(attraction, covolume);
        T v = algebra.divide(temperature, pressure);
        T change = v;
        while (Math.abs(algebra.value(change)) > 1e-9 * Math.abs(algebra.value(v))) {
            T cubic = algebra.subtract(algebra.multiply(pressure, v), square);
            T excess = algebra.add(algebra.multiply(cubic, v), attraction);
            excess = algebra.subtract(algebra.multiply(excess, v), constant);
            T linear =
                    algebra.subtract(algebra.multiply(algebra.multiply(pressure, v), 3), algebra.multiply(square, 2));
            T slope = algebra.add(algebra.multiply(linear, v), attraction);
            change = algebra.divide(excess, slope);
            v = algebra.subtract(v, change);
        }
        return v;
    }
}
