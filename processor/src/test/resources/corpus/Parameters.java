package corpus;

import static io.github.cotangent.Differentiation.stopGradient;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiation;
import io.github.cotangent.Output;
import io.github.cotangent.processor.corpus.At;

/** Parameters of every type, in every mixture, of every name. */
public final class Parameters {

    private Parameters() {}

    @At(
            value = {"0.5; 1.5; 2; 3; true; [2]; {1, 0}", "0.5; 1.5; -2; 3000000000; false; [1]; {}"},
            single = true)
    @Differentiable
    static double allTypes(double x, float y, int n, long l, boolean flag, double[] a, int[] index) {
        double sum = flag ? x * y : x - y;
        sum += n * x + l * 1e-9 * y;
        for (int i : index) {
            sum += a[i] * x * i;
        }
        return sum + a[0] * a[a.length - 1];
    }

    @At({"0.5; 1.5", "-2; 3"})
    @Differentiable
    static double constantScalar(double x, @Constant double k) {
        return x * k + k * k * x * x;
    }

    @At({"[3]; [3]", "[1]; [1]", "[0]; [0]"})
    @Differentiable
    static double constantArray(double[] x, @Constant double[] weights) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i] * x[i];
        }
        return sum;
    }

    @At({"0.5; [3]; 2; [2]", "0.5; [1]; -1; [0]"})
    @Differentiable
    static double mixed(double x, double[] a, @Constant double k, double[] b) {
        double sum = x;
        for (double each : a) {
            sum = sum * each + k;
        }
        for (double each : b) {
            sum += each * x * k;
        }
        return sum;
    }

    @At({"[2]; [3]", "[1]; [0]", "[0]; [0]"})
    @Differentiable
    static double twoArrays(double[] a, double[] b) {
        double sum = 0;
        for (double x : a) {
            for (double y : b) {
                sum += x * y * y;
            }
        }
        return sum;
    }

    @At({"0.5; 2"})
    @Differentiable
    static double unusedConstant(@Constant double unused, double x) {
        return x * x;
    }

    @At({"[3]; 2"})
    @Differentiable
    static double unusedArray(double[] unused, double x) {
        return x * x;
    }

    @At(
            value = {"0.5", "-1.25"},
            single = true)
    @Differentiable
    static double onlyFloat(float x) {
        return x * x * 0.5 + Math.sin(x);
    }

    @At({"0.5; 2; 3; 4", "1; -1; 0.5; 2"})
    @Differentiable
    static double generatedNames(double value, double seed, double tangent, double gradient) {
        return value * seed + tangent * gradient * value;
    }

    @At({"[2]; [2]", "[1]; [1]"})
    @Differentiable
    static double[] generatedNamesOfVectors(double[] value, double[] seed) {
        double[] tangent = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            double pullback = value[i] * seed[i];
            tangent[i] = pullback * pullback;
        }
        return tangent;
    }

    @At({"0.5; 2; 3", "1; -1; 0.5"})
    @Differentiable
    static double suffixedNames(double x, double xDot, double xBar) {
        double xBar2 = x * xDot;
        double xBarDot = xBar2 * xBar;
        return xBarDot * xBar2 + xBarDot;
    }

    @At({"[2]; [2]; [2]", "[1]; [1]; [1]"})
    @Differentiable(order = 2)
    static double suffixedNamesOfArrays(double[] x, double[] xDot, double[] xBar) {
        double xBarDot = x[0] * xDot[0];
        return xBarDot * xBar[0] + xBar[0] * xBar[xBar.length - 1] * xBarDot;
    }

    @At({"[2]; [2]; [2]; 2; [2]"})
    @Differentiable(order = 2)
    static void suffixedNamesOfOutputs(double[] x, double[] xDot, double[] xBar, double seed, @Output double[] xSeed) {
        for (int i = 0; i < x.length; i++) {
            xSeed[i] = x[i] * xDot[i] * xBar[i] * seed;
        }
    }

    @At({"0.5; 2; 3; [2]", "1; -1; 0.5; [1]"})
    @Differentiable
    static double[] namesOfLoops(double i, double j, @Constant double row, double[] jacobian) {
        double[] result = jacobian.clone();
        for (int k = 0; k < result.length; k++) {
            result[k] *= i * j * row;
        }
        return result;
    }

    @At({"0.5; 2; 3; 4; 5", "1; -1; 0.5; 2; 0"})
    @Differentiable
    static double namesOfClasses(double Math, double Buffers, double Dual, double Object, double hashCode) {
        return Math * Buffers + Dual * Object * Math + hashCode * hashCode;
    }

    @At({"0.5; 2; 3", "1; -1; 0.5"})
    @Differentiable
    static double namesOfTheFunction(double x, double direction, @Constant double adjoint) {
        return x * direction * adjoint + x;
    }

    @At({"0.5; 2", "1; -1"})
    @Differentiable
    static double α(double β, double $_y) {
        double γ = β * $_y;
        return γ * β;
    }

    @At({"0.5; 2", "1; -1"})
    @Differentiable(name = "other")
    static double renamed(double x, double y) {
        return x * y * y;
    }

    @At({"0.5", "1"})
    @Differentiable(name = "overloadedOne")
    static double overloaded(double x) {
        return x * x;
    }

    @At({"[2]", "[1]"})
    @Differentiable(name = "overloadedMany")
    static double overloaded(double[] x) {
        return x[0] * x[0];
    }

    @At({"0.5; 2", "1; -1"})
    @Differentiable
    public static double open(double x, double y) {
        return x * Math.exp(y);
    }

    @At({"0.5; 2", "1; -1"})
    @Differentiable
    protected static double[] half(final double x, final double y) {
        return new double[] {x * y, y};
    }

    @At(kinks = {"2", "-3"})
    @Differentiable
    static double stopped(double x) {
        double z = stopGradient(x * x);
        return 3 * z;
    }

    @At(kinks = {"2; 3", "-3; 0.5"})
    @Differentiable
    static double partlyStopped(double x, double y) {
        double held = Differentiation.stopGradient(x) * x;
        return held * y + stopGradient(y) * x * stopGradient(2.5f);
    }

    @At({"2; 1e300; 5", "1.5; -1e300; -5"})
    @Differentiable
    static double hugeConstants(double x, @Constant double huge, long l) {
        return x * (huge * 1e-300) + (l > 0 ? x * x : x);
    }

    @At({"0.5; 2; 3", "1; -1; 0.5"})
    @Differentiable
    static double assignedParameters(double x, @Constant double k, double y) {
        k = k * x;
        x += k;
        y *= x;
        return y * k;
    }
}
