package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the README shows: its classes compile, its generated code is what the processor writes, its programs print what it
 * says.
 *
 * <p>A comment such as {@code <!-- generated -->} above a block tells what it is; without one, a block that begins with
 * {@code import} or {@code package} is a source file.
 */
final class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?:<!-- (\\w+) -->\n)?```(\\w+)\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("^ */\\*\\*.*?\\*/\n", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d{9,}");

    private final List<Block> blocks = blocks();

    /**
     * A block of code.
     *
     * @param label the comment above it, or the empty string
     */
    private record Block(String label, String text) {}

    private static List<Block> blocks() {
        try {
            String readme = Files.readString(Path.of("..", "README.md"));
            return BLOCK.matcher(readme).results().map(ReadmeTest::block).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Block block(MatchResult match) {
        boolean isFile = match.group(3).startsWith("import ") || match.group(3).startsWith("package ");
        String label = match.group(1) == null ? isFile ? "file" : "" : match.group(1);
        return new Block(label, match.group(3));
    }

    private List<String> labelled(String label) {
        return blocks.stream()
                .filter(block -> block.label().equals(label))
                .map(Block::text)
                .toList();
    }

    @Test
    void generatedCodeIsWhatTheProcessorWrites() {
        String companions = build().classes().entrySet().stream()
                .filter(file -> file.getKey().endsWith("Derivatives.java"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .map(source -> JAVADOC.matcher(source).replaceAll(""))
                .map(ReadmeTest::withoutIndentation)
                .collect(Collectors.joining());
        assertThat(labelled("generated"))
                .hasSize(2)
                .allSatisfy(code -> assertThat(companions).contains(withoutIndentation(code)));
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Test
    void programsPrintWhatIsSaid() throws ReflectiveOperationException {
        Compiler.Result result = build();
        List<String> printed = labelled("printed");
        assertThat(printed).hasSize(2);
        assertPrints(result.load("Statements0"), printed.get(0));
        assertPrints(result.load("quickstart.Decay"), printed.get(1));
    }

    @Test
    void gradientCheckPasses() throws ReflectiveOperationException {
        assertPrints(build().load("Statements1"), "");
    }

    private Compiler.Result build() {
        List<String> files = labelled("file");
        List<String> statements = labelled("statements");
        assertThat(files).hasSize(2);
        Compiler compiler = Compiler.of(files.get(0)).and("quickstart.Decay", files.get(1));
        for (int i = 0; i < statements.size(); i++) {
            String program = "import io.github.cotangent.*;\nfinal class Statements" + i
                    + " {\n    public static void main(String[] args) {\n" + statements.get(i) + "    }\n}\n";
            compiler.and("Statements" + i, program);
        }
        Compiler.Result result = compiler.build();
        assertThat(result.messages()).isEmpty();
        return result;
    }

    /** Digits are compared to within rounding: functions of {@code Math} may differ in their last bit between platforms. */
    private static void assertPrints(Class<?> program, String expected) throws ReflectiveOperationException {
        String actual = outputOf(program);
        assertThat(shape(actual)).isEqualTo(shape(expected));
        List<Double> numbers = numbers(actual);
        for (int i = 0; i < numbers.size(); i++) {
            double stated = numbers(expected).get(i);
            assertThat(numbers.get(i)).isCloseTo(stated, withPercentage(1e-10));
        }
    }

    private static String shape(String text) {
        return NUMBER.matcher(text).replaceAll("#");
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> Double.valueOf(match.group()))
                .toList();
    }

    private static String outputOf(Class<?> program) throws ReflectiveOperationException {
        PrintStream before = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            var main = program.getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
