package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random functions made of nested loops that begin or end at the index of another, over a vector and the rows of a matrix,
 * which they overwrite as they go: the programs in which it matters which elements are never written to again.
 */
public final class RandomTriangles {

    /** Indices run from 1 to one less than {@code LENGTH - 1}, so that there is an element on either side. */
    private static final int LENGTH = 5;

    private static final Type MATRIX = Type.DOUBLES.array();

    private final RandomGenerator random;
    private final Value x = Value.named(Type.DOUBLES, "x");
    private final List<Value> indices = new ArrayList<>();
    private final List<Value> vectors = new ArrayList<>();
    private Value matrix;
    private int budget;

    private RandomTriangles(RandomGenerator random) {
        this.random = random;
    }

    /** A function of an array. */
    public static Function of(long seed) {
        return new RandomTriangles(new SplittableRandom(seed)).function(seed);
    }

    private Function function(long seed) {
        Builder builder = new Builder();
        Value length = builder.constant(LENGTH);
        matrix = builder.define(Value.named(MATRIX, "m"), Primitive.NEW_ARRAY, length, length);
        vectors.add(builder.newArray(Type.DOUBLES, length, "v"));
        if (random.nextInt(4) > 0) {
            fill(builder, length);
        }
        if (random.nextInt(6) == 0) {
            Value row = builder.load(matrix, builder.constant(random.nextInt(LENGTH)));
            builder.store(matrix, builder.constant(random.nextInt(LENGTH)), row);
        }
        int nests = 1 + random.nextInt(2);
        for (int i = 0; i < nests; i++) {
            budget = 12;
            loop(builder);
        }
        return new Function("triangles" + seed, builder.region(List.of(x), List.of(total(builder, length))));
    }

    private void fill(Builder builder, Value length) {
        Value i = Value.named(Type.INT, "i");
        Builder outer = builder.nested();
        outer.store(vectors.get(0), i, ofParameter(outer, i));
        Value j = Value.named(Type.INT, "j");
        Builder inner = outer.nested();
        Value sum = inner.add(ofParameter(inner, i), ofParameter(inner, inner.add(i, j)));
        inner.store(inner.load(matrix, i), j, inner.apply(Primitive.SIN, sum));
        outer.loop(outer.constant(0), length, List.of(), inner.region(List.of(j), List.of()));
        builder.loop(builder.constant(0), length, List.of(), outer.region(List.of(i), List.of()));
    }

    private Value total(Builder builder, Value length) {
        Value i = Value.named(Type.INT, "i");
        Value s = Value.named(Type.DOUBLE, "s");
        Builder outer = builder.nested();
        Value j = Value.named(Type.INT, "j");
        Value t = Value.named(Type.DOUBLE, "t");
        Builder inner = outer.nested();
        Value element = inner.load(inner.load(matrix, i), j);
        Value next = inner.add(t, inner.apply(Primitive.SIN, inner.add(element, inner.cast(j, Type.DOUBLE))));
        Value own = outer.add(s, outer.apply(Primitive.SIN, outer.load(vectors.get(0), i)));
        List<Value> sums =
                outer.loop(outer.constant(0), length, List.of(own), inner.region(List.of(j, t), List.of(next)));
        return builder.loop(
                        builder.constant(0), length, List.of(builder.constant(0.0)), outer.region(List.of(i, s), sums))
                .get(0);
    }

    private void loop(Builder builder) {
        boolean up = random.nextInt(3) > 0;
        boolean inclusive = random.nextBoolean();
        Value low = bound(builder, inclusive || up ? 1 : 0, up ? 1 : 0);
        Value high = bound(builder, inclusive || !up ? LENGTH - 2 : LENGTH - 1, up ? 0 : -1);
        Value index = Value.named(Type.INT, "ijkl".substring(indices.size(), indices.size() + 1));
        indices.add(index);
        Builder body = builder.nested();
        int known = vectors.size();
        if (random.nextInt(4) == 0) {
            vectors.add(own(body));
        }
        statements(body);
        indices.remove(index);
        vectors.subList(known, vectors.size()).clear();
        Region region = body.region(List.of(index), List.of());
        Primitive test = up
                ? inclusive ? Primitive.LESS_EQUAL : Primitive.LESS
                : inclusive ? Primitive.GREATER_EQUAL : Primitive.GREATER;
        builder.loop(up ? low : high, test, up ? high : low, up ? 1 : -1, List.of(), region);
    }

    /** A new array, or a copy of one. */
    private Value own(Builder body) {
        return random.nextBoolean()
                ? body.newArray(Type.DOUBLES, body.constant(LENGTH), "w")
                : body.apply(Primitive.CLONE, array(body));
    }

    /** Mostly an index of a loop around, perhaps moved by one towards the loop's end. */
    private Value bound(Builder builder, int literal, int step) {
        if (indices.isEmpty() || random.nextInt(3) == 0) {
            return builder.constant(literal);
        }
        Value index = index();
        return step == 0 || random.nextBoolean() ? index : moved(builder, index, step);
    }

    private void statements(Builder body) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && budget-- > 0; i++) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    if (indices.size() < 3) {
                        loop(body);
                    }
                }
                case 3 -> branch(body);
                default -> store(body);
            }
        }
        if (random.nextInt(3) > 0) {
            store(body);
        }
    }

    private void branch(Builder body) {
        List<Primitive> tests = List.of(
                Primitive.EQUAL,
                Primitive.EQUAL,
                Primitive.NOT_EQUAL,
                Primitive.LESS,
                Primitive.LESS_EQUAL,
                Primitive.GREATER,
                Primitive.GREATER_EQUAL);
        Value condition = body.compare(tests.get(random.nextInt(tests.size())), index(), index());
        Builder then = body.nested();
        Builder otherwise = body.nested();
        store(then);
        if (random.nextBoolean()) {
            store(otherwise);
        }
        body.branch(condition, then.region(List.of(), List.of()), otherwise.region(List.of(), List.of()));
    }

    private void store(Builder body) {
        Value array = array(body);
        Value place = place(body);
        Value sum = body.add(body.multiply(load(body), load(body)), load(body));
        Value damped = body.multiply(body.constant(0.3), sum);
        Value element = switch (random.nextInt(5)) {
            case 0 -> body.multiply(body.constant(0.5), body.apply(Primitive.ATAN, damped));
            case 1 -> body.add(body.load(array, place), body.apply(Primitive.SIN, damped));
            case 2 -> body.apply(Primitive.TANH, damped);
            default -> body.apply(Primitive.SIN, damped);
        };
        body.store(array, place, element);
    }

    private Value load(Builder body) {
        return random.nextInt(5) == 0 ? ofParameter(body, index()) : body.load(array(body), place(body));
    }

    private Value array(Builder body) {
        return random.nextInt(3) == 0 ? vectors.get(random.nextInt(vectors.size())) : body.load(matrix, place(body));
    }

    private Value place(Builder body) {
        return switch (random.nextInt(8)) {
            case 0 -> body.constant(random.nextInt(LENGTH));
            case 1 -> moved(body, index(), 1);
            case 2 -> moved(body, index(), -1);
            default -> index();
        };
    }

    private Value index() {
        return indices.get(random.nextInt(indices.size()));
    }

    private static Value moved(Builder builder, Value index, int step) {
        return step > 0 ? builder.add(index, builder.constant(step)) : builder.subtract(index, builder.constant(-step));
    }

    private Value ofParameter(Builder body, Value index) {
        return body.load(x, body.apply(Primitive.FLOOR_MOD, index, body.length(x)));
    }
}
