package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a function smaller as long as what is wrong with it stays wrong. */
public final class Shrinker {

    private static final int TRIALS = 20_000;

    private final Predicate<Function> fails;
    private int trials;

    private Shrinker(Predicate<Function> fails) {
        this.fails = fails;
    }

    /** The smallest function that is found by single steps from the one given and for which the predicate holds too. */
    public static Function shrink(Function function, Predicate<Function> fails) {
        Shrinker shrinker = new Shrinker(fails);
        Function smallest = function;
        for (Optional<Function> next = Optional.of(function); next.isPresent(); next = shrinker.smaller(smallest)) {
            smallest = next.get();
        }
        return smallest;
    }

    private Optional<Function> smaller(Function function) {
        int cost = cost(function);
        return candidates(function)
                .filter(candidate -> cost(candidate) < cost && trials < TRIALS && isVerified(candidate))
                .peek(candidate -> trials++)
                .filter(fails)
                .findFirst();
    }

    private static boolean isVerified(Function function) {
        try {
            Verifier.verify(function);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static int cost(Function function) {
        int[] sum = {6 * function.parameters().size()};
        function.body().forEach(statement -> sum[0] += cost(statement));
        return sum[0];
    }

    private static int cost(Statement statement) {
        if (statement instanceof Constant constant) {
            return constant.literal().equals(one(constant.result().type())) ? 1 : 2;
        }
        return statement instanceof Let let
                ? 5 + let.primitive().relaxed().ordinal() / 40
                : 7 + 3 * statement.results().size();
    }

    private static Object one(Type type) {
        return type.equals(Type.BOOLEAN) ? (Object) true : JavaOperations.cast(1, type);
    }

    private static Stream<Function> candidates(Function function) {
        int count = count(function);
        Stream<Function> steps =
                IntStream.iterate(count - 1, i -> i >= 0, i -> i - 1).boxed().flatMap(i -> edits(function, i));
        return Stream.of(truncated(function), steps, withoutParameters(function))
                .flatMap(all -> all);
    }

    /** Functions that end at a statement of this one, with what is computed there as their result. */
    private static Stream<Function> truncated(Function function) {
        List<Statement> statements = function.body().statements();
        return IntStream.range(0, statements.size())
                .boxed()
                .flatMap(i -> statements.get(i).results().stream()
                        .filter(result -> result.type().equals(Type.DOUBLE)
                                || result.type().equals(Type.DOUBLES))
                        .map(result -> new Function(
                                function.name(),
                                new Region(function.parameters(), statements.subList(0, i + 1), List.of(result)))));
    }

    private static Stream<Function> withoutParameters(Function function) {
        return function.parameters().stream().map(removed -> {
            List<Value> left = new ArrayList<>(function.parameters());
            left.remove(removed);
            Region body = function.body();
            return new Function(function.name(), new Region(left, body.statements(), body.results()));
        });
    }

    private static int count(Function function) {
        int[] count = {0};
        function.body().forEach(statement -> count[0]++);
        return count[0];
    }

    /** What may be put in the place of one statement, which is given by its number. */
    private static Stream<Function> edits(Function function, int number) {
        int edits = IntStream.iterate(0, i -> i + 1)
                .filter(i -> new Edit(number, i).apply(function).isEmpty())
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, edits)
                .mapToObj(i -> new Edit(number, i).apply(function).orElseThrow());
    }

    /** One change of one statement, on the way to a function that has it. */
    private static final class Edit {

        private final int number;
        private final int choice;
        private final AtomicInteger visited = new AtomicInteger();
        private final Map<Value, Value> substitution = new HashMap<>();
        private boolean exists = true;

        Edit(int number, int choice) {
            this.number = number;
            this.choice = choice;
        }

        Optional<Function> apply(Function function) {
            Region body = copy(function.body());
            return exists ? Optional.of(new Function(function.name(), body)) : Optional.empty();
        }

        private Region copy(Region region) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : region.statements()) {
                if (visited.getAndIncrement() != number) {
                    statements.add(copy(statement));
                    continue;
                }
                List<Runnable> choices = new ArrayList<>();
                choices(statement, statements, choices);
                exists = choice < choices.size();
                if (exists) {
                    choices.get(choice).run();
                }
            }
            return new Region(region.parameters(), statements, copy(region.results()));
        }

        private List<Value> copy(List<Value> values) {
            return values.stream().map(this::copy).toList();
        }

        private Value copy(Value value) {
            Value other = substitution.get(value);
            return other == null ? value : copy(other);
        }

        private Statement copy(Statement s) {
            if (s instanceof Let let) {
                return new Let(let.result(), let.primitive(), copy(let.arguments()), let.position());
            }
            if (s instanceof Store store) {
                return new Store(copy(store.array()), copy(store.index()), copy(store.element()), store.position());
            }
            if (s instanceof Call call) {
                return new Call(call.results(), call.callee(), copy(call.arguments()), call.position());
            }
            if (s instanceof If branch) {
                Value condition = copy(branch.condition());
                Region then = copy(branch.then());
                return new If(condition, then, copy(branch.otherwise()), branch.results(), branch.position());
            }
            if (s instanceof For loop) {
                return copy(loop, loop.initial(), loop.body(), loop.results());
            }
            if (s instanceof While loop) {
                List<Value> initial = copy(loop.initial());
                Region condition = copy(loop.condition());
                return new While(initial, condition, copy(loop.body()), loop.results(), loop.position());
            }
            return s;
        }

