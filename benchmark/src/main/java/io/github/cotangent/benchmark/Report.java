package io.github.cotangent.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All figures of one JDK.
 *
 * @param jdk its version
 * @param processors how many processors the machine has
 * @param effort how long was measured
 * @param ratios every problem at its size
 * @param growth some problems at many sizes
 */
record Report(String jdk, int processors, Effort effort, List<Row> ratios, List<Row> growth) {

    /**
     * What was measured of a problem.
     *
     * @param instance the problem
     * @param parameters how many parameters it has
     * @param figures of the candidates that finish
     */
    record Row(Instance instance, int parameters, Map<Candidate, Figure> figures) {

        /** How much longer one candidate takes than another; not a number where one of them is missing. */
        double ratio(Candidate slow, Candidate fast) {
            return figures.containsKey(slow) && figures.containsKey(fast)
                    ? figures.get(slow).nanoseconds() / figures.get(fast).nanoseconds()
                    : Double.NaN;
        }
    }

    /**
     * A call.
     *
     * @param nanoseconds its time, the median
     * @param ratio its time as a multiple of that of the annotated method
     * @param bytes what it allocates
     */
    record Figure(double nanoseconds, double ratio, long bytes) {

        static Figure of(double nanoseconds, double value, double bytes) {
            return new Figure(rounded(nanoseconds), rounded(nanoseconds / value), Math.round(bytes));
        }

        static double rounded(double x) {
            return new BigDecimal(x).round(new MathContext(4)).doubleValue();
        }
    }

    /** The first number of the version: 17, 25. */
    String feature() {
        return String.valueOf(Runtime.Version.parse(jdk).feature());
    }

    static Report read(Path file) {
        return Json.read(file, Report.class);
    }

    void write(Path file) {
        Json.write(file, this);
    }
}
