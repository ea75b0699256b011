package io.github.cotangent.processor.corpus;

import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

/**
 * Functions of the corpus written a second time, for the dual numbers of Hipparchus, under the same names: differentiated by
 * operator overloading, with nothing in common with what is under test.
 */
final class DualNumbers {

    private DualNumbers() {}

    static Gradient remainder(Gradient x, Gradient y) {
        return x.subtract(y.multiply((long) (x.getValue() / y.getValue())));
    }

    static Gradient longChain(Gradient a, Gradient b, Gradient c) {
        Gradient start =
                a.add(b).subtract(c).add(a.multiply(b)).add(b.multiply(c)).subtract(a.multiply(c));
        Gradient squares = a.square().subtract(b.square()).add(c.square()).add(1);
        Gradient rest = a.subtract(b.multiply(2))
                .add(c.multiply(3))
                .subtract(a.multiply(b).multiply(c));
        Gradient parts = a.divide(2).add(b.divide(3)).subtract(c.divide(4));
        Gradient inner = a.subtract(b.subtract(c.subtract(a.subtract(b.subtract(c)))));
        return start.add(squares).add(rest).add(parts).add(inner.multiply(a));
    }

    static Gradient sharedSubexpression(Gradient x, Gradient y) {
        Gradient p = x.multiply(y);
        return p.add(1).square().divide(p.add(2));
    }

    static Gradient castOfActive(Gradient x, Gradient y) {
        return x.subtract((int) x.getValue()).multiply(y).add(x.multiply((long) y.getValue()));
    }

    static Gradient compound(Gradient x, Gradient y) {
        Gradient z = x.add(y).multiply(x).subtract(y.square()).divide(x.square().add(1));
        return z.square();
    }

    static Gradient increments(Gradient x, int n) {
        Gradient y = x.add(2).multiply(x).subtract(2);
        return y.square().multiply(n + 1).add(x.multiply(-128));
    }

    static Gradient nestedTernary(Gradient x, Gradient y) {
        boolean small = y.getValue() <= 1;
        if (x.getValue() > 1) {
            return small ? x.divide(y) : x.multiply(y);
        }
        return small ? x.square().multiply(y) : x.subtract(y.square());
    }

    static Gradient elseIfChain(Gradient x) {
        double at = x.getValue();
        Gradient y = at < 0 ? x.negate() : at < 1 ? x.square() : at < 2 ? x.pow(3) : at < 3 ? x.exp() : x.log();
        return y.multiply(x);
    }

    static Gradient median(Gradient a, Gradient b, Gradient c) {
        Gradient low = min(a, b);
        Gradient middle = max(low, min(max(a, b), c));
        return middle.square().add(low);
    }

    private static Gradient min(Gradient a, Gradient b) {
        return a.getValue() <= b.getValue() ? a : b;
    }

    private static Gradient max(Gradient a, Gradient b) {
        return a.getValue() >= b.getValue() ? a : b;
    }

    static Gradient power(Gradient x, int n) {
        return n > 0 ? x.pow(n) : constant(x, 1);
    }

    private static Gradient constant(Gradient like, double value) {
        return like.getField().getZero().add(value);
    }

    static Gradient down(Gradient x, int n) {
        Gradient y = x;
        for (int i = n; i > 0; i--) {
            y = y.sin().multiply(i);
        }
        return y;
    }

    static Gradient whileOnActive(Gradient x) {
        Gradient y = x;
        int count = 0;
        while (y.getValue() > 1 && count < 60) {
            y = y.divide(2).add(0.1);
            count++;
        }
        return y.multiply(count + 1);
    }

    static Gradient threeDeep(Gradient x, int n) {
        Gradient y = x.add(1);
        for (int i = 0; i < n; i++) {
            Gradient row = y;
            for (int j = 0; j < i; j++) {
                for (int k = j; k < n; k++) {
                    row = row.multiply(x).add(k).sin();
                }
                row = row.add(y.multiply(j));
            }
            y = y.multiply(0.5).add(row);
        }
        return y;
    }

    static Gradient logisticMap(Gradient x, Gradient r, int n) {
        Gradient y = x;
        for (int i = 0; i < n; i++) {
            y = r.multiply(y).multiply(y.negate().add(1));
        }
        return y;
    }

    static Gradient loopsInIfsInLoops(Gradient x, int n) {
        Gradient y = x;
        for (int i = 0; i < n; i++) {
            if (y.getValue() > 0) {
                for (int j = 0; j <= i; j++) {
                    y = y.add(j).sin().multiply(x);
                }
            } else if (i % 2 == 0) {
                for (int k = i; k > 0; k--) {
                    y = y.square().subtract(x);
                }
            } else {
                y = y.subtract(x.multiply(y));
            }
            y = y.multiply(1.1);
        }
        return y;
    }

    static Gradient horner(Gradient x, Gradient[] coefficients) {
        Gradient sum = constant(x, 0);
        for (int i = 0; i < coefficients.length; i++) {
            sum = sum.add(coefficients[i].multiply(i == 0 ? constant(x, 1) : x.pow(i)));
        }
        return sum;
    }

