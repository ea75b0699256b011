package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Results that are arrays. */
final class Vectors {

    private Vectors() {}

    @At({"0.5; 2", "-1; 0.25"})
    @Differentiable
    static double[] polar(double radius, double angle) {
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double[] squares(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
        return y;
    }

    @At({"0.1; [3]; {10, 28, 2.7}", "-1; [3]; {1, 1, 1}"})
    @Differentiable
    static double[] lorenz(double t, double[] y, @Constant double[] p) {
        double[] slope = new double[3];
        slope[0] = p[0] * (y[1] - y[0]) + t;
        slope[1] = y[0] * (p[1] - y[2]) - y[1];
        slope[2] = y[0] * y[1] - p[2] * y[2] * t;
        return slope;
    }

    private static double[] slope(double[] y, double k) {
        return new double[] {y[1], -k * y[0] - 0.1 * y[1] * y[1]};
    }

    private static double[] moved(double[] y, double h, double[] slope) {
        double[] moved = y.clone();
        for (int i = 0; i < y.length; i++) {
            moved[i] += h * slope[i];
        }
        return moved;
    }

    @At({"{1, 0}; 2; 0.1; 0", "{1, 0}; 2; 0.1; 1", "{1, 0.5}; 2; 0.1; 5"})
    @Differentiable
    static double[] rungeKutta(double[] start, double k, double h, int steps) {
        double[] y = start.clone();
        for (int s = 0; s < steps; s++) {
            double[] k1 = slope(y, k);
            double[] k2 = slope(moved(y, h / 2, k1), k);
            double[] k3 = slope(moved(y, h / 2, k2), k);
            double[] k4 = slope(moved(y, h, k3), k);
            for (int i = 0; i < y.length; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return y;
    }

    @At({"[6]; [2]; {0.5, -1, 2}", "[3]; [1]; {1, 0, 2}"})
    @Differentiable
    static double[] layer(double[] weights, double[] biases, @Constant double[] input) {
        double[] y = new double[biases.length];
        for (int i = 0; i < y.length; i++) {
            double z = biases[i];
            for (int j = 0; j < input.length; j++) {
                z += weights[i * input.length + j] * input[j];
            }
            y[i] = Math.tanh(z);
        }
        return y;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 12"})
    @Differentiable
    static double[] tall(double x, int n) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Math.sin(i * x) * x;
        }
        return y;
    }

    @At({"[12]", "[3]"})
    @Differentiable
    static double[] wide(double[] x) {
        double sum = 0;
        double product = 1;
        for (double each : x) {
            sum += each * each;
            product *= each;
        }
        return new double[] {sum, product, sum * product};
    }

    @At({"0.5; [2]; 3", "-1; [0]; 2"})
    @Differentiable
    static double[] scalarsAmongArrays(double x, double[] a, double y) {
        double[] r = new double[a.length + 1];
        for (int i = 0; i < a.length; i++) {
            r[i] = a[i] * x + y;
        }
        r[a.length] = x * y;
        return r;
    }

    @At({"[4]", "[1]"})
    @Differentiable
    static double[] coupledInPlace(double[] x) {
        double[] y = x.clone();
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.sin(y[i]) * y[(i + 1) % y.length] + x[i];
            }
        }
        return y;
    }

    @At({"2; 3", "-2; 3"})
    @Differentiable
    static double[] branchesInside(double x, double y) {
        double[] r = new double[3];
        if (x > 0) {
            r[0] = x * y;
            r[1] = r[0] * r[0];
        } else {
            r[2] = y / x;
        }
        r[1] += r[2] * x;
        return r;
    }

    @At({"0.3; 0.2; 3", "0.3; 0.2; 0"})
    @Differentiable
    static double[] trajectory(double x, double v, int n) {
        double[] path = new double[2 * n];
        for (int i = 0; i < n; i++) {
            v -= 0.1 * Math.sin(x);
            x += 0.1 * v;
            path[2 * i] = x;
            path[2 * i + 1] = v;
        }
        return path;
    }

    @At({"2; 3"})
    @Differentiable
    static double[] nothing(double x, double y) {
        return new double[0];
    }

    @At({"2; 3"})
    @Differentiable
    static double[] independent(double x, double y) {
        return new double[] {1, 2};
    }

    @At({"[3]", "[1]"})
    @Differentiable
    static double[] lengthsAsValues(double[] x) {
        double[] r = {x.length, x[0] * x.length};
        return r;
    }

    @At(
            value = {"[2]"},
            single = true)
    @Differentiable
    static double[] rounded(double[] x) {
        float f = (float) (x[0] * x[1]);
        return new double[] {f, f * f};
    }
}
