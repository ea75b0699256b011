package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown by an interpreter where the function throws an exception. */
public final class Thrown extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String exception;

    Thrown(String exception, List<Object> arguments) {
        super(arguments.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        this.exception = exception;
    }

    /** The class of the function's exception. */
    public String exception() {
        return exception;
    }
}
