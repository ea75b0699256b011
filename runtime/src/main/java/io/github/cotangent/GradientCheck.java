package io.github.cotangent;

import io.github.cotangent.GradientReport.Component;
import io.github.cotangent.GradientReport.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Checks derivatives against central differences, and forward against reverse mode; one line in a test.
 *
 * <pre>{@code
 * GradientCheck.of(ModelsDerivatives.waveFunction(), 3, 4).assertPasses();
 * }</pre>
 *
 * <p>Every element of the Jacobian, by forward and by reverse mode, is compared with a central difference whose step is
 * chosen for that element. It passes if the distance is within {@code tolerance} of the larger of the two; a difference that
 * is less certain than that, because a large value leaves few digits for it, widens the scale by as much as it must. Where a
 * difference does not settle at all, the element fails, and the report says whether there is a kink. Beside that are checked:
 *
 * <ul>
 *   <li>the identity {@code ⟨ȳ, J·v⟩ = ⟨Jᵀ·ȳ, v⟩} for random {@code v} and {@code ȳ}, to a thousandth of the tolerance;
 *   <li>that all modes return, bit for bit, the value of the function;
 *   <li>that buffers are overwritten, parameters left alone, and repeated calls give the same;
 *   <li>that a pullback agrees with {@code vjp}, and can be applied again.
 * </ul>
 *
 * <p>The cost is about 20 to 60 evaluations per parameter, and a sweep per parameter and per result. Instances are immutable.
 */
public final class GradientCheck {

    private static final double DEFAULT_TOLERANCE = 1e-6;
    private static final double DOUBLE_PRECISION = 0x1p-52;
    private static final long DEFAULT_SEED = 1;

    /** Estimated errors of differences are believed up to this factor. */
    private static final double SAFETY = 10;

    private final VectorFunction function;
    private final double[] x;
    private final List<Origin> origins;
    private final double tolerance;
    private final double precision;
    private final long seed;

    private GradientCheck(
            VectorFunction function, double[] x, List<Origin> origins, double tolerance, double precision, long seed) {
        this.function = function;
        this.x = x;
        this.origins = origins;
        this.tolerance = tolerance;
        this.precision = precision;
        this.seed = seed;
    }

    /**
     * Prepares the check of a scalar function at a point.
     *
     * @param function the function
     * @param x the parameters, of length {@code n}, all finite; copied
     * @return the check, yet to be run
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if an element of {@code x} is infinite or NaN
     */
    public static GradientCheck of(ScalarFunction function, double... x) {
        Objects.requireNonNull(function, "function");
        return at(new OneResult(function), x, List.of(Origin.JVP, Origin.VJP));
    }

    /**
     * Prepares the check of a vector-valued function at a point.
     *
     * @param function the function
     * @param x the parameters, of length {@code n}, all finite; copied
     * @return the check, yet to be run
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if an element of {@code x} is infinite or NaN
     */
    public static GradientCheck of(VectorFunction function, double... x) {
        Objects.requireNonNull(function, "function");
        return at(function, x, List.of(Origin.JVP, Origin.VJP));
    }

    /**
     * Prepares the check of second derivatives at a point, against central differences of the gradient.
     *
     * <p>In the report, {@code y} is the gradient and {@code J} the Hessian. The dot-product identity is that of a symmetric
     * matrix, {@code ⟨u, H·v⟩ = ⟨H·u, v⟩}: {@code jvp} and {@code vjp} both mean {@link TwiceDifferentiableFunction#hvp}. The
     * gradient itself is taken for right; {@link #of(ScalarFunction, double...)} checks it.
     *
     * @param function the function
     * @param x the parameters, of length {@code n}, all finite; copied
     * @return the check, yet to be run
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if an element of {@code x} is infinite or NaN
     */
    public static GradientCheck secondOrder(TwiceDifferentiableFunction function, double... x) {
        Objects.requireNonNull(function, "function");
        return at(new GradientOf(function), x, List.of(Origin.HVP));
    }

    /**
     * Prepares the check of a gradient from anywhere against the function that it should be the gradient of.
     *
     * @param value the function, which must leave its argument unchanged
     * @param x the parameters, of length {@code n}, all finite; copied
     * @param gradient the gradient at {@code x} to be checked, of length {@code n}; copied
     * @return the check, yet to be run
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if an element of {@code x} is infinite or NaN, or {@code gradient} has another length
     */
    public static GradientCheck gradient(ToDoubleFunction<double[]> value, double[] x, double[] gradient) {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(x, "x");
        Buffers.checkLength("gradient", gradient, x.length);
        return at(new GivenGradient(value, gradient.clone()), x, List.of(Origin.GIVEN));
    }

    private static GradientCheck at(VectorFunction function, double[] x, List<Origin> origins) {
        Objects.requireNonNull(x, "x");
        for (int j = 0; j < x.length; j++) {
            if (!Double.isFinite(x[j])) {
                throw new IllegalArgumentException("x[" + j + "] is " + x[j] + ", expected a finite number");
            }
        }
        return new GradientCheck(function, x.clone(), origins, DEFAULT_TOLERANCE, DOUBLE_PRECISION, DEFAULT_SEED);
    }

