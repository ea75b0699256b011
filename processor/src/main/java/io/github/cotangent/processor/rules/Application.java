package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Value;
import java.util.function.UnaryOperator;

/**
 * One application {@code y = primitive(a, b, c)} as a {@linkplain Rules rule} sees it. Arguments and result come as doubles,
 * and only when the rule asks for them: what no rule asks for need not be kept for the reverse sweep.
 */
final class Application {

    private final Let let;
    private final Algebra algebra;
    private final UnaryOperator<Value> available;

    /** @param available finds a value of the primal where the derivative is computed */
    Application(Let let, Algebra algebra, UnaryOperator<Value> available) {
        this.let = let;
        this.algebra = algebra;
        this.available = available;
    }

    /** The argument as it is, whatever its type. */
    Value raw(int argument) {
        return available.apply(let.argument(argument));
    }

    Value a() {
        return algebra.real(raw(0));
    }

    Value b() {
        return algebra.real(raw(1));
    }

    Value c() {
        return algebra.real(raw(2));
    }

    Value y() {
        return algebra.real(available.apply(let.result()));
    }

    /** Whether argument {@code a} is known to be this number. */
    boolean aIs(double number) {
        return is(0, number);
    }

    /** Whether argument {@code b} is known to be this number. */
    boolean bIs(double number) {
        return is(1, number);
    }

    private boolean is(int argument, double number) {
        return algebra.literal(let.argument(argument))
                .filter(literal -> literal == number)
                .isPresent();
    }

    Value number(double literal) {
        return algebra.number(literal);
    }

    Value add(Value p, Value q) {
        return algebra.add(p, q);
    }

    Value subtract(Value p, Value q) {
        return algebra.subtract(p, q);
    }

    Value times(Value p, Value q) {
        return algebra.multiply(p, q);
    }

    Value over(Value p, Value q) {
        return algebra.divide(p, q);
    }

    Value negate(Value p) {
        return algebra.negate(p);
    }

    Value square(Value p) {
        return times(p, p);
    }

    Value call(Primitive primitive, Value... arguments) {
        return algebra.call(primitive, arguments);
    }

    /** Another function of {@code a}, which the primal may have computed beside this one. */
    Value partner(Primitive primitive) {
        return algebra.partner(let.result())
                .map(known -> algebra.real(available.apply(known)))
                .orElseGet(() -> call(primitive, a()));
    }

    /** {@code s * partial} for a partial that can be infinite or NaN where the value is finite. */
    Value strong(Value s, Value partial) {
        return algebra.strongMultiply(s, partial);
    }

    Value where(Value p, Primitive comparison, Value q, Value yes, Value no) {
        return algebra.select(p, comparison, q, yes, no);
    }

    /** {@code derivative}, and NaN where the value is. */
    Value unlessNaN(Value derivative) {
        Value y = y();
        return where(y, Primitive.EQUAL, y, derivative, y);
    }

    Value when(Value condition, Value yes, Value no) {
        return algebra.select(condition, yes, no);
    }
}
