package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.frontend.Rule.Kind;
import io.github.cotangent.processor.frontend.lower.Scalars;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Callee.Methods;
import io.github.cotangent.processor.ir.Callee.Parameter;
import io.github.cotangent.processor.ir.Callee.Results;
import io.github.cotangent.processor.ir.ClassSymbol;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Signature;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Hand-written rules as callees. */
final class RuleBook {

    private final List<Rule> rules;
    private final Signatures signatures;

    RuleBook(List<Rule> rules, Signatures signatures) {
        this.rules = rules;
        this.signatures = signatures;
    }

    /** How a method is called that there are rules for; empty if there are none. */
    Optional<Callee> callee(ExecutableElement target) {
        List<Rule> fitting = of(target);
        Optional<Callee> known = plain(target);
        if (fitting.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        Callee plain = known.get();
        Methods methods = methods(fitting, target);
        boolean hasBothModes =
                methods.forward().isPresent() && methods.reverse().isPresent();
        boolean hasPartials = fitting.stream().anyMatch(rule -> rule.kind() == Kind.PARTIAL);
        return Optional.of(new Callee(
                plain.owner(),
                plain.name(),
                plain.parameters(),
                plain.results(),
                hasPartials && !hasBothModes ? partials(fitting, target) : methods));
    }

    /** The rules for a method. */
    List<Rule> of(ExecutableElement target) {
        return rules.stream()
                .filter(rule -> rule.target().equals(target.getEnclosingElement())
                        && target.getSimpleName().contentEquals(rule.targetName()))
                .filter(rule -> !Symbols.isPrivate(rule.method())
                        && derivative(rule, target).isPresent())
                .toList();
    }

    private Callee.Partials partials(List<Rule> fitting, ExecutableElement target) {
        List<Optional<Callee>> partials = new ArrayList<>();
        for (int i = 0; i < target.getParameters().size(); i++) {
            int parameter = i;
            partials.add(fitting.stream()
                    .filter(rule -> rule.kind() == Kind.PARTIAL && rule.parameter() == parameter)
                    .flatMap(rule -> derivative(rule, target).stream())
                    .findFirst());
        }
        return new Callee.Partials(partials);
    }

    private Methods methods(List<Rule> fitting, ExecutableElement target) {
        return new Methods(first(Kind.FORWARD, fitting, target), first(Kind.REVERSE, fitting, target));
    }

    private Optional<Callee> first(Kind kind, List<Rule> fitting, ExecutableElement target) {
        return fitting.stream()
                .filter(rule -> rule.kind() == kind)
                .flatMap(rule -> derivative(rule, target).stream())
                .findFirst();
    }

    /** A method as a callee without a derivative, varying with all that is real; empty where that is not supported. */
    static Optional<Callee> plain(ExecutableElement method) {
        Optional<Type> result = Scalars.of(method.getReturnType());
        List<Parameter> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            Scalars.of(parameter.asType()).ifPresent(type -> parameters.add(new Parameter(type, type.isReal(), false)));
        }
        boolean isSupported = result.isPresent()
                && parameters.size() == method.getParameters().size()
                && method.getTypeParameters().isEmpty()
                && !method.isVarArgs()
                && !result.get().isRecord()
                && parameters.stream().noneMatch(parameter -> parameter.type().isRecord())
                && Symbols.has(method, Modifier.STATIC);
        return isSupported
                ? Optional.of(new Callee(
                        Symbols.of((TypeElement) method.getEnclosingElement()),
                        method.getSimpleName().toString(),
                        parameters,
                        Results.of(result.get()),
                        new Callee.None()))
                : Optional.empty();
    }

    /** A rule as a derivative of a method; empty if its signature is not that of one. */
    Optional<Callee> derivative(Rule rule, ExecutableElement target) {
        return plain(target).flatMap(plain -> rule.kind() == Kind.PARTIAL ? partial(rule, plain) : method(rule, plain));
    }

