package library;

import io.github.cotangent.Differentiable;

public final class Orbits {
    public static final State START = new State(1, 2);

    private Orbits() {}

    public record State(double q, double p) {}

    @Differentiable
    public static State step(State value, double h) {
        return new State(value.q() + h * value.p(), value.p());
    }

    @Differentiable(order = 2)
    public static double energy(State value, double mass) {
        return mass * value.p() * value.p() + value.q() * value.q() * value.q();
    }
}
