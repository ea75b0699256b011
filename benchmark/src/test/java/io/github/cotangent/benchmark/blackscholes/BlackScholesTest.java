package io.github.cotangent.benchmark.blackscholes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlackScholesTest {

    /** J. C. Hull, Options, Futures and Other Derivatives, the example of the chapter on Black, Scholes and Merton. */
    @Test
    void pricesTheExampleOfTheTextbook() {
        assertThat(BlackScholes.call(42, 40, 0.1, 0.2, 0.5)).isCloseTo(4.76, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6, -2.5, -1, -0.1, 0, 0.1, 1, 2.5, 6})
    void approximatesTheNormalDistributionAsWellAsItsAuthorsSay(double x) {
        double expected = 0.5 * Erf.erfc(-x / Math.sqrt(2));
        assertThat(BlackScholes.normalCdf(x)).isCloseTo(expected, within(7.5e-8));
    }
}
