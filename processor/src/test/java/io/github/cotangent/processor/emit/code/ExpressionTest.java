package io.github.cotangent.processor.emit.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionTest {

    private static final Expression A = Expression.primary("a");
    private static final Expression B = Expression.primary("b");
    private static final Expression C = Expression.primary("c");

    private static String literal(Type type, Object value) {
        return Expression.literal(type, value).code().toString();
    }

    @Test
    void literalsAreExact() {
        assertThat(literal(Type.DOUBLE, 0.1)).isEqualTo("0.1");
        assertThat(literal(Type.DOUBLE, -0.0)).isEqualTo("-0.0");
        assertThat(literal(Type.DOUBLE, Double.MIN_VALUE)).isEqualTo("4.9E-324");
        assertThat(literal(Type.DOUBLE, Double.NaN)).isEqualTo("java.lang.Double.NaN");
        assertThat(literal(Type.DOUBLE, Double.NEGATIVE_INFINITY)).isEqualTo("java.lang.Double.NEGATIVE_INFINITY");
        assertThat(literal(Type.FLOAT, 0.1f)).isEqualTo("0.1f");
        assertThat(literal(Type.FLOAT, Float.POSITIVE_INFINITY)).isEqualTo("java.lang.Float.POSITIVE_INFINITY");
        assertThat(literal(Type.INT, -3)).isEqualTo("-3");
        assertThat(literal(Type.INT, Integer.MIN_VALUE)).isEqualTo("java.lang.Integer.MIN_VALUE");
        assertThat(literal(Type.LONG, 3L)).isEqualTo("3L");
        assertThat(literal(Type.LONG, Long.MIN_VALUE)).isEqualTo("java.lang.Long.MIN_VALUE");
        assertThat(literal(Type.BOOLEAN, true)).isEqualTo("true");
        assertThat(literal(new Type(Type.Kind.BYTE, 0), 5)).isEqualTo("(byte) 5");
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, ADD, a + b + c, a + (b + c)",
        "SUBTRACT, ADD, a - b + c, a - (b + c)",
        "MULTIPLY, ADD, a * b + c, a * (b + c)",
        "ADD, MULTIPLY, (a + b) * c, a + b * c",
        "DIVIDE, DIVIDE, a / b / c, a / (b / c)",
        "SHIFT_LEFT, ADD, (a << b) + c, a << (b + c)",
        "AND, OR, (a & b) | c, a & (b | c)",
        "ADD, LESS, a + b < c, a + (b < c)",
    })
    void parenthesesStandWhereTheyMust(Primitive first, Primitive second, String left, String right) {
        assertThat(Expression.infix(second, Expression.infix(first, A, B), C).code())
                .hasToString(left);
        assertThat(Expression.infix(first, A, Expression.infix(second, B, C)).code())
                .hasToString(right);
    }

    @Test
    void signsDoNotMeet() {
        Expression minusOne = Expression.literal(Type.DOUBLE, -1.0);
        assertThat(Expression.infix(Primitive.SUBTRACT, A, minusOne).code()).hasToString("a - (-1.0)");
        assertThat(Expression.infix(Primitive.MULTIPLY, A, minusOne).code()).hasToString("a * -1.0");
        assertThat(Expression.prefix(Primitive.NEGATE, minusOne).code()).hasToString("-(-1.0)");
        assertThat(Expression.cast(Type.INT, Expression.infix(Primitive.ADD, A, B))
                        .code())
                .hasToString("(int) (a + b)");
    }

    @Test
    void logicReadsWithoutATable() {
        Expression both = Expression.andAlso(A, B);
        assertThat(Expression.orElse(both, C).code()).hasToString("(a && b) || c");
        assertThat(Expression.andAlso(Expression.orElse(A, B), C).code()).hasToString("(a || b) && c");
        assertThat(Expression.orElse(Expression.orElse(A, B), C).code()).hasToString("a || b || c");
        assertThat(Expression.not(both).code()).hasToString("!(a && b)");
        Expression choice = Expression.choice(both, B, C);
        assertThat(choice.code()).hasToString("a && b ? b : c");
        assertThat(Expression.choice(A, choice, C).code()).hasToString("a ? (a && b ? b : c) : c");
        assertThat(Expression.infix(Primitive.ADD, choice, A).code()).hasToString("(a && b ? b : c) + a");
    }

    @Test
    void codeIsWrappedOnlyIfItBindsLooser() {
        assertThat(A.within(Expression.PRIMARY)).isEqualTo(Text.of("a"));
    }
}
