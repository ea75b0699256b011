package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.DifferentiableProcessor;
import io.github.cotangent.processor.Generation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** One compilation of a text that may be wrong, with the processor. */
final class Attempt {

    private static final Pattern ID = Pattern.compile("^\\[([A-Z]\\w+)]");
    private static final Set<String> FAULTS = Set.of("InternalError", "AttributionMismatch", "NotUnderstood");

    private final Map<String, String> sources;
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    private final Memory memory = new Memory();
    private boolean success;

    private Attempt(Map<String, String> sources) {
        this.sources = sources;
    }

    static Attempt of(Map<String, String> sources) {
        return new Attempt(sources);
    }

    /** Whether the text was compiled, derivatives and all. */
    boolean success() {
        return success;
    }

    ClassLoader loader() {
        return memory.loader();
    }

    List<String> messages() {
        return diagnostics.getDiagnostics().stream().map(Diagnostic::toString).toList();
    }

    /** What is wrong with how the text was received; empty if nothing is. */
    Optional<Mismatch> mismatch() {
        try {
            success = compile();
        } catch (RuntimeException | Error failure) {
            return Optional.of(new Mismatch("crash", failure + " " + List.of(failure.getStackTrace())));
        }
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            Matcher id = ID.matcher(message);
            if (id.find() && FAULTS.contains(id.group(1))) {
                return Optional.of(new Mismatch(id.group(1), message));
            }
        }
        if (success || !Javac.accepts(sources)) {
            return Optional.empty();
        }
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR;
            if (error && !ID.matcher(diagnostic.getMessage(Locale.ROOT)).find()) {
                return Optional.of(new Mismatch("an error of javac's in a valid program", diagnostic.toString()));
            }
        }
        return Optional.empty();
    }

    private boolean compile() {
        List<JavaFileObject> files = sources.entrySet().stream()
                .map(each -> Generation.source(each.getKey(), each.getValue()))
                .toList();
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, memory, diagnostics, List.of("-nowarn", "-sourcepath", ""), null, files);
        task.setProcessors(List.of(new DifferentiableProcessor()));
        return task.call();
    }
}
