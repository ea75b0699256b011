package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.Frames.Frame;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about the {@code int}s of two moments of one run: when a statement is run, and when another one is run later.
 * A value from around what repeats in between is the same at both moments; any other has two numbers.
 *
 * <p>The headers of the loops around, the branches taken, and sums with literals give differences, {@code a <= b + c}; one
 * follows from others if a path from {@code a} to {@code b} is as short.
 */
final class Inequalities {

    /** The number that a value is at a moment. */
    record Term(Value value, boolean isLater) {}

    /** {@code a <= b + distance}; an end that is null is zero. */
    private record Bound(Term a, Term b, long distance) {}

    /** Two numbers that are not equal. */
    private record Pair(Term a, Term b) {}

    private final Frames frames;
    private final Ranges ranges;
    private final Frame shared;
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Pair> unequal = new ArrayList<>();
    private final Set<Term> terms = new HashSet<>();

    private Inequalities(Frames frames, Ranges ranges, Frame shared) {
        this.frames = frames;
        this.ranges = ranges;
        this.shared = shared;
    }

    /** Of two statements in the same run of the frame. */
    static Inequalities within(Frame frame, Statement earlier, Statement later, Frames frames, Ranges ranges) {
        Inequalities known = new Inequalities(frames, ranges, frame);
        known.around(earlier, false);
        known.around(later, true);
        known.tighten();
        return known;
    }

    /** Of two statements in different iterations of a loop, whose body is the frame. */
    static Inequalities across(Frame body, Statement earlier, Statement later, Frames frames, Ranges ranges) {
        Inequalities known = new Inequalities(frames, ranges, body.parent());
        For loop = (For) body.owner();
        Term before = known.term(loop.index(), false);
        Term after = known.term(loop.index(), true);
        long step = Math.abs((long) loop.step());
        known.add(loop.step() > 0 ? before : after, loop.step() > 0 ? after : before, -step);
        known.around(earlier, false);
        known.around(later, true);
        known.tighten();
        return known;
    }

    /** Whether a value at the first moment is another number than one at the second. */
    boolean differ(Value earlier, Value later) {
        Term a = term(earlier, false);
        Term b = term(later, true);
        return isLess(a, b) || isLess(b, a) || unequal.contains(new Pair(a, b)) || unequal.contains(new Pair(b, a));
    }

    private boolean isLess(Term a, Term b) {
        return distance(a, b) <= -1;
    }

    /** The facts that hold where a statement is run. */
    private void around(Statement statement, boolean isLater) {
        for (Frame frame = frames.of(statement); !frame.isRoot(); frame = frame.parent()) {
            if (frame.owner() instanceof For loop) {
                index(loop, isLater);
            } else if (frame.owner() instanceof If branch) {
                condition(branch.condition(), branch.then() == frame.region(), isLater);
            }
        }
    }

    private void index(For loop, boolean isLater) {
        Term index = term(loop.index(), isLater);
        Term from = term(loop.from(), isLater);
        Term to = term(loop.to(), isLater);
        int beyond = loop.isInclusive() ? 0 : -1;
        if (loop.step() > 0) {
            add(from, index, 0);
            add(index, to, beyond);
        } else {
            add(index, from, 0);
            add(to, index, beyond);
        }
    }

    private void condition(Value condition, boolean holds, boolean isLater) {
        if (!(frames.definition(condition).orElse(null) instanceof Let let)) {
            return;
        }
        if (let.primitive() == Primitive.NOT) {
            condition(let.argument(0), !holds, isLater);
        } else if (let.primitive().isComparison() && let.argument(0).type().equals(Type.INT)) {
            compared(let.primitive(), holds, term(let.argument(0), isLater), term(let.argument(1), isLater));
        }
    }

    private void compared(Primitive comparison, boolean holds, Term a, Term b) {
        switch (comparison) {
            case LESS -> order(a, b, holds, -1, 0);
            case LESS_EQUAL -> order(a, b, holds, 0, -1);
            case GREATER -> order(b, a, holds, -1, 0);
            case GREATER_EQUAL -> order(b, a, holds, 0, -1);
            case EQUAL -> equality(a, b, holds);
            case NOT_EQUAL -> equality(a, b, !holds);
            default -> throw new IllegalArgumentException(comparison.toString());
        }
    }

    private void order(Term a, Term b, boolean holds, int ifHolds, int otherwise) {
        add(holds ? a : b, holds ? b : a, holds ? ifHolds : otherwise);
    }

    private void equality(Term a, Term b, boolean holds) {
        if (holds) {
            add(a, b, 0);
            add(b, a, 0);
        } else {
            unequal.add(new Pair(a, b));
        }
    }

    /** Where two numbers are not equal, {@code a <= b} means {@code a < b}. */
    private void tighten() {
        for (Pair pair : unequal) {
            if (distance(pair.a(), pair.b()) <= 0) {
                add(pair.a(), pair.b(), -1);
            }
            if (distance(pair.b(), pair.a()) <= 0) {
                add(pair.b(), pair.a(), -1);
            }
        }
    }

    private void add(Term a, Term b, long distance) {
        bounds.add(new Bound(a, b, distance));
    }

    private Term term(Value value, boolean isLater) {
        Term term = new Term(value, isLater && !shared.isWithin(frames.of(value)));
        if (terms.add(term)) {
            Ranges.Range range = ranges.of(value);
            add(term, null, range.high());
            add(null, term, -range.low());
            ranges.sum(value).ifPresent(sum -> {
                Term base = term(sum.base(), isLater);
                add(term, base, sum.distance());
                add(base, term, -sum.distance());
            });
        }
        return term;
    }

    /** The least {@code c} of which {@code a <= b + c} follows, by Bellman's and Ford's algorithm. */
    private long distance(Term a, Term b) {
        Map<Term, Long> distances = new HashMap<>();
        distances.put(a, 0L);
        boolean isShorter = true;
        for (int i = 0; isShorter && i <= terms.size(); i++) {
            isShorter = false;
            for (Bound bound : bounds) {
                Long start = distances.get(bound.a());
                if (start != null) {
                    long length = start + bound.distance();
                    isShorter |= length < distances.getOrDefault(bound.b(), Long.MAX_VALUE);
                    distances.merge(bound.b(), length, Math::min);
                }
            }
        }
        return distances.getOrDefault(b, Long.MAX_VALUE);
    }
}
