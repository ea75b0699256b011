package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Chains.Links;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Increments;
import io.github.cotangent.processor.analysis.Independence;
import io.github.cotangent.processor.analysis.Invariance;
import io.github.cotangent.processor.analysis.Needs;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.analysis.Storage;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse mode: a function run forward, then its statements in reverse, propagating adjoints.
 *
 * <p>The reverse sweep is written first, since it decides what has to be kept; then the forward sweep that keeps it.
 */
public final class Vjp {

    /** The function that is differentiated, with shadows. */
    private final Function function;

    private final Shadows shadows;
    private final List<Value> withRespectTo;
    private final List<Value> seeds = new ArrayList<>();
    private final List<Value> buffers = new ArrayList<>();
    private final Builder reverse = new Builder();
    private final Fusion fusion;
    private final ForwardSweep forward;
    private final List<Statement> reversed;
    private final List<Value> adjoints;

    /** How the adjoint of a scalar result begins. */
    private enum Seed {
        PARAMETER,
        ONE
    }

    /**
     * What is to be done.
     *
     * @param shadows of the slopes' function
     */
    private record Task(Slopes slopes, Shadows shadows, List<Value> withRespectTo, Set<Pass> passes) {

        static Task of(Function function, List<Value> withRespectTo, Set<Pass> passes) {
            Links links = passes.contains(Pass.CHAINS) ? Links.LOOPS : Links.NOTHING;
            Slopes slopes = Slopes.of(function, withRespectTo, links);
            return new Task(slopes, Shadows.of(slopes.function(), withRespectTo, passes), withRespectTo, passes);
        }

        /** What the reverse sweep reads. */
        Set<Value> needs(Primal primal) {
            Set<Value> needs =
                    Needs.of(primal.function(), primal.activity(), each -> !slopes.covers(each), primal.facts());
            needs.addAll(slopes.values());
            needs.addAll(shadows.snapshots().before());
            return needs;
        }

        Restores restores() {
            Primal primal = Primal.of(shadows.function(), withRespectTo);
            return passes.contains(Pass.RESTORES)
                    ? Restores.of(primal, needs(primal), independent(primal))
                    : Restores.none(primal.function());
        }

        /** The loops that may be fused. */
        List<For> independent(Primal primal) {
            if (!passes.contains(Pass.FUSION)) {
                return new ArrayList<>();
            }
            List<For> loops = new ArrayList<>(
                    Independence.loops(primal.function(), primal.activity(), primal.aliases(), primal.frames()));
            loops.removeIf(slopes::covers);
            return loops;
        }
    }

    /** Writes both sweeps, if the loops can be fused. */
    private Vjp(Task task, Restores restores, Seed scalarSeed, List<For> fused, boolean isRepeatable) {
        this.function = restores.function();
        this.shadows = task.shadows();
        this.withRespectTo = task.withRespectTo();
        Primal known = Primal.of(function, withRespectTo);
        Algebra.Facts facts = known.facts();
        Aliases aliases = known.aliases();
        Activity activity = known.activity();
        Frames frames = known.frames();
        Saves saves = new Saves(frames);
        this.fusion = new Fusion(function, fused, aliases, frames, saves);
        this.forward = new ForwardSweep(frames, saves);
        Overwrites overwrites = known.overwrites();
        Set<Value> needs = task.needs(known);
        needs.addAll(restores.needs());
        boolean reloads = task.passes().contains(Pass.RELOAD);
        Storage storage = Storage.plan(
                needs,
                frames,
                overwrites,
                restores::covers,
                store -> reloads && restores.former(store).isEmpty());
        Invariance invariance = new Invariance(frames, aliases);
        Increments increments = new Increments(frames, aliases);
        Availability primal = new Availability(frames, storage, invariance, saves, shadows, aliases);
        Adjoints ledger = new Adjoints(activity, frames, invariance, facts);
        ReverseSweep sweep = new ReverseSweep(
                activity,
                task.slopes(),
                restores,
                frames,
                primal,
                saves,
                ledger,
                invariance,
                increments,
                forward,
                fusion,
                facts,
                shadows.snapshots(),
                overwrites,
                isRepeatable);
        Context root = new Context(frames.root(), null, reverse, facts);

        seed(root, scalarSeed, activity, ledger, primal);
        sweep.region(root);
        this.adjoints = withRespectTo.stream()
                .filter(value -> !value.type().isArray())
                .map(value -> ledger.orZero(value, root))
                .toList();
        Neighbours neighbours = new Neighbours(
                primal.shadows().keySet(),
                (one, other) -> mayBeSame(one, other, primal.shadows(), aliases, overwrites),
                facts);
        this.reversed =
                task.passes().contains(Pass.NEIGHBOURS) ? neighbours.apply(reverse.statements()) : reverse.statements();
    }

