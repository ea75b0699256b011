package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Local arrays: made, copied, shared, overwritten. */
final class Arrays {

    private Arrays() {}

    @At({"0.5; 0", "0.5; 1", "0.5; 2", "0.5; 6"})
    @Differentiable
    static double powers(double x, int n) {
        double[] p = new double[n + 1];
        p[0] = 1;
        for (int i = 1; i <= n; i++) {
            p[i] = p[i - 1] * x;
        }
        double sum = 0;
        for (double each : p) {
            sum += each;
        }
        return sum;
    }

    @At({"0.5; -2", "3; 0"})
    @Differentiable
    static double initializer(double x, double y) {
        double[] a = {x, x * y, 3, y};
        double[] b = new double[] {a[0] * a[1], 2, 'a'};
        double c[] = {1, 2, 3};
        c[1] = b[0];
        double[] empty = {};
        return a[0] * a[1] + a[3] * b[0] + b[2] * a[2] + c[1] * c[2] + empty.length;
    }

    @At({"[1]", "[2]", "[5]"})
    @Differentiable
    static double cloned(double[] a) {
        double[] b = a.clone();
        b[0] = b[0] * a[b.length - 1];
        double[] c = b.clone();
        c[0] += 1;
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum += a[i] * b[i] * c[i];
        }
        return sum;
    }

    @At({"0.5; 2", "-1; 0.25"})
    @Differentiable
    static double alias(double x, double y) {
        double[] a = {x, y};
        double[] b = a;
        b[0] = a[1] * a[0];
        a[1] = b[0] * x;
        double[] c = b;
        c[0] = c[0] * c[1];
        return a[0] + b[1] * c[0];
    }

    @At({"0.5; 2", "-1; 0.25"})
    @Differentiable
    static double reboundVariable(double x, double y) {
        double[] a = {x, y};
        double[] old = a;
        a = new double[] {y * y, x};
        a[0] *= old[0];
        old[0] = a[0] * old[1];
        return a[0] * old[0] + a[1];
    }

    @At({"1.5", "-0.5"})
    @Differentiable
    static double overwrittenAfterUse(double x) {
        double[] a = {x};
        double y = Math.sin(a[0]);
        a[0] = 100;
        double z = y * a[0];
        a[0] = x * x;
        double w = Math.exp(a[0]) * z;
        a[0] = 0;
        return w + a[0];
    }

    @At({"[1]", "[2]", "[3]", "[6]"})
    @Differentiable
    static double inPlaceRecurrence(double[] start) {
        double[] a = start.clone();
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i - 1] * a[i];
        }
        return a[a.length - 1] * a[0];
    }

    @At({"[4]; 0", "[4]; 1", "[4]; 2", "[4]; 5"})
    @Differentiable
    static double smoothedInPlace(double[] start, int sweeps) {
        double[] a = start.clone();
        for (int k = 0; k < sweeps; k++) {
            for (int i = 1; i < a.length - 1; i++) {
                a[i] = a[i] * a[i] * 0.3 + a[i - 1] * a[i + 1];
            }
        }
        double sum = 0;
        for (double x : a) {
            sum += x * x;
        }
        return sum;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double[] prefixSums(double[] a) {
        double[] sums = new double[a.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i];
            sums[i] = sum;
        }
        return sums;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double[] prefixProductsInPlace(double[] a) {
        double[] p = a.clone();
        for (int i = 1; i < p.length; i++) {
            p[i] *= p[i - 1];
        }
        return p;
    }

    @At({"[0]; {}", "[1]; {2}", "[5]; {0, 2, 2, 1, 0}"})
    @Differentiable
    static double[] histogram(double[] weights, int[] bins) {
        double[] sums = new double[3];
        for (int i = 0; i < bins.length; i++) {
            sums[bins[i]] += weights[i] * weights[i];
        }
        return sums;
    }

    @At({"[4]; {}", "[4]; {3}", "[4]; {3, 0, 0, 1}"})
    @Differentiable
    static double gather(double[] a, int[] index) {
        double y = 1;
        for (int i : index) {
            y *= a[i] + y;
        }
        return y;
    }

    @At({"[5]", "[1]", "[0]"})
    @Differentiable
    static double intArrays(double[] a) {
        int[] order = new int[a.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (i * 2 + 1) % order.length;
        }
        int[] copy = order.clone();
        int[] fixed = {2, 1};
        double y = 1;
        for (int i = 0; i < copy.length; i++) {
            copy[i] += fixed[i % 2];
            y = y * a[order[i]] + copy[i];
        }
        return y;
    }

    @At({"[6]; 2; 3", "[0]; 0; 0", "[1]; 1; 1"})
    @Differentiable
    static double rowNorms(double[] matrix, int rows, int columns) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double[] row = new double[columns];
            for (int j = 0; j < columns; j++) {
                row[j] = matrix[i * columns + j] * (j + 1);
            }
            double norm = 1;
            for (double x : row) {
                norm += x * x;
            }
            sum += Math.sqrt(norm);
        }
        return sum;
    }

    @At({"0.5; 2", "-0.5; 2", "0.5; -2"})
    @Differentiable
    static double writtenInBranches(double x, double y) {
        double[] a = {x, y, 1};
        if (x > 0) {
            a[0] = a[0] * a[1];
            if (y > 0) {
                a[2] = a[0] * a[0];
            }
        } else {
            double[] b = {x, x};
            b[0] *= y;
            a[1] = b[0] * b[1];
        }
        return a[0] * a[1] * a[2];
    }

    @At({"[6]; [3]; 2; 3", "[0]; [0]; 0; 0", "[0]; [2]; 0; 2", "[0]; [0]; 2; 0", "[1]; [1]; 1; 1"})
    @Differentiable
    static double[] matrixVector(double[] matrix, double[] x, int rows, int columns) {
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += matrix[i * columns + j] * x[j];
            }
            y[i] = sum;
        }
        return y;
    }

    @At({"{4, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2}; 3", "{4, 1, 1, 3}; 2", "{4}; 1", "{}; 0"})
    @Differentiable
    static double cholesky(double[] matrix, int n) {
        double[] l = matrix.clone();
        double logDeterminant = 0;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                for (int i = j; i < n; i++) {
                    l[i * n + j] -= l[i * n + k] * l[j * n + k];
                }
            }
            double pivot = Math.sqrt(l[j * n + j]);
            for (int i = j; i < n; i++) {
                l[i * n + j] /= pivot;
            }
            logDeterminant += 2 * Math.log(l[j * n + j]);
        }
        return logDeterminant;
    }

    @At({"{4, 1, 2, 5, 1, 0.5, 0.3, 3}; 2", "{2, 3}; 1", "{4, -1, 0, 1, 2, 4, 1, 1, 0.5, 2, 3, 2, 9, 9, 9}; 3"})
    @Differentiable
    static double[] gaussianElimination(double[] augmented, int n) {
        double[] a = augmented.clone();
        int width = n + 1;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * width + k] / a[k * width + k];
                for (int j = k; j < width; j++) {
                    a[i * width + j] -= factor * a[k * width + j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = a[i * width + n];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i * width + j] * x[j];
            }
            x[i] = sum / a[i * width + i];
        }
        return x;
    }

    @At({"[4]", "[2]"})
    @Differentiable
    static double tridiagonal(double[] d) {
        int n = d.length;
        double[] c = new double[n];
        double[] x = d.clone();
        c[0] = 1 / (4 + d[0]);
        x[0] /= 4 + d[0];
        for (int i = 1; i < n; i++) {
            double m = 1 / (4 + d[i] - c[i - 1]);
            c[i] = m;
            x[i] = (x[i] - x[i - 1]) * m;
        }
        for (int i = n - 2; i >= 0; i--) {
            x[i] -= c[i] * x[i + 1];
        }
        return x[0] * x[n - 1];
    }

    @At({"{3, 1, 2}", "{1}", "{}", "{0.5, 0.25, 0.75, 0.1}"})
    @Differentiable
    static double[] bubbleSort(double[] values) {
        double[] a = values.clone();
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j + 1 < a.length - i; j++) {
                if (a[j] > a[j + 1]) {
                    double t = a[j];
                    a[j] = a[j + 1];
                    a[j + 1] = t;
                }
            }
        }
        for (int i = 0; i < a.length; i++) {
            a[i] *= a[i] * (i + 1);
        }
        return a;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double[] reversed(double[] a) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            r[a.length - 1 - i] = a[i];
        }
        return r;
    }

    @At({"[1]", "[2]", "[5]"})
    @Differentiable
    static double elementUpdates(double[] start) {
        double[] a = start.clone();
        for (int i = 0; i < a.length; i++) {
            a[i] += a[0];
            a[i] *= a[i];
            a[i] -= start[i];
            a[i] /= 2 + start[0];
            a[i]++;
            --a[i];
            a[i] %= 100;
        }
        return a[0] * a[a.length - 1];
    }

    @At({"[3]; [2]", "[1]; [1]", "[2]; [0]", "[0]; [0]"})
    @Differentiable
    static double[] convolution(double[] a, double[] b) {
        double[] c = new double[a.length + b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                c[i + j] += a[i] * b[j];
            }
        }
        return c;
    }

    @At({"[1]", "[2]", "[6]"})
    @Differentiable
    static double[] softmax(double[] a) {
        double max = a[0];
        for (double x : a) {
            max = Math.max(max, x);
        }
        double[] p = new double[a.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            p[i] = Math.exp(a[i] - max);
            sum += p[i];
        }
        for (int i = 0; i < a.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    @At({"0.5; 3", "0.5; 0", "-1; 1"})
    @Differentiable
    static double scratch(double x, int n) {
        double[] scratch = new double[2];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            scratch[0] = x * (i + 1);
            scratch[1] = scratch[0] * scratch[0];
            scratch[0] = Math.sin(scratch[1]);
            sum += scratch[0] * scratch[1];
        }
        return sum;
    }

    @At({"[4]", "[1]"})
    @Differentiable
    static double twoBuffers(double[] start) {
        double[] now = start.clone();
        double[] next = new double[now.length];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < now.length; i++) {
                next[i] = now[i] * now[(i + 1) % now.length] + 0.1 * k;
            }
            for (int i = 0; i < now.length; i++) {
                now[i] = next[i];
            }
        }
        return now[0];
    }

    @At({"{0.5, 1.2, 2.7}", "{1.5, 0.1, 0.9}"})
    @Differentiable
    static double indexFromActive(double[] a) {
        int i = (int) a[0];
        int j = (int) Math.floor(a[1]);
        return a[i] * a[j] + a[2] * i;
    }

    @At({"[3]"})
    @Differentiable
    static double deadStores(double[] a) {
        double[] dead = a.clone();
        double[] alive = a.clone();
        for (int i = 0; i < a.length; i++) {
            dead[i] = Math.log(dead[i]) * a[0];
            alive[i] = a[i] * a[0];
            alive[0] = alive[i] * 2;
        }
        return alive[0] + alive[1];
    }

    @At({"0.5; 1", "0.5; 2", "0.5; 4"})
    @Differentiable
    static double clonesInLoop(double x, int n) {
        double[] a = {x, 1};
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] before = a.clone();
            a[0] = before[0] * before[1];
            a[1] = before[0] + a[0] * x;
            sum += before[1] * a[1];
        }
        return sum + a[0];
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 3"})
    @Differentiable
    static double writtenInWhile(double x, int n) {
        double[] a = {x, x * x, 0};
        int i = 0;
        while (i < n && a[0] < 50) {
            a[2] = a[0] * a[1];
            a[0] = a[1] + a[2];
            a[1] = a[2] * 0.5 + x;
            i++;
        }
        return a[0] * a[2] + a[1];
    }

    @At({"[4]; 2", "[4]; 0", "[4]; 3"})
    @Differentiable
    static double sameElementTwice(double[] start, int k) {
        double[] a = start.clone();
        a[k] = a[k] * a[k];
        a[3 - k] = a[k] * a[3 - k];
        a[k] = a[k] + a[3 - k] * a[k];
        return a[k] * a[3 - k];
    }

    @At({"0.25", "2"})
    @Differentiable
    static double[] constantElements(double x) {
        double[] y = {1, x, 2};
        y[0] = 7;
        return y;
    }

    @At({"[4]; 0.5", "[1]; -2", "[0]; 1"})
    @Differentiable
    static double[] scaledCopy(double[] a, double s) {
        double[] y = a.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= s;
        }
        return y;
    }

    @At({"1.5; 0", "1.5; 3"})
    @Differentiable
    static double[] zeroLength(double x, int n) {
        double[] y = new double[n];
        if (n > 0) {
            y[0] = x;
        }
        return y;
    }

    @At({"[3]", "[2]"})
    @Differentiable
    static double arraysOfActiveLength(double[] a) {
        double[] b = new double[(int) (a[0] * 0) + 2];
        b[0] = a[0];
        b[1] = a[1] * b[0];
        return b[1] * b.length;
    }

    @At(
            value = {"[3]; 1"},
            fails = {"[3]; 3", "[3]; -1", "[0]; 0"})
    @Differentiable
    static double outOfBounds(double[] a, int i) {
        double[] b = a.clone();
        b[i] = b[i] * 2;
        return b[i] * a[0];
    }

    @At(
            value = {"1.5; 6; 4"},
            fails = {"1.5; 6; 0", "1.5; -1; 2", "1.5; 6; 1"})
    @Differentiable
    static double failingIntegers(double x, int n, int m) {
        double[] a = new double[n];
        a[n / m] = x;
        return a[1] * x;
    }

    @At({"0.5; 2", "0.5; 4"})
    @Differentiable
    static double readAfterTheLoop(double x, int n) {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = Math.sin(x * i) + 1;
        }
        return a[0] * a[1] * a[n - 1];
    }

    @At({"[1]", "[2]", "[4]"})
    @Differentiable
    static double changedByIndependentLoops(double[] start) {
        double[] a = start.clone();
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * a[i] + start[0];
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.exp(-a[i]) * start[i];
        }
        for (int i = 0; i < a.length; i++) {
            a[i] *= sum + a[i];
        }
        double product = a[0];
        for (int i = 0; i < a.length; i++) {
            product += a[i] * a[a.length - 1 - i];
        }
        return product * a[0] * sum;
    }

    @At({"[1]; 0.5", "[2]; 0.5", "[4]; -1"})
    @Differentiable
    static double[] scaledBySum(double[] a, double x) {
        double[] y = new double[a.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            y[i] = a[i] * a[i] * x;
            sum += y[i];
        }
        for (int i = 0; i < a.length; i++) {
            y[i] = y[i] / (2 + sum);
        }
        return y;
    }

    @At({"[2]", "[4]"})
    @Differentiable
    static double overwrittenAfterTheLoop(double[] start) {
        double[] a = start.clone();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.exp(a[i]) * a[i];
        }
        a[0] = 5;
        a[1] = start[0] * start[1];
        return sum * sum + a[1] * a[0];
    }

    /** What is added is made of the element that it is added to, and of nothing else. */
    @At({"[3]; 0", "[3]; 1", "[3]; 2", "[3]; 3"})
    @Differentiable(order = 2)
    static double addedToItself(double[] start, int n) {
        double[] a = start.clone();
        for (int i = 0; i < n; i++) {
            a[i] += a[i] + 2;
            a[i] -= a[i] * a[i] * a[i];
        }
        return a[0] * a[1] + 3 * a[2];
    }
}
