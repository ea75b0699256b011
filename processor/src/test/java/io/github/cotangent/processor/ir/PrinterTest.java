package io.github.cotangent.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The printer, and the parser that reads what it prints. */
class PrinterTest {

    private static final String EVERYTHING = """
            all(x: double, a: double[], n: int, flag: boolean) {
              %0 = -0.0
              %1 = 1.0E10
              %2 = NaN
              %3 = -Infinity
              %4 = 3
              %5 = 4L
              %6 = 0.5f
              %7 = true
              %8 = Math.PI (3.141592653589793)
              x.1 = add x, %8
              %9: long = cast n
              store a, n, x.1
              if flag {
                throw java.lang.IllegalArgumentException("n = {n}, {x.1}", n)
                yield
              } else {
                yield
              }
              x.2, m = if %7 {
                yield %0, n
              } else {
                yield %1, %4
              }
              for i from n less_equal %4 step 2 {
                yield
              }
              x.3, s = for i.1 from n greater %4 step -1 with (x.4 = x.2, s.1 = m) {
                yield x.4, i.1
              }
              while {
                %10 = false
                test %10
              } do () {
                yield
              }
              r, %11 = while with (r.1 = x, %12 = %4) {
                %13: boolean = less r.1, x.3
                test %13
              } do (r.2: double, %14: int) {
                %15 = subtract r.2, r.2
                yield %15, %14
              }
              return x.3, a, s
            }
            """;

    @Test
    void printsWhatWasBuilt() {
        Builder builder = new Builder();
        Value x = Value.named(Type.DOUBLE, "x");
        Value doubled = builder.define(Value.named(Type.DOUBLE, "x"), Primitive.ADD, x, x);
        Value positive = builder.compare(Primitive.GREATER, doubled, builder.zero(Type.DOUBLE));
        Value result = builder.select(positive, doubled, builder.constant(Type.DOUBLE, Math.E, "Math.E"));
        Function function = new Function("f", builder.region(List.of(x), List.of(result)));
        assertThat(function).hasToString("""
                        f(x: double) {
                          x.1 = add x, x
                          %0 = 0.0
                          %1: boolean = greater x.1, %0
                          %2 = Math.E (2.718281828459045)
                          %3: double = select %1, x.1, %2
                          return %3
                        }
                        """);
    }

    @Test
    void everyFormIsReadAsItIsPrinted() {
        assertThat(IrParser.verified(EVERYTHING)).hasToString(EVERYTHING);
    }

    @Test
    void randomFunctionsAreReadAsTheyArePrinted() {
        LongStream.range(0, 500).forEach(seed -> {
            Function function = RandomFunctions.of(seed, 5 + (int) (seed % 60));
            Function parsed = IrParser.verified(function.toString());
            assertThat(parsed).hasToString(function.toString());
            List<Object> arguments = RandomFunctions.arguments(function, seed);
            assertThat(Interpreter.run(parsed, arguments))
                    .usingRecursiveComparison()
                    .isEqualTo(Interpreter.run(function, arguments));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(x: double) {\n %0 = sine x\n return %0\n}",
                "f(x: double) {\n %0 = sin y\n return %0\n}",
                "f(x: double) {\n x = sin x\n return x\n}",
                "f(x: double) {\n %0 = 1..0\n return x\n}",
                "f(x: double) {\n if x\n return x\n}",
                "f(x: double) {\n return x\n}\nmore",
                "f(x: double)\n return x\n}"
            })
    void theParserRefusesOtherText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IrParser.parse(text))
                .withMessageStartingWith("unexpected: ");
    }
}
