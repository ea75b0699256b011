package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Methods that call themselves, or each other in turn, and helpers that do. */
final class Recursion {

    private Recursion() {}

    @At({"1.5; 0", "1.5; 1", "1.5; 2", "-0.7; 9"})
    @Differentiable(order = 2)
    static double recursivePower(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = recursivePower(x, n / 2);
        return n % 2 == 0 ? half * half : x * half * half;
    }

    @At({"0.5; 0.25; 0", "0.5; 0.25; 1", "0.5; 0.25; 5"})
    @Differentiable(order = 2)
    static double even(double x, double y, int n) {
        return n == 0 ? x : Math.sin(odd(x * y, y + 1, n - 1)) * y;
    }

    @At({"0.5; 0.25; 0", "0.5; 0.25; 1", "0.5; 0.25; 4"})
    @Differentiable(order = 2)
    static double odd(double x, double y, int n) {
        return n == 0 ? y * y : even(x + y, y, n - 1) * x;
    }

    private static double fraction(double x, int n) {
        return n == 0 ? x : x + 1 / fraction(x + 0.5, n - 1);
    }

    @At({"1.5; 0", "1.5; 1", "0.5; 6"})
    @Differentiable(order = 2)
    static double recursiveFraction(double x, int n) {
        return fraction(x, n) * x;
    }

