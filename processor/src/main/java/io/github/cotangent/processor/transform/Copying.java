package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes statements once more, with values of their own, about other values. */
class Copying {

    private final Map<Value, Value> copies = new HashMap<>();

    /** Declares what stands in the place of a value. */
    final void put(Value value, Value copy) {
        copies.put(value, copy);
    }

    final void putAll(List<Value> values, List<Value> others) {
        for (int i = 0; i < values.size(); i++) {
            put(values.get(i), others.get(i));
        }
    }

    /** What stands in the place of a value: the value itself, if nothing else does. */
    final Value of(Value value) {
        return copies.getOrDefault(value, value);
    }

    final List<Value> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }

    /** New values in the place of others. */
    final List<Value> fresh(List<Value> values) {
        List<Value> fresh = values.stream().map(Value::fresh).toList();
        putAll(values, fresh);
        return fresh;
    }

    final List<Statement> statements(Region region) {
        List<Statement> statements = new ArrayList<>();
        region.statements().forEach(statement -> write(statement, statements));
        return statements;
    }

    /** Writes what stands in the place of a statement: a copy. */
    void write(Statement statement, List<Statement> out) {
        out.add(copy(statement));
    }

    private Region copy(Region region) {
        List<Value> parameters = fresh(region.parameters());
        List<Statement> statements = statements(region);
        return new Region(parameters, statements, of(region.results()));
    }

    /** A copy, whose results stand in the place of the statement's from now on. */
    final Statement copy(Statement statement) {
        if (statement instanceof Constant constant) {
            Value result = fresh(constant.results()).get(0);
            return new Constant(result, constant.literal(), constant.symbol(), constant.position());
        }
        if (statement instanceof Let let) {
            List<Value> arguments = of(let.arguments());
            return new Let(fresh(let.results()).get(0), let.primitive(), arguments, let.position());
        }
        if (statement instanceof Store store) {
            return new Store(of(store.array()), of(store.index()), of(store.element()), store.position());
        }
        if (statement instanceof Call call) {
            List<Value> arguments = of(call.arguments());
            return new Call(fresh(call.results()), call.callee(), arguments, call.position());
        }
        if (statement instanceof Throw failure) {
            return failure.with(this::of);
        }
        if (statement instanceof If branch) {
            Value condition = of(branch.condition());
            Region then = copy(branch.then());
            Region otherwise = copy(branch.otherwise());
            return new If(condition, then, otherwise, fresh(branch.results()), branch.position());
        }
        if (statement instanceof For loop) {
            Value from = of(loop.from());
            Value to = of(loop.to());
            List<Value> initial = of(loop.initial());
            Region body = copy(loop.body());
            return new For(from, loop.test(), to, loop.step(), initial, body, fresh(loop.results()), loop.position());
        }
        if (statement instanceof While loop) {
            List<Value> initial = of(loop.initial());
            Region condition = copy(loop.condition());
            Region body = copy(loop.body());
            return new While(initial, condition, body, fresh(loop.results()), loop.position());
        }
        throw new IllegalArgumentException("a part is not copied: " + statement);
    }
}
