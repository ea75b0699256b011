package p;

import io.github.cotangent.Differentiable;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

class Expressions {
    double field;
    static double counter;
    static final double[] WEIGHTS = {1, 2};
    static final double SEED = Double.parseDouble("2");
    static final Integer BOXED = 3;
    static final int LETTER = 97;

    private static final double[] HIDDEN_WEIGHTS = {1, 2};
    static final double FIRST = WEIGHTS[0];
    static final Held HELD = new Held(WEIGHTS);
    static final Held NAMED = new Held(new double[] {1, 2});
    private static final Held HIDDEN_HELD = new Held(new double[] {1, 2});

    enum Color {
        RED;

        int sign() {
            return 1;
        }
    }

    private enum Hidden {
        ONE,
        TWO
    }

    static double first(double... xs) {
        return xs[0];
    }

    static <T> double generic(double x) {
        return x;
    }

    double instance(double x) {
        return x;
    }

    @Differentiable
    static double many(double x, int n, Expressions object) { // [ParameterType]
        return x;
    }

    @Differentiable
    static double expressions(double x, int n, double[] a) {
        double y = 0;
        double z = y;
        DoubleUnaryOperator f = t -> t * t; // [Lambda]
        DoubleUnaryOperator g = Math::sin; // [Lambda]
        z += new Expressions() // [ObjectCreation]
                .field;
        String text = "a" + n; // [TextValue]
        text += "b"; // [TextValue]
        z += text.length(); // [InstanceMember]
        String written = String.valueOf(n); // [CallElsewhere]
        String joined = String.join(",", text, written); // [CallElsewhere]
        if (String.valueOf(x).equals(text)) { // [CallElsewhere]
            z++;
        }
        z += Enum.valueOf(java.nio.file.FileVisitOption.class, "FOLLOW_LINKS").ordinal(); // [UncallableMethod]
        z += java.nio.file.FileVisitOption.valueOf(text).ordinal(); // [CallElsewhere]
        Arrays.sort(a); // [CallElsewhere]
        Object nothing = null; // [NullValue]
        if (x > 0 && nothing instanceof String) { // [InstanceOf]
            z += 1;
        }
        Integer boxed = 3; // [UnsupportedType]
        String[] names = {}; // [UnsupportedType]
        Integer[] boxes = new Integer[n]; // [UnsupportedType]
        String[][] texts = {{}}; // [UnsupportedType]
        Double wrapped = x; // [UnsupportedType]
        z += Double.valueOf(x) * 2; // [CallElsewhere]
        z += Arrays.stream(a).sum(); // [Stream]
        z += DoubleStream.of(x, z).map(t -> t * t).sum(); // [Lambda]
        z += counter; // [MutableField]
        counter = x; // [FieldWrite]
        counter += x; // [FieldWrite]
        counter++; // [FieldWrite]
        z = counter = x; // [FieldWrite]
        z += counter++; // [FieldWrite]
        z += WEIGHTS[0] + WEIGHTS.length;
        WEIGHTS[0] = x; // [ArrayField]
        fill(WEIGHTS);
        double[] same = same(WEIGHTS);
        same[1]++; // [ArrayField]
        z += HIDDEN_WEIGHTS[0]; // [HiddenConstant]
        z += FIRST; // [UnknownConstant]
        NAMED.values()[0] = x; // [ArrayField]
        z += NAMED.values()[1] + HIDDEN_HELD.values()[0]; // [HiddenConstant]
        z += HELD.values()[0]; // [UnknownConstant]
        z += SEED; // [UnknownConstant]
        z += BOXED; // [UnsupportedType]
        z += Color.RED.ordinal();
        Color color = Color.RED;
        z += color.sign(); // [InstanceMember]
        z += Color.valueOf("RED").ordinal(); // [CallElsewhere]
        z += Hidden.ONE == Hidden.TWO ? 1 : 2; // [HiddenConstant] [HiddenConstant]
        z += first(x, x);
        z += Expressions.<String>generic(x); // [UncallableMethod]
        z += Math.random(); // [RandomNumber]
        z += StrictMath.random(); // [RandomNumber]
        z += Integer.bitCount(n) + Double.longBitsToDouble(n);
        z += Integer.parseInt("2"); // [CallElsewhere]
        z += x > 0 ? 'a' : LETTER; // [MixedArms]
        z += Double.MAX_VALUE + Other.value(n);
        z += Other.HIDDEN;
        z += Other.ELSEWHERE.x(); // [UnknownConstant]
        Object type = int.class; // [UnsupportedType]
        return z;
    }

    record Point(double x, double y) {
        Point(double x) {
            this(x, 0);
        }

        double norm() {
            return Math.sqrt(x * x + y * y);
        }
    }

