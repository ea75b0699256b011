package io.github.cotangent.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.transform.Pass;
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

    /** What makes derivatives faster must be nothing that they rely on. */
    @ParameterizedTest
    @EnumSource
    void derivativesAreRightWithout(Pass pass) {
        Campaign campaign = new Campaign(Feature.current());
        campaign.run(Setting.without(pass), SEED + COUNT + 1_000L * pass.ordinal(), COUNT_WITHOUT_PASS);
        assertThat(campaign.failures()).as(campaign::details).isZero();
    }
}
