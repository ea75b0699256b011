package io.github.cotangent.processor.frontend;

import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.Rule.Kind;
import io.github.cotangent.processor.frontend.lower.Scalars;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** What must hold of a rule wherever it stands. */
final class RuleChecks {

    /** A message with its arguments. */
    record Fault(Message message, Object... arguments) {}

    private RuleChecks() {}

    /** What is wrong with a rule. */
    static Optional<Fault> check(Rule rule, RuleBook book) {
        ExecutableElement method = rule.method();
        if (!Symbols.has(method, Modifier.STATIC) || Symbols.isPrivate(method)) {
            return Optional.of(new Fault(Message.RuleAccess, method.getSimpleName()));
        }
        List<ExecutableElement> candidates = rule.candidates().stream()
                .filter(candidate -> RuleBook.plain(candidate).isPresent())
                .toList();
        if (candidates.isEmpty()) {
            return Optional.of(new Fault(Message.RuleTarget, rule.target(), rule.targetName()));
        }
        if (candidates.stream()
                .anyMatch(candidate -> book.derivative(rule, candidate).isPresent())) {
            return Optional.empty();
        }
        ExecutableElement target = nearest(rule, candidates);
        int parameter = rule.kind() == Kind.PARTIAL ? realParameter(rule, target) : 0;
        return parameter < 0
                ? Optional.of(new Fault(Message.RuleParameter, rule.parameter(), target))
                : Optional.of(
                        new Fault(Message.RuleSignature, target, new RuleText(target).of(rule.kind(), parameter)));
    }

    /** The overload that the rule is most likely meant for. */
    private static ExecutableElement nearest(Rule rule, List<ExecutableElement> candidates) {
        int count = rule.method().getParameters().size();
        return candidates.stream()
                .filter(candidate -> candidate.getParameters().size() == count)
                .findFirst()
                .orElse(candidates.get(0));
    }

    /** The number of the parameter that a rule is a partial derivative by; -1 if there is no such one. */
    private static int realParameter(Rule rule, ExecutableElement target) {
        int parameter = rule.parameter();
        boolean isReal = parameter >= 0
                && parameter < target.getParameters().size()
                && Scalars.of(target.getParameters().get(parameter).asType())
                        .filter(Type::isRealScalar)
                        .isPresent();
        return isReal ? parameter : -1;
    }
}
