package io.github.cotangent.processor.frontend.resolve;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Chooses the method that a call invokes, in Java's three phases (JLS 15.12.2). Generic methods are not chosen, but for the
 * one that gives back what it is given.
 */
final class Overloads {

    private final Types types;

    /** How an argument is passed: without boxing, with boxing, or as one of a variable number. */
    private enum Phase {
        STRICT,
        LOOSE,
        VARIABLE_ARITY
    }

    Overloads(Types types) {
        this.types = types;
    }

    /** Whether the parameters' types depend on type variables, so that inference decides what they accept. */
    static boolean isGeneric(ExecutableElement method) {
        return !method.getTypeParameters().isEmpty()
                || method.getParameters().stream().anyMatch(parameter -> hasVariables(parameter.asType()));
    }

    private static boolean hasVariables(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return hasVariables(array.getComponentType());
        }
        return type.getKind() == TypeKind.TYPEVAR
                || type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(Overloads::hasVariables);
    }

    /** The most specific applicable method; empty where there is none, or a generic method could be meant. */
    Optional<ExecutableElement> choose(List<ExecutableElement> candidates, List<TypeMirror> arguments) {
        for (Phase phase : Phase.values()) {
            List<ExecutableElement> applicable = candidates.stream()
                    .filter(method -> isApplicable(method, arguments, phase))
                    .toList();
            if (applicable.stream().anyMatch(Overloads::isGeneric)) {
                boolean isOnly = phase == Phase.STRICT && applicable.size() == 1;
                return applicable.stream()
                        .filter(only -> isOnly && isIdentity(only))
                        .findFirst();
            }
            if (!applicable.isEmpty()) {
                return mostSpecific(applicable, arguments.size(), phase);
            }
        }
        return Optional.empty();
    }

    /** Whether this is {@code Objects.requireNonNull}, whose result has the type of its first argument. */
    static boolean isIdentity(ExecutableElement method) {
        return method.getSimpleName().contentEquals("requireNonNull")
                && ((TypeElement) method.getEnclosingElement())
                        .getQualifiedName()
                        .contentEquals("java.util.Objects");
    }

    private boolean isApplicable(ExecutableElement method, List<TypeMirror> arguments, Phase phase) {
        int parameters = method.getParameters().size();
        boolean arityFits = phase == Phase.VARIABLE_ARITY
                ? method.isVarArgs() && arguments.size() >= parameters - 1
                : arguments.size() == parameters;
        return arityFits
                && IntStream.range(0, arguments.size())
                        .allMatch(i -> accepts(parameter(method, i, phase), arguments.get(i), phase));
    }

    private boolean accepts(TypeMirror parameter, TypeMirror argument, Phase phase) {
        TypeMirror erased = types.erasure(parameter);
        boolean boxes = argument.getKind().isPrimitive() != erased.getKind().isPrimitive();
        return phase == Phase.STRICT
                ? !boxes && types.isAssignable(argument, erased)
                : types.isAssignable(argument, erased);
    }

    private Optional<ExecutableElement> mostSpecific(List<ExecutableElement> methods, int arity, Phase phase) {
        List<ExecutableElement> best = methods.stream()
                .filter(method -> methods.stream().allMatch(other -> isAsSpecific(method, other, arity, phase)))
                .toList();
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private boolean isAsSpecific(ExecutableElement method, ExecutableElement other, int arity, Phase phase) {
        return IntStream.range(0, arity)
                .allMatch(i -> types.isSubtype(
                        types.erasure(parameter(method, i, phase)), types.erasure(parameter(other, i, phase))));
    }

    private static TypeMirror parameter(ExecutableElement method, int index, Phase phase) {
        List<? extends VariableElement> parameters = method.getParameters();
        int last = parameters.size() - 1;
        if (phase != Phase.VARIABLE_ARITY || index < last) {
            return parameters.get(index).asType();
        }
        return ((ArrayType) parameters.get(last).asType()).getComponentType();
    }
}
