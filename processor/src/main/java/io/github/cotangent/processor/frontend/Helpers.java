package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.frontend.lower.Scalars;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.MemberNames;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Method.Role;
import io.github.cotangent.processor.ir.Signature;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** The recursive methods that a class's annotated ones call: their derivatives are private members of its companion. */
final class Helpers {

    private final ClassSymbol companion;
    private final int order;
    private final boolean workspace;
    private final Collection<String> annotated;
    private final Set<String> taken = new HashSet<>();
    private final Map<ExecutableElement, Helper> helpers = new LinkedHashMap<>();
    private final ClassRules rules = new ClassRules();

    /** The parameters that methods are known to write to. */
    private final Map<ExecutableElement, Set<String>> written = new HashMap<>();

    private boolean hasLearnt;

    /**
     * A recursive method.
     *
     * @param declared its parameters, of which the signature takes records apart
     * @param isCopied whether the companion cannot call the method so, and has a copy of it
     */
    record Helper(ExecutableElement method, List<Method.Parameter> declared, Signature signature, boolean isCopied) {}

    /**
     * Starts without helpers.
     *
     * @param annotated the names that the derivatives of the class's annotated methods begin with
     * @param order the highest order that is asked for
     * @param workspace whether any of them has forms that take a workspace
     */
    Helpers(TypeElement type, Collection<String> annotated, int order, boolean workspace) {
        this.companion = Symbols.of(type).companion();
        this.order = order;
        this.workspace = workspace;
        this.annotated = annotated;
        begin();
    }

    private void begin() {
        annotated.forEach(name -> taken.addAll(Overlaps.members(name)));
    }

    /** Learns that the code of a helper writes to parameters that it was not known to write to. */
    void learn(ExecutableElement method, Set<Value> parameters) {
        if (helpers.containsKey(method) && !parameters.isEmpty()) {
            Set<String> known = written.computeIfAbsent(method, none -> new HashSet<>());
            parameters.forEach(parameter -> hasLearnt |= known.add(parameter.name()));
        }
    }

    /** Whether calls have to be lowered again, since more is known of what is called; then there are no helpers yet. */
    boolean startsAgain() {
        boolean again = hasLearnt;
        if (again) {
            hasLearnt = false;
            taken.clear();
            helpers.clear();
            begin();
        }
        return again;
    }

    /** How a recursive method is called; empty if its signature is not supported. */
    Optional<Callee> callee(ExecutableElement method) {
        if (!helpers.containsKey(method)) {
            helper(method).ifPresent(helper -> helpers.put(method, helper));
        }
        return Optional.ofNullable(helpers.get(method)).map(helper -> callee(helper.signature()));
    }

    private static Callee callee(Signature signature) {
        Callee callee = signature.callee();
        return signature.isDifferentiable() ? callee : callee.withoutDerivative();
    }

    /** The rules for calls, whoever makes them. */
    ClassRules rules() {
        return rules;
    }

    /** The helpers that have been asked for. */
    List<Helper> all() {
        return List.copyOf(helpers.values());
    }

    private Optional<Helper> helper(ExecutableElement method) {
        List<Method.Parameter> parameters = new ArrayList<>();
        Optional<Type> result = Scalars.of(method.getReturnType());
        Set<String> outputs = written.getOrDefault(method, Set.of());
        for (VariableElement parameter : method.getParameters()) {
            String name = parameter.getSimpleName().toString();
            Scalars.of(parameter.asType())
                    .ifPresent(type -> parameters.add(new Method.Parameter(
                            name, type, outputs.contains(name) ? Role.OUTPUT : Role.of(type.holdsReal()))));
        }
        boolean isReal = Stream.concat(
                        result.stream(),
                        parameters.stream().filter(Method.Parameter::isOutput).map(Method.Parameter::type))
                .anyMatch(Type::isReal);
        if (!isReal) {
            parameters.replaceAll(parameter -> parameter.differentiable()
                    ? new Method.Parameter(parameter.name(), parameter.type(), Role.CONSTANT)
                    : parameter);
        }
        boolean isSupported = parameters.size() == method.getParameters().size()
                && (result.isPresent() || method.getReturnType().getKind() == TypeKind.VOID);
        if (!isSupported) {
            return Optional.empty();
        }
        String name = free(method.getSimpleName().toString());
        List<Method.Parameter> flat = Method.flat(parameters);
        boolean isCopied = Symbols.isPrivate(method) || !flat.equals(parameters);
        ClassSymbol owner = Symbols.of((TypeElement) method.getEnclosingElement());
        Signature signature = new Signature(
                isCopied ? companion : owner,
                isCopied ? name : method.getSimpleName().toString(),
                flat.stream().map(Method.Parameter::type).toList(),
                companion,
                name,
                order,
                workspace,
                flat,
                MemberNames.ofParameters(flat, order, owner.names().get(0)),
                result);
        return Optional.of(new Helper(method, parameters, signature, isCopied));
    }

    /** The name, with a number if members of that name would be there already. */
    private String free(String wish) {
        String name = wish;
        for (int i = 2; members(name).anyMatch(taken::contains); i++) {
            name = wish + i;
        }
        members(name).forEach(taken::add);
        return name;
    }

    private static Stream<String> members(String name) {
        return Stream.concat(Stream.of(name), Overlaps.members(name).stream());
    }
}
