package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Type;

/**
 * A Java expression.
 *
 * @param binding how tightly its outermost operator binds
 */
record Expression(Text code, int binding) {

    static final int PRIMARY = 16;
    static final int PREFIX = 15;
    static final int AND_ALSO = 4;
    static final int OR_ELSE = 3;
    static final int TERNARY = 2;

    static Expression primary(String format, Object... arguments) {
        return new Expression(Text.of(format, arguments), PRIMARY);
    }

    /** The code, in parentheses unless it binds at least as tightly as needed. */
    Text within(int needed) {
        return binding >= needed ? code : Text.of("($L)", code);
    }

    /** A literal of Java whose value is exactly this one. */
    static Expression literal(Type type, Object value) {
        if (value instanceof Double number) {
            return real(number, Double.class, Double.toString(number));
        }
        if (value instanceof Float number) {
            return real(number, Float.class, number + "f");
        }
        if (value instanceof Long number) {
            return number == Long.MIN_VALUE ? primary("$T.MIN_VALUE", Long.class) : signed(number + "L");
        }
        if (value instanceof Integer number && type.kind() == Type.Kind.INT) {
            return number == Integer.MIN_VALUE ? primary("$T.MIN_VALUE", Integer.class) : signed(number.toString());
        }
        if (value instanceof String) {
            return primary("$S", value);
        }
        if (value instanceof Boolean) {
            return primary("$L", value);
        }
        return new Expression(Text.of("($L) $L", type, value), PREFIX);
    }

    private static Expression real(Number value, Class<?> type, String text) {
        double number = value.doubleValue();
        if (Double.isNaN(number)) {
            return primary("$T.NaN", type);
        }
        if (Double.isInfinite(number)) {
            return primary(number > 0 ? "$T.POSITIVE_INFINITY" : "$T.NEGATIVE_INFINITY", type);
        }
        return signed(text);
    }

    private static Expression signed(String text) {
        return new Expression(Text.of("$L", text), text.startsWith("-") ? PREFIX : PRIMARY);
    }

    /** An infix operation; nothing is re-associated, since that would change the value. */
    static Expression infix(Primitive primitive, Expression left, Expression right) {
        int binding = binding(primitive);
        boolean bits = binding <= 7 || binding == 10;
        boolean comparison = primitive.isComparison();
        int leftNeeds = bits ? PREFIX : comparison ? 10 : binding;
        int rightNeeds = bits ? PREFIX : comparison ? 10 : binding + 1;
        Text rightCode = isMinusAfterSign(primitive, right) ? Text.of("($L)", right.code) : right.within(rightNeeds);
        return new Expression(Text.of("$L $L $L", left.within(leftNeeds), primitive.symbol(), rightCode), binding);
    }

    private static boolean isMinusAfterSign(Primitive primitive, Expression right) {
        return (primitive == Primitive.ADD || primitive == Primitive.SUBTRACT) && right.startsWithMinus();
    }

    private boolean startsWithMinus() {
        return code.toString().startsWith("-");
    }

    static int binding(Primitive infix) {
        return switch (infix) {
            case MULTIPLY, DIVIDE, REMAINDER -> 12;
            case ADD, SUBTRACT -> 11;
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> 10;
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> 9;
            case EQUAL, NOT_EQUAL -> 8;
            case AND -> 7;
            case XOR -> 6;
            case OR -> 5;
            default -> throw new IllegalArgumentException(infix + " is not an infix operator");
        };
    }

    static Expression prefix(Primitive primitive, Expression operand) {
        boolean twice = primitive == Primitive.NEGATE && operand.startsWithMinus();
        Text code = twice ? Text.of("($L)", operand.code) : operand.within(PREFIX);
        return new Expression(Text.of("$L$L", primitive.symbol(), code), PREFIX);
    }

    static Expression not(Expression operand) {
        return prefix(Primitive.NOT, operand);
    }

    static Expression cast(Type type, Expression operand) {
        return new Expression(Text.of("($L) $L", type, operand.within(PREFIX)), PREFIX);
    }

    static Expression andAlso(Expression left, Expression right) {
        int needed = OR_ELSE + 1;
        return new Expression(Text.of("$L && $L", left.within(needed), right.within(needed + 1)), AND_ALSO);
    }

    /** The conjunctions in a disjunction get parentheses: nobody should have to know which binds tighter. */
    static Expression orElse(Expression left, Expression right) {
        Text leftCode = left.binding == OR_ELSE ? left.code : left.within(AND_ALSO + 1);
        return new Expression(Text.of("$L || $L", leftCode, right.within(AND_ALSO + 1)), OR_ELSE);
    }

    static Expression choice(Expression condition, Expression then, Expression otherwise) {
        int needed = TERNARY + 1;
        return new Expression(
                Text.of("$L ? $L : $L", condition.within(needed), then.within(needed), otherwise.within(needed)),
                TERNARY);
    }
}
