package io.github.cotangent.benchmark.gradbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The residuals of bundle adjustment. As all are alike, only the first are written, and how often they are repeated.
 *
 * @param projections one row for each observation
 * @param weights one for each observation
 */
record Residuals(double[][] projections, double[] weights) {

    @JsonValue
    Written written() {
        return new Written(
                new Projections(projections[0], projections.length), new Weights(weights[0], weights.length));
    }

    record Written(
            @JsonProperty("reproj_error") Projections projections,
            @JsonProperty("w_err") Weights weights) {}

    record Projections(double[] elements, int repeated) {}

    record Weights(double element, int repeated) {}
}
