package io.github.cotangent.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.diagnostics.Lint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every warning stands on its line, as the comment there says, and nothing else is said. */
class LintsTest {

    private static final Pattern ID = Pattern.compile("\\[([A-Z]\\w+)]");

    @Test
    void warnsAtTheLineOnce() {
        String source = source();
        Map<Long, List<String>> reported = new TreeMap<>();
        for (Diagnostic<?> diagnostic : warnings(source)) {
            reported.computeIfAbsent(diagnostic.getLineNumber(), line -> new ArrayList<>())
                    .addAll(idsIn(diagnostic.getMessage(Locale.ROOT)));
        }
        assertThat(reported).isEqualTo(expected(source));
    }

    @Test
    void pointsAtTheExpression() {
        List<String> places = warnings(source()).stream()
                .map(diagnostic ->
                        source().substring((int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition()))
                .toList();
        assertThat(places)
                .contains("double y", "Math.floor(x)", "(int) x", "k += x", "Math.round(f)", "x == 0", "x * x != c")
                .contains("Math.sqrt(x * x + y * y)", "Math.floor(v)");
    }

    @Test
    void failsTheBuildIfWarningsDo() {
        String source = "import io.github.cotangent.Differentiable; class A {"
                + " %s @Differentiable static double f(double x) { return Math.floor(x) + x; } }";
        assertThat(Compiler.of(source.formatted("")).build().success()).isFalse();
        assertThat(Compiler.of(source.formatted("@SuppressWarnings(\"cotangent\")"))
                        .build()
                        .messages())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isTested(Lint lint) {
        assertThat(expected(source()).values()).anyMatch(ids -> ids.contains(lint.id()));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRemedyAndEndsWithoutAPeriod(Lint lint) {
        assertThat(lint.text("x"))
                .startsWith("[" + lint.id() + "] ")
                .contains(";")
                .doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageThatSaysHowToSilenceIt(Lint lint) throws IOException {
        Path page = Path.of("..", "docs", "warnings", lint.id() + ".md");
        assertThat(Files.readString(page))
                .startsWith("# " + lint.id() + "\n")
                .contains("@SuppressWarnings(\"" + lint.key() + "\")");
    }

    @Test
    void noPageIsLeftOfAWarningThatIsGone() throws IOException {
        try (var pages = Files.list(Path.of("..", "docs", "warnings"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .isSubsetOf(Arrays.stream(Lint.values()).map(Lint::id).toList());
        }
    }

    /** What is said with all warnings on, but that there are some. */
    private static List<Diagnostic<? extends JavaFileObject>> warnings(String source) {
        List<Diagnostic<? extends JavaFileObject>> warnings = Compiler.of(source).build().diagnostics().stream()
                .filter(diagnostic -> !diagnostic.getMessage(Locale.ROOT).contains("-Werror"))
                .toList();
        assertThat(warnings).allSatisfy(warning -> assertThat(warning.getKind()).isEqualTo(Diagnostic.Kind.WARNING));
        return warnings;
    }

    private static Map<Long, List<String>> expected(String source) {
        Map<Long, List<String>> expected = new TreeMap<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("// [");
            if (comment >= 0) {
                expected.put(i + 1L, idsIn(lines.get(i).substring(comment)));
            }
        }
        return expected;
    }

    private static List<String> idsIn(String text) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private static String source() {
        try (InputStream stream = LintsTest.class.getResourceAsStream("/lints/Lints.java")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
