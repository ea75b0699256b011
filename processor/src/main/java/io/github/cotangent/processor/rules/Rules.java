package io.github.cotangent.processor.rules;

import static io.github.cotangent.processor.ir.Primitive.*;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The derivatives of the primitives, one row each.
 *
 * <p>A row says for each argument what becomes of a sensitivity {@code s}: the product of {@code s} with the partial
 * derivative. That product is all that either mode needs: forward it is applied to the tangents of the arguments, in reverse
 * to the adjoint of the result. Arrays and {@code LOAD}s are the business of the transformations, not of this table.
 */
public final class Rules {

    /** The product of a sensitivity {@code s} and the partial derivative with respect to one argument. */
    @FunctionalInterface
    private interface Partial {
        Value apply(Application f, Value s);
    }

    /** The row of {@code a * a}, which depends on one argument only. */
    private static final List<Partial> SQUARE = List.of((f, s) -> f.times(f.times(f.number(2), f.a()), s));

    /** In the place of an argument that the result does not vary with. */
    private static final Partial NONE = null;

    private static final Map<Primitive, List<Partial>> TABLE = new EnumMap<>(Primitive.class);

    static {
        row(ADD, (f, s) -> s, (f, s) -> s);
        row(SUBTRACT, (f, s) -> s, (f, s) -> f.negate(s));
        row(MULTIPLY, (f, s) -> f.times(s, f.b()), (f, s) -> f.times(f.a(), s));
        row(DIVIDE, (f, s) -> f.over(s, f.b()), Rules::divisor);
        row(REMAINDER, (f, s) -> s, (f, s) -> f.times(s, f.call(REMAINDER_SLOPE, f.a(), f.b(), f.y())));
        row(IEEE_REMAINDER, (f, s) -> s, (f, s) -> f.times(s, f.call(IEEE_REMAINDER_SLOPE, f.a(), f.b(), f.y())));
        row(NEGATE, (f, s) -> f.negate(s));
        row(CAST, (f, s) -> s);
        row(SELECT, NONE, (f, s) -> f.when(f.raw(0), s, f.number(0)), (f, s) -> f.when(f.raw(0), f.number(0), s));
        row(THROUGH, NONE, (f, s) -> f.unlessNaN(s));
        row(ABS, (f, s) -> f.times(s, f.call(ABS_SLOPE, f.a())));
        row(MAX, (f, s) -> pick(f, GREATER_EQUAL, s, f.number(0)), (f, s) -> pick(f, GREATER_EQUAL, f.number(0), s));
        row(MIN, (f, s) -> pick(f, LESS_EQUAL, s, f.number(0)), (f, s) -> pick(f, LESS_EQUAL, f.number(0), s));
        row(
                CLAMP,
                (f, s) -> f.unlessNaN(
                        f.where(f.a(), LESS, f.b(), f.number(0), f.where(f.a(), GREATER, f.c(), f.number(0), s))),
                (f, s) -> f.unlessNaN(f.where(f.a(), LESS, f.b(), s, f.number(0))),
                (f, s) -> f.unlessNaN(f.where(f.a(), GREATER, f.c(), s, f.number(0))));
        row(COPY_SIGN, (f, s) -> f.times(s, f.call(COPY_SIGN_SLOPE, f.a(), f.b())), NONE);

        row(SIN, (f, s) -> f.times(s, f.partner(COS)));
        row(COS, (f, s) -> f.negate(f.times(s, f.partner(SIN))));
        row(TAN, (f, s) -> f.times(s, f.add(f.number(1), f.square(f.y()))));
        row(ASIN, (f, s) -> f.strong(s, f.call(ASIN_SLOPE, f.a())));
        row(ACOS, (f, s) -> f.strong(s, f.call(ACOS_SLOPE, f.a())));
        row(ATAN, (f, s) -> f.over(s, f.add(f.number(1), f.square(f.a()))));
        row(SINH, (f, s) -> f.times(s, f.partner(COSH)));
        row(COSH, (f, s) -> f.times(s, f.partner(SINH)));
        row(TANH, (f, s) -> f.times(s, f.subtract(f.number(1), f.square(f.y()))));
        row(EXP, (f, s) -> f.times(s, f.y()));
        row(EXPM1, (f, s) -> f.times(s, f.add(f.y(), f.number(1))));
        row(LOG, (f, s) -> f.strong(s, f.call(LOG_SLOPE, f.a())));
        row(LOG10, (f, s) -> f.strong(s, f.call(LOG10_SLOPE, f.a())));
        row(LOG1P, (f, s) -> f.strong(s, f.call(LOG1P_SLOPE, f.a())));
        row(SQRT, (f, s) -> f.strong(s, f.call(SQRT_SLOPE, f.y())));
        row(CBRT, (f, s) -> f.strong(s, f.call(CBRT_SLOPE, f.y())));
        row(POW, Rules::powBase, Rules::powExponent);
        row(
                HYPOT,
                (f, s) -> f.strong(s, f.call(HYPOT_SLOPE, f.a(), f.y())),
                (f, s) -> f.strong(s, f.call(HYPOT_SLOPE, f.b(), f.y())));
        row(
                ATAN2,
                (f, s) -> f.strong(s, f.call(ATAN2_Y_SLOPE, f.a(), f.b())),
                (f, s) -> f.strong(s, f.call(ATAN2_X_SLOPE, f.a(), f.b())));
        row(TO_RADIANS, (f, s) -> f.call(TO_RADIANS, s));
        row(TO_DEGREES, (f, s) -> f.call(TO_DEGREES, s));
        row(FMA, (f, s) -> f.times(s, f.b()), (f, s) -> f.times(f.a(), s), (f, s) -> s);
        row(SCALB, (f, s) -> f.call(SCALB, s, f.raw(1)), NONE);

        row(STRONG_TIMES, (f, s) -> f.strong(s, f.b()), (f, s) -> f.strong(f.a(), s));
        row(LOG_SLOPE, (f, s) -> f.negate(f.strong(s, f.square(f.y()))));
        row(LOG10_SLOPE, (f, s) -> f.negate(f.strong(s, f.times(f.number(Math.log(10)), f.square(f.y())))));
        row(LOG1P_SLOPE, (f, s) -> f.negate(f.strong(s, f.square(f.y()))));
        row(SQRT_SLOPE, (f, s) -> f.negate(f.strong(s, f.times(f.number(2), f.square(f.y())))));
        row(CBRT_SLOPE, (f, s) -> f.negate(f.strong(s, f.over(f.times(f.number(2), f.y()), f.a()))));
        row(ASIN_SLOPE, (f, s) -> f.strong(s, f.times(f.a(), f.times(f.y(), f.square(f.y())))));
        row(ACOS_SLOPE, (f, s) -> f.strong(s, f.times(f.a(), f.times(f.y(), f.square(f.y())))));
        row(POW_BASE_SLOPE, Rules::powBaseByBase, Rules::powBaseByExponent);
        row(
                POW_EXPONENT_SLOPE,
                (f, s) -> f.strong(s, f.call(POW, f.a(), f.subtract(f.b(), f.number(1)))),
                NONE,
                (f, s) -> f.strong(s, f.call(LOG, f.a())));
        row(
                HYPOT_SLOPE,
                (f, s) -> f.strong(s, f.over(f.number(1), f.b())),
                (f, s) -> f.negate(f.strong(s, f.over(f.y(), f.b()))));
        row(
                ATAN2_Y_SLOPE,
                (f, s) -> f.strong(s, f.times(f.number(2), f.times(f.y(), f.call(ATAN2_X_SLOPE, f.a(), f.b())))),
                (f, s) -> f.strong(s, f.subtract(f.square(f.call(ATAN2_X_SLOPE, f.a(), f.b())), f.square(f.y()))));
        row(
                ATAN2_X_SLOPE,
                (f, s) -> f.strong(s, f.subtract(f.square(f.y()), f.square(f.call(ATAN2_Y_SLOPE, f.a(), f.b())))),
                (f, s) -> f.strong(s, f.times(f.number(-2), f.times(f.y(), f.call(ATAN2_Y_SLOPE, f.a(), f.b())))));

        piecewiseConstant(CEIL, FLOOR, RINT, ROUND, SIGNUM, ULP, GET_EXPONENT, NEXT_UP, NEXT_DOWN, NEXT_AFTER);
        piecewiseConstant(STOP_GRADIENT, ABS_SLOPE, COPY_SIGN_SLOPE, REMAINDER_SLOPE, IEEE_REMAINDER_SLOPE);
        piecewiseConstant(EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, NOT, EQUALS, ORDINAL);
        piecewiseConstant(AND, OR, XOR, COMPLEMENT, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED);
        piecewiseConstant(ABS_EXACT, ADD_EXACT, SUBTRACT_EXACT, MULTIPLY_EXACT, INCREMENT_EXACT, DECREMENT_EXACT);
        piecewiseConstant(COMPARE);
        piecewiseConstant(NEGATE_EXACT, TO_INT_EXACT, MULTIPLY_FULL, MULTIPLY_HIGH, UNSIGNED_MULTIPLY_HIGH);
        piecewiseConstant(FLOOR_DIV, FLOOR_MOD, CEIL_DIV, CEIL_MOD, DIVIDE_EXACT, FLOOR_DIV_EXACT, CEIL_DIV_EXACT);
    }

