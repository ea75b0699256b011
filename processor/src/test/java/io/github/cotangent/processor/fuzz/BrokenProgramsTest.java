package io.github.cotangent.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Programs that were broken at random: the processor neither fails nor writes what does not compile, and where it has nothing
 * to say, the derivatives are right.
 */
final class BrokenProgramsTest {

    private static final long SEED = Long.getLong("fuzz.seed", 5_000_000);
    private static final int COUNT = Integer.getInteger("fuzz.broken", 600);

    private int valid;
    private int supported;
    private int compared;

    @Test
    void areRefusedOrRight() {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            long seed = SEED + i;
            attempt(seed).ifPresent(failures::add);
        }
        System.out.printf(
                "Broken programs: %d, of them valid: %d, supported: %d, compared: %d, wrong: %d%n",
                COUNT, valid, supported, compared, failures.size());
        assertThat(failures).isEmpty();
    }

    private Optional<String> attempt(long seed) {
        Set<Feature> features = EnumSet.copyOf(Feature.current());
        // Differences do not see held constants, and see the steps of floats.
        features.removeAll(Set.of(
                Feature.STOP_GRADIENT, Feature.FLOAT, Feature.FLOAT_ARRAY, Feature.FLOAT_RESULT, Feature.OTHER_CLASS));
        Program program = RandomProgram.of(seed, features);
        Map<String, String> sources = new LinkedHashMap<>(program.java("P"));
        Breaker.Broken broken = Breaker.change(sources.get("fuzz.P"), new Dice(seed));
        sources.put("fuzz.P", broken.source());
        Attempt attempt = Attempt.of(sources);
        Optional<Mismatch> mismatch = attempt.mismatch();
        valid += Javac.accepts(sources) ? 1 : 0;
        supported += attempt.success() ? 1 : 0;
        if (mismatch.isEmpty() && attempt.success() && broken.runs()) {
            mismatch = Batch.limited(() -> derivatives(attempt.loader(), program));
        }
        return mismatch.map(each -> "seed " + seed + ", " + broken.change() + ": " + each + "\n" + broken.source());
    }

    private Optional<Mismatch> derivatives(ClassLoader loader, Program program) throws ClassNotFoundException {
        Class<?> owner = loader.loadClass("fuzz.P");
        Class<?> companion = loader.loadClass("fuzz.PDerivatives");
        for (int i = 0; i < 2; i++) {
            Input input = Input.of(program, i);
            try {
                compared += new Consistency(owner, companion, program.main(), input).check() ? 1 : 0;
            } catch (Comparison.Difference difference) {
                return Optional.of(new Mismatch(
                        difference.mismatch().family(), difference.mismatch().detail() + " at " + input));
            } catch (RuntimeException | Error failure) {
                return Optional.of(new Mismatch("fails", failure + " at " + input));
            }
        }
        return Optional.empty();
    }
}
