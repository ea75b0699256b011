package io.github.cotangent.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** The bytes that gradients hold until they are there: what is saved, arrays of the function itself, and their adjoints. */
record Memory(List<Row> rows) {

    static final String FILE = "memory.json";

    private static final int CALLS = 5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * A problem.
     *
     * @param instance the problem
     * @param parameters how many parameters it has
     * @param value what the function itself allocates
     * @param byHand what the gradient by hand allocates, none of which it returns
     * @param generated what the generated gradient has in its workspace
     * @param allocated what it allocates besides, from the second call on
     */
    record Row(Instance instance, int parameters, long value, long byHand, long generated, long allocated) {

        static Row of(Instance instance) {
            Point<?, ?> point = new Point<>(instance.problem(0));
            long value = bytes(point::value);
            long byHand = bytes(point::byHand);
            long allocated = bytes(point::generatedInWorkspace);
            return new Row(instance, point.parameters().length, value, byHand, point.bytesHeld(), allocated);
        }
    }

    /** What a call allocates that is not the first; the least of several, since the virtual machine may allocate too. */
    private static long bytes(DoubleSupplier call) {
        call.getAsDouble();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < CALLS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            call.getAsDouble();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    static Memory read(Path file) {
        return Json.read(file, Memory.class);
    }

    void write(Path file) {
        Json.write(file, this);
    }

    /** The rows in Markdown. */
    String table() {
        return rows.stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d | %,d | %,d | %s | %,d |",
                        row.instance.title(),
                        row.parameters,
                        row.value,
                        row.byHand,
                        row.generated,
                        row.byHand == 0 ? "–" : String.format(Locale.ROOT, "%.2f", row.generated / (double) row.byHand),
                        row.allocated))
                .collect(Collectors.joining(
                        "\n",
                        "| problem | parameters | value | by hand | **generated** | **generated / by hand** | allocated with a"
                                + " workspace |\n|---|--:|--:|--:|--:|--:|--:|\n",
                        ""));
    }
}
