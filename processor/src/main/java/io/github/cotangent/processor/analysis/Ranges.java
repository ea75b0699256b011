package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.Optional;
import java.util.OptionalInt;

/** Between which numbers an {@code int} lies, whatever the arguments are. */
final class Ranges {

    /** The numbers from {@code low} to {@code high}. */
    record Range(long low, long high) {

        private static final Range ALL = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

        private static final Range NATURAL = new Range(0, Integer.MAX_VALUE);

        private boolean isWithin(Range other) {
            return other.low <= low && high <= other.high;
        }

        private Range plus(long number) {
            return new Range(low + number, high + number);
        }
    }

    /** {@code base + distance}, which does not overflow. */
    record Sum(Value base, int distance) {}

    /** As far as definitions are followed. */
    private static final int FAR = 5;

    private final Frames frames;

    Ranges(Frames frames) {
        this.frames = frames;
    }

    Range of(Value value) {
        return of(value, FAR);
    }

    /** What a value is the sum of, if one of the terms is a literal and no argument makes it overflow. */
    Optional<Sum> sum(Value value) {
        return sum(value, FAR);
    }

    private Range of(Value value, int depth) {
        if (depth == 0 || !value.type().equals(Type.INT)) {
            return Range.ALL;
        }
        Statement definition = frames.definition(value).orElse(null);
        if (definition instanceof Constant constant && constant.literal() instanceof Integer number) {
            return new Range(number, number);
        }
        if (definition instanceof Let let) {
            return let.primitive() == Primitive.LENGTH
                    ? Range.NATURAL
                    : sum(value, depth)
                            .map(sum -> of(sum.base(), depth - 1).plus(sum.distance()))
                            .orElse(Range.ALL);
        }
        return frames.of(value).owner() instanceof For loop && loop.index() == value
                ? ofIndex(loop, depth - 1)
                : Range.ALL;
    }

    private Range ofIndex(For loop, int depth) {
        Range from = of(loop.from(), depth);
        Range to = of(loop.to(), depth);
        int beyond = loop.isInclusive() ? 0 : 1;
        return loop.step() > 0 ? new Range(from.low(), to.high() - beyond) : new Range(to.low() + beyond, from.high());
    }

    private Optional<Sum> sum(Value value, int depth) {
        if (!value.type().equals(Type.INT)
                || !(frames.definition(value).orElse(null) instanceof Let let)
                || let.arguments().size() != 2) {
            return Optional.empty();
        }
        OptionalInt left = literal(let.argument(0));
        OptionalInt right = literal(let.argument(1));
        Optional<Sum> sum = Optional.empty();
        if (let.primitive() == Primitive.ADD && right.isPresent()) {
            sum = Optional.of(new Sum(let.argument(0), right.getAsInt()));
        } else if (let.primitive() == Primitive.ADD && left.isPresent()) {
            sum = Optional.of(new Sum(let.argument(1), left.getAsInt()));
        } else if (let.primitive() == Primitive.SUBTRACT
                && right.isPresent()
                && right.getAsInt() != Integer.MIN_VALUE) {
            sum = Optional.of(new Sum(let.argument(0), -right.getAsInt()));
        }
        return sum.filter(
                found -> of(found.base(), depth - 1).plus(found.distance()).isWithin(Range.ALL));
    }

    private OptionalInt literal(Value value) {
        return frames.definition(value).orElse(null) instanceof Constant constant
                        && constant.literal() instanceof Integer number
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }
}
