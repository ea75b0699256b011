package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.Optional;

/** A place that jumps lead to: behind a statement, to the next iteration of a loop, or to the end of a method. */
final class Target {

    private final String flag;
    private final String name;
    private final Optional<Type> type;

    private Target(String flag, String name, Optional<Type> type) {
        this.flag = flag;
        this.name = name;
        this.type = type;
    }

    /** A target whose jumps bring nothing; {@code flag} is what to call the variable that says whether one was taken. */
    static Target of(String flag) {
        return new Target(flag, "", Optional.empty());
    }

    /** A target whose jumps bring a value, if there is a type; the value may go without a name. */
    static Target of(String flag, String name, Optional<Type> type) {
        return new Target(flag, name, type);
    }

    Value newFlag() {
        return Value.named(Type.BOOLEAN, flag);
    }

    /** The type of the value that jumps to here bring. */
    Optional<Type> type() {
        return type;
    }

    /** What to call the value that a jump to here brings, empty where it has no name. */
    String name() {
        return name;
    }
}
