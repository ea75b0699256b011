package io.github.cotangent.benchmark.lstm;

import io.github.cotangent.Dual;
import io.github.cotangent.Workspace;
import io.github.cotangent.benchmark.problem.AdbenchFile;
import io.github.cotangent.benchmark.problem.Algebra;
import io.github.cotangent.benchmark.problem.Formula;
import io.github.cotangent.benchmark.problem.GradientProblem;
import java.util.Arrays;

/** The loss of a recurrent network by the parameters of its layers and those of its input and output. */
public final class LstmProblem implements GradientProblem<LstmProblem.Weights>, Formula {

    private final Weights weights;
    private final double[] initial;
    private final double[] characters;

    private LstmProblem(Weights weights, double[] initial, double[] characters) {
        this.weights = weights;
        this.initial = initial;
        this.characters = characters;
    }

    /**
     * The parameters, laid out as the annotated method wants them.
     *
     * @param main those of the layers
     * @param extra those of input and output
     */
    public record Weights(double[] main, double[] extra) {}

    /**
     * Reads an instance of ADBench.
     *
     * @param name the name of the file
     * @return the problem
     */
    public static LstmProblem read(String name) {
        AdbenchFile file = AdbenchFile.open(name);
        int layers = file.nextInt();
        int count = file.nextInt();
        int b = file.nextInt();
        Weights weights = new Weights(file.nextDoubles(8 * b * layers), file.nextDoubles(3 * b));
        double[] initial = file.nextDoubles(2 * b * layers);
        return new LstmProblem(weights, initial, file.nextDoubles(count * b));
    }

    /**
     * Returns this problem with its first characters only.
     *
     * @param count how many characters, at least 2
     * @return the smaller problem
     */
    public LstmProblem withCharacters(int count) {
        return new LstmProblem(weights, initial, Arrays.copyOf(characters, count * (weights.extra.length / 3)));
    }

    @Override
    public Weights point() {
        return new Weights(weights.main.clone(), weights.extra.clone());
    }

    @Override
    public double[][] numbers(Weights x) {
        return new double[][] {x.main, x.extra};
    }

    @Override
    public double value(Weights x) {
        return Lstm.loss(x.main, x.extra, initial, characters);
    }

    @Override
    public double byHand(Weights x, Weights gradient) {
        return LstmByHand.gradient(x.main, x.extra, initial, characters, gradient.main, gradient.extra);
    }

    @Override
    public double generated(Weights x, Weights gradient) {
        return LstmDerivatives.lossVjp(x.main, x.extra, initial, characters, 1, gradient.main, gradient.extra);
    }

    @Override
    public double generated(Weights x, Weights gradient, Workspace workspace) {
        return LstmDerivatives.lossVjp(
                x.main, x.extra, initial, characters, 1, gradient.main, gradient.extra, workspace);
    }

    @Override
    public Dual jvpByHand(Weights x, Weights direction) {
        return LstmTangent.jvp(x.main, x.extra, initial, characters, direction.main, direction.extra);
    }

    @Override
    public Dual jvpGenerated(Weights x, Weights direction) {
        return LstmDerivatives.lossJvp(x.main, x.extra, initial, characters, direction.main, direction.extra);
    }

    @Override
    public <T> T formula(Algebra<T> algebra, T[] x) {
        int length = weights.main.length;
        return new LstmFormula<>(algebra, Arrays.copyOf(x, length), Arrays.copyOfRange(x, length, x.length))
                .loss(initial, characters);
    }
}
