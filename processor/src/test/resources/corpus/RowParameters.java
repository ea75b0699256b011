package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Parameters, results and outputs that are arrays of arrays. */
final class RowParameters {

    private RowParameters() {}

    @At({"[2, 3]; [3]", "{[2], [0], [1]}; [2]", "[0, 0]; [0]", "[1, 1]; [1]"})
    @Differentiable
    static double bilinear(double[][] a, double[] x) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += a[i][j] * a[i][j] * x[j];
            }
        }
        return sum;
    }

    @At({"[2, 3]", "{[2], [0], [1]}", "[0, 0]"})
    @Differentiable
    static double sumOfSquares(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            for (double each : row) {
                sum += each * each;
            }
        }
        return sum;
    }

    @At({"[2, 2]; {{1, 2}, {3, 4}}; {{1, 0}, {0}}"})
    @Differentiable
    static double constantRows(double[][] a, @Constant double[][] weights, int[][] picked) {
        double sum = 0;
        for (int i = 0; i < picked.length; i++) {
            for (int j : picked[i]) {
                sum += a[i][j] * weights[i][j] * a[i][j];
            }
        }
        return sum;
    }

    @At({"[2, 3]; [3]; [2]", "[1, 1]; [1]; [1]"})
    @Differentiable
    static void product(double[][] a, double[] x, @Output double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = 0;
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
    }

    @At({"[3]; [2]", "[1]; [0]"})
    @Differentiable
    static double[][] outer(double[] a, double[] b) {
        double[][] r = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                r[i][j] = a[i] * b[j] * b[j];
            }
        }
        return r;
    }

    @At({"0.5; 3", "2; 1", "1; 0"})
    @Differentiable
    static double[][] triangle(double x, int n) {
        double[][] r = new double[n][];
        for (int i = 0; i < n; i++) {
            r[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                r[i][j] = Math.sin(x * (i + 1) * (j + 2));
            }
        }
        return r;
    }

    @At({"[2]; 0.5; {[2], [1]}; [2, 2]"})
    @Differentiable
    static void rowsWritten(double[] x, double s, @Output double[][] a, @Output double[][] b) {
        a[0][0] = x[0] * s;
        a[0][1] = a[0][0] * x[1];
        a[1][0] *= s;
        for (int i = 0; i < 2; i++) {
            double[] row = b[i];
            for (int j = 0; j < 2; j++) {
                row[j] = x[i] * x[j] + a[0][j];
            }
        }
    }

    @At({"[2, 2]; [2, 2]", "{[3], [1]}; {[3], [1]}"})
    @Differentiable
    static void squared(double[][] x, @Output double[][] y) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                y[i][j] = x[i][j] * x[i][j];
            }
        }
    }

    @At(
            value = {"[2, 2]; 0.5"},
            single = true)
    @Differentiable
    static double singles(float[][] x, double k) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i][0] * x[i][x[i].length - 1] * k;
        }
        return sum;
    }

    @At({"[2, 2, 2]", "{[1, 2], [2, 1], [0, 0]}"})
    @Differentiable
    static double threeRanks(double[][][] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                for (int k = 0; k < x[i][j].length; k++) {
                    sum += x[i][j][k] * x[i][j][k] * (i + 1);
                }
            }
        }
        return sum;
    }

    @At({"[2, 2]; 0.5; [2]"})
    @Differentiable
    static double[] chosenRow(double[][] a, double s, double[] x) {
        double[] row = a[s > 0 ? 0 : 1];
        return new double[] {row[0] * x[0] * s, row[1] * x[1]};
    }

    /** What the output holds at first is read, beside rows that go by several names. */
    @At({"[2, 2]; 0.5; [2]", "[2, 2]; -0.5; [2]"})
    @Differentiable
    static void accumulatedFromRows(double[][] a, double s, @Output double[] y) {
        double[] row = s > 0 ? a[0] : a[1];
        double[] other = row;
        for (int i = 0; i < y.length; i++) {
            y[i] += y[i] * row[i] * s * other[0];
        }
    }

    @At({"[2]; [2, 2]; 0", "[2]; [2, 2]; 1", "[2]; [2, 2]; 2", "[2]; [2, 2]; 4"})
    @Differentiable
    static void recurrenceInRows(double[] x, @Output double[][] y, int steps) {
        for (int s = 0; s < steps; s++) {
            double[] row = y[s % 2];
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.sin(row[i]) * y[(s + 1) % 2][i] + x[i];
            }
        }
    }
}
