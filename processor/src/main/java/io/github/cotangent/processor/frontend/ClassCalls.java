package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.lower.Callees;
import io.github.cotangent.processor.frontend.source.SourceFile;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Signature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * The calls of one method: a rule goes first; then methods of the same file are inlined, unless they are recursive; those of
 * other files are called if they have a companion.
 */
final class ClassCalls implements Callees {

    private final SourceFile file;
    private final Signatures signatures;
    private final Helpers helpers;
    private final RuleBook rules;
    private final PackageElement home;
    private final boolean isCallerAnnotated;

    ClassCalls(Elements elements, SourceFile file, Signatures signatures, Helpers helpers, ExecutableElement caller) {
        this.file = file;
        this.signatures = signatures;
        this.helpers = helpers;
        this.rules = new RuleBook(helpers.rules().applyingTo(caller), signatures);
        this.home = elements.getPackageOf(caller);
        this.isCallerAnnotated = Annotations.isPresent(caller, Annotations.DIFFERENTIABLE);
    }

    @Override
    public Optional<Choice> rule(ExecutableElement method) {
        Optional<Callee> callee = rules.callee(method);
        Optional<Rule> hidden = rules.of(method).stream()
                .filter(rule -> !Symbols.isAccessible(rule.method(), home))
                .findFirst();
        if (callee.isPresent() && hidden.isPresent()) {
            return Optional.of(
                    refused(Message.InaccessibleMethod, hidden.get().method().getSimpleName()));
        }
        return callee.map(known -> called(method, Optional.of(known)));
    }

    @Override
    public Choice of(ExecutableElement method) {
        if (file.declares(method)) {
            return ofThisFile(method);
        }
        if (!Annotations.isPresent(method, Annotations.DIFFERENTIABLE)) {
            return isOfNumbers(method)
                    ? called(method, RuleBook.plain(method))
                    : refused(Message.CallElsewhere, method.getSimpleName(), new RuleText(method).remedy());
        }
        if (!signatures.hasCompanion(method)) {
            return refused(Message.CompanionMissing, method.getSimpleName(), method.getEnclosingElement());
        }
        return called(method, signatures.of(method).map(Signature::callee));
    }

    @Override
    public boolean isCallerAnnotated() {
        return isCallerAnnotated;
    }

    /**
     * Whether a method without derivatives takes numbers and the like, and results in one: it keeps none of what it is given,
     * and {@linkplain CallChecks where} nothing of that varies, the result does not either.
     */
    private static boolean isOfNumbers(ExecutableElement method) {
        return RuleBook.plain(method).isPresent()
                && method.getThrownTypes().isEmpty()
                && !method.getParameters().isEmpty()
                && Stream.concat(
                                Stream.of(method.getReturnType()),
                                method.getParameters().stream().map(VariableElement::asType))
                        .allMatch(type -> type.getKind().isPrimitive());
    }

    private Choice ofThisFile(ExecutableElement method) {
        boolean isCallable =
                method.getTypeParameters().isEmpty() && file.method(method).isPresent();
        if (!isCallable) {
            return refused(Message.UncallableMethod, method.getSimpleName());
        }
        if (!new Recursion(file).isRecursive(method)) {
            return new Inlined();
        }
        boolean isAnnotated = Annotations.isPresent(method, Annotations.DIFFERENTIABLE);
        if (!isAnnotated && Signatures.returnsRecord(method)) {
            return refused(Message.CalleeRecord, method.getSimpleName());
        }
        Optional<Callee> callee = isAnnotated ? signatures.of(method).map(Signature::callee) : helpers.callee(method);
        return callee.isPresent() ? new Called(callee.get()) : refused(Message.RecursiveCall, method.getSimpleName());
    }

    private Choice called(ExecutableElement method, Optional<Callee> callee) {
        if (callee.isEmpty()) {
            return refused(Message.UncallableMethod, method.getSimpleName());
        }
        return Stream.concat(Stream.of(method), Symbols.classes(method).flatMap(Symbols::withComponents))
                .filter(element -> !Symbols.isAccessible(element, home))
                .findFirst()
                .map(hidden -> refused(Message.InaccessibleMethod, hidden.getSimpleName()))
                .orElseGet(() -> new Called(callee.get()));
    }

    private static Choice refused(Message message, Object... arguments) {
        return new Refused(message, List.of(arguments));
    }
}
