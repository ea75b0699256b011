package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Chains;
import io.github.cotangent.processor.analysis.Chains.Chain;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import io.github.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Forward mode: beside every statement of a function the statements that compute its tangent.
 *
 * <p>A value has a tangent only where it is {@linkplain Activity active}; every array of an active class has an array of
 * tangents beside it, which is stored to, copied and carried as the array is.
 */
public final class Jvp extends Beside {

    private final Activity activity;
    private final Algebra.Facts facts;
    private final String suffix;
    private final Chains chains;
    private final Map<Chain, Jvp> slopes = new IdentityHashMap<>();

    private Jvp(Activity activity, Chains chains, Algebra.Facts facts, String suffix) {
        this.activity = activity;
        this.chains = chains;
        this.facts = facts;
        this.suffix = suffix;
    }

    /** With all passes. */
    public static Function of(Function function, List<Value> withRespectTo) {
        return of(function, withRespectTo, Pass.ALL);
    }

    /**
     * The function that takes the parameters of {@code function}, then a tangent for each of {@code withRespectTo}, and
     * results in the results of {@code function}, then the tangents of those of a real type.
     */
    public static Function of(Function function, List<Value> withRespectTo, Set<Pass> passes) {
        List<Value> varying = new ArrayList<>(withRespectTo);
        // Only beside the array itself can it be seen which of its rows are there.
        function.results().stream().filter(result -> result.type().rank() > 1).forEach(varying::add);
        Activity activity = Activity.of(function, Aliases.of(function), varying);
        Chains.Links links = passes.contains(Pass.CHAINS) ? Chains.Links.NO_LOOPS : Chains.Links.NOTHING;
        Chains chains = Chains.of(function, activity, links, Set.of());
        return new Jvp(activity, chains, new Algebra.Facts(), "Dot").transform(function, withRespectTo);
    }

    /** Along a chain: the derivatives of its values by the one that it begins with. */
    static Jvp along(Chain chain, Algebra.Facts facts, Builder builder) {
        Region region = new Region(List.of(), chain.statements(), List.of(chain.exit()));
        List<Value> parameters = List.copyOf(Vjp.freeIn(region));
        Function function = new Function("", new Region(parameters, region.statements(), region.results()));
        Activity activity = Activity.of(function, Aliases.of(function), List.of(chain.entry()));
        Chains chains = Chains.of(function, activity, Chains.Links.NO_LOOPS, Set.of(chain.entry()));
        Jvp jvp = new Jvp(activity, chains, facts, "Slope");
        jvp.put(chain.entry(), new Algebra(builder, facts).number(1));
        return jvp;
    }

    private Function transform(Function function, List<Value> withRespectTo) {
        Builder builder = new Builder();
        List<Value> parameters = new ArrayList<>(function.parameters());
        withRespectTo.forEach(input -> parameters.add(create(input)));
        for (Value parameter : function.parameters()) {
            if (parameter.type().isArray() && activity.isActive(parameter) && known(parameter) == null) {
                put(parameter, builder.zeros(newCompanion(parameter), parameter));
            }
        }
        statements(function.body(), builder);
        List<Value> results = new ArrayList<>(function.results());
        for (Value result : function.results()) {
            if (result.type().isReal()) {
                results.add(companion(result, builder));
            }
        }
        return new Function(function.name() + "Jvp", builder.region(parameters, results));
    }

    /** The tangent of a chain's result is that of its beginning times one slope. */
    @Override
    boolean isDone(Statement statement, Builder builder) {
        Chain chain = chains.around(statement).orElse(null);
        if (chain == null) {
            return false;
        }
        Jvp slope = slopes.computeIfAbsent(chain, each -> along(each, facts, builder));
        slope.statement(statement, builder);
        if (statement == chain.last()) {
            Algebra algebra = new Algebra(builder, facts);
            Value product = algebra.multiply(slope.companion(chain.exit(), builder), companion(chain.entry(), builder));
            put(chain.exit(), algebra.name(product, newCompanion(chain.exit()).name()));
        }
        return true;
    }

    @Override
    boolean isAccompanied(Value value) {
        return activity.isActive(value);
    }

    @Override
    Value newCompanion(Value value) {
        Type type = value.type().derivative();
        return value.isNamed() ? Value.named(type, value.name() + suffix) : Value.unnamed(type);
    }

    /** Zero. */
    @Override
    Value missing(Value value, Builder builder) {
        return value.type().isArray()
                ? builder.zeros(Value.unnamed(value.type().derivative()), value)
                : builder.constant(0.0);
    }

    @Override
    void see(Statement statement) {
        facts.see(statement);
    }

    @Override
    void store(Store store, Builder builder) {
        builder.store(known(store.array()), store.index(), companion(store.element(), builder));
    }

    @Override
    void define(Let let, Builder builder) {
        Value result = let.result();
        if (result.type().isArray() || let.primitive() == Primitive.LOAD) {
            array(let, builder);
        } else {
            Algebra algebra = new Algebra(builder, facts);
            put(
                    result,
                    algebra.name(arithmetic(let, algebra), newCompanion(result).name()));
        }
    }

    @Override
    void call(Call call, Builder builder) {
        new CallTangents(this, new Algebra(builder, facts), builder).of(call);
    }

    /** The sum over the arguments of partial times tangent. */
    private Value arithmetic(Let let, Algebra algebra) {
        Value sum = null;
        for (int i = 0; i < let.arguments().size(); i++) {
            Value tangent = known(let.argument(i));
            if (tangent != null && Rules.isDifferentiable(let, i)) {
                Value product = Rules.product(let, i, tangent, algebra, UnaryOperator.identity());
                sum = sum == null ? product : algebra.add(sum, product);
            }
        }
        return sum == null ? algebra.number(0) : sum;
    }
}
