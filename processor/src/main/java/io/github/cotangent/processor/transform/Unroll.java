package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Bytecode;
import io.github.cotangent.processor.analysis.Integers;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes small loops out whose few iterations are known: {@code for (int i = 0; i < 3; i++)}. Their indices become numbers, and
 * what follows from these is not computed any more. Not a bit of any other value changes.
 */
public final class Unroll extends Copying {

    /** The most iterations that are written out. */
    private static final int ITERATIONS = 4;

    /** The most bytes of bytecode, as guessed, that a loop grows to. */
    private static final int SIZE = 1_200;

    private final Integers integers = new Integers();
    private final Map<Value, Boolean> conditions = new HashMap<>();

    /** Whether what is written is an iteration written out. */
    private boolean isInside;

    private Unroll() {}

    public static Function apply(Function function) {
        Unroll unroll = new Unroll();
        List<Statement> statements = unroll.statements(function.body());
        List<Value> results = unroll.of(function.results());
        return new Function(function.name(), new Region(function.parameters(), statements, results));
    }

    @Override
    void write(Statement statement, List<Statement> out) {
        if (statement instanceof If branch && conditions.containsKey(of(branch.condition()))) {
            Region taken = conditions.get(of(branch.condition())) ? branch.then() : branch.otherwise();
            if (!taken.alwaysThrows()) {
                taken.statements().forEach(inner -> write(inner, out));
                putAll(branch.results(), of(taken.results()));
                return;
            }
        }
        // Inner loops are written out before the size of the outer one is measured.
        Statement copy = copy(statement);
        integers.see(copy);
        if (copy instanceof For loop && isSmall(loop)) {
            putAll(statement.results(), iterations(loop, out));
        } else if (isInside && copy instanceof Let let) {
            out.add(known(let));
        } else {
            out.add(copy);
        }
    }

    private boolean isSmall(For loop) {
        Optional<Integer> from = integers.number(loop.from());
        Optional<Integer> to = integers.number(loop.to());
        if (from.isEmpty() || to.isEmpty() || loop.body().alwaysThrows()) {
            return false;
        }
        long last = from.get() + (long) ITERATIONS * loop.step();
        return last == (int) last
                && !runs(loop, last, to.get())
                && count(loop, from.get(), to.get()) * Bytecode.of(loop.body()) <= SIZE;
    }

    private static boolean runs(For loop, long index, int to) {
        return Integers.compare(loop.test(), Long.compare(index, to));
    }

    private static int count(For loop, int from, int to) {
        int count = 0;
        for (long index = from; runs(loop, index, to); index += loop.step()) {
            count++;
        }
        return count;
    }

    /** Writes the iterations, and gives the carried values after the last. */
    private List<Value> iterations(For loop, List<Statement> out) {
        int from = integers.number(loop.from()).orElseThrow();
        int count = count(loop, from, integers.number(loop.to()).orElseThrow());
        boolean wasInside = isInside;
        isInside = true;
        List<Value> carried = loop.initial();
        for (int i = 0; i < count; i++) {
            Constant index = new Constant(Value.unnamed(Type.INT), from + i * loop.step(), "", loop.position());
            out.add(index);
            integers.see(index);
            put(loop.index(), index.result());
            putAll(loop.carried(), carried);
            for (Statement statement : loop.body().statements()) {
                write(statement, out);
            }
            carried = of(loop.body().results());
        }
        isInside = wasInside;
        return carried;
    }

    /** The number that an index comes to. */
    private Statement known(Let let) {
        Optional<Boolean> condition = integers.comparison(let);
        if (condition.isPresent()) {
            conditions.put(let.result(), condition.get());
            return new Constant(let.result(), condition.get(), "", let.position());
        }
        Optional<Integer> number = integers.number(let.result());
        return number.isPresent() ? new Constant(let.result(), number.get(), "", let.position()) : let;
    }
}
