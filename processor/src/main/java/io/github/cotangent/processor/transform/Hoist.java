package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Memory;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes before a counted loop what is the same in all its iterations, if it costs something: functions and divisions of
 * real numbers, and elements of arrays. Since the loop may have no iteration at all, only what cannot fail is moved: an element
 * is loaded earlier only where its index runs over the whole array in a loop around.
 */
public final class Hoist {

    private final Aliases aliases;
    private final Map<Value, Statement> definitions = new HashMap<>();
    private final Map<Value, For> indices = new HashMap<>();

    private Hoist(Function function) {
        this.aliases = Aliases.of(function);
        function.body().forEach(statement -> {
            statement.results().forEach(result -> definitions.put(result, statement));
            if (statement instanceof For loop) {
                indices.put(loop.index(), loop);
            }
        });
    }

    public static Function apply(Function function) {
        return new Function(function.name(), new Hoist(function).region(function.body()));
    }

    private Region region(Region region) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            if (statement instanceof For loop) {
                loop(loop, statements);
            } else {
                statements.add(statement.withBodies(this::region));
            }
        }
        return new Region(region.parameters(), statements, region.results());
    }

    private void loop(For loop, List<Statement> before) {
        Region body = region(loop.body());
        Set<Value> inside = new HashSet<>(body.parameters());
        body.statements().forEach(statement -> inside.addAll(statement.results()));
        Set<Value> written = Memory.of(loop, aliases).written();
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : body.statements()) {
            boolean isSteady = statement instanceof Let let
                    && let.arguments().stream().noneMatch(inside::contains)
                    && isWorthIt(let)
                    && (let.primitive() != Primitive.LOAD || isSafe(let, written));
            if (isSteady) {
                before.add(statement);
                inside.removeAll(statement.results());
            } else {
                kept.add(statement);
            }
        }
        before.add(new For(
                loop.from(),
                loop.test(),
                loop.to(),
                loop.step(),
                loop.initial(),
                new Region(body.parameters(), kept, body.results()),
                loop.results(),
                loop.position()));
    }

    /** Of the functions of real numbers only one can fail: where its bounds are in disorder. */
    private static boolean isWorthIt(Let let) {
        boolean isReal = let.result().type().isRealScalar()
                && let.arguments().get(0).type().isReal();
        return isReal
                && switch (let.primitive()) {
                    case LOAD, DIVIDE -> true;
                    case CLAMP -> false;
                    default -> let.primitive().form() == Primitive.Form.STATIC;
                };
    }

    private boolean isSafe(Let load, Set<Value> written) {
        Value array = load.argument(0);
        For loop = indices.get(load.argument(1));
        return loop != null
                && !written.contains(aliases.cellsOf(array))
                && loop.step() == 1
                && loop.test() == Primitive.LESS
                && isNatural(definitions.get(loop.from()))
                && isLengthOf(array, loop.to());
    }

    private static boolean isNatural(Statement definition) {
        return definition instanceof Constant constant && constant.literal() instanceof Integer number && number >= 0;
    }

    private boolean isLengthOf(Value array, Value length) {
        boolean isAsked = definitions.get(length) instanceof Let let
                && let.primitive() == Primitive.LENGTH
                && let.argument(0) == array;
        boolean isGiven = definitions.get(array) instanceof Let let
                && let.primitive() == Primitive.NEW_ARRAY
                && let.argument(0) == length;
        return isAsked || isGiven;
    }
}
