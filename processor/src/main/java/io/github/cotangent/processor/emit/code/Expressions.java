package io.github.cotangent.processor.emit.code;

import com.palantir.javapoet.ClassName;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Call;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Let;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes values as Java expressions: a variable, or the expression that {@link Inlining} put in its place. */
final class Expressions {

    private final Structure structure;
    private final Inlining inlining;
    private final Function<Value, String> variables;
    private final Function<Call, String> holders;
    private final Set<String> hidden;
    private final Allocations allocations;
    private final Map<String, ClassName> owners = new HashMap<>();

    /**
     * Writes names as they are given.
     *
     * @param holders the variable of the record that a call returns
     * @param hidden names of variables, which a class may have too
     */
    Expressions(
            Structure structure,
            Inlining inlining,
            Function<Value, String> variables,
            Function<Call, String> holders,
            Set<String> hidden,
            Allocations allocations) {
        this.structure = structure;
        this.inlining = inlining;
        this.variables = variables;
        this.holders = holders;
        this.hidden = hidden;
        this.allocations = allocations;
    }

    Expression of(Value value) {
        if (inlining.isInlined(value) && structure.definition(value) instanceof Call call) {
            Callee.Part part =
                    call.callee().results().parts().get(call.results().indexOf(value));
            return Expression.primary("$L$L", holders.apply(call), part.access());
        }
        return inlining.isInlined(value)
                ? definition(structure.definition(value))
                : Expression.primary("$L", variables.apply(value));
    }

    /** The right-hand side of a statement that defines one value. */
    Expression definition(Statement statement) {
        if (statement instanceof Constant constant) {
            return constant.symbol().isEmpty()
                    ? Expression.literal(constant.result().type(), constant.literal())
                    : symbol(constant.symbol());
        }
        return statement instanceof If branch ? choice(branch) : let((Let) statement);
    }

    /** A constant by its name, without its package unless a variable hides the class. */
    private Expression symbol(String symbol) {
        return NamedConstant.of(symbol)
                .filter(constant -> !hidden.contains(constant.className()))
                .map(constant -> Expression.primary("$T.$L", constant.owner(), constant.member()))
                .orElseGet(() -> Expression.primary("$L", symbol));
    }

    /** As {@link #definition}, for an assignment: that widens a number by itself. */
    Text assigned(Statement statement) {
        boolean widens = statement instanceof Let let
                && let.primitive() == Primitive.CAST
                && isWidening(let.argument(0).type(), let.result().type());
        return widens
                ? of(((Let) statement).argument(0)).code()
                : definition(statement).code();
    }

    private static boolean isWidening(Type from, Type to) {
        boolean numbers = from.kind().compareTo(Type.Kind.INT) >= 0 && to.kind().compareTo(Type.Kind.INT) >= 0;
        return numbers && from.kind().compareTo(to.kind()) < 0;
    }

    private Expression let(Let let) {
        List<Expression> arguments = let.arguments().stream().map(this::of).toList();
        Expression first = arguments.get(0);
        Primitive primitive = let.primitive();
        Type type = let.result().type();
        return switch (primitive.form()) {
            case INFIX -> Expression.infix(primitive, first, arguments.get(1));
            case PREFIX -> Expression.prefix(primitive, first);
            case CAST -> type.equals(let.argument(0).type()) ? first : Expression.cast(type, first);
            case ALIAS -> first;
            case SELECT -> Expression.choice(first, arguments.get(1), arguments.get(2));
            case NEW_ARRAY -> allocations.newArray(type, arguments);
            case LENGTH -> Expression.primary("$L.length", first.within(Expression.PRIMARY));
            case LOAD ->
                Expression.primary(
                        "$L[$L]",
                        first.within(Expression.PRIMARY),
                        arguments.get(1).code());
            case METHOD -> Expression.primary("$L.$L()", first.within(Expression.PRIMARY), primitive.symbol());
            case CLONE -> allocations.copy(first);
            case STATIC ->
                primitive == Primitive.GROW
                        ? allocations.grow(arguments).orElseGet(() -> call(primitive, arguments))
                        : call(primitive, arguments);
        };
    }

