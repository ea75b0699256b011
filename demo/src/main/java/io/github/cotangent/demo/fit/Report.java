package io.github.cotangent.demo.fit;

import static io.github.cotangent.demo.fit.Result.REQUIRED_DIGITS;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The results as text: a table, and below it what does not match and why. */
final class Report {

    private static final JacobianSource[] SOURCES = JacobianSource.values();

    private final List<Result> results;
    private final StringJoiner lines = new StringJoiner(System.lineSeparator());

    private Report(List<Result> results) {
        this.results = results;
    }

    static String of(List<Result> results) {
        Report report = new Report(results);
        report.table();
        report.legend();
        for (JacobianSource source : SOURCES) {
            report.unsolved(source);
        }
        report.roundedResiduals();
        return report.lines.toString();
    }

    private void table() {
        StringBuilder sources = new StringBuilder(" ".repeat(26));
        StringBuilder columns = new StringBuilder(line("%-9s  %-10s  %3s", "problem", "difficulty", "start"));
        for (JacobianSource source : SOURCES) {
            sources.append(line("   %20s", source));
            columns.append(line("   %6s %7s %5s", "iter.", "params", "RSS"));
        }
        lines.add(sources).add(columns).add("-".repeat(columns.length()));
        results.forEach(this::row);
        lines.add("");
    }

    private void row(Result result) {
        NistProblem problem = result.problem();
        StringBuilder row =
                new StringBuilder(line("%-9s  %-10s  %5d", problem.name(), problem.difficulty(), result.start()));
        for (JacobianSource source : SOURCES) {
            row.append(line(
                    "   %6d %6.1f%s %5.1f",
                    result.fits().get(source).iterations(),
                    result.parameterDigits(source),
                    result.solved(source) ? " " : "*",
                    result.residualDigits(source)));
        }
        lines.add(row);
    }

    private void legend() {
        lines.add(line("params, RSS: matching digits of the worst parameter and of the residual sum of squares; NIST"));
        lines.add(line(
                "certifies %.0f. A fit counts as solved from %d digits of every parameter (*: fewer).",
                Digits.CERTIFIED, REQUIRED_DIGITS));
        lines.add("");
    }

    private void unsolved(JacobianSource source) {
        List<Result> unsolved =
                results.stream().filter(result -> !result.solved(source)).toList();
        lines.add(line("%s: %d of %d solved", source, results.size() - unsolved.size(), results.size()));
        for (Result result : unsolved) {
            lines.add(line(
                    "  %s from start %d: %s",
                    result.problem().name(), result.start(), Shortfall.ofParameters(result, source)));
        }
    }

    /** Problems whose parameters are found while their residual sum of squares cannot be. */
    private void roundedResiduals() {
        results.stream()
                .filter(result -> result.solved(JacobianSource.GENERATED))
                .filter(result -> result.residualDigits(JacobianSource.GENERATED) < REQUIRED_DIGITS)
                .map(Result::problem)
                .distinct()
                .forEach(problem -> lines.add(line("RSS of %s: %s", problem.name(), Shortfall.ofResiduals(problem))));
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
