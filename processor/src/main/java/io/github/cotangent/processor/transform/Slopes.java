package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Chains;
import io.github.cotangent.processor.analysis.Chains.Chain;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the slopes of {@linkplain Chains chains} in the forward sweep, beside the values.
 *
 * <p>Where everything between one value and another is of no other use, there is one number to know: the derivative of the
 * one by the other. Forward mode has it when it has the value; the reverse sweep then needs that number alone, and of a whole
 * loop in between nothing is kept.
 */
final class Slopes {

    /** The derivative of {@code exit} by {@code entry}. */
    record Slope(Value entry, Value exit, Value slope) {}

    private final Map<Value, Slope> slopes = new LinkedHashMap<>();
    private final Set<Value> covered = new HashSet<>();
    private final Algebra.Facts facts = new Algebra.Facts();
    private final Function function;

    private Slopes(Function function, List<Value> withRespectTo, Chains.Links links) {
        Activity activity = Activity.of(function, Aliases.of(function), withRespectTo);
        function.body().forEach(facts::see);
        Chains chains = Chains.of(function, activity, links, Set.of());
        this.function = new Function(function.name(), region(function.body(), chains));
    }

    static Slopes of(Function function, List<Value> withRespectTo, Chains.Links links) {
        return new Slopes(function, withRespectTo, links);
    }

    /** The function, which computes the slopes too. */
    Function function() {
        return function;
    }

    /** Whether the reverse of a statement is in the slope of a chain. */
    boolean covers(Statement statement) {
        return !statement.results().isEmpty() && covered.containsAll(statement.results());
    }

    /** The slope of the chain that a statement is the end of. */
    Optional<Slope> endingWith(Statement statement) {
        return statement.results().stream()
                .filter(slopes::containsKey)
                .map(slopes::get)
                .findFirst();
    }

    /** The slopes, in the order of their chains. */
    List<Value> values() {
        return slopes.values().stream().map(Slope::slope).toList();
    }

    private Region region(Region region, Chains chains) {
        Map<Chain, Jvp> tangents = new IdentityHashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            Optional<Chain> chain = chains.around(statement);
            if (chain.isEmpty()) {
                statements.add(statement.withBodies(inner -> region(inner, chains)));
                continue;
            }
            Builder builder = new Builder();
            Jvp jvp = tangents.computeIfAbsent(chain.get(), each -> Jvp.along(each, facts, builder));
            jvp.statement(statement, builder);
            if (statement == chain.get().last()) {
                Value slope = jvp.companion(chain.get().exit(), builder);
                slopes.put(
                        chain.get().exit(),
                        new Slope(chain.get().entry(), chain.get().exit(), slope));
            }
            builder.statements().forEach(written -> {
                statements.add(written);
                cover(written);
            });
        }
        return new Region(region.parameters(), statements, region.results());
    }

    private void cover(Statement statement) {
        covered.addAll(statement.results());
        statement.regions().forEach(inner -> inner.forEach(each -> covered.addAll(each.results())));
    }
}