    /** Records make it long: there lines may end between the arguments. */
    Text call(Call call) {
        Iterator<Text> parts =
                call.arguments().stream().map(value -> of(value).code()).iterator();
        boolean takesRecords = call.callee().arguments().stream()
                .anyMatch(argument -> argument.type().isRecord());
        Text list = call.callee().arguments().stream()
                .map(argument -> passed(argument.type(), argument.parts(), parts))
                .collect(Text.joining(takesRecords ? ",$W" : ", "));
        String format = takesRecords ? "$T.$L($Z$L)" : "$T.$L($L)";
        return Text.of(
                format,
                className(call.callee().owner()),
                call.callee().name(),
                allocations.arguments(call.callee(), list));
    }

    /** What is passed for the next parts. */
    private static Text passed(Type type, Callee.Parts parts, Iterator<Text> next) {
        if (!type.isRecord()) {
            return parts.has(type) ? next.next() : nothing(type);
        }
        Text components = type.components().stream()
                .map(component -> passed(component.type(), parts, next))
                .collect(Text.joining(", "));
        return Text.of("new $T($L)", className(type.shape().orElseThrow().symbol()), components);
    }

    /** Stands where nobody asks for a value. */
    private static Text nothing(Type type) {
        if (type.isArray() || type.isObject()) {
            return Text.of("null");
        }
        return switch (type.kind()) {
            case BOOLEAN -> Text.of("false");
            case BYTE, SHORT, CHAR -> Text.of("($L) 0", type);
            default -> Text.of("0");
        };
    }

    static ClassName className(ClassSymbol symbol) {
        List<String> names = symbol.names();
        return ClassName.get(
                symbol.packageName(),
                names.get(0),
                names.subList(1, names.size()).toArray(String[]::new));
    }

    private Expression call(Primitive primitive, List<Expression> arguments) {
        String symbol = primitive.symbol();
        int dot = symbol.lastIndexOf('.');
        Text list = arguments.stream().map(Expression::code).collect(Text.joining(", "));
        ClassName owner = owners.computeIfAbsent(symbol.substring(0, dot), ClassName::bestGuess);
        return Expression.primary("$T.$L($L)", owner, symbol.substring(dot + 1), list);
    }

    private Expression choice(If branch) {
        Value then = branch.then().results().get(0);
        Value otherwise = branch.otherwise().results().get(0);
        Expression condition = of(branch.condition());
        Optional<Boolean> thenLiteral = booleanLiteral(then);
        Optional<Boolean> otherwiseLiteral = booleanLiteral(otherwise);
        if (thenLiteral.isPresent() && otherwiseLiteral.isPresent() && !thenLiteral.equals(otherwiseLiteral)) {
            return thenLiteral.get() ? condition : Expression.not(condition);
        }
        if (thenLiteral.isPresent()) {
            return thenLiteral.get()
                    ? Expression.orElse(condition, of(otherwise))
                    : Expression.andAlso(Expression.not(condition), of(otherwise));
        }
        if (otherwiseLiteral.isPresent()) {
            return otherwiseLiteral.get()
                    ? Expression.orElse(Expression.not(condition), of(then))
                    : Expression.andAlso(condition, of(then));
        }
        return Expression.choice(condition, of(then), of(otherwise));
    }

    private Optional<Boolean> booleanLiteral(Value value) {
        boolean literal = inlining.isInlined(value)
                && structure.definition(value) instanceof Constant constant
                && constant.literal() instanceof Boolean
                && constant.symbol().isEmpty();
        return literal ? Optional.of((Boolean) ((Constant) structure.definition(value)).literal()) : Optional.empty();
    }

    /** Whether an array and an index are written the same way in a load and in a store. */
    boolean isSame(Value a, Value b) {
        if (a == b) {
            return true;
        }
        if (!inlining.isInlined(a) || !inlining.isInlined(b)) {
            return false;
        }
        Statement first = structure.definition(a);
        Statement second = structure.definition(b);
        if (first instanceof Constant x && second instanceof Constant y) {
            return x.literal().equals(y.literal()) && x.symbol().equals(y.symbol());
        }
        if (!(first instanceof Let x && second instanceof Let y && x.primitive() == y.primitive())) {
            return false;
        }
        boolean same = x.primitive().isPure() && a.type().equals(b.type());
        for (int i = 0; i < x.arguments().size(); i++) {
            same &= isSame(x.argument(i), y.argument(i));
        }
        return same;
    }

    /** The application that is written in a value's place, if it is one. */
    Optional<Let> inlinedLet(Value value) {
        return inlining.isInlined(value) && structure.definition(value) instanceof Let let
                ? Optional.of(let)
                : Optional.empty();
    }
}
