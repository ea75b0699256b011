package io.github.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.github.cotangent.processor.diagnostics.Lint;
import io.github.cotangent.processor.diagnostics.Message;
import io.github.cotangent.processor.diagnostics.Reporter;
import io.github.cotangent.processor.frontend.lower.Lowering;
import io.github.cotangent.processor.frontend.lower.Lowering.Lowered;
import io.github.cotangent.processor.frontend.lower.Problems;
import io.github.cotangent.processor.frontend.source.SourceFile;
import io.github.cotangent.processor.ir.Method;
import io.github.cotangent.processor.ir.Signature;
import io.github.cotangent.processor.ir.Value;
import io.github.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Reads annotated methods out of javac's trees and turns them into typed code. */
public final class FrontEnd {

    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final AttributionCheck check;
    private final Warnings warnings;
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Signatures signatures;
    private final Map<CompilationUnitTree, Reporter<Tree>> reporters = new HashMap<>();

    private FrontEnd(ProcessingEnvironment environment, Javac javac) {
        this.environment = environment;
        this.trees = javac.trees();
        this.check = new AttributionCheck(trees);
        this.warnings = new Warnings(trees);
        this.signatures = new Signatures(environment.getElementUtils(), method -> trees.getPath(method) != null);
        javac.task().addTaskListener(check);
    }

    /** The front end for a compilation; empty if the compiler is not javac. */
    public static Optional<FrontEnd> of(ProcessingEnvironment environment) {
        return Javac.behind(environment).map(javac -> new FrontEnd(environment, javac));
    }

    /** What became of a class. */
    public enum Status {
        /** Its methods are there. */
        LOWERED,
        /** Something was reported. */
        REJECTED,
        /** Names are missing that another processor may still generate; if none does, javac reports them. */
        UNRESOLVED,
        /** The code is no Java: javac reports it. */
        BROKEN
    }

    /**
     * A class's annotated methods.
     *
     * @param methods with code if the status is {@code LOWERED}; if javac is to report errors, without it, for a companion
     *     to exist whose lack would only cause more errors
     * @param helpers the recursive methods that these call
     */
    public record Outcome(Status status, boolean isAuxiliary, List<Method> methods, List<Helper> helpers) {}

    /**
     * A recursive method whose derivatives are private.
     *
     * @param isCopied whether the companion cannot call the method itself
     */
    public record Helper(Method method, boolean isCopied) {}

    /** The annotated methods of a class, and the recursive ones that they call. */
    private record Attempts(List<Attempt> annotated, List<Attempt> helpers) {}

    private record Attempt(Declaration declaration, Problems problems, Optional<Method> method) {

        MethodTree tree() {
            return declaration.tree();
        }
    }

    /** Lowers the annotated methods of a class. */
    public Outcome lower(TypeElement type) {
        check.forgetErrors(type);
        TreePath path = trees.getPath(type);
        if (path == null) {
            report(type, Message.NoBody, type.getSimpleName());
            return new Outcome(Status.REJECTED, false, List.of(), List.of());
        }
        SourceFile file = new SourceFile(
                environment.getElementUtils(),
                environment.getTypeUtils(),
                trees,
                path.getCompilationUnit(),
                new ForeignRecords()::isPlain);
        files.put(type.getQualifiedName().toString(), file);
        Reporter<Tree> reporter = reporter(file.unit());
        List<Declaration> declarations = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(this::isDifferentiable)
                .map(method -> new Declaration(method, trees.getTree(method), file))
                .toList();
        Helpers helpers = new Helpers(
                type,
                declarations.stream().map(Declaration::name).toList(),
                declarations.stream().mapToInt(Declaration::order).max().orElse(1),
                declarations.stream().anyMatch(Declaration::workspace));
        Attempts attempts;
        do {
            attempts = attempts(file, declarations, helpers);
        } while (helpers.startsAgain());
        attempts.annotated().stream().findFirst().ifPresent(first -> Overlaps.check(declarations, first.problems()));
        return outcome(type, file, attempts.annotated(), attempts.helpers(), helpers, reporter);
    }

