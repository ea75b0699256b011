package io.github.cotangent.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Compiler;
import io.github.cotangent.processor.diagnostics.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message stands on its line, as the comment there says, and nothing else is said. */
class FenceTest {

    private static final Pattern ID = Pattern.compile("\\[([A-Z]\\w+)]");

    /** Messages that no source text brings about; each has a test of its own. */
    private static final Set<Message> NOT_IN_SOURCES = EnumSet.of(
            Message.UnknownMathMethod,
            Message.NotUnderstood,
            Message.NeedsJavac,
            Message.CompanionExists,
            Message.CompanionMissing,
            Message.CompanionUnwritable,
            Message.AttributionMismatch,
            Message.InternalError);

    @ParameterizedTest
    @ValueSource(strings = {"Statements", "Expressions", "Declarations", "Sizes", "Calls"})
    void reportsEveryProblemAtItsLine(String name) {
        String source = source(name);
        Compiler.Result result = Compiler.of(source)
                .and("p.Other", source("Other"))
                .and("q.Foreign", source("Foreign"))
                .options("-Xlint:none")
                .lower();

        Map<Long, List<String>> reported = new TreeMap<>();
        for (Diagnostic<?> diagnostic : result.diagnostics()) {
            assertThat(diagnostic.getKind()).as(diagnostic.toString()).isEqualTo(Diagnostic.Kind.ERROR);
            reported.computeIfAbsent(diagnostic.getLineNumber(), line -> new ArrayList<>())
                    .add(idsIn(diagnostic.getMessage(Locale.ROOT)).get(0));
        }
        assertThat(reported).isEqualTo(expected(source));
        assertThat(result.methods()).isEmpty();
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

    @ParameterizedTest
    @EnumSource
    void isTested(Message message) {
        List<String> tested = List.of("Statements", "Expressions", "Declarations", "Sizes", "Calls").stream()
                .map(FenceTest::source)
                .map(FenceTest::expected)
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .toList();
        assertThat(tested.contains(message.id())).isEqualTo(!NOT_IN_SOURCES.contains(message));
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageThatSaysWhatToWriteInstead(Message message) throws IOException {
        Path page = Path.of("..", "docs", "errors", message.id() + ".md");
        assertThat(page).exists();
        assertThat(Files.readString(page))
                .startsWith("# " + message.id() + "\n")
                .contains("## ");
    }

    @Test
    void noPageIsLeftOfAMessageThatIsGone() throws IOException {
        try (var pages = Files.list(Path.of("..", "docs", "errors"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .isSubsetOf(Arrays.stream(Message.values()).map(Message::id).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRemedyAndEndsWithoutAPeriod(Message message) {
        String text = message.text("a", "b", "c", "d");
        assertThat(text).startsWith("[" + message.id() + "] ").contains(";").doesNotEndWith(".");
    }

    private static String source(String name) {
        try (InputStream stream = FenceTest.class.getResourceAsStream("/fence/" + name + ".java")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
