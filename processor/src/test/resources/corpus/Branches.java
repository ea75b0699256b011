package corpus;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Choices: if, the conditional operator, early returns. */
final class Branches {

    private Branches() {}

    @At(
            value = {"0.5", "-0.5"},
            kinks = {"0"})
    @Differentiable
    static double ternary(double x) {
        return x < 0 ? x * x : 3 * x;
    }

    @At({"0.5; 0.5", "0.5; 2", "1.5; 0.5", "1.5; 2"})
    @Differentiable
    static double nestedTernary(double x, double y) {
        return x > 1 ? y > 1 ? x * y : x / y : y > 1 ? x - y * y : x * x * y;
    }

    @At({"1.5; true; 3", "1.5; false; 3"})
    @Differentiable
    static double mixedTernary(double x, boolean flag, int n) {
        float f = 0.1f;
        return x * (flag ? 1 : 2.5) + x * x * (flag ? n : f) + (flag ? 'a' : 0) * x + (flag ? x : n) * 2;
    }

    @At({"1.5; 0.5", "-1.5; 0.5"})
    @Differentiable
    static double ternaryOfConditions(double x, double y) {
        boolean positive = x > 0 ? y < 1 : y > 1;
        return (positive ? x : y) * (positive == x > 5 ? 2 : x);
    }

    @At(
            value = {"4; 1", "-4; 1", "-4; -1"},
            kinks = {"0; 1"})
    @Differentiable
    static double guardedRoot(double x, double y) {
        return x > 0 ? Math.sqrt(x) * y : y < 0 ? Math.log(-y) : y;
    }

    @At({"[3]; 0", "[3]; 2", "[3]; 3", "[3]; -1", "[0]; 0"})
    @Differentiable
    static double guardedReads(double[] a, int i) {
        double result = 0;
        if (i >= 0 && i < a.length && a[i] > -100) {
            result += a[i] * a[i];
        }
        if (i < 0 || i >= a.length || a[i] < -100) {
            result += 2;
        }
        boolean last = i == a.length - 1 && a.length > 0 && a[i] * a[0] > -100;
        return last ? result * a[i] : result;
    }

    @At({"0.2", "1.2", "2.2", "3.2", "-1"})
    @Differentiable
    static double elseIfChain(double x) {
        double y;
        if (x < 0) {
            y = -x;
        } else if (x < 1) {
            y = x * x;
        } else if (x < 2) {
            y = x * x * x;
        } else if (x < 3) {
            y = Math.exp(x);
        } else {
            y = Math.log(x);
        }
        return y * x;
    }

    @At({"2; 3", "-2; 3"})
    @Differentiable
    static double earlyReturn(double x, double y) {
        if (x < 0) {
            return y * x;
        }
        double z = x * y;
        return z * z;
    }

    @At({"2; 3", "-2; 3", "2; -3", "-2; -3", "20; 1"})
    @Differentiable
    static double manyReturns(double x, double y) {
        if (x < 0) {
            double product = x * y;
            return y < 0 ? product : -x;
        } else if (x > 10) {
            y += x;
            if (y > 100) {
                return y;
            }
            return Math.log(x) * y;
        }
        y += x;
        double z = Math.sqrt(x) * y;
        if (z > 5) {
            return z;
        } else {
            z = z * 2;
        }
        return z * x;
    }

    @At({"2; 3", "-2; 3"})
    @Differentiable
    static double bothReturn(double x, double y) {
        if (x > 0) {
            return x * y;
        } else {
            return x - y * y;
        }
    }

    @At({"2; 3", "-2; 3"})
    @Differentiable
    static double oneSide(double x, double y) {
        double z = x * y;
        if (x > 0) {
            z = z * x;
        }
        return z + x;
    }

    @At({"2; 3", "-2; 3"})
    @Differentiable
    static double onlyElse(double x, double y) {
        double z = x * y;
        if (x > 0) {
        } else z = z * x;
        return z + x;
    }

    @At({"2; 3", "-2; 3"})
    @Differentiable
    static double differentVariables(double x, double y) {
        double a = x;
        double b = y;
        int n = 1;
        if (x > 0) {
            a = b * b;
            n = 2;
        } else {
            b = a * a;
        }
        return a * b * n;
    }

    @At({"2; 3", "3; 2"})
    @Differentiable
    static double swapped(double x, double y) {
        double a = x;
        double b = y;
        if (a > b) {
            double t = a;
            a = b;
            b = t;
        }
        return a * a + Math.exp(-b) * a;
    }

    @At({"2; true; 1", "2; false; 1", "2; true; 0", "-2; false; 7"})
    @Differentiable
    static double onConstants(double x, boolean flag, int mode) {
        double y = x;
        if (flag) {
            y = y * x;
        }
        if (mode == 0) {
            y += Math.sin(x);
        } else if (mode != 1) {
            y -= Math.cos(x);
        }
        if (!(flag ^ mode > 0)) {
            y *= 2;
        }
        return y;
    }

    @At({"0.5; 0.25", "0.6; 2", "0.4; 2", "2; 2"})
    @Differentiable
    static double sequence(double x, double y) {
        double z = 1;
        if (x < 1) {
            z *= x;
        }
        if (y < 1) {
            z *= y * z;
        }
        if (z < 0.5) {
            z += x * y;
        }
        return z;
    }

    @At({"0.5; 1.5; 2.5", "2.5; 1.5; 0.5", "1.5; 0.5; 2.5"})
    @Differentiable
    static double median(double a, double b, double c) {
        double low = a < b ? a : b;
        double high = a < b ? b : a;
        double middle = c < low ? low : c > high ? high : c;
        return middle * middle + low;
    }

    @At(
            value = {"0.5; 2", "2; 0.5"},
            kinks = {"1; 1"})
    @Differentiable
    static double comparisons(double x, double y) {
        double r = 0;
        r += x <= y ? x * y : x;
        r += x >= y ? x / y : y;
        r += x == y ? x * x : x * 2;
        r += x != y ? y * y : y * 3;
        r += !(x < y) ? x : y * x;
        r += x > 1 & y < 1 ? x : 0;
        r += x > 1 | y < 1 ? y * x : 0;
        return r;
    }

    @At({"[4]", "[1]"})
    @Differentiable
    static double decidedByElements(double[] a) {
        double y = a[0];
        if (a.length > 2 && a[1] < a[2]) {
            y *= a[1];
        } else if (a[0] > 0.5) {
            y = y * y;
        } else {
            y = Math.exp(y);
        }
        return y;
    }

    @At({"2; 3; 0", "2; 3; 1", "2; 3; 2"})
    @Differentiable
    static double integersMerged(double x, double y, int mode) {
        int power = 1;
        boolean negate = false;
        if (mode == 1) {
            power = 2;
        } else if (mode == 2) {
            power = 3;
            negate = true;
        }
        double z = Math.pow(x, power) * y;
        return negate ? -z : z;
    }

    @At({"2", "-2"})
    @Differentiable
    static double stepWithoutSlope(double x) {
        double sign = x > 0 ? 1 : -1;
        return sign;
    }
}
