package io.github.cotangent.processor.frontend.lower;

/** A place that jumps lead to: behind a statement, to the next iteration of a loop, or to the end of a method. */
final class Target {

    private final String flag;
    private final String result;

    private Target(String flag, String result) {
        this.flag = flag;
        this.result = result;
    }

    static Target of(String flag) {
        return new Target(flag, "");
    }

    /** A target that jumps carry a value to, of the given name. */
    static Target withResult(String flag, String result) {
        return new Target(flag, result);
    }

    /** What to call the variable that says whether a jump to here was taken. */
    String flag() {
        return flag;
    }

    /** What to call the value that a jump to here brings, empty where it has no name. */
    String result() {
        return result;
    }
}
