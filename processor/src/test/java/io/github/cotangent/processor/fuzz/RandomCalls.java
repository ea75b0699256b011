package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Routine.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random calls of the helpers written so far. */
final class RandomCalls {

    private final Scope scope;
    private final RandomExpressions expressions;

    RandomCalls(Scope scope, RandomExpressions expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** A call with a result of a type, if there is a helper and what it needs. */
    Optional<Node> call(Type result, int depth) {
        List<Routine> fitting = scope.helpers.stream()
                .filter(each -> each.result() == result)
                .filter(this::callable)
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Routine helper = scope.dice.pick(fitting);
        List<Node> arguments = new ArrayList<>();
        List<Parameter> parameters = helper.parameters();
        for (Parameter parameter : parameters) {
            arguments.add(argument(parameter, depth - 1));
        }
        if (helper.varargs() && scope.dice.chance(70)) {
            arguments.remove(arguments.size() - 1);
            for (int i = scope.dice.below(4); i >= 0; i--) {
                arguments.add(expressions.assignable(Type.DOUBLE, depth - 1));
            }
        }
        scope.used.add(result == Type.VOID ? Feature.VOID_HELPER : Feature.HELPER);
        return Optional.of(new Node(Kind.CALL, result, helper.name(), List.copyOf(arguments)));
    }

    /** Outputs must be no other arguments: {@link RandomKernels} has arrays for them. */
    private boolean callable(Routine helper) {
        return helper.parameters().stream().noneMatch(Parameter::output)
                && helper.parameters().stream()
                        .filter(each -> each.type().isArray())
                        .allMatch(each -> array(each).isPresent());
    }

    private Optional<Variable> array(Parameter parameter) {
        return scope.any(each -> each.type() == parameter.type()
                && each.minimum() >= parameter.minimum()
                && (each.writable() || parameter.constant()));
    }

    /** Arrays that a helper may write to are the caller's own; constant stands for those it only reads. */
    private Node argument(Parameter parameter, int depth) {
        if (parameter.type().isArray()) {
            scope.used.add(Feature.ARRAY_HELPER);
            return array(parameter).orElseThrow().node();
        }
        return expressions.assignable(parameter.type(), depth);
    }
}
