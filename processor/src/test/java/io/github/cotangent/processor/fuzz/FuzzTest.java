package io.github.cotangent.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.Generation.Mode;
import org.junit.jupiter.api.Test;

/** Programs at random: their derivatives are those that the same programs over dual numbers have. */
final class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 1_000_000);
    private static final int COUNT = Integer.getInteger("fuzz.count", 2_000);

    @Test
    void derivativesAreRight() {
        Campaign campaign = new Campaign(Feature.current(), Mode.values());
        campaign.run(SEED, COUNT);
        System.out.println(campaign.report());
        assertThat(campaign.failures()).as(campaign::details).isZero();
    }
}
