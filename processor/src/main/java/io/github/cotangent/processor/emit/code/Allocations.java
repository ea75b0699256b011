package io.github.cotangent.processor.emit.code;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/**
 * Where new arrays come from: from {@code new}, or out of a workspace, which what is called takes arrays from too.
 *
 * @param workspace the variable of the workspace; empty if there is none
 */
record Allocations(Optional<String> workspace) {

    /** More dimensions at once than these are left to {@code new}. */
    private static final int LENGTHS = 2;

    /** A new array of the given lengths, the others being open. */
    Expression newArray(Type type, List<Expression> lengths) {
        if (workspace.isEmpty() || lengths.size() > LENGTHS) {
            return byNew(type, lengths);
        }
        Text list = lengths.stream().map(Expression::code).collect(Text.joining(", "));
        return type.equals(Type.DOUBLES)
                ? Expression.primary("$L.doubles($L)", workspace.get(), list)
                : Expression.primary("$L.array($L.class, $L)", workspace.get(), type, list);
    }

    /** Looser than primary, since {@code new double[n][i]} would be another type. */
    private static Expression byNew(Type type, List<Expression> lengths) {
        Text dimensions =
                lengths.stream().map(length -> Text.of("[$L]", length.code())).collect(Text.joining(""));
        String rest = "[]".repeat(type.rank() - lengths.size());
        Text code = Text.of("new $L$L$L", new Type(type.kind(), 0, type.shape()), dimensions, rest);
        return new Expression(code, Expression.PREFIX);
    }

    Expression copy(Expression array) {
        return workspace
                .map(name -> Expression.primary("$L.copy($L)", name, array.code()))
                .orElseGet(() -> Expression.primary("$L.clone()", array.within(Expression.PRIMARY)));
    }

    /** The array itself where it has an index, else a longer copy of it; empty if that is a static method's matter. */
    Optional<Expression> grow(List<Expression> arguments) {
        return workspace.map(name -> Expression.primary(
                "$L.grow($L, $L)",
                name,
                arguments.get(0).code(),
                arguments.get(1).code()));
    }

    /** The arguments of a call. */
    Text arguments(Callee callee, Text list) {
        return callee.takesWorkspace() ? withWorkspace(list) : list;
    }

    /** Arguments, and the workspace after them if there is one. */
    Text withWorkspace(Text list) {
        return workspace
                .map(name -> list.isEmpty() ? Text.of("$L", name) : Text.of("$L, $L", list, name))
                .orElse(list);
    }
}
