package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Loops of every form, with no, one, two and many trips. */
final class Loops {

    private Loops() {}

    private static final int STRIDE = 3;

    @At({"1.1; 0", "1.1; 1", "1.1; 2", "1.1; 7", "1.1; -3"})
    @Differentiable
    static double power(double x, int n) {
        double y = 1;
        for (int i = 0; i < n; i++) {
            y *= x;
        }
        return y;
    }

    @At({"0.7; 0", "0.7; 1", "0.7; 2", "0.7; 6"})
    @Differentiable
    static double down(double x, int n) {
        double y = x;
        for (int i = n; i > 0; i--) {
            y = Math.sin(y) * i;
        }
        return y;
    }

    @At({"0.7; -1", "0.7; 0", "0.7; 1", "0.7; 6"})
    @Differentiable
    static double inclusive(double x, int n) {
        double y = x;
        for (int i = 0; i <= n; i++) {
            y = y * x + i;
        }
        for (int i = n; i >= 0; --i) {
            y = y / (1 + i) + x * x;
        }
        return y;
    }

    @At({"[0]", "[1]", "[2]", "[3]", "[7]"})
    @Differentiable
    static double steps(double[] a) {
        double y = 1;
        for (int i = 0; i < a.length; i += 2) {
            y *= a[i];
        }
        for (int i = a.length - 1; i >= 0; i -= STRIDE) {
            y += a[i] * y;
        }
        for (int i = 1; a.length > i; i = i + 4) {
            y -= a[i] * a[i - 1];
        }
        return y;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double total(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += x;
        }
        return sum;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double productOfAll(double[] a) {
        double product = 1;
        for (double x : a) {
            product *= x;
        }
        return product;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double sumOfSquares(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i];
        }
        return sum;
    }

    @At({"1.3; {}", "1.3; {2}", "1.3; {2, -1}", "0.5; {1, 2, 3, 4}"})
    @Differentiable
    static double foreachInts(double x, int[] weights) {
        double sum = x;
        for (double w : weights) {
            sum += w * sum * 0.1;
        }
        for (int w : weights) {
            sum *= w + x;
        }
        return sum;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 2", "0.5; 9"})
    @Differentiable
    static double whileLoop(double x, int n) {
        double y = x;
        int i = 0;
        while (i < n) {
            y = Math.cos(y) + x;
            i++;
        }
        return y;
    }

    @At({"20", "3", "1.5", "0.5"})
    @Differentiable
    static double whileOnActive(double x) {
        double y = x;
        int count = 0;
        while (y > 1 && count < 60) {
            y = y / 2 + 0.1;
            count++;
        }
        return y * count + y;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 2", "0.5; 5"})
    @Differentiable
    static double doLoop(double x, int n) {
        double y = x;
        int i = 0;
        do {
            y = y * y + x;
            i++;
        } while (i < n);
        return y;
    }

    @At({"20", "0.5"})
    @Differentiable
    static double doOnActive(double x) {
        double y = x;
        int i = 0;
        do {
            y = Math.sqrt(y) + 0.25;
            i++;
        } while (y > 2 && i < 40);
        return y;
    }

    @At({"0.3; 0; 3", "0.3; 3; 0", "0.3; 1; 1", "0.3; 2; 3"})
    @Differentiable
    static double nested(double x, int n, int m) {
        double y = x;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                y = y * x + i - j * y * y;
            }
            y += i;
        }
        return y;
    }

    @At({"0.3; 0", "0.3; 1", "0.3; 2", "0.3; 4"})
    @Differentiable
    static double threeDeep(double x, int n) {
        double y = 1 + x;
        for (int i = 0; i < n; i++) {
            double row = y;
            for (int j = 0; j < i; j++) {
                for (int k = j; k < n; k++) {
                    row = Math.sin(row * x + k);
                }
                row += y * j;
            }
            y = y * 0.5 + row;
        }
        return y;
    }

