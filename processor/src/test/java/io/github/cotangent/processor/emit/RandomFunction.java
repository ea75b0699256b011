package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random function of {@code (double x, double y, int n, double[] a)}, the same for the same seed. Values of loops and
 * branches are connected at random and share a handful of names, so swaps, lost copies and values that outlive their
 * variable abound.
 */
final class RandomFunction {

    private static final List<String> NAMES = List.of("", "", "", "x", "s", "t", "a", "n", "k");
    private static final Primitive[] ARITHMETIC = {
        Primitive.ADD, Primitive.SUBTRACT, Primitive.MULTIPLY, Primitive.DIVIDE, Primitive.ADD, Primitive.SUBTRACT
    };
    private static final Primitive[] COMPARISONS = {
        Primitive.LESS, Primitive.LESS_EQUAL, Primitive.GREATER, Primitive.EQUAL, Primitive.NOT_EQUAL
    };
    private static final Primitive[] METHODS = {Primitive.SIN, Primitive.ABS, Primitive.SQRT, Primitive.MAX};
    private static final Primitive[] INTEGERS = {
        Primitive.ADD, Primitive.SUBTRACT, Primitive.MULTIPLY, Primitive.XOR, Primitive.AND, Primitive.SHIFT_RIGHT
    };

    private final Random random;

    private RandomFunction(long seed) {
        random = new Random(seed);
    }

    static Function of(long seed) {
        return new RandomFunction(seed).function("f" + seed);
    }

    private Function function(String name) {
        List<Value> parameters = List.of(
                Value.named(Type.DOUBLE, "x"),
                Value.named(Type.DOUBLE, "y"),
                Value.named(Type.INT, "n"),
                Value.named(Type.DOUBLES, "a"));
        Builder builder = new Builder();
        List<Value> visible = new ArrayList<>(parameters);
        statements(builder, visible, 1 + random.nextInt(3));
        List<Value> results = List.of(
                any(builder, visible, Type.DOUBLE),
                any(builder, visible, Type.DOUBLE),
                any(builder, visible, Type.INT),
                any(builder, visible, Type.BOOLEAN),
                any(builder, visible, Type.DOUBLES));
        return Verifier.verify(new Function(name, builder.region(parameters, results)));
    }

