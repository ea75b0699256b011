package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a random region can read and write, and how large its numbers may get. */
final class RandomScope {

    /** An array, and an index that it surely has. */
    record Element(Value array, Value index) {}

    private static final List<String> NAMES = List.of("s", "t", "u", "v", "w");

    final RandomGenerator random;
    final Builder builder;
    final List<Value> doubles = new ArrayList<>();
    final List<Value> ints = new ArrayList<>();
    final List<Value> booleans = new ArrayList<>();
    /** Arrays that have an element. */
    final List<Value> arrays = new ArrayList<>();
    /** Those of the {@link #arrays} that may be stored to. */
    final List<Value> writable = new ArrayList<>();

    final List<Element> elements = new ArrayList<>();
    private final Map<Value, Double> bounds;

    RandomScope(RandomGenerator random) {
        this.random = random;
        this.builder = new Builder();
        this.bounds = new HashMap<>();
    }

    private RandomScope(RandomScope outer) {
        random = outer.random;
        builder = outer.builder.nested();
        bounds = outer.bounds;
        doubles.addAll(outer.doubles);
        ints.addAll(outer.ints);
        booleans.addAll(outer.booleans);
        arrays.addAll(outer.arrays);
        writable.addAll(outer.writable);
        elements.addAll(outer.elements);
    }

    RandomScope nested() {
        return new RandomScope(this);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of the values, more likely one of the last. */
    <T> T recent(List<T> values) {
        int back = chance(0.6) ? random.nextInt(Math.min(4, values.size())) : random.nextInt(values.size());
        return values.get(values.size() - 1 - back);
    }

    Value aDouble() {
        return chance(0.08) || doubles.isEmpty() ? builder.constant(literal()) : recent(doubles);
    }

    Value anInt() {
        return chance(0.2) || ints.isEmpty() ? builder.constant(random.nextInt(5)) : recent(ints);
    }

    /** Values of few digits, so that reports are easy to read. */
    double literal() {
        return random.nextInt(-20, 21) / 8.0;
    }

    /** About how large the absolute value of a number gets. */
    double bound(Value value) {
        return bounds.getOrDefault(value, 3.0);
    }

    Value bounded(Value value, double bound) {
        bounds.put(value, bound);
        return value;
    }

    /** {@code primitive(arguments)}, sometimes named. */
    Value define(Type type, double bound, Primitive primitive, Value... arguments) {
        Value result = chance(0.4) ? Value.named(type, NAMES.get(random.nextInt(NAMES.size()))) : Value.unnamed(type);
        return bounded(builder.define(result, primitive, arguments), bound);
    }

    Value define(double bound, Primitive primitive, Value... arguments) {
        return define(Type.DOUBLE, bound, primitive, arguments);
    }

    /** The value itself, or where it may be larger than the limit, something smaller made of it. */
    Value damped(Value value, double limit) {
        if (bound(value) <= limit) {
            return value;
        }
        if (limit < 1 || chance(0.5)) {
            Value factor = builder.constant(limit / Math.ceil(bound(value)));
            return define(limit, Primitive.MULTIPLY, value, factor);
        }
        return define(1, chance(0.5) ? Primitive.TANH : Primitive.SIN, value);
    }

    /** An element of one of the arrays. */
    Element element(List<Value> candidates) {
        List<Element> known =
                elements.stream().filter(e -> candidates.contains(e.array())).toList();
        if (!known.isEmpty() && chance(0.6)) {
            return recent(known);
        }
        Value array = recent(candidates);
        Value index = define(Type.INT, 4, Primitive.FLOOR_MOD, anInt(), builder.length(array));
        elements.add(new Element(array, index));
        return elements.get(elements.size() - 1);
    }

    Value load(Element element) {
        return define(3, Primitive.LOAD, element.array(), element.index());
    }

    void store(Element element, Value value) {
        builder.store(element.array(), element.index(), damped(value, 3));
    }
}
