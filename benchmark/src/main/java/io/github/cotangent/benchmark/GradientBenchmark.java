package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.problem.Problem;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The value of a problem, and value and gradient by every candidate, at one point. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GradientBenchmark {

    /** What is measured. */
    @Param
    public Instance instance;

    private Problem problem;
    private double[] x;
    private double[] gradient;

    /** Creates the benchmark; the harness does. */
    public GradientBenchmark() {}

    /**
     * Builds the problem, and verifies the candidates by hand and by generated code, and the one that is measured.
     *
     * @param benchmark tells which method is measured
     */
    @Setup
    public void prepare(BenchmarkParams benchmark) {
        problem = instance.problem();
        x = problem.parameters();
        gradient = new double[x.length];
        for (Candidate candidate : Candidate.values()) {
            boolean measured = benchmark.getBenchmark().endsWith("." + candidate.method());
            if (measured || candidate == Candidate.BY_HAND || candidate == Candidate.GENERATED) {
                candidate.verify(problem);
            }
        }
    }

    /**
     * The annotated method itself.
     *
     * @return the value
     */
    @Benchmark
    public double value() {
        return problem.value(x);
    }

    /**
     * The gradient written by hand.
     *
     * @return the value
     */
    @Benchmark
    public double byHand() {
        return Candidate.BY_HAND.gradient(problem, x, gradient);
    }

    /**
     * The generated gradient.
     *
     * @return the value
     */
    @Benchmark
    public double generated() {
        return Candidate.GENERATED.gradient(problem, x, gradient);
    }

    /**
     * The gradient by Hipparchus.
     *
     * @return the value
     */
    @Benchmark
    public double hipparchus() {
        return Candidate.HIPPARCHUS.gradient(problem, x, gradient);
    }

    /**
     * The gradient by central differences.
     *
     * @return the value
     */
    @Benchmark
    public double centralDifferences() {
        return Candidate.CENTRAL_DIFFERENCES.gradient(problem, x, gradient);
    }
}
