package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Integers;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
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
 * Writes a reverse sweep whose seed is a unit vector, and whose adjoints go to one new row of zeros, each buffer's from some
 * column on. What is multiplied with a seed of zero is not computed, and the first that goes to an element is stored there.
 */
final class UnitSweep extends Copying {

    private final Value row;
    private final Value zero;
    private final Integers integers;

    /** The buffers, with the column where each begins; none for the first column. */
    private final Map<Value, Optional<Value>> offsets = new HashMap<>();

    private record Element(Value buffer, int index) {}

    /** Elements that have been stored to. */
    private final Set<Element> stored = new HashSet<>();

    /** Buffers of which any element may have been stored to. */
    private final Set<Value> indexed = new HashSet<>();

    private int loops;

    /** @param zero the seed of the other rows, and whatever is multiplied with it */
    UnitSweep(Function sweep, Value row, Value zero) {
        this.row = row;
        this.zero = zero;
        this.integers = Integers.of(sweep);
        sweep.body().forEach(statement -> {
            if (statement instanceof Store store
                    && integers.number(store.index()).isEmpty()) {
                indexed.add(store.array());
            }
        });
    }

    /** Declares where a buffer's adjoints go: to the row from a column on, if not from its beginning on. */
    void buffer(Value buffer, Optional<Value> column) {
        offsets.put(buffer, column);
    }

    @Override
    void write(Statement statement, List<Statement> out) {
        if (statement instanceof Let let) {
            if (let.primitive() == Primitive.LOAD && offsets.containsKey(let.argument(0))) {
                load(let, out);
            } else {
                let(let, out);
            }
        } else if (statement instanceof Store store && offsets.containsKey(store.array())) {
            store(store, out);
        } else if (statement instanceof If branch) {
            branch(branch, out);
        } else if (statement instanceof For || statement instanceof While) {
            loops++;
            out.add(copy(statement));
            loops--;
        } else {
            out.add(copy(statement));
        }
    }

    private Value column(Value buffer, Value index, Builder builder) {
        boolean isFirst = integers.number(index).filter(number -> number == 0).isPresent();
        return offsets.get(buffer)
                .map(offset -> isFirst ? offset : builder.add(offset, of(index)))
                .orElseGet(() -> of(index));
    }

    /** Whether an element is still zero. */
    private boolean isNew(Value buffer, Value index) {
        Optional<Integer> number = integers.number(index);
        return loops == 0
                && !indexed.contains(buffer)
                && number.isPresent()
                && !stored.contains(new Element(buffer, number.get()));
    }

    private void store(Store store, List<Statement> out) {
        Value element = of(store.element());
        if (element != zero || !isNew(store.array(), store.index())) {
            Builder builder = new Builder().at(store.position());
            builder.store(row, column(store.array(), store.index(), builder), element);
            out.addAll(builder.statements());
            integers.number(store.index()).ifPresent(index -> stored.add(new Element(store.array(), index)));
        }
    }

    private void load(Let let, List<Statement> out) {
        Value buffer = let.argument(0);
        if (isNew(buffer, let.argument(1))) {
            put(let.result(), zero);
            return;
        }
        Builder builder = new Builder().at(let.position());
        Value column = column(buffer, let.argument(1), builder);
        builder.define(fresh(let.results()).get(0), Primitive.LOAD, row, column);
        out.addAll(builder.statements());
    }

    private boolean isZero(Let let, int argument) {
        return of(let.argument(argument)) == zero;
    }

    private void let(Let let, List<Statement> out) {
        Value known = let.result().type().equals(Type.DOUBLE) ? known(let) : null;
        if (known != null) {
            put(let.result(), known);
        } else if (let.primitive() == Primitive.SUBTRACT && isZero(let, 0)) {
            Value term = of(let.argument(1));
            out.add(new Let(fresh(let.results()).get(0), Primitive.NEGATE, List.of(term), let.position()));
        } else {
            out.add(copy(let));
        }
    }

    /** What an application comes to, null if it has to be computed. */
    private Value known(Let let) {
        return switch (let.primitive()) {
            case MULTIPLY -> isZero(let, 0) || isZero(let, 1) ? zero : null;
            case STRONG_TIMES, DIVIDE, NEGATE -> isZero(let, 0) ? zero : null;
            case ADD -> isZero(let, 0) ? of(let.argument(1)) : isZero(let, 1) ? of(let.argument(0)) : null;
            case SUBTRACT -> isZero(let, 1) ? of(let.argument(0)) : null;
            case SELECT -> isZero(let, 1) && isZero(let, 2) ? zero : null;
            default -> null;
        };
    }

    /** What is zero on both sides is zero after them. */
    private void branch(If branch, List<Statement> out) {
        If copy = (If) copy(branch);
        List<Value> then = new ArrayList<>();
        List<Value> otherwise = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < copy.results().size(); i++) {
            Value one = copy.then().results().get(i);
            Value other = copy.otherwise().results().get(i);
            if (one == zero && other == zero) {
                put(branch.results().get(i), zero);
            } else {
                then.add(one);
                otherwise.add(other);
                results.add(copy.results().get(i));
            }
        }
        out.add(new If(
                copy.condition(),
                new Region(List.of(), copy.then().statements(), then),
                new Region(List.of(), copy.otherwise().statements(), otherwise),
                results,
                copy.position()));
    }
}
