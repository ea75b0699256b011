package io.github.cotangent.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measured times as a Markdown table of ratios. */
final class RatioTable {

    private RatioTable() {}

    /**
     * What was measured of one problem.
     *
     * @param title the name of the problem
     * @param parameters how many parameters the gradient has
     * @param value the time of the annotated method, in nanoseconds
     * @param gradients the time of value and gradient by each candidate, in nanoseconds
     */
    record Row(String title, int parameters, double value, Map<Candidate, Double> gradients) {

        private String markdown() {
            StringBuilder line = new StringBuilder(String.format("| %s | %d | %s |", title, parameters, time(value)));
            for (Candidate candidate : Candidate.values()) {
                line.append(' ').append(ratio(gradients.get(candidate) / value)).append(" |");
            }
            double overHand = gradients.get(Candidate.GENERATED) / gradients.get(Candidate.BY_HAND);
            return line.append(' ').append(ratio(overHand)).append(" |").toString();
        }
    }

    static String of(List<Row> rows) {
        StringBuilder table = new StringBuilder("| problem | parameters | value |");
        for (Candidate candidate : Candidate.values()) {
            table.append(' ').append(candidate.title()).append(" |");
        }
        table.append(" generated / by hand |\n|---|--:|--:|");
        table.append("--:|".repeat(Candidate.values().length + 1));
        for (Row row : rows) {
            table.append('\n').append(row.markdown());
        }
        return table.toString();
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
    }

    private static String time(double nanoseconds) {
        if (nanoseconds < 1e3) {
            return String.format(Locale.ROOT, "%.1f ns", nanoseconds);
        }
        if (nanoseconds < 1e6) {
            return String.format(Locale.ROOT, "%.2f µs", nanoseconds / 1e3);
        }
        return String.format(Locale.ROOT, "%.2f ms", nanoseconds / 1e6);
    }
}
