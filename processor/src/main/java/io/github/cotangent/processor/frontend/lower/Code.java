package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The code that is being written: the innermost region that is open. */
final class Code {

    private final Map<Value, Object> literals = new HashMap<>();
    private final Map<Value, Value> lengths = new HashMap<>();
    private final Set<Value> born = new HashSet<>();
    private Builder builder = new Builder();

    Builder builder() {
        return builder;
    }

    /** Opens a region, writes what results in the given values, and closes it. */
    Region region(List<Value> parameters, Supplier<List<Value>> content) {
        Builder inner = builder.nested();
        List<Value> results = within(inner, content);
        return inner.region(parameters, results);
    }

    /** Writes into another builder for a while. */
    <T> T within(Builder inner, Supplier<T> content) {
        Builder outer = builder;
        builder = inner;
        try {
            return content.get();
        } finally {
            builder = outer;
        }
    }

    Value define(Type type, String name, Primitive primitive, Value... arguments) {
        return remembered(builder.define(value(type, name), primitive, arguments), primitive, arguments);
    }

    Value literal(Object value, Type type) {
        Value result = builder.constant(type, Scalars.literal(value, type), "");
        literals.put(result, Scalars.literal(value, type));
        return result;
    }

    private Value remembered(Value result, Primitive primitive, Value... arguments) {
        switch (primitive) {
            case LENGTH, NEW_ARRAY, CLONE -> lengths.put(result, lengthOf(arguments[0]));
            default -> {}
        }
        if (primitive.allocates()) {
            born.add(result);
        }
        return result;
    }

    /** What stands for a length: the number that an array was made with, else the array itself. */
    private Value lengthOf(Value value) {
        return lengths.getOrDefault(value, value);
    }

    /** Whether a number is known to be the length of an array. */
    boolean isLength(Value number, Value array) {
        return lengthOf(number) == lengthOf(array);
    }

    boolean isLiteral(Value value, int number) {
        return Integer.valueOf(number).equals(literals.get(value));
    }

    /** Whether both are literals, the first not the greater one. */
    boolean isAtMost(Value a, Value b) {
        return literals.get(a) instanceof Integer first && literals.get(b) instanceof Integer second && first <= second;
    }

    /** Whether a number is known not to be negative. */
    boolean isNatural(Value value) {
        return lengths.containsKey(value) || literals.get(value) instanceof Integer number && number >= 0;
    }

    /** Whether two arrays are known not to be the same: each is a new one, or a parameter. */
    boolean areDistinct(Value a, Value b, Predicate<Value> isParameter) {
        return a != b && Stream.of(a, b).allMatch(array -> born.contains(array) || isParameter.test(array));
    }

    /** Whether an array is known to be one that was made here. */
    boolean isNew(Value array) {
        return born.contains(array);
    }

    Value cast(Value value, Type type, String name) {
        return value.type().equals(type) ? value : define(type, name, Primitive.CAST, value);
    }

    /** Stands in for a value that could not be lowered, so that the rest can be looked at. */
    Value placeholder(Type type) {
        if (type.isRecord()) {
            return Value.of(
                    type,
                    type.components().stream()
                            .map(component -> placeholder(component.type()))
                            .toList());
        }
        return type.isArray() ? builder.newArray(type, builder.constant(0), "") : builder.zero(type);
    }

    static Value value(Type type, String name) {
        return name.isEmpty() ? Value.unnamed(type) : Value.named(type, name);
    }
}
