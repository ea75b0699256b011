package golden;

import io.github.cotangent.Buffers;
import io.github.cotangent.Dual;
import io.github.cotangent.ScalarFunction;
import java.util.Arrays;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@link Models}.
 */
@Generated("io.github.cotangent.processor.DifferentiableProcessor")
public final class ModelsDerivatives {
    private ModelsDerivatives() {
    }

    /**
     * Returns the value of {@link Models#wave(double, double)} and its derivative along a direction, by
     * one forward sweep.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @param x1Dot the tangent of {@code x1}
     * @param x2Dot the tangent of {@code x2}
     * @return the value and its tangent
     */
    static Dual waveJvp(double x1, double x2, double x1Dot, double x2Dot) {
        double value = x1 * x2 + Math.sin(x1);
        double tangent = x1Dot * x2 + x1 * x2Dot + x1Dot * Math.cos(x1);
        return new Dual(value, tangent);
    }

    /**
     * Returns the value of {@link Models#wave(double, double)} and its gradient times a seed, by one
     * reverse sweep.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    static WaveVjp waveVjp(double x1, double x2, double seed) {
        double value = x1 * x2 + Math.sin(x1);
        double x1Bar = seed * Math.cos(x1);
        x1Bar += seed * x2;
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
    static WaveVjp waveVjpAdd(double x1, double x2, double seed) {
        return waveVjp(x1, x2, seed);
    }

    /**
     * Returns the value and the gradient of {@link Models#wave(double, double)}, by one reverse sweep.
     *
     * @param x1 as in {@code wave}
     * @param x2 as in {@code wave}
     * @return the value and the gradient
     */
    static WaveGradient waveGradient(double x1, double x2) {
        WaveVjp vjp = waveVjp(x1, x2, 1.0);
        return new WaveGradient(vjp.value(), vjp.x1(), vjp.x2());
    }

    /**
     * Returns {@link Models#wave(double, double)} as a function of one vector: {@code x1}, {@code x2}, in
     * this order.
     *
     * @return the function
     */
    static ScalarFunction waveFunction() {
        return new ScalarFunction() {
            @Override
            public double value(double[] x) {
                Buffers.checkLength("x", x, 2);
                return Models.wave(x[0], x[1]);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("direction", direction, 2);
                return waveJvp(x[0], x[1], direction[0], direction[1]);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("adjoint", adjoint, 2);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                WaveVjp vjp = waveVjp(x[0], x[1], seed);
                adjoint[0] = vjp.x1();
                adjoint[1] = vjp.x2();
                return vjp.value();
            }
        };
    }

    /**
     * Returns the value of {@link Models#logistic(double)} and its derivative along a direction, by one
     * forward sweep.
     *
     * @param x as in {@code logistic}
     * @param xDot the tangent of {@code x}
     * @return the value and its tangent
     */
    public static Dual logisticJvp(double x, double xDot) {
        // return 1 / (1 + Math.exp(-x));
        double exp = Math.exp(-x);
        double value = 1.0 / (1.0 + exp);
        double tangent = xDot * exp * value * value;
        return new Dual(value, tangent);
    }

    /**
     * Returns the value of {@link Models#logistic(double)} and its gradient times a seed, by one reverse
     * sweep.
     *
     * @param x as in {@code logistic}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    public static LogisticVjp logisticVjp(double x, double seed) {
        // return 1 / (1 + Math.exp(-x));
        double exp = Math.exp(-x);
        double value = 1.0 / (1.0 + exp);
        double xBar = seed * value * value * exp;
        return new LogisticVjp(value, xBar);
    }

    /**
     * Does the same as {@code logisticVjp}: there is no buffer to add to.
     *
     * @param x as in {@code logistic}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    public static LogisticVjp logisticVjpAdd(double x, double seed) {
        return logisticVjp(x, seed);
    }

    /**
     * Returns the gradient of {@link Models#logistic(double)}, by one reverse sweep.
     *
     * @param x as in {@code logistic}
     * @return the derivative with respect to {@code x}
     */
    public static double logisticGradient(double x) {
        return logisticVjp(x, 1.0).x();
    }

