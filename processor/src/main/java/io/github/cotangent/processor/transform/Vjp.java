package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Needs;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.analysis.Storage;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reverse mode: a function run forward, then its statements in reverse, propagating adjoints.
 *
 * <p>The reverse sweep is written first, since it decides what has to be kept; then the forward sweep that keeps it.
 */
public final class Vjp {

    private final Function function;
    private final List<Value> withRespectTo;
    private final List<Value> seeds = new ArrayList<>();
    private final List<Value> buffers = new ArrayList<>();
    private final Builder forward = new Builder();
    private final Builder reverse = new Builder();
    private final List<Value> adjoints;

    private Vjp(Function function, List<Value> withRespectTo) {
        this.function = function;
        this.withRespectTo = withRespectTo;
        this.adjoints = sweep();
    }

    /**
     * The function that takes the parameters of {@code function}, then a seed for each result of a real type, then for each
     * array of {@code withRespectTo} the buffer that its adjoint is added to; and that results in the results of
     * {@code function}, then the adjoints of the scalars of {@code withRespectTo}.
     */
    public static Function of(Function function, List<Value> withRespectTo) {
        Vjp vjp = new Vjp(function, withRespectTo);
        List<Statement> statements = new ArrayList<>(vjp.statements(vjp.forward));
        statements.addAll(vjp.statements(vjp.reverse));
        List<Value> parameters = new ArrayList<>(function.parameters());
        parameters.addAll(vjp.seeds);
        parameters.addAll(vjp.buffers);
        List<Value> results = new ArrayList<>(function.results());
        results.addAll(vjp.adjoints);
        return new Function(function.name() + "Vjp", new Region(parameters, statements, results));
    }

    /** The same in two functions, cut between the sweeps. */
    public static Pullback split(Function function, List<Value> withRespectTo) {
        Vjp vjp = new Vjp(function, withRespectTo);
        List<Statement> statements = new ArrayList<>(vjp.statements(vjp.reverse));
        Set<Value> captured = freeIn(new Region(List.of(), statements, vjp.adjoints));
        captured.removeAll(vjp.seeds);
        captured.removeAll(vjp.buffers);
        for (Statement statement : vjp.statements(vjp.forward)) {
            if (statement instanceof Constant constant && captured.remove(constant.result())) {
                statements.add(0, constant);
            }
        }
        List<Value> results = new ArrayList<>(function.results());
        results.addAll(captured);
        List<Value> parameters = new ArrayList<>(captured);
        parameters.addAll(vjp.seeds);
        parameters.addAll(vjp.buffers);
        return new Pullback(
                new Function(
                        function.name() + "Forward",
                        new Region(function.parameters(), vjp.statements(vjp.forward), results)),
                new Function(function.name() + "Reverse", new Region(parameters, statements, vjp.adjoints)));
    }

    private List<Statement> statements(Builder builder) {
        return builder.region(List.of(), List.of()).statements();
    }

    /** Writes both sweeps; gives the adjoints of the scalar parameters. */
    private List<Value> sweep() {
        Algebra.Facts facts = new Algebra.Facts();
        function.body().forEach(facts::see);
        Aliases aliases = Aliases.of(function);
        Activity activity = Activity.of(function, aliases, withRespectTo);
        Frames frames = Frames.of(function);
        Overwrites overwrites = Overwrites.of(function, aliases, frames);
        Storage storage = Storage.plan(Needs.of(function, activity, facts), frames, overwrites);
        Saves saves = new Saves(frames);
        Availability primal = new Availability(frames, storage, saves);
        ReverseSweep sweep = new ReverseSweep(activity, frames, primal, saves, facts);
        Context root = new Context(frames.root(), null, reverse, facts);

        seed(root, activity, sweep, primal);
        sweep.region(root);
        List<Value> scalars = withRespectTo.stream()
                .filter(value -> !value.type().isArray())
                .map(value -> sweep.adjointOrZero(value, root))
                .toList();
        new ForwardSweep(frames, saves).root(forward);
        return scalars;
    }

    private void seed(Context root, Activity activity, ReverseSweep sweep, Availability primal) {
        for (Value input : withRespectTo) {
            if (input.type().isArray()) {
                Value buffer = Value.named(input.type().derivative(), input.name() + "Bar");
                buffers.add(buffer);
                root.shadows.put(input, buffer);
            }
        }
        for (Value result : function.results()) {
            if (result.type().isReal()) {
                Value seed = Value.named(result.type().derivative(), "seed");
                seeds.add(seed);
                if (!result.type().isArray()) {
                    sweep.add(result, seed, root);
                } else if (activity.isActive(result)) {
                    ReverseSweep.addAll(primal.shadow(result, root), seed, reverse);
                }
            }
        }
    }

    /** The values that a region uses without defining them, in the order of their first use. */
    private static Set<Value> freeIn(Region region) {
        Set<Value> used = new LinkedHashSet<>();
        Set<Value> defined = new LinkedHashSet<>();
        region.forEach(statement -> {
            used.addAll(statement.operands());
            defined.addAll(statement.results());
            statement.regions().forEach(inner -> {
                used.addAll(inner.results());
                defined.addAll(inner.parameters());
            });
        });
        used.addAll(region.results());
        used.removeAll(defined);
        return used;
    }
}
