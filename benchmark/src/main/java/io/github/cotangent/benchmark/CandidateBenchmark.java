package io.github.cotangent.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One candidate on one problem at one size: a fork sees nothing else that could spoil its profile. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CandidateBenchmark {

    /** On what it is measured. */
    @Param
    public Instance instance;

    /** The size of the problem; 0 for the size that the table of ratios shows. */
    @Param("0")
    public int size;

    /** What is measured. */
    @Param
    public Candidate candidate;

    private Point<?, ?> point;

    /** Creates the benchmark; the harness does. */
    public CandidateBenchmark() {}

    /** Builds the problem and verifies the candidate. */
    @Setup
    public void prepare() {
        candidate.verify(instance.problem(size));
        point = new Point<>(instance.problem(size));
    }

    /**
     * Runs the candidate once.
     *
     * @return the value
     */
    @Benchmark
    public double run() {
        return candidate.run(point);
    }
}
