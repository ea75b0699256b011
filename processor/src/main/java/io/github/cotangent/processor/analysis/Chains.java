package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
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
import io.github.cotangent.processor.rules.Algebra;
import io.github.cotangent.processor.rules.Rules;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pieces of code that vary with one number and give one number: Horner's scheme, a distribution function, Newton's
 * iteration.
 *
 * <p>All that lies between the two is used nowhere else, but where it makes no difference to derivatives. A chain holds no
 * element of an array that varies, no call, no exception, and no function whose slope may be infinite: for those, what comes
 * first matters, the slope or the zero that it is multiplied with.
 */
public final class Chains {

    /**
     * A chain.
     *
     * @param entry what it varies with
     * @param statements statements of one region, in their order; there may be others between them
     * @param exit a result of the last of them
     */
    public record Chain(Value entry, List<Statement> statements, Value exit) {

        public Chain {
            statements = List.copyOf(statements);
        }

        public Statement last() {
            return statements.get(statements.size() - 1);
        }
    }

    /** So many statements more are looked at without finding a longer chain. */
    private static final int PATIENCE = 100;

    private final Activity activity;
    private final Links loops;
    private final Set<Value> others;
    private final Algebra.Facts facts = new Algebra.Facts();
    private final Map<Value, Set<Statement>> users = new HashMap<>();
    private final Set<Value> leaving = new HashSet<>();

    /** Where in its region a statement defines a value. */
    private final Map<Value, Integer> places = new HashMap<>();

    private final Map<Statement, Set<Value>> inputs = new IdentityHashMap<>();
    private final Map<Statement, Chain> chains = new IdentityHashMap<>();

    private Chains(Activity activity, Links loops, Set<Value> others) {
        this.activity = activity;
        this.loops = loops;
        this.others = others;
    }

    /** What may be part of a chain. */
    public enum Links {
        LOOPS,
        NO_LOOPS,
        /** There are to be no chains. */
        NOTHING
    }

    /**
     * Finds the longest chains of a function.
     *
     * @param others what no chain begins with
     */
    public static Chains of(Function function, Activity activity, Links loops, Set<Value> others) {
        Chains chains = new Chains(activity, loops, others);
        function.body().forEach(chains.facts::see);
        if (loops != Links.NOTHING) {
            chains.region(function.body());
        }
        return chains;
    }

    /** The chain that a statement belongs to. */
    public Optional<Chain> around(Statement statement) {
        return Optional.ofNullable(chains.get(statement));
    }

    private void region(Region region) {
        leaving.addAll(region.results());
        List<Statement> statements = region.statements();
        for (int end : ends(statements)) {
            if (!chains.containsKey(statements.get(end))) {
                longest(statements, end)
                        .ifPresent(chain -> chain.statements().forEach(each -> chains.put(each, chain)));
            }
        }
        for (Statement statement : statements) {
            if (!chains.containsKey(statement)) {
                statement.regions().forEach(this::region);
            }
        }
    }

