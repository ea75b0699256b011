package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.Pipeline;
import io.github.cotangent.processor.ir.Derivatives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole companions, to be read: {@code golden/Models.java} has its companion beside it, compiled here with every warning
 * an error. Written anew with {@code -Dgolden.update=true}.
 */
final class GoldenTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @ValueSource(strings = {"Models", "Fields", "Losses", "Workspaces"})
    void companionsAreAsTheyWere(String name) throws IOException {
        String source = Files.readString(GOLDEN.resolve(name + ".java"));
        String companion = companionOf(name, source);
        Path expected = GOLDEN.resolve(name + "Derivatives.java");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, companion);
        }
        List<JavaFileObject> sources = List.of(
                Compiled.source("golden." + name, source),
                Compiled.source("golden." + name + "Derivatives", companion));
        assertThat(Compiled.of(List.of(), sources)).isNotNull();
        assertThat(companion).isEqualTo(Files.readString(expected));
        assertThat(complaints(name, source, companion)).isEmpty();
    }

    /** What javac and doclint say of the companion, private members apart. */
    private static List<String> complaints(String name, String source, String companion) {
        Compiler.Result result = Compiler.of(companion)
                .and("golden." + name, source)
                .options("-Xdoclint:all/package")
                .lower();
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getLineNumber() > 0
                        && diagnostic.getSource().getName().contains("Derivatives"))
                .map(Object::toString)
                .toList();
    }

    private static String companionOf(String name, String source) {
        Compiler.Result result = Compiler.of(source).lower();
        assertThat(result.messages()).isEmpty();
        List<Derivatives> methods =
                result.methods().stream().map(Pipeline.standard()::derivatives).toList();
        return CompanionClass.of(new Companion("golden", List.of(name), null, true, true, false, methods, List.of()))
                .get(0)
                .toString();
    }
}
