package io.github.cotangent.benchmark;

import io.github.cotangent.benchmark.blackscholes.BlackScholesProblem;
import io.github.cotangent.benchmark.gmm.GmmProblem;
import io.github.cotangent.benchmark.lstm.LstmProblem;
import io.github.cotangent.benchmark.network.NetworkProblem;
import io.github.cotangent.benchmark.problem.Problem;
import io.github.cotangent.benchmark.rosenbrock.RosenbrockProblem;
import java.util.function.Supplier;

/** The problems at the sizes that are measured. */
public enum Instance {
    /** The Rosenbrock function. */
    ROSENBROCK("Rosenbrock", () -> new RosenbrockProblem(100)),
    /** A call option by Black and Scholes. */
    BLACK_SCHOLES("Black-Scholes", BlackScholesProblem::new),
    /** A network with 13 weights and biases. */
    NETWORK("network 2-3-1", () -> new NetworkProblem(0.35, -0.8)),
    /** The Gaussian mixture of ADBench. */
    GMM("ADBench GMM d10 K25", () -> GmmProblem.read("gmm_d10_K25.txt")),
    /** The recurrent network of ADBench. */
    LSTM("ADBench LSTM l2 c1024", () -> LstmProblem.read("lstm_l2_c1024.txt"));

    private final String title;
    private final Supplier<Problem> problem;

    Instance(String title, Supplier<Problem> problem) {
        this.title = title;
        this.problem = problem;
    }

    Problem problem() {
        return problem.get();
    }

    String title() {
        return title;
    }
}
