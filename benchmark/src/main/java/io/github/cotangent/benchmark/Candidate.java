package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.overloading.Finmath;
import io.github.cotangent.benchmark.overloading.Hipparchus;
import io.github.cotangent.benchmark.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is measured of a problem. */
public enum Candidate {
    /** The annotated method itself. */
    VALUE("value", Kind.VALUE, Point::value),
    /** Value and gradient by hand. */
    BY_HAND("by hand", Kind.REVERSE, Point::byHand),
    /** Value and gradient by generated code. */
    GENERATED("generated", Kind.REVERSE, Point::generated),
    /** Value and gradient by generated code, with a workspace. */
    GENERATED_IN_WORKSPACE("generated, with a workspace", Kind.REVERSE, Point::generatedInWorkspace),
    /** Value and tangent by hand. */
    JVP_BY_HAND("JVP by hand", Kind.FORWARD, Point::jvpByHand),
    /** Value and tangent by generated code. */
    JVP_GENERATED("JVP generated", Kind.FORWARD, Point::jvpGenerated),
    /** Value and gradient by the type for first derivatives of Hipparchus. */
    HIPPARCHUS_GRADIENT("Hipparchus `Gradient`", Kind.LIBRARY, point -> point.library(Hipparchus::gradient)),
    /** Value and gradient by the general type of Hipparchus. */
    HIPPARCHUS_STRUCTURE("`DerivativeStructure`", Kind.LIBRARY, point -> point.library(Hipparchus::structure)),
    /** Value and gradient by the adjoint differentiation of finmath. */
    FINMATH("finmath AAD", Kind.LIBRARY, point -> point.library(Finmath::gradient)),
    /** Value and gradient by two evaluations for each parameter. */
    CENTRAL_DIFFERENCES("central differences", Kind.DIFFERENCES, Point::centralDifferences);

    private final String title;
    private final Kind kind;
    private final ToDoubleFunction<Point<?, ?>> run;

    Candidate(String title, Kind kind, ToDoubleFunction<Point<?, ?>> run) {
        this.title = title;
        this.kind = kind;
        this.run = run;
    }

    /** Where a candidate writes, and how right it has to be. */
    private enum Kind {
        VALUE(1e-10, point -> new double[0]),
        REVERSE(1e-10, Point::derivative),
        FORWARD(1e-10, Point::tangent),
        LIBRARY(1e-10, Point::gradient),
        DIFFERENCES(1e-3, Point::gradient);

        private final double tolerance;
        private final Function<Point<?, ?>, double[]> written;

        Kind(double tolerance, Function<Point<?, ?>, double[]> written) {
            this.tolerance = tolerance;
            this.written = written;
        }
    }

    String title() {
        return title;
    }

    /** Whether this is something else than the function, generated code, or code by hand. */
    boolean isOther() {
        return kind == Kind.LIBRARY || kind == Kind.DIFFERENCES;
    }

    /** Writes the derivative where the point has room for it, and returns the value. */
    double run(Point<?, ?> point) {
        return run.applyAsDouble(point);
    }

    /** Returns what this writes at the point of a problem. */
    double[] derivative(Problem<?, ?> problem) {
        Point<?, ?> point = new Point<>(problem);
        run(point);
        return kind.written.apply(point);
    }

    /**
     * Compares value and derivative with the annotated method and the gradient by hand, so that nothing fast and wrong is timed.
     *
     * @throws IllegalStateException if the value or a component is further away than the tolerance, relative to itself, or to
     *     a millionth of the value or of the largest component where it is smaller than that; a tangent, relative to the sum
     *     of the sizes of its terms
     */
    void verify(Problem<?, ?> problem) {
        Point<?, ?> point = new Point<>(problem);
        double expectedValue = point.value();
        point.byHand();
        double[] gradient = point.derivative();
        double value = run(point);
        double[] actual = kind.written.apply(point);
        verify("the value", value, expectedValue, 0);
        if (kind == Kind.FORWARD) {
            verifyTangent(actual[0], gradient, point.direction());
            return;
        }
        double largest = Arrays.stream(gradient).map(Math::abs).reduce(Math.abs(value), Math::max);
        for (int i = 0; i < actual.length; i++) {
            verify("component " + i, actual[i], gradient[i], 1e-6 * largest);
        }
    }

    /** Of several results, the tangent is the sum: so are the rows of the Jacobian. */
    private void verifyTangent(double tangent, double[] gradient, double[] direction) {
        double expected = 0;
        double scale = 0;
        for (int i = 0; i < gradient.length; i++) {
            double term = gradient[i] * direction[i % direction.length];
            expected += term;
            scale += Math.abs(term);
        }
        verify("the tangent", tangent, expected, scale);
    }

    private void verify(String what, double actual, double expected, double scale) {
        double margin = kind.tolerance * Math.max(Math.abs(expected), scale);
        if (!(Math.abs(actual - expected) <= margin)) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s, %s: %s instead of %s", title, what, actual, expected));
        }
    }
}
