package golden;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

public final class Losses {

    private Losses() {}

    @Differentiable(order = 2)
    public static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    @Differentiable(order = 2)
    public static double wave(double x1, float x2) {
        return x1 * x2 + Math.sin(x1);
    }

    @Differentiable(order = 2)
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            sum += a * a + 100 * b * b;
        }
        return sum;
    }

    /** The mean logistic loss of a linear classifier, over rows of features laid end to end. */
    @Differentiable(order = 2)
    public static double logisticLoss(
            double[] weights, double bias, @Constant double[] features, int[] labels, @Constant double decay) {
        double loss = 0;
        for (int k = 0; k < labels.length; k++) {
            double score = bias;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * features[k * weights.length + i];
            }
            loss += Math.log1p(Math.exp(-labels[k] * score));
        }
        double norm = 0;
        for (double weight : weights) {
            norm += weight * weight;
        }
        return loss / labels.length + decay * norm;
    }
}
