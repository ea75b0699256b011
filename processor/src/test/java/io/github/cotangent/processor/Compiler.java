package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Method;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with javac and the processor, and keeps the methods that the front end has lowered. */
public final class Compiler {

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<Processor> others = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror"));

    /** What came of a compilation. */
    public record Result(
            boolean success,
            List<Method> methods,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, byte[]> classes) {

        /** A class that was compiled. */
        public Class<?> load(String name) throws ClassNotFoundException {
            return new ClassLoader(Compiler.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String className) throws ClassNotFoundException {
                    byte[] bytes = classes.get(className);
                    if (bytes == null) {
                        throw new ClassNotFoundException(className);
                    }
                    return defineClass(className, bytes, 0, bytes.length);
                }
            }.loadClass(name);
        }

        /** The diagnostics' texts, one to a line each. */
        public List<String> messages() {
            return diagnostics.stream()
                    .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                    .toList();
        }
    }

    /** The compiler with one file, whose name is that of its first class. */
    public static Compiler of(String source) {
        return new Compiler().and(nameOf(source), source);
    }

    /** Another file: the path of the class, and its text. */
    public Compiler and(String className, String source) {
        URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
        sources.add(new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        });
        return this;
    }

    public Compiler with(Processor processor) {
        others.add(processor);
        return this;
    }

    public Compiler options(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Lowers, and generates nothing. */
    public Result lower() {
        List<Method> methods = new ArrayList<>();
        Companions companions = (type, outcome) -> methods.addAll(outcome.methods());
        return compile(new DifferentiableProcessor(environment -> companions), methods);
    }

    /** Generates companions as users get them. */
    public Result build() {
        return compile(new DifferentiableProcessor(), List.of());
    }

    /** Compiles without any processor; whether that works. */
    public boolean plain() {
        Path output = newDirectory();
        try {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-d", output.toString()));
            return ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, new DiagnosticCollector<>(), all, null, sources)
                    .call();
        } finally {
            delete(output);
        }
    }

    /** Drops the options that turn warnings into errors. */
    public Compiler lenient() {
        options.clear();
        options.add("-nowarn");
        return this;
    }

    /** Runs a processor of the test's making. */
    public Result compile(Processor processor, List<Method> methods) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Path output = newDirectory();
        try {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-d", output.toString()));
            CompilationTask task =
                    ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostics, all, null, sources);
            List<Processor> processors = new ArrayList<>(others);
            processors.add(processor);
            task.setProcessors(processors);
            boolean success = task.call();
            return new Result(success, methods, diagnostics.getDiagnostics(), classes(output));
        } finally {
            delete(output);
        }
    }

    private static Map<String, byte[]> classes(Path directory) {
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                classes.put(name.replace(".class", "").replace(File.separatorChar, '.'), Files.readAllBytes(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return classes;
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("classes");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String nameOf(String source) {
        String packageName = source.lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.indexOf(';')) + ".")
                .findFirst()
                .orElse("");
        String[] words = source.split("\\b(class|interface|record|enum)\\s+", 2)[1].split("\\W", 2);
        return packageName + words[0];
    }
}