    /**
     * Returns this check with another tolerance.
     *
     * @param tolerance the largest relative error that passes, more than 0; 1e-6 unless set
     * @return the check, yet to be run
     * @throws IllegalArgumentException if {@code tolerance} is not a positive finite number
     */
    public GradientCheck tolerance(double tolerance) {
        if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected more than 0 and finite");
        }
        return new GradientCheck(function, x, origins, tolerance, precision, seed);
    }

    /**
     * Returns this check for a function whose values are less precise than a {@code double}.
     *
     * <p>A function that computes in {@code float} is checked with {@code tolerance(1e-3).precision(1e-7)}.
     *
     * @param precision the relative error of values, at least 2⁻⁵², which it is unless set, and less than 1
     * @return the check, yet to be run
     * @throws IllegalArgumentException if {@code precision} is out of range
     */
    public GradientCheck precision(double precision) {
        if (!(precision >= DOUBLE_PRECISION && precision < 1)) {
            throw new IllegalArgumentException(
                    "precision is " + precision + ", expected 2^-52 or more and less than 1");
        }
        return new GradientCheck(function, x, origins, tolerance, precision, seed);
    }

    /**
     * Returns this check with another seed of the random directions.
     *
     * @param seed the seed; equal seeds give equal directions
     * @return the check, yet to be run
     */
    public GradientCheck seed(long seed) {
        return new GradientCheck(function, x, origins, tolerance, precision, seed);
    }

    /**
     * Runs the check and fails if anything does not agree.
     *
     * @throws AssertionError if the check does not pass; its message is the report
     */
    public void assertPasses() {
        GradientReport report = report();
        if (!report.passes()) {
            throw new AssertionError(report.toString());
        }
    }

    /**
     * Runs the check.
     *
     * @return what was found
     */
    public GradientReport report() {
        double[] value = function.value(x.clone());
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < value.length; i++) {
            if (!Double.isFinite(value[i])) {
                problems.add("y[" + i + "] is " + value[i] + " at this x: nothing to compare; check at another x");
            }
        }
        if (!problems.isEmpty()) {
            return new GradientReport(x.length, value.length, tolerance, List.of(), List.copyOf(problems));
        }
        boolean bothModes = !origins.contains(Origin.GIVEN);
        Sweeps sweeps = new Sweeps(function, x, value, problems);
        sweeps.checkValue();
        if (bothModes) {
            SplittableRandom random = new SplittableRandom(seed);
            sweeps.checkJvp(random);
            sweeps.checkVjp(random);
            sweeps.checkDotProduct(random, tolerance / 1000);
            sweeps.checkPullback(random, tolerance / 1000);
        }
        return new GradientReport(x.length, value.length, tolerance, components(sweeps, value), List.copyOf(problems));
    }

    private List<Component> components(Sweeps sweeps, double[] value) {
        double[][][] jacobians = origins.stream().map(sweeps::jacobian).toArray(double[][][]::new);
        List<Component> components = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            CentralDifferences.Estimate[] column = CentralDifferences.column(function::value, x, j, value, precision);
            for (int i = 0; i < value.length; i++) {
                for (int k = 0; k < jacobians.length; k++) {
                    components.add(compare(i, j, origins.get(k), jacobians[k][i][j], column[i]));
                }
            }
        }
        return List.copyOf(components);
    }

    private Component compare(
            int result, int parameter, Origin origin, double derivative, CentralDifferences.Estimate estimate) {
        double difference = estimate.slope();
        double margin = SAFETY * estimate.uncertainty();
        double larger = Math.max(Math.abs(derivative), Math.abs(difference));
        boolean settled = margin <= tolerance * Math.max(larger, estimate.scale());
        double error = Math.abs(derivative - difference);
        double relativeError = error == 0 ? 0 : error / (settled ? larger + margin / tolerance : larger);
        String problem = "";
        if (Double.isNaN(difference)) {
            problem = "the value is not finite on both sides of x[" + parameter + "] = " + x[parameter]
                    + ": check away from the edge of the domain";
        } else if (!Double.isFinite(derivative)) {
            problem = "the derivative is not finite";
        } else if (!settled) {
            problem = "the central difference does not settle";
        } else if (relativeError > tolerance) {
            problem = "the two do not agree";
        }
        if (!problem.isEmpty() && estimate.kink() != null) {
            problem += "; the slopes beside x[" + parameter + "] = " + x[parameter] + " stay apart, "
                    + estimate.kink().left() + " to the left and "
                    + estimate.kink().right()
                    + " to the right: a kink, a jump, or values of low precision; check at another x";
        }
        return new Component(
                result,
                parameter,
                origin,
                derivative,
                difference,
                estimate.uncertainty(),
                estimate.step(),
                relativeError,
                problem);
    }

    /** A scalar function as a vector-valued one, with {@code m = 1}. */
    private record OneResult(ScalarFunction function) implements VectorFunction {

        @Override
        public double[] value(double[] x) {
            return new double[] {function.value(x)};
        }

        @Override
        public double[] jvp(double[] x, double[] direction, double[] tangent) {
            Dual dual = function.jvp(x, direction);
            tangent[0] = dual.tangent();
            return new double[] {dual.value()};
        }

        @Override
        public double[] vjp(double[] x, double[] seed, double[] adjoint) {
            return new double[] {function.vjp(x, seed[0], adjoint)};
        }
    }

    /** A function and what is said to be its gradient at the one point of the check. */
    private record GivenGradient(ToDoubleFunction<double[]> function, double[] gradient) implements VectorFunction {

        @Override
        public double[] value(double[] x) {
            return new double[] {function.applyAsDouble(x)};
        }

        @Override
        public double[] jvp(double[] x, double[] direction, double[] tangent) {
            tangent[0] = 0;
            for (int j = 0; j < x.length; j++) {
                tangent[0] += gradient[j] * direction[j];
            }
            return value(x);
        }

        @Override
        public double[] vjp(double[] x, double[] seed, double[] adjoint) {
            Arrays.setAll(adjoint, j -> seed[0] * gradient[j]);
            return value(x);
        }
    }
}
