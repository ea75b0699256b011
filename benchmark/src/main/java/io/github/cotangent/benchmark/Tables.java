package io.github.cotangent.benchmark;

import static io.github.cotangent.benchmark.Candidate.BY_HAND;
import static io.github.cotangent.benchmark.Candidate.CENTRAL_DIFFERENCES;
import static io.github.cotangent.benchmark.Candidate.FINMATH;
import static io.github.cotangent.benchmark.Candidate.GENERATED;
import static io.github.cotangent.benchmark.Candidate.GENERATED_IN_WORKSPACE;
import static io.github.cotangent.benchmark.Candidate.HIPPARCHUS_GRADIENT;
import static io.github.cotangent.benchmark.Candidate.HIPPARCHUS_STRUCTURE;
import static io.github.cotangent.benchmark.Candidate.JVP_BY_HAND;
import static io.github.cotangent.benchmark.Candidate.JVP_GENERATED;
import static io.github.cotangent.benchmark.Candidate.VALUE;

import io.github.cotangent.benchmark.Report.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures as Markdown; those of several JDKs stand in one cell, in the order of the reports. */
final class Tables {

    private static final Set<Candidate> LIBRARIES = Set.of(HIPPARCHUS_GRADIENT, HIPPARCHUS_STRUCTURE, FINMATH);

    private static final String ABSENT = "–";

    private final List<Report> reports;

    Tables(List<Report> reports) {
        this.reports = reports;
    }

    /** One column: what stands in the cell of a row. */
    private record Column(String title, Function<Row, String> cell) {

        static Column ratio(String title, Candidate slow, Candidate fast) {
            return new Column(title, row -> ratioText(row.ratio(slow, fast)));
        }

        static Column bytes(String title, Candidate candidate) {
            return new Column(
                    title,
                    row -> Optional.ofNullable(row.figures().get(candidate))
                            .map(figure -> String.format(Locale.ROOT, "%,d", figure.bytes()))
                            .orElse(ABSENT));
        }
    }

    /** Value and gradient beside the value, by hand and by generated code. */
    String reverse() {
        return ratios(
                new Column("value", row -> time(row.figures().get(VALUE).nanoseconds())),
                Column.ratio("by hand / value", BY_HAND, VALUE),
                Column.ratio("**generated / value**", GENERATED, VALUE),
                Column.ratio("**generated / by hand**", GENERATED, BY_HAND),
                Column.ratio("with a workspace / by hand", GENERATED_IN_WORKSPACE, BY_HAND));
    }

    /** Value and tangent beside the value, by hand and by generated code. */
    String forward() {
        return ratios(
                Column.ratio("by hand / value", JVP_BY_HAND, VALUE),
                Column.ratio("**generated / value**", JVP_GENERATED, VALUE),
                Column.ratio("**generated / by hand**", JVP_GENERATED, JVP_BY_HAND));
    }

    /** What else there is, beside the value; last the fastest library beside generated code. */
    String others() {
        return ratios(
                Column.ratio("generated", GENERATED, VALUE),
                Column.ratio(HIPPARCHUS_GRADIENT.title(), HIPPARCHUS_GRADIENT, VALUE),
                Column.ratio(HIPPARCHUS_STRUCTURE.title(), HIPPARCHUS_STRUCTURE, VALUE),
                Column.ratio(FINMATH.title(), FINMATH, VALUE),
                Column.ratio(CENTRAL_DIFFERENCES.title(), CENTRAL_DIFFERENCES, VALUE),
                new Column(
                        "fastest library / generated",
                        row -> ratioText(LIBRARIES.stream()
                                .filter(row.figures()::containsKey)
                                .mapToDouble(library -> row.ratio(library, GENERATED))
                                .min()
                                .orElse(Double.NaN))));
    }

    /** The bytes that a call allocates. */
    String memory() {
        return ratios(
                Column.bytes("value", VALUE),
                Column.bytes("gradient by hand", BY_HAND),
                Column.bytes("gradient generated", GENERATED),
                Column.bytes("with a workspace", GENERATED_IN_WORKSPACE),
                Column.bytes("JVP by hand", JVP_BY_HAND),
                Column.bytes("JVP generated", JVP_GENERATED));
    }

    /** Gradients beside the value over the number of parameters. */
    String growth() {
        List<Column> columns = Stream.of(
                        BY_HAND, GENERATED, HIPPARCHUS_GRADIENT, HIPPARCHUS_STRUCTURE, FINMATH, CENTRAL_DIFFERENCES)
                .map(candidate -> Column.ratio(candidate.title(), candidate, VALUE))
                .toList();
        return table(Report::growth, columns);
    }

    /** All of them, each with a title. */
    String all() {
        return String.join(
                "\n\n",
                "Gradient",
                reverse(),
                "JVP",
                forward(),
                "Others, in times of the value",
                others(),
                "Bytes of a call",
                memory(),
                "Growth, in times of the value",
                growth());
    }

    private String ratios(Column... columns) {
        return table(Report::ratios, List.of(columns));
    }

    private String table(Function<Report, List<Row>> rows, List<Column> columns) {
        String titles = columns.stream().map(Column::title).collect(Collectors.joining(" | "));
        StringBuilder table = new StringBuilder("| problem | parameters | " + titles + " |\n|---|--:|");
        table.append("--:|".repeat(columns.size()));
        for (Row row : rows.apply(reports.get(0))) {
            List<Optional<Row>> all = reports.stream()
                    .map(report -> same(rows.apply(report), row))
                    .toList();
            table.append('\n')
                    .append(String.format("| %s | %,d |", row.instance().title(), row.parameters()));
            for (Column column : columns) {
                table.append(' ')
                        .append(cell(all.stream()
                                .map(one -> one.map(column.cell()).orElse(ABSENT))
                                .toList()))
                        .append(" |");
            }
        }
        return table.toString();
    }

    private static Optional<Row> same(List<Row> rows, Row row) {
        return rows.stream()
                .filter(other -> other.instance() == row.instance() && other.parameters() == row.parameters())
                .findFirst();
    }

    /** One text where all JDKs agree, the absence of a figure included. */
    private static String cell(List<String> texts) {
        return texts.stream().distinct().count() == 1 ? texts.get(0) : String.join(" / ", texts);
    }

    private static String ratioText(double ratio) {
        if (Double.isNaN(ratio)) {
            return ABSENT;
        }
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }

    private static String time(double nanoseconds) {
        String[] units = {"ns", "µs", "ms", "s"};
        int unit = IntStream.range(0, 3)
                .filter(i -> nanoseconds < Math.pow(1000, i + 1.0))
                .findFirst()
                .orElse(3);
        return String.format(Locale.ROOT, "%.3g %s", nanoseconds / Math.pow(1000, unit), units[unit]);
    }
}