    @At({"1.5; 0", "1.5; 1", "0.5; 5"})
    @Differentiable(order = 2)
    static double helperInLoop(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += fraction(sum + x, i);
        }
        return sum;
    }

    static double first(double x, double[] c, int n) {
        return n <= 0 ? c[0] * x : second(x * c[1], c, n - 1) + x;
    }

    private static double second(double x, double[] c, int n) {
        return first(x * x, c, n - 1) * c[n & 1];
    }

    @At({"0.5; {0.5, 2}; 0", "0.5; {0.5, 2}; 1", "0.5; {0.5, 2}; 4"})
    @Differentiable(order = 2)
    static double mutualHelpers(double x, double[] c, int n) {
        double y = x;
        if (n > 0) {
            y = first(x, c, n) * c[0];
        }
        return y * second(x, c, 0);
    }

    @At({"{1, 2, 3}; 0.5; 0", "{1, 2, 3}; -0.5; 2"})
    @Differentiable(order = 2)
    static double recursiveHorner(double[] c, double x, int i) {
        return i == c.length - 1 ? c[i] : c[i] + x * recursiveHorner(c, x, i + 1);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static boolean isSmall(double x, int n) {
        return n == 0 ? x < 3 : isSmall(x / 2, n - 1);
    }

    @At({"1.5; 12; 18", "20; 7; 3"})
    @Differentiable(order = 2)
    static double countedByRecursion(double x, int a, int b) {
        double y = x;
        for (int i = 0; i < gcd(a, b); i++) {
            y = isSmall(y, 2) ? y * x : Math.sqrt(y);
        }
        return y;
    }

    private static double[] step(double[] y, double h, int n) {
        double[] next = y.clone();
        for (int i = 0; i < y.length; i++) {
            next[i] += h * Math.sin(y[(i + 1) % y.length]);
        }
        if (n > 0) {
            double[] rest = step(next, h * 0.5, n - 1);
            for (int i = 0; i < y.length; i++) {
                next[i] = rest[i] * next[i];
            }
        }
        return next;
    }

    @At({"{0.5, 1, 2}; 0.1; 0", "{0.5, 1, 2}; 0.1; 1", "{0.5, 1, 2}; 0.1; 3"})
    @Differentiable
    static double[] integrated(double[] y, double h, int n) {
        double[] z = step(y, h, n);
        z[0] = z[1] * h;
        return z;
    }

    @At({"{0.5, 1, 2}; 0.1; 0", "{0.5, 1, 2}; 0.1; 1", "{0.5, 1, 2}; 0.1; 3"})
    @Differentiable(order = 2)
    static double stepsInLoop(double[] y, double h, int n) {
        double[] z = y.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] w = step(z, h, i);
            z[i % z.length] = w[0] * w[1];
            sum += w[2] * z[0];
        }
        return sum;
    }

    private static double value(double x) {
        return Math.exp(-x * x);
    }

    private static double simpson(double a, double b) {
        return (b - a) / 6 * (value(a) + 4 * value((a + b) / 2) + value(b));
    }

    private static double adaptive(double a, double b, double whole, double tolerance, int depth) {
        double middle = (a + b) / 2;
        double left = simpson(a, middle);
        double right = simpson(middle, b);
        double delta = left + right - whole;
        if (depth <= 0 || Math.abs(delta) <= 15 * tolerance) {
            return left + right + delta / 15;
        }
        return adaptive(a, middle, left, tolerance / 2, depth - 1)
                + adaptive(middle, b, right, tolerance / 2, depth - 1);
    }

    @At({"0; 1", "-1; 2"})
    @Differentiable(order = 2)
    static double quadrature(double a, double b) {
        return adaptive(a, b, simpson(a, b), 1e-4, 10);
    }

    @At({"100; 1.1; 0.9; 0", "100; 1.1; 0.9; 1", "100; 1.1; 0.9; 4"})
    @Differentiable(order = 2)
    static double binomialTree(double price, double up, double down, int n) {
        if (n == 0) {
            return Math.max(price - 95, 0);
        }
        double q = (1.01 - down) / (up - down);
        return (q * binomialTree(price * up, up, down, n - 1) + (1 - q) * binomialTree(price * down, up, down, n - 1))
                / 1.01;
    }

    @At({"2; 3; 0", "2; 3; 3"})
    @Differentiable(order = 2)
    static double constantInRecursion(double x, @Constant double rate, int n) {
        return n == 0 ? x * x : rate * constantInRecursion(x * rate, rate, n - 1);
    }

    @At({"2; 0", "2; 3"})
    @Differentiable(name = "named")
    static double overloaded(double x, int n) {
        return n == 0 ? x * x : x * overloaded(x, n - 1) + overloaded(x, 2.0);
    }

    private static double overloaded(double x, double y) {
        return y < 0 ? x : y * overloaded(x * x, y - 1);
    }

    @At({"{1, 2}; {3, 4}; 3"})
    @Differentiable(order = 2)
    static double sameArrayTwice(double[] a, double[] b, int n) {
        return twice(a, a, n) * twice(a, b, n - 1);
    }

    private static double twice(double[] p, double[] q, int n) {
        return n == 0 ? p[0] * q[1] : p[1] * q[0] + Math.sin(twice(q, p, n - 1));
    }

    /** Nobody uses the result of the helper; but it may throw. */
    @At(value = {"1.5; 0", "1.5; 3"}, fails = {"1.5; -1", "1.5; -2"})
    @Differentiable(order = 2)
    static double checkedByRecursion(double x, int n) {
        checked(x, n);
        return x * x * n;
    }

    private static double checked(double x, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n = " + n);
        }
        return n == 0 ? x : checked(x * x, n - 1);
    }

    private static void smooth(double[] a, int n) {
        if (n > 0) {
            a[n - 1] += Math.sin(a[n]) * a[n - 1];
            smooth(a, n - 1);
            a[n] *= a[0];
        }
    }

    @At({"[1]", "[2]", "[4]"})
    @Differentiable
    static double[] smoothed(double[] x) {
        double[] y = x.clone();
        smooth(y, y.length - 1);
        y[0] *= 2;
        return y;
    }

    @At({"[1]; 0", "[3]; 1", "[4]; 3"})
    @Differentiable(order = 2)
    static double smoothedInLoop(double[] x, int n) {
        double[] y = x.clone();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            smooth(y, y.length - 1);
            sum += y[0] * y[y.length - 1];
        }
        return sum;
    }

    static void mergeSort(double[] a, double[] work, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(a, work, from, middle);
        mergeSort(a, work, middle, to);
        int i = from;
        int j = middle;
        for (int k = from; k < to; k++) {
            work[k] = i < middle && (j >= to || a[i] <= a[j]) ? a[i++] : a[j++];
        }
        System.arraycopy(work, from, a, from, to - from);
    }

    @At({"{}", "{3}", "{3, 1}", "{3, 1, 2, 5, 4}"})
    @Differentiable
    static double[] sorted(double[] x) {
        double[] y = x.clone();
        mergeSort(y, new double[y.length], 0, y.length);
        return y;
    }

    /** The arrays take turns. */
    private static void fourier(double[] re, double[] im, double[] re2, double[] im2, int from, int n, int step) {
        if (step >= n) {
            return;
        }
        fourier(re2, im2, re, im, from, n, 2 * step);
        fourier(re2, im2, re, im, from + step, n, 2 * step);
        for (int i = 0; i < n; i += 2 * step) {
            double c = Math.cos(Math.PI * i / n);
            double s = -Math.sin(Math.PI * i / n);
            double tr = c * re2[from + i + step] - s * im2[from + i + step];
            double ti = c * im2[from + i + step] + s * re2[from + i + step];
            re[from + i / 2] = re2[from + i] + tr;
            im[from + i / 2] = im2[from + i] + ti;
            re[from + (i + n) / 2] = re2[from + i] - tr;
            im[from + (i + n) / 2] = im2[from + i] - ti;
        }
    }

    @At({"[1]", "[2]", "[4]", "[8]"})
    @Differentiable
    static double[] spectrum(double[] x) {
        int n = x.length;
        double[] re = x.clone();
        double[] im = new double[n];
        fourier(re, im, x.clone(), new double[n], 0, n, 1);
        double[] power = new double[n];
        for (int i = 0; i < n; i++) {
            power[i] = re[i] * re[i] + im[i] * im[i];
        }
        return power;
    }

    /** Returns a number and writes to an array, and reads another one. */
    private static double prefix(double[] sums, double[] x, double s, int n) {
        if (n == 0) {
            return s;
        }
        double before = prefix(sums, x, s, n - 1);
        sums[n - 1] = before * x[n - 1] + sums[n - 1];
        return sums[n - 1] + before;
    }

    @At({"[1]; 2; 0", "[1]; 2; 1", "[3]; 0.5; 3"})
    @Differentiable(order = 2)
    static double prefixes(double[] x, double s, int n) {
        double[] sums = {s, x[0], s * s};
        double last = prefix(sums, x, s, n);
        double sum = last * last;
        for (double each : sums) {
            sum += each * s;
        }
        return sum + prefix(sums, x, sum, n) * sums[0];
    }

    /** Only what it writes matters. */
    @At({"[3]; 0.5; 3", "[2]; 0.5; 0"})
    @Differentiable(order = 2)
    static double prefixUnused(double[] x, double s, int n) {
        double[] sums = new double[3];
        prefix(sums, x, s, n);
        return sums[0] * sums[2] + s;
    }

    /** Returns a position, exchanges the numbers and keeps account of it. */
    private static int select(double[] a, int[] places, int from, int to, int rank) {
        if (to - from <= 1) {
            return from;
        }
        double pivot = a[from];
        int end = from;
        for (int i = from + 1; i < to; i++) {
            if (a[i] < pivot) {
                end++;
                double t = a[i];
                a[i] = a[end];
                a[end] = t;
                int place = places[i];
                places[i] = places[end];
                places[end] = place;
            }
        }
        a[from] = a[end];
        a[end] = pivot;
        int place = places[from];
        places[from] = places[end];
        places[end] = place;
        if (end == rank) {
            return end;
        }
        return rank < end ? select(a, places, from, end, rank) : select(a, places, end + 1, to, rank);
    }

    @At({"{3}; 0", "{3, 1, 2, 5, 4}; 0", "{3, 1, 2, 5, 4}; 2", "{3, 1, 2, 5, 4}; 4"})
    @Differentiable(order = 2)
    static double quantile(double[] x, int rank) {
        double[] y = x.clone();
        int[] places = new int[x.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        int at = select(y, places, 0, y.length, rank);
        return y[at] * y[at] + y[0] * x[places[0]];
    }

    /** Returns a new array and writes to another. */
    private static double[] halved(double[] x, double[] means, int depth) {
        if (x.length < 2) {
            return x.clone();
        }
        double[] half = new double[x.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = x[2 * i] * x[2 * i + 1];
            means[depth] += x[2 * i] + half[i];
        }
        double[] rest = halved(half, means, depth + 1);
        rest[0] *= means[depth];
        return rest;
    }

    @At({"[1]", "[2]", "[5]", "[8]"})
    @Differentiable(order = 2)
    static double pyramid(double[] x) {
        double[] means = new double[4];
        double[] top = halved(x, means, 0);
        return top[0] * means[0] + means[1] * means[1] + means[2];
    }

    private static void upward(double[] a, double s, int n) {
        if (n < a.length) {
            a[n] += s * a[n - 1];
            downward(a, s * a[n], n + 1);
        }
    }

    private static void downward(double[] a, double s, int n) {
        if (n < a.length) {
            a[n] = Math.cos(a[n] * s);
            upward(a, a[n], n + 1);
        }
    }

    @At({"[1]; 0.5", "[2]; 0.5", "[4]; 0.5"})
    @Differentiable
    static double[] inTurns(double[] x, double s) {
        double[] y = x.clone();
        upward(y, s, 1);
        return y;
    }

    /** Rows of a matrix, and the matrix. */
    private static void eliminate(double[][] a, int k) {
        if (k == a.length) {
            return;
        }
        for (int i = k + 1; i < a.length; i++) {
            double factor = a[i][k] / a[k][k];
            for (int j = k; j < a[i].length; j++) {
                a[i][j] -= factor * a[k][j];
            }
        }
        eliminate(a, k + 1);
        double[] row = a[k];
        for (int i = k + 1; i < a.length; i++) {
            row[a.length] -= row[i] * a[i][a.length];
        }
        row[a.length] /= row[k];
    }

    @At({"{{4, 1}, {1, 3}}; {1, 2}", "{{2}}; {3}", "{{5, 1, 0}, {1, 4, 1}, {0, 2, 6}}; {1, 2, 3}"})
    @Differentiable
    static double[] solved(double[][] a, double[] b) {
        double[][] system = new double[b.length][b.length + 1];
        for (int i = 0; i < b.length; i++) {
            System.arraycopy(a[i], 0, system[i], 0, b.length);
            system[i][b.length] = b[i];
        }
        eliminate(system, 0);
        double[] x = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            x[i] = system[i][b.length];
        }
        return x;
    }

    private static void scaleDown(float[] a, float s, int n) {
        if (n > 0) {
            a[n - 1] = a[n - 1] * s;
            scaleDown(a, s * a[0], n - 1);
        }
    }

    @At(value = "{0.5, 2, 1.5}; 1.25", single = true)
    @Differentiable
    static double floatsInPlace(float[] x, float s) {
        float[] y = x.clone();
        scaleDown(y, s, y.length);
        return y[0] * y[1] + y[2];
    }

    /** An annotated method that calls itself on its own output. */
    @At({"[3]; 0.5; 0; [3]", "[3]; 0.5; 3; [3]"})
    @Differentiable(order = 2)
    static void recursiveOutput(double[] x, double s, int n, @Output double[] y) {
        if (n > 0) {
            y[n - 1] += x[n - 1] * s;
            recursiveOutput(x, y[n - 1], n - 1, y);
            y[n - 1] *= y[0];
        }
    }

    /** Constants, and what has no derivative, in place. */
    private static void count(int[] counts, double[] x, int n) {
        if (n > 0) {
            counts[x[n - 1] > 1 ? 1 : 0]++;
            count(counts, x, n - 1);
        }
    }

    @At({"{}; 2", "{0.5, 2, 3}; 2"})
    @Differentiable(order = 2)
    static double counted(double[] x, double s) {
        int[] counts = new int[2];
        count(counts, x, x.length);
        return s * counts[1] * s + counts[0] * s;
    }

    record Place(double x, double y, double[] weights, int steps, String name) {}

    /** Records as parameters of a recursive helper. */
    private static double walk(Place place, double t, int n) {
        if (n <= 0) {
            return place.name().equals("sum") ? place.x() + place.y() * t : place.x() * place.y();
        }
        double w = place.weights()[n % place.weights().length];
        Place next = new Place(place.y() * w, place.x() + t, place.weights(), place.steps() + 1, place.name());
        return walk(next, t * w, n - 1) + next.steps() * place.x() * w;
    }

    @At({"[3]; 0.5; 0; sum", "[3]; 0.5; 1; sum", "[3]; -0.5; 2; product", "[3]; 1.5; 4; product"})
    @Differentiable(order = 2)
    static double walked(double[] x, double t, int n, String name) {
        return walk(new Place(x[0], t, x, 0, name), x[1], n) * x[2];
    }

    record Span(Range range, double scale) {}

    record Range(int from, int to) {}

    static void scaleParts(Span span, double[] a) {
        int length = span.range().to() - span.range().from();
        if (length < 2) {
            for (int i = span.range().from(); i < span.range().to(); i++) {
                a[i] *= span.scale();
            }
            return;
        }
        int middle = span.range().from() + length / 2;
        scaleParts(new Span(new Range(span.range().from(), middle), span.scale() * a[0]), a);
        scaleParts(new Span(new Range(middle, span.range().to()), span.scale() * 0.5), a);
    }

    @At({"[1]; 0.5", "[2]; 1.5", "[5]; 0.75"})
    @Differentiable(order = 2)
    static double scaledParts(double[] x, double t) {
        double[] a = x.clone();
        scaleParts(new Span(new Range(0, a.length), t), a);
        double sum = 0;
        for (double v : a) {
            sum += v * v;
        }
        return sum;
    }
}
