package io.github.cotangent.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.IrParser;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.RandomArrays;
import io.github.cotangent.processor.ir.RandomChecks;
import io.github.cotangent.processor.ir.RandomLoops;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jacobians of which each row is written out: {@code seed · J} must be what reverse mode gives. */
class RowsTest {

    private static final String POLAR = """
            polar(x: double[], y: double, n: int) {
              %0 = 0
              %1 = 1
              %2 = 2
              %3 = 3
              z: double[] = new_array %3
              %4: double = load x, %0
              %5 = sin y
              %6 = multiply %4, %5
              store z, %0, %6
              for i from %0 less n step 1 {
                %7: double = load x, i
                %8: double = load z, %1
                %9 = add %7, %8
                %10 = sin %9
                store z, %1, %10
                yield
              }
              %11: boolean = less %4, y
              if %11 {
                %12 = cos y
                store z, %0, %12
                yield
              } else {
                yield
              }
              return z
            }
            """;

    private static Optional<Function> jacobian(Function function, List<Value> withRespectTo) {
        Function primal = Tidy.primal(function);
        Pullback pullback = Vjp.split(primal, withRespectTo);
        Pullback simplified = new Pullback(Tidy.derivative(pullback.forward()), Tidy.derivative(pullback.reverse()));
        return Rows.of(primal, simplified, withRespectTo, Pass.ALL).map(Tidy::derivative);
    }

    /** A function that computes what {@link Vjp#of} does, by the Jacobian if there is one. */
    private static Function vjp(Function function, List<Value> withRespectTo) {
        return jacobian(function, withRespectTo)
                .map(jacobian -> product(function, jacobian, withRespectTo))
                .orElseGet(() -> Vjp.of(function, withRespectTo));
    }

    private static Function product(Function function, Function jacobian, List<Value> withRespectTo) {
        Builder builder = new Builder();
        Copying values = new Copying();
        values.statements(function.body()).forEach(builder::append);
        jacobian.body().statements().forEach(builder::append);
        Value rows = jacobian.results().get(0);
        List<Value> parameters = new ArrayList<>(function.parameters());
        List<Value> seeds = function.results().stream()
                .map(result -> Value.named(result.type().derivative(), "seed"))
                .toList();
        parameters.addAll(seeds);
        List<Value> results = new ArrayList<>(values.of(function.results()));
        Value column = builder.constant(0);
        for (Value value : withRespectTo) {
            Value count = value.type().isArray() ? builder.length(value) : builder.constant(1);
            Value buffer = Value.named(Type.DOUBLES, "bar");
            if (value.type().isArray()) {
                parameters.add(buffer);
            } else {
                builder.define(buffer, Primitive.NEW_ARRAY, count);
            }
            Value offset = column;
            for (int k = 0; k < seeds.size(); k++) {
                Value seed = seeds.get(k);
                if (seed.type().isArray()) {
                    builder.each(
                            builder.length(rows),
                            (body, i) -> add(body, rows, i, body.load(seed, i), offset, buffer, count));
                } else {
                    add(builder, rows, builder.constant(k), seed, offset, buffer, count);
                }
            }
            if (!value.type().isArray()) {
                results.add(builder.load(buffer, builder.constant(0)));
            }
            column = builder.add(column, count);
        }
        return new Function("product", builder.region(parameters, results));
    }

    private static void add(Builder builder, Value rows, Value i, Value seed, Value offset, Value buffer, Value count) {
        Value row = builder.load(rows, i);
        builder.each(count, (body, j) -> {
            Value term = body.multiply(seed, body.load(row, body.add(offset, j)));
            body.store(buffer, j, body.add(body.load(buffer, j), term));
        });
    }

    private static void check(Case point) {
        TransformChecks.vjp(RowsTest::vjp, point);
        Rows.of(point.function(), Vjp.split(point.function(), point.withRespectTo()), point.withRespectTo(), Pass.ALL)
                .ifPresent(Verifier::verify);
    }

    @Test
    void programs() {
        Programs.all().forEach(RowsTest::check);
    }

    @Test
    void randomFunctions() {
        RandomChecks.run(LongStream.range(0, 300), 30, RowsTest::check);
        RandomChecks.run(LongStream.range(0, 100), RandomLoops::of, RowsTest::check);
        RandomChecks.run(LongStream.range(0, 300), RandomArrays::of, RowsTest::check);
    }

    @Test
    void calls() {
        RandomChecks.run(LongStream.range(0, 100), seed -> RandomCalls.of(seed, 5 + (int) (seed % 40), true), point -> {
            if (point.isRegular()) {
                check(point);
            }
        });
    }

    /** Elements that are written to in a loop and in a branch, and one that is not. */
    @ParameterizedTest
    @CsvSource({"0.3, 0", "0.3, 1", "0.3, 2", "0.9, 0", "0.9, 2"})
    void elementsOfOneArray(double y, int n) {
        Function function = IrParser.verified(POLAR);
        Case point = Case.of(function, new double[] {0.5, 0.25}, y, n);
        assertThat(jacobian(function, point.withRespectTo()).orElseThrow().toString())
                .contains("row1");
        check(point);
    }

    @Test
    void whatIsMultipliedWithZeroIsNotComputed() {
        Function function = IrParser.verified("""
                pair(a: double, b: double) {
                  %0 = multiply a, a
                  %1 = sin b
                  %2 = multiply %1, a
                  return %0, %2
                }
                """);
        assertThat(jacobian(function, function.parameters()).orElseThrow()).hasToString("""
                pairJacobian(a: double, b: double) {
                  %0 = 0
                  %1 = 1
                  %2 = 2
                  %3 = 2.0
                  %4 = sin b
                  jacobian: double[][] = new_array %2
                  row0: double[] = new_array %2
                  store jacobian, %0, row0
                  row1: double[] = new_array %2
                  store jacobian, %1, row1
                  %5 = cos b
                  %6 = multiply %3, a
                  store row0, %0, %6
                  bBar = multiply a, %5
                  store row1, %0, %4
                  store row1, %1, bBar
                  return jacobian
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store z, %1, %10 | store z, i, %10",
                "z: double[] = new_array %3 | z: double[] = clone x",
                "%3 = 3 | %3 = 1"
            })
    void otherArraysHaveNone(String before, String after) {
        Function function = IrParser.verified(POLAR.replace(before, after));
        assertThat(jacobian(function, function.parameters().subList(0, 2))).isEmpty();
    }
}
