package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.If;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random functions made of loops over a few short arrays, which later loops read and overwrite, whole or in part: the programs
 * in which it matters whether iterations are independent, and what may run before what.
 */
public final class RandomLoops {

    private static final int LENGTH = 3;

    private final RandomGenerator random;
    private final Value x = Value.named(Type.DOUBLES, "x");
    private final Value a = Value.named(Type.DOUBLE, "a");
    private final List<Value> arrays = new ArrayList<>();
    private Value sum;

    private RandomLoops(RandomGenerator random) {
        this.random = random;
    }

    /** A function of an array and a number. */
    public static Function of(long seed) {
        return new RandomLoops(new SplittableRandom(seed)).function(seed);
    }

    private Function function(long seed) {
        Builder builder = new Builder();
        Value length = builder.constant(LENGTH);
        for (String name : List.of("u", "v")) {
            arrays.add(builder.newArray(Type.DOUBLES, length, name));
        }
        sum = builder.constant(0.0);
        int steps = 2 + random.nextInt(4);
        for (int i = 0; i < steps; i++) {
            step(builder, length);
        }
        Value last = builder.load(pick(), builder.constant(random.nextInt(LENGTH)));
        Value result = random.nextBoolean() ? sum : builder.add(sum, builder.apply(Primitive.SIN, last));
        return new Function("loops" + seed, builder.region(List.of(x, a), List.of(result)));
    }

    private void step(Builder builder, Value length) {
        switch (random.nextInt(6)) {
            case 0 -> sum = builder.apply(Primitive.SIN, builder.multiply(sum, a));
            case 1 -> builder.store(pick(), builder.constant(random.nextInt(LENGTH)), builder.multiply(sum, a));
            default -> sum = loop(builder, length, sum, 2);
        }
    }

    private Value pick() {
        return arrays.get(random.nextInt(arrays.size()));
    }

    private Value loop(Builder builder, Value length, Value initial, int depth) {
        Value index = Value.named(Type.INT, "i");
        Value carried = Value.named(Type.DOUBLE, "s");
        Builder body = builder.nested();
        Value next = carried;
        int statements = 1 + random.nextInt(4);
        for (int i = 0; i < statements; i++) {
            next = statement(body, index, length, next, depth);
        }
        Region region = body.region(List.of(index, carried), List.of(next));
        Value from = builder.constant(random.nextInt(5) == 0 ? 1 : 0);
        return builder.loop(from, length, List.of(initial), region).get(0);
    }

    private Value statement(Builder body, Value index, Value length, Value carried, int depth) {
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                return body.add(carried, term(body, index));
            }
            case 2 -> {
                return body.subtract(carried, term(body, index));
            }
            case 3, 4 -> body.store(pick(), index, term(body, index));
            case 5 -> {
                Value array = pick();
                Value at = place(body, index);
                body.store(array, at, body.add(body.load(array, at), term(body, index)));
            }
            case 6 -> {
                if (depth > 0) {
                    return loop(body, length, carried, depth - 1);
                }
            }
            case 7 -> {
                return conditional(body, index, carried);
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    return body.multiply(carried, term(body, index));
                }
                body.store(pick(), place(body, index), body.multiply(term(body, index), term(body, index)));
            }
        }
        return carried;
    }

    private Value conditional(Builder body, Value index, Value carried) {
        Value condition = body.compare(Primitive.LESS, index, body.constant(1 + random.nextInt(2)));
        Builder then = body.nested();
        if (random.nextBoolean()) {
            then.store(pick(), index, term(then, index));
        }
        Value changed = random.nextBoolean() ? then.add(carried, term(then, index)) : carried;
        Region yes = then.region(List.of(), List.of(changed));
        Region no = body.nested().region(List.of(), List.of(carried));
        Value result = Value.named(Type.DOUBLE, "s");
        body.append(new If(condition, yes, no, List.of(result), body.position()));
        return result;
    }

    /** An element of the parameter, however short it is. */
    private Value ofParameter(Builder body, Value index) {
        return body.load(x, body.apply(Primitive.FLOOR_MOD, index, body.length(x)));
    }

    private Value place(Builder body, Value index) {
        return switch (random.nextInt(4)) {
            case 0 -> body.constant(random.nextInt(LENGTH));
            case 1 -> body.subtract(body.constant(LENGTH - 1), index);
            default -> index;
        };
    }

    private Value term(Builder body, Value index) {
        Value element =
                random.nextInt(3) == 0 ? ofParameter(body, place(body, index)) : body.load(pick(), place(body, index));
        return switch (random.nextInt(4)) {
            case 0 -> body.multiply(element, ofParameter(body, index));
            case 1 -> body.apply(Primitive.SIN, body.add(element, a));
            case 2 -> body.apply(Primitive.TANH, body.multiply(element, a));
            default -> element;
        };
    }
}
