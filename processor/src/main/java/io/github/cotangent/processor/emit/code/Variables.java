package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.emit.code.Structure.Scope;
import io.github.cotangent.processor.emit.code.Structure.Site;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shares Java variables among values: the way out of static single assignment.
 *
 * <p>Values interfere if one is written while the other is still to be read. Starting from one variable a value (a carried
 * value of a loop is one throughout), variables that a copy connects are united where they do not interfere, then those
 * to which the user gave one name.
 */
final class Variables {

    /** A variable; its scope encloses all its values, and {@code site} is the statement that first writes to it. */
    static final class Variable {
        private final int id;
        private final List<Value> values = new ArrayList<>();
        private String name;
        private boolean fixed;
        private Site site;

        private Variable(int id, Value value, Site site) {
            this.id = id;
            this.name = value.name();
            this.site = site;
            values.add(value);
        }

        /** The name the user would give it, empty if none. */
        String name() {
            return name;
        }

        Value first() {
            return values.get(0);
        }

        Site site() {
            return site;
        }
    }

    private final Structure structure;
    private final Inlining inlining;
    private final Map<Value, Variable> variables = new HashMap<>();
    private final List<Variable> all = new ArrayList<>();
    private final List<BitSet> interference = new ArrayList<>();
    private final List<Value[]> copies = new ArrayList<>();
    private final Map<Statement, BitSet> readsOfLoops = new IdentityHashMap<>();

    /**
     * Shares variables.
     *
     * @param constants parameters that must not be assigned to
     */
    Variables(Function function, Structure structure, Inlining inlining, Set<Value> constants) {
        this.structure = structure;
        this.inlining = inlining;
        function.parameters().forEach(this::define);
        define(function.body());
        constants.forEach(value -> of(value).fixed = true);
        all.forEach(variable -> interference.add(new BitSet()));
        BitSet live = new BitSet();
        function.results().forEach(result -> use(result, live));
        findReads(function.body());
        before(function.body(), live);
        write(ids(function.parameters()), live);
        unite();
    }

    Variable of(Value value) {
        return variables.get(value);
    }

    /** The variables that the expression for a value reads. */
    Set<Variable> reads(Value value) {
        Set<Variable> reads = new HashSet<>();
        inlining.leaves(value, leaf -> reads.add(of(leaf)));
        return reads;
    }

    private void define(Region region) {
        for (Statement statement : region.statements()) {
            for (Value result : statement.results()) {
                if (!inlining.isInlined(result)) {
                    define(result);
                }
            }
            if (statement instanceof For loop) {
                define(loop.index());
                of(loop.index()).fixed = true;
                carry(loop.carried(), loop.results());
                copies(loop.results(), loop.body().results());
                copies(loop.results(), loop.initial());
            } else if (statement instanceof While loop) {
                carry(loop.condition().parameters(), loop.results());
                carry(loop.body().parameters(), loop.results());
                copies(loop.results(), loop.body().results());
                copies(loop.results(), loop.initial());
            } else if (statement instanceof If branch && !inlining.isChoice(branch)) {
                copies(branch.results(), branch.then().results());
                copies(branch.results(), branch.otherwise().results());
            }
            statement.regions().forEach(this::define);
        }
    }

    private void define(Value value) {
        Variable variable = new Variable(all.size(), value, structure.site(value));
        all.add(variable);
        variables.put(value, variable);
    }

    private void carry(List<Value> parameters, List<Value> results) {
        for (int i = 0; i < parameters.size(); i++) {
            Variable variable = of(results.get(i));
            variables.put(parameters.get(i), variable);
            variable.values.add(parameters.get(i));
        }
    }

    private void copies(List<Value> targets, List<Value> sources) {
        for (int i = 0; i < targets.size(); i++) {
            copies.add(new Value[] {targets.get(i), sources.get(i)});
        }
    }

    // Liveness, backwards: what is live after a statement becomes what is live before it.

    private void before(Region region, BitSet live) {
        for (int i = region.statements().size() - 1; i >= 0; i--) {
            before(region.statements().get(i), live);
        }
    }

    private void before(Statement statement, BitSet live) {
        if (statement instanceof For loop) {
            beforeFor(loop, live);
        } else if (statement instanceof While loop) {
            beforeWhile(loop, live);
        } else if (statement instanceof If branch && !inlining.isChoice(branch)) {
            beforeIf(branch, live);
        } else if (statement instanceof Call || !inlining.isInlined(statement)) {
            write(ids(statement.results()), live);
            Inlining.parts(statement).forEach(part -> use(part, live));
        }
    }

    private void beforeIf(If branch, BitSet live) {
        write(ids(branch.results()), live);
        BitSet otherwise = (BitSet) live.clone();
        beforeBranch(branch.then(), live);
        beforeBranch(branch.otherwise(), otherwise);
        live.or(otherwise);
        use(branch.condition(), live);
    }

    private void beforeBranch(Region region, BitSet live) {
        region.results().forEach(result -> use(result, live));
        before(region, live);
    }