    private Optional<Callee> partial(Rule rule, Callee target) {
        List<Type> types = types(target.parameters());
        boolean isByReal = rule.parameter() >= 0
                && rule.parameter() < types.size()
                && types.get(rule.parameter()).isRealScalar();
        return plain(rule.method())
                .filter(partial -> isByReal
                        && types(partial.parameters()).equals(types)
                        && target.results().types().get(0).isRealScalar()
                        && partial.results().types().get(0).isRealScalar())
                .map(partial -> signatures
                        .ofDerivative(rule.method())
                        .map(Signature::callee)
                        .orElse(partial));
    }

    private Optional<Callee> method(Rule rule, Callee target) {
        Type result = target.results().types().get(0);
        Optional<Callee> wanted = result.isReal() ? wanted(rule.kind(), target, result) : Optional.empty();
        Optional<Results> results = wanted.flatMap(callee -> results(rule, callee, result));
        boolean fits = results.isPresent()
                && Symbols.has(rule.method(), Modifier.STATIC)
                && rule.method().getParameters().stream()
                        .map(parameter -> Scalars.of(parameter.asType()))
                        .toList()
                        .equals(types(wanted.get().parameters()).stream()
                                .map(Optional::of)
                                .toList());
        return fits
                ? Optional.of(new Callee(
                        Symbols.of((TypeElement) rule.method().getEnclosingElement()),
                        rule.method().getSimpleName().toString(),
                        wanted.get().parameters(),
                        results.get(),
                        new Callee.None()))
                : Optional.empty();
    }

    /** The derivative that a companion of the target would have. */
    private static Optional<Callee> wanted(Kind kind, Callee target, Type result) {
        List<Method.Parameter> parameters = new ArrayList<>();
        List<String> components = new ArrayList<>();
        for (Parameter parameter : target.parameters()) {
            parameters.add(new Method.Parameter("", parameter.type(), Method.Role.of(parameter.varies())));
            components.add("");
        }
        ClassSymbol owner = target.owner();
        Signature signature = new Signature(
                owner,
                target.name(),
                types(target.parameters()),
                owner.companion(),
                target.name(),
                1,
                false,
                parameters,
                components,
                Optional.of(result));
        Methods methods = (Methods) signature.callee().derivative();
        return kind == Kind.FORWARD ? methods.forward() : methods.reverse();
    }

    /** How a rule's results come back; empty if it does not return what it should. */
    private static Optional<Results> results(Rule rule, Callee wanted, Type value) {
        TypeMirror returned = rule.method().getReturnType();
        boolean isRecord = !wanted.results().types().isEmpty();
        if (!isRecord) {
            return Scalars.of(returned).filter(value::equals).map(type -> Results.NONE);
        }
        if (!(returned instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type)) {
            return Optional.empty();
        }
        ClassSymbol symbol = Symbols.of(type);
        if (rule.kind() == Kind.FORWARD) {
            return wanted.results().holder().filter(symbol::equals).map(dual -> wanted.results());
        }
        List<? extends RecordComponentElement> components = type.getKind() == ElementKind.RECORD
                ? ElementFilter.recordComponentsIn(type.getEnclosedElements())
                : List.of();
        List<Optional<Type>> expected = new ArrayList<>(List.of(Optional.of(value)));
        wanted.results().types().forEach(scalar -> expected.add(Optional.of(scalar)));
        boolean fits = components.stream()
                .map(component -> Scalars.of(component.asType()))
                .toList()
                .equals(expected);
        return fits
                ? Optional.of(new Results(
                        Optional.of(symbol),
                        components.stream()
                                .skip(1)
                                .map(component -> new Callee.Part(
                                        List.of(component.getSimpleName().toString()),
                                        Scalars.of(component.asType()).orElseThrow()))
                                .toList()))
                : Optional.empty();
    }

    private static List<Type> types(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::type).toList();
    }
}
