package io.github.cotangent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {

    @Test
    void takesTheTimeThatOneBatchInEightStaysBelow() {
        assertThat(Race.lowerEighth(List.of(5.0))).isEqualTo(5);
        assertThat(Race.lowerEighth(List.of(90.0, 3.0, 80.0, 70.0, 2.0, 60.0, 4.0, 50.0)))
                .isEqualTo(3);
    }
}
