package io.github.cotangent.processor.diagnostics;

/**
 * Where a piece of code stands in the user's source.
 *
 * @param line the line, counted from 1; 0 for code that no source line stands for
 * @param text the source text of the statement, on one line; empty where there is none
 */
public record Position(long line, String text) {

    /** The position of code that the transformation invented. */
    public static final Position NONE = new Position(0, "");

    public boolean isKnown() {
        return line > 0;
    }
}
