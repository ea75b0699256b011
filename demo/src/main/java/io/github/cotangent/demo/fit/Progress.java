package io.github.cotangent.demo.fit;

import java.io.PrintWriter;

/** Says which problem is being fitted: a line that overwrites itself on a terminal, one line a problem elsewhere. */
final class Progress implements AutoCloseable {

    private static final String ERASE_LINE = "\r\u001B[K";

    private final int total;
    private final PrintWriter err;
    private final boolean terminal = System.console() != null;
    private int count;

    Progress(int total, PrintWriter err) {
        this.total = total;
        this.err = err;
    }

    void next(String name) {
        count++;
        String text = "fitting " + name + " (" + count + " of " + total + ")";
        if (terminal) {
            err.print(ERASE_LINE + text);
        } else {
            err.println(text);
        }
        err.flush();
    }

    @Override
    public void close() {
        if (terminal) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
