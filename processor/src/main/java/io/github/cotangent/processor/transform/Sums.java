package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Covering;
import io.github.cotangent.processor.analysis.Frames;
import io.github.cotangent.processor.analysis.Uses;
import io.github.cotangent.processor.ir.Builder;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the primal has added up, the reverse sweep need not add up again. Where {@code sum += saved[i]} in one loop and
 * {@code aBar -= c * saved[i]} in another one over the same elements, that is {@code aBar -= c * sum} after it; so it is with
 * the greatest of the numbers in a sum of exponentials, and with each step of the loop waiting for the one before it otherwise.
 */
public final class Sums {

    private final Frames frames;
    private final Covering covering;
    private final Uses uses;
    private final Map<Value, List<Statement>> users = new HashMap<>();

    private Sums(Function function) {
        this.frames = Frames.of(function);
        this.covering = new Covering(frames);
        this.uses = Uses.in(function.body());
        function.body()
                .forEach(statement -> statement
                        .operands()
                        .forEach(operand -> users.computeIfAbsent(operand, none -> new ArrayList<>())
                                .add(statement)));
    }

    public static Function apply(Function function) {
        return new Function(function.name(), new Sums(function).region(function.body()));
    }

    private Region region(Region region) {
        Builder builder = new Builder();
        for (Statement statement : region.statements()) {
            builder.at(statement.position());
            if (statement instanceof For loop) {
                loop(loop, builder);
            } else {
                builder.append(statement.withBodies(this::region));
            }
        }
        return builder.region(region.parameters(), region.results());
    }

    /** A loop without the sums that are known, and those after it. */
    private void loop(For loop, Builder builder) {
        List<Value> initial = new ArrayList<>();
        List<Value> parameters = new ArrayList<>(List.of(loop.index()));
        List<Value> next = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        Set<Value> left = new HashSet<>();
        Builder after = builder.nested();
        for (int i = 0; i < loop.results().size(); i++) {
            Optional<Known> known = known(loop, i);
            if (known.isPresent()) {
                known.get().define(loop.results().get(i), loop.initial().get(i), after);
                left.add(loop.body().results().get(i));
            } else {
                initial.add(loop.initial().get(i));
                parameters.add(loop.carried().get(i));
                next.add(loop.body().results().get(i));
                results.add(loop.results().get(i));
            }
        }
        List<Statement> body = new ArrayList<>(region(loop.body()).statements());
        body.removeIf(statement -> statement instanceof Let let && left.contains(let.result()));
        builder.append(new For(
                loop.from(),
                loop.test(),
                loop.to(),
                loop.step(),
                initial,
                new Region(parameters, body, next),
                results,
                loop.position()));
        after.statements().forEach(builder::append);
    }

    /**
     * What a loop adds to a carried value, or subtracts from it, in all: {@code factor * (end - start)}.
     *
     * @param sum adds or subtracts
     * @param start of the sum in the other loop; none if that is zero
     */
    private record Known(Primitive sum, Optional<Value> factor, Value end, Optional<Value> start) {

        void define(Value result, Value initial, Builder builder) {
            Value total = start.map(from -> builder.subtract(end, from)).orElse(end);
            Value all = factor.map(each -> builder.multiply(each, total)).orElse(total);
            builder.define(result, sum, initial, all);
        }
    }

    private Optional<Known> known(For loop, int place) {
        Value carried = loop.carried().get(place);
        Value next = loop.body().results().get(place);
        Optional<Let> step = letIn(loop.body(), next)
                .filter(let -> let.primitive() == Primitive.ADD || let.primitive() == Primitive.SUBTRACT);
        if (step.isEmpty()
                || !carried.type().equals(Type.DOUBLE)
                || !uses.isSingle(carried)
                || !uses.isSingle(next)
                || !step.get().arguments().contains(carried)
                || step.get().primitive() == Primitive.SUBTRACT && step.get().argument(0) != carried) {
            return Optional.empty();
        }
        Value term = other(step.get(), carried);
        Primitive sum = step.get().primitive();
        Optional<Known> plain = total(loop, term, sum, Optional.empty());
        return plain.isPresent() ? plain : scaled(loop, term, sum);
    }

