package io.github.cotangent.processor.fuzz;

/**
 * A thing that is not as it should be.
 *
 * @param family what is wrong, the same words for the same fault
 */
record Mismatch(String family, String detail) {

    @Override
    public String toString() {
        return family + ": " + detail;
    }
}
