package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.diagnostics.Lint;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for code whose derivative is likely not what was meant. */
public final class Lints {

    /** A warning about the expression, or the parameter, that a value stands for. */
    public record Finding(Lint lint, Value value) {}

    private final Function function;
    private final Activity activity;
    private final Map<Value, Statement> definitions = new HashMap<>();
    private final Set<Value> harmless = new HashSet<>();
    private final Set<Value> guarded = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private Lints(Function function, List<Value> withRespectTo) {
        this.function = function;
        this.activity = Activity.of(function, Aliases.of(function), withRespectTo);
    }

    /**
     * The findings in their order.
     *
     * @param function without dead code
     */
    public static List<Finding> of(Function function, List<Value> withRespectTo) {
        Lints lints = new Lints(function, withRespectTo);
        lints.unused(withRespectTo);
        function.body().forEach(lints::see);
        lints.guarded.addAll(Guards.in(function.body(), lints.definitions, lints::isSame));
        function.body().forEach(lints::check);
        return lints.findings;
    }

    private void unused(List<Value> parameters) {
        Set<Value> used = new HashSet<>(function.results());
        function.body().forEach(statement -> {
            used.addAll(statement.operands());
            statement.regions().forEach(region -> used.addAll(region.results()));
        });
        parameters.stream()
                .filter(parameter -> !used.contains(parameter))
                .forEach(parameter -> findings.add(new Finding(Lint.UnusedParameter, parameter)));
    }

    /** A condition that only decides whether an exception is thrown chooses between no two derivatives. */
    private void see(Statement statement) {
        statement.results().forEach(result -> definitions.put(result, statement));
        if (statement instanceof If branch && isCheck(branch)) {
            excuse(branch.condition());
        }
    }

    private boolean isCheck(If branch) {
        boolean isAssertion =
                definitions.get(branch.condition()) instanceof Constant constant && constant.isAssertions();
        return isAssertion || branch.then().alwaysThrows() || branch.otherwise().alwaysThrows();
    }

    private void excuse(Value condition) {
        if (!harmless.add(condition)) {
            return;
        }
        Statement definition = definitions.get(condition);
        if (definition instanceof Let let) {
            let.arguments().forEach(this::excuse);
        } else if (definition instanceof If choice) {
            excuse(choice.condition());
            choice.regions().forEach(region -> region.results().forEach(this::excuse));
        }
    }

    private void check(Statement statement) {
        if (statement instanceof Let let && !harmless.contains(let.result())) {
            if (isRounding(let)) {
                find(Lint.RoundedValue, let, let.arguments().stream().anyMatch(activity::varies));
            } else if (let.primitive() == Primitive.EQUAL || let.primitive() == Primitive.NOT_EQUAL) {
                find(Lint.EqualityBranch, let, isExact(let));
            } else if (let.primitive() == Primitive.SQRT) {
                find(Lint.RootOfSquares, let, isSumOfSquares(let.argument(0)) && !guarded.contains(let.result()));
            }
        }
    }

    private void find(Lint lint, Let let, boolean holds) {
        if (holds) {
            findings.add(new Finding(lint, let.result()));
        }
    }

    private static boolean isRounding(Let let) {
        return switch (let.primitive()) {
            case CEIL, FLOOR, RINT, ROUND, SIGNUM, ULP, GET_EXPONENT -> true;
            case CAST -> let.argument(0).type().isReal() && !let.result().type().isReal();
            default -> false;
        };
    }

    /** Not {@code x != x}, nor a comparison with infinity. */
    private boolean isExact(Let comparison) {
        Value a = comparison.argument(0);
        Value b = comparison.argument(1);
        return a != b
                && !a.type().isArray()
                && !isSame(a, b)
                && Stream.of(a, b).anyMatch(activity::varies)
                && Stream.of(a, b).noneMatch(this::isInfinite);
    }

    private boolean isInfinite(Value value) {
        return definitions.get(value) instanceof Constant constant
                && constant.literal() instanceof Number number
                && !Double.isFinite(number.doubleValue());
    }

    private boolean isSumOfSquares(Value sum) {
        return definitions.get(sum) instanceof Let let
                && let.primitive() == Primitive.ADD
                && let.arguments().stream().allMatch(term -> isSquare(term) || isSumOfSquares(term));
    }

    private boolean isSquare(Value value) {
        if (!(definitions.get(value) instanceof Let let) || !activity.varies(value)) {
            return false;
        }
        return switch (let.primitive()) {
            case MULTIPLY -> isSame(let.argument(0), let.argument(1));
            case POW, STRICT_POW ->
                definitions.get(let.argument(1)) instanceof Constant exponent
                        && exponent.literal() instanceof Number number
                        && number.doubleValue() == 2;
            default -> false;
        };
    }

    /** Whether two values are computed in the same way from the same ones; loads might see a store between them. */
    private boolean isSame(Value a, Value b) {
        if (a == b) {
            return true;
        }
        if (definitions.get(a) instanceof Constant first && definitions.get(b) instanceof Constant second) {
            return first.literal().equals(second.literal());
        }
        if (!(definitions.get(a) instanceof Let first) || !(definitions.get(b) instanceof Let second)) {
            return false;
        }
        boolean isSame = first.primitive() == second.primitive()
                && !first.primitive().allocates()
                && first.arguments().size() == second.arguments().size();
        for (int i = 0; isSame && i < first.arguments().size(); i++) {
            isSame = isSame(first.argument(i), second.argument(i));
        }
        return isSame;
    }
}
