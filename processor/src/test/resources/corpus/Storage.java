package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** What the reverse sweep keeps, puts back, carries along or has in advance. */
final class Storage {

    private Storage() {}

    @At({"[1]", "[4]"})
    @Differentiable
    static double addedToItself(double[] x) {
        double[] a = x.clone();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] += Math.sin(a[i]);
            sum += a[i] * a[i];
        }
        return sum;
    }

    @At({"0.7; 0.2", "-0.3; 1.5"})
    @Differentiable(order = 2)
    static double hornerAndBell(double x, double y) {
        double t = x * y;
        double polynomial = 1 + t * (2 + t * (3 - t * (4 + t)));
        return polynomial * y + Math.exp(-t * t / 2) * polynomial;
    }

    @At({"0.7; 0", "0.7; 1", "-0.3; 2", "1.5; 7"})
    @Differentiable(order = 2)
    static double iterated(double x, int n) {
        double y = x * x;
        double z = y;
        for (int i = 0; i < n; i++) {
            z = z - (z * z - y) / (2 * z + i);
        }
        return z * x;
    }

    @At({"2; 3", "0.5; -1", "9; 0.1"})
    @Differentiable
    static double converged(double x, double y) {
        double root = 1;
        int trips = 0;
        while (Math.abs(root * root - x) > 1e-13 * x && trips < 50) {
            root = (root + x / root) / 2;
            trips++;
        }
        return root * y * (root > 1 ? root : 2 * root);
    }

    @At({"[1]", "[2]", "[3]", "[6]"})
    @Differentiable
    static double stencilUp(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length - 1; i++) {
            sum += x[i - 1] * x[i] * x[i + 1] + x[i] * x[i];
        }
        return sum;
    }

    @At({"[1]", "[2]", "[3]", "[6]"})
    @Differentiable
    static double stencilDown(double[] x) {
        double product = 1;
        for (int i = x.length - 2; i >= 1; i--) {
            product *= 1 + 0.1 * (x[i + 1] - x[i - 1] * x[i]);
        }
        return product;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double stencilInclusive(double[] x) {
        double product = 1;
        for (int i = 2; i <= x.length - 1; i++) {
            product *= 2 - x[i - 2] * x[i] + x[i - 1];
        }
        return product;
    }

    @At({"[1]; 1", "[3]; 0", "[5]; 1", "[5]; 3"})
    @Differentiable
    static double stencilSteps(double[] start, int n) {
        double[] u = start.clone();
        for (int t = 0; t < n; t++) {
            double[] next = u.clone();
            for (int i = 1; i < u.length - 1; i++) {
                next[i] = u[i] + 0.1 * (u[i + 1] - 2 * u[i] + u[i - 1]) - 0.2 * u[i] * (u[i + 1] - u[i - 1]);
            }
            u = next;
        }
        double sum = 0;
        for (double element : u) {
            sum += element * element;
        }
        return sum;
    }

    @At({"[1]; 1", "[3]; 0", "[5]; 1", "[5]; 3"})
    @Differentiable
    static double inPlaceSteps(double[] start, int n) {
        double[] u = start.clone();
        for (int t = 0; t < n; t++) {
            for (int i = 1; i < u.length - 1; i++) {
                u[i] = u[i] * u[i - 1] + 0.5 * u[i + 1] * u[i] * u[i - 1] / (1 + u[i] * u[i]);
            }
        }
        double sum = 0;
        for (double element : u) {
            sum += element * element;
        }
        return sum;
    }

    @At({"[0]", "[1]", "[2]", "[4]"})
    @Differentiable
    static double eliminated(double[] x) {
        int n = x.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? 4 + x[i] : x[i] * x[j] / (1 + i + j);
            }
        }
        double determinant = 1;
        for (int k = 0; k < n; k++) {
            determinant *= a[k][k];
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        return determinant;
    }

    @At({"[4]; 0", "[4]; 1", "[4]; 2", "[4]; 5"})
    @Differentiable
    static double overwrittenInBranches(double[] x, int n) {
        double[] a = x.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double before = a[i % 4] * a[(i + 1) % 4];
            if (i % 2 == 0) {
                a[i % 4] = before * a[(i + 2) % 4];
            } else {
                a[(i + 1) % 4] = Math.cos(a[i % 4]) + before;
                a[i % 4] *= a[(i + 1) % 4];
            }
            sum += a[i % 4] * before * a[(i + 3) % 4];
        }
        return sum + a[0];
    }

    @At({"[3]; [1]", "[3]; [4]", "[1]; [2]"})
    @Differentiable
    static double scratchInNest(double[] x, double[] weights) {
        int d = x.length;
        double[] shifted = new double[d];
        double[] squares = new double[d];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int c = 0; c < weights.length; c++) {
                for (int j = 0; j < d; j++) {
                    shifted[j] = x[j] - weights[c] * i;
                    squares[j] = shifted[j] * shifted[j];
                }
                for (int j = 0; j < d; j++) {
                    for (int l = j + 1; l < d; l++) {
                        squares[l] += shifted[j] * weights[c];
                    }
                }
                double norm = 0;
                for (int j = 0; j < d; j++) {
                    norm += squares[j] * squares[j] * shifted[j];
                }
                sum += Math.exp(-0.01 * norm);
            }
        }
        return sum;
    }

    @At({"[3]; 0", "[3]; 1", "[3]; 4"})
    @Differentiable
    static double scratchInSteps(double[] x, int n) {
        double[] state = x.clone();
        double[] slope = new double[x.length];
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < slope.length; i++) {
                slope[i] = Math.sin(state[i]) * state[0];
            }
            for (int i = 0; i < slope.length; i++) {
                state[i] += 0.1 * slope[i] * slope[0];
            }
        }
        return state[0] * state[1] * state[2];
    }
}
