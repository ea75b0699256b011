package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;

/** The names in scope: none shadows another, sibling blocks may use the same. */
public final class Names {

    private static final String INDICES = "ijklmnpq";

    /**
     * The names of a block.
     *
     * @param next for each wish the number that the search for the next one begins with: those before are taken
     */
    private record Block(Set<String> names, Map<String, Integer> next) {

        Block(Set<String> names) {
            this(names, new HashMap<>());
        }
    }

    private final Deque<Block> blocks = new ArrayDeque<>();

    /** Begins with names that must not be used, such as those of classes. */
    public Names(Set<String> taken) {
        blocks.push(new Block(new HashSet<>(taken)));
    }

    void open() {
        blocks.push(new Block(new HashSet<>()));
    }

    void close() {
        blocks.pop();
    }

    /** A new name: the one wished for, or with the first number from 2 on that makes it new. */
    public String declare(String wish) {
        if (!isTaken(wish)) {
            blocks.element().names().add(wish);
            return wish;
        }
        String stem = Character.isDigit(wish.charAt(wish.length() - 1)) ? wish + "_" : wish;
        int number = blocks.stream()
                .mapToInt(block -> block.next().getOrDefault(wish, 2))
                .max()
                .getAsInt();
        while (isTaken(stem + number)) {
            number++;
        }
        blocks.element().names().add(stem + number);
        blocks.element().next().put(wish, number + 1);
        return stem + number;
    }

    /** A new name for a loop's index: {@code i}, or the next free letter. */
    String declareIndex() {
        for (int i = 0; i < INDICES.length(); i++) {
            String name = INDICES.substring(i, i + 1);
            if (!isTaken(name)) {
                blocks.element().names().add(name);
                return name;
            }
        }
        return declare("i");
    }

    private boolean isTaken(String name) {
        return SourceVersion.isKeyword(name)
                || blocks.stream().anyMatch(block -> block.names().contains(name));
    }

    /**
     * What to call a value that has no name, by the statement that defines it.
     *
     * @param known what the statement's operands are called; empty where that is no plain word
     */
    static String describing(Statement statement, Function<Value, String> known) {
        if (statement instanceof Call call) {
            return call.callee().name();
        }
        if (!(statement instanceof Let let)) {
            return statement instanceof Constant ? "constant" : "state";
        }
        Primitive primitive = let.primitive();
        return switch (primitive.form()) {
            case STATIC -> isInt(let) ? counted(primitive) : method(primitive);
            case INFIX, PREFIX -> isInt(let) ? "index" : operator(primitive);
            case CAST -> "converted";
            case SELECT, ALIAS -> "selected";
            case NEW_ARRAY -> "array";
            case LENGTH -> "length";
            case LOAD -> element(known.apply(let.argument(0)), known.apply(let.argument(1)));
            case METHOD -> primitive.symbol();
            case CLONE -> "copy";
        };
    }

    /** {@code xi} for {@code x[i]}, {@code yBar1} for {@code yBar[1]}. */
    private static String element(String array, String index) {
        if (array.isEmpty() || index.length() != 1) {
            return "element";
        }
        return array + (array.length() == 1 ? index : index.toUpperCase(Locale.ROOT));
    }

    private static boolean isInt(Let let) {
        return let.result().type().equals(Type.INT);
    }

    private static String counted(Primitive primitive) {
        return switch (primitive) {
            case MAX -> "count";
            case MULTIPLY_EXACT -> "size";
            default -> method(primitive);
        };
    }

    private static String operator(Primitive primitive) {
        return switch (primitive) {
            case ADD -> "sum";
            case SUBTRACT -> "difference";
            case MULTIPLY -> "product";
            case DIVIDE -> "quotient";
            case REMAINDER -> "remainder";
            case NEGATE -> "negated";
            case NOT, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> "condition";
            default -> "bits";
        };
    }

    private static String method(Primitive primitive) {
        if (primitive.symbol().contains("Partials.")) {
            return primitive == Primitive.STRONG_TIMES ? "product" : "slope";
        }
        String method = primitive.symbol().substring(primitive.symbol().lastIndexOf('.') + 1);
        return method.substring(0, 1).toLowerCase(Locale.ROOT) + method.substring(1);
    }
}
