package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.analysis.Memory;
import io.github.cotangent.processor.analysis.Overwrites;
import io.github.cotangent.processor.analysis.Storage;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arrays whose former elements are put back by the reverse sweep, store by store, so that all that was loaded from them can
 * be loaded again: where elements are read more often than they are written, that keeps less than to keep what was read.
 *
 * <p>A store keeps the element that it overwrites. When its turn comes in the reverse sweep, that is put back; then the array
 * is again as it was before the store.
 */
final class Restores {

    /** A loop is taken to run so often. */
    private static final double USUAL_TRIPS = 10;

    /** A store that is undone loads, keeps and stores; a value that is kept is only stored and loaded. */
    private static final double COST_OF_STORE = 1.5;

    private final Map<Store, Value> former = new IdentityHashMap<>();
    private final Set<Value> loads = new HashSet<>();
    private Function function;

    private Restores(Function function) {
        this.function = function;
    }

    /** Nothing is put back. */
    static Restores none(Function function) {
        return new Restores(function);
    }

    /**
     * Decides for which arrays that is worth it.
     *
     * @param needs what the reverse sweep needs to know
     * @param fused loops that may run in the reverse sweep
     */
    static Restores of(Primal primal, Set<Value> needs, List<For> fused) {
        Function function = primal.function();
        Aliases aliases = primal.aliases();
        Plan plan = new Plan(primal, needs, fused);
        Restores restores = new Restores(function);
        Set<Value> classes = plan.chosen();
        if (!classes.isEmpty()) {
            restores.loads.addAll(plan.loads(classes));
            restores.function = new Function(function.name(), restores.region(function.body(), classes, aliases));
        }
        return restores;
    }

    /** The function, which keeps what it overwrites. */
    Function function() {
        return function;
    }

    /** Whether what a load has given can be loaded again in the reverse sweep, since the array has been put back by then. */
    boolean covers(Let load) {
        return loads.contains(load.result());
    }

    /** What a store has overwritten and the reverse sweep puts back. */
    Optional<Value> former(Store store) {
        return Optional.ofNullable(former.get(store));
    }

    /** What the reverse sweep needs to know to put elements back. */
    List<Value> needs() {
        List<Value> needs = new ArrayList<>();
        former.forEach((store, value) -> {
            needs.add(value);
            needs.add(store.index());
        });
        return needs;
    }

