package io.github.cotangent.processor.emit;

import com.palantir.javapoet.JavaFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled in memory, with every warning an error, and loaded. */
final class Compiled extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    private Compiled() {
        super(Compiled.class.getClassLoader());
    }

    static Compiled of(JavaFile... files) {
        return of(
                List.of(), Arrays.stream(files).map(JavaFile::toJavaFileObject).toList());
    }

    /** A source file of which the text is at hand. */
    static JavaFileObject source(String className, String text) {
        URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    static Compiled of(List<String> moreOptions, List<JavaFileObject> sources) {
        Compiled compiled = new Compiled();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
        List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none", "--release", "17"));
        options.addAll(moreOptions);
        boolean done = compiler.getTask(null, compiled.writing(standard), diagnostics, options, null, sources)
                .call();
        if (!done) {
            throw new AssertionError(diagnostics.getDiagnostics() + "\n" + text(sources));
        }
        return compiled;
    }

    private static String text(List<JavaFileObject> sources) {
        StringBuilder text = new StringBuilder();
        for (JavaFileObject source : sources) {
            try {
                text.append(source.getCharContent(true)).append('\n');
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return text.toString();
    }

    private JavaFileManager writing(StandardJavaFileManager standard) {
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        classes.put(className, bytes);
                        return bytes;
                    }
                };
            }
        };
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    /** Calls the static method of a name and a number of parameters. */
    Object call(String className, String method, Object... arguments) {
        try {
            var found = Stream.of(loadClass(className).getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(method))
                    .filter(candidate -> candidate.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no method " + method));
            found.setAccessible(true);
            return found.invoke(null, arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (Objects.requireNonNull(e.getCause()) instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