    private static Set<Statement> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Where chains may end, the last place first: a value near enough that one may begin with dominates the result. */
    private Deque<Integer> ends(List<Statement> statements) {
        Deque<Integer> ends = new ArrayDeque<>();
        Dominators dominators = new Dominators(PATIENCE);
        boolean hasLoops = statements.stream().anyMatch(Chains::isLoop);
        places.clear();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            Set<Value> inputs = inputs(statement);
            inputs.forEach(
                    input -> users.computeIfAbsent(input, none -> identitySet()).add(statement));
            for (Value result : statement.results()) {
                places.put(result, i);
                dominators.define(result, inputs);
            }
            if (statement.results().stream()
                    .flatMap(exit -> dominators.of(exit).stream())
                    .anyMatch(entry ->
                            isEntry(entry) && (hasLoops || users.get(entry).size() > 1))) {
                ends.push(i);
            }
        }
        return ends;
    }

    /** The longest chain that ends with a statement: what it varies with is resolved, the latest first, while that is possible. */
    private Optional<Chain> longest(List<Statement> statements, int end) {
        List<Value> exits = varying(statements.get(end));
        if (exits.size() != 1 || !isLink(statements.get(end))) {
            return Optional.empty();
        }
        Search search = new Search(exits.get(0));
        search.add(end, statements.get(end));
        while (search.goesOn()) {
            int latest = search.latest();
            Statement statement = statements.get(latest);
            if (isLink(statement) && !chains.containsKey(statement) && leadsOnlyTo(search.links, statement)) {
                search.add(latest, statement);
            } else {
                search.stop(statement);
            }
        }
        return search.best;
    }

    /** A chain that grows from its end. */
    private final class Search {

        private final Value exit;
        private final Set<Statement> links = identitySet();
        private final TreeMap<Integer, Statement> found = new TreeMap<>();
        private final Set<Value> open = new LinkedHashSet<>();
        private final Set<Value> entries = new HashSet<>();
        private Optional<Chain> best = Optional.empty();
        private int inVain;

        Search(Value exit) {
            this.exit = exit;
        }

        boolean goesOn() {
            return !open.isEmpty() && entries.size() <= 1 && inVain < PATIENCE;
        }

        int latest() {
            return open.stream().mapToInt(places::get).max().orElseThrow();
        }

        void add(int place, Statement statement) {
            links.add(statement);
            found.put(place, statement);
            open.removeAll(statement.results());
            inputs(statement).forEach(input -> (places.containsKey(input) ? open : entries).add(input));
            inVain++;
            if (open.size() + entries.size() == 1) {
                Value entry = Stream.concat(open.stream(), entries.stream())
                        .findFirst()
                        .orElseThrow();
                if (isWorthIt(entry, found.values())) {
                    best = Optional.of(new Chain(entry, List.copyOf(found.values()), exit));
                    inVain = 0;
                }
            }
        }

        /** The chain cannot go on through a statement. */
        void stop(Statement statement) {
            for (Value result : statement.results()) {
                if (open.remove(result)) {
                    entries.add(result);
                }
            }
        }
    }

    /** Whether the slope saves anything: a product for each use of the entry but one, or all that a loop would have to keep. */
    private boolean isWorthIt(Value entry, Collection<Statement> statements) {
        if (!isEntry(entry)) {
            return false;
        }
        long uses =
                statements.stream().filter(each -> inputs(each).contains(entry)).count();
        return uses > 1 || statements.stream().anyMatch(Chains::isLoop);
    }

    private boolean isEntry(Value value) {
        return value.type().isRealScalar() && !others.contains(value);
    }

    private static boolean isLoop(Statement statement) {
        return statement instanceof For || statement instanceof While;
    }

    private boolean leadsOnlyTo(Set<Statement> links, Statement statement) {
        return varying(statement).stream()
                .allMatch(value -> !leaving.contains(value) && links.containsAll(users.getOrDefault(value, Set.of())));
    }

    private List<Value> varying(Statement statement) {
        return statement.results().stream().filter(activity::isActive).toList();
    }

    /** What a statement passes derivatives to. */
    private Set<Value> inputs(Statement statement) {
        Set<Value> known = inputs.get(statement);
        if (known == null) {
            known = inputsOf(statement);
            inputs.put(statement, known);
        }
        return known;
    }

    private Set<Value> inputsOf(Statement statement) {
        Set<Value> inputs = new LinkedHashSet<>();
        if (statement instanceof Let let) {
            for (int i = 0; i < let.arguments().size(); i++) {
                if (activity.isActive(let.result())
                        && activity.isActive(let.argument(i))
                        && Rules.isDifferentiable(let, i)) {
                    inputs.add(let.argument(i));
                }
            }
            return inputs;
        }
        statement.operands().stream().filter(activity::isActive).forEach(inputs::add);
        Set<Value> inside = new HashSet<>();
        statement.regions().forEach(region -> {
            inside.addAll(region.parameters());
            region.forEach(each -> {
                inside.addAll(each.results());
                each.regions().forEach(inner -> inside.addAll(inner.parameters()));
            });
        });
        statement.regions().forEach(region -> {
            region.statements().forEach(each -> inputs.addAll(inputs(each)));
            region.results().stream().filter(activity::isActive).forEach(inputs::add);
        });
        inputs.removeAll(inside);
        return inputs;
    }

    private boolean isLink(Statement statement) {
        if (varying(statement).isEmpty() && !(statement instanceof Constant)) {
            return false;
        }
        boolean isAllowed = loops == Links.LOOPS || !isLoop(statement);
        return isAllowed
                && isHarmless(statement)
                && statement.regions().stream().allMatch(this::isHarmless);
    }

    private boolean isHarmless(Region region) {
        return region.statements().stream()
                .allMatch(each -> isHarmless(each) && each.regions().stream().allMatch(this::isHarmless));
    }

    private boolean isHarmless(Statement statement) {
        if (statement instanceof Let let) {
            boolean isMemory = let.result().type().isArray() || let.primitive() == Primitive.LOAD;
            return isMemory
                    ? !activity.isActive(let.result()) && !let.primitive().allocates()
                    : Rules.isBounded(let, facts);
        }
        return statement instanceof Constant
                || statement instanceof If
                || statement instanceof For
                || statement instanceof While
                || !(statement instanceof Store || statement instanceof Call || statement.mayThrow());
    }
}
