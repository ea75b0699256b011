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

    /** A call with a result of a type, or with one that has a part of this type, if there is a helper and what it needs. */
    Optional<Node> call(Type result, int depth) {
        List<Routine> fitting = scope.helpers.stream()
                .filter(each -> each.result() == result || result == Type.DOUBLE && hasParts(each))
                .filter(this::callable)
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        List<Routine> elsewhere = fitting.stream().filter(Routine::elsewhere).toList();
        Routine helper = scope.dice.pick(elsewhere.isEmpty() || scope.dice.chance(40) ? fitting : elsewhere);
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
        Node call = new Node(Kind.CALL, helper.result(), helper.name(), List.copyOf(arguments));
        return Optional.of(helper.result() == result ? call : part(call));
    }

    private static boolean hasParts(Routine helper) {
        return helper.elsewhere()
                && (helper.result() == Type.POINT || helper.result().isArray());
    }

    /** A number that is part of a result. */
    private Node part(Node result) {
        if (result.type() == Type.POINT) {
            return Node.of(Kind.COMPONENT, Type.DOUBLE, scope.dice.pick("u", "v"), result);
        }
        Node element = Node.element(result, Node.literal(scope.dice.below(2)));
        return element.type().isArray() ? part(element) : element;
    }

    /** Outputs must be no other arguments: {@link RandomKernels} has arrays for them. */
    private boolean callable(Routine helper) {
        return helper.parameters().stream().noneMatch(Parameter::output)
                && helper.parameters().stream()
                        .filter(each -> each.type().isArray() && !helper.elsewhere())
                        .allMatch(each -> array(each).isPresent());
    }

    private Optional<Variable> array(Parameter parameter) {
        return scope.any(each -> each.type() == parameter.type()
                && each.minimum() >= parameter.minimum()
                && (each.writable() || parameter.constant()));
    }

    /** A new array of two elements, which are short expressions. */
    private Node literal(Type type, int depth) {
        Type element = type.element();
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            elements.add(
                    element.isArray() ? literal(element, depth) : expressions.assignable(element, Math.min(1, depth)));
        }
        return new Node(Kind.ARRAY_LITERAL, type, "", elements);
    }

    /** Arrays that a helper may write to are the caller's own; constant stands for those it only reads. */
    private Node argument(Parameter parameter, int depth) {
        if (parameter.type().isArray()) {
            scope.used.add(Feature.ARRAY_HELPER);
            return array(parameter)
                    .filter(each -> !parameter.constant() || scope.dice.chance(85))
                    .map(Variable::node)
                    .orElseGet(() -> literal(parameter.type(), depth));
        }
        return expressions.assignable(parameter.type(), depth);
    }
}
