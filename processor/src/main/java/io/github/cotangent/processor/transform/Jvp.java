package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import io.github.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Forward mode: beside every statement of a function the statements that compute its tangent.
 *
 * <p>A value has a tangent only where it is {@linkplain Activity active}; every array of an active class has an array of
 * tangents beside it, which is stored to, copied and carried as the array is.
 */
public final class Jvp {

    private final Activity activity;
    private final Map<Value, Value> tangents = new HashMap<>();
    private final Algebra.Facts facts = new Algebra.Facts();

    private Jvp(Activity activity) {
        this.activity = activity;
    }

    /**
     * The function that takes the parameters of {@code function}, then a tangent for each of {@code withRespectTo}, and
     * results in the results of {@code function}, then the tangents of those of a real type.
     */
    public static Function of(Function function, List<Value> withRespectTo) {
        Activity activity = Activity.of(function, Aliases.of(function), withRespectTo);
        return new Jvp(activity).transform(function, withRespectTo);
    }

    private Function transform(Function function, List<Value> withRespectTo) {
        Builder builder = new Builder();
        List<Value> parameters = new ArrayList<>(function.parameters());
        for (Value input : withRespectTo) {
            Value tangent = tangentOf(input);
            parameters.add(tangent);
            tangents.put(input, tangent);
        }
        for (Value parameter : function.parameters()) {
            if (parameter.type().isArray() && activity.isActive(parameter) && !tangents.containsKey(parameter)) {
                zeros(parameter, builder);
            }
        }
        statements(function.body(), builder);
        List<Value> results = new ArrayList<>(function.results());
        for (Value result : function.results()) {
            if (result.type().isReal()) {
                results.add(tangent(result, builder));
            }
        }
        return new Function(function.name() + "Jvp", builder.region(parameters, results));
    }

    private static Value tangentOf(Value value) {
        Type type = value.type().derivative();
        return value.isNamed() ? Value.named(type, value.name() + "Dot") : Value.unnamed(type);
    }

    private void statements(Region region, Builder builder) {
        for (Statement statement : region.statements()) {
            builder.at(statement.position());
            facts.see(statement);
            if (statement instanceof If branch) {
                branch(branch, builder);
            } else if (statement instanceof For loop) {
                loop(loop, builder);
            } else if (statement instanceof While loop) {
                loop(loop, builder);
            } else {
                builder.append(statement);
                if (statement instanceof Let let && activity.isActive(let.result())) {
                    let(let, builder);
                } else if (statement instanceof Store store && activity.isActive(store.array())) {
                    builder.store(tangents.get(store.array()), store.index(), tangent(store.element(), builder));
                }
            }
        }
    }

    private void let(Let let, Builder builder) {
        Value result = let.result();
        if (let.primitive() == Primitive.SELECT && result.type().isArray()) {
            Value first = tangent(let.argument(1), builder);
            Value second = tangent(let.argument(2), builder);
            define(result, builder, Primitive.SELECT, let.argument(0), first, second);
            return;
        }
        switch (let.primitive()) {
            case NEW_ARRAY -> define(result, builder, Primitive.NEW_ARRAY, let.argument(0));
            case LOAD, GROW, CLONE -> {
                Value tangent = tangents.get(let.argument(0));
                if (tangent == null) {
                    zeros(result, builder);
                } else {
                    List<Value> arguments = new ArrayList<>(let.arguments());
                    arguments.set(0, tangent);
                    define(result, builder, let.primitive(), arguments.toArray(Value[]::new));
                }
            }
            default ->
                tangents.put(
                        result,
                        builder.rename(
                                arithmetic(let, builder), tangentOf(result).name()));
        }
    }

    private void define(Value primal, Builder builder, Primitive primitive, Value... arguments) {
        tangents.put(primal, builder.define(tangentOf(primal), primitive, arguments));
    }

    private void zeros(Value array, Builder builder) {
        define(array, builder, Primitive.NEW_ARRAY, builder.length(array));
    }

