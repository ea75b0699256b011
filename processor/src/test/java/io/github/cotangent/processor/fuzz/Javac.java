package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.Generation;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The compiler alone. */
final class Javac {

    private Javac() {}

    /** Whether a program is valid, in Java and over dual numbers. */
    static boolean accepts(Program program) {
        return accepts(program.java("P")) && accepts(program.dual("D"));
    }

    static boolean accepts(Map<String, String> sources) {
        List<JavaFileObject> files = sources.entrySet().stream()
                .map(each -> Generation.source(each.getKey(), each.getValue()))
                .toList();
        return ToolProvider.getSystemJavaCompiler()
                .getTask(
                        Writer.nullWriter(),
                        new Memory(),
                        new DiagnosticCollector<>(),
                        List.of("-proc:none", "-nowarn", "-XDshould-stop.ifNoError=FLOW"),
                        null,
                        files)
                .call();
    }
}
