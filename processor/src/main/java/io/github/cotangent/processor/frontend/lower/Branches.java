package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.Tree;
import io.github.cotangent.processor.frontend.resolve.Local;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lowers what runs one of two pieces of code: each starts from the same state, and where they leave different values, or
 * jump to different places, the branch hands on the one of the side that was run.
 */
final class Branches {

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;

    Branches(Lowering lowering, Frame frame) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
    }

    /** What is read behind a branch, apart from the results of jumps. */
    enum Scope {
        /** Variables that both sides have assigned; if a side jumps, also those that only one has. */
        STATEMENT,
        /** Variables that either side has assigned: which one was run may be known by the expression's value. */
        EXPRESSION,
        /** Nothing: behind it the method ends. */
        END
    }

    private record Side(Builder code, Frame.State end) {

        boolean hasThrown() {
            return end.hasThrown();
        }
    }

    /** What a branch hands on. */
    private record Row(Value then, Value otherwise, Value result) {}

    /** A branch without a value. */
    void run(Value condition, Runnable then, Runnable otherwise, Scope scope, Tree tree) {
        new Branch(condition, scope, tree).run(then, otherwise);
    }

    /** The value of one of two expressions, of which only that one is evaluated. */
    Value choice(Value condition, Supplier<Value> yes, Supplier<Value> no, Value result, Tree tree) {
        Value[] values = new Value[2];
        Branch branch = new Branch(condition, Scope.EXPRESSION, tree);
        branch.rows.add(() -> new Row(values[0], values[1], result));
        branch.run(() -> values[0] = yes.get(), () -> values[1] = no.get());
        return branch.then.hasThrown() ? values[1] : branch.otherwise.hasThrown() ? values[0] : result;
    }

    /** Whether one of the jumps that may be on their way was taken. */
    Value jumped(Tree tree) {
        return frame.taken().values().stream()
                .map(Optional::orElseThrow)
                .reduce((a, b) ->
                        choice(a, () -> code.builder().constant(true), () -> b, Value.unnamed(Type.BOOLEAN), tree))
                .orElseThrow();
    }

    /** Runs something only if no jump was taken before. */
    void unlessJumped(Runnable rest, Scope scope, Tree tree) {
        if (!frame.isReachable()) {
            return;
        }
        if (frame.taken().isEmpty()) {
            rest.run();
            return;
        }
        Runnable remaining = () -> {
            frame.forgetJumps();
            rest.run();
        };
        run(jumped(tree), frame::unreachable, remaining, scope, tree);
    }

    private final class Branch {

        private final Value condition;
        private final Scope scope;
        private final Tree tree;
        private final Frame.State before = frame.snapshot();
        private final Set<Local> visible = frame.declared();
        private final List<Supplier<Row>> rows = new ArrayList<>();
        private final List<Row> handedOn = new ArrayList<>();
        private Side then;
        private Side otherwise;

        Branch(Value condition, Scope scope, Tree tree) {
            this.condition = condition;
            this.scope = scope;
            this.tree = tree;
        }

        void run(Runnable yes, Runnable no) {
            then = side(yes);
            otherwise = side(no);
            if (then.hasThrown() || otherwise.hasThrown()) {
                guard();
                return;
            }
            rows.forEach(row -> handedOn.add(row.get()));
            if (scope != Scope.END) {
                visible.forEach(this::merge);
            }
            union(Frame.State::results).forEach(this::mergeResult);
            List<Runnable> after = new ArrayList<>();
            union(Frame.State::taken).forEach(target -> mergeJump(target, after));
            append(then.code, otherwise.code);
            after.forEach(Runnable::run);
            if (!then.end.isReachable() && !otherwise.end.isReachable()) {
                frame.unreachable();
            }
        }

        /** Where one side always throws, the other goes on behind the {@code if}, which hands on nothing. */
        private void guard() {
            Side remaining = then.hasThrown() ? otherwise : then;
            Builder nothing = code.builder().nested();
            append(then.hasThrown() ? then.code : nothing, otherwise.hasThrown() ? otherwise.code : nothing);
            frame.restore(remaining.end);
            if (!remaining.hasThrown()) {
                remaining.code.statements().forEach(code.builder()::append);
            }
        }

        private Side side(Runnable content) {
            Builder builder = code.builder().nested();
            Frame.State end = code.within(builder, () -> {
                content.run();
                return frame.snapshot();
            });
            frame.restore(before);
            return new Side(builder, end);
        }

        private void append(Builder yes, Builder no) {
            boolean isEmpty = handedOn.isEmpty()
                    && yes.statements().isEmpty()
                    && no.statements().isEmpty();
            if (isEmpty) {
                return;
            }
            code.builder()
                    .append(new If(
                            condition,
                            yes.region(List.of(), column(Row::then)),
                            no.region(List.of(), column(Row::otherwise)),
                            column(Row::result),
                            code.builder().position()));
        }

        private List<Value> column(Function<Row, Value> part) {
            return Value.flat(handedOn.stream().map(part).toList());
        }

        private <T> Set<Target> union(Function<Frame.State, java.util.Map<Target, T>> part) {
            Set<Target> union = new LinkedHashSet<>(part.apply(then.end).keySet());
            union.addAll(part.apply(otherwise.end).keySet());
            return union;
        }

        // Variables.

        private void merge(Local local) {
            Optional<Value> yes = value(then, local);
            Optional<Value> no = value(otherwise, local);
            if (yes.isEmpty() && no.isEmpty()) {
                return;
            }
            if (yes.isPresent() && no.isPresent()) {
                frame.set(local, merged(yes.get(), no.get(), local.name()));
                return;
            }
            Value known = yes.or(() -> no).orElseThrow();
            Frame.State with = (yes.isPresent() ? then : otherwise).end;
            Frame.State without = (yes.isPresent() ? otherwise : then).end;
            boolean isNeeded = scope == Scope.EXPRESSION
                    || !without.isReachable()
                    || !with.taken().isEmpty();
            if (isNeeded && isThereBefore(known)) {
                frame.set(local, known);
            } else if (isNeeded) {
                frame.set(local, handOn(filled(then, yes, known), filled(otherwise, no, known), local.name()));
            }
        }

        /** A side that has returned leaves no variable behind: the other one need not hand it on for its sake. */
        private Optional<Value> value(Side side, Local local) {
            return Optional.ofNullable(
                    (side.end.isAt(frame.end()) ? before : side.end).values().get(local));
        }

        private Value merged(Value yes, Value no, String name) {
            if (yes == no) {
                return yes;
            }
            if (yes.type().isRecord()) {
                return Records.zip(yes, no, (a, b, component) -> merged(a, b, Value.componentName(name, component)));
            }
            return handOn(yes, no, name);
        }

        /** An array that is not one side's own need not be handed on: it is what it was. */
        private boolean isThereBefore(Value known) {
            return known.type().holdsArray() && before.knows(known);
        }

        /** Zero stands for a value that is not there and that nobody will read. */
        private Value filled(Side side, Optional<Value> value, Value like) {
            return value.orElseGet(() -> code.within(side.code, () -> code.placeholder(like.type())));
        }

        private Value handOn(Value yes, Value no, String name) {
            return handOn(yes, no, Code.value(yes.type(), name));
        }

        private Value handOn(Value yes, Value no, Value result) {
            handedOn.add(new Row(yes, no, result));
            return result;
        }

        // Jumps.

        private void mergeResult(Target target) {
            Optional<Value> yes = Optional.ofNullable(then.end.results().get(target));
            Optional<Value> no = Optional.ofNullable(otherwise.end.results().get(target));
            Value known = yes.or(() -> no).orElseThrow();
            boolean isOnly = yes.isEmpty() || no.isEmpty();
            if (yes.equals(no) || isOnly && isThereBefore(known)) {
                frame.result(target, known);
                return;
            }
            Value earlier = before.results().get(target);
            String name = earlier == null ? target.name() : earlier.name();
            frame.result(target, handOn(filled(then, yes, known), filled(otherwise, no, known), name));
        }

        private void mergeJump(Target target, List<Runnable> after) {
            Optional<Value> yes = then.end.taken().get(target);
            Optional<Value> no = otherwise.end.taken().get(target);
            if (isCertain(yes) && isCertain(no)) {
                frame.taken(target, Optional.empty());
            } else if (isCertain(yes) && no == null) {
                frame.taken(target, Optional.of(condition));
            } else if (yes == null && isCertain(no)) {
                after.add(() ->
                        frame.taken(target, Optional.of(code.define(Type.BOOLEAN, "", Primitive.NOT, condition))));
            } else {
                Value first = flag(then, yes, target);
                Value second = flag(otherwise, no, target);
                frame.taken(target, Optional.of(first == second ? first : handOn(first, second, target.newFlag())));
            }
        }

        private static boolean isCertain(Optional<Value> flag) {
            return flag != null && flag.isEmpty();
        }

        /** Where no jump was taken, an earlier flag is false, and as good as the literal. */
        private Value flag(Side side, Optional<Value> flag, Target target) {
            Optional<Value> known = flag == null ? before.taken().get(target) : flag;
            return known != null && known.isPresent()
                    ? known.get()
                    : code.within(side.code, () -> code.builder().constant(flag != null));
        }
    }
}
