package io.github.cotangent.benchmark.gradbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Serves the evals of GradBench: a message in JSON on each line of standard input, a response on each of standard output. */
public final class Main {

    private Main() {}

    /**
     * Runs the program until the input ends.
     *
     * @param arguments none
     * @throws IOException if the other side is gone
     */
    public static void main(String[] arguments) throws IOException {
        BufferedReader messages = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Writer responses = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        try {
            serve(messages, responses);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Answers all messages.
     *
     * @param messages a message on each line
     * @param responses receives a response for each, at once
     * @throws IOException if one of them fails
     * @throws IllegalArgumentException if a line is no message; the lines before it have been answered
     */
    static void serve(BufferedReader messages, Writer responses) throws IOException {
        Tool tool = new Tool();
        int number = 1;
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            responses.write(answer(tool, line, number));
            responses.write('\n');
            responses.flush();
            number++;
        }
    }

    private static String answer(Tool tool, String line, int number) {
        try {
            return tool.answer(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " is " + e.getMessage(), e);
        }
    }
}