    private Rules() {}

    private static void row(Primitive primitive, Partial... partials) {
        TABLE.put(primitive, Arrays.asList(partials));
    }

    private static void piecewiseConstant(Primitive... primitives) {
        for (Primitive primitive : primitives) {
            TABLE.put(primitive, List.of());
        }
    }

    private static Value pick(Application f, Primitive first, Value yes, Value no) {
        return f.unlessNaN(f.where(f.a(), first, f.b(), yes, no));
    }

    /** {@code -(s/b)·y}, which shares its quotient with the other argument; {@code -s·y²} for {@code y = 1/b}. */
    private static Value divisor(Application f, Value s) {
        return f.negate(f.aIs(1) ? f.times(f.times(s, f.y()), f.y()) : f.times(f.over(s, f.b()), f.y()));
    }

    /** {@code p·x^(p-1)}, written out for the exponents that people write. */
    private static Value powBase(Application f, Value s) {
        if (f.bIs(0)) {
            return f.times(s, f.number(0));
        }
        if (f.bIs(1)) {
            return s;
        }
        if (f.bIs(2)) {
            return f.times(s, f.times(f.number(2), f.a()));
        }
        if (f.bIs(3)) {
            return f.times(s, f.times(f.number(3), f.square(f.a())));
        }
        return f.strong(s, f.call(POW_BASE_SLOPE, f.a(), f.b()));
    }