    static Gradient continuedFraction(Gradient x, int depth) {
        Gradient y = constant(x, 1);
        for (int i = depth; i >= 1; i--) {
            y = x.divide(y).add(i);
        }
        return y;
    }

    static Gradient indexInMath(Gradient x, int n) {
        Gradient sum = constant(x, 0);
        for (int i = 0; i < n; i++) {
            Gradient first = i == 0 ? constant(x, 1) : x.pow(i);
            sum = sum.add(first.divide(i + 1)).add(x.multiply(Math.log(i + 1)).exp());
        }
        return sum;
    }

    static Gradient alias(Gradient x, Gradient y) {
        Gradient b0 = y.multiply(x);
        Gradient a1 = b0.multiply(x);
        Gradient c0 = b0.multiply(a1);
        return c0.add(a1.multiply(c0));
    }

    static Gradient overwrittenAfterUse(Gradient x) {
        return x.square().exp().multiply(x.sin().multiply(100));
    }

    static Gradient inPlaceRecurrence(Gradient[] start) {
        Gradient product = start[0];
        for (int i = 1; i < start.length; i++) {
            product = product.multiply(start[i]);
        }
        return product.multiply(start[0]);
    }

    static Gradient smoothedInPlace(Gradient[] start, int sweeps) {
        Gradient[] a = start.clone();
        for (int k = 0; k < sweeps; k++) {
            for (int i = 1; i < a.length - 1; i++) {
                a[i] = a[i].square().multiply(0.3).add(a[i - 1].multiply(a[i + 1]));
            }
        }
        Gradient sum = constant(start[0], 0);
        for (Gradient x : a) {
            sum = sum.add(x.square());
        }
        return sum;
    }

    static Gradient[] histogram(Gradient[] weights, int[] bins) {
        Gradient[] sums = new Gradient[3];
        for (int k = 0; k < sums.length; k++) {
            for (int i = 0; i < bins.length; i++) {
                if (bins[i] == k) {
                    Gradient square = weights[i].square();
                    sums[k] = sums[k] == null ? square : sums[k].add(square);
                }
            }
        }
        return sums;
    }

