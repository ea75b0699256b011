package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Loops over, and arithmetic with, numbers that are no {@code int}; statements with unusual shapes. */
final class SmallNumbers {

    private SmallNumbers() {}

    @At({"{1, 2, 3}; 0", "{1, 2, 3}; 1", "{1, 2, 3}; 2", "{1, 2, 3}; 3", "{1, 2, 3}; -1"})
    @Differentiable(order = 2)
    static double longLoop(double[] x, long n) {
        double p = 1;
        for (long i = 0; i < n; i++) {
            p *= x[(int) i] + i;
        }
        for (long i = n; i > 0; i -= 2L) {
            p += x[(int) (i - 1)] * p;
        }
        return p * p;
    }

    /** The counter wraps round before it gets where it is going. */
    @At({"2; 0", "2; 1", "2; 2", "2; 5", "2; 127"})
    @Differentiable(order = 2)
    static double byteLoop(double x, int n) {
        double sum = x;
        int count = 0;
        for (byte b = (byte) (125 + n % 3); b > 0; b++) {
            sum += x * b;
            count++;
        }
        for (byte b = 0; b < n && b >= 0; b += 50) {
            sum = sum * x / 100 + b;
        }
        return sum * count;
    }

    @At({"{1, 2, 3, 4}; 0", "{1, 2, 3, 4}; 1", "{1, 2, 3, 4}; 2", "{1, 2, 3, 4}; 4"})
    @Differentiable(order = 2)
    static double charLoop(double[] a, int n) {
        double sum = 1;
        char end = (char) ('a' + n);
        for (char c = 'a'; c < end; c++) {
            sum += a[c - 'a'] * sum;
        }
        for (char c = (char) (n + 65533); c >= 65533 || c == 0; c++) {
            sum += a[0] * c / 65536;
        }
        return sum;
    }

    @At({"{1, 2, 3, 4}; 0", "{1, 2, 3, 4}; 1", "{1, 2, 3, 4}; 2", "{1, 2, 3, 4}; 4"})
    @SuppressWarnings("lossy-conversions")
    @Differentiable(order = 2)
    static double shortLoop(double[] x, int n) {
        double p = 1;
        short s = (short) n;
        while (s-- > 0) {
            p *= x[s] * x[s >> 1];
        }
        short wrapped = (short) (32767 - n);
        wrapped += n + 1;
        int i = Integer.MAX_VALUE - n;
        i += n + 1;
        int narrowed = 7;
        narrowed += 2.7;
        narrowed -= n * 0.5f;
        byte small = (byte) 300;
        small *= narrowed;
        long shifted = 1L << (n + 40);
        return p * wrapped + (double) i * x[0] + small * x[1] + shifted * 1e-9 * x[narrowed & 3];
    }

    @At({"2; 0", "2; 1", "2; 2", "2; 3"})
    @Differentiable(order = 2)
    static double smallArms(double x, int n) {
        byte b = (byte) (n + 3);
        short s = (short) (n * 300);
        char c = (char) ('a' + n);
        int k =
                switch (n) {
                    case 0 -> b;
                    case 1 -> s;
                    default -> c;
                };
        double d =
                switch (n) {
                    case 0 -> c;
                    case 1 -> b;
                    case 2 -> 2.5f;
                    default -> 7L;
                };
        return x * x * k + d * x;
    }

    @At({"2; 0", "2; 1", "2; 2", "2; 3"})
    @Differentiable(order = 2)
    static double smallArmsAlone(double x, int n) {
        byte b = (byte) (n + 3);
        short s = (short) (n * 300);
        char c = (char) ('a' + n);
        var y =
                switch (n) {
                    case 0 -> b;
                    case 1 -> s;
                    default -> b;
                };
        x *= y * x;
        x +=
                switch (n) {
                    case 0 -> b;
                    case 1 -> c;
                    default -> s;
                };
        return x
                * (switch (n) {
                            case 0 -> b;
                            case 1 -> 100;
                            default -> 7;
                        }
                        + 1)
                / switch (n) {
                    case 1 -> c;
                    default -> 120;
                };
    }

    @At({"{1, 2, 3}; 0", "{1, 2, 3}; 1", "{1, 2, 3}; 2"})
    @Differentiable(order = 2)
    @SuppressWarnings("empty")
    static double shapes(double[] x, int n) {
        int i = 0;
        for (; i < n; i++)
            ;
        for (int j = 0, k = 2; j < k; j++, k--) {
            i += j * k;
        }
        int found;
        for (found = 0; found < x.length && x[found] < 2.5; found++)
            ;
        double y = x[found % 3];
        {
            final double z = y * y;
            y += z;
            {
                double w = z * y;
                y = w;
            }
        }
        {
            double z = 3 * y;
            y -= z * x[0];
        }
        search:
        {
            if (n == 1) {
                y *= 2;
                break search;
            }
            for (double v : x) {
                if (v > 2.2 && n == 2) {
                    break search;
                }
                y += v * v;
            }
            y *= y;
        }
        while (i-- > 3)
            ;
        do
            ;
        while (++i < 2);
        return y * i + (n > 1 ? y > 0 ? n > 5 ? y : x[1] * y : -y : n == 0 ? y * y : x[2]);
    }

    @At({"{1, 2, 3, 4, 5}; 0.5", "{2, 1, 0.5, 3, 1}; -2"})
    @Differentiable(order = 2)
    static double order(double[] x, double t) {
        double[] a = x.clone();
        int i = 0;
        a[i = i + 1] += a[i++] * (t = t + 1) + i;
        a[i] = i = 3;
        a[i] *= (i = 0) + a[i + 1] * (t *= 2);
        a[i++] -= a[i++] - a[i] * t++;
        double s = t-- * t + (t = t * a[2]) * t;
        int k = i++ + ++i * i--;
        a[(k & 1) + (k = 1)] += s = s * a[k];
        return s * a[0] + a[1] * a[2] + a[3] * a[4] + k + i;
    }
}
