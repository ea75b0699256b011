package io.github.cotangent.benchmark.gradbench;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cotangent.benchmark.lstm.Lstm;
import io.github.cotangent.benchmark.lstm.LstmDerivatives;
import java.util.Arrays;

/** The parameters, the initial state and the characters of the recurrent network, each laid end to end. */
record Characters(double[] main, double[] extra, double[] state, double[] sequence) {

    @JsonCreator
    static Characters of(
            @JsonProperty("main_params") double[][] main,
            @JsonProperty("extra_params") double[][] extra,
            @JsonProperty("state") double[][] state,
            @JsonProperty("sequence") double[][] sequence) {
        return new Characters(flat(main), flat(extra), flat(state), flat(sequence));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    double loss() {
        return Lstm.loss(main, extra, state, sequence);
    }

    /** The gradient by the parameters, those of the layers before those of input and output. */
    double[] gradient() {
        LstmDerivatives.LossGradient gradient = LstmDerivatives.lossGradient(main, extra, state, sequence);
        double[] joined = Arrays.copyOf(gradient.main(), main.length + extra.length);
        System.arraycopy(gradient.extra(), 0, joined, main.length, extra.length);
        return joined;
    }
}
