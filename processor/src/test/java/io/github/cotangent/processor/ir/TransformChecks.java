package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Derivatives.Pullback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold of a derivative at a point, whatever the function. A check throws an {@link AssertionError} that says what
 * differs.
 */
public final class TransformChecks {

    /** A transformation of a function into its derivative with respect to some of its parameters. */
    @FunctionalInterface
    public interface Transform {
        Function of(Function function, List<Value> withRespectTo);
    }

    /**
     * A function at a point.
     *
     * @param withRespectTo some of the function's real parameters
     * @param arguments one for each parameter
     */
    public record Case(Function function, List<Value> withRespectTo, List<Object> arguments) {

        /** A case with respect to all real parameters. */
        public static Case of(Function function, Object... arguments) {
            List<Value> real = function.parameters().stream()
                    .filter(parameter -> parameter.type().isReal())
                    .toList();
            return new Case(function, real, List.of(arguments));
        }

        /** A random point, mostly with respect to all real parameters. */
        public static Case random(Function function, long seed) {
            RandomGenerator random = new SplittableRandom(seed);
            boolean all = random.nextInt(3) > 0;
            List<Value> chosen = function.parameters().stream()
                    .filter(parameter -> parameter.type().isReal() && (all || random.nextBoolean()))
                    .toList();
            List<Object> arguments = RandomFunctions.arguments(function, seed);
            return chosen.isEmpty() ? of(function, arguments.toArray()) : new Case(function, chosen, arguments);
        }

        /** What stands at the places of the chosen parameters. */
        List<Object> chosen(List<?> ofParameters) {
            return withRespectTo.stream()
                    .<Object>map(value -> ofParameters.get(function.parameters().indexOf(value)))
                    .toList();
        }

        /** Tangents for all parameters: what is not chosen does not vary. */
        List<Object> spread(List<Object> tangents) {
            List<Object> all = Coordinates.tangents(arguments, new double[Coordinates.of(arguments).length]);
            for (int i = 0; i < tangents.size(); i++) {
                all.set(function.parameters().indexOf(withRespectTo.get(i)), tangents.get(i));
            }
            return all;
        }

        /** Whether the one result is a real scalar. */
        public boolean isScalar() {
            return function.results().get(0).type().isRealScalar();
        }

        /**
         * Whether the results are finite, and everything on the way to them that has a slope: {@code copySign(1, sqrt(-1))} is
         * 1, and varies or not, depending on whether one asks the formula or the code that is needed for it.
         */
        public boolean isRegular() {
            List<Object> primals = Coordinates.copy(arguments);
            double[] ones = DoubleStream.generate(() -> 1)
                    .limit(Coordinates.of(arguments).length)
                    .toArray();
            return DualInterpreter.bounds(function, primals, Coordinates.tangents(arguments, ones)).stream()
                    .flatMap(dual -> Stream.of(dual.primal(), dual.tangent()))
                    .flatMapToDouble(each -> Arrays.stream(Coordinates.of(List.of(each))))
                    .allMatch(Double::isFinite);
        }

        int dimension() {
            return Coordinates.of(chosen(arguments)).length;
        }

        List<Object> direction(double[] numbers) {
            return Coordinates.tangents(chosen(arguments), numbers);
        }

        private double precision() {
            return mentions("float") ? 1e-5 : 1e-11;
        }

        private boolean mentions(String word) {
            return function.toString().contains(word);
        }
    }

    private static final double TINY = 1e-13;

    private TransformChecks() {}

    /**
     * That a JVP gives the function's value to the bit, the tangents that the oracle gives for every basis vector and for a
     * random direction, and stores to the arrays among the arguments what the function stores.
     */
    public static void jvp(Transform jvp, Case point) {
        Function derivative = Verifier.verify(jvp.of(point.function(), point.withRespectTo()));
        directions(point.dimension()).forEach(direction -> tangent(derivative, point, point.direction(direction)));
    }

    private static void tangent(Function derivative, Case point, List<Object> direction) {
        List<Object> primals = Coordinates.copy(point.arguments());
        List<Object> tangents = Coordinates.copy(direction);
        List<Object> results = Interpreter.run(derivative, joined(primals, tangents));

        List<Object> plain = Coordinates.copy(point.arguments());
        List<Object> values = Interpreter.run(point.function(), plain);
        same("number of results", 2 * values.size(), results.size());
        identical("value", values, results.subList(0, values.size()));
        identical("argument after the run", plain, primals);

        List<Object> expected = tangents(point, direction, false);
        List<Object> bounds = tangents(point, direction, true);
        List<Object> actual = joined(results.subList(values.size(), results.size()), arrays(tangents));
        close("tangent", expected, actual, bounds, point.precision());
    }

