package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Derivatives.Pullback;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.RandomArrays;
import io.github.cotangent.processor.ir.RandomChecks;
import io.github.cotangent.processor.ir.RandomLoops;
import io.github.cotangent.processor.ir.RandomTriangles;
import io.github.cotangent.processor.ir.TransformChecks;
import io.github.cotangent.processor.ir.TransformChecks.Case;
import io.github.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives as users get them: simplified, and cut in two. */
class SimplifiedTest {

    static Stream<Arguments> checks() {
        return Stream.of(
                check("straightened", point -> TransformChecks.same(Simplify::apply, point)),
                check("shared", point -> TransformChecks.same(Share::apply, point)),
                check("without dead code", point -> TransformChecks.same(DeadCode::removeFrom, point)),
                check("unrolled", point -> TransformChecks.same(Unroll::apply, point)),
                check("with elements in variables", point -> TransformChecks.same(SimplifiedTest::scalars, point)),
                check("hoisted", point -> TransformChecks.same(Hoist::apply, point)),
                check("with arrays in turn", point -> TransformChecks.same(f -> Recycle.apply(f, Map.of()), point)),
                check("prepared", point -> TransformChecks.same(Tidy::primal, point)),
                check("cut into parts", point -> TransformChecks.same(f -> Split.apply(f, "part", 100), point)),
                check("simplified", point -> TransformChecks.same(SimplifiedTest::simplified, point)),
                check("JVP", point -> TransformChecks.jvp(SimplifiedTest::jvp, point)),
                check("VJP", point -> TransformChecks.vjp(SimplifiedTest::vjp, point)),
                check("second order", p -> TransformChecks.jvpOfVjp(SimplifiedTest::jvp, SimplifiedTest::vjp, p)),
                check("third order", p -> TransformChecks.jvpOfJvpOfVjp(SimplifiedTest::jvp, SimplifiedTest::vjp, p)),
                check("Hessian-vector product", point -> HvpTest.products(SimplifiedTest::hvp, point)),
                check("pullback", point -> TransformChecks.pullback(Vjp::split, point)),
                check("simplified pullback", point -> TransformChecks.pullback(SimplifiedTest::pullback, point)));
    }

    private static Arguments check(String name, Consumer<Case> check) {
        return Arguments.of(name, check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void programs(String name, Consumer<Case> check) {
        Programs.all().forEach(check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void randomFunctions(String name, Consumer<Case> check) {
        RandomChecks.run(LongStream.range(0, 400), 40, check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void randomLoops(String name, Consumer<Case> check) {
        RandomChecks.run(LongStream.range(0, 100), RandomLoops::of, check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void randomArrays(String name, Consumer<Case> check) {
        RandomChecks.run(LongStream.range(0, 500), RandomArrays::of, check);
    }

    /** Loops that run forward and in reverse at once must not overtake what they depend on, nor what depends on them. */
    @Test
    void manyRandomLoops() {
        RandomChecks.run(
                LongStream.range(100, 2100), RandomLoops::of, point -> TransformChecks.vjp(SimplifiedTest::vjp, point));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void randomTriangles(String name, Consumer<Case> check) {
        RandomChecks.run(LongStream.range(0, 60), RandomTriangles::of, check);
    }

    /** What is loaded again must not have been overwritten, in whatever order the loops go over an array. */
    @Test
    void manyRandomTriangles() {
        RandomChecks.run(
                LongStream.range(100, 2100),
                RandomTriangles::of,
                point -> TransformChecks.vjp(SimplifiedTest::vjp, point));
    }

    private static Function scalars(Function function) {
        return Elements.apply(Unroll.apply(function));
    }

    private static Function simplified(Function function) {
        return Tidy.derivative(function);
    }

    private static Function jvp(Function function, List<Value> withRespectTo) {
        return simplified(Jvp.of(function, withRespectTo));
    }

    private static Function vjp(Function function, List<Value> withRespectTo) {
        return simplified(Vjp.of(Tidy.primal(function), withRespectTo));
    }

    static Function hvp(Function function, List<Value> withRespectTo) {
        return simplified(Hvp.of(simplified(Vjp.gradient(Tidy.primal(function), withRespectTo)), withRespectTo));
    }

    private static Pullback pullback(Function function, List<Value> withRespectTo) {
        Pullback pullback = Vjp.split(Tidy.primal(function), withRespectTo);
        return new Pullback(simplified(pullback.forward()), simplified(pullback.reverse()));
    }
}
