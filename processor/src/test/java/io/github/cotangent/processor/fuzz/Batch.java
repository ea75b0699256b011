package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.Generation;
import io.github.cotangent.processor.fuzz.Comparison.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Programs that are compiled together and compared one by one. */
final class Batch {

    /** A program comes to its end long before this. */
    private static final int SECONDS = 20;

    private static final int INPUTS = 3;

    static final String UNCOMPILED = "does not compile";

    private static final Pattern CLASS = Pattern.compile("\\bfuzz/(?:other/)?[PD](\\d+)");

    private final Setting setting;
    private final boolean skipsUncompiled;
    private final Map<Outcome, Integer> outcomes = new HashMap<>();

    Batch(Setting setting) {
        this(setting, false);
    }

    /**
     * A batch.
     *
     * @param skipsUncompiled whether only programs that can be compiled are of interest
     */
    Batch(Setting setting, boolean skipsUncompiled) {
        this.setting = setting;
        this.skipsUncompiled = skipsUncompiled;
    }

    /** How many inputs had which outcome. */
    Map<Outcome, Integer> outcomes() {
        return outcomes;
    }

    /** The mismatches, by the programs that have them. */
    Map<Program, Mismatch> run(List<Program> programs) {
        Map<Program, Mismatch> mismatches = new LinkedHashMap<>();
        run(programs, mismatches);
        return mismatches;
    }

    private void run(List<Program> programs, Map<Program, Mismatch> mismatches) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < programs.size(); i++) {
            sources.putAll(programs.get(i).java("P" + i));
            sources.putAll(programs.get(i).dual("D" + i));
        }
        Generation generation;
        try {
            generation = Generation.of(setting.pipeline(), sources);
        } catch (AssertionError failure) {
            if (programs.size() == 1) {
                mismatches.put(programs.get(0), uncompiled(programs.get(0), failure.getMessage()));
                return;
            }
            isolate(programs, culprits(failure.getMessage()), mismatches);
            return;
        }
        for (int i = 0; i < programs.size(); i++) {
            int number = i;
            Program program = programs.get(i);
            limited(() -> compare(generation, program, number))
                    .ifPresent(mismatch -> mismatches.put(program, mismatch));
        }
    }

    /** The numbers of the programs that messages are about. */
    private static Set<Integer> culprits(String messages) {
        return CLASS.matcher(messages)
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .collect(Collectors.toSet());
    }

    private void isolate(List<Program> programs, Set<Integer> culprits, Map<Program, Mismatch> mismatches) {
        List<Program> others = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            if (skipsUncompiled && culprits.contains(i)) {
                continue;
            }
            if (culprits.isEmpty() || culprits.contains(i)) {
                run(List.of(programs.get(i)), mismatches);
            } else {
                others.add(programs.get(i));
            }
        }
        if (!others.isEmpty()) {
            run(others, mismatches);
        }
    }

    private static Mismatch uncompiled(Program program, String messages) {
        if (!Javac.accepts(program)) {
            return new Mismatch("invalid program", messages);
        }
        int id = messages.indexOf("[");
        int end = messages.indexOf("]");
        boolean own = id >= 0 && end > id && messages.substring(id + 1, end).matches("[A-Z][A-Za-z]+");
        return new Mismatch(own ? "rejected " + messages.substring(id, end + 1) : UNCOMPILED, messages);
    }

    private Optional<Mismatch> compare(Generation generation, Program program, int number) {
        Class<?> owner = generation.load("fuzz.P" + number);
        Class<?> companion = generation.companionOf("fuzz.P" + number);
        Class<?> dual = generation.load("fuzz.D" + number);
        for (int i = 0; i < INPUTS; i++) {
            Input input = Input.of(program, i);
            try {
                outcomes.merge(
                        new Comparison(program, owner, companion, dual, input, setting.mode()).compare(),
                        1,
                        Integer::sum);
            } catch (Comparison.Difference difference) {
                Mismatch mismatch = difference.mismatch();
                return Optional.of(new Mismatch(mismatch.family(), mismatch.detail() + " at " + input));
            } catch (Reflection.Thrown failure) {
                return Optional.of(new Mismatch(
                        "throws " + failure.getCause().getClass().getSimpleName(),
                        failure.getCause() + " at " + input));
            } catch (RuntimeException | Error failure) {
                return Optional.of(new Mismatch("fails", failure + " at " + input));
            }
        }
        return Optional.empty();
    }

    /** Runs in a thread of its own, and does not wait for ever. */
    static Optional<Mismatch> limited(Callable<Optional<Mismatch>> work) {
        FutureTask<Optional<Mismatch>> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "program");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            return Optional.of(new Mismatch("endless", "more than " + SECONDS + " seconds"));
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
