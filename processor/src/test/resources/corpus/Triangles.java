package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Nested loops over arrays whose elements are written once, before they are read; and others that look like them. */
final class Triangles {

    private Triangles() {}

    /** Row by row. */
    @At({"[0]; 0", "[1]; 1", "[2]; 2", "[3]; 4"})
    @Differentiable(order = 2)
    static double choleskyByRows(double[] x, int n) {
        double[][] l = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double element = i == j ? n + 1 : Math.sin(x[(i + j) % x.length] + i);
                for (int k = 0; k < j; k++) {
                    element -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = Math.sqrt(element);
                    sum += Math.log(l[i][i]);
                } else {
                    l[i][j] = element / l[j][j];
                }
            }
        }
        return 2 * sum;
    }

    /** Column by column; every element is overwritten again and again until it is done. */
    @At({"[1]; 1", "[2]; 2", "[3]; 4"})
    @Differentiable(order = 2)
    static double choleskyByColumns(double[] x, int n) {
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                l[i][j] = i == j ? n + 1 : Math.sin(x[(i + j) % x.length] + i);
            }
        }
        double product = 1;
        for (int k = 0; k < n; k++) {
            l[k][k] = Math.sqrt(l[k][k]);
            product *= l[k][k];
            for (int i = k + 1; i < n; i++) {
                l[i][k] /= l[k][k];
            }
            for (int j = k + 1; j < n; j++) {
                for (int i = j; i < n; i++) {
                    l[i][j] -= l[i][k] * l[j][k];
                }
            }
        }
        return product;
    }

    /** Crout's method: L and U in arrays of their own, U with ones on the diagonal. */
    @At({"[1]; 1", "[2]; 2", "[3]; 4"})
    @Differentiable
    static double crout(double[] x, int n) {
        double[][] l = new double[n][n];
        double[][] u = new double[n][n];
        double product = 1;
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double s = i == j ? n + 2 : Math.cos(x[i % x.length] + j);
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * u[k][j];
                }
                l[i][j] = s;
            }
            for (int i = j + 1; i < n; i++) {
                double s = Math.cos(x[j % x.length] - i);
                for (int k = 0; k < j; k++) {
                    s -= l[j][k] * u[k][i];
                }
                u[j][i] = s / l[j][j];
            }
            product *= l[j][j];
        }
        return product;
    }

    /** The factors replace the matrix. */
    @At({"[1]; 1", "[2]; 2", "[3]; 4"})
    @Differentiable
    static double luInPlace(double[] x, int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = (i == j ? n + 2 : 0) + Math.sin(x[(i + 2 * j) % x.length] * j);
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double s = a[i][j];
                for (int k = 0; k < Math.min(i, j); k++) {
                    s -= a[i][k] * a[k][j];
                }
                a[i][j] = j < i ? s / a[j][j] : s;
            }
            sum += Math.log(a[i][i]);
        }
        return sum;
    }

    @At({"[0]; 2; [0]", "[1]; 2; [1]", "[2]; -0.5; [2]", "[4]; 3; [4]"})
    @Differentiable
    static void forwardSubstitution(double[] b, double d, @Output double[] x) {
        for (int i = 0; i < b.length; i++) {
            double s = b[i];
            for (int j = 0; j < i; j++) {
                s -= d * x[j] / (i + j);
            }
            x[i] = s / (d + i);
        }
    }

    @At({"[0]; 2", "[1]; 2", "[2]; -0.5", "[4]; 3"})
    @Differentiable
    static double[] backSubstitution(double[] b, double d) {
        double[] x = new double[b.length];
        for (int i = b.length - 1; i >= 0; i--) {
            double s = b[i];
            for (int j = i + 1; j < b.length; j++) {
                s -= d * x[j] / (i + j);
            }
            x[i] = s / (d + i);
        }
        return x;
    }

    /** The solution replaces the right-hand side. */
    @At({"[1]; 2", "[2]; -0.5", "[4]; 3"})
    @Differentiable
    static double solvedInPlace(double[] b, double d) {
        double[] x = b.clone();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= d * x[j] * x[j];
            }
            x[i] = Math.tanh(x[i] / d);
            sum += x[i] * x[i];
        }
        return sum;
    }

    @At({"[1]", "[2]", "[5]"})
    @Differentiable
    static double prefixes(double[] x) {
        double[] p = new double[x.length];
        p[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            p[i] = Math.sin(p[i - 1]) * x[i];
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += p[i] * p[i];
        }
        return sum;
    }

    /** Each element is made of one that the loop has yet to overwrite, and of one that it has overwritten. */
    @At({"[1]; 1", "[2]; 2", "[5]; 3"})
    @Differentiable
    static double relaxed(double[] x, int rounds) {
        double[] u = x.clone();
        for (int t = 0; t < rounds; t++) {
            for (int i = 1; i < u.length - 1; i++) {
                u[i] = Math.sin(u[i - 1] * u[i + 1]);
            }
            for (int i = u.length - 2; i >= 1; i--) {
                u[i] = u[i] * Math.exp(-u[i + 1] * u[i - 1]);
            }
        }
        double sum = 0;
        for (double each : u) {
            sum += each;
        }
        return sum;
    }

    /** Where the rows are one array, what was stored to the first is overwritten by way of the other. */
    @At({"[3]; 0; 1", "[3]; 1; 1", "[3]; 2; 0"})
    @Differentiable
    static double oneRowInTwoPlaces(double[] x, int one, int other) {
        double[][] l = new double[3][3];
        l[one] = l[other];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                double s = x[i] * x[j] + 2;
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k] * 0.1;
                }
                l[i][j] = Math.sqrt(s * s + 1);
                sum += Math.log(l[i][j]) * x[j];
            }
        }
        return sum;
    }

    /** The rows are the caller's. */
    @At({"{1, 2, 3}; {{0.1, 0.2, 0.3}, {0.4, 0.5, 0.6}, {0.7, 0.8, 0.9}}"})
    @Differentiable
    static void rowsOfTheCaller(double[] x, @Output double[][] l) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                double s = x[i] + x[j];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k] * 0.1;
                }
                l[i][j] = Math.sqrt(s * s + 1);
            }
        }
    }

    /** A new array in each step, and the one before. */
    @At({"[1]; 1", "[2]; 2", "[4]; 3", "[3]; 0"})
    @Differentiable(order = 2)
    static double arraysOfTheirOwn(double[] start, int steps) {
        double[] u = start.clone();
        for (int t = 0; t < steps; t++) {
            double[] next = new double[u.length];
            next[0] = Math.exp(-u[0]);
            for (int i = 1; i < u.length; i++) {
                next[i] = Math.exp(-u[i] * u[i - 1]) * next[i - 1];
            }
            next[u.length - 1] = Math.tanh(next[u.length - 1] * u[0]);
            u = next;
        }
        double sum = 0;
        for (double each : u) {
            sum += each * each;
        }
        return sum;
    }

    /** One array that each step writes to again. */
    @At({"[1]; 1", "[2]; 2", "[4]; 3"})
    @Differentiable
    static double arrayUsedAgain(double[] start, int steps) {
        double[] u = start.clone();
        double[] next = new double[u.length];
        double product = 1;
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < u.length; i++) {
                next[i] = Math.exp(-u[i]) + next[i] * u[0];
            }
            for (int i = 0; i < u.length; i++) {
                u[i] = next[i] * next[u.length - 1 - i];
                product *= u[i];
            }
        }
        return product;
    }

    /** The place of an element that depends on the element. */
    @At({"[1]", "[3]"})
    @Differentiable
    static double placeByValue(double[] x) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            double[] a = new double[8];
            double e = Math.exp(-x[i] * x[i]) + i;
            a[(int) (e + 1)] = e;
            product *= e * Math.sin(e * x[i]) + a[i + 1];
        }
        return product;
    }

    /** Steps of two; the elements in between are left alone. */
    @At({"[1]", "[2]", "[3]", "[6]"})
    @Differentiable
    static double everyOther(double[] x) {
        double[] a = x.clone();
        for (int i = 2; i < x.length; i += 2) {
            a[i] = Math.sin(a[i - 1]) * a[i] * Math.exp(a[i - 2]);
        }
        for (int i = x.length - 3; i >= 0; i -= 2) {
            a[i] = Math.sin(a[i + 1] * a[i + 2]);
        }
        double sum = 0;
        for (double each : a) {
            sum += each * each;
        }
        return sum;
    }

    /** The loop goes over the pairs in an order of its own. */
    @At({"[1]; 1", "[2]; 2", "[3]; 4"})
    @Differentiable
    static double fromTheEnd(double[] x, int n) {
        double[][] a = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = n - 1; j > i; j--) {
                double s = x[i % x.length];
                for (int k = j + 1; k < n; k++) {
                    s += a[i][k] * 0.5;
                }
                if (i > 0) {
                    s *= a[i - 1][j] + a[i - 1][i];
                }
                a[i][j] = Math.sin(s);
                sum += a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    /** What is kept in some iterations only. */
    @At({"[1]", "[2]", "[5]"})
    @Differentiable
    static double storedInBranches(double[] x) {
        double[] a = new double[x.length];
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(-x[i]);
            if (i % 2 == 1) {
                a[i] = e;
            }
            product *= Math.sin(e * e) + e;
        }
        return product + a[x.length - 1];
    }

    /** {@code i + 2} is less than {@code i} where it overflows. */
    @At({"[2]; 2147483646; 1", "[2]; 1; 1", "[3]; -2; 2"})
    @Differentiable
    static double beyondTheLargest(double[] x, int start, int k) {
        double[] a = x.clone();
        double sum = 0;
        for (int i = start; i > start - 2; i--) {
            if (k > i + 2) {
                sum += a[k] * a[0];
            }
            if (k <= i) {
                a[k] = Math.exp(-a[k]);
            }
        }
        return sum + a[k];
    }

    /** One array that every term of a sum fills anew. */
    @At({"[1]; 0", "[2]; 2", "[5]; 3"})
    @Differentiable
    static double sumOfScratch(double[] x, int n) {
        double[] w = new double[x.length];
        double sum = 0;
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < w.length; i++) {
                w[i] = Math.sin(x[i] * t);
            }
            for (int i = 0; i < w.length; i++) {
                sum += w[i] * w[0] * x[i];
            }
        }
        return sum;
    }
}
