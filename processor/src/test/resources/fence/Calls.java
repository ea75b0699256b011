package p;

import io.github.cotangent.DerivativeOf;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiation;
import io.github.cotangent.Dual;
import io.github.cotangent.JvpOf;
import io.github.cotangent.Output;
import io.github.cotangent.VjpOf;
import q.Foreign;

class Calls extends Foreign {
    @DerivativeOf(type = Foreign.class, method = "guarded")
    static double guardedSlope(double x) {
        return 1;
    }

    @DerivativeOf(type = Calls.class, method = "half")
    static double halfSlope(double x, int n) {
        return 0.5;
    }

    @DerivativeOf(type = Calls.class, method = "product")
    static double productByX(double x, double y) {
        return y;
    }

    static double half(double x, int n) {
        return x / 2;
    }

    static double product(double x, double y) {
        return x * y;
    }

    static double[] tripled(double[] x) {
        return x.clone();
    }

    @JvpOf(type = Calls.class, method = "tripled")
    static double[] tripledJvp(double[] x, double[] xDot, double[] tangent) {
        return tripled(x);
    }

    @Differentiable
    static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    record Point(double x, double y) {
        double down(int n) {
            return n == 0 ? x : new Point(y, x).down(n - 1); // [RecursiveCall]
        }
    }

    static double length(Point p, int n) {
        return n == 0 ? p.x() : length(new Point(p.y(), p.x()), n - 1);
    }

    static Point turned(Point p, int n) {
        return n == 0 ? p : turned(new Point(p.y(), p.x()), n - 1);
    }

    record Held(double[] values) {}

    static double held(Held held, int n) {
        held.values()[0]++; // [ParameterWrite]
        return n == 0 ? held.values()[0] : held(held, n - 1);
    }

    static void fill(double[] x, int n) {
        if (n > 0) {
            fill(x, n - 1);
        }
    }

    static double inPlace(double[] x, int n) {
        x[0] *= 2;
        return n == 0 ? x[0] : inPlace(x, n - 1);
    }

    @Differentiable
    static double calls(double x, double[] a, int n) {
        double z = Other.value(n) + Integer.highestOneBit(n);
        z += Integer.parseInt("2"); // [CallElsewhere]
        z += guarded(x); // [InaccessibleMethod]
        double[] y = a.clone();
        fill(y, n);
        z += length(new Point(x, z), n);
        z += turned(new Point(x, z), n).x(); // [CalleeRecord]
        z += held(new Held(a), n);
        z += new Point(x, z).down(n);
        return z + y[0] + inPlace(y, n) + inPlace(a, n); // [ParameterWrite]
    }

    @Differentiable
    static double varying(double x, int n) {
        double z = Other.value(x); // [CallElsewhere]
        for (int i = 0; i < n; i++) {
            z += Other.value(n) * x + Other.value(Differentiation.stopGradient(x));
            n = Other.value(z) > 3 ? 1 : n; // [CallElsewhere]
        }
        return z + Double.doubleToLongBits(x); // [CallElsewhere]
    }

    @Differentiable
    static void varyingOutput(double x, @Output double[] y) {
        y[0] = Other.value(y[0]) * x; // [CallElsewhere]
    }

    @Differentiable
    static void spread(double[] x, int n, @Output double[] y) {
        if (n > 0) {
            spread(x, n - 1, y);
        } else {
            y[0] = x[0];
        }
    }

    @Differentiable
    static double outputs(double[] x) {
        double[] y = new double[2];
        spread(x, 1, y);
        spread(x, 2, y);
        double[] z = x.clone();
        spread(x, 1, z);
        spread(z, 1, z); // [OutputShared]
        double[] k = new double[2];
        for (int i = 0; i < 2; i++) {
            spread(x, i, k);
        }
        double[][] a = new double[2][2];
        spread(x, 1, a[0]);
        spread(a[0], 1, a[1]); // [OutputShared]
        double[][] b = {new double[2], y};
        spread(x, 1, b[0]);
        return y[0] + z[0] + k[0] + a[1][0] + b[0][0];
    }

    @Differentiable
    static double outputsOfTheCaller(double[] x, double[][] rows) {
        spread(x, 1, x); // [ParameterWrite]
        spread(x, 1, rows[0]); // [ParameterWrite]
        return x[0];
    }

    @Differentiable
    static double perhapsMissing(double[] x, double[][] rows) {
        return x == null ? 0 : x[0] * descended(rows[0], 2);
    }

    private static double descended(double[] row, int n) {
        if (row == null) { // [NullValue]
            return 0;
        }
        return n == 0 ? row[0] : descended(row, n - 1);
    }

    @Differentiable
    static double hidingItsClass(double Calls) {
        return product(Calls, 2); // [HiddenClass]
    }

    @Differentiable
    static double rules(double x, double[] a) {
        double z = product(x, 2);
        z += product(2, x); // [MissingRule]
        z += tripled(a)[0]; // [MissingRule]
        return z;
    }

    @Differentiable
    static double rulesForARecord(Point r, double x) {
        return product(x, 2) + product(2, x) + product(3, r.y()); // [MissingRule] [MissingRule]
    }

    @Differentiable(order = 2)
    static double second(double x, double y) {
        double z = half(x, 1); // [RuleOrder]
        z += power(y, 3); // [OrderOfCallee]
        return z;
    }

    @DerivativeOf(type = Calls.class, method = "half")
    double instance(double x, int n) { // [RuleAccess]
        return 0.5;
    }

    @DerivativeOf(type = Calls.class, method = "half")
    private static double hidden(double x, int n) { // [RuleAccess]
        return 0.5;
    }

    @DerivativeOf(type = Other.class, method = "nothing")
    static double ofNothing(double x) { // [RuleTarget]
        return 0.5;
    }

    @DerivativeOf(type = Other.class, method = "ofRecord", parameter = 1)
    static double ofRecordSlope(Other.Pair pair, double x) { // [RuleTarget]
        return 0.5;
    }

    @DerivativeOf(type = Calls.class, method = "half", parameter = 1)
    static double byInteger(double x, int n) { // [RuleParameter]
        return 0.5;
    }

    @DerivativeOf(type = Calls.class, method = "half", parameter = 2)
    static double byNone(double x, int n) { // [RuleParameter]
        return 0.5;
    }

    @DerivativeOf(type = Calls.class, method = "half")
    static double otherParameters(double x) { // [RuleSignature]
        return 0.5;
    }

    @DerivativeOf(type = Calls.class, method = "half")
    static int otherResult(double x, int n) { // [RuleSignature]
        return 1;
    }

    @JvpOf(type = Calls.class, method = "product")
    static Dual lacksTangent(double x, double y, double xDot) { // [RuleSignature]
        return new Dual(x, y);
    }

    @VjpOf(type = Calls.class, method = "product")
    static double lacksRecord(double x, double y, double seed) { // [RuleSignature]
        return x;
    }

    @Differentiable(order = 2, rules = Calls.class)
    static class WithOrder {} // [MisplacedDifferentiable]

    @Differentiable
    interface WithoutRules {} // [MisplacedDifferentiable]
}
