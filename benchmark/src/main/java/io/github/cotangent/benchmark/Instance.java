package io.github.cotangent.benchmark;

import static io.github.cotangent.benchmark.Candidate.CENTRAL_DIFFERENCES;
import static io.github.cotangent.benchmark.Candidate.FINMATH;
import static io.github.cotangent.benchmark.Candidate.GENERATED_IN_WORKSPACE;
import static io.github.cotangent.benchmark.Candidate.HIPPARCHUS_GRADIENT;
import static io.github.cotangent.benchmark.Candidate.HIPPARCHUS_STRUCTURE;

import io.github.cotangent.benchmark.ba.BaProblem;
import io.github.cotangent.benchmark.blackscholes.BlackScholesProblem;
import io.github.cotangent.benchmark.cholesky.CholeskyProblem;
import io.github.cotangent.benchmark.gmm.GmmProblem;
import io.github.cotangent.benchmark.logsumexp.LogSumExpProblem;
import io.github.cotangent.benchmark.lorenz.LorenzProblem;
import io.github.cotangent.benchmark.lstm.LstmProblem;
import io.github.cotangent.benchmark.matvec.MatrixVectorProblem;
import io.github.cotangent.benchmark.network.NetworkProblem;
import io.github.cotangent.benchmark.newton.VanDerWaalsProblem;
import io.github.cotangent.benchmark.problem.Problem;
import io.github.cotangent.benchmark.rosenbrock.RosenbrockProblem;
import io.github.cotangent.benchmark.speelpenning.ProductProblem;
import io.github.cotangent.benchmark.stencil.StencilProblem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** The problems at the sizes that are measured, and the candidates that finish there. */
public enum Instance {
    /** The Gaussian mixture of ADBench in two dimensions. */
    GMM_D2_K5("ADBench GMM d2 K5", "gmm/Gmm", 1000, n -> GmmProblem.read("gmm_d2_K5.txt")),
    /** The Gaussian mixture of ADBench in ten dimensions. */
    GMM_D10_K25(
            "ADBench GMM d10 K25",
            "gmm/Gmm",
            1000,
            n -> GmmProblem.read("gmm_d10_K25.txt"),
            HIPPARCHUS_STRUCTURE,
            FINMATH),
    /** The Gaussian mixture of ADBench in twenty dimensions. */
    GMM_D20_K50("ADBench GMM d20 K50", "gmm/Gmm", 1000, n -> GmmProblem.read("gmm_d20_K50.txt"), others()),
    /** A Gaussian mixture of random numbers in 64 dimensions. */
    GMM_D64_K25("GMM d64 K25", "gmm/Gmm", 1000, n -> GmmProblem.random(64, 25, n), others()),
    /** The recurrent network of ADBench. */
    LSTM("ADBench LSTM l2 c1024", "lstm/Lstm", 1024, n -> LstmProblem.read("lstm_l2_c1024.txt")),
    /** One observation of the bundle adjustment of ADBench, with its Jacobian. */
    BA("ADBench BA, 2×15 Jacobian", "ba/Ba", 1, n -> BaProblem.read("ba1_n49_m7776_p31843.txt"), ofJacobian()),
    /** The Rosenbrock function. */
    ROSENBROCK("Rosenbrock", "rosenbrock/Rosenbrock", 100, RosenbrockProblem::new),
    /** The logarithm of a sum of exponentials. */
    LOG_SUM_EXP("logsumexp", "logsumexp/LogSumExp", 1000, LogSumExpProblem::new),
    /** A call option by Black and Scholes. */
    BLACK_SCHOLES("Black-Scholes", "blackscholes/BlackScholes", 5, n -> new BlackScholesProblem()),
    /** The product of all variables. */
    SPEELPENNING("Speelpenning's product", "speelpenning/Product", 100, ProductProblem::new),
    /** A network with 22 weights and biases. */
    NETWORK("network 5-3-1", "network/Network", 5, n -> new NetworkProblem()),
    /** An ordinary differential equation. */
    LORENZ("Lorenz by RK4, 10,000 steps", "lorenz/Lorenz", 10_000, LorenzProblem::new),
    /** A matrix times a vector. */
    MATRIX_VECTOR("matrix-vector 50", "matvec/MatrixVector", 50, MatrixVectorProblem::new),
    /** The determinant of a matrix. */
    CHOLESKY("Cholesky 50", "cholesky/Cholesky", 50, CholeskyProblem::new),
    /** A partial differential equation. */
    STENCIL("stencil, 100,000 cells", "stencil/Stencil", 100_000, StencilProblem::new, others()),
    /** A root by a while loop. */
    NEWTON("Newton", "newton/VanDerWaals", 4, n -> new VanDerWaalsProblem());

    private final String title;
    private final String source;
    private final int size;
    private final IntFunction<Problem<?, ?>> problem;
    private final Set<Candidate> absent;

    Instance(String title, String source, int size, IntFunction<Problem<?, ?>> problem, Candidate... absent) {
        this.title = title;
        this.source = source;
        this.size = size;
        this.problem = problem;
        this.absent = Set.of(absent);
    }

    /** Those that take minutes or all memory where the parameters are many, or that know gradients only. */
    private static Candidate[] others() {
        return new Candidate[] {HIPPARCHUS_GRADIENT, HIPPARCHUS_STRUCTURE, FINMATH, CENTRAL_DIFFERENCES};
    }

    /** Those that know gradients only. */
    private static Candidate[] ofJacobian() {
        Candidate[] absent = Arrays.copyOf(others(), others().length + 1);
        absent[others().length] = GENERATED_IN_WORKSPACE;
        return absent;
    }

    /** Whether the problem is a gradient, which can be had with a workspace. */
    boolean hasGradient() {
        return !absent.contains(GENERATED_IN_WORKSPACE);
    }

    String title() {
        return title;
    }

    /** Where the annotated method is, below the package of this class. */
    String source() {
        return source;
    }

    /** The problem at a size, if it comes in several; 0 for that of the table of ratios. */
    Problem<?, ?> problem(int otherSize) {
        return problem.apply(otherSize == 0 ? size : otherSize);
    }

    /** The candidates in the order of the columns of a table. */
    List<Candidate> candidates() {
        return EnumSet.allOf(Candidate.class).stream()
                .filter(candidate -> !absent.contains(candidate))
                .toList();
    }
}
