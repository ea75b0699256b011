package io.github.cotangent.processor.emit.code;

import com.palantir.javapoet.ClassName;
import io.github.cotangent.processor.ir.Primitive;
import io.github.cotangent.processor.ir.Region;
import io.github.cotangent.processor.ir.Statement;
import io.github.cotangent.processor.ir.Statement.Constant;
import io.github.cotangent.processor.ir.Statement.If;
import io.github.cotangent.processor.ir.Statement.Throw;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes {@code throw} and {@code assert}. */
record Checks(Structure structure, Inlining inlining, Expressions expressions) {

    /** What goes before everything else: a variable for the assertions that take more than one expression. */
    List<Text> prologue() {
        boolean[] isNeeded = {false};
        structure
                .root()
                .region
                .forEach(statement -> isNeeded[0] |= statement instanceof If branch
                        && isAssertion(branch)
                        && assertion(branch).isEmpty());
        return isNeeded[0]
                ? List.of(
                        Text.of("boolean $L = false", Constant.ASSERTIONS),
                        Text.of("assert $L = true", Constant.ASSERTIONS))
                : List.of();
    }

    Text thrown(Throw failure) {
        Text arguments = failure.arguments().stream().map(this::argument).collect(Text.joining(", "));
        return Text.of("throw new $L($L)", className(failure.exception()), arguments);
    }

    /** Where the letters tell what is a package and what a class, the class can be imported. */
    private static Text className(String qualified) {
        boolean isPlain = qualified.matches("([a-z_]\\w*\\.)*[A-Z]\\w*(\\.[A-Z]\\w*)*");
        return isPlain ? Text.of("$T", ClassName.bestGuess(qualified)) : Text.of("$L", qualified);
    }

    private Text argument(Throw.Argument argument) {
        if (!argument.isText()) {
            return expressions.of(argument.values().get(0)).code();
        }
        List<Text> terms = new ArrayList<>();
        StringBuilder text = new StringBuilder(argument.text().get(0));
        for (int i = 0; i < argument.values().size(); i++) {
            Value value = argument.values().get(i);
            Optional<String> known = known(value);
            known.ifPresent(text::append);
            if (known.isEmpty()) {
                // A first value that no text follows would be added as a number.
                boolean needsText =
                        terms.isEmpty() && argument.text().get(i + 1).isEmpty();
                if (!text.isEmpty() || needsText) {
                    terms.add(Text.of("$S", text));
                }
                text.setLength(0);
                terms.add(expressions.of(value).within(Expression.binding(Primitive.ADD) + 1));
            }
            text.append(argument.text().get(i + 1));
        }
        if (!text.isEmpty() || terms.isEmpty()) {
            terms.add(Text.of("$S", text));
        }
        return Text.join(terms, " + ");
    }

    /** An integer written as a literal. */
    private Optional<String> known(Value value) {
        boolean isPlain = inlining.isInlined(value)
                && structure.definition(value) instanceof Constant constant
                && constant.symbol().isEmpty()
                && constant.result().type().equals(Type.INT);
        return isPlain
                ? Optional.of(((Constant) structure.definition(value)).literal().toString())
                : Optional.empty();
    }

    private boolean isAssertion(If branch) {
        return structure.definition(branch.condition()) instanceof Constant constant && constant.isAssertions();
    }

    /** An {@code if} that is {@code assert c : d}, where both are one expression. */
    Optional<Supplier<Text>> assertion(If branch) {
        List<Statement> statements = branch.then().statements();
        boolean isOneCheck = isAssertion(branch)
                && branch.results().isEmpty()
                && branch.otherwise().statements().isEmpty()
                && !statements.isEmpty()
                && areInlined(statements.subList(0, statements.size() - 1))
                && statements.get(statements.size() - 1) instanceof If;
        return isOneCheck
                ? failure((If) statements.get(statements.size() - 1))
                        .map(failure -> () -> assertion(statements, failure))
                : Optional.empty();
    }

    private Text assertion(List<Statement> statements, Throw failure) {
        If check = (If) statements.get(statements.size() - 1);
        boolean isFailure = check.otherwise().statements().isEmpty();
        Expression holds = expressions.of(check.condition());
        Text condition = (isFailure ? Expression.not(holds) : holds).code();
        return failure.arguments().isEmpty()
                ? Text.of("assert $L", condition)
                : Text.of(
                        "assert $L : $L",
                        condition,
                        argument(failure.arguments().get(0)));
    }

    /** The one thing that one side of a check does, the other doing nothing. */
    private Optional<Throw> failure(If check) {
        Region failing = check.then().statements().isEmpty() ? check.otherwise() : check.then();
        Region passing = failing == check.then() ? check.otherwise() : check.then();
        List<Statement> statements = failing.statements();
        boolean isFailure = check.results().isEmpty()
                && passing.statements().isEmpty()
                && !statements.isEmpty()
                && areInlined(statements.subList(0, statements.size() - 1))
                && statements.get(statements.size() - 1) instanceof Throw;
        return isFailure ? Optional.of((Throw) statements.get(statements.size() - 1)) : Optional.empty();
    }

    private boolean areInlined(List<Statement> statements) {
        return statements.stream().allMatch(this::isInlined);
    }

    /** Whether nothing has to be written for a statement but where its result is used. */
    boolean isInlined(Statement statement) {
        List<Value> results = statement.results();
        return !results.isEmpty() && results.stream().allMatch(inlining::isInlined);
    }
}
