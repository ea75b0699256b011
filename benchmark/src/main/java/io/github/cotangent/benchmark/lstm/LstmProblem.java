package io.github.cotangent.benchmark.lstm;

import io.github.cotangent.benchmark.problem.AdbenchFile;
import io.github.cotangent.benchmark.problem.Problem;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The loss of a recurrent network by the parameters of its layers and those of its input and output, laid end to end in this
 * order.
 */
public final class LstmProblem implements Problem {

    private final int b;
    private final double[] parameters;
    private final double[] initial;
    private final double[] characters;

    private LstmProblem(int b, double[] parameters, double[] initial, double[] characters) {
        this.b = b;
        this.parameters = parameters;
        this.initial = initial;
        this.characters = characters;
    }

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
        double[] parameters = file.nextDoubles(8 * b * layers + 3 * b);
        double[] initial = file.nextDoubles(2 * b * layers);
        return new LstmProblem(b, parameters, initial, file.nextDoubles(count * b));
    }

    /**
     * Returns this problem with its first characters only.
     *
     * @param count how many characters, at least 2
     * @return the smaller problem
     */
    public LstmProblem withCharacters(int count) {
        return new LstmProblem(b, parameters, initial, Arrays.copyOf(characters, count * b));
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public double value(double[] x) {
        return Lstm.loss(main(x), extra(x), initial, characters);
    }

    @Override
    public double byHand(double[] x, double[] gradient) {
        double[] mainBar = new double[x.length - 3 * b];
        double[] extraBar = new double[3 * b];
        double value = LstmByHand.gradient(main(x), extra(x), initial, characters, mainBar, extraBar);
        join(mainBar, extraBar, gradient);
        return value;
    }

    @Override
    public double generated(double[] x, double[] gradient) {
        double[] mainBar = new double[x.length - 3 * b];
        double[] extraBar = new double[3 * b];
        double value = LstmDerivatives.lossVjp(main(x), extra(x), initial, characters, 1, mainBar, extraBar);
        join(mainBar, extraBar, gradient);
        return value;
    }

    @Override
    public Gradient hipparchus(Gradient[] x) {
        int length = x.length - 3 * b;
        return LstmWithHipparchus.loss(
                Arrays.copyOf(x, length), Arrays.copyOfRange(x, length, x.length), initial, characters);
    }

    private double[] main(double[] x) {
        return Arrays.copyOf(x, x.length - 3 * b);
    }

    private double[] extra(double[] x) {
        return Arrays.copyOfRange(x, x.length - 3 * b, x.length);
    }

    private static void join(double[] mainBar, double[] extraBar, double[] gradient) {
        System.arraycopy(mainBar, 0, gradient, 0, mainBar.length);
        System.arraycopy(extraBar, 0, gradient, mainBar.length, extraBar.length);
    }
}