    /** With all passes. */
    public static Function of(Function function, List<Value> withRespectTo) {
        return of(function, withRespectTo, Pass.ALL);
    }

    /** With all passes. */
    public static Function gradient(Function function, List<Value> withRespectTo) {
        return gradient(function, withRespectTo, Pass.ALL);
    }

    /** With all passes. */
    public static Pullback split(Function function, List<Value> withRespectTo) {
        return split(function, withRespectTo, Pass.ALL);
    }

    /**
     * The function that takes the parameters of {@code function}, then a seed for each result of a real type, then for each
     * array of {@code withRespectTo} the buffer that its adjoint is added to; and that results in the results of
     * {@code function}, then the adjoints of the scalars of {@code withRespectTo}.
     */
    public static Function of(Function function, List<Value> withRespectTo, Set<Pass> passes) {
        Vjp vjp = fused(Task.of(function, withRespectTo, passes), Seed.PARAMETER);
        List<Value> results = new ArrayList<>(function.results());
        results.addAll(vjp.adjoints);
        return vjp.whole("Vjp", function.parameters(), results);
    }

    /**
     * The function that takes the parameters of {@code function}, which has one result, a real scalar, then for each array
     * of {@code withRespectTo} the buffer that its adjoint is added to; and that results in the adjoints of the scalars of
     * {@code withRespectTo}. The seed is 1 and the value is not asked for, so what only they need is not there.
     */
    public static Function gradient(Function function, List<Value> withRespectTo, Set<Pass> passes) {
        Vjp vjp = fused(Task.of(function, withRespectTo, passes), Seed.ONE);
        return vjp.whole("Gradient", function.parameters(), vjp.adjoints);
    }

    /** Both sweeps in one function. */
    private Function whole(String suffix, List<Value> primals, List<Value> results) {
        List<Statement> statements = new ArrayList<>(forward.root(statement -> !fusion.isLate(statement)));
        statements.addAll(reversed);
        statements.addAll(forward.root(statement -> fusion.isLate(statement) && !fusion.isFused(statement)));
        List<Value> parameters = new ArrayList<>(primals);
        parameters.addAll(seeds);
        parameters.addAll(buffers);
        return new Function(function.name() + suffix, new Region(parameters, statements, results));
    }

    /** Fuses every loop that can be; which those are shows in the writing. */
    private static Vjp fused(Task task, Seed scalarSeed) {
        Restores restores = task.restores();
        List<For> loops = task.independent(Primal.of(restores.function(), task.withRespectTo()));
        while (true) {
            Vjp vjp = new Vjp(task, restores, scalarSeed, loops, false);
            if (vjp.fusion.failed().isEmpty()) {
                return vjp;
            }
            loops.removeAll(vjp.fusion.failed());
        }
    }

    /** Whether an array of adjoints may be the same object as another array. */
    private static boolean mayBeSame(
            Value one, Value other, Map<Value, Value> shadows, Aliases aliases, Overwrites overwrites) {
        Value first = shadows.get(one);
        Value second = shadows.get(other);
        return one == other
                || first != null
                        && second != null
                        && first.type().equals(second.type())
                        && aliases.classOf(first) == aliases.classOf(second)
                        && !overwrites.isMadeAfter(first, second)
                        && !overwrites.isMadeAfter(second, first);
    }

