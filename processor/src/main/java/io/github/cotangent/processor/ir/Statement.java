package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.diagnostics.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One step of a {@link Region}. Scalars are in static single assignment form: what a branch or a loop changes goes in and
 * out as region parameters and results. Arrays are memory, so loads and stores stay in their order.
 */
public sealed interface Statement {

    Position position();

    /** The values that this statement defines in its region. */
    List<Value> results();

    /** The values that this statement itself reads; what its regions read is not among them. */
    List<Value> operands();

    /** The regions inside this statement, in the order in which they first run. */
    default List<Region> regions() {
        return List.of();
    }

    /** This statement with other branches, or with another body; the condition of a loop stays. */
    default Statement withBodies(UnaryOperator<Region> replacement) {
        if (this instanceof If branch) {
            return new If(
                    branch.condition(),
                    replacement.apply(branch.then()),
                    replacement.apply(branch.otherwise()),
                    branch.results(),
                    branch.position());
        }
        if (this instanceof For loop) {
            return new For(
                    loop.from(),
                    loop.test(),
                    loop.to(),
                    loop.step(),
                    loop.initial(),
                    replacement.apply(loop.body()),
                    loop.results(),
                    loop.position());
        }
        return this instanceof While loop
                ? new While(
                        loop.initial(),
                        loop.condition(),
                        replacement.apply(loop.body()),
                        loop.results(),
                        loop.position())
                : this;
    }

    /** Whether nothing after this statement is run. */
    default boolean alwaysThrows() {
        return this instanceof Throw
                || this instanceof If branch
                        && branch.then().alwaysThrows()
                        && branch.otherwise().alwaysThrows()
                || this instanceof While loop && loop.condition().alwaysThrows();
    }

    /** Whether this statement is a {@code throw}, or holds one. */
    default boolean mayThrow() {
        return this instanceof Throw
                || this instanceof Part part && part.function().body().mayThrow()
                || regions().stream().anyMatch(Region::mayThrow);
    }

    /**
     * A literal, or a constant that Java code can name.
     *
     * @param literal a {@code Boolean}, {@code Integer}, {@code Long}, {@code Float} or {@code Double}; a {@code String} for
     *     text; for what is known by its name alone that name, or the symbol
     * @param symbol how Java code refers to the constant ({@code Math.PI}), empty for a literal
     */
    record Constant(Value result, Object literal, String symbol, Position position) implements Statement {

        /** The symbol of the {@code boolean} that says whether assertions are on. */
        public static final String ASSERTIONS = "assertions";

        public boolean isAssertions() {
            return symbol.equals(ASSERTIONS);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }
    }

    /** {@code result = primitive(arguments)}. */
    record Let(Value result, Primitive primitive, List<Value> arguments, Position position) implements Statement {

        public Let {
            arguments = List.copyOf(arguments);
        }

        public Value argument(int index) {
            return arguments.get(index);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }
    }

    /** {@code array[index] = element}. */
    record Store(Value array, Value index, Value element, Position position) implements Statement {

        @Override
        public List<Value> results() {
            return List.of();
        }

        @Override
        public List<Value> operands() {
            return List.of(array, index, element);
        }
    }

    /** {@code results = callee(arguments)}. */
    record Call(List<Value> results, Callee callee, List<Value> arguments, Position position) implements Statement {

        public Call {
            results = List.copyOf(results);
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }

        /** The arguments that what comes of the call varies with. */
        public List<Value> varying() {
            return where(Callee.Parameter::varies);
        }

        /** Those of them that are not written to. */
        public List<Value> varyingInputs() {
            return where(parameter -> parameter.varies() && !parameter.isWritten());
        }

        /** The arrays that are written to with what varies. */
        public List<Value> updated() {
            return where(parameter -> parameter.isWritten() && parameter.type().isReal());
        }

        /** The arrays that are written to. */
        public List<Value> written() {
            return where(Callee.Parameter::isWritten);
        }

        /** The arrays that may be read. */
        public List<Value> arrays() {
            return where(parameter -> parameter.type().isArray());
        }

