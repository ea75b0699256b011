package corpus;

import java.util.Arrays;

/** What could as well be a library without source. */
final class Opaque {

    private Opaque() {}

    static double mix(double x, int n, double y) {
        return n * x * x * y / 2;
    }

    static double half(double x, double by) {
        return by * x / 2;
    }

    static int index(int i, int j, int columns) {
        return i * columns + j;
    }

    static boolean isUsed(double threshold, long n) {
        return threshold * n > 1;
    }

    static float rate(float year, double by) {
        if (year < 0) {
            throw new IllegalArgumentException("year " + year);
        }
        return year * (float) by;
    }

    static double dot(double[] x, double s) {
        return Arrays.stream(x).map(each -> each * each).sum() * s;
    }

    static double[] squares(double[] x) {
        return Arrays.stream(x).map(each -> each * each).toArray();
    }
}
