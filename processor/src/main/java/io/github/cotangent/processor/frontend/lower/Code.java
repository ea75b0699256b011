package io.github.cotangent.processor.frontend.lower;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Supplier;

/** The code that is being written: the innermost region that is open. */
final class Code {

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
        return builder.define(value(type, name), primitive, arguments);
    }

    Value literal(Object value, Type type) {
        return builder.constant(type, Scalars.literal(value, type), "");
    }

    Value cast(Value value, Type type, String name) {
        return value.type().equals(type) ? value : define(type, name, Primitive.CAST, value);
    }

    /** Stands in for a value that could not be lowered, so that the rest can be looked at. */
    Value placeholder(Type type) {
        return type.isArray() ? builder.newArray(type, builder.constant(0), "") : builder.zero(type);
    }

    static Value value(Type type, String name) {
        return name.isEmpty() ? Value.unnamed(type) : Value.named(type, name);
    }
}
