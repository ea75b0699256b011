package corpus;

import static corpus.Library.wave;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Methods that call annotated ones of another file. */
final class Elsewhere {

    private Elsewhere() {}

    @At({"0.5; 2"})
    @Differentiable(order = 2)
    static double staticImport(double x, double y) {
        return wave(x * y, x) + wave(y, 1) * x;
    }

    @At({"0.5; 2"})
    @Differentiable(order = 2)
    static double qualified(double x, double y) {
        double first = Library.wave(x, y);
        return corpus.Library.wave(first, y) - first;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 3"})
    @Differentiable(order = 2)
    static double inLoop(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = Library.wave(y, i * x);
        }
        return y;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 3"})
    @Differentiable(order = 2)
    static double sumInLoop(double x, int n) {
        double y = 0;
        for (int i = 0; i < n; i++) {
            y += Library.wave(x, i) * x;
        }
        return y;
    }

    @At({"0.5; 0.25", "0.5; 4", "0.1; 1e3"})
    @Differentiable(order = 2)
    static double inWhile(double x, double limit) {
        double y = x;
        int n = 0;
        while (Library.wave(y, 1) < limit && y < 50 && n++ < 20) {
            y = Library.wave(y, x) + y + 1;
        }
        return y;
    }

    @At({"0.5; true", "0.5; false"})
    @Differentiable(order = 2)
    static double inBranch(double x, boolean which) {
        double y = which ? Library.wave(x, x) : x;
        if (!which) {
            y = Library.wave(y, 2 * y);
        }
        return y * (which ? 1 : Library.wave(1, x));
    }

    @At({"{0.5, 2}; 3"})
    @Differentiable(order = 2)
    static double array(double[] x, double s) {
        return Library.norm(x, s, 2) * s + Library.norm(x, 1, 0);
    }

    @At({"{0.5, 2}; 3; 0", "{0.5, 2}; 3; 1", "{0.5, 2}; 3; 4"})
    @Differentiable(order = 2)
    static double arrayThatChanges(double[] x, double s, int n) {
        double[] y = x.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Library.norm(y, s, i);
            y[i % y.length] *= sum;
        }
        return sum * y[0];
    }

