package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Collects the statements of one region, in order. What it is asked for it emits as it is: nothing is folded, since the
 * user's arithmetic goes through here too and must keep every bit.
 */
public final class Builder {

    private final List<Statement> statements = new ArrayList<>();
    private Position position = Position.NONE;

    /** Statements from now on stand for this place of the source. */
    public Builder at(Position newPosition) {
        position = newPosition;
        return this;
    }

    public Position position() {
        return position;
    }

    /** A builder for a region inside this one, at the same position. */
    public Builder nested() {
        return new Builder().at(position);
    }

    /** What has been collected so far. */
    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** What was collected, as a region. */
    public Region region(List<Value> parameters, List<Value> results) {
        return new Region(parameters, statements, results);
    }

    public void append(Statement statement) {
        statements.add(statement);
    }

    public Value constant(double literal) {
        return constant(Type.DOUBLE, literal, "");
    }

    public Value constant(int literal) {
        return constant(Type.INT, literal, "");
    }

    public Value constant(boolean literal) {
        return constant(Type.BOOLEAN, literal, "");
    }

    /** The zero of a scalar type; {@code false} for a boolean, {@code null} for an object or an array. */
    public Value zero(Type type) {
        if (type.isObject() || type.isArray()) {
            return constant(type, "null", "null");
        }
        return constant(type, zeroOf(type.kind()), "");
    }

    public Value constant(Type type, Object literal, String symbol) {
        Value result = Value.unnamed(type);
        append(new Constant(result, literal, symbol, position));
        return result;
    }

    private static Object zeroOf(Type.Kind kind) {
        return switch (kind) {
            case BOOLEAN -> false;
            case BYTE, SHORT, CHAR, INT -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0.0;
            case RECORD, OBJECT -> throw new IllegalArgumentException("an object has no zero");
        };
    }

    /** An application whose result has the type of the first argument. */
    public Value apply(Primitive primitive, Value... arguments) {
        return define(Value.unnamed(arguments[0].type()), primitive, arguments);
    }

    /** {@code result = primitive(arguments)}, for a result that the caller made. */
    public Value define(Value result, Primitive primitive, Value... arguments) {
        append(new Let(result, primitive, List.of(arguments), position));
        return result;
    }

    /** Names the value that the last statement computes; any other value is given back as it is. */
    public Value rename(Value value, String name) {
        int last = statements.size() - 1;
        if (last < 0 || name.isEmpty() || !(statements.get(last) instanceof Let let) || let.result() != value) {
            return value;
        }
        Value named = Value.named(value.type(), name);
        statements.set(last, new Let(named, let.primitive(), let.arguments(), let.position()));
        return named;
    }

    public Value add(Value a, Value b) {
        return apply(Primitive.ADD, a, b);
    }

    public Value subtract(Value a, Value b) {
        return apply(Primitive.SUBTRACT, a, b);
    }

    public Value multiply(Value a, Value b) {
        return apply(Primitive.MULTIPLY, a, b);
    }

    public Value divide(Value a, Value b) {
        return apply(Primitive.DIVIDE, a, b);
    }

    public Value negate(Value a) {
        return apply(Primitive.NEGATE, a);
    }

    public Value compare(Primitive comparison, Value a, Value b) {
        return define(Value.unnamed(Type.BOOLEAN), comparison, a, b);
    }

    public Value select(Value condition, Value a, Value b) {
        return define(Value.unnamed(a.type()), Primitive.SELECT, condition, a, b);
    }

    /** A conversion to a scalar type, or the value itself where it has that type already. */
    public Value cast(Value value, Type type) {
        return value.type().equals(type) ? value : define(Value.unnamed(type), Primitive.CAST, value);
    }

    public Value newArray(Type type, Value length, String name) {
        return define(Value.named(type, name), Primitive.NEW_ARRAY, length);
    }

    /** New arrays of zeros of the shape of another, with elements of the kind of a result that the caller made. */
    public Value zeros(Value result, Value like) {
        Value length = length(like);
        define(result, Primitive.NEW_ARRAY, length);
        if (result.type().rank() > 1) {
            Value row = Value.unnamed(result.type().element());
            each(length, (body, i) -> body.store(result, i, body.zeros(row, body.load(like, i))));
        }
        return result;
    }

    /** A copy that shares no row with an array, as a result that the caller made. */
    public Value copy(Value result, Value array) {
        if (result.type().rank() == 1) {
            return define(result, Primitive.CLONE, array);
        }
        Value length = length(array);
        define(result, Primitive.NEW_ARRAY, length);
        Value row = Value.unnamed(result.type().element());
        each(length, (body, i) -> body.store(result, i, body.copy(row, body.load(array, i))));
        return result;
    }

    /** Does something for each index of an array of some length. */
    public void each(Value length, BiConsumer<Builder, Value> content) {
        Builder body = nested();
        Value index = Value.named(Type.INT, "i");
        content.accept(body, index);
        loop(constant(0), length, List.of(), body.region(List.of(index), List.of()));
    }

    public Value length(Value array) {
        return define(Value.unnamed(Type.INT), Primitive.LENGTH, array);
    }

    public Value load(Value array, Value index) {
        return define(Value.unnamed(array.type().element()), Primitive.LOAD, array, index);
    }

    public void store(Value array, Value index, Value element) {
        append(new Store(array, index, element, position));
    }

    /** A call, whose results have no names. */
    public List<Value> call(Callee callee, List<Value> arguments) {
        List<Value> results =
                callee.results().types().stream().map(Value::unnamed).toList();
        append(new Call(results, callee, arguments, position));
        return results;
    }

    /** An {@code if}; the names of its results are those of the results of {@code then}. */
    public List<Value> branch(Value condition, Region then, Region otherwise) {
        List<Value> results = then.results().stream().map(Value::fresh).toList();
        append(new If(condition, then, otherwise, results, position));
        return results;
    }

    /** A loop {@code for (int i = from; i < to; i++)}; see {@link For} for the body's shape. */
    public List<Value> loop(Value from, Value to, List<Value> initial, Region body) {
        return loop(from, Primitive.LESS, to, 1, initial, body);
    }

    public List<Value> loop(Value from, Primitive test, Value to, int step, List<Value> initial, Region body) {
        List<Value> results =
                carriedResults(body.parameters().subList(1, body.parameters().size()));
        append(new For(from, test, to, step, initial, body, results, position));
        return results;
    }

    public List<Value> loopWhile(List<Value> initial, Region condition, Region body) {
        List<Value> results = carriedResults(body.parameters());
        append(new While(initial, condition, body, results, position));
        return results;
    }

    private static List<Value> carriedResults(List<Value> carried) {
        return carried.stream().map(Value::fresh).toList();
    }
}
