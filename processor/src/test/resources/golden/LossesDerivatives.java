package golden;

import io.github.cotangent.Buffers;
import io.github.cotangent.Dual;
import io.github.cotangent.Hessians;
import io.github.cotangent.Partials;
import io.github.cotangent.TwiceDifferentiableFunction;
import java.util.Arrays;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@link Losses}.
 */
@Generated("io.github.cotangent.processor.DifferentiableProcessor")
public final class LossesDerivatives {
    private LossesDerivatives() {
    }

    /**
     * Returns the value of {@link Losses#softplus(double)} and its derivative along a direction, by one
     * forward sweep.
     *
     * @param x as in {@code softplus}
     * @param xDot the tangent of {@code x}
     * @return the value and its tangent
     */
    public static Dual softplusJvp(double x, double xDot) {
        // return Math.log1p(Math.exp(x));
        double exp = Math.exp(x);
        double value = Math.log1p(exp);
        double tangent = Partials.times(xDot * exp, Partials.log1p(exp));
        return new Dual(value, tangent);
    }

    /**
     * Returns the value of {@link Losses#softplus(double)} and its gradient times a seed, by one reverse
     * sweep.
     *
     * @param x as in {@code softplus}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    public static SoftplusVjp softplusVjp(double x, double seed) {
        // return Math.log1p(Math.exp(x));
        double exp = Math.exp(x);
        double value = Math.log1p(exp);
        double xBar = Partials.times(seed, Partials.log1p(exp)) * exp;
        return new SoftplusVjp(value, xBar);
    }

    /**
     * Does the same as {@code softplusVjp}: there is no buffer to add to.
     *
     * @param x as in {@code softplus}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    public static SoftplusVjp softplusVjpAdd(double x, double seed) {
        return softplusVjp(x, seed);
    }

    /**
     * Returns the gradient of {@link Losses#softplus(double)}, by one reverse sweep.
     *
     * @param x as in {@code softplus}
     * @return the derivative with respect to {@code x}
     */
    public static double softplusGradient(double x) {
        return softplusVjp(x, 1.0).x();
    }

    /**
     * Returns the Hessian of {@link Losses#softplus(double)} times a direction, forward over reverse.
     *
     * @param x as in {@code softplus}
     * @param xDot the direction, in {@code x}
     * @return the second derivative times the direction
     */
    public static double softplusHvp(double x, double xDot) {
        // return Math.log1p(Math.exp(x));
        double exp = Math.exp(x);
        double product = xDot * exp;
        double slope = Partials.log1p(exp);
        double xBarDot = slope * product - Partials.times(product, slope * slope) * exp;
        return xBarDot;
    }

    /**
     * Returns the Hessian of {@link Losses#softplus(double)}, by a Hessian-vector product for each row.
     *
     * @param x as in {@code softplus}
     * @return a row and a column for each differentiable parameter: {@code x}; symmetric but for rounding
     *     errors
     */
    public static double[][] softplusHessian(double x) {
        return Hessians.of(softplusFunction(), new double[] {x});
    }

    /**
     * Returns {@link Losses#softplus(double)} as a function of one vector: {@code x}, in this order.
     *
     * @return the function
     */
    public static TwiceDifferentiableFunction softplusFunction() {
        return new TwiceDifferentiableFunction() {
            @Override
            public double value(double[] x) {
                Buffers.checkLength("x", x, 1);
                return Losses.softplus(x[0]);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Buffers.checkLength("x", x, 1);
                Buffers.checkLength("direction", direction, 1);
                return softplusJvp(x[0], direction[0]);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Buffers.checkLength("x", x, 1);
                Buffers.checkLength("adjoint", adjoint, 1);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                SoftplusVjp vjp = softplusVjp(x[0], seed);
                adjoint[0] = vjp.x();
                return vjp.value();
            }

            @Override
            public void hvp(double[] x, double[] direction, double[] hvp) {
                Buffers.checkLength("x", x, 1);
                Buffers.checkLength("direction", direction, 1);
                Buffers.checkLength("hvp", hvp, 1);
                Buffers.checkDistinct("hvp", hvp, "x", x);
                Buffers.checkDistinct("hvp", hvp, "direction", direction);
                hvp[0] = softplusHvp(x[0], direction[0]);
            }
        };
    }

