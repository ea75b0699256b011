package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Uses;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Derivatives.Overwriting;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reverse sweep for buffers that are to be overwritten, where that saves passing over them twice: a loop that adds to one
 * element after the other, and does so first of all, can as well store what it would add. Only the elements that it does not
 * come to are set to zero.
 */
public final class FirstWrites {

    private final Map<Value, Statement> definitions = new HashMap<>();
    private final Uses uses;

    private FirstWrites(Function function) {
        this.uses = Uses.in(function.body());
        function.body().forEach(statement -> statement.results().forEach(result -> definitions.put(result, statement)));
    }

    /**
     * The sweep that overwrites buffers, if there is any that need not be set to zero before.
     *
     * @param sweep adds to buffers
     * @param buffers those, and for each the array that is as long
     */
    public static Optional<Overwriting> of(Function sweep, Map<Value, Value> buffers) {
        FirstWrites first = new FirstWrites(sweep);
        List<Statement> statements = sweep.body().statements();
        Set<Value> overwritten = new LinkedHashSet<>();
        for (Map.Entry<Value, Value> entry : buffers.entrySet()) {
            Optional<List<Statement>> without =
                    first.overwriting(statements, entry.getKey(), Optional.of(entry.getValue()));
            if (without.isPresent()) {
                statements = without.get();
                overwritten.add(entry.getKey());
            }
        }
        Region body = new Region(sweep.parameters(), statements, sweep.results());
        return overwritten.isEmpty()
                ? Optional.empty()
                : Optional.of(new Overwriting(new Function(sweep.name(), body), overwritten));
    }

    /**
     * The statements, with the first of them that has to do with the buffer overwriting it.
     *
     * @param like an array that is as long, if one is known
     */
    private Optional<List<Statement>> overwriting(List<Statement> statements, Value buffer, Optional<Value> like) {
        int first = firstUse(statements, buffer);
        Optional<Range> elements = first == statements.size() ? Optional.empty() : Range.of(statements.get(first));
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        For loop = elements.get().loop();
        Optional<List<Statement>> body = buffer.type().rank() > 1
                ? overwritingRows(elements.get(), buffer, like)
                : assigned(loop.body().statements(), buffer, loop.index()).filter(none -> uses(loop, buffer) == 2);
        return body.map(inside -> {
            List<Statement> after = statements.subList(first + 1, statements.size());
            Optional<List<Statement>> withNext = end(elements.get()).flatMap(index -> assigned(after, buffer, index));
            Builder builder = new Builder().at(loop.position());
            clearRest(elements.get(), withNext.isPresent() ? 1 : 0, buffer, like, builder);
            builder.append(loop.withBodies(region -> new Region(region.parameters(), inside, region.results())));
            return join(statements.subList(0, first), builder.statements(), withNext.orElse(after));
        });
    }

    private static int firstUse(List<Statement> statements, Value buffer) {
        int first = 0;
        while (first < statements.size() && uses(statements.get(first), buffer) == 0) {
            first++;
        }
        return first;
    }

    private static List<Statement> join(List<Statement> before, List<Statement> first, List<Statement> after) {
        List<Statement> all = new ArrayList<>(before);
        all.addAll(first);
        all.addAll(after);
        return all;
    }

    /** How often a statement has to do with an array's elements, or with the array as a whole. */
    private static int uses(Statement statement, Value array) {
        boolean isLength = statement instanceof Let let && let.primitive() == Primitive.LENGTH;
        int[] count = {
            isLength
                    ? 0
                    : (int) statement.operands().stream().filter(array::equals).count()
        };
        for (Region region : statement.regions()) {
            region.statements().forEach(inner -> count[0] += uses(inner, array));
            count[0] += (int) region.results().stream().filter(array::equals).count();
        }
        return count[0];
    }

    /** The body of a loop that comes to one row after the other, if it overwrites those. */
    private Optional<List<Statement>> overwritingRows(Range rows, Value buffer, Optional<Value> like) {
        For loop = rows.loop();
        if (uses(loop, buffer) != 1) {
            return Optional.empty();
        }
        List<Statement> statements = loop.body().statements();
        if (like.filter(array -> isFromStart(rows) && isLengthOf(array, rows)).isPresent()) {
            statements = withRowBefore(statements, buffer, loop.index());
        }
        for (int i = 0; i < statements.size(); i++) {
            if (isLoad(statements.get(i), buffer, loop.index())) {
                Value row = ((Let) statements.get(i)).result();
                List<Statement> before = statements.subList(0, i + 1);
                return overwriting(statements.subList(i + 1, statements.size()), row, Optional.empty())
                        .map(after -> join(before, after, List.of()));
            }
        }
        return Optional.empty();
    }

