package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a function's statements once more, and beside values of them something that goes where they go: through branches and
 * loops, into arrays of arrays and out of them.
 */
abstract class Beside {

    private final Map<Value, Value> companions = new HashMap<>();

    /** Whether a value has something beside it. */
    abstract boolean isAccompanied(Value value);

    /** A new value to go beside another. */
    abstract Value newCompanion(Value value);

    /** What goes beside a scalar that has nothing beside it, where one is asked for; or beside such an array. */
    abstract Value missing(Value value, Builder builder);

    /** Writes what belongs beside the definition of an accompanied value. */
    abstract void define(Let let, Builder builder);

    /** Writes what belongs beside a store to an accompanied array. */
    abstract void store(Store store, Builder builder);

    /** Writes a call that has to do with an accompanied value, and what belongs beside it. */
    abstract void call(Call call, Builder builder);

    /** Writes a statement, and what belongs beside it, in a way of its own, if there is one. */
    boolean isDone(Statement statement, Builder builder) {
        return false;
    }

    /** Looks at a statement before it is written. */
    void see(Statement statement) {}

    final boolean isEmpty() {
        return companions.isEmpty();
    }

    /** What goes beside a value, null where there is nothing. */
    final Value known(Value value) {
        return companions.get(value);
    }

    final Value companion(Value value, Builder builder) {
        Value known = known(value);
        return known == null ? missing(value, builder) : known;
    }

    final void put(Value value, Value companion) {
        companions.put(value, companion);
    }

    final Value create(Value value) {
        Value companion = newCompanion(value);
        put(value, companion);
        return companion;
    }

    final void define(Value value, Builder builder, Primitive primitive, Value... arguments) {
        put(value, builder.define(newCompanion(value), primitive, arguments));
    }

    /**
     * Writes the array that goes beside a new, a chosen, a loaded or a copied one, made in the same way from what goes beside
     * its arguments. Where the copy of an array of arrays shares the rows with it, so does what goes beside it.
     */
    final void array(Let let, Builder builder) {
        List<Value> arguments = new ArrayList<>(let.arguments());
        arguments.replaceAll(argument -> argument.type().isArray() ? companion(argument, builder) : argument);
        define(let.result(), builder, let.primitive(), arguments.toArray(Value[]::new));
    }

    final void statements(Region region, Builder builder) {
        region.statements().forEach(statement -> statement(statement, builder));
    }

    final void statement(Statement statement, Builder builder) {
        builder.at(statement.position());
        see(statement);
        if (isDone(statement, builder)) {
            return;
        }
        if (statement instanceof If branch) {
            branch(branch, builder);
        } else if (statement instanceof For loop) {
            loop(loop, builder);
        } else if (statement instanceof While loop) {
            loop(loop, builder);
        } else if (statement instanceof Call call && isAccompanied(call)) {
            call(call, builder);
        } else {
            builder.append(statement);
            if (statement instanceof Let let && isAccompanied(let.result())) {
                define(let, builder);
            } else if (statement instanceof Store store && isAccompanied(store.array())) {
                store(store, builder);
            } else if (statement instanceof Constant constant && isAccompanied(constant.result())) {
                constant(constant.result(), builder);
            }
        }
    }

    private boolean isAccompanied(Call call) {
        return call.results().stream().anyMatch(this::isAccompanied)
                || call.written().stream().anyMatch(this::isAccompanied);
    }

    /** An array of constants does not vary; what may be meant instead of it does. */
    private void constant(Value value, Builder builder) {
        if (value.type().isArray()) {
            builder.zeros(create(value), value);
        }
    }

    private void branch(If branch, Builder builder) {
        Builder then = builder.nested();
        statements(branch.then(), then);
        Builder otherwise = builder.nested();
        statements(branch.otherwise(), otherwise);
        List<Value> accompanied =
                branch.results().stream().filter(this::isAccompanied).toList();
        Region thenRegion = then.region(List.of(), with(branch.then().results(), branch.results(), then));
        Region otherwiseRegion =
                otherwise.region(List.of(), with(branch.otherwise().results(), branch.results(), otherwise));
        List<Value> results = new ArrayList<>(branch.results());
        accompanied.forEach(result -> results.add(create(result)));
        builder.append(new If(branch.condition(), thenRegion, otherwiseRegion, results, branch.position()));
    }

    private void loop(For loop, Builder builder) {
        List<Value> initial = with(loop.initial(), loop.carried(), builder);
        List<Value> parameters = withNew(loop.body().parameters());
        Builder inner = builder.nested();
        statements(loop.body(), inner);
        Region body = inner.region(parameters, with(loop.body().results(), loop.carried(), inner));
        List<Value> results = withNew(loop.results(), loop.carried());
        builder.append(
                new For(loop.from(), loop.test(), loop.to(), loop.step(), initial, body, results, loop.position()));
    }

    private void loop(While loop, Builder builder) {
        List<Value> carried = loop.body().parameters();
        List<Value> initial = with(loop.initial(), carried, builder);
        List<Value> tested = new ArrayList<>(loop.condition().parameters());
        carried.stream().filter(this::isAccompanied).forEach(value -> tested.add(newCompanion(value)));
        Region condition = new Region(
                tested, loop.condition().statements(), loop.condition().results());
        List<Value> parameters = withNew(carried);
        Builder inner = builder.nested();
        statements(loop.body(), inner);
        Region body = inner.region(parameters, with(loop.body().results(), carried, inner));
        builder.append(new While(initial, condition, body, withNew(loop.results(), carried), loop.position()));
    }

    /** The values, then what goes beside those whose counterpart among {@code deciding} is accompanied. */
    private List<Value> with(List<Value> values, List<Value> deciding, Builder builder) {
        List<Value> all = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            if (isAccompanied(deciding.get(i))) {
                all.add(companion(values.get(i), builder));
            }
        }
        return all;
    }

    private List<Value> withNew(List<Value> parameters) {
        return withNew(parameters, parameters);
    }

    private List<Value> withNew(List<Value> values, List<Value> deciding) {
        List<Value> all = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            if (isAccompanied(deciding.get(i))) {
                all.add(create(values.get(i)));
            }
        }
        return all;
    }
}
