package io.github.cotangent.benchmark;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The measured times as a Markdown table of ratios. */
final class RatioTable {

    private static final Set<Candidate> RATIOS = EnumSet.complementOf(EnumSet.of(Candidate.VALUE));

    private RatioTable() {}

    /**
     * What was measured of one problem.
     *
     * @param title the name of the problem
     * @param parameters how many parameters the gradient has
     * @param times the times of a call, in nanoseconds, of the candidates that finish
     */
    record Row(String title, int parameters, Map<Candidate, Double> times) {

        private String markdown() {
            double value = times.get(Candidate.VALUE);
            StringBuilder line = new StringBuilder(String.format("| %s | %d | %s |", title, parameters, time(value)));
            for (Candidate candidate : RATIOS) {
                Double time = times.get(candidate);
                line.append(' ').append(time == null ? "" : ratio(time / value)).append(" |");
            }
            return line.append(overHand(Candidate.GENERATED, Candidate.BY_HAND))
                    .append(overHand(Candidate.JVP_GENERATED, Candidate.JVP_BY_HAND))
                    .toString();
        }

        private String overHand(Candidate generated, Candidate byHand) {
            return " " + ratio(times.get(generated) / times.get(byHand)) + " |";
        }
    }

    static String of(List<Row> rows) {
        StringBuilder table = new StringBuilder("| problem | parameters | value |");
        for (Candidate candidate : RATIOS) {
            table.append(' ').append(candidate.title()).append(" |");
        }
        table.append(" generated / by hand | JVP generated / by hand |\n|---|--:|--:|");
        table.append("--:|".repeat(RATIOS.size() + 2));
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