    record Checked(double x) {
        Checked(double x) {
            if (x < 0) {
                this.x = 0;
                return;
            }
            this.x = x;
        }
    }

    record Held(double[] values) {}

    record Boxed(Double value) {}

    record Chain(double x, Chain next) {}

    record Pair<T>(T a, T b) {}

    interface Shape {
        default double area() {
            return 1;
        }
    }

    record Square(double side) implements Shape {}

    @Differentiable
    static double records(double x, double[] a, boolean b) {
        Point p = new Point(x);
        Point q = b ? p : new Point(x, x);
        double z = p.norm() + q.x();
        if (p == q) { // [RecordComparison]
            z++;
        }
        if (p != null && null != a) {
            z++;
        }
        if (null == null) { // [NullValue] [NullValue]
            z++;
        }
        if (p.equals(q)) { // [RecordComparison]
            z++;
        }
        z += p.hashCode(); // [InstanceMember]
        Point none = null; // [NullValue]
        Boxed boxed = new Boxed(x); // [ObjectCreation]
        Chain chain = new Chain(x, null); // [ObjectCreation]
        Pair<Double> pair = new Pair<>(x, x); // [ObjectCreation]
        z += new Square(x).area(); // [InstanceMember]
        z += new Elsewhere(x, x).x(); // [RecordElsewhere]
        z += new Checked(x).x();
        new Point(x, x); // [ObjectCreation]
        Held mine = new Held(a.clone());
        mine.values()[0] = x;
        Held h = new Held(a);
        h.values()[0] = x; // [ParameterWrite]
        Held c = b ? mine : h;
        if (b) {
            mine = new Held(a);
        }
        for (int i = 0; i < 3; i++) {
            h = mine;
        }
        record Local(double x) {} // [LocalClass]
        Point[] points = {p}; // [UnsupportedType]
        java.util.Objects.requireNonNull(p);
        z += java.util.Objects.requireNonNull(b ? p : q).x(); // [UncallableMethod]
        java.util.Objects.requireNonNull(p, () -> "p"); // [Lambda]
        z += java.util.Objects.requireNonNull(x); // [UncallableMethod]
        z += java.util.Objects.<Point>requireNonNull(p).x(); // [UncallableMethod]
        return z;
    }

    @Differentiable
    static double inRecord(Held held) {
        held.values()[0] = 1; // [ParameterWrite]
        return held.values()[1];
    }

    @Differentiable
    static double arrays(double[] x, int[] k, boolean b) {
        x[0] = 1; // [ParameterWrite]
        x[1] += 2; // [ParameterWrite]
        x[2]++; // [ParameterWrite]
        double[] alias = x;
        alias[0] = 1; // [ParameterWrite]
        k[0] = 2; // [ParameterWrite]
        k[1] = k[2] = 2; // [ParameterWrite] [ParameterWrite]
        fill(x);
        double[] mine = new double[3];
        fill(mine);
        same(x)[0] = 3; // [ParameterWrite]
        double[] chosen = b ? mine : x;
        chosen[0] = 1; // [ParameterWrite]
        double[] carried = mine;
        for (int i = 0; i < 3; i++) {
            carried[0] += 1; // [ParameterWrite]
            mine[0] += 1;
            carried = x;
        }
        double[] last = mine;
        while (mine[0] > 0) {
            if (b) {
                last = x;
                break;
            }
        }
        last[1]++; // [ParameterWrite]
        double[][] rows = {mine, x};
        rows[0] = mine;
        rows[1][0] = 1; // [ParameterWrite]
        for (double[] row : rows.clone()) {
            row[0] = 1; // [ParameterWrite]
        }
        double[][] others = {mine, x.clone()};
        others[1][0] = 1;
        (b ? mine : others[1])[0] = 1;
        return mine[0];
    }

    static void fill(double[] a) {
        a[0] = 1; // [ArrayField] [ParameterWrite]
    }

    static double[] same(double[] a) {
        return a;
    }

    @Differentiable
    static double[] itself(double[] x) {
        return x; // [ParameterReturned]
    }

    @Differentiable
    static double[] constants(double[] x) {
        return WEIGHTS; // [ArrayField]
    }

    @Differentiable
    static double[] aliased(double[] x) {
        double[] y = same(x);
        return y; // [ParameterReturned]
    }

    @Differentiable
    static double[] chosen(double[] x, boolean b) {
        double[] y = {x[0]};
        if (b) {
            return y;
        }
        return b ? y : x; // [ParameterReturned]
    }

    @Differentiable
    static double[] held(double[] x, int i) {
        double[][] rows = {x, {1}};
        return rows[i]; // [ParameterReturned]
    }
}
