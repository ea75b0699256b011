package io.github.cotangent.benchmark.jacobian;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.VectorFunction;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrossoverTest {

    static Stream<Arguments> functions() {
        return Crossover.functions().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void bothSweepsAreRight(String name, Map.Entry<VectorFunction, Integer> sized) {
        double[] x = new SplittableRandom(1).doubles(sized.getValue(), 0.1, 1).toArray();
        GradientCheck.of(sized.getKey(), x).assertPasses();
    }
}
