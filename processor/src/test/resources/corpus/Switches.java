package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Switches: fallthrough, arrows, values; and assignments inside of expressions. */
final class Switches {

    private Switches() {}

    @At({"2; 0", "2; 1", "2; 2", "2; 3", "2; 4"})
    @Differentiable
    @SuppressWarnings("fallthrough")
    static double fallsThrough(double x, int n) {
        switch (n) {
            case 0:
                x += x * x;
            case 1:
                x *= 2 * x;
                break;
            default:
                x = 1 / x;
            case 3:
                x -= 3 * x * x;
        }
        return x;
    }

    @At({"2; 0", "2; 1", "2; 2", "2; 3", "-2; 3"})
    @Differentiable
    static double arrows(double x, int n) {
        switch (n) {
            case 0, 2 -> x = x * x;
            case 3 -> {
                if (x > 0) {
                    return x * x * x;
                }
                x = -x * x;
            }
            default -> {}
        }
        return x * x;
    }

    @At({"2; 0", "2; 1", "2; 2", "2; 3", "-2; 3"})
    @Differentiable
    static double values(double x, int n) {
        double y = switch (n) {
            case 0 -> x * x;
            case 1 -> 2;
            case 2 -> {
                double t = Math.sin(x);
                yield t * t;
            }
            default -> {
                for (int i = 1; i < 9; i++) {
                    if (i * x > 7) {
                        yield i * x * x;
                    }
                }
                yield x;
            }
        };
        return y * x;
    }

    @At({"1.5; 0", "1.5; 1", "1.5; 2", "1.5; 13"})
    @Differentiable
    @SuppressWarnings("fallthrough")
    static double insideLoop(double x, int n) {
        double s = x;
        loop:
        for (int i = 0; i < n; i++) {
            switch (i % 4) {
                case 0:
                    continue;
                case 1:
                    s *= x;
                    break;
                case 2:
                    s += x * x;
                default:
                    if (s > 40) {
                        break loop;
                    }
                    s -= 1 / x;
            }
            s += 0.125 * s;
        }
        return s;
    }

    @At({"1.5; 2.5", "-0.5; 3"})
    @Differentiable
    static double chained(double x, double y) {
        double a, b;
        a = b = x * y;
        a *= b += x;
        return a++ * b + --a * (b = y) * b;
    }

    @At({"{1, 2, 3}", "{0.5, -1, 2}"})
    @Differentiable
    static double[] elements(double[] x) {
        double[] y = new double[4];
        int i = 0, j = x.length;
        y[i++] = x[--j] * x[0];
        y[i++] = x[--j] + (y[i] = x[0] * x[1]);
        y[i] *= y[++i] = x[j] * y[0];
        return y;
    }

    @At({"9", "3.5", "1.25"})
    @Differentiable
    static double changesInCondition(double x) {
        double r;
        int k = 0;
        while ((r = x * x / 8 - k) > 1 && k++ < 6) {
            if (k == 5) {
                break;
            }
            x -= r / 8;
        }
        return r + x * k;
    }

    @At({"2; 0", "2; 1", "-2; 1"})
    @Differentiable
    static double unevaluated(double x, int n) {
        double y = x;
        boolean b = n > 0 && (y = x * x) > 0 || (x *= 3) < 0;
        return b ? x * y : x + y * y;
    }
}
