package io.github.cotangent.demo.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "1.001, 1, 3",
        "-200.02, -200, 4",
        "5, 5, 11",
        "1.00000000000001, 1, 11",
        "-1, 1, 0",
        "1e9, 1, 0",
        "NaN, 1, 0",
        "Infinity, 1, 0",
        "1e-5, 0, 5",
        "0, 0, 11",
        "0, 3, 0"
    })
    void isTheLogRelativeError(double estimate, double certified, double digits) {
        assertThat(Digits.matching(estimate, certified)).isEqualTo(digits, within(1e-9));
    }

    @Test
    void ofSeveralIsThatOfTheWorst() {
        assertThat(Digits.matching(new double[] {1, 2.002, 3.00003}, new double[] {1, 2, 3}))
                .isEqualTo(3, within(1e-9));
    }
}
