package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.rules.Algebra;
import io.github.cotangent.processor.rules.Rules;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which values of the primal the reverse sweep reads: only what a partial derivative really uses. */
public final class Needs {

    private final Activity activity;
    private final Algebra.Facts facts;
    private final Set<Value> needs = new LinkedHashSet<>();

    private Needs(Activity activity, Algebra.Facts facts) {
        this.activity = activity;
        this.facts = facts;
    }

    /**
     * Finds what is needed.
     *
     * @param isReversed whether a statement is reversed if it is active
     */
    public static Set<Value> of(
            Function function, Activity activity, Predicate<Statement> isReversed, Algebra.Facts facts) {
        Needs needs = new Needs(activity, facts);
        function.body().forEach(statement -> {
            if (activity.isActive(statement) && isReversed.test(statement)) {
                needs.statement(statement);
            }
        });
        return needs.needs;
    }

    private void statement(Statement statement) {
        if (statement instanceof Let let) {
            let(let);
        } else if (statement instanceof Store store && !store.element().type().isArray()) {
            needs.add(store.index());
        } else if (statement instanceof Call call) {
            call.arguments().stream()
                    .filter(argument -> !call.written().contains(argument))
                    .forEach(needs::add);
        } else if (statement instanceof If branch) {
            needs.add(branch.condition());
        } else if (statement instanceof For loop) {
            needs.add(loop.from());
            needs.add(loop.to());
        }
    }

    private void let(Let let) {
        if (let.result().type().isArray()) {
            return;
        }
        if (let.primitive() == Primitive.LOAD) {
            needs.add(let.argument(1));
            return;
        }
        for (int i = 0; i < let.arguments().size(); i++) {
            if (activity.isActive(let.argument(i)) && Rules.isDifferentiable(let, i)) {
                needs.addAll(Rules.reads(let, i, facts));
            }
        }
    }
}
