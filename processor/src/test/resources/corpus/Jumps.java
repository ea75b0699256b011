package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Ways to leave a statement early: return, break, continue, with labels and without. */
final class Jumps {

    private Jumps() {}

    @At({"2; 3", "2; 1", "-2; 1", "-2; 3"})
    @Differentiable
    static double neitherSideReturnsAlways(double x, int n) {
        if (x > 0) {
            if (n > 1) {
                return 7 * x * x;
            }
            x = x * x + 3;
        }
        return x * x * n;
    }

    @At(
            value = {"{0.5, 2, 3}; 1", "{4, 2}; 3.5", "{0.5, 0.25}; 1", "{0.5}; 2", "{1.5}; 0.5"},
            kinks = {"{}; 1"})
    @Differentiable
    static double firstAbove(double[] x, double t) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > t) {
                return (i + 1) * x[i] * t;
            }
        }
        return -t * t;
    }

    @At(
            value = {"{0.5, 2, 3}; 1", "{4, 2}; 3.5", "{0.5}; 2"},
            kinks = {"{}; 1"})
    @Differentiable
    static double foreachReturns(double[] x, double t) {
        double sum = 0;
        for (double v : x) {
            sum += v * t;
            if (v > t) {
                return sum * v;
            }
        }
        return sum * sum;
    }

    @At({"2", "0.5", "30"})
    @Differentiable
    static double newton(double x) {
        double y = 1;
        for (int i = 0; i < 50; i++) {
            double dx = (y * y - x) / (2 * y);
            y -= dx;
            if (Math.abs(dx) < 1e-12) {
                break;
            }
        }
        return y * x;
    }

    @At({"1.5; 0; 4", "1.5; 1; 4", "1.5; 2; 4", "1.5; 9; 4", "1.5; 9; 1"})
    @Differentiable
    static double breaks(double x, int n, double t) {
        double s = 0;
        int k = 0;
        for (int i = 0; i < n; i++) {
            s += x * x;
            k = i;
            if (s > t) {
                s *= x;
                break;
            }
            s += 0.5 * t;
        }
        return s * (k + t);
    }

    @At({"1.5; 0", "1.5; 1", "1.5; 2", "1.5; 7"})
    @Differentiable
    static double continues(double x, int n) {
        double s = 0;
        for (int i = 0, j = 1; i < n; i++, j += 2) {
            if (i % 3 == 1) {
                continue;
            }
            s = s * x + j * x;
        }
        return s;
    }

    @At({"1.5; 0", "1.5; 1", "1.5; 2", "1.5; 7", "0.5; 7"})
    @Differentiable
    static double labels(double x, int n) {
        double s = 0;
        outer:
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j == 3) {
                    continue outer;
                }
                if (i == 5 && x > 1) {
                    break outer;
                }
                if ((i + j) % 4 == 3) {
                    break;
                }
                s = s * 0.9 + x * x * i - j * x;
            }
            s += x;
        }
        return s;
    }

    @At({"1.5; 0", "1.5; 1", "1.5; 2", "1.5; 7", "0.5; 12"})
    @Differentiable
    static double returnsFromNestedLoops(double x, int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            int j = 0;
            while (j <= i) {
                s += x * s * j / 8;
                if (s > 5) {
                    return s * i + x * j;
                }
                j++;
            }
            s -= x / 4;
        }
        return s;
    }

    @At({"1.5; 4", "1.5; 0.5", "0.25; 9"})
    @Differentiable
    static double endless(double x, double t) {
        double s = t;
        int k = 0;
        while (true) {
            if (s > 2 * t || k++ > 20) {
                break;
            }
            s += x * s;
            x += 0.25;
        }
        for (int i = 0; ; i++) {
            if (i == 2) {
                return s * x;
            }
            s *= t;
        }
    }

    @At({"1.5; 0", "1.5; 1", "1.5; 2", "1.5; 7"})
    @Differentiable
    static double doContinues(double x, int n) {
        double y;
        int i = 0;
        do {
            i++;
            y = x * i;
            if (i == 2) {
                continue;
            }
            x += y * y / 16;
            if (x > 9) {
                break;
            }
        } while (i < n);
        return y * x;
    }

    @At({"2; 0", "2; 1", "2; 2", "2; 3"})
    @Differentiable
    static double blocks(double x, int n) {
        double y = x;
        a:
        {
            b:
            {
                if (n == 0) {
                    break a;
                }
                if (n == 1) {
                    y *= x;
                    break b;
                }
                y = 3 * y;
                if (n == 2) {
                    break a;
                }
            }
            y = y * y;
        }
        return y * x;
    }

    @At({"{1, 2, 3}; 0", "{1, 2, 3}; 2", "{1, 2, 3}; 9"})
    @Differentiable
    static double[] leavesAnArray(double[] x, int n) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            if (i == n) {
                return y;
            }
            y[i] *= x[i] * x[0];
        }
        y[0] = y[1];
        return y;
    }
}
