package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;
import java.util.Arrays;
import java.util.Objects;

/** Library methods that copy and fill arrays, and those of the classes of numbers. */
final class Copies {

    private Copies() {}

    @At(
            value = {"{1, 2, 3}; 0.5; 3", "{1, 2, 3}; 0.5; 0", "{1, 2, 3}; 0.5; 1", "{1, 2, 3}; 0.5; 2"},
            fails = {"{1, 2, 3}; 0.5; 4", "{1, 2, 3}; 0.5; -1"})
    @Differentiable(order = 2)
    static double copied(double[] x, double t, int n) {
        double[] y = {t, t * t, 2 * t};
        System.arraycopy(x, 0, y, 0, n);
        return y[0] * y[1] + y[2] * y[2] * x[0];
    }

    /** The ranges overlap, in either direction. */
    @At(
            value = {
                "[6]; 0; 2; 3",
                "[6]; 2; 0; 3",
                "[6]; 0; 1; 5",
                "[6]; 1; 0; 5",
                "[6]; 3; 3; 2",
                "[6]; 0; 3; 1",
                "[6]; 2; 4; 0",
                "[6]; 0; 0; 6"
            },
            fails = {"[6]; 3; 0; 4", "[6]; 0; 3; 4", "[6]; -1; 0; 1", "[6]; 0; -1; 1", "[6]; 0; 0; -1", "[6]; 7; 0; 0"})
    @Differentiable(order = 2)
    static double overlapping(double[] x, int from, int to, int n) {
        double[] y = x.clone();
        y[0] = x[0] * x[1];
        System.arraycopy(y, from, y, to, n);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (i + 1) * y[i] * y[i] * x[i];
        }
        System.arraycopy(y, from, y, to, n);
        return sum * y[to] + y[5] * y[4];
    }

    @At({"[4]; 0", "[4]; 1", "[4]; 2", "[4]; 5"})
    @Differentiable(order = 2)
    static double shifted(double[] x, int n) {
        double[] window = x.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(window, 1, window, 0, window.length - 1);
            window[window.length - 1] = window[0] * window[1] * 0.25;
            System.arraycopy(window, 0, window, 1, 2);
            sum += window[2] * window[3];
        }
        return sum + window[0] * window[3];
    }

    @At({"2; 0", "2; 1", "2; 2", "2; 5"})
    @Differentiable(order = 2)
    static double filled(double x, int n) {
        double[] y = new double[n + 1];
        int[] k = new int[n + 1];
        Arrays.fill(y, x * x);
        Arrays.fill(k, n);
        y[0] *= x;
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += y[i] * k[i] + y[i] * y[0];
        }
        Arrays.fill(y, 2 * x);
        return sum * y[n];
    }

    @At(
            value = {"{1, 2, 3, 4}; 0; 4", "{1, 2, 3, 4}; 1; 3", "{1, 2, 3, 4}; 2; 2", "{1, 2, 3, 4}; 3; 4"},
            fails = {"{1, 2, 3, 4}; 3; 1", "{1, 2, 3, 4}; -1; 2", "{1, 2, 3, 4}; 2; 5"})
    @Differentiable(order = 2)
    static double filledRange(double[] x, int from, int to) {
        double[] y = x.clone();
        Arrays.fill(y, from, to, x[0] * x[3]);
        return y[0] * y[1] * y[2] + y[3] * y[3];
    }

    @At(
            value = {"{1, 2, 3}; 0", "{1, 2, 3}; 1", "{1, 2, 3}; 2", "{1, 2, 3}; 3", "{1, 2, 3}; 5"},
            fails = {"{1, 2, 3}; -1"})
    @Differentiable(order = 2)
    static double resized(double[] x, int n) {
        double[] y = Arrays.copyOf(x, n);
        double[] z = Arrays.copyOf(x, x.length);
        int[] k = Arrays.copyOf(new int[] {1, 2, 3}, n + 1);
        double sum = z[2] * z[1];
        for (int i = 0; i < y.length; i++) {
            y[i] *= x[0];
            sum += y[i] * y[i] + k[i] * y[i];
        }
        return sum;
    }

    @At(
            value = {"{1, 2, 3}; 0; 3", "{1, 2, 3}; 1; 1", "{1, 2, 3}; 1; 2", "{1, 2, 3}; 1; 6", "{1, 2, 3}; 3; 5"},
            fails = {"{1, 2, 3}; 2; 1", "{1, 2, 3}; -1; 1", "{1, 2, 3}; 4; 5", "{1, 2, 3}; -1; -1"})
    @Differentiable(order = 2)
    static double range(double[] x, int from, int to) {
        double[] y = Arrays.copyOfRange(x, from, to);
        double sum = x[0] * x[1];
        for (double v : y) {
            sum += v * v * sum;
        }
        return sum;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double[] rotated(double[] x) {
        double[] y = new double[x.length];
        if (x.length > 0) {
            int n = x.length;
            System.arraycopy(x, 1, y, 0, n - 1);
            y[n - 1] = x[0] * x[0];
        }
        return y;
    }

    @At(
            value = {"{1, 2, 3}; 0", "{1, 2, 3}; 2"},
            fails = {"{1, 2, 3}; 3", "{1, 2, 3}; -1"})
    @Differentiable(order = 2)
    static double checked(double[] x, int i) {
        Objects.checkIndex(i, x.length);
        double[] y = new double[4];
        return x[Objects.checkIndex(i, y.length)] * x[i];
    }

    @At({"2; 3; 1", "3; 2; -1", "-1; 0.5; 7"})
    @Differentiable(order = 2)
    static double numbers(double x, double y, int n) {
        double a = Double.sum(x, y) * Double.max(x, y) - Double.min(x, y * y);
        int k = Integer.max(n, 3) + Integer.min(n, 2) * Integer.sum(n, 1) + Integer.compare(n, 3);
        long l = Long.max(n, 5L) - Long.compare(n, 1);
        if (Double.compare(x, y) < 0) {
            a *= x;
        }
        return a * k + l * x * y + (n < Integer.MAX_VALUE ? Double.MIN_VALUE : 1) + Float.compare(1f, n);
    }

    @At({"2; 3", "0.5; -1"})
    @Differentiable(order = 2)
    static double variableArguments(double x, double y) {
        double[] z = {y, x};
        return sum(2, x, y, 1) * sum(1) + sum(3, z) - sum(2, x * y) + weights(x, 1, 2, 3) + last(x, y);
    }

    private static double sum(double factor, double... terms) {
        double sum = factor;
        for (double term : terms) {
            sum += factor * term * term;
        }
        return sum;
    }

    private static double weights(double x, int... weights) {
        double sum = 0;
        for (int weight : weights) {
            sum = sum * x + weight;
        }
        return sum;
    }

    private static double last(double... all) {
        all[0] *= all[1];
        return all[0] * all[all.length - 1];
    }

    /** Rows are copied as what they are: the same arrays. */
    @At(
            value = {"[3]; 1", "[3]; 2", "[3]; 3"},
            fails = {"[3]; 4", "[3]; -1"})
    @Differentiable(order = 2)
    static double copiedRows(double[] x, int n) {
        double[][] a = new double[3][2];
        for (int i = 0; i < 3; i++) {
            a[i][0] = x[i] * x[0];
        }
        double[][] b = new double[4][];
        System.arraycopy(a, 0, b, 1, n);
        b[1][0] *= x[1];
        System.arraycopy(b, 1, b, 0, 3);
        return a[0][0] * b[0][0] + b[n - 1][0] * a[n - 1][0];
    }

    @At({"[3]; 0", "[3]; 1", "[3]; 2"})
    @Differentiable(order = 2)
    static double filledWithARow(double[] x, int n) {
        double[][] a = new double[4][2];
        Arrays.fill(a, 1, 4, x.clone());
        a[n][0] *= x[1];
        return a[1][0] * a[2][1] + a[3][0] * a[0][0] + a[n][1];
    }
}
