package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Increments;
import io.github.cotangent.processor.analysis.Invariance;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import io.github.cotangent.processor.rules.Rules;
import io.github.cotangent.processor.transform.Slopes.Slope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes the statements of the primal in reverse, each as the propagation of adjoints from its results to its operands.
 */
final class ReverseSweep {

    private final Activity activity;
    private final Slopes slopes;
    private final Restores restores;
    private final Frames frames;
    private final Availability primal;
    private final Saves saves;
    private final Adjoints adjoints;
    private final Invariance invariance;
    private final Increments increments;
    private final ForwardSweep forward;
    private final Fusion fusion;
    private final Algebra.Facts facts;
    private final CallAdjoints calls;
    private final Overwrites overwrites;

    ReverseSweep(
            Activity activity,
            Slopes slopes,
            Restores restores,
            Frames frames,
            Availability primal,
            Saves saves,
            Adjoints adjoints,
            Invariance invariance,
            Increments increments,
            ForwardSweep forward,
            Fusion fusion,
            Algebra.Facts facts,
            Snapshots snapshots,
            Overwrites overwrites,
            boolean isRepeatable) {
        this.activity = activity;
        this.slopes = slopes;
        this.restores = restores;
        this.frames = frames;
        this.primal = primal;
        this.saves = saves;
        this.adjoints = adjoints;
        this.invariance = invariance;
        this.increments = increments;
        this.forward = forward;
        this.fusion = fusion;
        this.facts = facts;
        this.overwrites = overwrites;
        this.calls = new CallAdjoints(activity, primal, adjoints, snapshots, overwrites, isRepeatable);
    }

