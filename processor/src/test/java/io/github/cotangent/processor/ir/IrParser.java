package io.github.cotangent.processor.ir;

import io.github.cotangent.processor.diagnostics.Position;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.For;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Statement.Store;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Statement.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text form that {@link Printer} writes. Every name is defined once in the whole text, as the printer does it. */
public final class IrParser {

    private static final Pattern HEADER = Pattern.compile("(.+?)(\\(.*\\)) \\{");
    private static final Pattern TYPED = Pattern.compile("([^\\s(),]+): ([a-z]+)((?:\\[])*)");
    private static final Pattern IF = Pattern.compile("(?:(.+) = )?if (\\S+) \\{");
    private static final Pattern FOR =
            Pattern.compile("(?:(.+?) = )?for (\\S+) from (\\S+) (\\S+) (\\S+) step (\\S+?)(?: with \\((.+)\\))? \\{");
    private static final Pattern WHILE = Pattern.compile("(?:(.+?) = )?while(?: with \\((.+)\\))? \\{");
    private static final Pattern DO = Pattern.compile("} do (\\(.*\\)) \\{");
    private static final Pattern CALL = Pattern.compile("(?:(.+) = )?call (\\S+)(?: (.+))?");
    private static final Pattern LET = Pattern.compile("([^\\s:]+)(?:: (\\S+))? = ([a-z_0-9]+) (.+)");
    private static final Pattern CONSTANT = Pattern.compile("(\\S+) = (?:(.+) \\((.+)\\)|(\\S+))");
    private static final Pattern THROW = Pattern.compile("throw ([\\w.$]+)\\((.*)\\)");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|([^\", ]+)");
    private static final Pattern PIECE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern SUFFIX = Pattern.compile("\\.\\d+$");

    private final Iterator<String> lines;
    private final Map<String, Value> values = new HashMap<>();

    private IrParser(Stream<String> lines) {
        this.lines = lines.iterator();
    }

    /**
     * The function that a text stands for.
     *
     * @throws IllegalArgumentException if the text is not of the printer's form; the message names the line
     */
    public static Function parse(String text) {
        return new IrParser(text.lines().map(String::strip).filter(line -> !line.isEmpty())).function();
    }

    /** As {@link #parse}, and well formed. */
    public static Function verified(String text) {
        return Verifier.verify(parse(text));
    }

    private Function function() {
        MatchResult header = expect(HEADER, lines.next());
        Region body = region(typed(header.group(2)), "return", "}");
        if (lines.hasNext()) {
            throw fault(lines.next());
        }
        return new Function(header.group(1), body);
    }

    /** The statements up to the line of results, and the line after it. */
    private Region region(List<Value> parameters, String last, String end) {
        List<Statement> statements = new ArrayList<>();
        String line = lines.next();
        while (!line.equals(last) && !line.startsWith(last + " ")) {
            statements.add(statement(line));
            line = lines.next();
        }
        List<Value> results = uses(line.substring(last.length()));
        if (!end.isEmpty()) {
            expect(Pattern.compile(Pattern.quote(end)), lines.next());
        }
        return new Region(parameters, statements, results);
    }

    private Statement statement(String line) {
        if (line.startsWith("store ")) {
            List<Value> operands = uses(line.substring(6));
            return new Store(operands.get(0), operands.get(1), operands.get(2), Position.NONE);
        }
        Matcher failure = THROW.matcher(line);
        if (failure.matches()) {
            return new Throw(
                    failure.group(1),
                    ARGUMENT.matcher(failure.group(2))
                            .results()
                            .map(this::argument)
                            .toList(),
                    Position.NONE);
        }
        Matcher call = CALL.matcher(line);
        if (call.matches()) {
            return call(call.toMatchResult());
        }
        Matcher branch = IF.matcher(line);
        if (branch.matches()) {
            return branch(branch.toMatchResult());
        }
        Matcher loop = FOR.matcher(line);
        if (loop.matches()) {
            return loop(loop.toMatchResult());
        }
        Matcher loopWhile = WHILE.matcher(line);
        if (loopWhile.matches()) {
            return loopWhile(loopWhile.toMatchResult());
        }
        Matcher let = LET.matcher(line);
        boolean symbolic = line.endsWith(")");
        if (!symbolic && let.matches()) {
            return let(let.toMatchResult());
        }
        return constant(expect(CONSTANT, line));
    }

    private Throw.Argument argument(MatchResult argument) {
        if (argument.group(1) == null) {
            return new Throw.Argument(List.of(), uses(argument.group(2)));
        }
        List<Value> values = PIECE.matcher(argument.group(1))
                .results()
                .map(piece -> use(piece.group(1)))
                .toList();
        return new Throw.Argument(List.of(PIECE.split(argument.group(1), -1)), values);
    }

    private Call call(MatchResult call) {
        Callee callee = CalledFunctions.callee(call.group(2));
        List<Value> arguments = call.group(3) == null ? List.of() : uses(call.group(3));
        List<Value> results = call.group(1) == null ? List.of() : typed("(" + call.group(1) + ")");
        return new Call(results, callee, arguments, Position.NONE);
    }

    private If branch(MatchResult header) {
        Value condition = use(header.group(2));
        Region then = region(List.of(), "yield", "} else {");
        Region otherwise = region(List.of(), "yield", "}");
        return new If(condition, then, otherwise, defineLike(header.group(1), then.results()), Position.NONE);
    }

    private For loop(MatchResult header) {
        Value from = use(header.group(3));
        Value to = use(header.group(5));
        List<Value> initial = initial(header.group(7));
        List<Value> parameters = new ArrayList<>(List.of(define(header.group(2), Type.INT)));
        parameters.addAll(carried(header.group(7), initial));
        Region body = region(parameters, "yield", "}");
        List<Value> results = defineLike(header.group(1), initial);
        int step = Integer.parseInt(header.group(6));
        return new For(from, primitive(header.group(4)), to, step, initial, body, results, Position.NONE);
    }

    private While loopWhile(MatchResult header) {
        List<Value> initial = initial(header.group(2));
        Region condition = region(carried(header.group(2), initial), "test", "");
        Region body = region(typed(expect(DO, lines.next()).group(1)), "yield", "}");
        return new While(initial, condition, body, defineLike(header.group(1), initial), Position.NONE);
    }

    private Let let(MatchResult let) {
        List<Value> arguments = uses(let.group(4));
        Type type = let.group(2) == null ? arguments.get(0).type() : type(let.group(2));
        return new Let(define(let.group(1), type), primitive(let.group(3)), arguments, Position.NONE);
    }

    private Constant constant(MatchResult constant) {
        boolean symbolic = constant.group(4) == null;
        Object literal = literal(constant.group(symbolic ? 3 : 4));
        Type type = new Type(Type.Kind.valueOf(simpleName(literal)), 0);
        return new Constant(define(constant.group(1), type), literal, symbolic ? constant.group(2) : "", Position.NONE);
    }

    private static String simpleName(Object literal) {
        return literal instanceof Integer
                ? "INT"
                : literal.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static Object literal(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        String start = text.substring(0, text.length() - 1);
        try {
            if (text.endsWith("L")) {
                return Long.valueOf(start);
            }
            if (text.endsWith("f")) {
                return Float.valueOf(start);
            }
            boolean real = text.matches(".*[.NI].*");
            return real ? (Object) Double.valueOf(text) : (Object) Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw fault(text);
        }
    }

    private static Primitive primitive(String name) {
        try {
            return Primitive.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fault(name);
        }
    }

    private List<Value> typed(String parameters) {
        return TYPED.matcher(parameters)
                .results()
                .map(typed -> define(typed.group(1), type(typed.group(2) + typed.group(3))))
                .toList();
    }

    private static Type type(String text) {
        String kind = text.replace("[]", "");
        return new Type(Type.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), (text.length() - kind.length()) / 2);
    }

    /** The {@code b}s of {@code a = b, c = d}, which are in scope outside the loop. */
    private List<Value> initial(String pairs) {
        return pairs(pairs).map(pair -> use(pair[1])).toList();
    }

    private List<Value> carried(String pairs, List<Value> initial) {
        Iterator<Value> types = initial.iterator();
        return pairs(pairs).map(pair -> define(pair[0], types.next().type())).toList();
    }

    private static Stream<String[]> pairs(String pairs) {
        return pairs == null ? Stream.of() : Stream.of(pairs.split(", ")).map(pair -> pair.split(" = "));
    }

    private List<Value> defineLike(String names, List<Value> like) {
        if (names == null) {
            return List.of();
        }
        Iterator<Value> types = like.iterator();
        return Stream.of(names.split(", "))
                .map(name -> define(name, types.next().type()))
                .toList();
    }

    private Value define(String name, Type type) {
        Value value = name.startsWith("%")
                ? Value.unnamed(type)
                : Value.named(type, SUFFIX.matcher(name).replaceFirst(""));
        if (values.put(name, value) != null) {
            throw fault(name + " again");
        }
        return value;
    }

    private List<Value> uses(String names) {
        return names.isBlank()
                ? List.of()
                : Stream.of(names.strip().split(", ")).map(this::use).toList();
    }

    private Value use(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw fault(name);
        }
        return value;
    }

    private static MatchResult expect(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw fault(line);
        }
        return matcher.toMatchResult();
    }

    private static IllegalArgumentException fault(String text) {
        return new IllegalArgumentException("unexpected: " + text);
    }
}
