package io.github.cotangent.demo.fit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fits NIST's nonlinear regression problems and compares the answers with the certified ones. */
@Command(
        name = "fit",
        description = "Fits the 27 nonlinear regression problems of the NIST Statistical Reference Datasets by"
                + " Levenberg-Marquardt, with generated Jacobians and with finite differences, and compares the"
                + " answers with the certified ones.",
        sortOptions = false)
public final class FitCommand implements Callable<Integer> {

    @Option(
            names = {"-p", "--problem"},
            paramLabel = "NAME",
            description = "fit this problem, such as Misra1a (default: all); may be repeated")
    private final List<String> names = new ArrayList<>();

    @Option(
            names = {"-s", "--start"},
            paramLabel = "1|2",
            description = "fit from this start point, 1 far or 2 near (default: both)")
    private Integer start;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "fit.png",
            description = "the picture of data and curves (default: ${DEFAULT-VALUE})")
    private Path out;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "DIR",
            description = "read NAME.dat there (default: built-in copies)")
    private Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this text")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<NistProblem> problems = problems();
        List<Integer> starts = starts();
        checkWritable();
        List<Result> results = new ArrayList<>();
        try (Progress progress =
                new Progress(problems.size(), spec.commandLine().getErr())) {
            for (NistProblem problem : problems) {
                progress.next(problem.name());
                starts.forEach(point -> results.add(Result.of(problem, point)));
            }
        }
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(Report.of(results));
        int last = starts.get(starts.size() - 1);
        draw(results.stream().filter(result -> result.start() == last).toList());
        terminal.println(System.lineSeparator() + "Data and curves: " + out);
        return 0;
    }

    private List<NistProblem> problems() {
        List<NistProblem> problems = new ArrayList<>();
        for (String name : selected()) {
            try {
                problems.add(problem(name));
            } catch (IOException e) {
                throw badInput(e.getMessage());
            }
        }
        return problems;
    }

    private NistProblem problem(String name) throws IOException {
        NistProblem builtIn = NistFile.builtIn(name);
        if (data == null) {
            return builtIn;
        }
        Path file = data.resolve(name + ".dat");
        NistProblem problem = NistFile.read(file);
        if (!problem.hasModelOf(builtIn)) {
            throw badInput(file + " does not describe " + name);
        }
        return problem;
    }

    private Set<String> selected() {
        if (names.isEmpty()) {
            return Catalogue.names();
        }
        Set<String> selected = new LinkedHashSet<>();
        for (String name : names) {
            selected.add(known(name));
        }
        return selected;
    }

    private String known(String name) {
        for (String known : Catalogue.names()) {
            if (known.equalsIgnoreCase(name)) {
                return known;
            }
        }
        throw badInput("no problem is called " + name + "; there are " + String.join(", ", Catalogue.names()));
    }

    private List<Integer> starts() {
        if (start == null) {
            return List.of(1, 2);
        }
        if (start != 1 && start != 2) {
            throw badInput("--start is 1 or 2, not " + start);
        }
        return List.of(start);
    }

    /** Spares the user the fits when their picture could not be kept. */
    private void checkWritable() {
        Path directory = out.toAbsolutePath().getParent();
        boolean writable = Files.exists(out)
                ? Files.isRegularFile(out) && Files.isWritable(out)
                : directory != null && Files.isDirectory(directory) && Files.isWritable(directory);
        if (!writable) {
            throw badInput("cannot write " + out);
        }
    }

    private void draw(List<Result> results) {
        try (OutputStream file = Files.newOutputStream(out)) {
            ImageIO.write(Figure.of(results), "png", file);
        } catch (IOException e) {
            throw badInput("cannot write " + out + ": " + e.getMessage());
        }
    }

    private ParameterException badInput(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