    private static Value powExponent(Application f, Value s) {
        return f.strong(s, f.call(POW_EXPONENT_SLOPE, f.a(), f.b(), f.y()));
    }

    /** {@code p·(p-1)·x^(p-2)}. */
    private static Value powBaseByBase(Application f, Value s) {
        Value reduced = f.subtract(f.b(), f.number(1));
        return f.strong(s, f.times(f.b(), f.call(POW_BASE_SLOPE, f.a(), reduced)));
    }

    /** {@code x^(p-1) + p·x^(p-1)·log x}. */
    private static Value powBaseByExponent(Application f, Value s) {
        Value reduced = f.subtract(f.b(), f.number(1));
        Value power = f.call(POW, f.a(), reduced);
        Value slope = f.call(POW_EXPONENT_SLOPE, f.a(), reduced, power);
        return f.strong(s, f.add(power, f.times(f.b(), slope)));
    }

    /** Whether the result of an application varies with one of its arguments. */
    public static boolean isDifferentiable(Let let, int argument) {
        if (!let.result().type().isReal() || !let.argument(argument).type().isReal()) {
            return false;
        }
        return switch (let.primitive()) {
            case LOAD, CLONE, GROW -> argument == 0;
            case NEW_ARRAY, LENGTH -> false;
            default -> {
                List<Partial> partials = partials(let);
                yield argument < partials.size() && partials.get(argument) != NONE;
            }
        };
    }

    /**
     * The product of a sensitivity and the partial derivative of {@code let} with respect to one argument.
     *
     * @param available finds the value of an argument or of the result where the derivative is computed
     */
    public static Value product(
            Let let, int argument, Value sensitivity, Algebra algebra, UnaryOperator<Value> available) {
        return partials(let).get(argument).apply(new Application(let, algebra, available), sensitivity);
    }

    /** Whether no partial derivative of an application can be infinite, or NaN, where its value is finite; but for 1/0. */
    public static boolean isBounded(Let let, Algebra.Facts facts) {
        Builder builder = new Builder();
        for (int i = 0; i < let.arguments().size(); i++) {
            if (isDifferentiable(let, i)) {
                Value sensitivity = Value.unnamed(Type.DOUBLE);
                product(let, i, sensitivity, new Algebra(builder, facts), UnaryOperator.identity());
            }
        }
        return builder.statements().stream()
                .noneMatch(
                        statement -> statement instanceof Let written && written.primitive() == Primitive.STRONG_TIMES);
    }

    /** What the partial derivative with respect to one argument reads: some of the arguments and the result. */
    public static Set<Value> reads(Let let, int argument, Algebra.Facts facts) {
        Set<Value> reads = new LinkedHashSet<>();
        UnaryOperator<Value> recorder = value -> {
            reads.add(value);
            return value;
        };
        product(let, argument, Value.unnamed(Type.DOUBLE), new Algebra(new Builder(), facts), recorder);
        return reads;
    }

    static boolean hasPartials(Primitive primitive) {
        return hasRow(primitive) && !TABLE.get(primitive.relaxed()).isEmpty();
    }

    static boolean hasRow(Primitive primitive) {
        return TABLE.containsKey(primitive.relaxed());
    }

    private static List<Partial> partials(Let let) {
        if (let.primitive() == MULTIPLY && let.argument(0) == let.argument(1)) {
            return SQUARE;
        }
        List<Partial> partials = TABLE.get(let.primitive().relaxed());
        if (partials == null) {
            throw new IllegalStateException("no derivative rule for " + let.primitive());
        }
        return partials;
    }
}