    /**
     * Returns the value of {@link Losses#wave(double, float)} and its derivative along a direction, by one
     * forward sweep.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @param x1Dot the tangent of {@code x1}
     * @param x2Dot the tangent of {@code x2}
     * @return the value and its tangent
     */
    public static Dual waveJvp(double x1, float x2, double x1Dot, double x2Dot) {
        // return x1 * x2 + Math.sin(x1);
        double converted = x2;
        double value = x1 * converted + Math.sin(x1);
        double tangent = x1Dot * converted + x1 * x2Dot + x1Dot * Math.cos(x1);
        return new Dual(value, tangent);
    }

    /**
     * Returns the value of {@link Losses#wave(double, float)} and its gradient times a seed, by one
     * reverse sweep.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    public static WaveVjp waveVjp(double x1, float x2, double seed) {
        // return x1 * x2 + Math.sin(x1);
        double converted = x2;
        double value = x1 * converted + Math.sin(x1);
        double x1Bar = seed * Math.cos(x1);
        x1Bar += seed * converted;
        double x2Bar = x1 * seed;
        return new WaveVjp(value, x1Bar, x2Bar);
    }

    /**
     * Does the same as {@code waveVjp}: there is no buffer to add to.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    public static WaveVjp waveVjpAdd(double x1, float x2, double seed) {
        return waveVjp(x1, x2, seed);
    }

    /**
     * Returns the value and the gradient of {@link Losses#wave(double, float)}, by one reverse sweep.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @return the value and the gradient
     */
    public static WaveGradient waveGradient(double x1, float x2) {
        WaveVjp vjp = waveVjp(x1, x2, 1.0);
        return new WaveGradient(vjp.value(), vjp.x1(), (float) vjp.x2());
    }

    /**
     * Returns the Hessian of {@link Losses#wave(double, float)} times a direction, forward over reverse.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @param x1Dot the direction, in {@code x1}
     * @param x2Dot the direction, in {@code x2}
     * @return the product, in parts like the direction
     */
    public static WaveHvp waveHvp(double x1, float x2, double x1Dot, double x2Dot) {
        // return x1 * x2 + Math.sin(x1);
        double x1BarDot = -(x1Dot * Math.sin(x1));
        x1BarDot += x2Dot;
        return new WaveHvp(x1BarDot, x1Dot);
    }

    /**
     * Returns the Hessian of {@link Losses#wave(double, float)}, by a Hessian-vector product for each row.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @return a row and a column for each differentiable parameter: {@code x1}, {@code x2} laid end to
     *     end; symmetric but for rounding errors
     */
    public static double[][] waveHessian(double x1, float x2) {
        return Hessians.of(waveFunction(), new double[] {x1, x2});
    }

