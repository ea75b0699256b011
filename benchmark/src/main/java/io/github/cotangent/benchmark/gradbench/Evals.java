package io.github.cotangent.benchmark.gradbench;

import java.util.Map;
import java.util.function.Function;

/** What this tool can evaluate. */
final class Evals {

    /** By module, then by function. */
    static final Map<String, Map<String, Evaluation<?>>> MODULES = Map.of(
            "ba",
            pair(Scene.class, "objective", Scene::residuals, "jacobian", Scene::jacobian),
            "gmm",
            pair(Mixture.Input.class, "objective", Mixture::value, "jacobian", Mixture::jacobian),
            "hello",
            pair(Double.class, "square", Hello::square, "double", HelloDerivatives::squareGradient),
            "kmeans",
            pair(
                    KMeans.Input.class,
                    "cost",
                    input -> KMeans.cost(input.points(), input.centroids()),
                    "dir",
                    input -> KMeans.direction(input.points(), input.centroids())),
            "llsq",
            pair(
                    LeastSquares.Input.class,
                    "primal",
                    input -> LeastSquares.distance(input.x(), input.n()),
                    "gradient",
                    input -> LeastSquaresDerivatives.distanceGradient(input.x(), input.n())),
            "lse",
            pair(
                    LogSumExp.Input.class,
                    "primal",
                    input -> LogSumExp.logSumExp(input.x()),
                    "gradient",
                    input -> LogSumExpDerivatives.logSumExpGradient(input.x())),
            "lstm",
            pair(Characters.class, "objective", Characters::loss, "jacobian", Characters::gradient),
            "ode",
            pair(
                    Ode.Input.class,
                    "primal",
                    input -> Ode.solve(input.x(), input.s()),
                    "gradient",
                    input -> Ode.gradient(input.x(), input.s())));

    private Evals() {}

    /** Every module asks for a function and for a derivative of it, of the same input. */
    private static <I> Map<String, Evaluation<?>> pair(
            Class<I> type, String primal, Function<I, ?> function, String derived, Function<I, ?> derivative) {
        return Map.of(primal, new Evaluation<>(type, function), derived, new Evaluation<>(type, derivative));
    }
}
