package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.Pullback;
import io.github.cotangent.ScalarFunction;
import io.github.cotangent.VectorFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Every member of a subject at one input, against the user's method and against each other. */
final class MemberChecks {

    private static final double TOLERANCE = 1e-12;

    private final Subject subject;
    private final List<Object> arguments;
    private final FlatFunction function;
    private final double[] x;
    private final double[] value;
    private final double[][] forward;
    private final double[][] reverse;

    MemberChecks(Subject subject, List<Object> arguments) {
        this.subject = subject;
        this.arguments = arguments;
        this.function = new FlatFunction(subject, arguments);
        this.x = function.point();
        this.value = function.value(x);
        this.forward = byForwardMode();
        this.reverse = byReverseMode();
    }

    /** Checks everything that holds at a kink as well. */
    void agree() {
        assertClose("forward and reverse mode", forward, reverse);
        vjpAddAccumulates();
        dotProducts();
        if (subject.isVector()) {
            jacobians();
            pullback();
        } else {
            gradient();
            valueAndGradient();
        }
        functionMember();
    }

    /** Checks against finite differences. */
    void agreeWithDifferences() {
        subject.precise(GradientCheck.of(function, x)).assertPasses();
        if (subject.member("Hvp").isPresent()) {
            HessianChecks hessian = new HessianChecks(subject, arguments);
            hessian.agree();
            hessian.agreeWithDifferences();
        }
        if (!subject.hasFunction()) {
            return;
        }
        Object member = subject.call("Function", constants());
        GradientCheck check = member instanceof ScalarFunction scalar
                ? GradientCheck.of(scalar, x)
                : GradientCheck.of((VectorFunction) member, x);
        subject.precise(check).assertPasses();
    }

    double[][] forward() {
        return forward;
    }

    double[][] reverse() {
        return reverse;
    }

    private double[][] byForwardMode() {
        double[][] jacobian = new double[value.length][x.length];
        for (int j = 0; j < x.length; j++) {
            double[] direction = new double[x.length];
            direction[j] = 1;
            double[] tangent = filled(value.length);
            assertSame("value of Jvp", function.jvp(x, direction, tangent), value);
            for (int i = 0; i < value.length; i++) {
                jacobian[i][j] = tangent[i];
            }
        }
        return jacobian;
    }

    private double[][] byReverseMode() {
        double[][] jacobian = new double[value.length][x.length];
        for (int i = 0; i < value.length; i++) {
            double[] seed = new double[value.length];
            seed[i] = 1;
            double[] adjoint = filled(x.length);
            assertSame("value of Vjp", function.vjp(x, seed, adjoint), value);
            jacobian[i] = adjoint;
        }
        return jacobian;
    }