    private void statements(Builder builder, List<Value> visible, int depth) {
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            statement(builder, visible, depth);
        }
    }

    private void statement(Builder builder, List<Value> visible, int depth) {
        int kind = random.nextInt(depth > 0 ? 16 : 12);
        if (kind < 6) {
            visible.add(real(builder, visible));
        } else if (kind < 8) {
            visible.add(integer(builder, visible));
        } else if (kind < 9) {
            visible.add(condition(builder, visible));
        } else if (kind < 10) {
            visible.add(array(builder, visible));
        } else if (kind < 12) {
            store(builder, visible);
        } else if (kind < 14) {
            branch(builder, visible, depth);
        } else if (kind < 15) {
            loop(builder, visible, depth);
        } else {
            loopWhile(builder, visible, depth);
        }
    }

    private Value fresh(Type type) {
        String name = pick(NAMES);
        return name.isEmpty() ? Value.unnamed(type) : Value.named(type, name);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Primitive pick(Primitive... primitives) {
        return primitives[random.nextInt(primitives.length)];
    }

    /** A visible value, the latest ones more often, or a literal. */
    private Value any(Builder builder, List<Value> visible, Type type) {
        List<Value> candidates =
                visible.stream().filter(value -> value.type().equals(type)).toList();
        if (candidates.isEmpty() || (!type.isArray() && random.nextInt(8) == 0)) {
            return switch (type.kind()) {
                case DOUBLE -> builder.constant(random.nextInt(9) * 0.5 - 2);
                case INT -> builder.constant(random.nextInt(7) - 2);
                default -> builder.constant(random.nextBoolean());
            };
        }
        int last = candidates.size() - 1;
        return candidates.get(Math.max(random.nextInt(last + 1), last - random.nextInt(4)));
    }

    private Value real(Builder builder, List<Value> visible) {
        Value first = any(builder, visible, Type.DOUBLE);
        Value second = any(builder, visible, Type.DOUBLE);
        return switch (random.nextInt(9)) {
            case 0 -> builder.define(fresh(Type.DOUBLE), Primitive.NEGATE, first);
            case 1 -> {
                Primitive method = pick(METHODS);
                yield method == Primitive.MAX
                        ? builder.define(fresh(Type.DOUBLE), method, first, second)
                        : builder.define(fresh(Type.DOUBLE), method, first);
            }
            case 2, 3 -> {
                Value array = any(builder, visible, Type.DOUBLES);
                yield builder.define(fresh(Type.DOUBLE), Primitive.LOAD, array, index(builder, visible, array));
            }
            case 4 -> builder.define(fresh(Type.DOUBLE), Primitive.CAST, any(builder, visible, Type.INT));
            case 5 ->
                builder.define(
                        fresh(Type.DOUBLE), Primitive.SELECT, any(builder, visible, Type.BOOLEAN), first, second);
            default -> builder.define(fresh(Type.DOUBLE), pick(ARITHMETIC), first, second);
        };
    }

    private Value index(Builder builder, List<Value> visible, Value array) {
        Value any = any(builder, visible, Type.INT);
        return builder.define(Value.unnamed(Type.INT), Primitive.FLOOR_MOD, any, builder.length(array));
    }

    private Value integer(Builder builder, List<Value> visible) {
        Value first = any(builder, visible, Type.INT);
        if (random.nextInt(4) == 0) {
            return builder.define(fresh(Type.INT), Primitive.LENGTH, any(builder, visible, Type.DOUBLES));
        }
        return builder.define(fresh(Type.INT), pick(INTEGERS), first, any(builder, visible, Type.INT));
    }

    private Value condition(Builder builder, List<Value> visible) {
        if (random.nextInt(4) == 0) {
            return builder.define(fresh(Type.BOOLEAN), Primitive.NOT, any(builder, visible, Type.BOOLEAN));
        }
        Value first = any(builder, visible, Type.DOUBLE);
        return builder.define(fresh(Type.BOOLEAN), pick(COMPARISONS), first, any(builder, visible, Type.DOUBLE));
    }

    private Value array(Builder builder, List<Value> visible) {
        return random.nextBoolean()
                ? builder.define(fresh(Type.DOUBLES), Primitive.CLONE, any(builder, visible, Type.DOUBLES))
                : builder.define(fresh(Type.DOUBLES), Primitive.NEW_ARRAY, builder.constant(1 + random.nextInt(4)));
    }

    private void store(Builder builder, List<Value> visible) {
        Value array = any(builder, visible, Type.DOUBLES);
        Value index = index(builder, visible, array);
        Value element = any(builder, visible, Type.DOUBLE);
        if (random.nextBoolean()) {
            element = builder.apply(pick(ARITHMETIC), builder.load(array, index), element);
        }
        builder.store(array, index, element);
    }

    private Type anyType() {
        return pick(List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.INT, Type.BOOLEAN, Type.DOUBLES));
    }

    private List<Type> types(int most) {
        return random.ints(random.nextInt(most + 1), 0, 1)
                .mapToObj(unused -> anyType())
                .toList();
    }

    private List<Value> anyOf(Builder builder, List<Value> visible, List<Type> types) {
        return types.stream().map(type -> any(builder, visible, type)).toList();
    }

    private List<Value> freshOf(List<Type> types) {
        return types.stream().map(this::fresh).toList();
    }

    private void branch(Builder builder, List<Value> visible, int depth) {
        List<Type> types = types(3);
        Region then = branchRegion(builder, visible, types, depth);
        Region otherwise = branchRegion(builder, visible, types, depth);
        List<Value> results = freshOf(types);
        Value condition = any(builder, visible, Type.BOOLEAN);
        builder.append(new If(condition, then, otherwise, results, Position.NONE));
        visible.addAll(results);
    }

    private Region branchRegion(Builder builder, List<Value> visible, List<Type> types, int depth) {
        Builder inner = builder.nested();
        List<Value> inside = new ArrayList<>(visible);
        if (random.nextInt(3) > 0) {
            statements(inner, inside, depth - 1);
        } else {
            inside.add(condition(inner, inside));
            inside.add(real(inner, inside));
        }
        return inner.region(List.of(), anyOf(inner, inside, types));
    }

    private void loop(Builder builder, List<Value> visible, int depth) {
        List<Type> types = types(4);
        List<Value> initial = anyOf(builder, visible, types);
        boolean up = random.nextBoolean();
        Value from = up ? any(builder, visible, Type.INT) : bound(builder, visible);
        Value to = up ? bound(builder, visible) : builder.constant(random.nextInt(3) - 1);
        int step = (up ? 1 : -1) * (1 + random.nextInt(2));
        from = up ? builder.apply(Primitive.MAX, from, builder.constant(0)) : from;
        Value index = random.nextBoolean() ? Value.unnamed(Type.INT) : Value.named(Type.INT, "i");
        List<Value> carried = freshOf(types);
        Builder inner = builder.nested();
        List<Value> inside = new ArrayList<>(visible);
        inside.add(index);
        inside.addAll(carried);
        statements(inner, inside, depth - 1);
        List<Value> parameters = new ArrayList<>(List.of(index));
        parameters.addAll(carried);
        Region body = inner.region(parameters, anyOf(inner, inside, types));
        Primitive test = up ? Primitive.LESS : Primitive.GREATER_EQUAL;
        List<Value> results =
                random.nextBoolean() ? carried.stream().map(Value::fresh).toList() : freshOf(types);
        builder.append(new For(from, test, to, step, initial, body, results, Position.NONE));
        visible.addAll(results);
    }

    private Value bound(Builder builder, List<Value> visible) {
        if (random.nextInt(3) == 0) {
            return builder.length(any(builder, visible, Type.DOUBLES));
        }
        return builder.apply(
                Primitive.MIN,
                builder.constant(1 + random.nextInt(4)),
                builder.apply(Primitive.ADD, any(builder, visible, Type.INT), builder.constant(1)));
    }

    /** Counts down from at most 4 in its first carried value, so that it ends; the second may be a flag. */
    private void loopWhile(Builder builder, List<Value> visible, int depth) {
        List<Type> types = new ArrayList<>(List.of(Type.INT, Type.BOOLEAN));
        types.addAll(types(3));
        List<Value> initial = new ArrayList<>(anyOf(builder, visible, types));
        initial.set(0, builder.constant(random.nextInt(4)));
        boolean flagged = random.nextBoolean();
        if (flagged) {
            initial.set(1, builder.constant(true));
        }
        List<Value> tested = freshOf(types);
        Builder condition = builder.nested();
        List<Value> seen = new ArrayList<>(visible);
        seen.addAll(tested);
        Value more = tested.get(1);
        if (!flagged) {
            if (random.nextBoolean()) {
                statements(condition, seen, 0);
            }
            more = condition.compare(Primitive.GREATER, tested.get(0), condition.constant(0));
        }
        Region test = condition.region(tested, List.of(more));
        List<Value> carried = freshOf(types);
        Builder inner = builder.nested();
        List<Value> inside = new ArrayList<>(visible);
        inside.addAll(carried.subList(0, 1));
        inside.addAll(carried.subList(flagged ? 2 : 1, carried.size()));
        statements(inner, inside, depth - 1);
        List<Value> next = new ArrayList<>(anyOf(inner, inside, types));
        next.set(0, inner.subtract(carried.get(0), inner.constant(1)));
        if (flagged) {
            next.set(1, inner.compare(Primitive.GREATER, carried.get(0), inner.constant(0)));
        }
        List<Value> results = freshOf(types);
        Region body = inner.region(carried, next);
        builder.append(new While(initial, test, body, results, Position.NONE));
        List<Value> shown = new ArrayList<>(results);
        if (random.nextBoolean()) {
            shown.remove(1);
        }
        visible.addAll(shown);
    }
}
