package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Covering;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Handovers;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loops that make a new array in each iteration, hand it on to the next and forget the one that they were handed, use that one
 * again: two arrays take turns.
 */
public final class Recycle {

    private final Handovers handovers;
    private final Frames frames;
    private final List<Value> parameters;

    private final Covering covering;

    private Recycle(Function function, Map<Value, Value> likes) {
        this.handovers = Handovers.of(function, Aliases.of(function), likes);
        this.frames = Frames.of(function);
        this.covering = new Covering(frames);
        this.parameters = function.parameters();
    }

    /**
     * The function with arrays that take turns.
     *
     * @param likes parameters that are known to be as long as others, and those
     */
    public static Function apply(Function function, Map<Value, Value> likes) {
        Recycle recycle = new Recycle(function, likes);
        return new Function(function.name(), recycle.region(function.body()));
    }

    private Region region(Region region) {
        Builder builder = new Builder();
        region.statements().forEach(statement -> write(statement, builder));
        return builder.region(region.parameters(), region.results());
    }

    private void write(Statement statement, Builder builder) {
        Statement inner = statement.withBodies(this::region);
        builder.at(statement.position());
        if (statement instanceof For loop) {
            builder.append(loop((For) inner, turns(loop.carried(), loop.body()), builder));
        } else if (statement instanceof While loop) {
            builder.append(loop((While) inner, turns(loop.body().parameters(), loop.body()), builder));
        } else {
            builder.append(inner);
        }
    }

    /**
     * An array that is used again.
     *
     * @param made the statement of a loop's body that makes a new array
     * @param forgotten the array that the iteration was handed, and does not hand on
     */
    private record Turn(Let made, Value forgotten) {}

    private List<Turn> turns(List<Value> carried, Region body) {
        List<Value> forgotten = new ArrayList<>(carried);
        forgotten.removeIf(array -> !handovers.covers(array) || handovers.isHandedOn(array) || isOfParameters(array));
        List<Turn> turns = new ArrayList<>();
        for (Value result : body.results()) {
            Optional<Let> made = made(result, body);
            made.flatMap(let -> forgotten.stream()
                            .filter(array -> handovers.areInTurn(array, result))
                            .findFirst())
                    .ifPresent(array -> {
                        forgotten.remove(array);
                        turns.add(new Turn(made.orElseThrow(), array));
                    });
        }
        return turns;
    }

    /** The statement that makes an array in each run of a body, of a length that is known outside. */
    private Optional<Let> made(Value array, Region body) {
        return handovers.covers(array)
                        && frames.definition(array).orElse(null) instanceof Let let
                        && let.primitive() == Primitive.NEW_ARRAY
                        && frames.of(let).region() == body
                        && handovers
                                .length(array)
                                .filter(length -> frames.of(body).parent().isWithin(frames.of(length)))
                                .isPresent()
                ? Optional.of(let)
                : Optional.empty();
    }

    /** Whether an array may be one of the caller's. */
    private boolean isOfParameters(Value array) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.type().isArray() && handovers.areInTurn(parameter, array));
    }

    private For loop(For loop, List<Turn> turns, Builder builder) {
        return new For(
                loop.from(),
                loop.test(),
                loop.to(),
                loop.step(),
                initial(loop.initial(), turns, builder),
                body(loop.body(), turns),
                withFresh(loop.results(), turns),
                loop.position());
    }

    private While loop(While loop, List<Turn> turns, Builder builder) {
        Region condition = loop.condition();
        return new While(
                initial(loop.initial(), turns, builder),
                new Region(withFresh(condition.parameters(), turns), condition.statements(), condition.results()),
                body(loop.body(), turns),
                withFresh(loop.results(), turns),
                loop.position());
    }

    private static List<Value> initial(List<Value> initial, List<Turn> turns, Builder builder) {
        List<Value> all = new ArrayList<>(initial);
        turns.forEach(turn -> all.add(builder.define(
                turn.made().result().fresh(), Primitive.NEW_ARRAY, turn.made().argument(0))));
        return all;
    }

    private static List<Value> withFresh(List<Value> values, List<Turn> turns) {
        List<Value> all = new ArrayList<>(values);
        turns.forEach(turn -> all.add(turn.made().result().fresh()));
        return all;
    }

    /** The body with the arrays as parameters, of which it makes zeros where it had made them. */
    private Region body(Region body, List<Turn> turns) {
        List<Value> parameters = new ArrayList<>(body.parameters());
        List<Value> results = new ArrayList<>(body.results());
        turns.forEach(turn -> {
            parameters.add(turn.made().result());
            results.add(turn.forgotten());
        });
        Builder builder = new Builder();
        List<Statement> statements = body.statements();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (turns.stream().anyMatch(turn -> turn.made() == statement)) {
                clear((Let) statement, statements.subList(i + 1, statements.size()), builder);
            } else {
                builder.append(statement);
            }
        }
        return builder.region(parameters, results);
    }

    /** Makes zeros of what an array held, if anyone would see it. */
    private void clear(Let made, List<Statement> after, Builder builder) {
        Value array = made.result();
        Value length = made.argument(0);
        if (!covering.isCovered(array, length, after)) {
            Value zero = builder.at(made.position()).zero(array.type().element());
            builder.each(length, (each, i) -> each.store(array, i, zero));
        }
    }
}