    private Attempts attempts(SourceFile file, List<Declaration> declarations, Helpers helpers) {
        List<Attempt> annotated = new ArrayList<>();
        declarations.forEach(declaration -> annotated.add(attempt(file, declaration, helpers)));
        List<Attempt> ofHelpers = new ArrayList<>();
        while (ofHelpers.size() < helpers.all().size()) {
            ofHelpers.add(attempt(file, helpers.all().get(ofHelpers.size()), helpers));
        }
        return new Attempts(annotated, ofHelpers);
    }

    private static boolean takesAuxiliary(List<Attempt> attempts, SourceFile file) {
        return attempts.stream()
                .flatMap(attempt -> attempt.declaration().classes().stream())
                .anyMatch(type -> file.declares(type) && isAuxiliary(type, file));
    }

    /** Whether javac would warn when another file refers to a class: its file bears another class's name. */
    private static boolean isAuxiliary(TypeElement type, SourceFile file) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        String name = outermost.getSimpleName().toString();
        return !file.unit().getSourceFile().isNameCompatible(name, JavaFileObject.Kind.SOURCE);
    }

    private Outcome outcome(
            TypeElement type,
            SourceFile file,
            List<Attempt> annotated,
            List<Attempt> ofHelpers,
            Helpers helpers,
            Reporter<Tree> reporter) {
        List<Attempt> attempts = new ArrayList<>(annotated);
        attempts.addAll(ofHelpers);
        if (attempts.stream().anyMatch(attempt -> attempt.problems().isBroken())) {
            boolean unresolved = file.attributions().values().stream()
                    .anyMatch(each -> !each.unresolved().isEmpty());
            attempts.stream()
                    .filter(attempt -> attempt.problems().isBroken())
                    .forEach(attempt -> check.expectErrors(type, attempt.tree(), reporter));
            return new Outcome(
                    unresolved ? Status.UNRESOLVED : Status.BROKEN,
                    isAuxiliary(type, file),
                    withoutCode(annotated),
                    List.of());
        }
        attempts.stream()
                .flatMap(attempt -> attempt.problems().problems().stream())
                .forEach(problem -> reporter.report(problem.tree(), problem.message(), problem.arguments()));
        if (attempts.stream().anyMatch(attempt -> !attempt.problems().isEmpty())) {
            return new Outcome(Status.REJECTED, false, List.of(), List.of());
        }
        file.attributions().values().forEach(each -> check.expect(type, file.unit(), each, reporter));
        return new Outcome(
                Status.LOWERED,
                isAuxiliary(type, file) || takesAuxiliary(attempts, file),
                annotated.stream().flatMap(attempt -> attempt.method().stream()).toList(),
                IntStream.range(0, ofHelpers.size())
                        .mapToObj(i -> new Helper(
                                ofHelpers.get(i).method().orElseThrow(),
                                helpers.all().get(i).isCopied()))
                        .toList());
    }

    private static List<Method> withoutCode(List<Attempt> attempts) {
        return attempts.stream()
                .flatMap(attempt -> attempt.declaration().withoutCode().stream())
                .toList();
    }

    private Attempt attempt(SourceFile file, Declaration declaration, Helpers helpers) {
        return attempt(declaration, problems -> lower(file, declaration, helpers, problems));
    }

    private Attempt attempt(SourceFile file, Helpers.Helper helper, Helpers helpers) {
        Declaration declaration = new Declaration(helper.method(), trees.getTree(helper.method()), file);
        Signature signature = helper.signature();
        return attempt(declaration, problems -> {
            Lowered lowered = lower(file, helper.method(), helper.declared(), helpers, problems);
            CallChecks.check(lowered, signature.parameters(), signature.order(), problems);
            return Optional.of(new Method(
                    signature.name(),
                    declaration.link(),
                    "private",
                    signature.order(),
                    signature.workspace(),
                    signature.parameters(),
                    signature.result(),
                    lowered.function()));
        });
    }

    private Attempt attempt(Declaration declaration, java.util.function.Function<Problems, Optional<Method>> lowering) {
        Problems problems = new Problems();
        try {
            Optional<Method> method = lowering.apply(problems).filter(lowered -> problems.isEmpty());
            method.ifPresent(lowered -> Verifier.verify(lowered.primal()));
            return new Attempt(declaration, problems, method);
        } catch (RuntimeException | StackOverflowError fault) {
            problems.fail(declaration.tree(), declaration.method().getSimpleName(), fault);
            return new Attempt(declaration, problems, Optional.empty());
        }
    }

    private Optional<Method> lower(SourceFile file, Declaration declaration, Helpers helpers, Problems problems) {
        ExecutableElement method = declaration.method();
        declaration.check(problems);
        List<Method.Parameter> parameters = declaration.parameters();
        if (declaration.tree().getBody() == null
                || parameters.size() < method.getParameters().size()) {
            return Optional.empty();
        }
        Lowered lowered = lower(file, method, parameters, helpers, problems);
        CallChecks.check(lowered, parameters, declaration.order(), problems);
        return Optional.of(new Method(
                declaration.name(),
                declaration.link(),
                declaration.access(),
                declaration.order(),
                declaration.workspace(),
                parameters,
                declaration.returned(),
                lowered.function()));
    }

    private Lowered lower(
            SourceFile file,
            ExecutableElement method,
            List<Method.Parameter> parameters,
            Helpers helpers,
            Problems problems) {
        Elements elements = environment.getElementUtils();
        Lowered lowered = Lowering.of(
                file,
                elements,
                new ClassCalls(elements, file, signatures, helpers, method),
                method,
                parameters,
                problems);
        helpers.learn(method, lowered.written());
        return lowered;
    }

    /** Checks the annotation of a class, which is for rules alone. */
    public void checkClass(TypeElement type) {
        boolean namesRules = Annotations.mirror(type, Annotations.DIFFERENTIABLE)
                .filter(mirror -> Annotations.value(mirror, "rules").isPresent()
                        && mirror.getElementValues().size() == 1)
                .isPresent();
        if (!namesRules) {
            report(type, Message.MisplacedDifferentiable, type.getSimpleName());
        }
    }

    /** Checks a hand-written rule, wherever it stands. */
    public void checkRules(ExecutableElement method) {
        RuleBook book = new RuleBook(List.of(), signatures);
        for (Rule rule : Rule.of(method)) {
            RuleChecks.check(rule, book).ifPresent(fault -> report(method, fault.message(), fault.arguments()));
        }
    }

    /** Warns of an expression or a parameter of a class's methods. */
    public void warn(TypeElement type, Lint lint, Value value) {
        SourceFile file = files.get(type.getQualifiedName().toString());
        file.origin(value).ifPresent(tree -> warnings.warn(file.unit(), tree, lint));
    }

    /** Whether derivatives of a method are asked for. */
    public boolean isDifferentiable(Element method) {
        return Annotations.isPresent(method, Annotations.DIFFERENTIABLE);
    }

    /** Reports a fault of ours at a class, with the code of its methods. */
    public void reportFault(TypeElement type, List<Method> methods, Throwable fault) {
        String code = methods.stream().map(method -> "\n" + method.primal()).collect(Collectors.joining());
        report(type, Message.InternalError, type.getSimpleName(), Problems.describe(fault) + code);
    }

    /** Reports at an element; at a parameter's own place if it is one. */
    public void report(Element element, Message message, Object... arguments) {
        TreePath path = trees.getPath(element);
        if (path == null) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message.text(arguments), element);
            return;
        }
        reporter(path.getCompilationUnit()).report(path.getLeaf(), message, arguments);
    }

    private Reporter<Tree> reporter(CompilationUnitTree unit) {
        return reporters.computeIfAbsent(
                unit,
                key -> new Reporter<>((text, tree) -> trees.printMessage(Diagnostic.Kind.ERROR, text, tree, unit)));
    }
}
