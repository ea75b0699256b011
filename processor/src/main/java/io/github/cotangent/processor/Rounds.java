package io.github.cotangent.processor;

import io.github.cotangent.processor.analysis.Lints;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.frontend.Annotations;
import io.github.cotangent.processor.frontend.FrontEnd;
import io.github.cotangent.processor.frontend.FrontEnd.Outcome;
import io.github.cotangent.processor.frontend.FrontEnd.Status;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.transform.DeadCode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Works through the annotated classes, round by round; a class with unresolved names waits for the next one. */
final class Rounds implements Consumer<RoundEnvironment> {

    private final Elements elements;
    private final FrontEnd frontEnd;
    private final Companions companions;
    private final Set<String> deferred = new LinkedHashSet<>();

    /** The work of a compilation; empty if the compiler is not javac. */
    static Optional<Consumer<RoundEnvironment>> of(ProcessingEnvironment environment, Companions companions) {
        return FrontEnd.of(environment)
                .map(frontEnd -> new Rounds(environment.getElementUtils(), frontEnd, companions));
    }

    private Rounds(Elements elements, FrontEnd frontEnd, Companions companions) {
        this.elements = elements;
        this.frontEnd = frontEnd;
        this.companions = companions;
    }

    /** What is still unresolved after the last round is left to javac, which reports it at its place. */
    @Override
    public void accept(RoundEnvironment round) {
        if (round.processingOver()) {
            if (!round.errorRaised()) {
                deferred.forEach(this::finish);
            }
            return;
        }
        annotated(round, Annotations.CONSTANT).forEach(parameter -> checkPlace(parameter, Message.MisplacedConstant));
        annotated(round, Annotations.OUTPUT).forEach(parameter -> checkPlace(parameter, Message.MisplacedOutput));
        annotated(round, Annotations.DIFFERENTIABLE)
                .filter(TypeElement.class::isInstance)
                .forEach(type -> frontEnd.checkClass((TypeElement) type));
        Set<String> classes = new LinkedHashSet<>(deferred);
        Stream.of(Annotations.DERIVATIVE_OF, Annotations.JVP_OF, Annotations.VJP_OF)
                .flatMap(annotation -> annotated(round, annotation))
                .distinct()
                .forEach(rule -> frontEnd.checkRules((ExecutableElement) rule));
        annotated(round, Annotations.DIFFERENTIABLE)
                .filter(ExecutableElement.class::isInstance)
                .map(method -> ((TypeElement) method.getEnclosingElement())
                        .getQualifiedName()
                        .toString())
                .forEach(classes::add);
        deferred.clear();
        classes.forEach(this::process);
    }

    private Stream<? extends Element> annotated(RoundEnvironment round, String annotation) {
        TypeElement type = elements.getTypeElement(annotation);
        return type == null ? Stream.empty() : round.getElementsAnnotatedWith(type).stream();
    }

    private void checkPlace(Element parameter, Message misplaced) {
        if (!frontEnd.isDifferentiable(parameter.getEnclosingElement())) {
            frontEnd.report(parameter, misplaced);
        }
    }

    private void finish(String name) {
        TypeElement type = elements.getTypeElement(name);
        write(type, frontEnd.lower(type));
    }

    private void lint(TypeElement type, Method method) {
        Lints.of(DeadCode.removeFrom(method.primal()), method.differentiable())
                .forEach(finding -> frontEnd.warn(type, finding.lint(), finding.value()));
    }

    private void write(TypeElement type, Outcome outcome) {
        try {
            if (outcome.status() == Status.LOWERED) {
                outcome.methods().forEach(method -> lint(type, method));
            }
            companions.write(type, outcome);
        } catch (RuntimeException | StackOverflowError fault) {
            frontEnd.reportFault(type, outcome.methods(), fault);
        }
    }

    private void process(String name) {
        TypeElement type = elements.getTypeElement(name);
        Outcome outcome = frontEnd.lower(type);
        switch (outcome.status()) {
            case LOWERED, BROKEN -> write(type, outcome);
            case UNRESOLVED -> deferred.add(name);
            case REJECTED -> {
                // Its problems are reported, and javac stops on them.
            }
        }
    }
}
