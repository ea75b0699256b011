package p;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;

class Declarations {
    @Differentiable
    double instance(double x) { // [NotStatic]
        return x;
    }

    @Differentiable
    private static double hidden(double x) { // [PrivateMethod]
        return x;
    }

    @Differentiable
    static <T> double generic(double x) { // [GenericMethod]
        return x;
    }

    @Differentiable
    static native double foreign(double x); // [NoBody]

    @Differentiable
    static float single(double x) { // [ResultType]
        return (float) x;
    }

    @Differentiable
    static void nothing(double x) {} // [ResultType]

    @Differentiable
    static double objects(String s, double x, double[][] m, byte b) { // [ParameterType] [ParameterType] [ParameterType]
        return x;
    }

    @Differentiable
    static double constants(int n, @Constant double x) { // [NoDifferentiableParameter]
        return x;
    }

    @Differentiable(order = 3)
    static double third(double x) { // [OrderUnsupported]
        return x;
    }

    @Differentiable(order = 2)
    static double[] secondOfMany(double[] x) { // [SecondOrderOfArray]
        return x.clone();
    }

    @Differentiable(name = "a-b")
    static double dashed(double x) { // [InvalidName]
        return x;
    }

    @Differentiable
    static double over(double x) {
        return x;
    }

    @Differentiable
    static double over(double x, double y) { // [OverloadNeedsName]
        return x;
    }

    @Differentiable(name = "fine")
    static double over(double x, int y) {
        return x;
    }

    @Differentiable
    static double fineValueAnd(double[] x) { // [NameClash]
        return x[0];
    }

    static double plain(@Constant double x) { // [MisplacedConstant]
        return x;
    }

    private static class Inner {
        @Differentiable
        static double inside(double x) { // [PrivateClass]
            return x;
        }
    }
}
