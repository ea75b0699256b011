package io.github.cotangent.demo.fit;

/** How many significant digits an estimate shares with a certified value. */
final class Digits {

    /** The number of digits that NIST certifies. */
    static final double CERTIFIED = 11;

    private Digits() {}

    /**
     * The log relative error {@code -log10(|estimate - certified| / |certified|)} between 0 and {@link #CERTIFIED}; where
     * the certified value is zero, the log absolute error {@code -log10(|estimate|)} (McCullough, 1998).
     */
    static double matching(double estimate, double certified) {
        double error = Math.abs(estimate - certified);
        double relative = certified == 0 ? error : error / Math.abs(certified);
        double digits = -Math.log10(relative);
        return Double.isNaN(digits) ? 0 : Math.max(0, Math.min(CERTIFIED, digits));
    }

    /** The matching digits of the worst component. */
    static double matching(double[] estimates, double[] certified) {
        double worst = CERTIFIED;
        for (int i = 0; i < certified.length; i++) {
            worst = Math.min(worst, matching(estimates[i], certified[i]));
        }
        return worst;
    }
}
