package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Bytecode;
import io.github.cotangent.processor.analysis.Integers;
import io.github.cotangent.processor.analysis.SmallArrays;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Jacobian of a function with few results as one function: a forward sweep, and for each row a reverse sweep that is written
 * for this row alone. The seed is known to be a unit vector, the adjoints go to the row at once, and what both rows compute is
 * computed once.
 */
public final class Rows {

    /** The most rows that are written out. */
    private static final int MOST = 4;

    private final Function forward;
    private final Function reverse;
    private final int results;
    private final List<Value> differentiable;

    private Rows(Pullback pullback, int results, List<Value> differentiable) {
        this.forward = pullback.forward();
        this.reverse = pullback.reverse();
        this.results = results;
        this.differentiable = differentiable;
    }

    /**
     * The function that takes the parameters of {@code primal} and results in its Jacobian; none if it is not small.
     *
     * @param pullback that of {@code primal}, simplified
     */
    public static Optional<Function> of(
            Function primal, Pullback pullback, List<Value> differentiable, Set<Pass> passes) {
        return new Rows(pullback, primal.results().size(), differentiable)
                .function()
                .filter(whole -> passes.contains(Pass.ROWS) && Vjp.isCut(primal, differentiable, passes));
    }

    private Optional<Function> function() {
        boolean areVectors =
                differentiable.stream().allMatch(value -> value.type().rank() <= 1);
        Optional<Function> sweep = areVectors ? ofScalars() : Optional.empty();
        return sweep.filter(this::usesElementsAlone).filter(this::isSmall).map(this::written);
    }

    private int captured() {
        return forward.results().size() - results;
    }

    private List<Value> seeds(Function sweep) {
        return sweep.parameters()
                .subList(captured(), sweep.parameters().size() - buffers(sweep).size());
    }

    private List<Value> buffers(Function sweep) {
        int size = sweep.parameters().size();
        return sweep.parameters().subList(size - (int) arrays().count(), size);
    }

    private Stream<Value> arrays() {
        return differentiable.stream().filter(value -> value.type().isArray());
    }

    /** The reverse sweep with a scalar seed for each row that is not zero throughout. */
    private Optional<Function> ofScalars() {
        List<Value> values = forward.results().subList(0, results);
        if (values.stream().allMatch(value -> value.type().isRealScalar())) {
            return Optional.of(reverse);
        }
        return results == 1 && values.get(0).type().equals(Type.DOUBLES) ? ofElements() : Optional.empty();
    }

    /** The same for a result that is an array, if it is known which of its elements the seed is read for. */
    private Optional<Function> ofElements() {
        Value seed = seeds(reverse).get(0);
        Optional<Let> copy = reverse.body().statements().stream()
                .filter(Let.class::isInstance)
                .map(Let.class::cast)
                .filter(let -> let.primitive() == Primitive.CLONE && let.argument(0) == seed)
                .findFirst();
        int rows = copy.map(let -> elementsOf(let.result())).orElse(0);
        if (rows == 0 || rows > MOST || !hasElements(rows)) {
            return Optional.empty();
        }
        Value adjoint = copy.orElseThrow().result();
        Builder builder = new Builder();
        List<Value> scalars = IntStream.range(0, rows)
                .mapToObj(row -> Value.named(Type.DOUBLE, "seed" + row))
                .toList();
        for (Statement statement : reverse.body().statements()) {
            if (statement == copy.get()) {
                builder.at(statement.position()).define(adjoint, Primitive.NEW_ARRAY, builder.constant(rows));
                IntStream.range(0, rows)
                        .forEach(row -> builder.store(adjoint, builder.constant(row), scalars.get(row)));
            } else {
                builder.append(statement);
            }
        }
        List<Value> parameters = new ArrayList<>();
        reverse.parameters().forEach(value -> parameters.addAll(value == seed ? scalars : List.of(value)));
        Function sweep = new Function(reverse.name(), builder.region(parameters, reverse.results()));
        boolean isSplit = SmallArrays.of(sweep).contains(adjoint)
                && !Vjp.freeIn(sweep.body()).contains(seed);
        return isSplit ? Optional.of(Elements.apply(sweep)) : Optional.empty();
    }

    /** One more than the greatest known index that an array is used with; 0 if there is none. */
    private int elementsOf(Value array) {
        Integers integers = Integers.of(reverse);
        TreeSet<Integer> indices = new TreeSet<>();
        reverse.body().forEach(statement -> {
            if (statement instanceof Store store && store.array() == array) {
                integers.number(store.index()).ifPresent(indices::add);
            } else if (statement instanceof Let let && let.primitive() == Primitive.LOAD && let.argument(0) == array) {
                integers.number(let.argument(1)).ifPresent(indices::add);
            }
        });
        return indices.isEmpty() || indices.first() < 0 ? 0 : indices.last() + 1;
    }

