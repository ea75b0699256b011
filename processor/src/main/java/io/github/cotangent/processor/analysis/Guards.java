package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Finds what is computed only where a branch has made sure that its argument is not zero. */
final class Guards {

    private final Map<Value, Statement> definitions;
    private final BiPredicate<Value, Value> isSame;
    private final Deque<Value> nonzero = new ArrayDeque<>();
    private final Set<Value> guarded = new HashSet<>();

    private Guards(Map<Value, Statement> definitions, BiPredicate<Value, Value> isSame) {
        this.definitions = definitions;
        this.isSame = isSame;
    }

    /**
     * The results of the applications whose first argument is not zero.
     *
     * @param isSame whether two values are computed in the same way
     */
    static Set<Value> in(Region body, Map<Value, Statement> definitions, BiPredicate<Value, Value> isSame) {
        Guards guards = new Guards(definitions, isSame);
        guards.region(body);
        return guards.guarded;
    }

    private void region(Region region) {
        int outside = nonzero.size();
        for (Statement statement : region.statements()) {
            if (statement instanceof If branch) {
                branch(branch);
            } else {
                statement.regions().forEach(this::region);
            }
            if (statement instanceof Let let
                    && nonzero.stream().anyMatch(known -> isSame.test(known, let.argument(0)))) {
                guarded.add(let.result());
            }
        }
        forgetTo(outside);
    }

    /** What holds on one side holds behind the branch too, where the other side throws. */
    private void branch(If branch) {
        int outside = nonzero.size();
        learn(branch.condition(), true);
        region(branch.then());
        forgetTo(outside);
        learn(branch.condition(), false);
        region(branch.otherwise());
        forgetTo(outside);
        if (branch.then().alwaysThrows() || branch.otherwise().alwaysThrows()) {
            learn(branch.condition(), branch.otherwise().alwaysThrows());
        }
    }

    private void forgetTo(int size) {
        while (nonzero.size() > size) {
            nonzero.pop();
        }
    }

    private void learn(Value condition, boolean holds) {
        Statement definition = definitions.get(condition);
        if (definition instanceof Let let && let.primitive() == Primitive.NOT) {
            learn(let.argument(0), !holds);
        } else if (definition instanceof Let let && let.primitive().isComparison()) {
            compared(let, holds);
        } else if (definition instanceof If choice) {
            choice(choice, condition, holds);
        }
    }

    /** {@code a && b} is {@code a ? b : false}: where it holds both do; {@code a || b} is {@code a ? true : b}. */
    private void choice(If choice, Value condition, boolean holds) {
        int index = choice.results().indexOf(condition);
        Value then = choice.then().results().get(index);
        Value otherwise = choice.otherwise().results().get(index);
        if (isLiteral(otherwise, !holds)) {
            learn(choice.condition(), true);
            learn(then, holds);
        } else if (isLiteral(then, !holds)) {
            learn(choice.condition(), false);
            learn(otherwise, holds);
        }
    }

    private boolean isLiteral(Value value, boolean literal) {
        return definitions.get(value) instanceof Constant constant
                && constant.literal().equals(literal);
    }

    /** A value that compares with a number in a way in which zero does not is no zero. */
    private void compared(Let comparison, boolean holds) {
        for (int i = 0; i < 2; i++) {
            if (definitions.get(comparison.argument(1 - i)) instanceof Constant constant
                    && constant.literal() instanceof Number number) {
                double[] sides = {number.doubleValue(), number.doubleValue()};
                sides[i] = 0;
                if (holds != compare(comparison.primitive(), sides[0], sides[1])) {
                    nonzero.push(comparison.argument(i));
                }
            }
        }
    }

    private static boolean compare(Primitive comparison, double a, double b) {
        return switch (comparison) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            default -> throw new IllegalArgumentException(comparison.toString());
        };
    }
}