    /**
     * Returns {@link Models#logistic(double)} as a function of one vector: {@code x}, in this order.
     *
     * @return the function
     */
    public static ScalarFunction logisticFunction() {
        return new ScalarFunction() {
            @Override
            public double value(double[] x) {
                Buffers.checkLength("x", x, 1);
                return Models.logistic(x[0]);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Buffers.checkLength("x", x, 1);
                Buffers.checkLength("direction", direction, 1);
                return logisticJvp(x[0], direction[0]);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Buffers.checkLength("x", x, 1);
                Buffers.checkLength("adjoint", adjoint, 1);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                LogisticVjp vjp = logisticVjp(x[0], seed);
                adjoint[0] = vjp.x();
                return vjp.value();
            }
        };
    }

    /**
     * Returns the value of {@link Models#energy(double[], double[], int)} and its derivative along a
     * direction, by one forward sweep.
     *
     * @param x as in {@code energy}
     * @param weights as in {@code energy}, held constant
     * @param repetitions as in {@code energy}, held constant
     * @param xDot the tangent of {@code x}, of the same length
     * @return the value and its tangent
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length
     */
    static Dual energyJvp(double[] x, double[] weights, int repetitions, double[] xDot) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(weights, "weights");
        Buffers.checkLength("xDot", xDot, x.length);
        double sum = 0.0;
        double sumDot = 0.0;
        for (int k = 0; k < repetitions; k++) {
            for (int i = 0; i < x.length; i++) {
                // double term = weights[i] * x[i];
                double weightsI = weights[i];
                double term = weightsI * x[i];
                double termDot = weightsI * xDot[i];
                sum += term * term;
                sumDot += 2.0 * term * termDot;
            }
        }
        return new Dual(sum, sumDot);
    }

    /**
     * Overwrites buffers with the gradient of {@link Models#energy(double[], double[], int)} times a seed,
     * by one reverse sweep.
     *
     * @param x as in {@code energy}
     * @param weights as in {@code energy}, held constant
     * @param repetitions as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar overwritten with the adjoint of {@code x}, of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyVjp(double[] x, double[] weights, int repetitions, double seed,
            double[] xBar) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(weights, "weights");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        Buffers.checkDistinct("xBar", xBar, "weights", weights);
        Arrays.fill(xBar, 0.0);
        return energyReverse(x, weights, repetitions, seed, xBar);
    }

    /**
     * Adds the gradient of {@link Models#energy(double[], double[], int)} times a seed to buffers, by one
     * reverse sweep.
     *
     * @param x as in {@code energy}
     * @param weights as in {@code energy}, held constant
     * @param repetitions as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyVjpAdd(double[] x, double[] weights, int repetitions, double seed,
            double[] xBar) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(weights, "weights");
        Buffers.checkLength("xBar", xBar, x.length);
        Buffers.checkDistinct("xBar", xBar, "x", x);
        Buffers.checkDistinct("xBar", xBar, "weights", weights);
        return energyReverse(x, weights, repetitions, seed, xBar);
    }

    /**
     * The reverse sweep of {@link Models#energy(double[], double[], int)}, of arguments that are known to
     * be sound.
     *
     * @param x as in {@code energy}
     * @param weights as in {@code energy}, held constant
     * @param repetitions as in {@code energy}, held constant
     * @param seed the sensitivity of something to the value
     * @param xBar the adjoint of {@code x} is added to it; of the same length
     * @return the value
     */
    private static double energyReverse(double[] x, double[] weights, int repetitions, double seed,
            double[] xBar) {
        double sum = 0.0;
        for (int k = 0; k < repetitions; k++) {
            for (int i = 0; i < x.length; i++) {
                double term = weights[i] * x[i];
                sum += term * term;
            }
            for (int i = x.length - 1; i >= 0; i--) {
                // sum += term * term;
                double weightsI = weights[i];
                double term = weightsI * x[i];
                double termBar = 2.0 * term * seed;
                // double term = weights[i] * x[i];
                xBar[i] += weightsI * termBar;
            }
        }
        return sum;
    }

    /**
     * Returns the gradient of {@link Models#energy(double[], double[], int)}, by one reverse sweep.
     *
     * @param x as in {@code energy}
     * @param weights as in {@code energy}, held constant
     * @param repetitions as in {@code energy}, held constant
     * @return a new array of the length of {@code x}, the derivative with respect to each element
     * @throws NullPointerException if an array is null
     */
    static double[] energyGradient(double[] x, double[] weights, int repetitions) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(weights, "weights");
        double[] xBar = new double[x.length];
        energyReverse(x, weights, repetitions, 1.0, xBar);
        return xBar;
    }

    /**
     * Overwrites an array with the gradient of {@link Models#energy(double[], double[], int)}, by one
     * reverse sweep.
     *
     * @param x as in {@code energy}
     * @param weights as in {@code energy}, held constant
     * @param repetitions as in {@code energy}, held constant
     * @param gradient overwritten with the gradient, of the length of {@code x}
     * @return the value
     * @throws NullPointerException if an array is null
     * @throws IllegalArgumentException if an array has a wrong length, or one to be written is also to be
     *     read; nothing has been written then
     */
    static double energyValueAndGradient(double[] x, double[] weights, int repetitions,
            double[] gradient) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(weights, "weights");
        Buffers.checkLength("gradient", gradient, x.length);
        Buffers.checkDistinct("gradient", gradient, "x", x);
        Buffers.checkDistinct("gradient", gradient, "weights", weights);
        Arrays.fill(gradient, 0.0);
        return energyReverse(x, weights, repetitions, 1.0, gradient);
    }

    /**
     * Returns {@link Models#energy(double[], double[], int)} as a function of one vector: {@code x}.
     *
     * @param weights as in {@code energy}, held constant
     * @param repetitions as in {@code energy}, held constant
     * @return the function; it reads the arrays given here, and does not copy them
     * @throws NullPointerException if an array is null
     */
    static ScalarFunction energyFunction(double[] weights, int repetitions) {
        Objects.requireNonNull(weights, "weights");
        return new ScalarFunction() {
            @Override
            public double value(double[] x) {
                return Models.energy(x, weights, repetitions);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("direction", direction, x.length);
                return energyJvp(x, weights, repetitions, direction);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Objects.requireNonNull(x, "x");
                Buffers.checkLength("adjoint", adjoint, x.length);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                Buffers.checkDistinct("adjoint", adjoint, "weights", weights);
                Arrays.fill(adjoint, 0.0);
                return energyReverse(x, weights, repetitions, seed, adjoint);
            }
        };
    }

    /**
     * Returns the value of {@link Models#newton(double, float)} and its derivative along a direction, by
     * one forward sweep.
     *
     * @param a as in {@code newton}
     * @param start as in {@code newton}
     * @param aDot the tangent of {@code a}
     * @param startDot the tangent of {@code start}
     * @return the value and its tangent
     */
    static Dual newtonJvp(double a, float start, double aDot, double startDot) {
        double x = start;
        double xDot = startDot;
        while (Math.abs(x * x - a) > 1.0E-12) {
            if (x > 10.0) {
                x /= 2.0;
                xDot /= 2.0;
            } else {
                // x = 0.5 * (x + a / x);
                double quotient = a / x;
                double quotient2 = aDot / x;
                double quotient3 = xDot / x;
                x = 0.5 * (x + quotient);
                xDot = 0.5 * (xDot + (quotient2 - quotient3 * quotient));
            }
        }
        return new Dual(x, xDot);
    }

    /**
     * Returns the value of {@link Models#newton(double, float)} and its gradient times a seed, by one
     * reverse sweep.
     *
     * @param a as in {@code newton}
     * @param start as in {@code newton}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    static NewtonVjp newtonVjp(double a, float start, double seed) {
        double x = start;
        double[] xSaved = new double[16];
        double[] saved = new double[16];
        int trips = 0;
        while (Math.abs(x * x - a) > 1.0E-12) {
            xSaved = Buffers.grow(xSaved, trips);
            saved = Buffers.grow(saved, trips);
            xSaved[trips] = x;
            double quotient;
            if (x > 10.0) {
                x /= 2.0;
                quotient = 0.0;
            } else {
                // x = 0.5 * (x + a / x);
                quotient = a / x;
                x = 0.5 * (x + quotient);
            }
            saved[trips] = quotient;
            trips++;
        }
        double xBar = seed;
        double aBar = 0.0;
        for (int iteration = trips - 1; iteration >= 0; iteration--) {
            // if (x > 10)
            double x2 = xSaved[iteration];
            double element = saved[iteration];
            if (x2 > 10.0) {
                // x = x / 2;
                xBar /= 2.0;
            } else {
                // x = 0.5 * (x + a / x);
                double product = 0.5 * xBar;
                double quotient = product / x2;
                aBar += quotient;
                xBar = product - quotient * element;
            }
        }
        return new NewtonVjp(x, aBar, xBar);
    }

    /**
     * Does the same as {@code newtonVjp}: there is no buffer to add to.
     *
     * @param a as in {@code newton}
     * @param start as in {@code newton}
     * @param seed the sensitivity of something to the value; 1 for the gradient itself
     * @return the value, and the adjoints of the scalar parameters
     */
    static NewtonVjp newtonVjpAdd(double a, float start, double seed) {
        return newtonVjp(a, start, seed);
    }

    /**
     * Returns the value and the gradient of {@link Models#newton(double, float)}, by one reverse sweep.
     *
     * @param a as in {@code newton}
     * @param start as in {@code newton}
     * @return the value and the gradient
     */
    static NewtonGradient newtonGradient(double a, float start) {
        NewtonVjp vjp = newtonVjp(a, start, 1.0);
        return new NewtonGradient(vjp.value(), vjp.a(), (float) vjp.start());
    }

    /**
     * Returns {@link Models#newton(double, float)} as a function of one vector: {@code a}, {@code start},
     * in this order.
     *
     * @return the function
     */
    static ScalarFunction newtonFunction() {
        return new ScalarFunction() {
            @Override
            public double value(double[] x) {
                Buffers.checkLength("x", x, 2);
                return Models.newton(x[0], (float) x[1]);
            }

            @Override
            public Dual jvp(double[] x, double[] direction) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("direction", direction, 2);
                return newtonJvp(x[0], (float) x[1], direction[0], direction[1]);
            }

            @Override
            public double vjp(double[] x, double seed, double[] adjoint) {
                Buffers.checkLength("x", x, 2);
                Buffers.checkLength("adjoint", adjoint, 2);
                Buffers.checkDistinct("adjoint", adjoint, "x", x);
                NewtonVjp vjp = newtonVjp(x[0], (float) x[1], seed);
                adjoint[0] = vjp.a();
                adjoint[1] = vjp.start();
                return vjp.value();
            }
        };
    }

    /**
     * What {@link Models#wave(double, double)} results in, and the adjoints of its scalar parameters.
     *
     * @param value the value
     * @param x1 the adjoint of {@code x1}
     * @param x2 the adjoint of {@code x2}
     */
    record WaveVjp(double value, double x1, double x2) {
    }

    /**
     * The value of {@link Models#wave(double, double)} and its gradient.
     *
     * @param value the value
     * @param x1 the derivative with respect to {@code x1}
     * @param x2 the derivative with respect to {@code x2}
     */
    record WaveGradient(double value, double x1, double x2) {
    }

    /**
     * What {@link Models#logistic(double)} results in, and the adjoints of its scalar parameters.
     *
     * @param value the value
     * @param x the adjoint of {@code x}
     */
    public record LogisticVjp(double value, double x) {
    }

    /**
     * What {@link Models#newton(double, float)} results in, and the adjoints of its scalar parameters.
     *
     * @param value the value
     * @param a the adjoint of {@code a}
     * @param start the adjoint of {@code start}
     */
    record NewtonVjp(double value, double a, double start) {
    }

    /**
     * The value of {@link Models#newton(double, float)} and its gradient.
     *
     * @param value the value
     * @param a the derivative with respect to {@code a}
     * @param start the derivative with respect to {@code start}
     */
    record NewtonGradient(double value, double a, float start) {
    }
}
