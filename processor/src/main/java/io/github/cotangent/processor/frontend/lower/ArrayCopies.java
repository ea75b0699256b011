package io.github.cotangent.processor.frontend.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lowers {@code System.arraycopy}, {@code Arrays.fill}, {@code copyOf} and {@code copyOfRange} to loops over the elements,
 * which every mode can follow. What Java checks before it copies is checked before the loop, unless it is known to hold.
 */
final class ArrayCopies {

    private static final String OUT_OF_BOUNDS = ArrayIndexOutOfBoundsException.class.getName();
    private static final String ILLEGAL = IllegalArgumentException.class.getName();

    private final Lowering lowering;
    private final Frame frame;
    private final Code code;
    private final Expressions expressions;
    private final Branches branches;
    private final Texts texts;

    ArrayCopies(Lowering lowering, Frame frame, Expressions expressions, Branches branches) {
        this.lowering = lowering;
        this.frame = frame;
        this.code = lowering.code();
        this.expressions = expressions;
        this.branches = branches;
        this.texts = new Texts(lowering, frame, expressions);
    }

    Optional<Library.Call> find(String method) {
        return Optional.ofNullable(
                switch (method) {
                    case "arraycopy" -> this::arraycopy;
                    case "fill" -> this::fill;
                    case "copyOf" -> this::copyOf;
                    case "copyOfRange" -> this::copyOfRange;
                    case "checkIndex" -> this::checkIndex;
                    case "requireNonNull" -> this::requireNonNull;
                    default -> null;
                });
    }

    // The calls.

    private Optional<Value> arraycopy(MethodInvocationTree tree, String name) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        Optional<Value> source = array(arguments.get(0));
        Value from = index(arguments.get(1));
        Optional<Value> target = array(arguments.get(2));
        Value to = index(arguments.get(3));
        Value count = index(arguments.get(4));
        if (source.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        if (!source.get().type().equals(target.get().type())) {
            lowering.report(
                    arguments.get(2), Message.UnsupportedType, target.get().type());
            return Optional.empty();
        }
        writes(tree, target.get());
        checkBounds(source.get(), from, target.get(), to, count);
        copy(source.get(), from, target.get(), to, count);
        return Optional.empty();
    }