    /** The sum over the arguments of partial times tangent. */
    private Value arithmetic(Let let, Builder builder) {
        Algebra algebra = new Algebra(builder, facts);
        Value sum = null;
        for (int i = 0; i < let.arguments().size(); i++) {
            Value tangent = tangents.get(let.argument(i));
            if (tangent != null && Rules.isDifferentiable(let, i)) {
                Value product = Rules.product(let, i, tangent, algebra, UnaryOperator.identity());
                sum = sum == null ? product : algebra.add(sum, product);
            }
        }
        return sum == null ? algebra.number(0) : sum;
    }

    private void branch(If branch, Builder builder) {
        Builder then = builder.nested();
        statements(branch.then(), then);
        Builder otherwise = builder.nested();
        statements(branch.otherwise(), otherwise);
        List<Value> active =
                branch.results().stream().filter(activity::isActive).toList();
        Region thenRegion = then.region(List.of(), withTangents(branch.then().results(), branch.results(), then));
        Region otherwiseRegion =
                otherwise.region(List.of(), withTangents(branch.otherwise().results(), branch.results(), otherwise));
        List<Value> results = new ArrayList<>(branch.results());
        active.forEach(result -> results.add(newTangent(result)));
        builder.append(new If(branch.condition(), thenRegion, otherwiseRegion, results, branch.position()));
    }

    private void loop(For loop, Builder builder) {
        List<Value> initial = withTangents(loop.initial(), loop.carried(), builder);
        List<Value> parameters = withNewTangents(loop.body().parameters());
        Builder inner = builder.nested();
        statements(loop.body(), inner);
        Region body = inner.region(parameters, withTangents(loop.body().results(), loop.carried(), inner));
        List<Value> results = withNewResults(loop.results(), loop.carried());
        builder.append(
                new For(loop.from(), loop.test(), loop.to(), loop.step(), initial, body, results, loop.position()));
    }

    private void loop(While loop, Builder builder) {
        List<Value> carried = loop.body().parameters();
        List<Value> initial = withTangents(loop.initial(), carried, builder);
        List<Value> tested = new ArrayList<>(loop.condition().parameters());
        carried.stream().filter(activity::isActive).forEach(value -> tested.add(tangentOf(value)));
        Region condition = new Region(
                tested, loop.condition().statements(), loop.condition().results());
        List<Value> parameters = withNewTangents(carried);
        Builder inner = builder.nested();
        statements(loop.body(), inner);
        Region body = inner.region(parameters, withTangents(loop.body().results(), carried, inner));
        builder.append(new While(initial, condition, body, withNewResults(loop.results(), carried), loop.position()));
    }

    /** The values, then the tangents of those whose counterpart among {@code deciding} is active. */
    private List<Value> withTangents(List<Value> values, List<Value> deciding, Builder builder) {
        List<Value> all = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            if (activity.isActive(deciding.get(i))) {
                all.add(tangent(values.get(i), builder));
            }
        }
        return all;
    }

    private List<Value> withNewTangents(List<Value> parameters) {
        List<Value> all = new ArrayList<>(parameters);
        parameters.stream().filter(activity::isActive).forEach(parameter -> all.add(newTangent(parameter)));
        return all;
    }

    private List<Value> withNewResults(List<Value> results, List<Value> carried) {
        List<Value> all = new ArrayList<>(results);
        for (int i = 0; i < results.size(); i++) {
            if (activity.isActive(carried.get(i))) {
                all.add(newTangent(results.get(i)));
            }
        }
        return all;
    }

    private Value newTangent(Value value) {
        Value tangent = tangentOf(value);
        tangents.put(value, tangent);
        return tangent;
    }

    /** The tangent of a value, zero where it has none. */
    private Value tangent(Value value, Builder builder) {
        Value tangent = tangents.get(value);
        if (tangent != null) {
            return tangent;
        }
        if (!value.type().isArray()) {
            return builder.constant(0.0);
        }
        return builder.newArray(value.type().derivative(), builder.length(value), "");
    }
}
