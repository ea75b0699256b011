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

    static double dot(double[] x, double s) {
        return Arrays.stream(x).map(each -> each * each).sum() * s;
    }

    static double[] squares(double[] x) {
        return Arrays.stream(x).map(each -> each * each).toArray();
    }
}
