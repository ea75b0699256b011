package io.github.cotangent.benchmark;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.Formula;
import io.github.cotangent.benchmark.problem.GradientProblem;
import io.github.cotangent.benchmark.problem.Problem;
import java.util.Arrays;

/**
 * A problem at its point, with a direction and room for the results.
 *
 * @param <A> the arguments of the problem
 * @param <D> its derivative
 */
final class Point<A, D> {

    /** The cube root of the unit roundoff balances truncation and cancellation. */
    private static final double STEP = Math.cbrt(0x1p-53);

    private final Problem<A, D> problem;
    private final A arguments;
    private final A direction;
    private final D derivative;
    private final double[] parameters;
    private final double[] gradient;
    private final double[] tangent = new double[1];
    private final Workspace workspace = new Workspace();

    Point(Problem<A, D> problem) {
        this.problem = problem;
        this.arguments = problem.point();
        this.direction = problem.point();
        this.derivative = problem.derivative();
        this.parameters = joined(problem.numbers(arguments));
        this.gradient = new double[joined(problem.entries(derivative)).length];
        int i = 0;
        for (double[] numbers : problem.numbers(direction)) {
            for (int j = 0; j < numbers.length; j++) {
                numbers[j] = Math.cos(i++);
            }
        }
        for (double[] entries : problem.entries(derivative)) {
            Arrays.fill(entries, Double.NaN);
        }
        Arrays.fill(gradient, Double.NaN);
    }

    double value() {
        return problem.value(arguments);
    }

    /** The value at other parameters, laid end to end. */
    double valueAt(double[] x) {
        A other = problem.point();
        int at = 0;
        for (double[] numbers : problem.numbers(other)) {
            System.arraycopy(x, at, numbers, 0, numbers.length);
            at += numbers.length;
        }
        return problem.value(other);
    }

    double byHand() {
        return problem.byHand(arguments, derivative);
    }

    double generated() {
        return problem.generated(arguments, derivative);
    }

    /** By the generated code that takes arrays from a workspace; there for gradients. */
    @SuppressWarnings("unchecked")
    double generatedInWorkspace() {
        return ((GradientProblem<Object>) problem).generated(arguments, derivative, workspace);
    }

    /** The bytes that {@link #generatedInWorkspace} has left in the workspace. */
    long bytesHeld() {
        return workspace.bytesHeld();
    }

    double jvpByHand() {
        return keep(problem.jvpByHand(arguments, direction));
    }

    double jvpGenerated() {
        return keep(problem.jvpGenerated(arguments, direction));
    }

    private double keep(Dual dual) {
        tangent[0] = dual.tangent();
        return dual.value();
    }

    double library(Library library) {
        return library.gradient((Formula) problem, parameters, gradient);
    }

    double centralDifferences() {
        int at = 0;
        for (double[] numbers : problem.numbers(arguments)) {
            for (int i = 0; i < numbers.length; i++) {
                double here = numbers[i];
                double step = STEP * Math.max(1, Math.abs(here));
                numbers[i] = here + step;
                double above = value();
                numbers[i] = here - step;
                double below = value();
                numbers[i] = here;
                gradient[at++] = (above - below) / (2 * step);
            }
        }
        return value();
    }

    /** The parameters, laid end to end. */
    double[] parameters() {
        return parameters;
    }

    /** What {@link #byHand} or {@link #generated} has written, laid end to end. */
    double[] derivative() {
        return joined(problem.entries(derivative));
    }

    /** What a library or differences have written. */
    double[] gradient() {
        return gradient;
    }

    /** What a forward sweep has written. */
    double[] tangent() {
        return tangent;
    }

    double[] direction() {
        return joined(problem.numbers(direction));
    }

    private static double[] joined(double[][] arrays) {
        return Arrays.stream(arrays).flatMapToDouble(Arrays::stream).toArray();
    }

    /** A way to a gradient for functions in the arithmetic of a library. */
    @FunctionalInterface
    interface Library {

        double gradient(Formula formula, double[] x, double[] gradient);
    }
}
