package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest {

    @Test
    void basisIsOneAtItsIndex() {
        assertThat(Seeds.basis(3, 0)).containsExactly(1, 0, 0);
        assertThat(Seeds.basis(3, 2)).containsExactly(0, 0, 1);
        assertThat(Seeds.basis(1, 0)).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4})
    void basisRejectsAnIndexOutside(int index) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seeds.basis(3, index))
                .withMessage("index is " + index + ", expected 0 or more and less than 3");
    }

    @Test
    void identityHasTheBasisAsRows() {
        assertThat(Seeds.identity(3)).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThat(Seeds.identity(0)).isEmpty();
    }

    @Test
    void zerosAreNew() {
        assertThat(Seeds.zeros(2)).containsExactly(0, 0);
        assertThat(Seeds.zeros(0)).isEmpty();
        assertThat(Seeds.zeros(2)).isNotSameAs(Seeds.zeros(2));
    }

    @Test
    void noNegativeLengths() {
        String message = "length is -1, expected 0 or more";
        assertThatIllegalArgumentException().isThrownBy(() -> Seeds.zeros(-1)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seeds.identity(-1))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seeds.basis(-1, 0))
                .withMessage(message);
    }
}