    void region(Context context) {
        List<Statement> statements = context.frame.region().statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            if (activity.isActive(statement)) {
                context.builder.at(statement.position());
                statement(statement, context);
                context.steady.forEach(load -> addOnce(load, context));
                context.steady.clear();
            }
        }
    }

    private void statement(Statement statement, Context context) {
        if (slopes.covers(statement)) {
            slopes.endingWith(statement).ifPresent(chain -> chain(chain, context));
        } else if (statement instanceof Let let) {
            let(let, context);
        } else if (statement instanceof Store store) {
            store(store, context);
        } else if (statement instanceof Call call) {
            calls.reverse(call, context);
        } else if (statement instanceof If branch) {
            branch(branch, context);
        } else if (statement instanceof For loop) {
            loop(loop, context);
        } else if (statement instanceof While loop) {
            loop(loop, context);
        }
    }

    private void chain(Slope chain, Context context) {
        Value sensitivity = context.adjoints.remove(chain.exit());
        if (sensitivity != null) {
            Value slope = primal.get(chain.slope(), context);
            contribute(chain.entry(), context.algebra.multiply(sensitivity, slope), sensitivity, context);
        }
    }

    private void let(Let let, Context context) {
        switch (let.primitive()) {
            case CLONE -> copied(let, context);
            case LOAD -> loaded(let, context);
            default -> computed(let, context);
        }
    }

    private void computed(Let let, Context context) {
        Value sensitivity = context.adjoints.remove(let.result());
        if (sensitivity == null) {
            return;
        }
        for (int i = 0; i < let.arguments().size(); i++) {
            Value argument = let.argument(i);
            if (activity.isActive(argument) && Rules.isDifferentiable(let, i)) {
                Value product =
                        Rules.product(let, i, sensitivity, context.algebra, value -> primal.get(value, context));
                contribute(argument, product, sensitivity, context);
            }
        }
    }

    private void contribute(Value value, Value product, Value sensitivity, Context context) {
        if (product != sensitivity && context.algebra.isNew(product)) {
            adjoints.addNew(value, product, context);
        } else {
            adjoints.add(value, product, context);
        }
    }

    private void loaded(Let let, Context context) {
        Context home = context.at(adjoints.home(let.result()));
        if (home != context) {
            home.steady.add(let);
            return;
        }
        Value sensitivity = context.adjoints.remove(let.result());
        if (sensitivity != null) {
            Value shadow = primal.shadow(let.argument(0), context);
            accumulate(shadow, primal.get(let.argument(1), context), sensitivity, context.algebra);
        }
    }

    private static void accumulate(Value array, Value index, Value contribution, Algebra algebra) {
        Builder builder = algebra.builder();
        builder.store(array, index, algebra.add(builder.load(array, index), contribution));
    }

    /** Adds what all iterations of loops have contributed; had there been none, the index might not even exist. */
    private void addOnce(Let load, Context context) {
        Value sensitivity = context.adjoints.remove(load.result());
        if (sensitivity == null) {
            return;
        }
        Value shadow = primal.shadow(load.argument(0), context);
        Value index = primal.get(load.argument(1), context);
        whereAllRun(
                invariance.steadyLoops(load),
                context,
                context.builder,
                then -> accumulate(shadow, index, sensitivity, new Algebra(then, facts)));
    }

    private void whereAllRun(List<For> loops, Context context, Builder builder, Consumer<Builder> content) {
        if (loops.isEmpty()) {
            content.accept(builder);
            return;
        }
        For outermost = loops.get(loops.size() - 1);
        Value from = primal.get(outermost.from(), context);
        Value to = primal.get(outermost.to(), context);
        Value runs = builder.compare(outermost.test(), from, to);
        Builder then = builder.nested();
        whereAllRun(loops.subList(0, loops.size() - 1), context, then, content);
        Region nothing = builder.nested().region(List.of(), List.of());
        builder.branch(runs, then.region(List.of(), List.of()), nothing);
    }

    /** The copy of an array of arrays has no elements of its own. */
    private void copied(Let let, Context context) {
        Value original = let.argument(0);
        if (activity.isActive(original) && let.result().type().rank() == 1 && primal.hasShadow(let.result(), context)) {
            addAll(primal.shadow(original, context), primal.shadow(let.result(), context), context.builder);
        }
    }

    /** {@code target[i] += source[i]} for all i. */
    static void addAll(Value target, Value source, Builder builder) {
        builder.each(builder.length(source), (body, i) -> {
            Value sum = body.load(target, i);
            Value term = body.load(source, i);
            if (target.type().rank() > 1) {
                addAll(sum, term, body);
            } else {
                body.store(target, i, body.add(sum, term));
            }
        });
    }

    /** An array that is stored takes its adjoints along. What stood there at first is nobody's result, so its adjoint may be anything. */
    private void store(Store store, Context context) {
        if (store.element().type().isArray()) {
            return;
        }
        Builder builder = context.builder;
        Value index = primal.get(store.index(), context);
        restores.former(store)
                .ifPresent(
                        value -> builder.store(primal.get(store.array(), context), index, primal.get(value, context)));
        Value shadow = primal.shadow(store.array(), context);
        // Where the sum ends a chain, its adjoint is what the chain waits for.
        Optional<Let> increment = increments.of(store).filter(sum -> !slopes.covers(sum));
        if (increment.isPresent()) {
            // a[i] += e: the adjoint of a[i] stays as it is.
            Value term = increment.get().argument(1);
            if (activity.isActive(term)) {
                Value sensitivity = builder.load(shadow, index);
                boolean isNegative = increment.get().primitive() == Primitive.SUBTRACT;
                adjoints.add(term, isNegative ? context.algebra.negate(sensitivity) : sensitivity, context);
            }
            return;
        }
        if (activity.isActive(store.element())) {
            adjoints.add(store.element(), builder.load(shadow, index), context);
        }
        if (!overwrites.isFirst(store)) {
            builder.store(shadow, index, builder.constant(0.0));
        }
    }

    private void branch(If branch, Context context) {
        Context then = nested(branch.then(), context);
        Context otherwise = nested(branch.otherwise(), context);
        for (int i = 0; i < branch.results().size(); i++) {
            Value sensitivity = context.adjoints.remove(branch.results().get(i));
            adjoints.add(branch.then().results().get(i), sensitivity, then);
            adjoints.add(branch.otherwise().results().get(i), sensitivity, otherwise);
        }
        region(then);
        region(otherwise);
        List<Value> touched = touched(then, otherwise);
        Region thenRegion = then.builder.region(List.of(), adjoints.allOrZeros(touched, then));
        Region otherwiseRegion = otherwise.builder.region(List.of(), adjoints.allOrZeros(touched, otherwise));
        if (thenRegion.statements().isEmpty() && otherwiseRegion.statements().isEmpty() && touched.isEmpty()) {
            return;
        }
        List<Value> results = touched.stream().map(adjoints::barOf).toList();
        Value condition = primal.get(branch.condition(), context);
        context.builder.append(new If(condition, thenRegion, otherwiseRegion, results, branch.position()));
        Adjoints.put(touched, results, context);
    }

    /** The values from outside whose adjoints either branch has changed. */
    private List<Value> touched(Context then, Context otherwise) {
        Set<Value> touched = new LinkedHashSet<>();
        for (Context branch : List.of(then, otherwise)) {
            branch.adjoints.keySet().stream()
                    .filter(value -> adjoints.home(value) != branch.frame)
                    .forEach(touched::add);
        }
        return List.copyOf(touched);
    }

    private void loop(For loop, Context context) {
        if (frames.isFused(loop)) {
            fusion.check(loop, context.builder, context.adjoints.values());
            fused(loop, context);
            return;
        }
        Builder builder = context.builder;
        Value from = primal.get(loop.from(), context);
        Value to = primal.get(loop.to(), context);
        Context body = nested(loop.body(), context);
        boolean up = loop.step() > 0;
        if (Counting.isUnitStep(loop)) {
            Value index = loop.index().fresh();
            body.available.put(loop.index(), index);
            Value one = loop.isInclusive() ? null : builder.constant(1);
            Value last = loop.isInclusive() ? to : up ? builder.subtract(to, one) : builder.add(to, one);
            Primitive test = up ? Primitive.GREATER_EQUAL : Primitive.LESS_EQUAL;
            loop(new Header(last, test, from, -loop.step(), index), loop.carried(), loop, body, context);
            return;
        }
        Value index = Value.named(Type.INT, "iteration");
        Value offset = body.builder.multiply(index, body.builder.constant(loop.step()));
        Value primalIndex = body.builder.define(loop.index().fresh(), Primitive.ADD, from, offset);
        body.available.put(loop.index(), primalIndex);
        body.iteration = index;
        Value trips = Counting.trips(loop, from, to, frames, builder);
        loop(backwards(trips, index, builder), loop.carried(), loop, body, context);
    }

    private void loop(While loop, Context context) {
        Value trips = primal.get(saves.trips(loop), context);
        Context body = nested(loop.body(), context);
        body.iteration = Value.named(Type.INT, "iteration");
        Header header = backwards(trips, body.iteration, context.builder);
        loop(header, loop.body().parameters(), loop, body, context);
    }

    /** Each iteration forward, and its reverse at once. The adjoints of the carried sums do not change from one to the next. */
    private void fused(For loop, Context context) {
        Context body = nested(loop.body(), context);
        List<Value> sensitivities = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            Value sensitivity = context.adjoints.remove(loop.results().get(i));
            sensitivities.add(sensitivity);
            adjoints.add(loop.body().results().get(i), sensitivity, body);
        }
        region(body);

        List<Statement> statements = new ArrayList<>(forward.body(loop.body()));
        List<Value> outside = List.copyOf(body.accumulators.keySet());
        List<Value> parameters = new ArrayList<>(loop.body().parameters());
        parameters.addAll(body.accumulators.values());
        List<Value> next = new ArrayList<>(loop.body().results());
        outside.forEach(value -> next.add(body.adjoints.get(value)));
        List<Value> initial = new ArrayList<>(loop.initial());
        outside.forEach(value -> initial.add(adjoints.orZero(value, context)));
        List<Value> accumulated = outside.stream().map(adjoints::barOf).toList();
        List<Value> results = new ArrayList<>(loop.results());
        results.addAll(accumulated);

        statements.addAll(body.builder.statements());
        saves.before(loop).forEach(context.builder::append);
        context.builder.append(new For(
                loop.from(),
                loop.test(),
                loop.to(),
                loop.step(),
                initial,
                new Region(parameters, statements, next),
                results,
                loop.position()));
        Adjoints.put(outside, accumulated, context);
        for (int i = 0; i < sensitivities.size(); i++) {
            adjoints.add(loop.initial().get(i), sensitivities.get(i), context);
        }
    }

    /** The head of a reversed loop. */
    private record Header(Value from, Primitive test, Value to, int step, Value index) {}

    private static Header backwards(Value trips, Value index, Builder builder) {
        Value last = builder.subtract(trips, builder.constant(1));
        return new Header(last, Primitive.GREATER_EQUAL, builder.constant(0), -1, index);
    }

    private void loop(Header header, List<Value> carried, Statement loop, Context body, Context context) {
        Region region = body.frame.region();
        List<Integer> active = IntStream.range(0, carried.size())
                .filter(i -> !carried.get(i).type().isArray() && activity.isActive(carried.get(i)))
                .boxed()
                .toList();
        List<Value> sensitivities =
                active.stream().map(i -> adjoints.barOf(carried.get(i))).toList();
        for (int k = 0; k < active.size(); k++) {
            adjoints.add(region.results().get(active.get(k)), sensitivities.get(k), body);
        }
        List<Value> operands = loop instanceof For counted ? counted.initial() : ((While) loop).initial();
        Relay relay = new Relay(loop, operands, carried, primal, context, body);
        region(body);

        List<Value> outside = List.copyOf(body.accumulators.keySet());
        List<Value> parameters = new ArrayList<>(List.of(header.index()));
        parameters.addAll(sensitivities);
        parameters.addAll(body.accumulators.values());
        parameters.addAll(relay.parameters());
        List<Value> next = new ArrayList<>();
        active.forEach(i -> next.add(adjoints.orZero(carried.get(i), body)));
        outside.forEach(value -> next.add(body.adjoints.get(value)));
        next.addAll(relay.next());
        List<Value> initial = new ArrayList<>();
        for (int i : active) {
            Value sensitivity = context.adjoints.remove(loop.results().get(i));
            initial.add(sensitivity == null ? context.algebra.number(0) : sensitivity);
        }
        outside.forEach(value -> initial.add(adjoints.orZero(value, context)));
        initial.addAll(relay.initial());

        List<Value> results = context.builder.loop(
                header.from(),
                header.test(),
                header.to(),
                header.step(),
                initial,
                body.builder.region(parameters, next));
        int scalars = active.size() + outside.size();
        Adjoints.put(outside, results.subList(active.size(), scalars), context);
        for (int k = 0; k < active.size(); k++) {
            adjoints.add(operands.get(active.get(k)), results.get(k), context);
        }
        relay.end(results.subList(scalars, results.size()));
    }

    private Context nested(Region region, Context context) {
        return new Context(frames.of(region), context, context.builder.nested(), facts);
    }
}
