package io.github.cotangent.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InterpreterTest {

    private static final List<Integer> INTS = List.of(0, 1, -1, 7, -8, 33, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Long> LONGS = List.of(0L, 1L, -1L, 65L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<Float> FLOATS = List.of(0f, -0f, 1f, -2.5f, 1e38f, 1e-40f, Float.NaN);
    private static final List<Double> DOUBLES = List.of(0.0, -0.0, 1.5, -3.0, 1e300, 4e-320, Double.NaN, 1 / 0.0);

    static Stream<Arguments> infix() {
        return Stream.of(
                of(Primitive.ADD, INTS, (a, b) -> a + b),
                of(Primitive.SUBTRACT, INTS, (a, b) -> a - b),
                of(Primitive.MULTIPLY, INTS, (a, b) -> a * b),
                of(Primitive.DIVIDE, INTS, (a, b) -> a / b),
                of(Primitive.REMAINDER, INTS, (a, b) -> a % b),
                of(Primitive.AND, INTS, (a, b) -> a & b),
                of(Primitive.OR, INTS, (a, b) -> a | b),
                of(Primitive.XOR, INTS, (a, b) -> a ^ b),
                of(Primitive.SHIFT_LEFT, INTS, (a, b) -> a << b),
                of(Primitive.SHIFT_RIGHT, INTS, (a, b) -> a >> b),
                of(Primitive.SHIFT_RIGHT_UNSIGNED, INTS, (a, b) -> a >>> b),
                of(Primitive.FLOOR_MOD, INTS, Math::floorMod),
                of(Primitive.ADD, LONGS, (a, b) -> a + b),
                of(Primitive.MULTIPLY, LONGS, (a, b) -> a * b),
                of(Primitive.DIVIDE, LONGS, (a, b) -> a / b),
                of(Primitive.SHIFT_LEFT, LONGS, (a, b) -> a << b),
                of(Primitive.SHIFT_RIGHT_UNSIGNED, LONGS, (a, b) -> a >>> b),
                of(Primitive.MAX, LONGS, Math::max),
                of(Primitive.ADD, FLOATS, (a, b) -> a + b),
                of(Primitive.MULTIPLY, FLOATS, (a, b) -> a * b),
                of(Primitive.DIVIDE, FLOATS, (a, b) -> a / b),
                of(Primitive.REMAINDER, FLOATS, (a, b) -> a % b),
                of(Primitive.MIN, FLOATS, Math::min),
                of(Primitive.SUBTRACT, DOUBLES, (a, b) -> a - b),
                of(Primitive.DIVIDE, DOUBLES, (a, b) -> a / b),
                of(Primitive.REMAINDER, DOUBLES, (a, b) -> a % b),
                of(Primitive.POW, DOUBLES, Math::pow),
                of(Primitive.STRICT_POW, DOUBLES, StrictMath::pow),
                of(Primitive.COPY_SIGN, DOUBLES, Math::copySign));
    }

    private static <T> Arguments of(Primitive primitive, List<T> operands, BinaryOperator<T> expected) {
        return Arguments.of(primitive, operands, expected);
    }

    @ParameterizedTest
    @MethodSource("infix")
    <T> void operatorsAreThoseOfJava(Primitive primitive, List<T> operands, BinaryOperator<T> expected) {
        for (T a : operands) {
            for (T b : operands) {
                Object wanted = outcome(() -> expected.apply(a, b));
                Object given = outcome(() -> apply(primitive, a, b));
                assertThat(given).as("%s %s %s", primitive, a, b).isEqualTo(wanted);
            }
        }
    }

    /** A result, or the class of an exception. */
    private static Object outcome(Supplier<Object> computation) {
        try {
            return computation.get();
        } catch (ArithmeticException e) {
            return e.getClass();
        }
    }

    private static Object apply(Primitive primitive, Object... operands) {
        List<Value> parameters =
                Arrays.stream(operands).map(InterpreterTest::parameter).toList();
        Builder builder = new Builder();
        Value result = builder.apply(primitive, parameters.toArray(Value[]::new));
        return run(builder, parameters, result, operands);
    }

    private static Value parameter(Object operand) {
        boolean isInt = operand instanceof Integer;
        String name = isInt ? "INT" : operand.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        return Value.unnamed(new Type(Type.Kind.valueOf(name), 0));
    }

    private static Object run(Builder builder, List<Value> parameters, Value result, Object... arguments) {
        Function function = new Function("f", builder.region(parameters, List.of(result)));
        return Interpreter.run(Verifier.verify(function), arguments).get(0);
    }

    @Test
    void comparisonsKnowNaNAndZero() {
        assertThat(compare(Primitive.EQUAL, 0.0, -0.0)).isEqualTo(true);
        assertThat(compare(Primitive.EQUAL, Double.NaN, Double.NaN)).isEqualTo(false);
        assertThat(compare(Primitive.NOT_EQUAL, Double.NaN, Double.NaN)).isEqualTo(true);
        assertThat(compare(Primitive.LESS_EQUAL, Double.NaN, 1.0)).isEqualTo(false);
        assertThat(compare(Primitive.GREATER, 2L, 1L)).isEqualTo(true);
        assertThat(compare(Primitive.NOT_EQUAL, true, false)).isEqualTo(true);
    }

    private static Object compare(Primitive comparison, Object a, Object b) {
        List<Value> parameters = List.of(parameter(a), parameter(b));
        Builder builder = new Builder();
        Value result = builder.compare(comparison, parameters.get(0), parameters.get(1));
        return run(builder, parameters, result, a, b);
    }

    @Test
    void castsAreThoseOfJava() {
        assertThat(cast(1e20, Type.Kind.INT)).isEqualTo((int) 1e20);
        assertThat(cast(Double.NaN, Type.Kind.LONG)).isEqualTo(0L);
        assertThat(cast(-1.9, Type.Kind.INT)).isEqualTo(-1);
        assertThat(cast(300.7, Type.Kind.BYTE)).isEqualTo((byte) 300.7);
        assertThat(cast(1e10, Type.Kind.SHORT)).isEqualTo((short) 1e10);
        assertThat(cast(-1, Type.Kind.CHAR)).isEqualTo((char) -1);
        assertThat(cast('a', Type.Kind.DOUBLE)).isEqualTo(97.0);
        assertThat(cast((1L << 53) + 1, Type.Kind.DOUBLE)).isEqualTo((double) ((1L << 53) + 1));
        assertThat(cast((1 << 24) + 1, Type.Kind.FLOAT)).isEqualTo((float) ((1 << 24) + 1));
        assertThat(cast(0.1, Type.Kind.FLOAT)).isEqualTo(0.1f);
        assertThat(cast(1L << 40, Type.Kind.INT)).isEqualTo(0);
    }

    private static Object cast(Object value, Type.Kind kind) {
        return JavaOperations.cast(value, new Type(kind, 0));
    }

    @Test
    void negationKeepsTheSignOfZero() {
        assertThat(apply(Primitive.NEGATE, 0.0)).isEqualTo(-0.0);
        assertThat(apply(Primitive.NEGATE, Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(apply(Primitive.COMPLEMENT, 5L)).isEqualTo(~5L);
        assertThat(apply(Primitive.NOT, true)).isEqualTo(false);
    }

    @Test
    void anOverloadIsChosenByTheTypesOfTheArguments() {
        assertThat(apply(Primitive.ABS, -2)).isEqualTo(2);
        assertThat(apply(Primitive.ABS, -2f)).isEqualTo(2f);
        Value x = Value.unnamed(Type.FLOAT);
        Builder builder = new Builder();
        Value rounded = builder.define(Value.unnamed(Type.INT), Primitive.ROUND, x);
        assertThat(run(builder, List.of(x), rounded, 2.5f)).isEqualTo(3);
    }

    @Test
    void aMethodThatThisJavaLacksIsNamed() {
        assertThatThrownBy(() -> apply(Primitive.TO_INT_EXACT, 2.0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("has no java.lang.Math.toIntExact[double]");
    }

    @Test
    void loopsCountAsInJava() {
        String text = """
                f(from: int, to: int) {
                  %%0 = 0
                  s = for i from from %s to step %d with (s.1 = %%0) {
                    %%1 = 10
                    %%2 = multiply s.1, %%1
                    s.2 = add %%2, i
                    yield s.2
                  }
                  return s
                }
                """;
        assertThat(count(text, "less", 1, 1, 4)).isEqualTo(123);
        assertThat(count(text, "less", 1, 4, 4)).isZero();
        assertThat(count(text, "less_equal", 2, 1, 5)).isEqualTo(135);
        assertThat(count(text, "greater", -1, 3, 0)).isEqualTo(321);
        assertThat(count(text, "greater_equal", -2, 4, 0)).isEqualTo(420);
        int last = Integer.MAX_VALUE;
        assertThat(count(text, "less", 1, last - 1, last)).isEqualTo(last - 1);
    }

    private static int count(String text, String test, int step, int from, int to) {
        return (int) Interpreter.run(IrParser.verified(text.formatted(test, step)), from, to)
                .get(0);
    }

    @Test
    void arraysAreReferences() {
        Function function = IrParser.verified("""
                f(a: double[], x: double, n: int) {
                  b = clone a
                  %0 = 0
                  store a, %0, x
                  c = grow a, %0
                  d = grow a, n
                  %1: boolean = equal a, c
                  %2: boolean = equal a, d
                  return a, b, d, %1, %2
                }
                """);
        double[] a = {1, 2};
        List<Object> results = Interpreter.run(function, a, 5.0, 2);
        assertThat(results.get(0)).isSameAs(a);
        assertThat(a).containsExactly(5, 2);
        assertThat((double[]) results.get(1)).containsExactly(1, 2);
        assertThat((double[]) results.get(2)).hasSize(16).startsWith(5, 2, 0);
        assertThat(results.subList(3, 5)).containsExactly(true, false);
    }

    @Test
    void arraysOfArraysStartEmpty() {
        Function function = IrParser.verified("""
                f(n: int, row: double[]) {
                  a: double[][] = new_array n
                  %0 = 1
                  store a, %0, row
                  %1: double[] = load a, %0
                  return a, %1
                }
                """);
        double[] row = {7};
        List<Object> results = Interpreter.run(function, 2, row);
        assertThat((Object[]) results.get(0)).containsExactly(null, row);
        assertThat(results.get(1)).isSameAs(row);
    }

    @Test
    void anIndexOutOfBoundsIsThatOfJava() {
        Function function = IrParser.verified("f(a: double[], i: int) {\n %0: double = load a, i\n return %0\n}");
        assertThatExceptionOfType(ArrayIndexOutOfBoundsException.class)
                .isThrownBy(() -> Interpreter.run(function, new double[2], 2));
    }

    @Test
    void argumentsHaveTheTypesOfTheParameters() {
        Function function = IrParser.verified("f(x: double) {\n return x\n}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpreter.run(function, 1))
                .withMessage("x:double cannot be a Integer");
        assertThatIllegalArgumentException().isThrownBy(() -> Interpreter.run(function, 1.0, 2.0));
    }

    @Test
    void aLoopWithoutAnEndIsStopped() {
        Function function = IrParser.verified(
                "f(x: double) {\n while {\n %0 = true\n test %0\n } do () {\n yield\n }\n return x\n}");
        assertThatThrownBy(() -> Interpreter.run(function, 1.0)).isInstanceOf(Execution.TooLong.class);
    }

    @Test
    void everyFunctionOfMathThatTakesDoublesCanBeRun() {
        IntStream.rangeClosed(Primitive.SIN.ordinal(), Primitive.TO_DEGREES.ordinal())
                .mapToObj(i -> Primitive.values()[i])
                .forEach(primitive -> {
                    boolean binary = List.of(Primitive.POW, Primitive.HYPOT, Primitive.ATAN2)
                            .contains(primitive);
                    Object result = binary ? apply(primitive, 0.5, 0.25) : apply(primitive, 0.5);
                    assertThat(result).as(primitive.name()).isInstanceOf(Double.class);
                });
    }
}