    /** The statements, with a row that a loop among them loads in each iteration loaded before it; it is there. */
    private static List<Statement> withRowBefore(List<Statement> statements, Value buffer, Value index) {
        List<Statement> all = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof For loop) {
                List<Statement> kept = new ArrayList<>();
                loop.body().statements().forEach(each -> (isLoad(each, buffer, index) ? all : kept).add(each));
                all.add(loop.withBodies(region -> new Region(region.parameters(), kept, region.results())));
            } else {
                all.add(statement);
            }
        }
        return all;
    }

    private static boolean isLoad(Statement statement, Value array, Value index) {
        return statement instanceof Let let
                && let.primitive() == Primitive.LOAD
                && let.argument(0) == array
                && let.argument(1) == index;
    }

    /** The statements with {@code array[index] = e} for {@code array[index] += e}, if that is what they do first with it. */
    private Optional<List<Statement>> assigned(List<Statement> statements, Value array, Value index) {
        List<Statement> before = new ArrayList<>();
        Let load = null;
        Let sum = null;
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (load == null && isLoad(statement, array, index)) {
                load = (Let) statement;
            } else if (load != null && sum == null && statement instanceof Let let && isSum(let, load.result())) {
                sum = let;
            } else if (sum != null
                    && statement instanceof Store store
                    && store.array() == array
                    && store.index() == index
                    && store.element() == sum.result()) {
                Value term = sum.argument(0) == load.result() ? sum.argument(1) : sum.argument(0);
                return Optional.of(
                        join(before, stored(store, sum, term), statements.subList(i + 1, statements.size())));
            } else if (uses(statement, array) > 0) {
                return Optional.empty();
            } else {
                before.add(statement);
            }
        }
        return Optional.empty();
    }

    private boolean isSum(Let let, Value term) {
        boolean isSum = let.primitive() == Primitive.ADD && let.arguments().contains(term)
                || let.primitive() == Primitive.SUBTRACT && let.argument(0) == term;
        return isSum && uses.isSingle(term) && uses.isSingle(let.result());
    }

    private static List<Statement> stored(Store store, Let sum, Value term) {
        Builder builder = new Builder().at(store.position());
        boolean isNegative = sum.primitive() == Primitive.SUBTRACT;
        builder.store(store.array(), store.index(), isNegative ? builder.negate(term) : term);
        return builder.statements();
    }

    /**
     * The elements that a loop comes to: from {@code first + above} to before {@code end + beyond}.
     */
    private record Range(For loop, Value first, int above, Value end, int beyond) {

        static Optional<Range> of(Statement statement) {
            if (!(statement instanceof For loop) || Math.abs(loop.step()) != 1) {
                return Optional.empty();
            }
            boolean isUp = loop.step() > 0;
            boolean isInclusive = loop.isInclusive();
            return Optional.of(
                    isUp
                            ? new Range(loop, loop.from(), 0, loop.to(), isInclusive ? 1 : 0)
                            : new Range(loop, loop.to(), isInclusive ? 0 : 1, loop.from(), 1));
        }
    }

    /** The value of where the elements end, if there is one. */
    private Optional<Value> end(Range elements) {
        return elements.beyond() == 0 ? Optional.of(elements.end()) : successorOf(elements.end());
    }

    private boolean isFromStart(Range elements) {
        return literal(elements.first())
                .filter(number -> number + elements.above() == 0)
                .isPresent();
    }

    private boolean isLengthOf(Value array, Range elements) {
        return end(elements)
                .filter(end -> definitions.get(end) instanceof Let let
                        && let.primitive() == Primitive.LENGTH
                        && let.argument(0) == array)
                .isPresent();
    }

    /**
     * What is not covered becomes zero; where the loop has no iterations, that is all but what follows.
     *
     * @param more how many elements after those of the loop are covered too
     */
    private void clearRest(Range elements, int more, Value buffer, Optional<Value> like, Builder builder) {
        if (isFromStart(elements)
                && like.filter(array -> isLengthOf(array, elements)).isPresent()) {
            return;
        }
        Value length = builder.length(buffer);
        Value end = end(elements).orElseGet(() -> plus(elements.end(), elements.beyond(), builder));
        Value start;
        if (isFromStart(elements)) {
            start = isLength(end) ? end : builder.apply(Primitive.MAX, end, builder.constant(0));
        } else {
            Value first = builder.apply(
                    Primitive.MAX, plus(elements.first(), elements.above(), builder), builder.constant(0));
            clear(buffer, builder.constant(0), builder.apply(Primitive.MIN, first, length), builder);
            start = builder.apply(Primitive.MAX, end, first);
        }
        clear(buffer, plus(start, more, builder), length, builder);
    }

    private static Value plus(Value value, int more, Builder builder) {
        return more == 0 ? value : builder.add(value, builder.constant(more));
    }

    private boolean isLength(Value value) {
        return definitions.get(value) instanceof Let let && let.primitive() == Primitive.LENGTH;
    }

    /** The value that is greater by one, if there is one: of {@code n - 1}, it is {@code n}. */
    private Optional<Value> successorOf(Value value) {
        return definitions.get(value) instanceof Let let
                        && let.primitive() == Primitive.SUBTRACT
                        && literal(let.argument(1)).filter(one -> one == 1).isPresent()
                ? Optional.of(let.argument(0))
                : Optional.empty();
    }

    private Optional<Integer> literal(Value value) {
        return definitions.get(value) instanceof Constant constant && constant.literal() instanceof Integer number
                ? Optional.of(number)
                : Optional.empty();
    }

    private static void clear(Value buffer, Value from, Value to, Builder builder) {
        Builder body = builder.nested();
        Value index = Value.named(Type.INT, "k");
        if (buffer.type().rank() > 1) {
            Value row = body.load(buffer, index);
            clear(row, body.constant(0), body.length(row), body);
        } else {
            body.store(buffer, index, body.constant(0.0));
        }
        builder.loop(from, to, List.of(), body.region(List.of(index), List.of()));
    }
}