    private Optional<Value> fill(MethodInvocationTree tree, String name) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        boolean isRange = arguments.size() == 4;
        Optional<Value> array = array(arguments.get(0));
        Value from = isRange ? index(arguments.get(1)) : code.literal(0, Type.INT);
        Value to = isRange ? index(arguments.get(2)) : null;
        if (array.isEmpty()) {
            return Optional.empty();
        }
        Value element = expressions.as(
                arguments.get(arguments.size() - 1), array.get().type().element(), "");
        writes(tree, array.get());
        if (isRange) {
            failIf(
                    () -> compare(from, Primitive.GREATER, to),
                    ILLEGAL,
                    new Throw.Argument(List.of("fromIndex(", ") > toIndex(", ")"), List.of(from, to)));
            failIfNegative(from);
            failIfBeyond(to, array.get());
        }
        loop(from, isRange ? to : length(array.get()), i -> code.builder().store(array.get(), i, element));
        return Optional.empty();
    }

    private Optional<Value> copyOf(MethodInvocationTree tree, String name) {
        Optional<Value> source = array(tree.getArguments().get(0));
        Value length = index(tree.getArguments().get(1));
        return source.map(array -> {
            Value copy = code.define(array.type(), name, Primitive.NEW_ARRAY, length);
            boolean isWhole = code.isLength(length, array);
            Value count = isWhole ? length : code.define(Type.INT, "", Primitive.MIN, length(array), length);
            copyFromStart(array, copy, count);
            return copy;
        });
    }

    private Optional<Value> copyOfRange(MethodInvocationTree tree, String name) {
        Optional<Value> source = array(tree.getArguments().get(0));
        Value from = index(tree.getArguments().get(1));
        Value to = index(tree.getArguments().get(2));
        return source.map(array -> {
            Value length = code.define(Type.INT, "", Primitive.SUBTRACT, to, from);
            failIf(
                    () -> compare(length, Primitive.LESS, code.literal(0, Type.INT)),
                    ILLEGAL,
                    new Throw.Argument(List.of("", " > ", ""), List.of(from, to)));
            failIfNegative(from);
            failIfBeyond(from, array);
            Value copy = code.define(array.type(), name, Primitive.NEW_ARRAY, length);
            Value rest = code.define(Type.INT, "", Primitive.SUBTRACT, length(array), from);
            Value count = code.define(Type.INT, "", Primitive.MIN, rest, length);
            copy(array, from, copy, code.literal(0, Type.INT), count);
            return copy;
        });
    }

    private Optional<Value> checkIndex(MethodInvocationTree tree, String name) {
        Optional<Type> type = expressions.type(tree);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Value index = expressions.as(tree.getArguments().get(0), type.get(), name);
        Value length = expressions.as(tree.getArguments().get(1), type.get(), "");
        Value zero = code.literal(0, type.get());
        failIf(
                () -> anyOf(List.of(
                        () -> compare(index, Primitive.LESS, zero),
                        () -> compare(index, Primitive.GREATER_EQUAL, length))),
                IndexOutOfBoundsException.class.getName(),
                new Throw.Argument(List.of("Index ", " out of bounds for length ", ""), List.of(index, length)));
        return Optional.of(index);
    }

    private Optional<Value> requireNonNull(MethodInvocationTree tree, String name) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        Value value = expressions.value(arguments.get(0), name);
        Throw.Argument[] text = arguments.stream().skip(1).map(texts::argument).toArray(Throw.Argument[]::new);
        if (lowering.mayBeMissing(value)) {
            failIf(() -> lowering.isMissing(value), NullPointerException.class.getName(), text);
        }
        return Optional.of(value);
    }

    // Arguments.

    private Value index(ExpressionTree tree) {
        return expressions.as(tree, Type.INT, "");
    }

    private Optional<Value> array(ExpressionTree tree) {
        Value array = expressions.value(tree, "");
        if (array.type().isArray()) {
            return Optional.of(array);
        }
        lowering.report(tree, Message.UnsupportedType, array.type());
        return Optional.empty();
    }

    private void writes(MethodInvocationTree tree, Value array) {
        lowering.written(array, tree);
    }

    private Value length(Value array) {
        return code.define(Type.INT, "", Primitive.LENGTH, array);
    }

    private Value compare(Value a, Primitive comparison, Value b) {
        return code.builder().compare(comparison, a, b);
    }

    // Checks.

    private void failIf(Supplier<Value> condition, String exception, Throw.Argument... arguments) {
        Value fails = condition.get();
        Builder then = code.builder().nested();
        then.append(new Throw(exception, Arrays.asList(arguments), then.position()));
        code.builder()
                .branch(
                        fails,
                        then.region(List.of(), List.of()),
                        code.builder().nested().region(List.of(), List.of()));
    }

    private void failIfNegative(Value index) {
        if (!code.isNatural(index)) {
            failIf(
                    () -> compare(index, Primitive.LESS, code.literal(0, Type.INT)),
                    OUT_OF_BOUNDS,
                    new Throw.Argument(List.of(), List.of(index)));
        }
    }

    private void failIfBeyond(Value end, Value array) {
        if (!code.isLength(end, array) && !code.isLiteral(end, 0)) {
            failIf(
                    () -> compare(end, Primitive.GREATER, length(array)),
                    OUT_OF_BOUNDS,
                    new Throw.Argument(List.of(), List.of(end)));
        }
    }

    private void checkBounds(Value source, Value from, Value target, Value to, Value count) {
        List<Supplier<Value>> negative = new ArrayList<>();
        for (Value natural : List.of(from, to, count)) {
            if (!code.isNatural(natural)) {
                negative.add(() -> compare(natural, Primitive.LESS, code.literal(0, Type.INT)));
            }
        }
        List<Supplier<Value>> beyond = new ArrayList<>();
        beyond(source, from, count).ifPresent(beyond::add);
        beyond(target, to, count).ifPresent(beyond::add);
        for (List<Supplier<Value>> faults : List.of(negative, beyond)) {
            if (!faults.isEmpty()) {
                failIf(
                        () -> anyOf(faults),
                        OUT_OF_BOUNDS,
                        new Throw.Argument(
                                List.of("arraycopy: ", " elements from ", " of ", " to ", " of ", ""),
                                List.of(count, from, length(source), to, length(target))));
            }
        }
    }

    /** Whether elements behind the end of an array would be copied; {@code from + count} could overflow. */
    private Optional<Supplier<Value>> beyond(Value array, Value from, Value count) {
        if (code.isLiteral(from, 0)) {
            return code.isLength(count, array)
                    ? Optional.empty()
                    : Optional.of(() -> compare(count, Primitive.GREATER, length(array)));
        }
        return Optional.of(() -> {
            Value rest = code.define(Type.INT, "", Primitive.SUBTRACT, length(array), from);
            return compare(count, Primitive.GREATER, rest);
        });
    }

    private Value anyOf(List<Supplier<Value>> conditions) {
        Value met = conditions.get(0).get();
        for (Supplier<Value> condition : conditions.subList(1, conditions.size())) {
            met = branches.choice(
                    met, () -> code.builder().constant(true), condition, Value.unnamed(Type.BOOLEAN), null);
        }
        return met;
    }

    // Loops.

    private interface Body {
        void at(Value index);
    }

    private void loop(Value from, Value to, Body body) {
        loop(from, Primitive.LESS, to, 1, body);
    }

    private void loop(Value from, Primitive test, Value to, int step, Body body) {
        Builder inner = code.builder().nested();
        Value index = Value.unnamed(Type.INT);
        code.within(inner, () -> {
            body.at(index);
            return index;
        });
        code.builder().loop(from, test, to, step, List.of(), inner.region(List.of(index), List.of()));
    }

    private void copyFromStart(Value source, Value target, Value count) {
        loop(
                code.literal(0, Type.INT),
                count,
                i -> code.builder().store(target, i, code.builder().load(source, i)));
    }

    /** As if all elements were read before the first is written: to a later place of the same array from the end on. */
    private void copy(Value source, Value from, Value target, Value to, Value count) {
        Value zero = code.literal(0, Type.INT);
        boolean isUp = code.isLiteral(to, 0)
                || code.isAtMost(to, from)
                || code.areDistinct(source, target, lowering::isParameter);
        if (isUp) {
            loop(zero, count, i -> move(source, moved(from, i), target, moved(to, i)));
            return;
        }
        Value last = code.define(Type.INT, "", Primitive.SUBTRACT, count, code.literal(1, Type.INT));
        if (code.isAtMost(from, to)) {
            loop(last, Primitive.GREATER_EQUAL, zero, -1, i -> move(source, moved(from, i), target, moved(to, i)));
            return;
        }
        Value up = compare(from, Primitive.GREATER_EQUAL, to);
        loop(zero, count, i -> {
            Value down = code.define(Type.INT, "", Primitive.SUBTRACT, last, i);
            Value k = code.define(Type.INT, "k", Primitive.SELECT, up, i, down);
            move(source, moved(from, k), target, moved(to, k));
        });
    }

    private void move(Value source, Value from, Value target, Value to) {
        code.builder().store(target, to, code.builder().load(source, from));
    }

    private Value moved(Value start, Value index) {
        return code.isLiteral(start, 0) ? index : code.define(Type.INT, "", Primitive.ADD, start, index);
    }
}
