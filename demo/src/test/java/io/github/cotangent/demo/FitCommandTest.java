package io.github.cotangent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FitCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsATableAndDrawsAPicture() throws IOException {
        Path picture = directory.resolve("two.png");

        int exitCode = run("fit", "--problem", "nelson", "--problem", "DanWood", "--start", "2", "--out", picture);

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines().filter(line -> line.matches("(Nelson|DanWood) .* [12] .*")))
                .hasSize(2)
                .allMatch(line -> line.matches("\\w+ +(average|lower) +2( +\\d+ +\\d+\\.\\d +\\d+\\.\\d){3}"));
        assertThat(out.toString()).contains("generated Jacobian: 2 of 2 solved");
        assertThat(err.toString().lines()).containsExactly("fitting Nelson (1 of 2)", "fitting DanWood (2 of 2)");
        assertThat(colours(ImageIO.read(picture.toFile()))).isGreaterThan(10);
    }

    @Test
    void fitsFromBothStartsUnlessTold() {
        assertThat(run("fit", "-p", "Misra1a", "-o", directory.resolve("one.png")))
                .isZero();

        assertThat(out.toString().lines().filter(line -> line.startsWith("Misra1a")))
                .hasSize(2);
    }

    @Test
    void readsDataFromADirectory() throws IOException {
        String doubled = builtIn("DanWood").replace("4.3173084083E-03", "8.6346168166E-03");
        Files.writeString(directory.resolve("DanWood.dat"), doubled);

        int exitCode = run("fit", "-p", "DanWood", "-d", directory, "-o", directory.resolve("one.png"));

        assertThat(exitCode).isZero();
        // Half of what is certified there: log10(2) digits.
        assertThat(out.toString().lines().filter(line -> line.startsWith("DanWood")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("   0.3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fit --problem Misra2a",
                "fit --start 3",
                "fit --start far",
                "fit --start",
                "fit --bogus",
                "fit --problem DanWood --out {dir}",
                "fit --problem DanWood --out {dir}/no/such.png",
                "fit --problem Misra1a --data {dir}/none",
                "fit --problem Misra1a --data {dir}",
                "fit --problem Misra1b --data {dir}",
                "draw",
                ""
            })
    void answersBadInputInOneLineAndExitCode2(String arguments) throws IOException {
        Files.writeString(directory.resolve("Misra1a.dat"), "not a data set");
        Files.writeString(directory.resolve("Misra1b.dat"), builtIn("Misra1a"));
        String line = arguments.replace("{dir}", directory.toString());

        int exitCode = run(line.isEmpty() ? new Object[0] : line.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).allMatch(text -> text.startsWith("cotangent-demo"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void explainsItself() {
        assertThat(run("fit", "--help")).isZero();

        assertThat(out.toString()).contains("--problem", "--start", "--out", "--data", "--help");
    }

    private int run(Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(words.toArray(String[]::new));
    }

    private static String builtIn(String name) throws IOException {
        try (InputStream file = FitCommandTest.class.getResourceAsStream("/nist/" + name + ".dat")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }
}