    /** What an iteration reads of the outside is live wherever the loop is: one pass over the body is enough. */
    private void beforeFor(For loop, BitSet live) {
        BitSet carried = ids(loop.carried());
        BitSet index = ids(List.of(loop.index()));
        use(loop.to(), live);
        live.or(carried);
        live.or(readsOfLoops.get(loop));
        BitSet body = (BitSet) live.clone();
        body.or(index);
        beforeBody(loop.body(), carried, body);
        write(index, body);
        write(index, live);
        use(loop.from(), live);
        write(carried, live);
        loop.initial().forEach(initial -> use(initial, live));
    }

    private void beforeWhile(While loop, BitSet live) {
        BitSet carried = ids(loop.results());
        live.or(carried);
        live.or(readsOfLoops.get(loop));
        beforeBody(loop.body(), carried, (BitSet) live.clone());
        beforeBranch(loop.condition(), (BitSet) live.clone());
        write(carried, live);
        loop.initial().forEach(initial -> use(initial, live));
    }

    /** Finds what each loop reads of the variables around it; gives the same for a region. */
    private BitSet findReads(Region region) {
        BitSet reads = new BitSet();
        BitSet written = ids(region.parameters());
        for (Statement statement : region.statements()) {
            if (!statement.regions().isEmpty()) {
                BitSet inside = new BitSet();
                statement.regions().forEach(inner -> inside.or(findReads(inner)));
                if (statement instanceof For || statement instanceof While) {
                    readsOfLoops.put(statement, inside);
                }
                reads.or(inside);
            }
            statement.operands().forEach(operand -> use(operand, reads));
            addIds(statement.results(), written);
        }
        region.results().forEach(result -> use(result, reads));
        reads.andNot(written);
        return reads;
    }

    private void beforeBody(Region body, BitSet carried, BitSet live) {
        write(carried, live);
        beforeBranch(body, live);
    }

    private BitSet ids(List<Value> values) {
        BitSet ids = new BitSet();
        addIds(values, ids);
        return ids;
    }

    private void addIds(List<Value> values, BitSet ids) {
        for (Value value : values) {
            if (!inlining.isInlined(value)) {
                ids.set(of(value).id);
            }
        }
    }

    private void use(Value value, BitSet live) {
        inlining.leaves(value, leaf -> live.set(of(leaf).id));
    }

    /** What is written at once must differ from each other and from all that is still to be read. */
    private void write(BitSet written, BitSet live) {
        live.or(written);
        for (int id = written.nextSetBit(0); id >= 0; id = written.nextSetBit(id + 1)) {
            interference.get(id).or(live);
            for (int other = live.nextSetBit(0); other >= 0; other = live.nextSetBit(other + 1)) {
                interference.get(other).set(id);
            }
        }
        live.andNot(written);
    }

    private void unite() {
        for (Value[] copy : copies) {
            if (!inlining.isInlined(copy[1])) {
                Variable target = of(copy[0]);
                Variable source = of(copy[1]);
                boolean sourceIsTemporary = source.name.isEmpty() && !isParameter(source);
                if (source.name.equals(target.name) || sourceIsTemporary) {
                    unite(target, source);
                }
            }
        }
        Map<String, List<Variable>> named = new HashMap<>();
        for (Variable variable : List.copyOf(all)) {
            if (!variable.name.isEmpty() && of(variable.first()) == variable) {
                named.computeIfAbsent(variable.name, unused -> new ArrayList<>())
                        .add(variable);
            }
        }
        named.values().forEach(this::uniteNamed);
    }

    private boolean isParameter(Variable variable) {
        return structure.root().region.parameters().contains(variable.first());
    }

    private void uniteNamed(List<Variable> sameName) {
        for (int i = 0; i < sameName.size(); i++) {
            Variable a = sameName.get(i);
            for (int j = i + 1; j < sameName.size() && of(a.first()) == a; j++) {
                Variable b = sameName.get(j);
                if (of(b.first()) == b && a != b && isReassignment(a, b)) {
                    unite(a, b);
                }
            }
        }
    }

    /** Whether b is first written after a and beside it; further inside, a variable of its own reads better. */
    private static boolean isReassignment(Variable a, Variable b) {
        return b.site.scope() == a.site.scope() && a.site.index() <= b.site.index();
    }

    private void unite(Variable a, Variable b) {
        boolean interfere = interference.get(a.id).get(b.id);
        boolean sameType = a.first().type().equals(b.first().type());
        if (a == b || a.fixed || b.fixed || interfere || !sameType) {
            return;
        }
        Variable united = isFirst(b, a) ? b : a;
        Variable gone = united == a ? b : a;
        united.name = a.name.isEmpty() ? b.name : a.name;
        united.values.addAll(gone.values);
        united.site = earliest(a.site, b.site);
        gone.values.forEach(value -> variables.put(value, united));
        BitSet neighbours = interference.get(gone.id);
        interference.get(united.id).or(neighbours);
        neighbours.stream().forEach(other -> interference.get(other).set(united.id));
    }

    private static boolean isFirst(Variable a, Variable b) {
        Scope common = a.site.scope().commonWith(b.site.scope());
        return a.site.in(common).index() < b.site.in(common).index();
    }

    private static Site earliest(Site a, Site b) {
        Scope common = a.scope().commonWith(b.scope());
        Site inA = a.in(common);
        Site inB = b.in(common);
        return inA.index() <= inB.index() ? inA : inB;
    }
}
