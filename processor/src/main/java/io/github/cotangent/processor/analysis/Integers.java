package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of type {@code int} that are known numbers: literals, lengths of arrays of known lengths, sums of such. */
public final class Integers {

    private final Map<Value, Integer> numbers = new HashMap<>();
    private final Map<Value, Integer> lengths = new HashMap<>();

    public static Integers of(Function function) {
        Integers integers = new Integers();
        integers.see(function.body());
        return integers;
    }

    /** The number that a value is known to be. */
    public Optional<Integer> number(Value value) {
        return Optional.ofNullable(numbers.get(value));
    }

    /** The known length of an array. */
    public Optional<Integer> length(Value array) {
        return Optional.ofNullable(lengths.get(array));
    }

    private void see(Region region) {
        for (Statement statement : region.statements()) {
            statement.regions().forEach(this::see);
            see(statement);
        }
    }

    /** Learns what there is to learn from a statement; whatever comes before it has been seen. */
    public void see(Statement statement) {
        if (statement instanceof Constant constant && constant.literal() instanceof Integer number) {
            if (constant.result().type().equals(Type.INT)) {
                numbers.put(constant.result(), number);
            }
        } else if (statement instanceof Let let) {
            let(let);
        } else if (statement instanceof If branch) {
            for (int i = 0; i < branch.results().size(); i++) {
                Integer length = lengths.get(branch.then().results().get(i));
                if (length != null
                        && length.equals(
                                lengths.get(branch.otherwise().results().get(i)))) {
                    lengths.put(branch.results().get(i), length);
                }
            }
        }
    }

    private void let(Let let) {
        switch (let.primitive()) {
            case NEW_ARRAY -> number(let.argument(0)).ifPresent(number -> lengths.put(let.result(), number));
            case CLONE -> length(let.argument(0)).ifPresent(number -> lengths.put(let.result(), number));
            case LENGTH -> length(let.argument(0)).ifPresent(number -> numbers.put(let.result(), number));
            default -> {
                if (let.result().type().equals(Type.INT)) {
                    arithmetic(let.primitive(), let.arguments()).ifPresent(number -> numbers.put(let.result(), number));
                }
            }
        }
    }

    private Optional<Integer> arithmetic(Primitive primitive, List<Value> arguments) {
        if (arguments.size() != 2 || !arguments.stream().allMatch(numbers::containsKey)) {
            return Optional.empty();
        }
        int a = numbers.get(arguments.get(0));
        int b = numbers.get(arguments.get(1));
        return switch (primitive) {
            case ADD -> Optional.of(a + b);
            case SUBTRACT -> Optional.of(a - b);
            case MULTIPLY -> Optional.of(a * b);
            default -> Optional.empty();
        };
    }

    /** What a comparison of known numbers gives. */
    public Optional<Boolean> comparison(Let let) {
        if (!let.primitive().isComparison() || !let.arguments().stream().allMatch(numbers::containsKey)) {
            return Optional.empty();
        }
        int order = Integer.compare(numbers.get(let.argument(0)), numbers.get(let.argument(1)));
        return Optional.of(compare(let.primitive(), order));
    }

    /** Whether a comparison holds between numbers in this order, negative if the first is less. */
    public static boolean compare(Primitive comparison, int order) {
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_EQUAL -> order >= 0;
            default -> throw new IllegalArgumentException(comparison + " is no comparison");
        };
    }
}
