package application;

import io.github.cotangent.Differentiable;
import library.Orbits;
import library.Orbits.State;
import library.Waves;

final class Main {
    private Main() {}

    @Differentiable(order = 2)
    static double cubed(double x) {
        return Waves.wave(x, x, 2);
    }

    @Differentiable
    static double product(double[] x, double scale) {
        double[] pair = Waves.pair(x, scale);
        return pair[0] * pair[1];
    }

    @Differentiable
    static double orbit(double q, double h) {
        State s = Orbits.step(new State(q, Orbits.START.p()), h);
        return Orbits.energy(s, 3);
    }

    @Differentiable(order = 2)
    static double energy(State s) {
        return Orbits.energy(s, s.q());
    }

    public static void main(String[] args) {
        System.out.println("first " + MainDerivatives.cubedGradient(3));
        System.out.println("second " + MainDerivatives.cubedHvp(3, 1));
        MainDerivatives.ProductGradient gradient = MainDerivatives.productGradient(new double[] {2, 3}, 5);
        System.out.println("x1 " + gradient.x()[1]);
        System.out.println("scale " + gradient.scale());
        System.out.println("orbit " + MainDerivatives.orbitGradient(1, 1).h());
        System.out.println("energy " + MainDerivatives.energyHvp(new State(1, 2), new State(1, 0)).p());
    }
}