    @At({"[0]", "[1]", "[2]", "[5]"})
    @Differentiable
    static double triangle(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += a[i] * a[j] * (i - j);
            }
        }
        return sum;
    }

    @At({"[0]", "[1]", "[2]", "[4]"})
    @Differentiable
    static double upperTriangle(double[] a) {
        double product = 1;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                product *= 1 + a[i] * a[j];
            }
        }
        return product;
    }

    @At({"30; 0", "30; 1", "30; 2", "3; 4"})
    @Differentiable
    static double innerWhile(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            int guard = 0;
            while (y > 2 && guard < 50) {
                y = y * 0.6;
                guard++;
            }
            y = y * y + x;
        }
        return y;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 5", "-0.5; 5"})
    @Differentiable
    static double loopsInIfsInLoops(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            if (y > 0) {
                for (int j = 0; j <= i; j++) {
                    y = Math.sin(y + j) * x;
                }
            } else if (i % 2 == 0) {
                int k = i;
                while (k > 0) {
                    y = y * y - x;
                    k--;
                }
            } else {
                y = y - x * y;
            }
            y = y * 1.1;
        }
        return y;
    }

    @At({"0.4; 3.6; 0", "0.4; 3.6; 1", "0.4; 3.6; 2", "0.4; 3.6; 12"})
    @Differentiable
    static double logisticMap(double x, double r, int n) {
        for (int i = 0; i < n; i++) {
            x = r * x * (1 - x);
        }
        return x;
    }

    @At({"0.4; 0.7; 0", "0.4; 0.7; 1", "0.4; 0.7; 2", "0.4; 0.7; 8"})
    @Differentiable
    static double twoCarried(double x, double y, int n) {
        double a = x;
        double b = y;
        for (int i = 0; i < n; i++) {
            double next = a * b + x;
            a = b;
            b = next;
        }
        return b - a;
    }

    @At({"2; 0.5", "9; 1", "1e-3; 1"})
    @Differentiable
    static double newton(double x, double start) {
        double y = start;
        double change = 1;
        int i = 0;
        while (Math.abs(change) > 1e-12 && i < 50) {
            change = (y * y - x) / (2 * y);
            y -= change;
            i++;
        }
        return y;
    }

    @At({"1.1; 0", "1.1; 1", "1.1; 2", "1.1; 13", "-0.7; 6"})
    @Differentiable
    static double powerBySquaring(double x, int n) {
        double result = 1;
        double square = x;
        int k = n;
        while (k > 0) {
            if ((k & 1) == 1) {
                result *= square;
            }
            square *= square;
            k >>= 1;
        }
        return result;
    }

    @At({"0.5; [0]", "0.5; [1]", "0.5; [2]", "-2; [6]"})
    @Differentiable
    static double horner(double x, double[] coefficients) {
        double y = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            y = y * x + coefficients[i];
        }
        return y;
    }

    @At({"[0]", "[1]", "[2]", "[6]"})
    @Differentiable
    static double twoIndices(double[] a) {
        double sum = 0;
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            sum += a[i] * a[j] * a[j];
        }
        return sum;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 3"})
    @Differentiable
    static double movingBound(double x, int n) {
        double y = x;
        int bound = n;
        for (int i = 0; i < bound; i++) {
            y = y * x + 1;
            if (i % 2 == 0 && bound < 7) {
                bound++;
            }
        }
        return y;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 6"})
    @Differentiable
    static double changedIndex(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = y * y + x;
            if (y > 0.8) {
                i += 2;
            }
        }
        return y;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 4"})
    @Differentiable
    static double longIndex(double x, int n) {
        double y = x;
        for (long i = 1; i <= n; i *= 2) {
            y += Math.sin(y * i);
        }
        return y;
    }

    @At({"0.5; 0.9", "0.5; -1"})
    @Differentiable
    static double doubleIndex(double x, double end) {
        double y = 0;
        for (double t = 0; t < end && t < 5; t += 0.25) {
            y += Math.exp(-t * x) * x;
        }
        return y;
    }

    @At({"0.9; 0", "0.9; 1", "0.9; 5"})
    @Differentiable
    static double countedBoolean(double x, int n) {
        double y = x;
        boolean flip = false;
        for (int i = 0; i < n; i++) {
            y = flip ? y * x : y + x * x;
            flip = !flip;
        }
        return flip ? y : -y;
    }

    @At(
            value = {"[1]", "[2]", "[5]"},
            fails = {"[0]"})
    @Differentiable
    static double largest(double[] a) {
        double max = a[0];
        for (double x : a) {
            if (x > max) {
                max = x;
            }
        }
        return max * max;
    }

    @At({"0.5; 0", "0.5; 1", "0.5; 6"})
    @Differentiable
    static double continuedFraction(double x, int depth) {
        double y = 1;
        for (int i = depth; i >= 1; i--) {
            y = i + x / y;
        }
        return y;
    }

    @At({"0.5; 27", "0.5; 1", "0.5; 6"})
    @Differentiable
    static double collatz(double x, int n) {
        double y = x;
        int k = n;
        while (k > 1) {
            if (k % 2 == 0) {
                k /= 2;
                y = y * 0.9;
            } else {
                k = 3 * k + 1;
                y = y + x * y * 0.1;
            }
        }
        return y;
    }

    @At({"0.5; 0", "0.5; 3"})
    @Differentiable
    static double emptyBodies(double x, int n) {
        int i;
        for (i = 0; i < n; i++) {}
        while (i < 0) {
            ;
        }
        for (int k = 0; k < n; k++)
            ;
        return x * x * i;
    }

    @At({"0.5; 0", "0.5; 3"})
    @Differentiable
    static double unusedLoop(double x, int n) {
        double dead = x;
        for (int i = 0; i < n; i++) {
            dead = dead * x + Math.log(dead);
        }
        return x * 2;
    }

    @At({"[3]; 5", "[3]; 2", "[3]; 0"})
    @Differentiable
    static double mathBound(double[] a, int n) {
        double y = 1;
        for (int i = 0; i < Math.min(a.length, n); i++) {
            y *= a[i];
        }
        for (int i = Math.max(0, n - 1); i < a.length - 1; i++) {
            y += a[i] * y;
        }
        return y;
    }

    @At({"0.3; 0", "0.3; 2", "0.3; 5"})
    @Differentiable
    static double indexInMath(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.pow(x, i) / (i + 1) + Math.pow(i + 1, x);
        }
        return sum;
    }

    @At({"2.5; 0; 4", "7.5; 0; 9"})
    @Differentiable
    static double bisection(double target, double low, double high) {
        double a = low;
        double b = high;
        for (int i = 0; i < 10; i++) {
            double middle = (a + b) / 2;
            if (middle * middle < target) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return a * target + b;
    }

    @At({"0.3; 0", "0.3; 1", "0.3; 4"})
    @Differentiable
    static double sequentialLoops(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = Math.exp(-y) + x;
        }
        for (int i = 0; i < n; i++) {
            y = y * y * x;
        }
        int i = n;
        while (i > 0) {
            y = Math.atan(y) + y;
            i--;
        }
        return y;
    }

    @At({"0.4; 0", "0.4; 1", "0.4; 6"})
    @Differentiable
    static double invariantBody(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double heavy = Math.exp(x) * Math.sin(x);
            sum += heavy * i;
        }
        return sum;
    }

    @At({"12; 0", "12; 1", "12; 3", "1.5; 2"})
    @Differentiable
    static double whileInForInWhile(double x, int n) {
        double y = x;
        int outer = 0;
        while (outer < n) {
            for (int i = 0; i <= outer; i++) {
                double z = y;
                int guard = 0;
                while (z > 1 && guard < 30) {
                    z = z / (1.5 + 0.1 * x);
                    guard++;
                }
                y = y * 0.7 + z * x;
            }
            outer++;
        }
        return y;
    }

    @At({"0.3; -2; 3", "0.3; 3; -2", "0.3; 0; 0"})
    @Differentiable
    static double fromTo(double x, int from, int to) {
        double y = x;
        for (int i = from; i < to; i += 2) {
            y = y * x + i;
        }
        return y;
    }

    @At({"0.3; 2147483645", "0.3; 2147483647"})
    @Differentiable
    static double nearTheLargestInt(double x, int from) {
        double y = x;
        for (int i = from; i < Integer.MAX_VALUE; i++) {
            y = y * x + 1;
        }
        for (int i = Integer.MIN_VALUE + 2; i > Integer.MIN_VALUE; i--) {
            y = y * y;
        }
        return y;
    }

    /** At the origin the gradient is zero all along, and its derivative is not. */
    @At({"{0, 0, 0}", "{1, 0, 2}", "[1]", "[0]"})
    @Differentiable(order = 2)
    static double pairs(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * x[j] * (i + 2 * j + 1);
            }
        }
        return sum;
    }

    @At({"{0, 0, 0}; 2", "{1, 0, 2}; 0", "[2]; 1"})
    @Differentiable(order = 2)
    static double steadyInTwoLoops(double[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n + 1; j++) {
                for (int k = 0; k < i; k++) {
                    sum += x[n] * x[j] * x[k];
                }
            }
        }
        return sum;
    }

    /** Of the gradient, every element is the slope of what follows the loop; the loop must wait for it. */
    @At({"{0.3, 0.4, -0.2}", "[1]", "[0]"})
    @Differentiable(order = 2)
    static double slopeAfterSum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum / Math.cos(sum);
    }

    @At({"{0.3, 0.4, -0.2}", "[1]", "[0]"})
    @Differentiable(order = 2)
    static double productOfSums(double[] x) {
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += x[i] * x[i];
        }
        double sines = 0;
        for (int i = 0; i < x.length; i++) {
            sines += Math.sin(x[i]);
        }
        return squares * sines;
    }

    @At({"{0.3, 0.4, -0.2}", "[1]", "[0]"})
    @Differentiable(order = 2)
    static double productOfSumsAtOnce(double[] x) {
        double squares = 0;
        double sines = 0;
        for (int i = 0; i < x.length; i++) {
            squares += x[i] * x[i];
            sines += Math.sin(x[i]);
        }
        return squares * sines;
    }

    /** Of equal elements the first one counts, as in Math.max. */
    @At(
            value = {"{0.3, 2.4, -0.2, 1}", "{3}", "{-1, -2}"},
            kinks = {"{1, 2, 2, 0}"})
    @Differentiable(order = 2)
    static double greatest(double[] x) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        return max * max;
    }

    @At(
            value = {"{0.3, 2.4, -0.2, 1}", "{3}", "[0]"},
            kinks = {"{1, 2, 2, 0}"})
    @Differentiable(order = 2)
    static double greatestFromTheEnd(double[] x) {
        double max = -1;
        for (int i = x.length - 1; i >= 0; i--) {
            max = Math.max(x[i], max);
        }
        return max * max;
    }

    @At(
            value = {"{0.3, 2.4, -0.2, 1}; 0.5", "{}; 3"},
            kinks = {"{1, 1, 2}; 1"})
    @Differentiable(order = 2)
    static double range(double[] x, double start) {
        double min = start;
        double max = start * start;
        for (double element : x) {
            min = Math.min(min, element);
            max = Math.max(element, max);
        }
        return Math.exp(max - min);
    }

    @At(
            value = {"{{0.3, 2.4, -0.2}, {1}, {-1, 0.5}}"},
            kinks = {"{{1, 1}}"})
    @Differentiable(order = 2)
    static double productOfGreatest(double[][] rows) {
        double product = 1;
        for (double[] row : rows) {
            double max = row[0];
            for (int i = 1; i < row.length; i++) {
                max = Math.max(max, row[i]);
            }
            product *= max;
        }
        return product;
    }

    /** The elements change in the loop, and behind it. */
    @At({"{0.3, 2.4, -0.2, 1}", "{1, 2, 3}", "{0.5}"})
    @Differentiable(order = 2)
    static double greatestOfChanging(double[] x) {
        double[] y = x.clone();
        double before = y[0];
        for (int i = 0; i < y.length; i++) {
            before = Math.max(before, y[i]);
            y[y.length - 1 - i] *= 0.5;
        }
        double after = y[0];
        for (int i = 0; i < y.length; i++) {
            after = Math.max(after, y[i]);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sin(y[i]);
        }
        return before * after + y[0] * y[y.length - 1];
    }

    @At({"{0.3, 2.4, -0.2, 1}", "{1, 2, 3}"})
    @Differentiable(order = 2)
    static double runningGreatest(double[] x) {
        double max = 0;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            max = Math.max(max, x[i]);
            sum += max * x[i];
        }
        return sum;
    }

    @At({"[4]; 0", "[4]; 1.5", "[1]; 0"})
    @Differentiable(order = 2)
    static double sumOfExponentials(double[] x, double start) {
        double max = x[0];
        for (int i = 1; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = start;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }

    /** Of which some are counted once, some twice. */
    @At({"[4]; 0; 4", "[4]; 1; 3", "[4]; 2; 2"})
    @Differentiable(order = 2)
    static double sumsOfParts(double[] x, int from, int to) {
        double shift = x[1] * x[1];
        double all = 0;
        double part = 1;
        for (int i = 0; i < x.length; i++) {
            all += Math.exp(x[i] - shift);
        }
        for (int i = from; i < to; i++) {
            part += Math.exp(x[i] + shift);
        }
        return Math.log(all) * part + shift;
    }

    @At({"[4]; 3", "[2]; 0", "[3]; 1"})
    @Differentiable(order = 2)
    static double[] weights(double[] x, int n) {
        double[] w = new double[x.length];
        double shift = Math.sin(x[0]);
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                w[i] = Math.exp(x[i] * (k + 1) - shift);
                sum += w[i];
            }
            for (int i = 0; i < x.length; i++) {
                w[i] /= sum;
            }
            shift += w[1];
        }
        return w;
    }
}
