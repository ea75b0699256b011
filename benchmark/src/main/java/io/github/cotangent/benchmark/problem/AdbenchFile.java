package io.github.cotangent.benchmark.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/** The numbers of an input file of ADBench, in their order. */
public final class AdbenchFile {

    private final StringTokenizer tokens;

    private AdbenchFile(StringTokenizer tokens) {
        this.tokens = tokens;
    }

    /**
     * Opens one of the files that are part of this module.
     *
     * @param name the name of the file, {@code gmm_d10_K25.txt} for example
     * @return the file, at its first number
     * @throws IllegalArgumentException if there is no such file
     */
    public static AdbenchFile open(String name) {
        try (InputStream stream = AdbenchFile.class.getResourceAsStream("/adbench/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no input file " + name);
            }
            return new AdbenchFile(new StringTokenizer(new String(stream.readAllBytes(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an integer.
     *
     * @return the next number
     */
    public int nextInt() {
        return Integer.parseInt(tokens.nextToken());
    }

    /**
     * Reads a number.
     *
     * @return the next number
     */
    public double nextDouble() {
        return Double.parseDouble(tokens.nextToken());
    }

    /**
     * Reads several numbers.
     *
     * @param count how many
     * @return the next {@code count} numbers
     */
    public double[] nextDoubles(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = nextDouble();
        }
        return numbers;
    }
}