        private List<Value> where(Predicate<Callee.Parameter> condition) {
            return IntStream.range(0, arguments.size())
                    .filter(i -> condition.test(callee.parameters().get(i)))
                    .mapToObj(arguments::get)
                    .toList();
        }
    }

    /**
     * {@code throw new exception(arguments)}. Nothing after it in its region is run.
     *
     * @param exception the qualified name of the exception's class
     * @param arguments those of its constructor
     */
    record Throw(String exception, List<Argument> arguments, Position position) implements Statement {

        /**
         * An argument of the constructor: a value, or text with values in it.
         *
         * @param text empty for a value; else the text before, between and after the values, one piece more than there
         *     are values
         */
        public record Argument(List<String> text, List<Value> values) {

            public Argument {
                text = List.copyOf(text);
                values = List.copyOf(values);
            }

            public boolean isText() {
                return !text.isEmpty();
            }
        }

        public Throw {
            arguments = List.copyOf(arguments);
        }

        /** The same exception about other values. */
        public Throw with(UnaryOperator<Value> replacement) {
            List<Argument> replaced = arguments.stream()
                    .map(argument -> new Argument(
                            argument.text(),
                            argument.values().stream().map(replacement).toList()))
                    .toList();
            return new Throw(exception, replaced, position);
        }

        @Override
        public List<Value> results() {
            return List.of();
        }

        @Override
        public List<Value> operands() {
            return arguments.stream()
                    .flatMap(argument -> argument.values().stream())
                    .toList();
        }
    }

    /**
     * Runs one of two regions without parameters; its results become the statement's.
     *
     * @param results one value for each result of either region
     */
    record If(Value condition, Region then, Region otherwise, List<Value> results, Position position)
            implements Statement {

        public If {
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return List.of(condition);
        }

        @Override
        public List<Region> regions() {
            return List.of(then, otherwise);
        }
    }

    /**
     * A counted loop: {@code for (int i = from; i < to; i += step)}. The bounds are evaluated once, before the loop.
     *
     * @param test {@code LESS} or {@code LESS_EQUAL} with a positive step, {@code GREATER} or {@code GREATER_EQUAL} with a
     *     negative one
     * @param step how far the index moves, not 0
     * @param initial the carried values before the first iteration
     * @param body its first parameter is the index, then one for each carried value; its results are the next carried
     *     values
     * @param results the carried values after the last iteration
     */
    record For(
            Value from,
            Primitive test,
            Value to,
            int step,
            List<Value> initial,
            Region body,
            List<Value> results,
            Position position)
            implements Statement {

        public For {
            initial = List.copyOf(initial);
            results = List.copyOf(results);
        }

        /** Whether the index reaches {@code to}. */
        public boolean isInclusive() {
            return test == Primitive.LESS_EQUAL || test == Primitive.GREATER_EQUAL;
        }

        public Value index() {
            return body.parameters().get(0);
        }

        /** The body's parameters for the carried values. */
        public List<Value> carried() {
            return body.parameters().subList(1, body.parameters().size());
        }

        @Override
        public List<Value> operands() {
            List<Value> operands = new ArrayList<>(List.of(from, to));
            operands.addAll(initial);
            return List.copyOf(operands);
        }

        @Override
        public List<Region> regions() {
            return List.of(body);
        }
    }

    /**
     * A loop that runs while a condition holds.
     *
     * @param initial the carried values before the first iteration
     * @param condition takes the carried values, changes nothing, and results in one {@code boolean}
     * @param body takes the carried values, results in the next ones
     * @param results the carried values when the condition has failed
     */
    record While(List<Value> initial, Region condition, Region body, List<Value> results, Position position)
            implements Statement {

        public While {
            initial = List.copyOf(initial);
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return initial;
        }

        @Override
        public List<Region> regions() {
            return List.of(condition, body);
        }
    }

    /**
     * Runs another function, which has no results: what it computes it leaves in arrays. Long functions are cut into such parts.
     *
     * @param arguments one for each parameter of the part
     */
    record Part(Function function, List<Value> arguments, Position position) implements Statement {

        public Part {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Value> results() {
            return List.of();
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }
    }
}
