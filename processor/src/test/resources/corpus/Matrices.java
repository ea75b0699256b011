package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;
import java.util.Arrays;

/** Arrays of arrays. */
final class Matrices {

    private Matrices() {}

    @At({"[4]; [4]; 2", "[1]; [1]; 1", "[9]; [9]; 3", "[1]; [1]; 0"})
    @Differentiable(order = 2)
    static double product(double[] x, double[] y, int n) {
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = x[i * n + j];
                b[i][j] = y[i * n + j];
            }
        }
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += a[i][k] * b[k][j];
                }
                c[i][j] = sum;
            }
        }
        double norm = 0;
        for (double[] row : c) {
            for (double each : row) {
                norm += each * each;
            }
        }
        return norm;
    }

    /** A linear system, by elimination with partial pivoting. */
    @At({"[4]; 2", "[9]; 3", "[1]; 1", "{1, 2, 3, 0.5, 1, 4, 7, -1, 2}; 3"})
    @Differentiable(order = 2)
    static double solved(double[] x, int n) {
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[n + 1];
            for (int j = 0; j < n; j++) {
                row[j] = x[i * n + j];
            }
            row[n] = i + 1;
            a[i] = row;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            double[] t = a[k];
            a[k] = a[pivot];
            a[pivot] = t;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j <= n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = a[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i][j] * solution[j];
            }
            solution[i] = sum / a[i][i];
        }
        return solution[0] * solution[n - 1];
    }

    @At({"[3]; 3", "[1]; 1", "[2]; 0"})
    @Differentiable(order = 2)
    static double choleskyLogDeterminant(double[] x, int n) {
        double[][] l = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] li = l[i];
            for (int j = 0; j <= i; j++) {
                double[] lj = l[j];
                double s = i == j ? n + x[i] * x[i] : x[i] * x[j];
                for (int k = 0; k < j; k++) {
                    s -= li[k] * lj[k];
                }
                if (i == j) {
                    li[i] = Math.sqrt(s);
                    sum += Math.log(li[i]);
                } else {
                    li[j] = s / lj[j];
                }
            }
        }
        return sum;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 2", "0.5; 5"})
    @Differentiable
    static double triangle(double x, int n) {
        double[][] binomial = new double[n + 1][];
        for (int i = 0; i <= n; i++) {
            binomial[i] = new double[i + 1];
            binomial[i][0] = x;
            binomial[i][i] = 1;
            for (int j = 1; j < i; j++) {
                binomial[i][j] = binomial[i - 1][j - 1] + x * binomial[i - 1][j];
            }
        }
        double sum = 0;
        for (double[] row : binomial) {
            for (double each : row) {
                sum += each * row.length;
            }
        }
        return sum;
    }

    /** One step after the other of the classical method of order 4, for a pendulum. */
    @At({"0.5; 0.1; 0.2; 0", "0.5; 0.1; 0.2; 1", "0.5; 0.1; 0.2; 4"})
    @Differentiable(order = 2)
    static double rungeKutta(double angle, double speed, double h, int steps) {
        double[] y = {angle, speed};
        for (int step = 0; step < steps; step++) {
            double[][] k = new double[4][];
            double[] at = y;
            for (int stage = 0; stage < 4; stage++) {
                k[stage] = slope(at);
                double part = stage == 2 ? h : h / 2;
                at = new double[] {y[0] + part * k[stage][0], y[1] + part * k[stage][1]};
            }
            double[] next = y.clone();
            for (int i = 0; i < y.length; i++) {
                next[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
            }
            y = next;
        }
        return y[0] * y[0] + y[1];
    }

    private static double[] slope(double[] y) {
        return new double[] {y[1], -Math.sin(y[0])};
    }

    @At({"[6]; [2]; 3", "[4]; [2]; 1", "[2]; [2]; 0", "[6]; [3]; 2"})
    @Differentiable
    static double viterbi(double[] scores, double[] start, int steps) {
        int states = start.length;
        double[] best = start.clone();
        for (int t = 0; t < steps; t++) {
            double[] next = new double[states];
            for (int s = 0; s < states; s++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int r = 0; r < states; r++) {
                    double score = best[r] + scores[(t * states + s) % scores.length] * Math.abs(1.3 * r - s);
                    if (score > most) {
                        most = score;
                    }
                }
                next[s] = most;
            }
            best = next;
        }
        double[] top = best;
        return top[0] + 2 * top[states - 1];
    }

    @At({"[6]; 0.5", "[6]; -0.5"})
    @Differentiable
    static double longestRow(double[] x, double shift) {
        double[][] rows = {{x[0], x[1]}, {x[2], x[3] + shift}, {x[4], x[5], x[0] * x[1]}};
        double[] longest = rows[0];
        double most = 0;
        for (double[] row : rows) {
            double sum = 0;
            for (double each : row) {
                sum += each * each;
            }
            if (sum > most) {
                most = sum;
                longest = row;
            }
        }
        return longest[0] * longest[longest.length - 1] + most;
    }

    @At({"0.5; 2", "-1; 0.25"})
    @Differentiable(order = 2)
    static double oneRowTwice(double x, double y) {
        double[] r = {x, y};
        double[][] a = new double[3][];
        a[0] = r;
        a[1] = r;
        a[0][0] *= a[1][1];
        a[1][1] += a[0][0] * r[0];
        return a[0][1] * a[1][0];
    }

    @At({"0.5; 2"})
    @Differentiable
    static double shallowAndDeep(double x, double y) {
        double[][] a = {{x, y}, {y}};
        double[][] shallow = a.clone();
        double[] deep = a[0].clone();
        shallow[0][0] = x * y;
        shallow[1] = new double[] {x};
        deep[1] *= a[0][0];
        return a[0][0] * deep[0] + a[1][0] * shallow[1][0] + deep[1] + shallow.length;
    }

    @At({"[3]; 0; 0", "[3]; 0; 1", "[3]; 2; 1"})
    @Differentiable
    static double rowsSwapped(double[] x, int i, int j) {
        double[][] a = {{x[0], 1}, {x[1], x[1]}, {x[2] * x[0]}};
        double[] t = a[i];
        a[i] = a[j];
        a[j] = t;
        a[i][0] *= a[0][0];
        return a[0][0] * a[1][0] + Math.sin(a[2][0]);
    }

    /** Rows that are never made, and a row that is taken but not looked at. */
    @At({"0.5; 3; 1", "0.5; 3; 0", "0.5; 0; 0"})
    @Differentiable
    static double rowsThatAreNotThere(double x, int n, int m) {
        double[][] a = new double[n + 1][];
        double[] last = a[n];
        for (int i = 0; i < m; i++) {
            a[i] = new double[] {x * x, x};
            last = a[i];
        }
        double sum = x;
        for (int i = 0; i < m; i++) {
            sum += last[0] * a[i][1];
        }
        double[] none = a[n];
        a[n] = last;
        last = none;
        return sum;
    }

    @At({"[2]; 2", "[1]; 0", "[3]; 1"})
    @Differentiable
    static double filledByHelper(double[] x, int n) {
        double[][] powers = new double[n + 1][x.length];
        for (int k = 0; k <= n; k++) {
            power(x, k, powers[k]);
        }
        return sum(powers) * powers[n][0];
    }

    private static void power(double[] x, int k, double[] result) {
        for (int i = 0; i < x.length; i++) {
            result[i] = Math.pow(x[i], k);
        }
    }

    private static double sum(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += a[i][j];
            }
        }
        return sum;
    }

    @At({"[3]; 2", "[3]; 1", "[2]; 0"})
    @Differentiable
    static double[] cube(double[] x, int n) {
        double[][][] c = new double[n][x.length][];
        double[] y = new double[x.length];
        for (int i = 0; i < n; i++) {
            double[][] slice = c[i];
            for (int j = 0; j < slice.length; j++) {
                slice[j] = new double[] {x[j], x[j] * i};
            }
            c[i][0] = slice[slice.length - 1];
            c[i][0][1] *= x[0];
            for (int j = 0; j < y.length; j++) {
                y[j] += c[i][j][0] * c[i][j][1];
            }
        }
        return y;
    }

    @At({"[3]; 0.9", "[3]; 10", "[3]; 0.01"})
    @Differentiable
    static double leftByReturn(double[] x, double limit) {
        double[][] history = new double[x.length][];
        double[] y = x.clone();
        for (int k = 0; k < x.length; k++) {
            history[k] = y;
            double sum = 0;
            y = y.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] *= x[k];
                sum += y[i];
            }
            if (sum > limit) {
                return history[0][k] * y[0] + history[k][0];
            }
        }
        return y[0] * history[1][0];
    }

    @At({"0.5; 2", "0.5; 3"})
    @Differentiable
    static double indicesInRows(double x, int n) {
        int[][] index = {{0, 1}, {1}, {}};
        boolean[][] skip = new boolean[3][n];
        float[][] weights = {{1, 2}, {3}, {}};
        skip[1][0] = true;
        double[] a = {x, x * x};
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            for (int j = 0; j < index[i].length; j++) {
                if (!skip[i][j]) {
                    sum += a[index[i][j]] * weights[i][j];
                }
            }
        }
        return sum;
    }

    @At(fails = {"0.5; 1"}, value = {"0.5; 0"})
    @Differentiable
    static double outOfBounds(double x, int i) {
        double[][] a = {{x}, {}};
        return a[i][0] * x;
    }

    private record Table(double[][] rows) {

        void widen(double by) {
            rows[1] = widened(rows[1], by);
        }
    }

    private static double[] widened(double[] row, double by) {
        double[] wider = Arrays.copyOf(row, row.length + 1);
        wider[row.length] = by * by;
        return wider;
    }

    private static void widen(double[][] rows, double by) {
        rows[1] = widened(rows[1], by);
    }

    /** The length of a row is the same in a loop only if nothing puts another row in its place. */
    @At({"[3]; 4", "[2]; 0"})
    @Differentiable
    static double rowsOfOtherLengths(double[] x, int n) {
        double[][] a = {x, {x[1]}};
        double[][] same = a;
        Table table = new Table(a);
        double sum = 0;
        for (int j = 0; j < a[1].length; j++) {
            sum += a[1][j] * x[0];
            if (j < n) {
                same[1] = widened(a[1], x[0] + j);
            }
        }
        for (int j = 0; j < a[1].length; j++) {
            sum += a[1][j] * sum;
            if (j + 1 < n) {
                widen(a, x[1] * j);
            }
        }
        for (int j = 0; j + 1 < a[1].length; j++) {
            sum += a[1][j] * a[1][j + 1];
            if (j < n) {
                table.widen(x[0] / (j + 1));
            }
        }
        double[][] shorter = {{x[0]}, {x[1]}};
        for (int j = 0; j < a[1].length; j++) {
            sum += a[1][j] * a[1][j];
            if (j == n) {
                System.arraycopy(shorter, 0, a, 0, 2);
            }
        }
        return sum;
    }

    /** The length of a row of an array that is assigned, or at an index that is, may be another one. */
    @At({"[3]; 2", "[2]; 1"})
    @Differentiable
    static double otherRows(double[] x, int n) {
        double[][] a = {{x[0]}, x, {x[1], x[0], x[1]}};
        double[][] b = {{x[1], 1}, {x[0], x[1], 2}, {x[0]}};
        double sum = 0;
        int k = 0;
        for (int j = 0; j < a[k].length; j++) {
            sum += a[k][j] * x[1];
            k = n;
        }
        for (int j = 0; j < a[n].length; j++) {
            sum += a[n][j] * sum;
            a = b;
        }
        return sum;
    }
}
