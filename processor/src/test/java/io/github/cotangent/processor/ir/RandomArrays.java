package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.If;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Random functions in which arrays go by many names: chosen, swapped, carried through loops, copied, kept in arrays of arrays
 * and taken out of them again, and written to by any of those names.
 *
 * <p>What may be a parameter's is only read. All rows that are written to have {@link #LENGTH} elements or one more, all
 * arrays of arrays {@link #ROWS} rows.
 */
public final class RandomArrays {

    private static final int LENGTH = 2;
    private static final int ROWS = 2;
    private static final Type MATRIX = Type.DOUBLES.array();

    private final RandomGenerator random;

    /** What can be used at a point. */
    private static final class Scope {
        final Builder builder;
        final List<Value> numbers = new ArrayList<>();
        final List<Value> rows = new ArrayList<>();
        final List<Value> matrices = new ArrayList<>();
        /** Rows that may be parameters. */
        final List<Value> readable = new ArrayList<>();

        final List<Value> indices = new ArrayList<>();

        Scope(Builder builder) {
            this.builder = builder;
        }

        Scope nested() {
            Scope inner = new Scope(builder.nested());
            inner.numbers.addAll(numbers);
            inner.rows.addAll(rows);
            inner.matrices.addAll(matrices);
            inner.readable.addAll(readable);
            inner.indices.addAll(indices);
            return inner;
        }
    }

    private final Value x = Value.named(Type.DOUBLES, "x");
    private final Value m = Value.named(MATRIX, "m");
    private final Value a = Value.named(Type.DOUBLE, "a");
    private final Value n = Value.named(Type.INT, "n");

    /** An array of readable rows. */
    private Value view;

    private RandomArrays(RandomGenerator random) {
        this.random = random;
    }

    /** A function of an array, an array of arrays, a number, and a number of trips. */
    public static Function of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Verifier.verify(new RandomArrays(random).function(seed));
    }

    private Function function(long seed) {
        Scope scope = new Scope(new Builder());
        scope.numbers.add(a);
        scope.indices.add(scope.builder.constant(0));
        Value zero = scope.indices.get(0);
        scope.readable.addAll(List.of(x, scope.builder.load(m, zero)));
        view = scope.builder.newArray(MATRIX, scope.builder.constant(ROWS), "view");
        scope.builder.store(view, zero, x);
        scope.builder.store(view, scope.builder.constant(1), scope.readable.get(1));
        row(scope);
        matrix(scope);
        statements(scope, 4 + random.nextInt(8), 0);
        return new Function("arrays" + seed, scope.builder.region(List.of(x, m, a, n), List.of(result(scope))));
    }

    private Value result(Scope scope) {
        if (random.nextInt(5) == 0) {
            return pick(random.nextBoolean() ? scope.rows : scope.matrices);
        }
        Value sum = pick(scope.numbers);
        List<Value> rows = new ArrayList<>(scope.rows);
        for (Value matrix : scope.matrices) {
            rows.add(scope.builder.load(matrix, scope.builder.constant(random.nextInt(ROWS))));
        }
        for (Value row : rows) {
            Value element = scope.builder.load(row, scope.builder.constant(random.nextInt(LENGTH)));
            sum = scope.builder.add(sum, scope.builder.apply(Primitive.SIN, element));
        }
        return sum;
    }

    private void statements(Scope scope, int count, int depth) {
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(depth < 3 ? 20 : 15)) {
                case 0 -> row(scope);
                case 1 -> matrix(scope);
                case 2, 3 -> scope.rows.add(loaded(scope, pick(scope.matrices)));
                case 4, 5 -> scope.builder.store(pick(scope.matrices), index(scope), pick(scope.rows));
                case 6 -> swap(scope, pick(scope.matrices));
                case 7, 8, 9 -> scope.builder.store(pick(scope.rows), index(scope), number(scope));
                case 10 -> update(scope);
                case 11 -> scope.numbers.add(number(scope));
                case 12 -> chosen(scope);
                case 13 ->
                    scope.builder.store(view, index(scope), pick(random.nextBoolean() ? scope.rows : scope.readable));
                case 14 -> scope.readable.add(loaded(scope, random.nextInt(3) == 0 ? m : view));
                case 15, 16 -> branch(scope, depth);
                case 17, 18 -> loop(scope, depth);
                default -> loopWhile(scope, depth);
            }
        }
    }

    private <T> T pick(List<T> values) {
        int back = random.nextInt(Math.min(random.nextInt(3) > 0 ? 3 : values.size(), values.size()));
        return values.get(values.size() - 1 - back);
    }

    private Value index(Scope scope) {
        return random.nextBoolean() ? scope.builder.constant(random.nextInt(LENGTH)) : pick(scope.indices);
    }

    private Value condition(Scope scope) {
        if (random.nextInt(6) == 0) {
            return scope.builder.compare(Primitive.EQUAL, pick(scope.rows), pick(scope.rows));
        }
        return random.nextBoolean()
                ? scope.builder.compare(Primitive.LESS, pick(scope.indices), n)
                : scope.builder.compare(Primitive.LESS, number(scope), pick(scope.numbers));
    }

    /** A number of moderate size. */
    private Value number(Scope scope) {
        Builder builder = scope.builder;
        Value element = switch (random.nextInt(5)) {
            case 0, 1 -> readable(scope);
            case 2 -> pick(scope.numbers);
            default -> builder.load(pick(scope.rows), index(scope));
        };
        return switch (random.nextInt(4)) {
            case 0 -> builder.apply(Primitive.SIN, builder.multiply(element, pick(scope.numbers)));
            case 1 -> builder.apply(Primitive.TANH, builder.add(element, a));
            case 2 -> builder.apply(Primitive.SIN, element);
            default -> element;
        };
    }

    private Value readable(Scope scope) {
        Builder builder = scope.builder;
        Value row = pick(scope.readable);
        return builder.load(row, builder.apply(Primitive.FLOOR_MOD, index(scope), builder.length(row)));
    }

    private void row(Scope scope) {
        Builder builder = scope.builder;
        scope.rows.add(
                switch (random.nextInt(5)) {
                    case 0, 1 -> builder.apply(Primitive.CLONE, builder.load(m, index(scope)));
                    case 2 ->
                        scope.rows.isEmpty()
                                ? builder.apply(Primitive.CLONE, builder.load(m, index(scope)))
                                : builder.apply(Primitive.CLONE, pick(scope.rows));
                    default ->
                        builder.newArray(
                                Type.DOUBLES,
                                builder.constant(LENGTH + random.nextInt(2)),
                                random.nextBoolean() ? "r" : "");
                });
    }

    private void matrix(Scope scope) {
        Builder builder = scope.builder;
        Value rows = builder.constant(ROWS);
        if (!scope.matrices.isEmpty() && random.nextInt(3) == 0) {
            scope.matrices.add(builder.apply(Primitive.CLONE, pick(scope.matrices)));
        } else if (random.nextBoolean()) {
            scope.matrices.add(
                    builder.define(Value.named(MATRIX, "b"), Primitive.NEW_ARRAY, rows, builder.constant(LENGTH)));
        } else {
            Value matrix = builder.newArray(MATRIX, rows, "c");
            for (int i = 0; i < ROWS; i++) {
                builder.store(matrix, builder.constant(i), pick(scope.rows));
            }
            scope.matrices.add(matrix);
        }
    }

    private Value loaded(Scope scope, Value matrix) {
        Value row = Value.named(Type.DOUBLES, random.nextBoolean() ? "row" : "");
        return scope.builder.define(row, Primitive.LOAD, matrix, index(scope));
    }

    private void swap(Scope scope, Value matrix) {
        Value i = index(scope);
        Value j = index(scope);
        Value first = scope.builder.load(matrix, i);
        scope.builder.store(matrix, i, scope.builder.load(matrix, j));
        scope.builder.store(matrix, j, first);
    }

    private void update(Scope scope) {
        Value row = pick(scope.rows);
        Value index = index(scope);
        Value old = scope.builder.load(row, index);
        Primitive primitive = random.nextBoolean() ? Primitive.ADD : Primitive.MULTIPLY;
        Value term = scope.builder.apply(Primitive.TANH, number(scope));
        scope.builder.store(row, index, scope.builder.apply(primitive, old, term));
    }

    private void chosen(Scope scope) {
        List<Value> arrays = random.nextInt(3) > 0 ? scope.rows : scope.matrices;
        arrays.add(scope.builder.select(condition(scope), pick(arrays), pick(arrays)));
        Value condition = condition(scope);
        scope.readable.add(scope.builder.select(condition, pick(scope.readable), pick(scope.rows)));
    }

    private void branch(Scope scope, int depth) {
        Value condition = condition(scope);
        Scope then = scope.nested();
        statements(then, 1 + random.nextInt(4), depth + 1);
        Scope otherwise = scope.nested();
        statements(otherwise, random.nextInt(3), depth + 1);
        List<Value> results = new ArrayList<>();
        List<List<Value>> ends = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = random.nextInt(3); i > 0; i--) {
            int kind = random.nextInt(4);
            ends.get(0).add(pick(of(then, kind)));
            ends.get(1).add(pick(of(otherwise, kind)));
            Value result = ends.get(0).get(ends.get(0).size() - 1).fresh();
            of(scope, kind).add(result);
            results.add(result);
        }
        scope.builder.append(new If(
                condition,
                then.builder.region(List.of(), ends.get(0)),
                otherwise.builder.region(List.of(), ends.get(1)),
                results,
                scope.builder.position()));
    }

    private static List<Value> of(Scope scope, int kind) {
        return List.of(scope.numbers, scope.rows, scope.matrices, scope.readable)
                .get(kind);
    }

    /** What a loop carries: numbers, rows and arrays of arrays. */
    private record Carried(List<Integer> kinds, List<Value> initial, List<Value> parameters) {}

    private Carried carried(Scope scope, Scope body) {
        Carried carried = new Carried(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(4);
            carried.kinds.add(kind);
            carried.initial.add(pick(of(scope, kind)));
            carried.parameters.add(Value.named(
                    carried.initial.get(carried.initial.size() - 1).type(), "spqt".substring(kind, kind + 1)));
        }
        enter(body, carried, carried.parameters);
        return carried;
    }

    private static void enter(Scope scope, Carried carried, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            of(scope, carried.kinds.get(i)).add(values.get(i));
        }
    }

    private List<Value> next(Scope body, Carried carried) {
        return carried.kinds.stream().map(kind -> pick(of(body, kind))).toList();
    }

    private void loop(Scope scope, int depth) {
        Scope body = scope.nested();
        Value index = Value.named(Type.INT, "i");
        Carried carried = carried(scope, body);
        body.indices.add(index);
        statements(body, 1 + random.nextInt(5), depth + 1);
        Region region = body.builder.region(with(index, carried.parameters), next(body, carried));
        Builder builder = scope.builder;
        Value zero = builder.constant(0);
        Value one = builder.constant(1);
        List<Value> results = switch (random.nextInt(3)) {
            case 0 -> builder.loop(zero, builder.constant(LENGTH), carried.initial, region);
            case 1 -> builder.loop(one, Primitive.GREATER_EQUAL, zero, -1, carried.initial, region);
            default ->
                builder.loop(zero, builder.apply(Primitive.MIN, n, builder.constant(2)), carried.initial, region);
        };
        enter(scope, carried, results);
    }

    /** Some trips, as a parameter says. */
    private void loopWhile(Scope scope, int depth) {
        Scope body = scope.nested();
        Value count = Value.named(Type.INT, "k");
        Carried carried = carried(scope, body);
        statements(body, 1 + random.nextInt(5), depth + 1);
        Value counted = body.builder.add(count, body.builder.constant(1));
        List<Value> initial = with(scope.builder.constant(0), carried.initial);
        List<Value> tested = initial.stream().map(Value::fresh).toList();
        Builder test = scope.builder.nested();
        Value holds = test.compare(Primitive.LESS, tested.get(0), n);
        List<Value> results = scope.builder.loopWhile(
                initial,
                test.region(tested, List.of(holds)),
                body.builder.region(with(count, carried.parameters), with(counted, next(body, carried))));
        enter(scope, carried, results.subList(1, results.size()));
    }

    private static List<Value> with(Value first, List<Value> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
