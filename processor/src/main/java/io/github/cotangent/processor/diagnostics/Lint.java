package io.github.cotangent.processor.diagnostics;

/**
 * What the processor warns of: code that is differentiated as it stands, but whose derivative is likely not what was meant.
 * A template says what is odd and, after the semicolon, what to do about it.
 */
public enum Lint {
    UnusedParameter("%s does not influence the result, so the derivative by it is 0; use it, or declare it @Constant"),
    RoundedValue("the derivative of this is 0, whatever it is applied to depends on; make sure that no slope is meant"
            + " to pass through here"),
    EqualityBranch(
            "at the one point where this decides, the derivative is that of the code chosen, which may know nothing of"
                    + " the slope around; compare with < or >, or with a tolerance"),
    RootOfSquares("the derivative of this root is infinite or NaN where all the squares are 0; write Math.hypot(a, b)");

    /** What {@code @SuppressWarnings} silences all of them by. */
    public static final String ALL = "cotangent";

    private final String template;

    Lint(String template) {
        this.template = template;
    }

    /** The name under which it is documented. */
    public String id() {
        return name();
    }

    /** What {@code @SuppressWarnings} silences it by. */
    public String key() {
        return ALL + ":" + id();
    }

    public String text(Object... arguments) {
        return "[" + id() + "] " + template.formatted(arguments);
    }
}