    private Region region(Region region, Set<Value> classes, Aliases aliases) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            if (statement instanceof Store store && classes.contains(aliases.cellsOf(store.array()))) {
                Value value = Value.unnamed(store.array().type().element());
                statements.add(new Let(value, Primitive.LOAD, List.of(store.array(), store.index()), store.position()));
                former.put(store, value);
            }
            statements.add(statement.withBodies(inner -> region(inner, classes, aliases)));
        }
        return new Region(region.parameters(), statements, region.results());
    }

    /** The decision. */
    private static final class Plan {

        private final Function function;
        private final Set<Value> needs;
        private final Aliases aliases;
        private final Overwrites overwrites;
        private final Frames frames;
        private final Map<Value, List<Store>> stores = new HashMap<>();
        private final Map<Value, List<Let>> unstable = new HashMap<>();
        private final Map<Value, List<Statement>> users = new HashMap<>();
        private final Set<Value> excluded = new HashSet<>();

        Plan(Primal primal, Set<Value> needs, List<For> fused) {
            this.function = primal.function();
            this.needs = needs;
            this.aliases = primal.aliases();
            this.overwrites = primal.overwrites();
            this.frames = primal.frames();
            function.parameters().forEach(this::exclude);
            function.results().forEach(this::exclude);
            Fusion.late(function, fused, aliases)
                    .forEach(statement ->
                            excluded.addAll(Memory.of(statement, aliases).read()));
            fused.forEach(loop -> loop.body().forEach(statement -> {
                if (statement instanceof Store store
                        && !frames.of(store.array()).isWithin(frames.of(loop.body()))) {
                    exclude(store.array());
                }
            }));
            function.body().forEach(statement -> see(statement, primal.activity()));
        }

        private void exclude(Value value) {
            if (value.type().isArray()) {
                excluded.addAll(aliases.reachedFrom(value));
            }
        }

        private void see(Statement statement, Activity activity) {
            statement.operands().forEach(operand -> use(operand, statement));
            statement.regions().forEach(region -> region.results().forEach(result -> use(result, statement)));
            if (statement instanceof Store store) {
                if (store.element().type().isArray() || !activity.isActive(store.array())) {
                    exclude(store.array());
                } else {
                    stores.computeIfAbsent(aliases.cellsOf(store.array()), none -> new ArrayList<>())
                            .add(store);
                }
            } else if (statement instanceof Call call) {
                call.written().forEach(this::exclude);
            } else if (statement instanceof Let let
                    && let.primitive() == Primitive.LOAD
                    && !let.result().type().isArray()
                    && !overwrites.isStable(let)
                    && isUsedInTime(let)) {
                unstable.computeIfAbsent(aliases.cellsOf(let.argument(0)), none -> new ArrayList<>())
                        .add(let);
            }
        }

        private void use(Value value, Statement user) {
            users.computeIfAbsent(value, none -> new ArrayList<>()).add(user);
        }

        Set<Value> loads(Set<Value> classes) {
            Set<Value> loads = new HashSet<>();
            classes.forEach(cells ->
                    unstable.get(cells).stream().filter(this::isUsedInTime).forEach(load -> loads.add(load.result())));
            return loads;
        }

        Set<Value> chosen() {
            Set<Value> chosen = new LinkedHashSet<>();
            double best = cost(chosen);
            for (Value cells : unstable.keySet()) {
                if (!excluded.contains(cells) && stores.containsKey(cells)) {
                    Set<Value> more = new LinkedHashSet<>(chosen);
                    more.add(cells);
                    double cost = cost(more);
                    if (cost < best) {
                        best = cost;
                        chosen = more;
                    }
                }
            }
            return chosen;
        }

        private double cost(Set<Value> classes) {
            Set<Value> loads = loads(classes);
            Storage storage = Storage.plan(
                    needs,
                    frames,
                    overwrites,
                    let -> loads.contains(let.result()),
                    store -> !classes.contains(aliases.cellsOf(store.array())));
            double kept = storage.saved().stream()
                    .mapToDouble(value -> runs(frames.of(value)))
                    .sum();
            double undone = classes.stream()
                    .flatMap(cells -> stores.get(cells).stream())
                    .mapToDouble(store -> runs(frames.of(store)))
                    .sum();
            return kept + COST_OF_STORE * undone;
        }

        private static double runs(Frame frame) {
            double runs = 1;
            for (Frame f = frame; !f.isRoot(); f = f.parent()) {
                runs *= f.isLoopBody() ? USUAL_TRIPS : 1;
            }
            return runs;
        }

        /**
         * Whether all that uses a loaded value comes before the next store to the array in the same run of its region. What
         * comes later is reversed earlier, when the store has not been undone.
         */
        private boolean isUsedInTime(Let load) {
            Frame frame = frames.of(load);
            Value cells = aliases.cellsOf(load.argument(0));
            List<Statement> statements = frame.region().statements();
            int last = lastUse(load.result(), frame, new HashSet<>());
            for (int i = indexOf(load, statements) + 1; i <= last; i++) {
                if (Memory.of(statements.get(i), aliases).written().contains(cells)) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Where in its region a value is used last, be it by way of others; -1 for nowhere. What leaves the region goes on as
         * another value.
         */
        private int lastUse(Value value, Frame frame, Set<Value> seen) {
            if (!seen.add(value)) {
                return -1;
            }
            List<Statement> statements = frame.region().statements();
            int last = -1;
            for (Statement user : users.getOrDefault(value, List.of())) {
                boolean isOnlyStored = user instanceof Store store && store.index() != value && store.array() != value;
                if (isOnlyStored || !frames.of(user).isWithin(frame)) {
                    continue;
                }
                last = Math.max(last, indexOf(frames.within(user, frame), statements));
                if (user instanceof Let || user instanceof If) {
                    for (Value result : user.results()) {
                        last = Math.max(last, lastUse(result, frame, seen));
                    }
                }
            }
            return last;
        }

        private static int indexOf(Statement statement, List<Statement> statements) {
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) == statement) {
                    return i;
                }
            }
            throw new IllegalStateException("not a statement of the region");
        }
    }
}
