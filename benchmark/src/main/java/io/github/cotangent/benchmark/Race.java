package io.github.cotangent.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Times generated code beside the same with a pass left out, in one virtual machine and in turns, so that whatever else the
 * machine does slows both; what is said of each is the time that one batch in eight stays below.
 */
public final class Race {

    private static final int WARM_UPS = 3;

    private static final long WARM_UP = 500_000_000;

    private static final long BATCH = 2_000_000;

    private static final long TIME = 1_500_000_000;

    private static final int LEAST_ROUNDS = 8;

    private static volatile double sink;

    private Race() {}

    /** How much longer a candidate takes with the second companions than with the first, in a virtual machine of its own. */
    static double factor(Instance instance, Candidate candidate, Companions with, Companions without)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Race.class.getName(),
                        instance.name(),
                        candidate.name(),
                        with.directory().toString(),
                        without.directory().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(instance.title() + ", " + candidate.title() + ": the race was broken off");
        }
        return Double.parseDouble(output.strip());
    }

    /**
     * Prints the factor.
     *
     * @param arguments the names of problem and candidate, and the directories of the companions
     * @throws ReflectiveOperationException if the classes are not those of this jar
     * @throws IOException if there is no such directory
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        List<DoubleSupplier> contestants = List.of(
                contestant(arguments[0], arguments[1], Path.of(arguments[2])),
                contestant(arguments[0], arguments[1], Path.of(arguments[3])));
        double[] times = times(contestants);
        System.out.println(times[1] / times[0]);
    }

    static DoubleSupplier contestant(String instance, String candidate, Path companions)
            throws ReflectiveOperationException, MalformedURLException {
        return (DoubleSupplier) loader(companions)
                .loadClass(Contestant.class.getName())
                .getMethod("of", String.class, String.class)
                .invoke(null, instance, candidate);
    }

    /** All classes anew: the compiler of the virtual machine is to learn nothing of one contestant from the other. */
    static ClassLoader loader(Path companions) throws MalformedURLException {
        List<URL> path = new ArrayList<>(List.of(companions.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Nanoseconds of a call of each. */
    private static double[] times(List<DoubleSupplier> contestants) {
        for (int i = 0; i < WARM_UPS; i++) {
            contestants.forEach(contestant -> calls(contestant, WARM_UP));
        }
        long[] calls = contestants.stream()
                .mapToLong(contestant -> Math.max(1, calls(contestant, 10 * BATCH) / 10))
                .toArray();
        List<List<Double>> times = contestants.stream()
                .<List<Double>>map(each -> new ArrayList<>())
                .toList();
        long start = System.nanoTime();
        for (int round = 0; round < LEAST_ROUNDS || System.nanoTime() - start < TIME; round++) {
            for (int i = 0; i < calls.length; i++) {
                times.get(i).add(batch(contestants.get(i), calls[i]));
            }
        }
        return times.stream().mapToDouble(Race::lowerEighth).toArray();
    }

    /** How many calls fit into a time. */
    private static long calls(DoubleSupplier contestant, long nanoseconds) {
        long start = System.nanoTime();
        long calls = 0;
        double sum = 0;
        while (System.nanoTime() - start < nanoseconds) {
            sum += contestant.getAsDouble();
            calls++;
        }
        sink = sum;
        return calls;
    }

    private static double batch(DoubleSupplier contestant, long calls) {
        double sum = 0;
        long start = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            sum += contestant.getAsDouble();
        }
        double time = System.nanoTime() - start;
        sink = sum;
        return time / calls;
    }

    static double lowerEighth(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 8);
    }
}
