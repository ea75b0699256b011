package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Random functions that are well formed, come to an end, and have derivatives almost everywhere: arithmetic and most of
 * {@code Math}, nested branches and loops of 0 to 5 trips, local arrays that are stored to after they were read.
 *
 * <p>The same seed gives the same function.
 */
public final class RandomFunctions {

    private static final int DEEPEST = 3;

    private final boolean floats;

    private RandomFunctions(boolean floats) {
        this.floats = floats;
    }

    /**
     * A function of {@code double}, {@code double[]}, {@code int} and {@code boolean} parameters, the first a
     * {@code double}; its result is a {@code double} or a {@code double[]}.
     *
     * @param size about how many statements it has
     */
    public static Function of(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return Verifier.verify(new RandomFunctions(random.nextInt(6) == 0).function("f" + seed, random, size));
    }

    /** Arguments for a function of {@link #of}: numbers of moderate size, arrays of one to four elements. */
    public static List<Object> arguments(Function function, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return function.parameters().stream()
                .map(parameter -> argument(parameter.type(), random))
                .toList();
    }

    private static Object argument(Type type, RandomGenerator random) {
        if (type.rank() > 1) {
            return new double[][] {
                random.doubles(2, -2, 2).toArray(),
                random.doubles(random.nextInt(2, 4), -2, 2).toArray()
            };
        }
        if (type.isArray()) {
            return random.doubles(random.nextInt(1, 5), -2, 2).toArray();
        }
        return switch (type.kind()) {
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt(5);
            case FLOAT -> (float) random.nextDouble(-2, 2);
            case DOUBLE -> random.nextDouble(-2, 2);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private Function function(String name, RandomGenerator random, int size) {
        RandomScope scope = new RandomScope(random);
        List<Value> parameters = new ArrayList<>();
        parameters.add(parameter(scope.doubles, Type.DOUBLE, "x"));
        IntStream.range(0, random.nextInt(3)).forEach(i -> parameters.add(parameter(scope.doubles, Type.DOUBLE, "y")));
        IntStream.range(0, random.nextInt(3)).forEach(i -> parameters.add(parameter(scope.arrays, Type.DOUBLES, "a")));
        if (scope.chance(0.5)) {
            parameters.add(parameter(scope.ints, Type.INT, "n"));
        }
        if (scope.chance(0.2)) {
            parameters.add(parameter(scope.booleans, Type.BOOLEAN, "flag"));
        }
        if (floats && scope.chance(0.5)) {
            Value single = Value.named(Type.FLOAT, "z");
            parameters.add(single);
            scope.doubles.add(scope.define(Type.DOUBLE, 3, Primitive.CAST, single));
        }
        statements(scope, size, 0);
        return new Function(name, scope.builder.region(parameters, List.of(result(scope))));
    }

    private static Value parameter(List<Value> values, Type type, String name) {
        Value parameter = Value.named(type, name);
        values.add(parameter);
        return parameter;
    }

    /** An array, or a sum of what was computed last, so that little of the function is without effect. */
    private Value result(RandomScope scope) {
        if (!scope.writable.isEmpty() && scope.chance(0.4)) {
            store(scope);
            return scope.recent(scope.writable);
        }
        Value sum = scope.recent(scope.doubles);
        for (Value array : scope.writable) {
            sum = scope.define(9, Primitive.ADD, sum, scope.load(scope.element(List.of(array))));
        }
        for (Value last : scope.doubles.subList(Math.max(0, scope.doubles.size() - 4), scope.doubles.size())) {
            sum = scope.define(9, Primitive.ADD, sum, last);
        }
        return sum;
    }

    private void statements(RandomScope scope, int size, int depth) {
        for (int left = size; left > 0; left--) {
            int inner = Math.min(left, scope.random.nextInt(1, 2 + size / 2));
            int kind = scope.random.nextInt(depth < DEEPEST ? 30 : 25);
            switch (kind) {
                case 0, 1 -> RandomScalars.anInt(scope);
                case 2 -> RandomScalars.aBoolean(scope);
                case 3, 4 -> array(scope);
                case 5, 6, 7 -> load(scope);
                case 8, 9, 10 -> store(scope);
                case 11, 12 -> update(scope);
                case 13 -> number(scope);
                case 25, 26 -> left -= branch(scope, inner, depth + 1);
                case 27, 28 -> left -= loop(scope, inner, depth + 1);
                case 29 -> left -= loopWhile(scope, inner, depth + 1);
                default -> RandomScalars.aDouble(scope);
            }
        }
    }

    private void number(RandomScope scope) {
        if (floats) {
            RandomScalars.aFloat(scope);
        } else {
            RandomScalars.aDouble(scope);
        }
    }

    private static void array(RandomScope scope) {
        Value array;
        if (!scope.arrays.isEmpty() && scope.chance(0.4)) {
            array = scope.define(Type.DOUBLES, 3, Primitive.CLONE, scope.recent(scope.arrays));
        } else {
            Value length = !scope.arrays.isEmpty() && scope.chance(0.5)
                    ? scope.builder.length(scope.recent(scope.arrays))
                    : scope.builder.constant(scope.random.nextInt(1, 5));
            array = scope.define(Type.DOUBLES, 3, Primitive.NEW_ARRAY, length);
        }
        scope.arrays.add(array);
        scope.writable.add(array);
        store(scope);
    }

    private static void load(RandomScope scope) {
        if (scope.arrays.isEmpty()) {
            array(scope);
        }
        scope.doubles.add(scope.load(scope.element(scope.arrays)));
    }

    private static void store(RandomScope scope) {
        if (scope.writable.isEmpty()) {
            array(scope);
            return;
        }
        scope.store(scope.element(scope.writable), scope.aDouble());
    }

    /** {@code a[i] += v} or {@code a[i] *= v} or {@code a[i] = a[j] op v}. */
    private static void update(RandomScope scope) {
        if (scope.writable.isEmpty()) {
            array(scope);
        }
        RandomScope.Element to = scope.element(scope.writable);
        Value old = scope.load(scope.chance(0.7) ? to : scope.element(scope.arrays));
        Value operand = scope.damped(scope.aDouble(), 1);
        Primitive primitive = scope.chance(0.5) ? Primitive.ADD : Primitive.MULTIPLY;
        scope.store(to, scope.define(3, primitive, old, operand));
        scope.doubles.add(old);
    }

    /** The number of statements inside. */
    private int branch(RandomScope scope, int size, int depth) {
        if (scope.booleans.isEmpty() || scope.chance(0.5)) {
            RandomScalars.aBoolean(scope);
        }
        int doubles = scope.random.nextInt(4);
        int ints = scope.random.nextInt(4) / 3;
        Value condition = scope.recent(scope.booleans);
        Region then = branchRegion(scope, size, depth, doubles, ints);
        Region otherwise = branchRegion(scope, scope.random.nextInt(size + 1), depth, doubles, ints);
        List<Value> results = scope.builder.branch(condition, then, otherwise);
        results.forEach(result -> scope.bounded(result, 9));
        scope.doubles.addAll(results.subList(0, doubles));
        scope.ints.addAll(results.subList(doubles, doubles + ints));
        return size;
    }

    private Region branchRegion(RandomScope outer, int size, int depth, int doubles, int ints) {
        RandomScope scope = outer.nested();
        statements(scope, size, depth);
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < doubles; i++) {
            results.add(scope.damped(scope.aDouble(), 9));
        }
        for (int i = 0; i < ints; i++) {
            results.add(scope.anInt());
        }
        return scope.builder.region(List.of(), results);
    }

    private int loop(RandomScope scope, int size, int depth) {
        Builder builder = scope.builder;
        RandomScope body = scope.nested();
        Value index = scope.bounded(Value.named(Type.INT, "i"), 4);
        boolean down = scope.chance(0.2);
        Value from = scope.chance(0.6) && !down ? builder.constant(0) : scope.anInt();
        Value to;
        if (!down && !scope.arrays.isEmpty() && scope.chance(0.4)) {
            Value array = scope.recent(scope.arrays);
            to = builder.length(array);
            body.elements.add(new RandomScope.Element(array, index));
        } else {
            to = down && scope.chance(0.5) ? builder.constant(0) : scope.anInt();
        }
        Primitive test = down
                ? (scope.chance(0.5) ? Primitive.GREATER : Primitive.GREATER_EQUAL)
                : (body.elements.size() > scope.elements.size() || scope.chance(0.7)
                        ? Primitive.LESS
                        : Primitive.LESS_EQUAL);
        int step = (scope.chance(0.8) ? 1 : 2) * (down ? -1 : 1);
        RandomCarried carried = RandomCarried.of(scope, body, 5);
        body.ints.add(index);
        statements(body, size, depth);
        List<Value> parameters = new ArrayList<>(List.of(index));
        parameters.addAll(carried.parameters());
        Region region = body.builder.region(parameters, carried.next(body));
        carried.finish(scope, builder.loop(from, test, to, step, carried.initial(), region));
        return size;
    }

    /** A loop that counts, or one that shrinks a positive number; sometimes it has a second condition. */
    private int loopWhile(RandomScope scope, int size, int depth) {
        Builder builder = scope.builder;
        boolean counts = scope.chance(0.5);
        RandomScope body = scope.nested();
        RandomScope test = scope.nested();
        RandomCarried carried = RandomCarried.of(scope, body, 8);
        Value first = counts ? scope.anInt() : scope.define(3, Primitive.ABS, scope.damped(scope.aDouble(), 3));
        Value limit = counts ? scope.anInt() : builder.constant(0.375);
        Value control = Value.named(first.type(), counts ? "k" : "h");
        (counts ? body.ints : body.doubles).add(control);
        statements(body, size, depth);

        List<Value> initial = with(first, carried.initial());
        List<Value> tested = initial.stream().map(Value::fresh).toList();
        Primitive comparison = counts ? Primitive.LESS : Primitive.GREATER;
        Value holds = test.builder.compare(comparison, tested.get(0), limit);
        if (carried.hasDouble() && scope.chance(0.3)) {
            Value also = test.builder.compare(Primitive.LESS, tested.get(1), test.builder.constant(1.125));
            holds = test.builder.define(Value.unnamed(Type.BOOLEAN), Primitive.AND, holds, also);
        }
        Region condition = test.builder.region(tested, List.of(holds));
        Region region = body.builder.region(
                with(control, carried.parameters()),
                with(counts ? counted(body, control) : shrunk(body, control), carried.next(body)));
        List<Value> results = builder.loopWhile(initial, condition, region);
        (counts ? scope.ints : scope.doubles).add(results.get(0));
        carried.finish(scope, results.subList(1, results.size()));
        return size;
    }

    private static Value counted(RandomScope body, Value control) {
        return body.builder.add(control, body.builder.constant(1));
    }

    /** Half of it, or about half in a way that depends on something else. */
    private static Value shrunk(RandomScope body, Value control) {
        if (body.chance(0.5)) {
            return body.builder.multiply(control, body.builder.constant(0.5));
        }
        Value wave = body.builder.apply(Primitive.SIN, body.recent(body.doubles));
        Value part = body.builder.multiply(body.builder.constant(0.125), wave);
        return body.builder.multiply(control, body.builder.add(body.builder.constant(0.5), part));
    }

    private static List<Value> with(Value first, List<Value> others) {
        List<Value> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }
}
