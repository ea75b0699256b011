package io.github.cotangent.benchmark.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.benchmark.problem.AdbenchFile;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class LstmTest {

    /** What the reference implementation of ADBench in C++ returns for this file. */
    private static final double BY_ADBENCH = 0.66666517955885218;

    private static final DoubleUnaryOperator SIGMOID = x -> 1 / (1 + Math.exp(-x));

    @Test
    void agreesWithTheReferenceOfAdbench() {
        LstmProblem problem = LstmProblem.read("lstm_l2_c1024.txt");
        assertThat(problem.value(problem.point())).isCloseTo(BY_ADBENCH, within(1e-13));
    }

    @Test
    void gradientByHandAgreesWithTheReferenceOfAdbench() {
        LstmProblem problem = LstmProblem.read("lstm_l2_c1024.txt");
        LstmProblem.Weights bar = problem.point();
        problem.byHand(problem.point(), bar);
        double[] gradient = Arrays.stream(problem.numbers(bar))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertThat(Arrays.stream(gradient).sum()).isCloseTo(-0.03819500097334208, within(1e-13));
        assertThat(Arrays.stream(gradient).map(g -> g * g).sum()).isCloseTo(0.0089759291059927429, within(1e-13));
    }

    @Test
    void isTheRecurrenceInVectorNotation() {
        AdbenchFile file = AdbenchFile.open("lstm_l2_c1024.txt");
        int layers = file.nextInt();
        int count = file.nextInt();
        int b = file.nextInt();
        double[] main = file.nextDoubles(8 * b * layers);
        double[] extra = file.nextDoubles(3 * b);
        double[] initial = file.nextDoubles(2 * b * layers);
        double[] characters = file.nextDoubles(count * b);

        RealVector[] hidden = new RealVector[layers];
        RealVector[] cell = new RealVector[layers];
        for (int layer = 0; layer < layers; layer++) {
            hidden[layer] = block(initial, b, 2 * layer);
            cell[layer] = block(initial, b, 2 * layer + 1);
        }
        double total = 0;
        for (int t = 0; t < count - 1; t++) {
            RealVector signal = block(characters, b, t).ebeMultiply(block(extra, b, 0));
            for (int layer = 0; layer < layers; layer++) {
                RealVector forget = gate(main, b, layer, 0, signal).map(SIGMOID::applyAsDouble);
                RealVector in = gate(main, b, layer, 1, hidden[layer]).map(SIGMOID::applyAsDouble);
                RealVector out = gate(main, b, layer, 2, signal).map(SIGMOID::applyAsDouble);
                RealVector change = gate(main, b, layer, 3, hidden[layer]).map(Math::tanh);
                cell[layer] = cell[layer].ebeMultiply(forget).add(in.ebeMultiply(change));
                hidden[layer] = out.ebeMultiply(cell[layer].map(Math::tanh));
                signal = hidden[layer];
            }
            RealVector output = signal.ebeMultiply(block(extra, b, 1)).add(block(extra, b, 2));
            double normaliser =
                    Math.log(2 + Arrays.stream(output.toArray()).map(Math::exp).sum());
            total += block(characters, b, t + 1).dotProduct(output.mapSubtract(normaliser));
        }
        double expected = -total / ((count - 1) * b);
        assertThat(Lstm.loss(main, extra, initial, characters)).isCloseTo(expected, within(1e-13));
    }

    private static RealVector gate(double[] main, int b, int layer, int gate, RealVector signal) {
        return signal.ebeMultiply(block(main, b, 8 * layer + gate)).add(block(main, b, 8 * layer + 4 + gate));
    }

    private static RealVector block(double[] numbers, int b, int index) {
        return new ArrayRealVector(Arrays.copyOfRange(numbers, index * b, (index + 1) * b));
    }
}
