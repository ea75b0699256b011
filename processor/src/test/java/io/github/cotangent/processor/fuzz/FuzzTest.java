package io.github.cotangent.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.transform.Pass;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs at random: their derivatives are those that the same programs over dual numbers have. */
final class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 1_000_000);
    private static final int COUNT = Integer.getInteger("fuzz.count", 2_000);
    private static final int COUNT_WITHOUT_PASS = Integer.getInteger("fuzz.pass.count", 60);

    @Test
    void derivativesAreRight() {
        Campaign campaign = new Campaign(Feature.current());
        campaign.run(SEED, COUNT);
        System.out.println(campaign.report());
        assertThat(campaign.failures()).as(campaign::details).isZero();
    }

    /** What a program is said to have may be left over from code that was dropped: here are the calls themselves. */
    @Test
    void programsCallMethodsOfOtherClasses() {
        Map<Integer, Long> calling = LongStream.range(SEED, SEED + 1_000)
                .mapToObj(seed -> RandomProgram.of(seed, EnumSet.allOf(Feature.class)))
                .filter(Program::callsElsewhere)
                .collect(Collectors.groupingBy(Program::order, Collectors.counting()));
        assertThat(calling.get(1)).isGreaterThan(100);
        assertThat(calling.get(2)).isGreaterThan(50);
    }

    /** What makes derivatives faster must be nothing that they rely on. */
    @ParameterizedTest
    @EnumSource
    void derivativesAreRightWithout(Pass pass) {
        Campaign campaign = new Campaign(Feature.current());
        campaign.run(Setting.without(pass), SEED + COUNT + 1_000L * pass.ordinal(), COUNT_WITHOUT_PASS);
        assertThat(campaign.failures()).as(campaign::details).isZero();
    }
}