        private For copy(For loop, List<Value> initial, Region body, List<Value> results) {
            Value from = copy(loop.from());
            Value to = copy(loop.to());
            return new For(from, loop.test(), to, loop.step(), copy(initial), copy(body), results, loop.position());
        }

        private void choices(Statement s, List<Statement> out, List<Runnable> choices) {
            choices.add(() -> {});
            choices.add(() -> constants(s.results(), out));
            if (s instanceof Let let) {
                let.arguments().stream()
                        .filter(argument -> argument.type().equals(let.result().type()))
                        .forEach(argument -> choices.add(() -> substitution.put(let.result(), argument)));
                if (let.arguments().size() == 2 && let.result().type().equals(Type.DOUBLE)) {
                    choices.add(() -> simpler(let, Primitive.MULTIPLY, out));
                }
                if (let.result().type().equals(Type.DOUBLE)) {
                    choices.add(() -> simpler(let, Primitive.SIN, out));
                }
            } else if (s instanceof If branch) {
                choices.add(() -> inline(branch.then(), List.of(), branch.results(), out));
                choices.add(() -> inline(branch.otherwise(), List.of(), branch.results(), out));
                IntStream.range(0, branch.results().size()).forEach(i -> choices.add(() -> narrow(branch, i, out)));
            } else if (s instanceof For loop) {
                List<Value> arguments = new ArrayList<>(List.of(loop.from()));
                arguments.addAll(loop.initial());
                choices.add(() -> inline(loop.body(), arguments, loop.results(), out));
                choices.add(() -> substitute(loop.results(), loop.initial()));
                IntStream.range(0, loop.results().size()).forEach(i -> choices.add(() -> narrow(loop, i, out)));
            } else if (s instanceof While loop) {
                choices.add(() -> inline(loop.body(), loop.initial(), loop.results(), out));
                choices.add(() -> substitute(loop.results(), loop.initial()));
                IntStream.range(0, loop.results().size()).forEach(i -> choices.add(() -> narrow(loop, i, out)));
            }
        }

        private void constants(List<Value> results, List<Statement> out) {
            for (Value result : results) {
                if (!result.type().isArray()) {
                    out.add(new Constant(result, one(result.type()), "", Position.NONE));
                }
            }
        }

        private void simpler(Let let, Primitive primitive, List<Statement> out) {
            List<Value> arguments = copy(let.arguments());
            List<Value> kept = primitive == Primitive.SIN ? arguments.subList(0, 1) : arguments;
            out.add(new Let(let.result(), primitive, kept, let.position()));
        }

        private void substitute(List<Value> values, List<Value> others) {
            IntStream.range(0, values.size()).forEach(i -> substitution.put(values.get(i), others.get(i)));
        }

        private void inline(Region region, List<Value> arguments, List<Value> results, List<Statement> out) {
            substitute(region.parameters(), arguments);
            Region copy = copy(region);
            out.addAll(copy.statements());
            substitute(results, region.results());
        }

        private void narrow(If branch, int index, List<Statement> out) {
            constants(List.of(branch.results().get(index)), out);
            Region then = without(branch.then(), -1, index);
            Region otherwise = without(branch.otherwise(), -1, index);
            List<Value> results = without(branch.results(), index);
            out.add(new If(copy(branch.condition()), copy(then), copy(otherwise), results, branch.position()));
        }

        private void narrow(For loop, int index, List<Statement> out) {
            substitution.put(loop.carried().get(index), loop.initial().get(index));
            substitution.put(loop.results().get(index), loop.initial().get(index));
            Region body = without(loop.body(), index + 1, index);
            out.add(copy(loop, without(loop.initial(), index), body, without(loop.results(), index)));
        }

        private void narrow(While loop, int index, List<Statement> out) {
            Value initial = loop.initial().get(index);
            substitution.put(loop.condition().parameters().get(index), initial);
            substitution.put(loop.body().parameters().get(index), initial);
            substitution.put(loop.results().get(index), initial);
            Region condition = without(loop.condition(), index, -1);
            Region body = without(loop.body(), index, index);
            out.add(copy(new While(
                    without(loop.initial(), index), condition, body, without(loop.results(), index), loop.position())));
        }

        private static Region without(Region region, int parameter, int result) {
            return new Region(
                    without(region.parameters(), parameter), region.statements(), without(region.results(), result));
        }

        private static List<Value> without(List<Value> values, int index) {
            return IntStream.range(0, values.size())
                    .filter(i -> i != index)
                    .mapToObj(values::get)
                    .toList();
        }
    }
}