    /** The same in two functions, cut between the sweeps. */
    public static Pullback split(Function function, List<Value> withRespectTo, Set<Pass> passes) {
        Task task = Task.of(function, withRespectTo, passes);
        if (task.shadows().areNeeded()) {
            return repeating(function, fused(task, Seed.PARAMETER));
        }
        // What is captured serves any number of reverse sweeps, so nothing in it may change.
        Vjp vjp = new Vjp(task, Restores.none(task.shadows().function()), Seed.PARAMETER, List.of(), true);
        List<Statement> forward = vjp.forward.root(statement -> true);
        Set<Value> captured = freeIn(new Region(List.of(), vjp.reversed, vjp.adjoints));
        captured.removeAll(vjp.seeds);
        captured.removeAll(vjp.buffers);
        List<Statement> reverse = new ArrayList<>(repeatable(forward, captured));
        reverse.forEach(statement -> captured.removeAll(statement.results()));
        reverse.addAll(vjp.reversed);
        List<Value> results = new ArrayList<>(function.results());
        results.addAll(captured);
        List<Value> parameters = new ArrayList<>(captured);
        parameters.addAll(vjp.seeds);
        parameters.addAll(vjp.buffers);
        return new Pullback(
                new Function(function.name() + "Forward", new Region(function.parameters(), forward, results)),
                new Function(function.name() + "Reverse", new Region(parameters, reverse, vjp.adjoints)));
    }

    /**
     * The same where arrays have their shadows beside them in the forward sweep: a reverse sweep leaves its sums in those, and
     * so needs new ones each time it is run. It runs forward itself; all that it captures are parameters, and of outputs, which
     * are written to each time, copies of what they held at first.
     */
    private static Pullback repeating(Function function, Vjp vjp) {
        Function reverse = vjp.whole("Reverse", function.parameters(), vjp.adjoints);
        List<Value> captured = new ArrayList<>(function.parameters());
        captured.retainAll(freeIn(reverse.body()));
        Builder before = new Builder();
        Builder again = new Builder();
        for (Value output : function.results()) {
            if (output.type().isArray() && captured.contains(output)) {
                Value start = Value.named(output.type(), output.name() + "Start");
                before.copy(start, output);
                again.copy(output, start);
                captured.set(captured.indexOf(output), start);
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
                        new Region(function.parameters(), join(before, function), results)),
                new Function(reverse.name(), new Region(parameters, join(again, reverse), vjp.adjoints)));
    }

    private static List<Statement> join(Builder first, Function then) {
        List<Statement> statements = new ArrayList<>(first.statements());
        statements.addAll(then.body().statements());
        return statements;
    }

    /** Whether {@link #split} really cuts: its reverse sweep does not run forward again. */
    static boolean isCut(Function function, List<Value> withRespectTo, Set<Pass> passes) {
        return !Task.of(function, withRespectTo, passes).shadows().areNeeded();
    }

    /** What is captured, but costs less to have again than to hand over: literals, and the lengths of captured arrays. */
    private static List<Statement> repeatable(List<Statement> forward, Set<Value> captured) {
        return forward.stream()
                .filter(statement -> captured.containsAll(statement.results())
                        && !statement.results().isEmpty())
                .filter(statement -> statement instanceof Constant
                        || statement instanceof Let let
                                && let.primitive() == Primitive.LENGTH
                                && captured.contains(let.argument(0)))
                .toList();
    }

    private void seed(Context root, Seed scalarSeed, Activity activity, Adjoints ledger, Availability primal) {
        for (Value input : withRespectTo) {
            if (input.type().isArray()) {
                Value buffer = shadows.of(input)
                        .orElseGet(() -> Value.named(input.type().derivative(), input.name() + "Bar"));
                buffers.add(buffer);
                root.shadows.put(input, buffer);
            }
        }
        for (Value result : function.results()) {
            if (scalarSeed == Seed.ONE) {
                ledger.add(result, root.algebra.number(1), root);
            } else if (result.type().isReal()) {
                Value seed = Value.named(result.type().derivative(), "seed");
                seeds.add(seed);
                if (!result.type().isArray()) {
                    ledger.add(result, seed, root);
                } else if (activity.isActive(result)) {
                    if (result.type().rank() == 1 && !primal.hasShadow(result, root)) {
                        primal.startShadow(result, seed, root);
                    } else {
                        ReverseSweep.addAll(primal.shadow(result, root), seed, reverse);
                    }
                }
            }
        }
    }

    /** The values that a region uses without defining them, in the order of their first use. */
    static Set<Value> freeIn(Region region) {
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