    /** Whether the result has so many elements whenever the reverse sweep is reached. */
    private boolean hasElements(int count) {
        Value result = forward.results().get(0);
        Integers integers = Integers.of(forward);
        return integers.length(result).filter(length -> length >= count).isPresent()
                || forward.body().statements().stream()
                        .anyMatch(statement -> statement instanceof Store store
                                && store.array() == result
                                && integers.number(store.index())
                                        .filter(index -> index >= count - 1)
                                        .isPresent());
    }

    /** Whether a sweep does nothing with its buffers but add to their elements. */
    private boolean usesElementsAlone(Function sweep) {
        Set<Value> buffers = Set.copyOf(buffers(sweep));
        boolean[] uses = {true};
        sweep.body().forEach(statement -> {
            boolean isElement = statement instanceof Store store && !buffers.contains(store.element())
                    || statement instanceof Let let && let.primitive() == Primitive.LOAD;
            boolean isOther = Stream.concat(
                            statement.operands().stream(),
                            statement.regions().stream().flatMap(region -> region.results().stream()))
                    .anyMatch(buffers::contains);
            uses[0] &= isElement || !isOther;
        });
        return uses[0];
    }

    private boolean isSmall(Function sweep) {
        int rows = seeds(sweep).size();
        int size = Bytecode.of(forward.body()) + rows * Bytecode.of(sweep.body());
        return rows <= MOST && size <= Split.LIMIT && !forward.body().alwaysThrows();
    }

    private Function written(Function sweep) {
        Builder builder = new Builder();
        forward.body().statements().forEach(builder::append);
        Map<Value, Value> offsets = new HashMap<>();
        Value lengths = null;
        int scalars = 0;
        for (Value value : differentiable) {
            offsets.put(value, column(lengths, scalars, builder));
            if (value.type().isArray()) {
                Value length = builder.length(value);
                lengths = lengths == null ? length : builder.add(lengths, length);
            } else {
                scalars++;
            }
        }
        Value width = column(lengths, scalars, builder);
        Value first = forward.results().get(0);
        Value height = first.type().isArray() ? builder.length(first) : builder.constant(results);
        Value jacobian = builder.newArray(Type.DOUBLES.array(), height, "jacobian");
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < seeds(sweep).size(); i++) {
            Value row = builder.newArray(Type.DOUBLES, width, "row" + i);
            builder.store(jacobian, builder.constant(i), row);
            rows.add(row);
        }
        if (first.type().isArray() && !Integers.of(forward).length(first).equals(Optional.of(rows.size()))) {
            zeros(jacobian, rows.size(), height, width, builder);
        }
        for (int i = 0; i < rows.size(); i++) {
            row(sweep, i, rows.get(i), offsets, builder);
        }
        return new Function(
                forward.name().replaceAll("Forward$", "Jacobian"),
                builder.region(forward.parameters(), List.of(jacobian)));
    }

    /** Rows for elements that do not vary. */
    private static void zeros(Value jacobian, int from, Value to, Value width, Builder builder) {
        Builder body = builder.nested();
        Value index = Value.named(Type.INT, "i");
        body.store(jacobian, index, body.newArray(Type.DOUBLES, width, "row"));
        builder.loop(builder.constant(from), to, List.of(), body.region(List.of(index), List.of()));
    }

    /** The column after some arrays and scalars. */
    private static Value column(Value lengths, int scalars, Builder builder) {
        if (lengths == null) {
            return builder.constant(scalars);
        }
        return scalars == 0 ? lengths : builder.add(lengths, builder.constant(scalars));
    }

    /** Where the adjoints of a parameter begin, if that is not the first column. */
    private Optional<Value> column(Value parameter, Map<Value, Value> offsets) {
        return parameter == differentiable.get(0) ? Optional.empty() : Optional.of(offsets.get(parameter));
    }

    private void row(Function sweep, int index, Value row, Map<Value, Value> offsets, Builder builder) {
        Value zero = builder.constant(0.0);
        UnitSweep unit = new UnitSweep(sweep, row, zero);
        unit.putAll(
                sweep.parameters().subList(0, captured()),
                forward.results().subList(results, forward.results().size()));
        List<Value> seeds = seeds(sweep);
        List<Value> numbers = new ArrayList<>(Collections.nCopies(seeds.size(), zero));
        numbers.set(index, builder.constant(1.0));
        unit.putAll(seeds, numbers);
        List<Value> buffers = buffers(sweep);
        List<Value> arrays = arrays().toList();
        IntStream.range(0, buffers.size()).forEach(k -> unit.buffer(buffers.get(k), column(arrays.get(k), offsets)));
        unit.statements(sweep.body()).forEach(builder::append);
        List<Value> scalars =
                differentiable.stream().filter(value -> !value.type().isArray()).toList();
        for (int k = 0; k < scalars.size(); k++) {
            Value adjoint = unit.of(sweep.results().get(k));
            if (adjoint != zero) {
                builder.store(row, offsets.get(scalars.get(k)), adjoint);
            }
        }
    }
}
