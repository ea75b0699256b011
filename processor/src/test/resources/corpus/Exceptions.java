package corpus;

import static java.util.Objects.requireNonNull;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;
import java.util.Objects;

/** Preconditions, and other ends by {@code throw}; assertions. */
final class Exceptions {

    private Exceptions() {}

    static final String PLACE = "in the corpus";

    static final class Unlucky extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unlucky(String text, int code) {
            super(text + "/" + code);
        }
    }

    @At(
            value = {"1.5; 0", "1.5; 1", "1.5; 2", "1.5; 5"},
            fails = {"1.5; -1", "1.5; -7"})
    @Differentiable(order = 2)
    static double precondition(double x, int n) {
        if (n < 0) throw new IllegalArgumentException("n = " + n);
        double p = 1;
        for (int i = 0; i < n; i++) {
            p *= x + i;
        }
        return p * x;
    }

    @At(
            value = {"{1, 2, 3}; 0.5", "{2}; 0.5"},
            kinks = {"{}; 1"},
            fails = {"{1, -2, 3}; 0.5", "{-1}; 2", "{1, 2, -0.25}; 4"})
    @Differentiable(order = 2)
    static double inALoop(double[] x, double t) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            if (v < 0) {
                throw new ArithmeticException("x[" + i + "] = " + v + ", t = " + (t + 1));
            }
            sum += v * v * t;
        }
        return sum * sum;
    }

    @At(
            value = {"{1, 2, 3}; 2.5", "{0.5}; 1.25"},
            kinks = {"{3}; 1"},
            fails = {"{1, 2, 3}; -1", "{}; 1", "{-1}; 0.5"})
    @Differentiable(order = 2)
    static double lastStatement(double[] x, double t) {
        for (double v : x) {
            if (v * t > 0 && v < t) {
                return v * v * t;
            }
            if (v > 100 - 3 * t) {
                break;
            }
        }
        if (t == 1) {
            return 3 * t * x[0];
        }
        throw new IllegalStateException(PLACE + ": " + x.length);
    }

    @At(
            value = {"2; 1", "2; 2", "2; 3", "2; 4"},
            fails = {"2; 0", "2; 7"})
    @SuppressWarnings("fallthrough")
    @Differentiable(order = 2)
    static double switchArms(double x, int n) {
        double y =
                switch (n) {
                    case 1 -> x * x;
                    case 2 -> {
                        double t = Math.sin(x);
                        yield t * t;
                    }
                    case 3, 4 -> x / n;
                    default -> throw new IllegalArgumentException(String.valueOf(n));
                };
        switch (n) {
            case 1:
                y *= x;
            case 2:
                y += x;
                break;
            case 4:
                y -= x * x;
                break;
            case 5:
                throw new UnsupportedOperationException();
            default:
                y *= 2;
        }
        return y * y;
    }

    @At(
            value = {"2; 3", "2; 1"},
            fails = {"2; 0", "-1; 3", "2; 100"})
    @Differentiable(order = 2)
    static double helpers(double x, int n) {
        return root(x) * checked(n) + root(x + positive(n));
    }

    private static double root(double x) {
        if (!(x >= 0)) {
            throw new ArithmeticException("root of " + x);
        }
        return Math.sqrt(x);
    }

    private static int checked(int n) {
        if (n > 50) {
            fail(n);
        }
        return n * n;
    }

    private static void fail(int n) {
        throw new IndexOutOfBoundsException(n);
    }

    private static double positive(int n) {
        if (n > 0) {
            return n;
        } else {
            throw new Unlucky("n" + " is " + n + 1 + 'c' + true, n);
        }
    }

    @At(
            value = {"2; 3", "2; 1", "2; -1"},
            fails = {"2; 0", "2; -3"})
    @Differentiable(order = 2)
    static double bothSides(double x, int n) {
        double y;
        double[] a;
        if (n == 0) {
            throw new IllegalArgumentException("" + n);
        } else {
            y = x * x;
            a = new double[] {x, y};
            if (n < 0) {
                y = a[1] * 3;
                if (n == -3) {
                    throw new ArithmeticException();
                }
            }
        }
        return y * n * a[0];
    }

    @At(
            value = {"40; 1e-9", "2; 1e-6"},
            fails = {"1e30; 1e-12"})
    @Differentiable(order = 2)
    static double iteration(double x, @Constant double tolerance) {
        double y = 1;
        int count = 0;
        while (true) {
            double next = (y + x / y) / 2;
            if (Math.abs(next - y) < tolerance) {
                return next * x;
            }
            if (++count > 30) {
                throw new ArithmeticException("no convergence after " + count + " iterations");
            }
            y = next;
        }
    }

    @At(fails = {"2; 3", "2; -3"})
    @Differentiable(order = 2)
    static double always(double x, int n) {
        if (n > 0) {
            throw new UnsupportedOperationException("not yet");
        }
        throw new UnsupportedOperationException();
    }

    @At(
            value = {"{1, 2}; 2", "{3}; 1"},
            kinks = {"{}; 0"},
            fails = {"{1, 2}; 3", "{1, 2}; 0"})
    @Differentiable
    static double[] vector(double[] x, int n) {
        if (x.length != n) {
            throw new IllegalArgumentException(x.length + " and " + n);
        }
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * x[n - 1 - i];
        }
        return y;
    }

    @At(fails = {"{1, 2}"})
    @Differentiable
    static double[] alwaysOfAVector(double[] x) {
        throw new UnsupportedOperationException();
    }

    @At(
            value = {"{0.5, 2}", "{3}"},
            kinks = {"{}"},
            fails = {"{-5, 2}"})
    @Differentiable(order = 2)
    static double afterALoop(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v * v;
        }
        if (sum < 0) {
            throw new IllegalStateException();
        }
        double total = 0;
        for (double v : x) {
            total += v * v;
        }
        return sum + total;
    }

    @At(
            value = {"{0.5, 2}; 1", "{3}; 0"},
            fails = {"{0.5, 2}; 2", "{1}; -1"})
    @Differentiable(order = 2)
    static double ordered(double[] x, int i) {
        double v = x[i] * 2;
        if (i > 100 || i < 0) {
            throw new IllegalStateException("too late");
        }
        return v * v;
    }

    @At(
            value = {"{0.5, 2}; 1.25", "{3}; 2"},
            fails = {"{0.5, 2}; -1"})
    @Differentiable(order = 2)
    static double doThrow(double[] x, double t) {
        double s = x[0];
        int count = 0;
        do {
            s *= t;
            if (s < 0) {
                throw new ArithmeticException("s = " + s);
            }
        } while (s < 8 && t > 1 && ++count < 20);
        for (int i = 0; i < x.length; i++) {
            if (t < -5) {
                throw new ArithmeticException();
            } else {
                s += x[i] * x[i];
            }
        }
        return s * t;
    }

    @At({"{0.5, 2}; 1", "{3}; 2"})
    @Differentiable(order = 2)
    static double assertions(double[] x, double t) {
        assert t > 0;
        double s = t;
        for (double v : x) {
            s += v * v;
            assert s > t : "s = " + s + " of " + x.length;
        }
        assert isPositive(x);
        assert s > 0 || x[7] > 0 : x[5];
        return s * s;
    }

    private static boolean isPositive(double[] x) {
        for (double v : x) {
            if (v <= 0) {
                return false;
            }
        }
        return true;
    }

    record Weights(double[] values, String name) {

        Weights {
            values = Objects.requireNonNull(values).clone();
            requireNonNull(name, "a name");
        }
    }

    @At({"{0.5, 2}; square", "{3, 1}; cube"})
    @Differentiable(order = 2)
    static double notNull(double[] x, String name) {
        requireNonNull(x, "x");
        Weights weights = requireNonNull(new Weights(requireNonNull(x, name + x.length), requireNonNull(name)));
        double[] w = requireNonNull(weights.values());
        w[0] *= x[1];
        return weights.name().equals("cube") ? w[0] * w[1] * x[0] : w[0] * weights.values()[0];
    }

    /** A row may be missing, and nobody uses some of them. */
    @At(
            value = {"{0.5, 2}; 3", "{3, 1}; 4"},
            fails = {"{0.5, 2}; 2", "{0.5, 2}; 1", "{0.5, 2}; 0", "{0.5, 2}; -1"})
    @Differentiable(order = 2)
    static double missingRow(double[] x, int n) {
        double[][] rows = new double[4][];
        int made = 0;
        for (int i = 0; i < n; i++) {
            rows[i] = x.clone();
            rows[i][0] *= x[1];
        }
        requireNonNull(rows[2], "row " + ++made + " of " + n);
        double[] row = requireNonNull(rows[1]);
        return row[0] * row[1] * made;
    }

    @At(
            value = {"{{0.5, 2}, {1, 3}}; 1", "{{3}}; 0"},
            fails = {"{{3}}; 1"})
    @Differentiable
    static double[] presentRows(double[][] x, int i) {
        for (double[] row : x) {
            requireNonNull(row);
        }
        double[] y = requireNonNull(x[i], "x[" + i + "]").clone();
        y[0] *= x[0][0];
        return y;
    }

    /** Whether a row is missing shows when it runs; nothing else ever is. */
    @At(
            value = {"{0.5, 2, 3}; square; 3", "{3, 1, 2}; cube; 1", "{3, 1, 2}; cube; 0"},
            fails = {"{3, 1, 2}; cube; -1", "{3, 1, 2}; cube; 4"})
    @Differentiable(order = 2)
    static double comparedWithNull(double[] x, String name, int n) {
        if (x == null || n < 0 || null == name) {
            throw new IllegalArgumentException("none");
        }
        double[][] rows = new double[3][];
        for (int i = 0; i < n; i++) {
            rows[i] = x.clone();
            rows[i][0] *= x[1];
        }
        Weights weights = new Weights(x, name);
        double sum = weights != null && (weights.values()) != (null) ? x[2] : 0;
        for (double[] row : rows) {
            boolean isMissing = null == row;
            sum += isMissing ? x[0] * x[0] * x[2] : row[0] * row[1];
        }
        return rows[1] != null ? sum * sum : sum;
    }

    @At({"{{0.5, 2}, {1, 3}}; 1", "{{3}}; 0"})
    @Differentiable
    static double[] presentRow(double[][] x, int i) {
        double[] y = i < x.length && x[i] != null ? x[i].clone() : new double[1];
        y[0] *= x[0][0];
        return y;
    }

    @At(fails = {"2; 5", "3; 200", "200; 0.5"})
    @Differentiable(order = 2)
    static double endless(double x, double y) {
        double s = x * y;
        int trips = 0;
        while (true) {
            s += x;
            trips++;
            if (s > 150 || trips > 200) {
                throw new IllegalStateException((y > 100 ? "large y, s = " : "s = ") + s);
            }
        }
    }

    @At(
            value = {"1.5; 0", "1.5; 4", "1.5; 5", "0.5; -1"},
            fails = {"1.5; 1", "1.5; 2", "1.5; 3"})
    @Differentiable(order = 2)
    static double endlessInside(double x, int n) {
        double s = 1;
        for (int i = 0; i < 4; i++) {
            s *= x;
            if (n == i && i > 0) {
                for (int trips = 0; ; trips++) {
                    if (s > 20 || trips > 50) {
                        throw new IllegalStateException(n > 2 ? "large" : n > 1 ? "middle" : "small");
                    }
                    s += x * x;
                }
            }
            if (n > 4) {
                return s * s;
            }
        }
        return s * x;
    }

    @At(
            value = {"{1, 0.5}", "{1}"},
            kinks = {"{}"},
            fails = {"{1, 2}", "{3, 1}"})
    @Differentiable
    static double inASum(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i];
            if (x[i] > 1.5) {
                throw new IllegalStateException("x[" + i + "]");
            }
        }
        return sum;
    }
}
