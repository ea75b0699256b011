package io.github.cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.Generation.Mode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is true of the companions as Java code, whatever they compute. */
final class GeneratedSourceTest {

    @Test
    void aSecondCompilationWritesTheSame() {
        Generation first = Corpus.generation(Mode.SIMPLIFIED);
        Generation second = Generation.of(Mode.SIMPLIFIED, Corpus.sources());
        assertThat(second.companions()).isEqualTo(first.companions());
    }

    @ParameterizedTest
    @EnumSource
    void lintAndDoclintAreSilent(Mode mode, @TempDir Path directory) {
        Generation generation = Corpus.generation(mode);
        generation.classes().forEach((name, bytes) -> write(directory, name, bytes));
        List<String> options = List.of(
                "-Xlint:all",
                "-Xdoclint:all/package",
                "-Werror",
                "-proc:none",
                "-Xmaxwarns",
                "1000",
                "-classpath",
                directory + File.pathSeparator + System.getProperty("java.class.path"),
                "-d",
                directory.toString());
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> files = generation.companions().entrySet().stream()
                .map(entry -> Generation.source(entry.getKey(), entry.getValue()))
                .toList();
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, options, null, files)
                .call();
        assertThat(diagnostics.getDiagnostics()).isEmpty();
    }

    private static void write(Path directory, String className, byte[] bytes) {
        try {
            Path file = directory.resolve(className.replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What has no state is safe for threads; a pullback keeps what it was made with. */
    @ParameterizedTest
    @EnumSource
    void nothingHasState(Mode mode) {
        Generation generation = Corpus.generation(mode);
        for (String name : generation.companions().keySet()) {
            Class<?> companion = generation.load(name);
            assertThat(Modifier.isFinal(companion.getModifiers())).as(name).isTrue();
            assertThat(companion.getDeclaredConstructors())
                    .allSatisfy(constructor -> assertThat(Modifier.isPrivate(constructor.getModifiers()))
                            .isTrue());
            // A field that javac itself makes says whether assertions are on.
            assertThat(companion.getDeclaredFields())
                    .as(name)
                    .allSatisfy(field -> assertThat(field.isSynthetic()).isTrue());
            fieldsOfNested(companion).forEach(field -> {
                boolean constant = Modifier.isFinal(field.getModifiers()) && !Modifier.isStatic(field.getModifiers());
                assertThat(constant).as(field.toString()).isTrue();
            });
        }
    }

    private static Stream<Field> fieldsOfNested(Class<?> companion) {
        return Arrays.stream(companion.getDeclaredClasses()).flatMap(type -> Arrays.stream(type.getDeclaredFields()));
    }

    @Test
    void thereIsACompanionForEveryClass() {
        Map<String, String> companions = Corpus.generation(Mode.SIMPLIFIED).companions();
        assertThat(companions).containsKeys("corpus.ArithmeticDerivatives", "corpus.Calls_InnerDerivatives");
        assertThat(companions.values())
                .allSatisfy(text -> assertThat(text)
                        .contains("@Generated(")
                        .doesNotContainPattern("(?m)[ \\t]+$")
                        .doesNotContain("\r", "\t"));
    }
}
