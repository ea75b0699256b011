package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.Tree;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.While;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A loop and what it carries from one iteration to the next: variables, whether a jump was taken out of the loop, and the
 * values that such jumps bring. The body is lowered first, then the loop is closed in one of its forms.
 */
final class Carried {

    /** Something carried: its value at first, in the condition, in the body, after an iteration, and after the loop. */
    private record Row(Value initial, Value tested, Value parameter, Value next, Value result) {

        Row(Value initial, Value parameter, Value next) {
            this(initial, parameter.fresh(), parameter, next, parameter.fresh());
        }
    }

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Branches branches;
    private final Targets targets;
    private final Frame.State before;
    private final List<Local> locals;
    private final Tree tree;
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> flags = new ArrayList<>();
    private final List<Target> flagged = new ArrayList<>();
    private Builder body;
    private Frame.State end;

    /** Carries variables that have a value here. */
    Carried(Lowering lowering, Frame frame, Branches branches, Targets targets, List<Local> locals, Tree tree) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.branches = branches;
        this.targets = targets;
        this.before = frame.snapshot();
        this.locals = locals;
        this.tree = tree;
    }

    /** Lowers the body. */
    void body(Runnable content) {
        List<Value> initial =
                locals.stream().map(local -> before.values().get(local)).toList();
        List<Value> parameters = locals.stream()
                .map(local -> Value.named(before.values().get(local).type(), local.name()))
                .toList();
        Map<Target, Value> brought = brought();
        body = code.builder().nested();
        end = code.within(body, () -> {
            frame.set(locals, parameters);
            brought.forEach(frame::result);
            content.run();
            return frame.snapshot();
        });
        for (int i = 0; i < locals.size(); i++) {
            rows.add(new Row(initial.get(i), parameters.get(i), end.values().get(locals.get(i))));
        }
        frame.restore(before);
        end.results().forEach((target, next) -> carryResult(target, brought.get(target), next));
    }

    /** What jumps may bring from inside the loop, as it is at the start of an iteration. */
    private Map<Target, Value> brought() {
        Map<Target, Value> brought = new LinkedHashMap<>();
        Stream.concat(Stream.of(frame.end()), targets.ofYield().stream())
                .forEach(target -> target.type()
                        .filter(type -> !type.holdsArray())
                        .ifPresent(type -> brought.put(
                                target, Value.named(type, target.name().isEmpty() ? "result" : target.name()))));
        return brought;
    }

    private void carryResult(Target target, Value parameter, Value next) {
        if (next == parameter) {
            return;
        }
        if (parameter != null) {
            Value initial = frame.result(target).orElseGet(() -> code.placeholder(next.type()));
            Row row = new Row(initial, parameter, next);
            rows.add(row);
            frame.result(target, row.result());
            return;
        }
        if (before.knows(next)) {
            frame.result(target, next);
            return;
        }
        // Whoever brings an array leaves the loop: nobody asks for one that was brought earlier.
        Value unused = Value.named(next.type(), target.name().isEmpty() ? "result" : target.name());
        Row row = new Row(code.placeholder(next.type()), unused, next);
        rows.add(row);
        frame.result(target, row.result());
    }

    /** Closes a counted loop, which no jump leaves. */
    void count(Value from, Primitive test, Value to, int step, Value index) {
        List<Value> parameters = new ArrayList<>(List.of(index));
        parameters.addAll(column(rows, Row::parameter));
        code.builder()
                .append(new For(
                        from,
                        test,
                        to,
                        step,
                        column(rows, Row::initial),
                        body.region(parameters, column(rows, Row::next)),
                        column(rows, Row::result),
                        code.builder().position()));
        leave();
    }

    /** Closes a loop that tests a condition, if it has one, before each iteration. */
    void testFirst(Optional<Supplier<Value>> condition) {
        end.taken().keySet().forEach(this::carryFlag);
        Region test = code.region(column(all(rows, flags).toList(), Row::tested), () -> {
            frame.set(
                    locals,
                    rows.subList(0, locals.size()).stream().map(Row::tested).toList());
            return List.of(test(flags.stream().map(Row::tested).toList(), condition));
        });
        close(test, all(rows, flags).toList());
    }

    /**
     * Closes a loop that is told at the end of an iteration whether to go on.
     *
     * @param first whether to start
     * @param next the same for each further iteration
     */
    void testLast(Value first, Value next, Target behind) {
        end.taken().keySet().stream().filter(target -> target != behind).forEach(this::carryFlag);
        Row again = new Row(first, Value.named(Type.BOOLEAN, "again"), next);
        List<Row> all = Stream.concat(Stream.of(again), all(rows, flags)).toList();
        Region test = code.region(column(all, Row::tested), () -> List.of(again.tested()));
        close(test, all);
    }

    private static List<Value> column(List<Row> rows, Function<Row, Value> part) {
        return Value.flat(rows.stream().map(part).toList());
    }

    private static Stream<Row> all(List<Row> first, List<Row> second) {
        return Stream.concat(first.stream(), second.stream());
    }

    private void carryFlag(Target target) {
        Optional<Value> taken = end.taken().get(target);
        Value next =
                taken.orElseGet(() -> code.within(body, () -> code.builder().constant(true)));
        flagged.add(target);
        flags.add(new Row(code.builder().constant(false), target.newFlag(), next));
    }

    /** No jump was taken, and the condition holds. */
    private Value test(List<Value> jumped, Optional<Supplier<Value>> condition) {
        if (jumped.isEmpty()) {
            return condition.orElseThrow().get();
        }
        Value going = code.define(Type.BOOLEAN, "", Primitive.NOT, jumped.get(0));
        List<Value> others = jumped.subList(1, jumped.size());
        if (others.isEmpty() && condition.isEmpty()) {
            return going;
        }
        return branches.choice(
                going,
                () -> test(others, condition),
                () -> code.builder().constant(false),
                Value.unnamed(Type.BOOLEAN),
                tree);
    }

    private void close(Region test, List<Row> all) {
        Region repeated = body.region(column(all, Row::parameter), column(all, Row::next));
        code.builder()
                .append(new While(
                        column(all, Row::initial),
                        test,
                        repeated,
                        column(all, Row::result),
                        code.builder().position()));
        leave();
    }

    private void leave() {
        frame.set(
                locals, rows.subList(0, locals.size()).stream().map(Row::result).toList());
        for (int i = 0; i < flagged.size(); i++) {
            frame.taken(flagged.get(i), Optional.of(flags.get(i).result()));
        }
    }
}
