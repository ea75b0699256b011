package application;

import io.github.cotangent.Differentiable;
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

    public static void main(String[] args) {
        System.out.println("first " + MainDerivatives.cubedGradient(3));
        System.out.println("second " + MainDerivatives.cubedHvp(3, 1));
        MainDerivatives.ProductGradient gradient = MainDerivatives.productGradient(new double[] {2, 3}, 5);
        System.out.println("x1 " + gradient.x()[1]);
        System.out.println("scale " + gradient.scale());
    }
}