    static Gradient[] matrixVector(Gradient[] matrix, Gradient[] x, int rows, int columns) {
        Gradient[] y = new Gradient[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                Gradient term = matrix[i * columns + j].multiply(x[j]);
                y[i] = j == 0 ? term : y[i].add(term);
            }
        }
        return y;
    }

    /** By Laplace's expansion instead: the determinant of a matrix of order 3 at most. */
    static Gradient cholesky(Gradient[] m, int n) {
        return switch (n) {
            case 0 -> null;
            case 1 -> m[0].log();
            case 2 -> m[0].multiply(m[3]).subtract(m[2].square()).log();
            default -> determinant(m[0], m[3], m[6], m[4], m[7], m[8]).log();
        };
    }

    /** Of the symmetric matrix of a lower triangle, which is all that the decomposition reads. */
    private static Gradient determinant(Gradient a, Gradient b, Gradient c, Gradient d, Gradient e, Gradient f) {
        Gradient first = a.multiply(d.multiply(f).subtract(e.square()));
        Gradient second = b.multiply(b.multiply(f).subtract(e.multiply(c)));
        Gradient third = c.multiply(b.multiply(e).subtract(d.multiply(c)));
        return first.subtract(second).add(third);
    }

    static Gradient[] bubbleSort(Gradient[] values) {
        Gradient[] a = values.clone();
        java.util.Arrays.sort(a, java.util.Comparator.comparingDouble(Gradient::getValue));
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i].square().multiply(i + 1);
        }
        return a;
    }

    static Gradient[] softmax(Gradient[] a) {
        Gradient sum = constant(a[0], 0);
        for (Gradient x : a) {
            sum = sum.add(x.exp());
        }
        Gradient[] p = new Gradient[a.length];
        for (int i = 0; i < a.length; i++) {
            p[i] = a[i].exp().divide(sum);
        }
        return p;
    }

    static Gradient nestedHelpers(Gradient x, Gradient y) {
        Gradient inner = FastMath.hypot(y.square(), x);
        return FastMath.hypot(x, inner).multiply(FastMath.hypot(constant(x, 1), y));
    }

    static Gradient writingHelper(Gradient x, int n) {
        Gradient[] a = new Gradient[n];
        Gradient sum = constant(x, 0);
        for (int i = 0; i < n; i++) {
            a[i] = i == 0 ? x.square() : x.multiply(i);
        }
        for (int i = 0; i < n; i++) {
            Gradient last = i == 0 ? a[0] : a[0].multiply(i).add(a[i].square());
            sum = sum.add(last.square());
        }
        return sum;
    }

    static Gradient loopingHelper(Gradient x, int n) {
        return series(x, n).multiply(series(x.negate(), n + 1));
    }

    private static Gradient series(Gradient x, int n) {
        Gradient sum = constant(x, 0);
        double factorial = 1;
        for (int i = 0; i < n; i++) {
            factorial *= Math.max(i, 1);
            sum = sum.add(i == 0 ? constant(x, 1) : x.pow(i).divide(factorial));
        }
        return sum;
    }

    static Gradient variance(Gradient[] a) {
        if (a.length == 0) {
            return null;
        }
        Gradient mean = constant(a[0], 0);
        Gradient squares = constant(a[0], 0);
        for (Gradient x : a) {
            mean = mean.add(x.divide(a.length));
            squares = squares.add(x.square().divide(a.length));
        }
        return squares.subtract(mean.square());
    }

    static Gradient computed(Gradient x) {
        return x.square().multiply(Math.sqrt(2)).add(x.multiply(Math.sqrt(2) / 0.75));
    }

    static Gradient constantArray(Gradient[] x, double[] weights) {
        Gradient sum = null;
        for (int i = 0; i < x.length; i++) {
            Gradient term = x[i].square().multiply(weights[i]);
            sum = sum == null ? term : sum.add(term);
        }
        return sum;
    }

    static Gradient mixed(Gradient x, Gradient[] a, double k, Gradient[] b) {
        Gradient sum = x;
        for (Gradient each : a) {
            sum = sum.multiply(each).add(k);
        }
        for (Gradient each : b) {
            sum = sum.add(each.multiply(x).multiply(k));
        }
        return sum;
    }

    static Gradient stopped(Gradient x) {
        return constant(x, 3 * x.getValue() * x.getValue());
    }

    static Gradient partlyStopped(Gradient x, Gradient y) {
        return x.multiply(x.getValue()).multiply(y).add(x.multiply(y.getValue() * 2.5));
    }

    static Gradient[] lorenz(Gradient t, Gradient[] y, double[] p) {
        return new Gradient[] {
            y[1].subtract(y[0]).multiply(p[0]).add(t),
            y[0].multiply(y[2].negate().add(p[1])).subtract(y[1]),
            y[0].multiply(y[1]).subtract(y[2].multiply(t).multiply(p[2]))
        };
    }

    static Gradient[] polar(Gradient radius, Gradient angle) {
        return new Gradient[] {radius.multiply(angle.cos()), radius.multiply(angle.sin())};
    }

    static Gradient[] trajectory(Gradient x, Gradient v, int n) {
        Gradient[] path = new Gradient[2 * n];
        Gradient place = x;
        Gradient speed = v;
        for (int i = 0; i < n; i++) {
            speed = speed.subtract(place.sin().multiply(0.1));
            place = place.add(speed.multiply(0.1));
            path[2 * i] = place;
            path[2 * i + 1] = speed;
        }
        return path;
    }

    static Gradient rosenbrock(Gradient[] x) {
        Gradient sum = null;
        for (int i = 0; i + 1 < x.length; i++) {
            Gradient valley = x[i + 1].subtract(x[i].square()).square().multiply(100);
            Gradient term = valley.add(x[i].negate().add(1).square());
            sum = sum == null ? term : sum.add(term);
        }
        return sum;
    }

    static Gradient gaussian(double t, Gradient[] p) {
        Gradient z = p[1].negate().add(t).divide(p[2]);
        return p[0].multiply(z.square().divide(-2).exp());
    }

    static Gradient lstm(Gradient[] w, double[] input) {
        Gradient hidden = constant(w[0], 0);
        Gradient cell = constant(w[0], 0);
        for (double x : input) {
            Gradient forget = sigmoid(w[0].multiply(x).add(w[1].multiply(hidden)));
            Gradient in = sigmoid(w[2].multiply(x).add(w[3].multiply(hidden)));
            Gradient out = sigmoid(w[4].multiply(x).add(w[5].multiply(hidden)));
            Gradient change = w[6].multiply(x).add(w[7].multiply(hidden)).tanh();
            cell = forget.multiply(cell).add(in.multiply(change));
            hidden = out.multiply(cell.tanh());
        }
        return hidden.square();
    }

    private static Gradient sigmoid(Gradient x) {
        return x.negate().exp().add(1).reciprocal();
    }

    static Gradient kalman(Gradient noise, Gradient drift, int n) {
        Gradient mean = constant(noise, 0);
        Gradient variance = constant(noise, 1);
        Gradient likelihood = constant(noise, 0);
        for (int i = 0; i < n; i++) {
            variance = variance.add(noise.square());
            Gradient innovation = drift.multiply(i).add(Math.sin(i)).subtract(mean);
            Gradient total = variance.add(0.5);
            likelihood = likelihood.subtract(
                    total.log().add(innovation.square().divide(total)).multiply(0.5));
            Gradient gain = variance.divide(total);
            mean = mean.add(gain.multiply(innovation));
            variance = variance.multiply(gain.negate().add(1));
        }
        return likelihood;
    }

    static Gradient[] complexIteration(Gradient[] c, Gradient[] start, int n) {
        Gradient re = start[0];
        Gradient im = start[1];
        for (int i = 0; i < n && re.square().add(im.square()).getValue() < 4; i++) {
            Gradient t = re.square().subtract(im.square()).add(c[0].multiply(0.1));
            im = re.multiply(im).multiply(2).add(c[1].multiply(0.1));
            re = t;
        }
        return new Gradient[] {re, im, FastMath.hypot(re, im), FastMath.atan2(im, re)};
    }
}
