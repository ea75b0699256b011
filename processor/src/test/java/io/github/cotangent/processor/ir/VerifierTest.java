package io.github.cotangent.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {

    private static final Value X = Value.named(Type.DOUBLE, "x");
    private static final Value A = Value.named(Type.DOUBLES, "a");
    private static final Value N = Value.named(Type.INT, "n");
    private static final Value FLAG = Value.named(Type.BOOLEAN, "flag");
    private static final Value Y = Value.named(Type.DOUBLE, "y");
    private static final Region EMPTY = new Region(List.of(), List.of(), List.of());

    @Test
    void givesBackWhatIsWellFormed() {
        Function function = function(let(Y, Primitive.LOAD, A, N), new Store(A, N, Y, Position.NONE));
        assertThat(Verifier.verify(function)).isSameAs(function);
    }

    static Stream<Arguments> faults() {
        Value i = Value.named(Type.INT, "i");
        Value b = Value.named(Type.DOUBLES, "b");
        Value flag2 = Value.named(Type.BOOLEAN, "flag2");
        Region twoCarried = new Region(List.of(i, Y), List.of(), List.of(Y));
        Region noTest = new Region(List.of(Y), List.of(), List.of(Y));
        return Stream.of(
                fault("y:double is not defined here", let(X.fresh(), Primitive.SIN, Y)),
                fault("x:double is defined twice", let(X, Primitive.SIN, X)),
                fault("a literal is a scalar", new Constant(b, 0, "", Position.NONE)),
                fault("ADD takes two", let(Y, Primitive.ADD, X)),
                fault("ADD of two types", let(Y, Primitive.ADD, X, N)),
                fault("ADD has type int, not double", let(i, Primitive.ADD, X, X)),
                fault("LESS has type double, not boolean", let(Y, Primitive.LESS, X, X)),
                fault("NEGATE has type int, not double", let(i, Primitive.NEGATE, X)),
                fault("cast of an array", let(Y, Primitive.CAST, A)),
                fault("select condition has type int", let(Y, Primitive.SELECT, N, X, X)),
                fault("n:int has type int, not double", let(Y, Primitive.SELECT, FLAG, X, N)),
                fault("array length has type double", let(b, Primitive.NEW_ARRAY, X)),
                fault("new array of type double", let(Y, Primitive.NEW_ARRAY, N)),
                fault("length of double", let(i, Primitive.LENGTH, X)),
                fault("length has type double", let(Y, Primitive.LENGTH, A)),
                fault("index has type double", let(Y, Primitive.LOAD, A, X)),
                fault("loaded element has type int", let(i, Primitive.LOAD, A, N)),
                fault("clone of double", let(Y, Primitive.CLONE, X)),
                fault("clone has type", let(Y, Primitive.CLONE, A)),
                fault("grown array", let(Y, Primitive.GROW, A, N)),
                fault("index has type double", new Store(A, X, X, Position.NONE)),
                fault("stored element has type int", new Store(A, N, N, Position.NONE)),
                fault("condition has type int", new If(N, EMPTY, EMPTY, List.of(), Position.NONE)),
                fault("branch parameters", new If(FLAG, twoCarried, EMPTY, List.of(), Position.NONE)),
                fault("then: 0 values for 1", new If(FLAG, EMPTY, EMPTY, List.of(Y), Position.NONE)),
                fault("else has type int", new If(FLAG, yielding(X), yielding(N), List.of(Y), Position.NONE)),
                fault(
                        "result z:double is not defined",
                        new If(FLAG, yielding(z()), yielding(X), List.of(Y), Position.NONE)),
                fault("loop header", loop(Primitive.LESS, 0)),
                fault("loop header", loop(Primitive.ADD, 1)),
                fault("step -1 with LESS", loop(Primitive.LESS, -1)),
                fault("step 1 with GREATER", loop(Primitive.GREATER, 1)),
                fault(
                        "x:double has type double, not int",
                        new For(X, Primitive.LESS, N, 1, List.of(), body(i), List.of(), Position.NONE)),
                fault(
                        "initial: 0 values for 1",
                        new For(N, Primitive.LESS, N, 1, List.of(), twoCarried, List.of(Y.fresh()), Position.NONE)),
                fault(
                        "loop results: 0 values for 1",
                        new For(N, Primitive.LESS, N, 1, List.of(X), twoCarried, List.of(), Position.NONE)),
                fault(
                        "next: 0 values for 1",
                        new For(
                                N,
                                Primitive.LESS,
                                N,
                                1,
                                List.of(X),
                                new Region(List.of(i, Y), List.of(), List.of()),
                                List.of(Y.fresh()),
                                Position.NONE)),
                fault(
                        "condition has type double",
                        new While(List.of(X), noTest, noTest, List.of(Y.fresh()), Position.NONE)),
                fault(
                        "condition parameters: 1 values for 0",
                        new While(List.of(X), EMPTY, noTest, List.of(Y.fresh()), Position.NONE)),
                fault("one condition", new While(List.of(), EMPTY, EMPTY, List.of(), Position.NONE)),
                fault(
                        "flag2:boolean is not defined",
                        new While(List.of(), yielding(flag2), EMPTY, List.of(), Position.NONE)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void detects(String message, Statement statement) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Verifier.verify(function(statement)))
                .withMessageContaining(message)
                .withMessageContaining("faulty(x: double, a: double[], n: int, flag: boolean) {");
    }

    @Test
    void valuesOfABranchAreNotVisibleAfterIt() {
        Region then = new Region(List.of(), List.of(let(Y, Primitive.SIN, X)), List.of());
        If branch = new If(FLAG, then, EMPTY, List.of(), Position.NONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> Verifier.verify(function(branch, let(z(), Primitive.COS, Y))))
                .withMessageContaining("y:double is not defined here");
    }

    @Test
    void aValueIsDefinedOnceInTheWholeFunction() {
        Region then = new Region(List.of(), List.of(let(Y, Primitive.SIN, X)), List.of());
        If branch = new If(FLAG, then, then, List.of(), Position.NONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> Verifier.verify(function(branch)))
                .withMessageContaining("y:double is defined twice");
    }

    private static Value z() {
        return Value.named(Type.DOUBLE, "z");
    }

    private static Arguments fault(String message, Statement statement) {
        return Arguments.of(message, statement);
    }

    private static Let let(Value result, Primitive primitive, Value... arguments) {
        return new Let(result, primitive, List.of(arguments), Position.NONE);
    }

    private static Region yielding(Value result) {
        return new Region(List.of(), List.of(), List.of(result));
    }

    private static Region body(Value index) {
        return new Region(List.of(index), List.of(), List.of());
    }

    private static For loop(Primitive test, int step) {
        return new For(N, test, N, step, List.of(), body(Value.named(Type.INT, "i")), List.of(), Position.NONE);
    }

    private static Function function(Statement... statements) {
        return new Function("faulty", new Region(List.of(X, A, N, FLAG), List.of(statements), List.of(X)));
    }
}
