package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Method;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled together with their companions, in memory, and loaded. */
public final class Generation extends ClassLoader {

    /** Which code the companions are written from. */
    public enum Mode {
        /** What the transformations give. */
        RAW,
        /** What users get. */
        SIMPLIFIED;

        public Pipeline pipeline() {
            return this == RAW ? Pipeline.raw() : Pipeline.standard();
        }
    }

    private final Map<String, byte[]> classes = new TreeMap<>();
    private final Map<String, String> companions = new TreeMap<>();
    private final Map<String, List<Method>> methods = new LinkedHashMap<>();

    private Generation() {
        super(Generation.class.getClassLoader());
        setDefaultAssertionStatus(true);
    }

    /** Compiles, with every warning an error but those that the processor itself has for the user. */
    public static Generation of(Mode mode, Map<String, String> sources) {
        return of(mode.pipeline(), sources);
    }

    /** The same with any pipeline. */
    public static Generation of(Pipeline pipeline, Map<String, String> sources) {
        Generation generation = new Generation();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(source(name, text)));
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        generation.files(),
                        diagnostics,
                        List.of("-Xlint:all,-processing", "-parameters", "-sourcepath", "", "-Xmaxerrs", "1000"),
                        null,
                        files);
        task.setProcessors(
                List.of(new DifferentiableProcessor(environment -> generation.companions(pipeline, environment))));
        boolean success = task.call();
        List<String> problems = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR || !isOwn(diagnostic))
                .map(Diagnostic::toString)
                .toList();
        if (!success || !problems.isEmpty()) {
            throw new AssertionError(String.join("\n", problems));
        }
        return generation;
    }

    /** A source file of which the text is at hand. */
    public static JavaFileObject source(String className, String text) {
        URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Whether a message is one of the processor's, which begin with their id. */
    private static boolean isOwn(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(null).startsWith("[");
    }

    /** The text of every companion, by the name of its class. */
    public Map<String, String> companions() {
        return companions;
    }

    /** The annotated methods of every class, by the class's binary name. */
    public Map<String, List<Method>> methods() {
        return methods;
    }

    /** The class files, by the name of the class. */
    public Map<String, byte[]> classes() {
        return classes;
    }

    /** The companion of a class, given by its binary name. */
    public Class<?> companionOf(String className) {
        return load(className.replace('$', '_') + "Derivatives");
    }

    public Class<?> load(String className) {
        try {
            return loadClass(className);
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private Companions companions(Pipeline pipeline, ProcessingEnvironment environment) {
        Companions files = new CompanionFiles(environment, pipeline);
        return (type, outcome) -> {
            methods.put(environment.getElementUtils().getBinaryName(type).toString(), List.copyOf(outcome.methods()));
            files.write(type, outcome);
        };
    }

    private JavaFileManager files() {
        StandardJavaFileManager standard =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new Output(className, kind);
            }

            @Override
            public FileObject getFileForOutput(
                    Location location, String packageName, String relativeName, FileObject sibling) {
                throw new UnsupportedOperationException(relativeName);
            }
        };
    }

    private final class Output extends SimpleJavaFileObject {

        private final String className;

        private Output(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
            this.className = className;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    if (kind == Kind.SOURCE) {
                        companions.put(className, toString(StandardCharsets.UTF_8));
                    } else {
                        classes.put(className, toByteArray());
                    }
                }
            };
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return companions.get(className);
        }

        /** Written as UTF-8, whatever the compiler's encoding. */
        @Override
        public Writer openWriter() {
            return new OutputStreamWriter(openOutputStream(), StandardCharsets.UTF_8);
        }
    }
}
