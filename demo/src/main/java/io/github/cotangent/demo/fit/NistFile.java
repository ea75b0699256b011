package io.github.cotangent.demo.fit;

import io.github.cotangent.demo.fit.NistProblem.Difficulty;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the format of NIST's nonlinear regression files.
 *
 * <p>The header says in which lines the start values, the certified values and the data stand:
 *
 * <pre>{@code
 * Starting Values   (lines 41 to 42)
 * Certified Values  (lines 41 to 47)
 * Data              (lines 61 to 74)
 * }</pre>
 */
final class NistFile {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SECTION = Pattern.compile("(\\w.*\\w)\\s+\\(lines\\s+(\\d+)\\s+to\\s+(\\d+)\\)");
    private static final Pattern VARIABLES = Pattern.compile("\\d (?:Response|Predictor).*\\((.+)\\)");
    private static final Pattern PARAMETER_NAME = Pattern.compile("^\\s*b\\d+\\s*=");

    private final String name;
    private final List<String> lines;

    private NistFile(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** The problem of that name from the copies that come with the program. */
    static NistProblem builtIn(String name) throws IOException {
        String resource = "/nist/" + name + ".dat";
        try (InputStream file = NistFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new FileNotFoundException("cannot read the resource " + resource);
            }
            return parse(
                    resource,
                    new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList());
        }
    }

    /**
     * The problem in a file.
     *
     * @throws IOException if the file cannot be read or is not in NIST's format; the message names the file
     */
    static NistProblem read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new FileNotFoundException("cannot read " + file);
        }
        return parse(
                file.toString(),
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList());
    }

    /**
     * The problem that the lines of a file describe.
     *
     * @param name how messages call the file
     * @throws IOException if the lines are not in NIST's format; the message names the file and what is wrong
     */
    static NistProblem parse(String name, List<String> lines) throws IOException {
        return new NistFile(name, lines).problem();
    }

    private NistProblem problem() throws IOException {
        double[][] parameters = columns(section("Starting Values"));
        double[][] data = columns(section("Data"));
        int observations = (int) number(after("Number of Observations:"));
        if (parameters.length != 4) {
            throw malformed("each parameter needs two start values, its certified value and standard deviation");
        }
        List<String> variables = variables();
        if (variables.size() != data.length || data.length < 2 || data[0].length != observations) {
            throw malformed("the data are not " + observations + " observations of " + variables);
        }
        return new NistProblem(
                after("Dataset Name:"),
                difficulty(),
                new double[][] {parameters[0], parameters[1]},
                parameters[2],
                number(after("Residual Sum of Squares:")),
                variables,
                response(data[0]),
                Arrays.copyOfRange(data, 1, data.length));
    }

    private Difficulty difficulty() throws IOException {
        for (Difficulty difficulty : Difficulty.values()) {
            String level = difficulty + " level of difficulty";
            if (lines.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(level))) {
                return difficulty;
            }
        }
        throw malformed("no level of difficulty");
    }

    /** The names in the lines {@code 1 Response (y = volume)} and {@code 1 Predictor (x = pressure)}. */
    private List<String> variables() {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            Matcher variables = VARIABLES.matcher(line);
            if (variables.find()) {
                for (String variable : variables.group(1).split(";")) {
                    names.add(variable.substring(variable.indexOf('=') + 1).strip());
                }
            }
        }
        if (logarithmic()) {
            names.set(0, "log(" + names.get(0) + ")");
        }
        return names;
    }

    private double[] response(double[] recorded) {
        return logarithmic() ? Arrays.stream(recorded).map(Math::log).toArray() : recorded;
    }

    /** Whether the model predicts the logarithm of the response, as Nelson's does. */
    private boolean logarithmic() {
        return lines.stream().anyMatch(line -> line.strip().startsWith("log[y]"));
    }

    /** The word after {@code label}. */
    private String after(String label) throws IOException {
        for (String line : lines) {
            if (line.startsWith(label)) {
                return BLANKS.split(line.substring(label.length()).strip())[0];
            }
        }
        throw malformed("no line begins with \"" + label + "\"");
    }

    /** The lines that the header assigns to {@code title}. */
    private List<String> section(String title) throws IOException {
        for (String line : lines) {
            Matcher header = SECTION.matcher(line);
            if (header.find() && header.group(1).equals(title)) {
                return lines((int) number(header.group(2)), (int) number(header.group(3)));
            }
        }
        throw malformed("the header does not say in which lines \"" + title + "\" stand");
    }

    private List<String> lines(int first, int last) throws IOException {
        if (first < 1 || last < first || last > lines.size()) {
            throw malformed("there are no lines " + first + " to " + last);
        }
        return lines.subList(first - 1, last);
    }

    /** The columns of a table of numbers, whose rows may begin with the name of a parameter. */
    private double[][] columns(List<String> rows) throws IOException {
        double[][] columns = new double[cells(rows.get(0)).length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = cells(rows.get(i));
            if (cells.length != columns.length) {
                throw malformed(
                        columns.length + " numbers expected in \"" + rows.get(i).strip() + "\"");
            }
            for (int j = 0; j < cells.length; j++) {
                columns[j][i] = number(cells[j]);
            }
        }
        return columns;
    }

    private static String[] cells(String row) {
        return BLANKS.split(PARAMETER_NAME.matcher(row).replaceFirst("").strip());
    }

    private double number(String text) throws IOException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw malformed("\"" + text + "\" is not a number");
        }
    }

    private IOException malformed(String reason) {
        return new IOException(name + " is not a NIST regression file: " + reason);
    }
}