    /** What a buffer may hold before it is overwritten. */
    private static double[] filled(int length) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        return array;
    }

    private void vjpAddAccumulates() {
        double[] seed = random(value.length, 1);
        double[] adjoint = filled(x.length);
        function.vjp(x, seed, adjoint);
        double[] sum = random(x.length, 2);
        double[] before = sum.clone();
        assertSame("value of VjpAdd", function.vjpAdd(x, seed, sum), value);
        int place = 0;
        for (int parameter : subject.differentiable()) {
            for (boolean isAdded : Shapes.inArrays(arguments.get(parameter))) {
                double expected = adjoint[place] + (isAdded ? before[place] : 0);
                double scale = Math.abs(before[place]) + largest(adjoint) + largest(value);
                assertClose("VjpAdd " + place, sum[place], expected, scale);
                place++;
            }
        }
    }

    /** ⟨ȳ, J·v⟩ = ⟨Jᵀ·ȳ, v⟩ for a random v and a random ȳ. */
    private void dotProducts() {
        double[] direction = random(x.length, 3);
        double[] seed = random(value.length, 4);
        double[] tangent = filled(value.length);
        double[] adjoint = filled(x.length);
        function.jvp(x, direction, tangent);
        function.vjp(x, seed, adjoint);
        double left = 0;
        double right = 0;
        double scale = largest(value);
        for (int i = 0; i < seed.length; i++) {
            left += seed[i] * tangent[i];
            for (int j = 0; j < direction.length; j++) {
                scale += Math.abs(seed[i] * forward[i][j] * direction[j]);
            }
        }
        for (int j = 0; j < direction.length; j++) {
            right += adjoint[j] * direction[j];
        }
        assertClose("⟨ȳ, J·v⟩ and ⟨Jᵀ·ȳ, v⟩", left, right, scale);
    }

    private void jacobians() {
        double[][] byForward = (double[][]) function.call("JacobianForward", function.at(x), List.of());
        double[][] byReverse = (double[][]) function.call("JacobianReverse", function.at(x), List.of());
        double[][] chosen = (double[][]) function.call("Jacobian", function.at(x), List.of());
        assertSame("JacobianForward", Shapes.flat(Arrays.asList(byForward)), Shapes.flat(Arrays.asList(forward)));
        double[] rows = unsigned(reverse);
        assertSame("JacobianReverse", unsigned(byReverse), rows);
        double[] either = unsigned(chosen);
        assertThat(Arrays.equals(either, unsigned(forward)) || Arrays.equals(either, rows))
                .as("Jacobian is that of one of the modes")
                .isTrue();
    }

    /** The elements, with all zeros alike: what is known to be zero is not computed, and so has not the sign of a product. */
    static double[] unsigned(double[][] matrix) {
        double[] elements = Shapes.flat(Arrays.asList(matrix));
        return Arrays.stream(elements).map(each -> each + 0.0).toArray();
    }

    private void pullback() {
        double[] seed = random(value.length, 5);
        double[] expected = filled(x.length);
        function.vjp(x, seed, expected);
        Pullback pullback = function.pullback(x);
        assertSame("value of Pullback", pullback.value(), value);
        double[] first = filled(x.length);
        pullback.apply(seed, first);
        pullback.apply(random(value.length, 6), filled(x.length));
        double[] again = filled(x.length);
        pullback.apply(seed, again);
        assertSame("Pullback", first, expected);
        assertSame("Pullback applied again", again, expected);
    }

    private void gradient() {
        Object gradient = function.call("Gradient", function.at(x), List.of());
        List<Object> parts = new ArrayList<>(List.of(gradient));
        if (subject.isHolder(gradient)) {
            parts = new ArrayList<>(List.of(Subject.components(gradient)));
            assertSame("value of Gradient", Shapes.flat(parts.remove(0)), value);
        }
        List<Object> primals =
                Arrays.stream(subject.differentiable()).mapToObj(arguments::get).toList();
        assertThat(parts.stream().map(Object::getClass).toList())
                .as("types of Gradient")
                .isEqualTo(primals.stream().map(Object::getClass).toList());
        assertSame("Gradient", Shapes.flat(parts), Shapes.flat(Shapes.typedParts(reverse[0], primals)));
    }

    private void valueAndGradient() {
        boolean one = subject.isOfOneArray();
        assertThat(subject.member("ValueAndGradient").isPresent())
                .as("there is ValueAndGradient")
                .isEqualTo(one);
        if (one) {
            double[] gradient = filled(x.length);
            Object result = function.call("ValueAndGradient", function.at(x), List.of(gradient));
            assertSame("value of ValueAndGradient", Shapes.flat(result), value);
            assertSame("ValueAndGradient", gradient, reverse[0]);
        }
    }

    private List<Object> constants() {
        return Shapes.copy(
                Arrays.stream(subject.bound()).mapToObj(arguments::get).toList());
    }

    private void functionMember() {
        assertThat(subject.member("Function").isPresent())
                .as("there is Function")
                .isEqualTo(subject.hasFunction());
        if (!subject.hasFunction()) {
            return;
        }
        Object member = subject.call("Function", constants());
        double[] direction = random(x.length, 7);
        double[] seed = random(value.length, 8);
        double[] tangent = filled(value.length);
        double[] adjoint = filled(x.length);
        function.jvp(x, direction, tangent);
        function.vjp(x, seed, adjoint);
        double[] itsAdjoint = filled(x.length);
        double[] itsTangent = filled(value.length);
        if (member instanceof ScalarFunction scalar) {
            assertSame("value of Function", new double[] {scalar.value(x)}, value);
            assertSame("value of Function.vjp", new double[] {scalar.vjp(x, seed[0], itsAdjoint)}, value);
            assertSame("Function.gradient", scalar.gradient(x), reverse[0]);
            itsTangent[0] = scalar.jvp(x, direction).tangent();
        } else {
            VectorFunction vector = (VectorFunction) member;
            assertSame("value of Function", vector.value(x), value);
            assertSame("value of Function.vjp", vector.vjp(x, seed, itsAdjoint), value);
            assertSame("value of Function.jvp", vector.jvp(x, direction, itsTangent), value);
            double[] pulled = filled(x.length);
            vector.pullback(x).apply(seed, pulled);
            assertSame("Function.pullback", pulled, adjoint);
        }
        assertSame("Function.jvp", itsTangent, tangent);
        assertSame("Function.vjp", itsAdjoint, adjoint);
    }

    private static double[] random(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(length, -2, 2).toArray();
    }

    /** Sees that arrays agree in every bit, but for those of a NaN, which Java leaves open. */
    static void assertSame(String what, double[] actual, double[] expected) {
        long[] bits =
                Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray();
        assertThat(Arrays.stream(actual).mapToLong(Double::doubleToLongBits).toArray())
                .as(() -> what + ": " + Arrays.toString(actual) + ", expected " + Arrays.toString(expected))
                .isEqualTo(bits);
    }

    /** Sees that elements agree, relative to themselves, or to a thousandth of the largest thing in sight. */
    void assertClose(String what, double[][] actual, double[][] expected) {
        assertThat(actual.length).as(what).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            double floor = 1e-3 * Math.max(Math.abs(value[i]), largest(expected[i]));
            for (int j = 0; j < expected[i].length; j++) {
                double scale = Math.max(floor, Math.abs(expected[i][j]));
                assertClose(what + ", ∂y[" + i + "]/∂x[" + j + "]", actual[i][j], expected[i][j], scale);
            }
        }
    }

    static double largest(double[] array) {
        return Arrays.stream(array)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    static void assertClose(String what, double actual, double expected, double scale) {
        boolean same = actual == expected || Double.isNaN(actual) && Double.isNaN(expected);
        assertThat(same || Math.abs(actual - expected) <= TOLERANCE * scale)
                .as("%s: %s, expected %s", what, actual, expected)
                .isTrue();
    }
}
