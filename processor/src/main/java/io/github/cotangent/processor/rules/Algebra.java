package io.github.cotangent.processor.rules;

import static io.github.cotangent.processor.ir.Primitive.COS;
import static io.github.cotangent.processor.ir.Primitive.COSH;
import static io.github.cotangent.processor.ir.Primitive.SIN;
import static io.github.cotangent.processor.ir.Primitive.SINH;

import io.github.cotangent.processor.ir.Builder;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arithmetic of derivatives: emits into a {@link Builder}, and folds what is trivial on the way ({@code 1 * x},
 * {@code --x}, two literals). The user's own arithmetic never passes here.
 */
public final class Algebra {

    /** What is known of values from having seen their definitions. */
    public static final class Facts {
        private final Map<Value, Double> literals = new HashMap<>();
        private final Map<Value, Value> negated = new HashMap<>();
        private final Map<Value, Value> partners = new HashMap<>();

        /** A function of one argument. */
        private record Application(Primitive primitive, Value argument) {}

        private static final Map<Primitive, Primitive> PARTNERS = Map.of(SIN, COS, COS, SIN, SINH, COSH, COSH, SINH);

        /** Learns what there is to learn from a primal that has been run when its derivative is computed. */
        public void see(Region primal) {
            see(primal, Map.of());
        }

        /** What a region computes is there for all of it, and what was computed before it. */
        private void see(Region region, Map<Application, Value> before) {
            Map<Application, Value> computed = new HashMap<>(before);
            List<Let> own = new ArrayList<>();
            for (Statement statement : region.statements()) {
                see(statement);
                if (statement instanceof Let let && PARTNERS.containsKey(let.primitive())) {
                    computed.put(new Application(let.primitive(), let.argument(0)), let.result());
                    own.add(let);
                }
                statement.regions().forEach(inner -> see(inner, computed));
            }
            for (Let let : own) {
                Value partner = computed.get(new Application(PARTNERS.get(let.primitive()), let.argument(0)));
                if (partner != null) {
                    partners.put(let.result(), partner);
                }
            }
        }

        /** The cosine, where this is the sine of something that the primal takes the cosine of as well, or the like. */
        Optional<Value> partner(Value result) {
            return Optional.ofNullable(partners.get(result));
        }

        /** Learns what there is to learn from a statement of the primal. */
        public void see(Statement statement) {
            if (statement instanceof Constant constant && constant.literal() instanceof Number number) {
                literals.put(constant.result(), number.doubleValue());
            } else if (statement instanceof Let let && isWidening(let)) {
                literal(let.argument(0)).ifPresent(number -> literals.put(let.result(), number));
            }
        }

        private static boolean isWidening(Let let) {
            return let.primitive() == Primitive.CAST && let.result().type().equals(Type.DOUBLE);
        }

        /** The number that a value is known to be. */
        public Optional<Double> literal(Value value) {
            return Optional.ofNullable(literals.get(value));
        }
    }

    private final Builder builder;
    private final Facts facts;
    private Value last;

    public Algebra(Builder builder, Facts facts) {
        this.builder = builder;
        this.facts = facts;
    }

    public Builder builder() {
        return builder;
    }

    public Optional<Double> literal(Value value) {
        return facts.literal(value);
    }

    Optional<Value> partner(Value result) {
        return facts.partner(result);
    }

    public Value number(double literal) {
        Value result = builder.constant(literal);
        facts.literals.put(result, literal);
        return result;
    }

    /** The value as a double. */
    public Value real(Value value) {
        if (value.type().equals(Type.DOUBLE)) {
            return value;
        }
        Optional<Double> literal = facts.literal(value);
        return literal.isPresent() ? number(literal.get()) : builder.cast(value, Type.DOUBLE);
    }

    public Value add(Value a, Value b) {
        if (facts.negated.containsKey(b)) {
            return last(builder.subtract(a, facts.negated.get(b)));
        }
        if (facts.negated.containsKey(a)) {
            return last(builder.subtract(b, facts.negated.get(a)));
        }
        return last(builder.add(a, b));
    }

    public Value subtract(Value a, Value b) {
        return last(facts.negated.containsKey(b) ? builder.add(a, facts.negated.get(b)) : builder.subtract(a, b));
    }

    public Value negate(Value a) {
        Optional<Double> literal = literal(a);
        if (literal.isPresent()) {
            return number(-literal.get());
        }
        if (facts.negated.containsKey(a)) {
            return facts.negated.get(a);
        }
        Value result = last(builder.negate(a));
        facts.negated.put(result, a);
        return result;
    }

    public Value multiply(Value a, Value b) {
        if (is(b, 1)) {
            return a;
        }
        if (is(a, 1)) {
            return b;
        }
        if (is(b, -1)) {
            return negate(a);
        }
        if (is(a, -1)) {
            return negate(b);
        }
        if (literal(a).isPresent() && literal(b).isPresent()) {
            return number(literal(a).get() * literal(b).get());
        }
        if (facts.negated.containsKey(a)) {
            return negate(multiply(facts.negated.get(a), b));
        }
        if (facts.negated.containsKey(b)) {
            return negate(multiply(a, facts.negated.get(b)));
        }
        return last(builder.multiply(a, b));
    }

    /** A product where an exact zero as {@code sensitivity} stays zero whatever the partial is. */
    public Value strongMultiply(Value sensitivity, Value partial) {
        Optional<Double> literal = literal(sensitivity);
        if (literal.isPresent()) {
            return literal.get() == 0 ? sensitivity : multiply(sensitivity, partial);
        }
        if (facts.negated.containsKey(partial)) {
            return negate(strongMultiply(sensitivity, facts.negated.get(partial)));
        }
        return call(Primitive.STRONG_TIMES, sensitivity, partial);
    }

    public Value divide(Value a, Value b) {
        if (is(b, 1)) {
            return a;
        }
        if (facts.negated.containsKey(a)) {
            return negate(divide(facts.negated.get(a), b));
        }
        return last(builder.divide(a, b));
    }

    /** {@code condition ? a : b} with a comparison of two values. */
    public Value select(Value a, Primitive comparison, Value b, Value yes, Value no) {
        return select(builder.compare(comparison, a, b), yes, no);
    }

    public Value select(Value condition, Value yes, Value no) {
        return last(builder.select(condition, yes, no));
    }

    public Value call(Primitive primitive, Value... arguments) {
        return last(builder.apply(primitive, arguments));
    }

    /** Whether a value is the newest that was computed here, so that nobody else knows it yet. */
    public boolean isNew(Value value) {
        return value == last;
    }

    /** Names a value if it is the newest; one that was there before has its name. */
    public Value name(Value value, String name) {
        return isNew(value) ? last(builder.rename(value, name)) : value;
    }

    private Value last(Value value) {
        last = value;
        return value;
    }

    private boolean is(Value value, double number) {
        return literal(value).filter(literal -> literal == number).isPresent();
    }
}