    /** Of {@code factor * element}, where the factor is the same in all iterations. */
    private Optional<Known> scaled(For loop, Value term, Primitive sum) {
        return letIn(loop.body(), term)
                .filter(let -> let.primitive() == Primitive.MULTIPLY)
                .flatMap(product -> product.arguments().stream()
                        .filter(factor -> frames.of(loop).isWithin(frames.of(factor)))
                        .findFirst()
                        .flatMap(factor -> total(loop, other(product, factor), sum, Optional.of(factor))));
    }

    private static Value other(Let let, Value argument) {
        return let.argument(let.argument(0) == argument ? 1 : 0);
    }

    /** Of elements that another loop has stored and added up, each once. */
    private Optional<Known> total(For loop, Value element, Primitive sum, Optional<Value> factor) {
        return letIn(loop.body(), element)
                .filter(let -> let.primitive() == Primitive.LOAD)
                .flatMap(load -> onlyStore(load.argument(0))
                        .flatMap(store -> otherLoop(loop, load, store).flatMap(other -> sumOf(store.element(), other))))
                .map(found -> new Known(sum, factor, found.end(), found.start()));
    }

    private Optional<Let> letIn(Region region, Value value) {
        return frames.definition(value)
                .filter(definition ->
                        definition instanceof Let && frames.of(definition).region() == region)
                .map(Let.class::cast);
    }

    /** The one store to a new array of which but elements are loaded. */
    private Optional<Store> onlyStore(Value array) {
        List<Statement> all = users.getOrDefault(array, List.of());
        List<Store> stores = all.stream()
                .filter(Store.class::isInstance)
                .map(Store.class::cast)
                .toList();
        boolean isOwn = frames.definition(array).orElse(null) instanceof Let let
                && let.primitive() == Primitive.NEW_ARRAY
                && array.type().rank() == 1
                && uses.count(array) == all.size();
        return isOwn && stores.size() == 1 && all.stream().allMatch(user -> user instanceof Store || isElementOf(user))
                ? Optional.of(stores.get(0))
                : Optional.empty();
    }

    private static boolean isElementOf(Statement user) {
        return user instanceof Let let && (let.primitive() == Primitive.LOAD || let.primitive() == Primitive.LENGTH);
    }

    /** The loop before this one that stores just the elements that this one loads. */
    private Optional<For> otherLoop(For loop, Let load, Store store) {
        return frames.of(store).owner() instanceof For other
                        && other != loop
                        && frames.of(other) == frames.of(loop)
                        && frames.isBefore(other, loop)
                        && covering.stretch(other, store.index()).isPresent()
                        && covering.stretch(other, store.index()).equals(covering.stretch(loop, load.argument(1)))
                ? Optional.of(other)
                : Optional.empty();
    }

    /** A sum of these terms that a loop carries. */
    private Optional<Known> sumOf(Value term, For loop) {
        for (int i = 0; i < loop.results().size(); i++) {
            Value carried = loop.carried().get(i);
            Optional<Let> step = letIn(loop.body(), loop.body().results().get(i))
                    .filter(let -> let.primitive() == Primitive.ADD && carried != term)
                    .filter(let ->
                            let.arguments().contains(carried) && let.arguments().contains(term));
            if (step.isPresent() && carried.type().equals(Type.DOUBLE)) {
                Optional<Value> start = Optional.of(loop.initial().get(i)).filter(value -> !isZero(value));
                return Optional.of(new Known(
                        Primitive.ADD, Optional.empty(), loop.results().get(i), start));
            }
        }
        return Optional.empty();
    }

    private boolean isZero(Value value) {
        return frames.definition(value).orElse(null) instanceof Constant constant
                && constant.literal() instanceof Double number
                && number == 0;
    }
}
