package consumer;

import io.github.cotangent.Differentiable;
import java.util.List;

/// Syntax that came after Java 17 stands beside the annotated method, not in it.
final class Decay {
    sealed interface Shape permits Disc, Square {}

    record Disc(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    private final double rate;

    Decay(double rate) {
        if (rate < 0) {
            throw new IllegalArgumentException("rate");
        }
        super();
        this.rate = rate;
    }

    double rate() {
        return rate;
    }

    static double area(Shape shape) {
        return switch (shape) {
            case Disc(double radius) when radius > 0 -> Math.PI * radius * radius;
            case Disc _ -> 0;
            case Square(var side) -> side * side;
        };
    }

    static int count(List<String> names) {
        int n = 0;
        for (String _ : names) {
            n++;
        }
        return n;
    }

    @Differentiable
    static double remaining(double amount, double rate, int steps) {
        double left = amount;
        for (int i = 0; i < steps; i++) {
            left -= rate * left;
        }
        return left;
    }
}