    /**
     * Returns {@link Losses#wave(double, float)} as a function of one vector: {@code x1}, {@code x2}, in
     * this order.
     *
     * @return the function
     */
    public static TwiceDifferentiableFunction waveFunction() {
        return new TwiceDifferentiableFunction() {
            @Override
            public double value(double[] x) {
                Buffers.checkLength("x", x, 2);
                return Losses.wave(x[0], (float) x[1]);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("direction", direction, 2);
                return waveJvp(x[0], (float) x[1], direction[0], direction[1]);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("adjoint", adjoint, 2);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                WaveVjp vjp = waveVjp(x[0], (float) x[1], seed);
                adjoint[0] = vjp.x1();
                adjoint[1] = vjp.x2();
                return vjp.value();
            }

            @Override
            public void hvp(double[] x, double[] direction, double[] hvp) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("direction", direction, 2);
                Buffers.checkLength("hvp", hvp, 2);
                Buffers.checkDistinct("hvp", hvp, "x", x);
                Buffers.checkDistinct("hvp", hvp, "direction", direction);
                WaveHvp products = waveHvp(x[0], (float) x[1], direction[0], direction[1]);
                hvp[0] = products.x1();
                hvp[1] = products.x2();
            }
        };
    }

    /**
     * Returns the value of {@link Losses#rosenbrock(double[])} and its derivative along a direction, by
     * one forward sweep.
     *
     * @param x as in {@code rosenbrock}
     * @param xDot the tangent of {@code x}, of the same length
     * @return the value and its tangent
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length
     */
    public static Dual rosenbrockJvp(double[] x, double[] xDot) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xDot", xDot, x.length);
        // for (int i = 0; i + 1 < x.length; i++)
        double sum = 0.0;
        double sumDot = 0.0;
        for (int i = 0; i < x.length - 1; i++) {
            // double a = 1 - x[i];
            double xi = x[i];
            double xDotI = xDot[i];
            double a = 1.0 - xi;
            double aDot = -xDotI;
            // double b = x[i + 1] - x[i] * x[i];
            double b = x[i + 1] - xi * xi;
            double bDot = xDot[i + 1] - 2.0 * xi * xDotI;
            // sum += a * a + 100 * b * b;
            double product = 100.0 * b;
            sum += a * a + product * b;
            sumDot += 2.0 * a * aDot + (product + product) * bDot;
        }
        return new Dual(sum, sumDot);
    }

    /**
     * Overwrites buffers with the gradient of {@link Losses#rosenbrock(double[])} times a seed, by one
     * reverse sweep.
     *
     * @param x as in {@code rosenbrock}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar overwritten with the adjoint of {@code x}, of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    public static double rosenbrockVjp(double[] x, double seed, double[] xBar) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        return rosenbrockReverse(x, seed, xBar);
    }

    /**
     * Adds the gradient of {@link Losses#rosenbrock(double[])} times a seed to buffers, by one reverse
     * sweep.
     *
     * @param x as in {@code rosenbrock}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    public static double rosenbrockVjpAdd(double[] x, double seed, double[] xBar) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        // for (int i = 0; i + 1 < x.length; i++)
        int index = x.length - 1;
        double sum = 0.0;
        double xBarNext = 0.0;
        for (int i = 0; i < index; i++) {
            // double a = 1 - x[i];
            double xi = x[i];
            double a = 1.0 - xi;
            // double b = x[i + 1] - x[i] * x[i];
            double b = x[i + 1] - xi * xi;
            // sum += a * a + 100 * b * b;
            double product = 100.0 * b;
            sum += a * a + product * b;
            double bBar = seed * (product + product);
            double aBar = 2.0 * a * seed;
            // double a = 1 - x[i];
            xBar[i] += xBarNext + (-(2.0 * xi * bBar) - aBar);
            xBarNext = bBar;
        }
        if (0 < index) {
            xBar[index] += xBarNext;
        }
        return sum;
    }

    /**
     * The reverse sweep of {@link Losses#rosenbrock(double[])}, of arguments that are known to be sound.
     *
     * @param x as in {@code rosenbrock}
     * @param seed the sensitivity of something to the value
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @return the value
     */
    private static double rosenbrockReverse(double[] x, double seed, double[] xBar) {
        // for (int i = 0; i + 1 < x.length; i++)
        int index = x.length - 1;
        for (int k = Math.max(index, 0); k < xBar.length; k++) {
            xBar[k] = 0.0;
        }
        double sum = 0.0;
        double xBarNext = 0.0;
        for (int i = 0; i < index; i++) {
            // double a = 1 - x[i];
            double xi = x[i];
            double a = 1.0 - xi;
            // double b = x[i + 1] - x[i] * x[i];
            double b = x[i + 1] - xi * xi;
            // sum += a * a + 100 * b * b;
            double product = 100.0 * b;
            sum += a * a + product * b;
            double bBar = seed * (product + product);
            double aBar = 2.0 * a * seed;
            // double a = 1 - x[i];
            xBar[i] = xBarNext + (-(2.0 * xi * bBar) - aBar);
            xBarNext = bBar;
        }
        if (0 < index) {
            xBar[index] += xBarNext;
        }
        return sum;
    }

    /**
     * Returns the gradient of {@link Losses#rosenbrock(double[])}, by one reverse sweep.
     *
     * @param x as in {@code rosenbrock}
     * @return a new array of the length of {@code x}, the derivative with respect to each element
     * @throws NullPointerException if an array is null
     */
    public static double[] rosenbrockGradient(double[] x) {
        Objects.requireNonNull(x, "x");
        double[] xBar = new double[x.length];
        rosenbrockReverse(x, 1.0, xBar);
        return xBar;
    }

    /**
     * Overwrites an array with the gradient of {@link Losses#rosenbrock(double[])}, by one reverse sweep.
     *
     * @param x as in {@code rosenbrock}
     * @param gradient overwritten with the gradient, of the length of {@code x}
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    public static double rosenbrockValueAndGradient(double[] x, double[] gradient) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("gradient", gradient, x.length);
        Buffers.checkDistinct("gradient", gradient, "x", x);
        return rosenbrockReverse(x, 1.0, gradient);
    }

    /**
     * Returns the Hessian of {@link Losses#rosenbrock(double[])} times a direction, forward over reverse.
     *
     * @param x as in {@code rosenbrock}
     * @param xDot the direction, in {@code x}, of the same length
     * @return a new array of the length of {@code x}, the product
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length
     */
    public static double[] rosenbrockHvp(double[] x, double[] xDot) {
        Objects.requireNonNull(x, "x");
        double[] hvp = new double[x.length];
        rosenbrockHvp(x, xDot, hvp);
        return hvp;
    }

    /**
     * Overwrites an array with the Hessian of {@link Losses#rosenbrock(double[])} times a direction,
     * forward over reverse.
     *
     * @param x as in {@code rosenbrock}
     * @param xDot the direction, in {@code x}, of the same length
     * @param hvp overwritten with the product, of the length of {@code x}
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    public static void rosenbrockHvp(double[] x, double[] xDot, double[] hvp) {
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("xDot", xDot, x.length);
        Buffers.checkLength("hvp", hvp, x.length);
        Buffers.checkDistinct("hvp", hvp, "x", x);
        Buffers.checkDistinct("hvp", hvp, "xDot", xDot);
        Arrays.fill(hvp, 0.0);
        // for (int i = 0; i + 1 < x.length; i++)
        int index = x.length - 1;
        double xBarNextDot = 0.0;
        for (int i = 0; i < index; i++) {
            // double a = 1 - x[i];
            double xi = x[i];
            double xDotI = xDot[i];
            double aDot = -xDotI;
            // double b = x[i + 1] - x[i] * x[i];
            double product = 2.0 * xi;
            double b = x[i + 1] - xi * xi;
            double bDot = xDot[i + 1] - product * xDotI;
            // sum += a * a + 100 * b * b;
            double product2 = 100.0 * b;
            double product3 = 100.0 * bDot;
            double sum = product3 + product3;
            double aBarDot = 2.0 * aDot;
            // double a = 1 - x[i];
            double sum2 = xBarNextDot + (-(2.0 * xDotI * (product2 + product2) + product * sum) - aBarDot);
            hvp[i] += sum2;
            xBarNextDot = sum;
        }
        if (0 < index) {
            hvp[index] += xBarNextDot;
        }
    }

    /**
     * Returns the Hessian of {@link Losses#rosenbrock(double[])}, by a Hessian-vector product for each
     * row.
     *
     * @param x as in {@code rosenbrock}
     * @return a row and a column for each differentiable parameter: {@code x}; symmetric but for rounding
     *     errors
     * @throws NullPointerException if an array is null
     */
    public static double[][] rosenbrockHessian(double[] x) {
        Objects.requireNonNull(x, "x");
        return Hessians.of(rosenbrockFunction(), x);
    }

    /**
     * Returns {@link Losses#rosenbrock(double[])} as a function of one vector: {@code x}.
     *
     * @return the function
     */
    public static TwiceDifferentiableFunction rosenbrockFunction() {
        return new TwiceDifferentiableFunction() {
            @Override
            public double value(double[] x) {
                return Losses.rosenbrock(x);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("direction", direction, x.length);
                return rosenbrockJvp(x, direction);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("adjoint", adjoint, x.length);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                return rosenbrockReverse(x, seed, adjoint);
            }

            @Override
            public void hvp(double[] x, double[] direction, double[] hvp) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("direction", direction, x.length);
                Buffers.checkLength("hvp", hvp, x.length);
                Buffers.checkDistinct("hvp", hvp, "x", x);
                Buffers.checkDistinct("hvp", hvp, "direction", direction);
                rosenbrockHvp(x, direction, hvp);
            }
        };
    }

    /**
     * Returns the value of {@link Losses#logisticLoss(double[], double, double[], int[], double)} and its
     * derivative along a direction, by one forward sweep.
     *
     * @param weights as in {@code logisticLoss}
     * @param bias as in {@code logisticLoss}
     * @param features as in {@code logisticLoss}, held constant
     * @param labels as in {@code logisticLoss}, held constant
     * @param decay as in {@code logisticLoss}, held constant
     * @param weightsDot the tangent of {@code weights}, of the same length
     * @param biasDot the tangent of {@code bias}
     * @return the value and its tangent
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length
     */
    public static Dual logisticLossJvp(double[] weights, double bias, double[] features,
            int[] labels, double decay, double[] weightsDot, double biasDot) {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(labels, "labels");
        Buffers.checkLength("weightsDot", weightsDot, weights.length);
        double loss = 0.0;
        double lossDot = 0.0;
        for (int k = 0; k < labels.length; k++) {
            double score = bias;
            double scoreDot = biasDot;
            for (int i = 0; i < weights.length; i++) {
                // score += weights[i] * features[k * weights.length + i];
                double element = features[k * weights.length + i];
                score += weights[i] * element;
                scoreDot += weightsDot[i] * element;
            }
            // loss += Math.log1p(Math.exp(-labels[k] * score));
            double converted = -labels[k];
            double exp = Math.exp(converted * score);
            loss += Math.log1p(exp);
            lossDot += Partials.times(converted * scoreDot * exp, Partials.log1p(exp));
        }
        // for (double weight : weights)
        double norm = 0.0;
        double normDot = 0.0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            double weightDot = weightsDot[i];
            norm += weight * weight;
            normDot += 2.0 * weight * weightDot;
        }
        // return loss / labels.length + decay * norm;
        double converted = labels.length;
        double value = loss / converted + decay * norm;
        double tangent = lossDot / converted + decay * normDot;
        return new Dual(value, tangent);
    }

    /**
     * Overwrites buffers with the gradient of
     * {@link Losses#logisticLoss(double[], double, double[], int[], double)} times a seed, by one reverse
     * sweep.
     *
     * @param weights as in {@code logisticLoss}
     * @param bias as in {@code logisticLoss}
     * @param features as in {@code logisticLoss}, held constant
     * @param labels as in {@code logisticLoss}, held constant
     * @param decay as in {@code logisticLoss}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param weightsBar overwritten with the adjoint of {@code weights}, of the same length
     * @return the value, and the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    public static LogisticLossVjp logisticLossVjp(double[] weights, double bias, double[] features,
            int[] labels, double decay, double seed, double[] weightsBar) {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(labels, "labels");
        Buffers.checkLength("weightsBar", weightsBar, weights.length);
        Buffers.checkDistinct("weightsBar", weightsBar, "weights", weights);
        Buffers.checkDistinct("weightsBar", weightsBar, "features", features);
        return logisticLossReverse(weights, bias, features, labels, decay, seed, weightsBar);
    }

    /**
     * Adds the gradient of {@link Losses#logisticLoss(double[], double, double[], int[], double)} times a
     * seed to buffers, by one reverse sweep.
     *
     * @param weights as in {@code logisticLoss}
     * @param bias as in {@code logisticLoss}
     * @param features as in {@code logisticLoss}, held constant
     * @param labels as in {@code logisticLoss}, held constant
     * @param decay as in {@code logisticLoss}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param weightsBar the adjoint of {@code weights} is added to it; of the same length
     * @return the value, and the adjoints of the scalar parameters
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    public static LogisticLossVjp logisticLossVjpAdd(double[] weights, double bias,
            double[] features, int[] labels, double decay, double seed, double[] weightsBar) {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(labels, "labels");
        Buffers.checkLength("weightsBar", weightsBar, weights.length);
        Buffers.checkDistinct("weightsBar", weightsBar, "weights", weights);
        Buffers.checkDistinct("weightsBar", weightsBar, "features", features);
        // return loss / labels.length + decay * norm;
        double converted = labels.length;
        double normBar = decay * seed;
        double lossBar = seed / converted;
        // for (double weight : weights)
        double norm = 0.0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            norm += weight * weight;
            double weightBar = 2.0 * weight * normBar;
            // for (double weight : weights)
            weightsBar[i] += weightBar;
        }
        double loss = 0.0;
        double biasBar = 0.0;
        for (int k = 0; k < labels.length; k++) {
            double score = bias;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * features[k * weights.length + i];
            }
            // loss += Math.log1p(Math.exp(-labels[k] * score));
            double converted2 = -labels[k];
            double exp = Math.exp(converted2 * score);
            loss += Math.log1p(exp);
            double scoreBar = converted2 * (Partials.times(lossBar, Partials.log1p(exp)) * exp);
            // for (int i = 0; i < weights.length; i++)
            for (int i = weights.length - 1; i >= 0; i--) {
                // score += weights[i] * features[k * weights.length + i];
                double sum = weightsBar[i] + scoreBar * features[k * weights.length + i];
                weightsBar[i] = sum;
            }
            biasBar += scoreBar;
        }
        // return loss / labels.length + decay * norm;
        double value = loss / converted + decay * norm;
        return new LogisticLossVjp(value, biasBar);
    }

    /**
     * The reverse sweep of {@link Losses#logisticLoss(double[], double, double[], int[], double)}, of
     * arguments that are known to be sound.
     *
     * @param weights as in {@code logisticLoss}
     * @param bias as in {@code logisticLoss}
     * @param features as in {@code logisticLoss}, held constant
     * @param labels as in {@code logisticLoss}, held constant
     * @param decay as in {@code logisticLoss}, held constant
     * @param seed the sensitivity of something to the value
     * @param weightsBar the adjoint of {@code weights} is added to it; of the same length
     * @return the value, and the adjoints of the scalar parameters
     */
    private static LogisticLossVjp logisticLossReverse(double[] weights, double bias,
            double[] features, int[] labels, double decay, double seed, double[] weightsBar) {
        // return loss / labels.length + decay * norm;
        double converted = labels.length;
        double normBar = decay * seed;
        double lossBar = seed / converted;
        // for (double weight : weights)
        double norm = 0.0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            norm += weight * weight;
            double weightBar = 2.0 * weight * normBar;
            // for (double weight : weights)
            weightsBar[i] = weightBar;
        }
        double loss = 0.0;
        double biasBar = 0.0;
        for (int k = 0; k < labels.length; k++) {
            double score = bias;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * features[k * weights.length + i];
            }
            // loss += Math.log1p(Math.exp(-labels[k] * score));
            double converted2 = -labels[k];
            double exp = Math.exp(converted2 * score);
            loss += Math.log1p(exp);
            double scoreBar = converted2 * (Partials.times(lossBar, Partials.log1p(exp)) * exp);
            // for (int i = 0; i < weights.length; i++)
            for (int i = weights.length - 1; i >= 0; i--) {
                // score += weights[i] * features[k * weights.length + i];
                double sum = weightsBar[i] + scoreBar * features[k * weights.length + i];
                weightsBar[i] = sum;
            }
            biasBar += scoreBar;
        }
        // return loss / labels.length + decay * norm;
        double value = loss / converted + decay * norm;
        return new LogisticLossVjp(value, biasBar);
    }

    /**
     * Returns the value and the gradient of
     * {@link Losses#logisticLoss(double[], double, double[], int[], double)}, by one reverse sweep.
     *
     * @param weights as in {@code logisticLoss}
     * @param bias as in {@code logisticLoss}
     * @param features as in {@code logisticLoss}, held constant
     * @param labels as in {@code logisticLoss}, held constant
     * @param decay as in {@code logisticLoss}, held constant
     * @return the value and the gradient
     * @throws NullPointerException if an array is null
     */
    public static LogisticLossGradient logisticLossGradient(double[] weights, double bias,
            double[] features, int[] labels, double decay) {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(labels, "labels");
        double[] weightsBar = new double[weights.length];
        LogisticLossVjp vjp = logisticLossReverse(weights, bias, features, labels, decay, 1.0, weightsBar);
        return new LogisticLossGradient(vjp.value(), weightsBar, vjp.bias());
    }

    /**
     * Returns the Hessian of {@link Losses#logisticLoss(double[], double, double[], int[], double)} times
     * a direction, forward over reverse.
     *
     * @param weights as in {@code logisticLoss}
     * @param bias as in {@code logisticLoss}
     * @param features as in {@code logisticLoss}, held constant
     * @param labels as in {@code logisticLoss}, held constant
     * @param decay as in {@code logisticLoss}, held constant
     * @param weightsDot the direction, in {@code weights}, of the same length
     * @param biasDot the direction, in {@code bias}
     * @return the product, in parts like the direction
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length
     */
    public static LogisticLossHvp logisticLossHvp(double[] weights, double bias, double[] features,
            int[] labels, double decay, double[] weightsDot, double biasDot) {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(labels, "labels");
        Buffers.checkLength("weightsDot", weightsDot, weights.length);
        double[] weightsBarDot = new double[weights.length];
        // return loss / labels.length + decay * norm;
        double lossBar = 1.0 / (double) labels.length;
        // for (double weight : weights)
        for (int i = 0; i < weights.length; i++) {
            double weightDot = weightsDot[i];
            // norm += weight * weight;
            double weightBarDot = 2.0 * weightDot * decay;
            // for (double weight : weights)
            weightsBarDot[i] += weightBarDot;
        }
        double biasBarDot = 0.0;
        for (int k = 0; k < labels.length; k++) {
            double score = bias;
            double scoreDot = biasDot;
            for (int i = 0; i < weights.length; i++) {
                // score += weights[i] * features[k * weights.length + i];
                double element = features[k * weights.length + i];
                score += weights[i] * element;
                scoreDot += weightsDot[i] * element;
            }
            // loss += Math.log1p(Math.exp(-labels[k] * score));
            double converted = -labels[k];
            double exp = Math.exp(converted * score);
            double product = converted * scoreDot * exp;
            double slope = Partials.log1p(exp);
            double product2 = Partials.times(lossBar, Partials.times(product, slope * slope)) * exp;
            double scoreBarDot = converted * (Partials.times(lossBar, slope) * product - product2);
            // for (int i = 0; i < weights.length; i++)
            for (int i = weights.length - 1; i >= 0; i--) {
                // score += weights[i] * features[k * weights.length + i];
                double sum = weightsBarDot[i] + scoreBarDot * features[k * weights.length + i];
                weightsBarDot[i] = sum;
            }
            biasBarDot += scoreBarDot;
        }
        return new LogisticLossHvp(weightsBarDot, biasBarDot);
    }

    /**
     * Returns the Hessian of {@link Losses#logisticLoss(double[], double, double[], int[], double)}, by a
     * Hessian-vector product for each row.
     *
     * @param weights as in {@code logisticLoss}
     * @param bias as in {@code logisticLoss}
     * @param features as in {@code logisticLoss}, held constant
     * @param labels as in {@code logisticLoss}, held constant
     * @param decay as in {@code logisticLoss}, held constant
     * @return a row and a column for each differentiable parameter: {@code weights}, {@code bias} laid end
     *     to end; symmetric but for rounding errors
     * @throws NullPointerException if an array is null
     */
    public static double[][] logisticLossHessian(double[] weights, double bias, double[] features,
            int[] labels, double decay) {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(labels, "labels");
        return Hessians.of(weights.length + 1, (direction, row) -> {
            LogisticLossHvp products = logisticLossHvp(weights, bias, features, labels, decay,
                    Arrays.copyOfRange(direction, 0, weights.length), direction[weights.length]);
            System.arraycopy(products.weights(), 0, row, 0, weights.length);
            row[weights.length] = products.bias();
        });
    }

    /**
     * What {@link Losses#softplus(double)} results in, and the adjoints of its scalar parameters.
     *
     * @param value the value
     * @param x the adjoint of {@code x}
     */
    public record SoftplusVjp(double value, double x) {
    }

    /**
     * What {@link Losses#wave(double, float)} results in, and the adjoints of its scalar parameters.
     *
     * @param value the value
     * @param x1 the adjoint of {@code x1}
     * @param x2 the adjoint of {@code x2}
     */
    public record WaveVjp(double value, double x1, double x2) {
    }

    /**
     * The value of {@link Losses#wave(double, float)} and its gradient.
     *
     * @param value the value
     * @param x1 the derivative with respect to {@code x1}
     * @param x2 the derivative with respect to {@code x2}
     */
    public record WaveGradient(double value, double x1, float x2) {
    }

    /**
     * The Hessian of {@link Losses#wave(double, float)} times a direction.
     *
     * @param x1 the derivative along the direction of the gradient's part for {@code x1}
     * @param x2 the derivative along the direction of the gradient's part for {@code x2}
     */
    public record WaveHvp(double x1, double x2) {
    }

    /**
     * What {@link Losses#logisticLoss(double[], double, double[], int[], double)} results in, and the
     * adjoints of its scalar parameters.
     *
     * @param value the value
     * @param bias the adjoint of {@code bias}
     */
    public record LogisticLossVjp(double value, double bias) {
    }

    /**
     * The value of {@link Losses#logisticLoss(double[], double, double[], int[], double)} and its
     * gradient.
     *
     * @param value the value
     * @param weights the derivative with respect to each element of {@code weights}
     * @param bias the derivative with respect to {@code bias}
     */
    public record LogisticLossGradient(double value, double[] weights, double bias) {
    }

    /**
     * The Hessian of {@link Losses#logisticLoss(double[], double, double[], int[], double)} times a
     * direction.
     *
     * @param weights the derivative along the direction of the gradient's part for {@code weights}
     * @param bias the derivative along the direction of the gradient's part for {@code bias}
     */
    public record LogisticLossHvp(double[] weights, double bias) {
    }
}
