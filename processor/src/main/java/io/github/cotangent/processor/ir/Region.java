package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.function.Consumer;

/**
 * A straight sequence of statements with values coming in and going out.
 *
 * @param parameters the values that the enclosing statement or function passes in
 * @param statements what is executed, in order
 * @param results the values handed to the enclosing statement or function at the end
 */
public record Region(List<Value> parameters, List<Statement> statements, List<Value> results) {

    public Region {
        parameters = List.copyOf(parameters);
        statements = List.copyOf(statements);
        results = List.copyOf(results);
    }

    /** Whether no run of this region comes to its end. */
    public boolean alwaysThrows() {
        return statements.stream().anyMatch(Statement::alwaysThrows);
    }

    /** Whether a run of this region may end with a {@code throw} of its own. */
    public boolean mayThrow() {
        return statements.stream().anyMatch(Statement::mayThrow);
    }

    /** Visits every statement in here, at any depth, each before the statements inside it. */
    public void forEach(Consumer<Statement> visitor) {
        for (Statement statement : statements) {
            visitor.accept(statement);
            for (Region region : statement.regions()) {
                region.forEach(visitor);
            }
        }
    }
}
