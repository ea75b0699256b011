package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where a function's values are defined and used. */
final class Structure {

    /** A region in its place: inside statement number {@code index} of another region. Compared by identity. */
    static final class Scope {
        final Region region;
        final Scope parent;
        final int index;

        private Scope(Region region, Scope parent, int index) {
            this.region = region;
            this.parent = parent;
            this.index = index;
        }

        boolean isBranch() {
            return parent != null && parent.region.statements().get(index) instanceof If;
        }

        boolean isWithin(Scope other) {
            return this == other || (parent != null && parent.isWithin(other));
        }

        private int depth() {
            return parent == null ? 0 : 1 + parent.depth();
        }

        Scope commonWith(Scope other) {
            if (this == other) {
                return this;
            }
            return depth() >= other.depth() ? parent.commonWith(other) : commonWith(other.parent);
        }
    }

    /** A point of a scope: its statement number {@code index}; -1 is the start, the number of statements the end. */
    record Site(Scope scope, int index) {

        /** The point of an enclosing scope at which this one lies. */
        Site in(Scope outer) {
            return scope == outer ? this : new Site(scope.parent, scope.index).in(outer);
        }
    }

    /** A use by a statement, or by the results of a region, where {@code user} is null. */
    record Use(Site site, Statement user) {}

    /** A value from its definition to its uses. */
    private static final class Life {
        private Site site;
        private Statement definition;
        private List<Use> uses = List.of();

        private void add(Use use) {
            if (uses.isEmpty()) {
                uses = new ArrayList<>(2);
            }
            uses.add(use);
        }
    }

    private final Scope root;
    private final Map<Value, Life> lives = new HashMap<>();
    private final Map<Statement, List<Scope>> scopes = new IdentityHashMap<>();

    Structure(Function function) {
        root = new Scope(function.body(), null, -1);
        visit(root);
    }

    private void visit(Scope scope) {
        List<Statement> statements = scope.region.statements();
        scope.region.parameters().forEach(parameter -> life(parameter).site = new Site(scope, -1));
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            Site site = new Site(scope, i);
            Use use = new Use(site, statement);
            for (Value operand : statement.operands()) {
                use(operand, use);
            }
            if (!statement.regions().isEmpty()) {
                List<Scope> inner = new ArrayList<>();
                for (Region region : statement.regions()) {
                    inner.add(new Scope(region, scope, i));
                }
                scopes.put(statement, inner);
                inner.forEach(this::visit);
            }
            for (Value result : statement.results()) {
                Life life = life(result);
                life.site = site;
                life.definition = statement;
            }
        }
        Site end = new Site(scope, statements.size());
        scope.region.results().forEach(result -> use(result, new Use(end, null)));
    }

    private void use(Value value, Use use) {
        life(value).add(use);
    }

    private Life life(Value value) {
        return lives.computeIfAbsent(value, unused -> new Life());
    }

    Scope root() {
        return root;
    }

    /** Where a value comes to be. */
    Site site(Value value) {
        return life(value).site;
    }

    /** The statement that a value is a result of; null for a parameter. */
    Statement definition(Value value) {
        return life(value).definition;
    }

    List<Use> uses(Value value) {
        return life(value).uses;
    }

    /** The scopes of a statement's regions. */
    List<Scope> scopes(Statement statement) {
        return scopes.getOrDefault(statement, List.of());
    }
}
