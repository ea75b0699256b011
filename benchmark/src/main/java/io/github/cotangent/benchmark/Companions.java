package io.github.cotangent.benchmark;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.DifferentiableProcessor;
import io.github.cotangent.processor.transform.Pass;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The companions of problems, compiled with all passes or with one left out.
 *
 * @param directory where sources and classes are, to go before those of this jar
 */
record Companions(Path directory) {

    private static final String PACKAGE = Companions.class.getPackageName().replace('.', '/') + "/";

    /**
     * Compiles the annotated classes anew.
     *
     * @throws IllegalStateException if they do not compile
     */
    static Companions compile(Collection<Instance> instances, Optional<Pass> without, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        List<String> options =
                new ArrayList<>(List.of("-d", directory.toString(), "-s", directory.toString(), "-cp", runtime()));
        without.ifPresent(pass -> options.add("-Acotangent.without=" + pass));
        List<Source> sources = new ArrayList<>();
        for (String name : instances.stream().map(Instance::source).distinct().toList()) {
            sources.add(Source.of(PACKAGE + name + ".java"));
        }
        StringWriter messages = new StringWriter();
        CompilationTask task =
                ToolProvider.getSystemJavaCompiler().getTask(messages, null, null, options, null, sources);
        task.setProcessors(List.of(new DifferentiableProcessor()));
        if (!task.call()) {
            throw new IllegalStateException(messages.toString());
        }
        return new Companions(directory);
    }

    /** All that the sources need; with this jar on the path, companions would be there already. */
    private static String runtime() {
        try {
            return Path.of(Differentiable.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a problem calls. */
    Members members(Instance instance) throws IOException {
        return Members.of(directory.resolve(PACKAGE + instance.source() + "Derivatives.java"));
    }

    /** A source that was packed with the classes. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String path, String text) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        static Source of(String path) throws IOException {
            try (InputStream stream = Companions.class.getResourceAsStream("/sources/" + path)) {
                return new Source(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
