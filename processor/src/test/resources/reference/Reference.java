package reference;

import static io.github.cotangent.Differentiation.stopGradient;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sin;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

/** The functions whose derivatives textbooks print. */
final class Reference {

    private Reference() {}

    @Differentiable
    static double wave(double x1, double x2) {
        return x1 * x2 + sin(x1);
    }

    @Differentiable
    static double[] waves(double x1, double x2) {
        return new double[] {x1 * x2 + sin(x1), x1 * x1 * x2};
    }

    @Differentiable
    static double sigmoid(double x) {
        double minus = -x;
        double power = exp(minus);
        double sum = 1 + power;
        return 1 / sum;
    }

    @Differentiable
    static double baydin(double x1, double x2) {
        return log(x1) + x1 * x2 - sin(x2);
    }

    @Differentiable
    static double squareOfSum(double x, double y) {
        double sum = x + y;
        return sum * sum;
    }

    @Differentiable
    static double polynomial(double x) {
        return x * x + x;
    }

    @Differentiable
    static double productAndSum(double x, double y) {
        return x * y + (x + y);
    }

    @Differentiable
    static double[] squares(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
        return y;
    }

    @Differentiable
    static double stopped(double x) {
        double z = stopGradient(x * x);
        return 3 * z;
    }

    @Differentiable
    static double overwritten(double[] x) {
        double[] a = x.clone();
        double y = a[0] * a[0] * a[1];
        a[0] = 7;
        a[1] *= a[1];
        return y * a[0] + a[1] * y;
    }

    /** Two inputs, three hidden units, one output: 6 + 3 weights and 3 + 1 biases. */
    @Differentiable
    static double[] network(double[] w, @Constant double[] input) {
        double output = w[12];
        for (int i = 0; i < 3; i++) {
            double z = w[6 + i] + w[2 * i] * input[0] + w[2 * i + 1] * input[1];
            output += w[9 + i] * Math.tanh(z);
        }
        return new double[] {output};
    }

    private static double[] dense(double[] w, int start, double[] input, int outputs) {
        double[] y = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            double z = w[start + outputs * input.length + i];
            for (int j = 0; j < input.length; j++) {
                z += w[start + i * input.length + j] * input[j];
            }
            y[i] = z;
        }
        return y;
    }

    private static void relu(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.max(z[i], 0);
        }
    }

    /** The mean squared loss of a 10-32-32-1 network of ReLUs over a batch. */
    @Differentiable
    static double loss(double[] w, @Constant double[] inputs, @Constant double[] targets) {
        double loss = 0;
        for (int b = 0; b < targets.length; b++) {
            double[] x = new double[10];
            for (int j = 0; j < x.length; j++) {
                x[j] = inputs[b * x.length + j];
            }
            double[] first = dense(w, 0, x, 32);
            relu(first);
            double[] second = dense(w, 352, first, 32);
            relu(second);
            double[] output = dense(w, 1408, second, 1);
            double error = output[0] - targets[b];
            loss += error * error;
        }
        return loss / targets.length;
    }
}
