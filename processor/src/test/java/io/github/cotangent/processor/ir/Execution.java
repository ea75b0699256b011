package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Part;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a function: the control flow, over values of whatever kind a {@link Domain} computes with.
 *
 * @param <V> what stands for a value: a Java object, or a Java object with its tangent
 */
final class Execution<V> {

    /** Thrown by a run of more operations than it was allowed: most likely a loop without an end. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong(long limit) {
            super("more than " + limit + " operations");
        }
    }

    /** The arithmetic that a run is over. */
    interface Domain<V> {

        V constant(Type type, Object literal);

        V apply(Let let, List<V> arguments);

        void store(V array, int index, V element);

        /** The Java object that decides where control goes. */
        Object primal(V value);
    }

    private static final long LIMIT = 20_000_000;

    private final Domain<V> domain;
    private final Map<Value, V> values = new HashMap<>();
    private long operations;

    Execution(Domain<V> domain) {
        this.domain = domain;
    }

    List<V> run(Function function, List<V> arguments) {
        if (arguments.size() != function.parameters().size()) {
            throw new IllegalArgumentException(arguments.size() + " arguments for " + function);
        }
        return region(function.body(), arguments);
    }

    /** How many constants, lets and stores have been executed. */
    long operations() {
        return operations;
    }

    private List<V> region(Region region, List<V> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            values.put(region.parameters().get(i), arguments.get(i));
        }
        region.statements().forEach(this::statement);
        return all(region.results());
    }

    private void statement(Statement statement) {
        if (operations++ > LIMIT) {
            throw new TooLong(LIMIT);
        }
        if (statement instanceof Constant constant) {
            values.put(constant.result(), domain.constant(constant.result().type(), constant.literal()));
        } else if (statement instanceof Let let) {
            values.put(let.result(), domain.apply(let, all(let.arguments())));
        } else if (statement instanceof Store store) {
            domain.store(get(store.array()), integer(store.index()), get(store.element()));
        } else if (statement instanceof Throw failure) {
            throw new Thrown(
                    failure.exception(),
                    failure.arguments().stream().map(this::argument).toList());
        } else if (statement instanceof Part part) {
            new Execution<>(domain).run(part.function(), all(part.arguments()));
        } else if (statement instanceof Call call) {
            Function called = CalledFunctions.function(call.callee().toString());
            define(call.results(), new Execution<>(domain).run(called, all(call.arguments())));
        } else if (statement instanceof If branch) {
            boolean holds = (boolean) domain.primal(get(branch.condition()));
            define(branch.results(), region(holds ? branch.then() : branch.otherwise(), List.of()));
        } else if (statement instanceof For loop) {
            loop(loop);
        } else if (statement instanceof While loop) {
            loopWhile(loop);
        }
    }

    private Object argument(Throw.Argument argument) {
        List<Object> values = argument.values().stream()
                .map(value -> domain.primal(get(value)))
                .toList();
        if (!argument.isText()) {
            return values.get(0);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(argument.text().get(i)).append(values.get(i));
        }
        return text.append(argument.text().get(values.size())).toString();
    }

    private void loop(For loop) {
        int to = integer(loop.to());
        List<V> carried = all(loop.initial());
        for (int i = integer(loop.from()); continues(loop.test(), i, to); i += loop.step()) {
            List<V> arguments = new ArrayList<>(List.of(domain.constant(Type.INT, i)));
            arguments.addAll(carried);
            carried = region(loop.body(), arguments);
        }
        define(loop.results(), carried);
    }

    private static boolean continues(Primitive test, int index, int to) {
        return switch (test) {
            case LESS -> index < to;
            case LESS_EQUAL -> index <= to;
            case GREATER -> index > to;
            case GREATER_EQUAL -> index >= to;
            default -> throw new IllegalArgumentException("loop with " + test);
        };
    }

    private void loopWhile(While loop) {
        List<V> carried = all(loop.initial());
        while ((boolean) domain.primal(region(loop.condition(), carried).get(0))) {
            carried = region(loop.body(), carried);
        }
        define(loop.results(), carried);
    }

    private void define(List<Value> results, List<V> computed) {
        for (int i = 0; i < results.size(); i++) {
            values.put(results.get(i), computed.get(i));
        }
    }

    private int integer(Value value) {
        return (int) domain.primal(get(value));
    }

    private List<V> all(List<Value> wanted) {
        return wanted.stream().map(this::get).toList();
    }

    private V get(Value value) {
        V result = values.get(value);
        if (result == null && !values.containsKey(value)) {
            throw new IllegalStateException(value + " is read before it is defined");
        }
        return result;
    }
}