    @At({"{0.5, 2}; 3; 0", "{0.5, 2}; 3; 1", "{0.5, 2}; 3; 4"})
    @Differentiable(order = 2)
    static double arrayOfEachIteration(double[] x, double s, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] y = new double[] {x[0], s * i, x[1] * s};
            sum += Library.norm(y, s, i) * y[1];
            y[0] = sum;
            sum += y[0] * y[0];
        }
        return sum;
    }

    @At({"{0.5, 2}; 3", "{0.5}; 2"})
    @Differentiable
    static double[] arrayResult(double[] x, double s) {
        double[] y = Library.scaled(x, s);
        double[] z = Library.scaled(y, y[0]);
        z[0] += s;
        return z;
    }

    @At({"{0.5, 2}; 3; 0", "{0.5, 2}; 3; 1", "{0.5, 2}; 3; 3"})
    @Differentiable(order = 2)
    static double arrayResultInLoop(double[] x, double s, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] y = Library.scaled(x, s * i);
            y[0] *= y[1];
            sum += Library.norm(y, 1, i) + y[0];
        }
        return sum;
    }

    @At({"{0.5, 2}; 3; 0", "{0.5, 2}; 3; 1", "{0.5, 2}; 3; 3"})
    @Differentiable(order = 2)
    static double arrayResultInWhile(double[] x, double s, int n) {
        double sum = 0;
        int i = 0;
        while (i * sum < 1000 && i < n) {
            double[] y = Library.scaled(x, s + i);
            sum += y[0] * y[1] * sum + y[1];
            i++;
        }
        return sum;
    }

    @At({"{0.5, 2}; 3; true", "{0.5, 2}; 3; false"})
    @Differentiable(order = 2)
    static double elementOfResultInBranch(double[] x, double s, boolean which) {
        if (which) {
            return Library.scaled(x, s)[1];
        }
        return s;
    }

    @At({"{0.5, 2}; 3; 0", "{0.5, 2}; 3; 1", "{0.5, 2}; 3; 3"})
    @Differentiable(order = 2)
    static double elementOfResultInLoop(double[] x, double s, int n) {
        double y = s;
        for (int i = 0; i < n; i++) {
            y = i > 1 ? Library.scaled(x, y)[1] : Library.scaled(x, y * y)[0];
        }
        return y;
    }

    @At(kinks = {"2; 5"})
    @Differentiable(order = 2)
    static double constantParameter(double x, double y) {
        return Library.withConstant(x, y) * y;
    }

    @At({"2"})
    @Differentiable(order = 2)
    static double activeIntoConstant(double x) {
        return Library.withConstant(3, 2) * x;
    }

    @At({"2; 5"})
    @Differentiable(order = 2)
    static double ownConstant(double x, @Constant double y) {
        return Library.wave(x, y);
    }

    @At({"2; 0.5"})
    @Differentiable(order = 2)
    static double renamed(double value, double seed) {
        return Library.clashing(value, seed, 0.5) * Library.overloaded(value) * Library.overloaded(value, seed);
    }

    @At({"2; 0.5"})
    @Differentiable
    static double ofOtherTypes(double x, double y) {
        return Library.Nested.square(x) + Library.Shape.area(x, y) + Library.Kind.weight(y) + Library.Pair.product(x, y);
    }

    @At({"1.5; 0", "1.5; 3"})
    @Differentiable
    static double there(double x, int n) {
        return n == 0 ? x : Library.back(x * x, n - 1) + x;
    }

    @At({"{0.5, 2}; {1, 3}"})
    @Differentiable(order = 2)
    static double sameArrayTwice(double[] a, double[] b) {
        return Library.product(a, a) * Library.product(a, b);
    }

    @At({"{0.5, 2}; 0", "{0.5, 2}; 1", "{0.5, 2}; 2"})
    @Differentiable(order = 2)
    static double arrayThatBeginsAsAnother(double[] x, int n) {
        double[] y = x;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Library.product(y, x);
            y = Library.scaled(y, sum);
        }
        return sum + y[0];
    }

    @At({"[2, 2]", "[1, 2]"})
    @Differentiable(order = 2)
    static double rowsWithEachOther(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += Library.product(a[i], a[j]);
            }
        }
        return sum;
    }

    @At({"1.5"})
    @Differentiable(order = 2)
    static double sameScalarTwice(double x) {
        return Library.wave(x, x) * Library.wave(x, x);
    }

    // What is passed to methods without derivatives does not vary.

    @At({"[6]; 3", "[4]; 2", "{}; 0"})
    @Differentiable(order = 2)
    static double indexed(double[] x, int columns) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < columns; j++) {
                double v = x[Opaque.index(i, j, columns)];
                sum += v * v * Integer.bitCount(j);
            }
        }
        return sum;
    }

    @At(value = {"0.5; 2; 3", "0.5; 0.25; 0"}, fails = "0.5; -1; 2")
    @Differentiable(order = 2)
    static double rates(double x, @Constant double year, int n) {
        double y = x;
        double factor = 1;
        while (Opaque.isUsed(factor, n) && factor < 10) {
            y *= Opaque.rate((float) year, factor) + x;
            factor += year;
        }
        return y * y + Opaque.rate((float) year, 2);
    }

    @At({"0.5; 2"})
    @Differentiable
    static double[] rateOfVector(double x, @Constant double year) {
        return new double[] {x * Opaque.rate((float) year, 3), Opaque.rate(1, year)};
    }

    @At(value = "1.5; 2", single = true)
    @Differentiable
    static double floats(float x, double y) {
        return Library.ofFloat(x, y) * Library.ofFloat((float) y, 1) * x;
    }
}
