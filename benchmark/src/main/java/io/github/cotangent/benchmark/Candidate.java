package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.analysis.differentiation.Gradient;

/** The ways to a gradient that are compared. */
enum Candidate {
    BY_HAND("by hand", "byHand", 1e-10) {
        @Override
        double gradient(Problem problem, double[] x, double[] gradient) {
            return problem.byHand(x, gradient);
        }
    },
    GENERATED("generated", "generated", 1e-10) {
        @Override
        double gradient(Problem problem, double[] x, double[] gradient) {
            return problem.generated(x, gradient);
        }
    },
    HIPPARCHUS("Hipparchus `Gradient`", "hipparchus", 1e-10) {
        @Override
        double gradient(Problem problem, double[] x, double[] gradient) {
            Gradient result = problem.hipparchus(variables(x));
            System.arraycopy(result.getGradient(), 0, gradient, 0, x.length);
            return result.getValue();
        }
    },
    CENTRAL_DIFFERENCES("central differences", "centralDifferences", 1e-3) {
        @Override
        double gradient(Problem problem, double[] x, double[] gradient) {
            for (int i = 0; i < x.length; i++) {
                double here = x[i];
                double step = STEP * Math.max(1, Math.abs(here));
                x[i] = here + step;
                double above = problem.value(x);
                x[i] = here - step;
                double below = problem.value(x);
                x[i] = here;
                gradient[i] = (above - below) / (2 * step);
            }
            return problem.value(x);
        }
    };

    /** The cube root of the unit roundoff balances truncation and cancellation. */
    private static final double STEP = Math.cbrt(0x1p-53);

    private final String title;
    private final String method;
    private final double tolerance;

    Candidate(String title, String method, double tolerance) {
        this.title = title;
        this.method = method;
        this.tolerance = tolerance;
    }

    /** Overwrites {@code gradient} and returns the value; {@code x} is as before in the end. */
    abstract double gradient(Problem problem, double[] x, double[] gradient);

    String title() {
        return title;
    }

    /** The method of {@link GradientBenchmark} that measures this. */
    String method() {
        return method;
    }

    /**
     * Compares value and gradient with the annotated method and the gradient by hand, so that nothing fast and wrong is timed.
     *
     * @throws IllegalStateException if the value or a component is further away than the tolerance, relative to itself, or to
     *     a millionth of the value or of the largest component where it is smaller than that
     */
    void verify(Problem problem) {
        double[] x = problem.parameters();
        double[] expected = new double[x.length];
        problem.byHand(x, expected);
        double[] actual = new double[x.length];
        Arrays.fill(actual, Double.NaN);
        double value = gradient(problem, x, actual);
        verify("the value", value, problem.value(x), 0);
        double largest = Arrays.stream(expected).map(Math::abs).reduce(Math.abs(value), Math::max);
        for (int i = 0; i < x.length; i++) {
            verify("component " + i, actual[i], expected[i], 1e-6 * largest);
        }
    }

    private void verify(String what, double actual, double expected, double scale) {
        double margin = tolerance * Math.max(Math.abs(expected), scale);
        if (!(Math.abs(actual - expected) <= margin)) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s, %s: %s instead of %s", title, what, actual, expected));
        }
    }

    private static Gradient[] variables(double[] x) {
        Gradient[] variables = new Gradient[x.length];
        Arrays.setAll(variables, i -> Gradient.variable(x.length, i, x[i]));
        return variables;
    }
}
