package p;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;

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
    static int whole(double x) { // [ResultType]
        return 1;
    }

    @Differentiable
    static long[] wholes(double x) { // [ResultType]
        return new long[1];
    }

    @Differentiable
    static void nothing(double x) {} // [NoResult]

    @Differentiable
    static void notMarked(double[] x, double[] y) { // [NoResult]
        y[0] = x[0]; // [ParameterWrite]
    }

    @Differentiable
    static void notAllMarked(double[] x, double[] y, @Output double[] z) {
        y[0] = x[0]; // [ParameterWrite]
        z[0] = y[0];
    }

    @Differentiable
    static void noArray(double x, @Output double y) {} // [OutputType]

    @Differentiable
    static void notReal(double x, @Output int[] y, @Output boolean b) {} // [OutputType] [OutputType]

    @Differentiable
    static void notKnown(double x, @Output String[] y) {} // [ParameterType]

    @Differentiable
    static double twice(double x, @Output double[] y) { // [OutputBesideResult]
        y[0] = x;
        return x;
    }

    @Differentiable
    static void held(double x, @Output @Constant double[] y) {} // [ConstantOutput]

    @Differentiable
    static void onlyOutputs(@Output double[] y) {} // [NoDifferentiableParameter]

    static void plain(double x, @Output double[] y) {} // [MisplacedOutput]

    @Differentiable
    static void rows(double[] x, @Output double[][] y, @Output double[][][] z) {
        y[0] = x.clone(); // [OutputRow]
        double[][] alias = z[1];
        alias[0] = new double[2]; // [OutputRow]
        z[0] = new double[2][2]; // [OutputRow]
        y[1][0] = x[0];
    }

    record Pair(double first, double second) {}

    @Differentiable
    static Pair pair(double x) {
        return new Pair(x, x);
    }

    record Counts(int first, boolean[] others) {}

    @Differentiable
    static Counts counts(double x) { // [ResultType]
        return new Counts(1, new boolean[] {x > 0});
    }

    record Held(double[] values, double[][] rows) {}

    @Differentiable
    static Held handed(Held held, double[] x) {
        return new Held(held.values(), held.rows()); // [ParameterReturned]
    }

    @Differentiable(order = 2)
    static Pair secondOfPair(double x) {
        return new Pair(x, x * x);
    }

    @Differentiable
    static void intoPair(double x, @Output Pair pair) {} // [OutputType]

    @Differentiable
    static double objects(Number s, double x, Integer i, Object[] o) { // [ParameterType] [ParameterType] [ParameterType]
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

    @Differentiable(workspace = true)
    static double[] arrayOfWorkspace(double x) { // [WorkspaceOfArray]
        return new double[] {x};
    }

    @Differentiable(workspace = true)
    static Held recordOfWorkspace(double x) { // [WorkspaceOfArray]
        return new Held(new double[] {x}, new double[][] {{x}});
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

    @Differentiable
    static double[] fineJacobian(double[] x) { // [NameClash]
        return new double[] {x[0]};
    }

    static double plain(@Constant double x) { // [MisplacedConstant]
        return x;
    }

    record Tested(double x) {
        Tested {
            x = Math.abs(x);
        }
    }

    record Around(Tested inner) {}

    record Read(double x) {
        public double x() {
            return 2 * x;
        }
    }

    record Plain(double x) {}

    record Floats(float[][] rows, double x) {}

    @Differentiable
    static double ofFloats(Floats floats) { // [RecordWithCode]
        return floats.x();
    }

    @Differentiable
    static double ofRecords(Tested a, Around b, Read c, Plain d) { // [RecordWithCode] [RecordWithCode] [RecordWithCode]
        return d.x();
    }

    @Differentiable
    static Around givesRecord(double x) { // [RecordWithCode]
        return new Around(new Tested(x));
    }

    private record Closed(double x) {}

    @Differentiable
    static Closed givesClosed(double x) { // [PrivateClass]
        return new Closed(x);
    }

    record Open(Closed inner) {}

    @Differentiable
    static Open givesOpen(double x) { // [PrivateClass]
        return new Open(new Closed(x));
    }

    private enum Secret {
        A
    }

    @Differentiable
    static double secret(double x, Secret secret) { // [PrivateClass]
        return secret == Secret.A ? x : 2 * x; // [HiddenConstant]
    }

    private static class Inner {
        @Differentiable
        static double inside(double x) { // [PrivateClass]
            return x;
        }
    }
}