    /** The oracle's tangents of the results, and of the chosen arrays after the run. */
    private static List<Object> tangents(Case point, List<Object> direction, boolean bounding) {
        List<Object> primals = Coordinates.copy(point.arguments());
        List<Object> tangents = point.spread(Coordinates.copy(direction));
        List<DualInterpreter.Dual> duals = bounding
                ? DualInterpreter.bounds(point.function(), primals, tangents)
                : DualInterpreter.run(point.function(), primals, tangents);
        List<Object> ofResults = new ArrayList<>();
        duals.forEach(dual -> ofResults.add(dual.tangent()));
        return joined(ofResults, arrays(point.chosen(tangents)));
    }

    /**
     * That a VJP gives the function's value to the bit, and the transpose of the oracle's Jacobian times the seed, added to
     * what was in the buffers; and that it changes nothing else. The function has one result.
     */
    public static void vjp(Transform vjp, Case point) {
        Function derivative = Verifier.verify(vjp.of(point.function(), point.withRespectTo()));
        reverse((primals, others) -> Interpreter.run(derivative, joined(primals, others)), point);
    }

    /** The same of a VJP in two parts; and that the second part can be run again. */
    public static void pullback(BiFunction<Function, List<Value>, Pullback> split, Case point) {
        Pullback pullback = split.apply(point.function(), point.withRespectTo());
        Verifier.verify(pullback.forward());
        Verifier.verify(pullback.reverse());
        BinaryOperator<List<Object>> sweeps = (primals, others) -> {
            List<Object> handed = Interpreter.run(pullback.forward(), primals);
            List<Object> captured = handed.subList(1, handed.size());
            Interpreter.run(pullback.reverse(), joined(captured, Coordinates.copy(others)));
            return joined(handed.subList(0, 1), Interpreter.run(pullback.reverse(), joined(captured, others)));
        };
        reverse(sweeps, point);
    }

    /**
     * That what simplifies a function changes no bit of what it computes.
     *
     * @param simplification keeps the parameters
     */
    public static void same(UnaryOperator<Function> simplification, Case point) {
        Function simplified = Verifier.verify(simplification.apply(point.function()));
        List<Object> before = Coordinates.copy(point.arguments());
        List<Object> after = Coordinates.copy(point.arguments());
        List<Object> expected = Interpreter.run(point.function(), before);
        identical("value", expected, Interpreter.run(simplified, after));
        identical("argument after the run", before, after);
    }

    /** @param sweeps takes the primals and then the seed and the buffers, as a VJP does */
    private static void reverse(BinaryOperator<List<Object>> sweeps, Case point) {
        List<List<Object>> columns = new ArrayList<>();
        List<List<Object>> bounds = new ArrayList<>();
        for (int i = 0; i < point.dimension(); i++) {
            List<Object> direction = point.direction(Coordinates.unit(point.dimension(), i));
            columns.add(resultsOnly(tangents(point, direction, false)));
            bounds.add(resultsOnly(tangents(point, direction, true)));
        }
        List<Object> value = Interpreter.run(point.function(), Coordinates.copy(point.arguments()));
        directions(Coordinates.of(value).length).forEach(numbers -> {
            Object seed = Coordinates.tangents(value, numbers).get(0);
            adjoint(sweeps, point, value, seed, products(columns, numbers, false), products(bounds, numbers, true));
        });
    }

    private static List<Object> resultsOnly(List<Object> tangents) {
        return tangents.subList(0, 1);
    }

    private static double[] products(List<List<Object>> columns, double[] seed, boolean bounding) {
        return columns.stream()
                .mapToDouble(column -> {
                    double[] slopes = Coordinates.of(column);
                    return IntStream.range(0, slopes.length)
                            .mapToDouble(i -> seed[i] * slopes[i])
                            .map(product -> bounding ? Math.abs(product) : product)
                            .sum();
                })
                .toArray();
    }

    private static void adjoint(
            BinaryOperator<List<Object>> sweeps,
            Case point,
            List<Object> value,
            Object seed,
            double[] expected,
            double[] bounds) {
        List<Object> primals = Coordinates.copy(point.arguments());
        List<Object> seeds = Coordinates.copy(List.of(seed));
        List<Object> buffers = buffers(point);
        List<Object> before = Coordinates.copy(buffers);
        List<Object> results = sweeps.apply(primals, joined(seeds, buffers));

        identical("value", value, results.subList(0, 1));
        identical("argument after the run", point.arguments(), primals);
        identical("seed after the run", List.of(seed), seeds);
        List<Object> scalars = new ArrayList<>(results.subList(1, results.size()));
        same("number of scalar adjoints", point.withRespectTo().size() - buffers.size(), scalars.size());
        List<Object> actual = new ArrayList<>();
        for (Value parameter : point.withRespectTo()) {
            actual.add(parameter.type().isArray() ? added(before.remove(0), buffers.remove(0)) : scalars.remove(0));
        }
        List<Object> shaped = point.direction(expected);
        close("adjoint", shaped, actual, point.direction(bounds), point.precision());
    }

