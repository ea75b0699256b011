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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text form of a function.
 *
 * <pre>
 * sum(x: double[]) {
 *   %0 = 0.0
 *   %1 = 0
 *   %2 = length x
 *   s = for i from %1 less %2 step 1 with (s.1 = %0) {
 *     %3 = load x, i
 *     s.2 = add s.1, %3
 *     yield s.2
 *   }
 *   return s
 * }
 * </pre>
 *
 * A result of another type than its first argument's says so: {@code %4: double = cast i}. So do all results of a call:
 * {@code %5: double = call test.Models.wave x, i}.
 */
public final class Printer {

    private final StringBuilder text = new StringBuilder();
    private final Map<Value, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int unnamed;

    private Printer() {}

    public static String print(Function function) {
        Printer printer = new Printer();
        printer.text
                .append(function.name())
                .append(printer.typed(function.parameters()))
                .append(" {\n");
        printer.body(function.body(), "  ", "return");
        return printer.text.append("}\n").toString();
    }

    private void body(Region region, String indent, String last) {
        region.statements().forEach(statement -> statement(statement, indent));
        text.append(indent).append(last);
        text.append(region.results().isEmpty() ? "" : " " + list(region.results()))
                .append('\n');
    }

    private void statement(Statement statement, String indent) {
        text.append(indent);
        if (statement instanceof Constant constant) {
            text.append(name(constant.result())).append(" = ").append(literal(constant));
        } else if (statement instanceof Let let) {
            String operands = list(let.arguments());
            text.append(let(let))
                    .append(" = ")
                    .append(lower(let.primitive()))
                    .append(' ')
                    .append(operands);
        } else if (statement instanceof Store store) {
            text.append("store ").append(list(store.operands()));
        } else if (statement instanceof Throw failure) {
            text.append("throw ")
                    .append(failure.exception())
                    .append(failure.arguments().stream()
                            .map(this::argument)
                            .collect(Collectors.joining(", ", "(", ")")));
        } else if (statement instanceof Part part) {
            text.append(part.function().name()).append(' ').append(list(part.arguments()));
        } else if (statement instanceof Call call) {
            text.append(call(call));
        } else if (statement instanceof If branch) {
            text.append(results(branch))
                    .append("if ")
                    .append(name(branch.condition()))
                    .append(" {\n");
            body(branch.then(), indent + "  ", "yield");
            text.append(indent).append("} else {\n");
            body(branch.otherwise(), indent + "  ", "yield");
            text.append(indent).append('}');
        } else if (statement instanceof For loop) {
            text.append(results(loop)).append("for ").append(name(loop.index()));
            text.append(" from ").append(name(loop.from())).append(' ').append(lower(loop.test()));
            text.append(' ').append(name(loop.to())).append(" step ").append(loop.step());
            text.append(carried(loop.carried(), loop.initial())).append(" {\n");
            body(loop.body(), indent + "  ", "yield");
            text.append(indent).append('}');
        } else if (statement instanceof While loop) {
            text.append(results(loop)).append("while");
            text.append(carried(loop.condition().parameters(), loop.initial())).append(" {\n");
            body(loop.condition(), indent + "  ", "test");
            text.append(indent)
                    .append("} do ")
                    .append(typed(loop.body().parameters()))
                    .append(" {\n");
            body(loop.body(), indent + "  ", "yield");
            text.append(indent).append('}');
        }
        text.append('\n');
    }

    /** Text is written as one string, with the values in it in braces. */
    private String argument(Throw.Argument argument) {
        if (!argument.isText()) {
            return name(argument.values().get(0));
        }
        StringBuilder string = new StringBuilder("\"");
        for (int i = 0; i < argument.values().size(); i++) {
            string.append(argument.text().get(i)).append('{');
            string.append(name(argument.values().get(i))).append('}');
        }
        return string.append(argument.text().get(argument.values().size()))
                .append('"')
                .toString();
    }

    private String let(Let let) {
        String result = name(let.result());
        boolean typeShows = let.arguments().get(0).type().equals(let.result().type());
        return typeShows ? result : result + ": " + let.result().type();
    }

    private String call(Call call) {
        String arguments = call.arguments().isEmpty() ? "" : " " + list(call.arguments());
        String results = call.results().stream()
                .map(value -> name(value) + ": " + value.type())
                .collect(Collectors.joining(", "));
        return (results.isEmpty() ? "" : results + " = ") + "call " + call.callee() + arguments;
    }

    private String results(Statement statement) {
        return statement.results().isEmpty() ? "" : list(statement.results()) + " = ";
    }

    private String carried(List<Value> parameters, List<Value> initial) {
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            pairs.append(i == 0 ? " with (" : ", ");
            pairs.append(name(parameters.get(i))).append(" = ");
            // The verifier prints what is not well formed.
            pairs.append(i < initial.size() ? name(initial.get(i)) : "?");
        }
        return pairs.append(')').toString();
    }

    private String typed(List<Value> values) {
        return values.stream()
                .map(value -> name(value) + ": " + value.type())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String list(List<Value> values) {
        return values.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private static String lower(Primitive primitive) {
        return primitive.name().toLowerCase(Locale.ROOT);
    }

    private static String literal(Constant constant) {
        String suffix = constant.literal() instanceof Float ? "f" : constant.literal() instanceof Long ? "L" : "";
        String literal = constant.literal() + suffix;
        return constant.symbol().isEmpty() ? literal : constant.symbol() + " (" + literal + ")";
    }

    private String name(Value value) {
        return names.computeIfAbsent(value, this::newName);
    }

    private String newName(Value value) {
        if (!value.isNamed()) {
            return "%" + unnamed++;
        }
        String name = value.name();
        for (int i = 1; !taken.add(name); i++) {
            name = value.name() + "." + i;
        }
        return name;
    }
}
