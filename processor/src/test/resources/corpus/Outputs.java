package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Methods that write their results to arrays. */
final class Outputs {

    private Outputs() {}

    @At({"0.5; [2]; [2]", "-1; {1, 0}; {0, 0}"})
    @Differentiable
    static void pendulum(double t, double[] y, @Output double[] dydt) {
        dydt[0] = y[1];
        dydt[1] = -Math.sin(y[0]) + 0.1 * Math.cos(t) * y[1];
    }

    @At({"[0]; [0]", "[1]; [1]", "[2]; [2]", "[5]; [5]"})
    @Differentiable
    static void squares(double[] x, @Output double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
    }

    @At({"0.5; 2; [2]", "-1; 0.25; [3]"})
    @Differentiable
    public static void circle(double radius, double angle, @Output double[] xy) {
        xy[0] = radius * Math.cos(angle);
        xy[1] = radius * Math.sin(angle);
    }

    @At({"[3]; {2, -1, 0.5}; 0.5; [3]", "[1]; {2}; 1; [1]"})
    @Differentiable
    static void heldConstant(double[] x, @Constant double[] a, @Constant double k, @Output double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = a[i] * x[i] * x[i] + k * x[0];
        }
    }

    /** The output among the parameters. */
    @At({"[3]; [3]; 0.5", "[1]; [1]; -2"})
    @Differentiable
    static void scaled(@Output double[] y, double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            y[i] = factor * x[i] * x[x.length - 1];
        }
    }

    @At({"[3]; 0.5; [3]; [3]", "[0]; 2; [0]; [1]"})
    @Differentiable
    static void two(double[] x, double s, @Output double[] up, @Output double[] down) {
        for (int i = 0; i < x.length; i++) {
            up[i] = x[i] * s;
            down[i] = x[x.length - 1 - i] * up[i];
        }
    }

    @At({"0.5; 2; [1]; [2]; [3]"})
    @Differentiable
    static void three(double a, double b, @Output double[] sum, @Output double[] product, @Output double[] rest) {
        sum[0] = a + b;
        product[0] = a * b;
        product[1] = sum[0] * product[0];
        rest[2] = product[1] / b;
        sum[0] *= rest[2];
    }

    /** What the output holds before counts as constant. */
    @At({"[3]; [3]", "[1]; [1]", "[0]; [0]"})
    @Differentiable
    static void accumulated(double[] x, @Output double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += x[i] * x[i] * y[i];
        }
    }

    @At({"[3]; [4]", "[2]; [2]"})
    @Differentiable
    static void readThenWritten(double[] x, @Output double[] y) {
        double before = y[0];
        y[0] = x[0] * before;
        y[1] = Math.sin(y[0]) * x[1] * before;
        y[0] = y[1] * x[0];
    }

    @At({"0.5; [4]", "-0.5; [4]"})
    @Differentiable
    static void leftAlone(double x, @Output double[] y) {
        if (x > 0) {
            y[1] = x * x;
            return;
        }
        y[2] = Math.exp(x) * y[3];
    }

    @At({"[3]; [2]"})
    @Differentiable
    static void independent(double[] x, @Output double[] y) {
        y[0] = 3;
        y[1] = x.length;
    }

    @At({"[3]; [2]"})
    @Differentiable
    static void empty(double[] x, @Output double[] y) {}

    @At({"[4]; [4]; 0", "[4]; [4]; 1", "[4]; [4]; 2", "[4]; [4]; 5"})
    @Differentiable
    static void recurrence(double[] x, @Output double[] y, int steps) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i];
        }
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.sin(y[i]) * y[(i + 1) % y.length] + x[i];
            }
        }
    }

    @At({"[3]; [3]", "[1]; [1]"})
    @Differentiable
    static void throughHelpers(double[] x, @Output double[] y) {
        fill(y, x, 2);
        double[] same = y;
        fill(same, y.clone(), 0.5);
    }

    private static void fill(double[] target, double[] source, double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] = factor * source[i] * source[i];
        }
    }

    /** The variable may go to another array; what counts is the caller's. */
    @At({"[2]; [2]"})
    @Differentiable
    static void reassigned(double[] x, @Output double[] y) {
        y[0] = x[0] * x[1];
        y = new double[] {x[0], x[1]};
        y[1] *= 2;
    }

    @At({"2; [2]", "0.5; [2]", "9; [2]"})
    @Differentiable
    static void untilConverged(double x, @Output double[] y) {
        y[0] = 1;
        int n = 0;
        while (n < 50 && Math.abs(y[0] * y[0] - x) > 1e-13) {
            y[0] = (y[0] + x / y[0]) / 2;
            n++;
        }
        y[1] = y[0] * x;
    }

    @At(
            value = {"[2]; [2]"},
            single = true)
    @Differentiable
    static void single(double[] x, @Output float[] y) {
        y[0] = (float) (x[0] * x[1]);
        y[1] = y[0] * y[0];
    }

    @At({"[2]; [2]; [2]", "[1]; [1]; [1]"})
    @Differentiable
    static void generatedNames(double[] seed, @Output double[] value, @Output double[] seedDot) {
        for (int i = 0; i < seed.length; i++) {
            double pullback = seed[i] * seed[i];
            value[i] = pullback;
            seedDot[i] = pullback * value[i];
        }
    }

    @At({"0.5; 2; 3; 0.25; [2]"})
    @Differentiable
    static void namesOfLoops(double i, double j, double row, @Constant double column, @Output double[] jacobian) {
        jacobian[0] = i * j * row;
        jacobian[1] = i * column;
    }
}
