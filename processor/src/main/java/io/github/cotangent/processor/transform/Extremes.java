package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Aliases;
import io.github.cotangent.processor.analysis.Memory;
import io.github.cotangent.processor.analysis.Uses;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The greatest or the least element of an array, found in a loop: the derivative passes to that one element, so the loop
 * remembers where it was, and nothing else has to be kept or done again for it.
 *
 * <p>{@code m = max(m, a[i])} gets beside it {@code at = m >= a[i] ? at : i}. Behind the loop, what was found has the
 * derivative of {@code a[at]}, or that of what the loop began with. Where numbers are equal, or NaN, {@code at} is where the
 * rule of {@code max} passes the derivative to.
 */
public final class Extremes {

    private final Aliases aliases;
    private final Uses uses;

    private Extremes(Function function) {
        this.aliases = Aliases.of(function);
        this.uses = Uses.in(function.body());
    }

    public static Function apply(Function function) {
        return new Function(function.name(), new Extremes(function).region(function.body()));
    }

    private Region region(Region region) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : region.statements()) {
            Statement inner = statement.withBodies(this::region);
            List<Search> searches = inner instanceof For loop ? searches(loop) : List.of();
            if (searches.isEmpty()) {
                statements.add(inner);
            } else {
                statements.addAll(found((For) inner, searches));
            }
        }
        return new Region(region.parameters(), statements, region.results());
    }

    /**
     * A carried value of a loop that becomes the greatest, or the least, element of an array.
     *
     * @param place which of the carried values it is
     * @param let what chooses it
     * @param load the element of an iteration
     */
    private record Search(int place, Let let, Let load) {

        boolean isFirst() {
            return let.argument(1) == load.result();
        }

        /** What holds if the element is not chosen; never for NaN. */
        Primitive test() {
            return switch (let.primitive()) {
                case MAX -> isFirst() ? Primitive.GREATER_EQUAL : Primitive.GREATER;
                default -> isFirst() ? Primitive.LESS_EQUAL : Primitive.LESS;
            };
        }
    }

    private List<Search> searches(For loop) {
        List<Search> searches = new ArrayList<>();
        for (int i = 0; i < loop.carried().size(); i++) {
            search(loop, i).ifPresent(searches::add);
        }
        return searches;
    }

    private Optional<Search> search(For loop, int place) {
        Value carried = loop.carried().get(place);
        Value next = loop.body().results().get(place);
        if (!carried.type().equals(Type.DOUBLE) || !uses.isSingle(carried) || !uses.isSingle(next)) {
            return Optional.empty();
        }
        return definition(loop, next)
                .filter(let -> let.primitive() == Primitive.MAX || let.primitive() == Primitive.MIN)
                .filter(let -> let.arguments().contains(carried))
                .flatMap(let -> {
                    Value element = let.argument(let.argument(0) == carried ? 1 : 0);
                    return definition(loop, element)
                            .filter(load -> isSteady(load, loop))
                            .map(load -> new Search(place, let, load));
                });
    }

    private static Optional<Let> definition(For loop, Value value) {
        return loop.body().statements().stream()
                .filter(statement -> statement instanceof Let let && let.result() == value)
                .map(Let.class::cast)
                .findFirst();
    }

    /** Whether the element is the same behind the loop. */
    private boolean isSteady(Let load, For loop) {
        if (load.primitive() != Primitive.LOAD || load.argument(1) != loop.index()) {
            return false;
        }
        Value array = load.argument(0);
        boolean isFromOutside = !loop.body().parameters().contains(array)
                && definition(loop, array).isEmpty();
        return isFromOutside && !Memory.of(loop, aliases).written().contains(aliases.cellsOf(array));
    }

    /** The loop that also finds where, and what passes the derivative on. */
    private static List<Statement> found(For loop, List<Search> searches) {
        Builder before = new Builder().at(loop.position());
        Builder after = new Builder().at(loop.position());
        List<Value> initial = new ArrayList<>(loop.initial());
        List<Value> parameters = new ArrayList<>(loop.body().parameters());
        List<Value> next = new ArrayList<>(loop.body().results());
        List<Value> results = new ArrayList<>(loop.results());
        List<Statement> body = new ArrayList<>(loop.body().statements());
        for (Search search : searches) {
            Value place = Value.named(Type.INT, "at");
            initial.add(before.constant(-1));
            parameters.add(place);
            next.add(chosen(search, place, loop.index(), body));

            Value found = place.fresh();
            Value value = results.get(search.place()).fresh();
            Value passedOn = results.set(search.place(), value);
            results.add(found);
            Value start = loop.initial().get(search.place());
            Value source = source(search.load().argument(0), found, start, after);
            after.define(passedOn, Primitive.THROUGH, value, source);
        }
        before.append(new For(
                loop.from(),
                loop.test(),
                loop.to(),
                loop.step(),
                initial,
                new Region(parameters, body, next),
                results,
                loop.position()));
        after.statements().forEach(before::append);
        return before.statements();
    }

    private static Value chosen(Search search, Value place, Value index, List<Statement> body) {
        Builder builder = new Builder().at(search.let().position());
        Value carried = search.let().argument(search.isFirst() ? 0 : 1);
        Value stays = builder.compare(search.test(), carried, search.load().result());
        Value next = builder.select(stays, place, index);
        int behind = body.indexOf(search.let());
        body.addAll(behind + 1, builder.statements());
        return next;
    }

    private static Value source(Value array, Value found, Value start, Builder builder) {
        Value isFound = builder.compare(Primitive.GREATER_EQUAL, found, builder.constant(0));
        Builder then = builder.nested();
        Region element = then.region(List.of(), List.of(then.load(array, found)));
        Region beginning = builder.nested().region(List.of(), List.of(start));
        Value source = Value.unnamed(Type.DOUBLE);
        builder.append(new If(isFound, element, beginning, List.of(source), builder.position()));
        return source;
    }
}
