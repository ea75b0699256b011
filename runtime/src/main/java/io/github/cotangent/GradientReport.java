package io.github.cotangent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a {@link GradientCheck} found.
 *
 * <p>{@link #toString} is the text for people: whether the check passed, the worst component, and every problem. The lists
 * cannot be modified.
 *
 * @param parameters the number of parameters {@code n}
 * @param results the number of results {@code m}
 * @param tolerance the largest relative error that passes
 * @param components every derivative that was compared with a central difference
 * @param problems everything else that is wrong, a sentence each: values that differ between modes, a dot-product identity
 *     that does not hold, …
 */
public record GradientReport(
        int parameters, int results, double tolerance, List<Component> components, List<String> problems) {

    private static final int LISTED = 9;

    /** Failures above the rest, and NaN, as {@link Double#compare} has it, above every other error. */
    private static final Comparator<Component> SEVERITY = Comparator.comparing(
                    (Component component) -> !component.passes())
            .thenComparingDouble(Component::relativeError);

    /** Where a derivative under test came from. */
    public enum Origin {
        /** A forward sweep. */
        JVP("forward mode, jvp"),
        /** A reverse sweep. */
        VJP("reverse mode, vjp"),
        /** A Hessian-vector product. */
        HVP("Hessian-vector product, hvp"),
        /** An array that the caller gave. */
        GIVEN("the given gradient");

        private final String text;

        Origin(String text) {
            this.text = text;
        }
    }

    /**
     * One element of a Jacobian, beside its central difference.
     *
     * @param result the place of the result, the row
     * @param parameter the place of the parameter, the column
     * @param origin where {@code derivative} came from
     * @param derivative the derivative under test
     * @param difference the central difference
     * @param uncertainty the estimated absolute error of {@code difference}
     * @param step the smallest step that {@code difference} was computed from
     * @param relativeError the distance of {@code derivative} from {@code difference}, relative to the larger of the two in
     *     magnitude, a scale that is raised by what {@code difference} may be off; NaN where one of them is not finite
     * @param problem why the component fails, empty if it passes
     */
    public record Component(
            int result,
            int parameter,
            Origin origin,
            double derivative,
            double difference,
            double uncertainty,
            double step,
            double relativeError,
            String problem) {

        /**
         * Tells whether the derivative agrees with the difference.
         *
         * @return whether there is no problem
         */
        public boolean passes() {
            return problem.isEmpty();
        }

        private String describe() {
            return String.format(
                    Locale.ROOT,
                    "∂y[%d]/∂x[%d] by %s: %s, central difference %s (± %.1e, step %.1e), relative error %.1e",
                    result,
                    parameter,
                    origin.text,
                    derivative,
                    difference,
                    uncertainty,
                    step,
                    relativeError);
        }
    }

    /**
     * Tells whether everything agrees.
     *
     * @return whether all components pass and there are no other problems
     */
    public boolean passes() {
        return problems.isEmpty() && components.stream().allMatch(Component::passes);
    }

    /**
     * Returns the component that fails worst, or, if none fails, the one with the largest relative error.
     *
     * @return the worst component, empty if none was compared
     */
    public Optional<Component> worst() {
        return components.stream().max(SEVERITY);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Gradient check %s: parameters %d, results %d, tolerance %.1e",
                passes() ? "passed" : "FAILED",
                parameters,
                results,
                tolerance));
        worst().ifPresent(worst -> append(text, "worst: ", worst));
        problems.forEach(problem -> text.append("\n  ").append(problem));
        List<Component> others = components.stream()
                .filter(component -> !component.passes())
                .sorted(SEVERITY.reversed())
                .skip(1)
                .toList();
        others.stream().limit(LISTED).forEach(component -> append(text, "", component));
        if (others.size() > LISTED) {
            text.append("\n  and ").append(others.size() - LISTED).append(" derivatives more");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String label, Component component) {
        text.append("\n  ").append(label).append(component.describe());
        if (!component.passes()) {
            text.append("\n    ").append(component.problem());
        }
    }
}
