package io.github.cotangent.processor.fuzz;

import io.github.cotangent.processor.fuzz.Comparison.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Many programs, and what came of them. */
final class Campaign {

    private static final int BATCH = 200;

    /** A fault is shown this often at most. */
    private static final int SHOWN = 2;

    private final Set<Feature> features;
    private final Map<Feature, Integer> coverage = new EnumMap<>(Feature.class);
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, List<String>> families = new TreeMap<>();
    private final Map<Integer, Integer> elsewhere = new TreeMap<>();
    private int programs;
    private int failures;

    Campaign(Set<Feature> features) {
        this.features = features;
    }

    int failures() {
        return failures;
    }

    /** Runs the programs of consecutive seeds, a batch from simplified code after four, from raw code. */
    void run(long seed, int count) {
        for (int start = 0; start < count; start += BATCH) {
            Setting setting = (start / BATCH) % 5 == 4 ? Setting.RAW : Setting.SIMPLIFIED;
            run(setting, seed + start, Math.min(count - start, BATCH));
        }
    }

    /** Runs the programs of consecutive seeds in one batch. */
    void run(Setting setting, long seed, int count) {
        List<Program> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(RandomProgram.of(seed + i, features));
        }
        Batch run = new Batch(setting);
        Map<Program, Mismatch> mismatches = run.run(batch);
        programs += batch.size();
        batch.stream().filter(Program::callsElsewhere).forEach(each -> elsewhere.merge(each.order(), 1, Integer::sum));
        batch.forEach(program -> program.features().forEach(each -> coverage.merge(each, 1, Integer::sum)));
        run.outcomes().forEach((outcome, number) -> outcomes.merge(outcome, number, Integer::sum));
        mismatches.forEach((program, mismatch) -> {
            failures++;
            System.out.println("seed " + program.seed() + " " + setting + ": " + mismatch.family());
            List<String> known = families.computeIfAbsent(mismatch.family(), family -> new ArrayList<>());
            known.add(
                    known.size() < SHOWN ? Shrink.of(program, mismatch, setting).toString() : "seed " + program.seed());
        });
    }

    String report() {
        StringBuilder text =
                new StringBuilder("Fuzzer: " + programs + " programs, at their inputs: " + outcomes + "\n");
        text.append("Programs that call methods of another class, by their order: ")
                .append(elsewhere)
                .append("\n");
        for (Feature feature : features) {
            text.append(String.format("%8d  %s%n", coverage.getOrDefault(feature, 0), feature));
        }
        families.forEach((family, each) -> text.append(String.format("%8d mismatches: %s%n", each.size(), family)));
        return text.toString();
    }

    String details() {
        StringBuilder text = new StringBuilder();
        families.forEach((family, each) ->
                text.append(family).append("\n").append(String.join("\n", each)).append("\n"));
        return text.toString();
    }
}
