package corpus;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.corpus.At;

/** Parameters and results of every scalar type and of arrays of them. */
final class Types {

    private Types() {}

    @At(
            value = {"0.5; 2", "-1; 0.25"},
            single = true)
    @Differentiable
    static float single(float x, double y) {
        return (float) (x * y) * x;
    }

    @At(
            value = {"[3]", "[1]"},
            single = true)
    @SuppressWarnings("lossy-conversions")
    @Differentiable
    static float singleOfMany(double[] x) {
        float sum = 0;
        for (double each : x) {
            sum += each * each;
        }
        return sum;
    }

    @At(
            value = {"[3]; 0.5", "[1]; 2", "[0]; 1"},
            single = true)
    @Differentiable
    static double singles(float[] x, double k) {
        double sum = 0;
        for (float each : x) {
            sum += each * each * k;
        }
        return sum;
    }

    @At(
            value = {"[3]", "[1]"},
            single = true)
    @Differentiable
    static double onlySingles(float[] x) {
        float[] y = x.clone();
        for (int i = 1; i < y.length; i++) {
            y[i] *= y[i - 1];
        }
        return y[y.length - 1] * 0.5;
    }

    @At(
            value = {"[3]; [3]", "[1]; [1]", "[0]; [0]"},
            single = true)
    @Differentiable
    static float[] singlesToSingles(float[] x, double[] y) {
        float[] r = new float[x.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = (float) (x[i] * y[i]) + x[0];
        }
        return r;
    }

    @At({"0.5; 3; 2; a; {3, -1}; {1, 2}; {a, b}; {4, 5}; {true, false}", "2; 1; -3; z; {1}; {}; {b}; {7}; {true}"})
    @Differentiable
    static double everyConstant(
            double x, short s, byte b, char c, byte[] bytes, short[] shorts, char[] chars, long[] longs, boolean[] flags) {
        double sum = x * s + x * x * b + Math.sin(x) * (c - 'a');
        for (byte each : bytes) {
            sum += each * x;
        }
        for (short each : shorts) {
            sum -= each * x * x;
        }
        for (char each : chars) {
            sum += (each - 'b') * x;
        }
        for (long each : longs) {
            sum *= each * x;
        }
        return flags[0] ? sum : -sum;
    }

    @At({"[3]; {2, 0.5, 1}", "[1]; {3}"})
    @Differentiable
    static double heldSingles(double[] x, @Constant float[] weights) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i] * x[i];
        }
        return sum;
    }

    @At({"[3]", "[1]", "[0]"})
    @Differentiable
    static double variable(double... x) {
        double product = 1;
        for (double each : x) {
            product *= each + 2;
        }
        return product;
    }

    @At({"0.5; [2]", "2; [0]"})
    @Differentiable
    static double[] variableToo(double a, double... x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = a * x[i] * x[i];
        }
        return y;
    }

    @At({"0.5; {true, false, true}", "2; {}"})
    @Differentiable
    static double localArraysOfAllKinds(double x, boolean... flags) {
        long[] powers = {1, 2, 4};
        boolean[] copy = flags.clone();
        byte[] small = {3, -1};
        char[] letters = new char[2];
        letters[1] = 'c';
        double sum = x * powers[2] * small[1] + letters[1] * x * x;
        for (int i = 0; i < copy.length; i++) {
            copy[i] = !copy[i];
            sum += copy[i] ? x * x : x;
        }
        return sum;
    }
}
