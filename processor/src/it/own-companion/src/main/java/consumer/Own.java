package consumer;

import io.github.cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Every use below makes javac type a body early, if a processor lets it. */
public final class Own {
    private static final double SLOPE_AT_TWO;
    private static final DoubleUnaryOperator SLOPE = OwnDerivatives::cubeGradient;
    private static final double INITIALISED = OwnDerivatives.cubeGradient(1);

    static {
        var slope = OwnDerivatives.cubeGradient(2);
        SLOPE_AT_TWO = slope;
    }

    private Own() {}

    @Differentiable
    static double cube(double x) {
        return x * x * x;
    }

    @Differentiable
    static double product(double x, double y) {
        return x * y;
    }

    @Differentiable
    static double squares(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element * element;
        }
        return sum;
    }

    private static double throughVar() {
        var gradient = OwnDerivatives.productGradient(3, 5);
        var x = gradient.x();
        return x - gradient.y();
    }

    private static double throughForeach() {
        double sum = 0;
        for (var element : OwnDerivatives.squaresGradient(new double[] {1, 2, 3})) {
            sum += element;
        }
        return sum;
    }

    private static double throughLambda() {
        return DoubleStream.of(1, 2)
                .map(x -> {
                    var slope = OwnDerivatives.cubeGradient(x);
                    return slope;
                })
                .sum();
    }

    private static double throughRecord() {
        record Slope(double value) {
            Slope {
                if (Double.isNaN(value)) {
                    throw new IllegalArgumentException("value");
                }
            }

            static Slope of(double x) {
                var value = OwnDerivatives.cubeGradient(x);
                return new Slope(value);
            }
        }
        return Slope.of(4).value();
    }

    public static void main(String[] args) {
        System.out.println("static " + SLOPE_AT_TWO);
        System.out.println("initialised " + INITIALISED);
        System.out.println("reference " + SLOPE.applyAsDouble(3));
        System.out.println("var " + throughVar());
        System.out.println("foreach " + throughForeach());
        System.out.println("lambda " + throughLambda());
        System.out.println("record " + throughRecord());
    }
}