    /** Something else than zeros, to see that adjoints are added to it. */
    private static List<Object> buffers(Case point) {
        RandomGenerator random = new SplittableRandom(7);
        double[] numbers = random.doubles(point.dimension(), -1, 1).toArray();
        return new ArrayList<>(arrays(point.direction(numbers)));
    }

    private static Object added(Object before, Object after) {
        return Coordinates.moved(List.of(after), -1, List.of(before)).get(0);
    }

    /**
     * That the JVP of the VJP is the derivative of the VJP: the oracle's to the last bits, and where the function is smooth
     * that of finite differences.
     */
    public static void jvpOfVjp(Transform jvp, Transform vjp, Case point) {
        Case gradient = gradient(vjp, point);
        jvp(jvp, gradient);
        if (!point.mentions("float") && !point.mentions("stop_gradient") && !point.mentions("next_up")) {
            directions(gradient.dimension()).reduce((a, b) -> b).ifPresent(last -> differences(jvp, gradient, last));
        }
    }

    /** That derivatives of third order are right too: those of the JVP of the VJP. */
    public static void jvpOfJvpOfVjp(Transform jvp, Transform vjp, Case point) {
        Case gradient = gradient(vjp, point);
        Function second = jvp.of(gradient.function(), gradient.withRespectTo());
        RandomGenerator random = new SplittableRandom(11);
        double[] direction = random.doubles(gradient.dimension(), -1, 1).toArray();
        List<Object> arguments = joined(gradient.arguments(), gradient.direction(direction));
        List<Value> primals = gradient.withRespectTo().stream()
                .map(value ->
                        second.parameters().get(gradient.function().parameters().indexOf(value)))
                .toList();
        List<Value> tangents = second.parameters()
                .subList(gradient.arguments().size(), second.parameters().size());
        Case third = new Case(
                second, Stream.concat(primals.stream(), tangents.stream()).toList(), arguments);
        Function derivative = Verifier.verify(jvp.of(second, third.withRespectTo()));
        directions(third.dimension())
                .reduce((a, b) -> b)
                .ifPresent(last -> tangent(derivative, third, third.direction(last)));
    }

    /**
     * That the Hessian times a direction is the oracle's derivative of the VJP with seed 1, and is added to what was in the
     * buffers; and that nothing else changes. The function has one result, a real scalar.
     */
    public static void hvp(Transform hvp, Transform vjp, Case point) {
        Function product = Verifier.verify(hvp.of(point.function(), point.withRespectTo()));
        Case gradient = gradient(vjp, point, List.of(1.0));
        directions(point.dimension()).forEach(numbers -> {
            List<Object> direction = gradient.direction(Arrays.copyOf(numbers, gradient.dimension()));
            List<Object> expected = adjoints(point, tangents(gradient, direction, false));
            List<Object> bounds = adjoints(point, tangents(gradient, direction, true));
            product(product, point, numbers, expected, bounds);
        });
    }

    /** The tangents of the adjoints alone, among those of all that a VJP gives or takes. */
    private static List<Object> adjoints(Case point, List<Object> tangents) {
        int arrays = arrays(point.chosen(point.arguments())).size();
        int scalars = point.withRespectTo().size() - arrays;
        List<Object> ofScalars = tangents.subList(1, 1 + scalars);
        return ordered(point, ofScalars, tangents.subList(tangents.size() - arrays, tangents.size()));
    }

    private static List<Object> ordered(Case point, List<Object> ofScalars, List<Object> ofArrays) {
        Iterator<Object> scalars = ofScalars.iterator();
        Iterator<Object> arrays = ofArrays.iterator();
        return point.withRespectTo().stream()
                .map(value -> value.type().isArray() ? arrays.next() : scalars.next())
                .toList();
    }

    private static void product(
            Function product, Case point, double[] numbers, List<Object> expected, List<Object> bounds) {
        List<Object> primals = Coordinates.copy(point.arguments());
        List<Object> direction = point.direction(numbers);
        List<Object> buffers = buffers(point);
        List<Object> before = Coordinates.copy(buffers);
        List<Object> scalars = Interpreter.run(product, joined(joined(primals, direction), buffers));

        identical("argument after the run", point.arguments(), primals);
        identical("direction after the run", point.direction(numbers), direction);
        same("number of scalar products", point.withRespectTo().size() - buffers.size(), scalars.size());
        List<Object> arrays = IntStream.range(0, buffers.size())
                .<Object>mapToObj(i -> added(before.get(i), buffers.get(i)))
                .toList();
        close("product", expected, ordered(point, scalars, arrays), bounds, point.precision());
    }

