package io.github.cotangent.demo.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cotangent.demo.fit.NistProblem.Difficulty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NistFileTest {

    /** The table of contents that NIST publishes. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    Misra1a,  LOWER,    2,  14
                    Chwirut2, LOWER,    3,  54
                    Chwirut1, LOWER,    3, 214
                    Lanczos3, LOWER,    6,  24
                    Gauss1,   LOWER,    8, 250
                    Gauss2,   LOWER,    8, 250
                    DanWood,  LOWER,    2,   6
                    Misra1b,  LOWER,    2,  14
                    Kirby2,   AVERAGE,  5, 151
                    Hahn1,    AVERAGE,  7, 236
                    Nelson,   AVERAGE,  3, 128
                    MGH17,    AVERAGE,  5,  33
                    Lanczos1, AVERAGE,  6,  24
                    Lanczos2, AVERAGE,  6,  24
                    Gauss3,   AVERAGE,  8, 250
                    Misra1c,  AVERAGE,  2,  14
                    Misra1d,  AVERAGE,  2,  14
                    Roszman1, AVERAGE,  4,  25
                    ENSO,     AVERAGE,  9, 168
                    MGH09,    HIGHER,   4,  11
                    Thurber,  HIGHER,   7,  37
                    BoxBOD,   HIGHER,   2,   6
                    Rat42,    HIGHER,   3,   9
                    MGH10,    HIGHER,   3,  16
                    Eckerle4, HIGHER,   3,  35
                    Rat43,    HIGHER,   4,  15
                    Bennett5, HIGHER,   3, 154
                    """)
    void hasTheShapeThatNistLists(String name, Difficulty difficulty, int parameters, int observations)
            throws IOException {
        NistProblem problem = NistFile.builtIn(name);

        assertThat(problem.name()).isEqualTo(name);
        assertThat(problem.difficulty()).isEqualTo(difficulty);
        assertThat(problem.certified()).hasSize(parameters);
        assertThat(problem.starts()).hasDimensions(2, parameters);
        assertThat(problem.y()).hasSize(observations);
        assertThat(problem.x()).hasDimensions(name.equals("Nelson") ? 2 : 1, observations);
        assertThat(problem.variables()).hasSize(1 + problem.x().length);
    }

    @Test
    void readsStartsCertifiedValuesAndData() throws IOException {
        NistProblem misra1a = NistFile.builtIn("Misra1a");

        assertThat(misra1a.starts()[0]).containsExactly(500, 0.0001);
        assertThat(misra1a.starts()[1]).containsExactly(250, 0.0005);
        assertThat(misra1a.certified()).containsExactly(2.3894212918E+02, 5.5015643181E-04);
        assertThat(misra1a.residualSumOfSquares()).isEqualTo(1.2455138894E-01);
        assertThat(misra1a.variables()).containsExactly("volume", "pressure");
        assertThat(misra1a.y()).startsWith(10.07, 14.73).endsWith(81.78);
        assertThat(misra1a.x()[0]).startsWith(77.6, 114.9).endsWith(760.0);
    }

    @Test
    void takesTheLogarithmOfNelsonsResponse() throws IOException {
        NistProblem nelson = NistFile.builtIn("Nelson");

        assertThat(nelson.y()[0]).isEqualTo(Math.log(15));
        assertThat(nelson.x()[0]).startsWith(1).endsWith(64);
        assertThat(nelson.x()[1]).startsWith(180).endsWith(275);
        assertThat(nelson.variables()).containsExactly("log(dialectric breakdown strength)", "time", "temperature");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    (lines 61 to 74)     | (line 61)            | in which lines "Data" stand
                    (lines 61 to 74)     | (lines 61 to 75)     | no lines 61 to 75
                    (lines 61 to 74)     | (lines 74 to 61)     | no lines 74 to 61
                    (lines 61 to 74)     | (lines 62 to 74)     | not 14 observations of [volume, pressure]
                    Observations:        | Observation:         | begins with "Number of Observations:"
                    Lower Level          | Deeper Level         | no level of difficulty
                    14.73E0     114.9E0  | 14.73E0              | 2 numbers expected in "14.73E0"
                    14.73E0              | 14.73EO              | "14.73EO" is not a number
                    2.7070075241E+00     | 2.7 0                | 5 numbers expected
                    7.2668688436E-06     | 7.2 0                | 4 numbers expected
                    Predictor Variable   | Predicted Variable   | not 14 observations of [volume]
                    Squares:             | Cubes:               | begins with "Residual Sum of Squares:"
                    """)
    void saysWhatIsWrongWithAFile(String original, String replacement, String complaint) throws IOException {
        String text = misra1a();
        assertThat(text).contains(original);
        List<String> lines = text.replace(original, replacement).lines().toList();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NistFile.parse("some.dat", lines))
                .withMessageStartingWith("some.dat is not a NIST regression file: ")
                .withMessageContaining(complaint);
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NistFile.read(Path.of("nowhere.dat")))
                .withMessage("cannot read nowhere.dat");
    }

    private static String misra1a() throws IOException {
        try (InputStream file = NistFileTest.class.getResourceAsStream("/nist/Misra1a.dat")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