    /** The VJP at random seeds. */
    public static Case gradient(Transform vjp, Case point) {
        List<Object> value = Interpreter.run(point.function(), Coordinates.copy(point.arguments()));
        RandomGenerator random = new SplittableRandom(5);
        int length = Coordinates.of(value).length;
        return gradient(
                vjp,
                point,
                Coordinates.tangents(value, random.doubles(length, -1, 1).toArray()));
    }

    /** The VJP as a function of the parameters, the seed and the buffers, all of which vary. */
    private static Case gradient(Transform vjp, Case point, List<Object> seed) {
        Function derivative = vjp.of(point.function(), point.withRespectTo());
        int primals = point.arguments().size();
        List<Value> varying = new ArrayList<>();
        point.withRespectTo()
                .forEach(value -> varying.add(derivative
                        .parameters()
                        .get(point.function().parameters().indexOf(value))));
        varying.addAll(
                derivative.parameters().subList(primals, derivative.parameters().size()));
        return new Case(derivative, varying, joined(joined(point.arguments(), seed), buffers(point)));
    }

    private static void differences(Transform jvp, Case point, double[] numbers) {
        List<Object> direction = point.direction(numbers);
        FiniteDifferences.directional(point.function(), point.arguments(), point.spread(direction))
                .ifPresent(estimate -> {
                    Function derivative = jvp.of(point.function(), point.withRespectTo());
                    List<Object> tangents = Coordinates.copy(direction);
                    List<Object> results =
                            Interpreter.run(derivative, joined(Coordinates.copy(point.arguments()), tangents));
                    List<Object> ofResults = results.subList(results.size() / 2, results.size());
                    List<Object> ofArrays = arrays(point.spread(tangents));
                    double[] actual = Coordinates.of(joined(ofResults, ofArrays));
                    for (int i = 0; i < actual.length; i++) {
                        double expected = estimate.values()[i];
                        double tolerance = 1e-6 * (1 + Math.abs(expected)) + 20 * Math.abs(estimate.errors()[i]);
                        near("tangent " + i + " by finite differences", expected, actual[i], tolerance);
                    }
                });
    }

    /** Every basis vector of a space of few dimensions, some of one of many, and last a random vector. */
    private static Stream<double[]> directions(int dimension) {
        RandomGenerator random = new SplittableRandom(dimension);
        return Stream.concat(
                IntStream.range(0, dimension)
                        .filter(i -> dimension <= 12 || random.nextInt(dimension) < 12)
                        .mapToObj(i -> Coordinates.unit(dimension, i)),
                Stream.of(random.doubles(dimension, -1, 1).toArray()));
    }

    private static List<Object> arrays(List<Object> values) {
        return values.stream()
                .filter(value -> value instanceof double[] || value instanceof Object[])
                .toList();
    }

    private static List<Object> joined(List<?> first, List<?> second) {
        List<Object> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    private static void close(
            String what, List<Object> expected, List<Object> actual, List<Object> bounds, double precision) {
        same("number of " + what + "s", expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            double[] e = Coordinates.of(Arrays.asList(expected.get(i)));
            double[] a = Coordinates.of(Arrays.asList(actual.get(i)));
            double[] b = Coordinates.of(Arrays.asList(bounds.get(i)));
            same("length of " + what + " " + i, e.length, a.length);
            for (int j = 0; j < e.length; j++) {
                near(what + " " + i + " [" + j + "]", e[j], a[j], precision * b[j] + TINY);
            }
        }
    }

    private static void near(String what, double expected, double actual, double tolerance) {
        boolean equal = Double.compare(expected, actual) == 0;
        if (!equal && !(Math.abs(expected - actual) <= tolerance)) {
            throw new AssertionError(what + " is " + actual + ", not " + expected + " (within " + tolerance + ")");
        }
    }

    private static void identical(String what, List<?> expected, List<?> actual) {
        if (!Arrays.deepEquals(expected.toArray(), actual.toArray())) {
            throw new AssertionError(what + " is " + Arrays.deepToString(actual.toArray()) + ", not "
                    + Arrays.deepToString(expected.toArray()));
        }
    }

    private static void same(String what, int expected, int actual) {
        if (expected != actual) {
            throw new AssertionError(what + " is " + actual + ", not " + expected);
        }
    }
}
