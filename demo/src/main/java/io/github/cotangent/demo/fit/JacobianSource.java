package io.github.cotangent.demo.fit;

import io.github.cotangent.VectorFunction;

/** Where the optimiser gets its Jacobians from. */
enum JacobianSource {
    /** The derivative code that the compiler generated from the model. */
    GENERATED("generated Jacobian") {
        @Override
        double[][] jacobian(VectorFunction model, double[] b) {
            return model.jacobian(b);
        }
    },

    /** {@code (f(b + h) - f(b - h)) / 2h} with the step that balances truncation, O(h²), against cancellation, O(ε/h). */
    CENTRAL_DIFFERENCES("central differences") {
        @Override
        double[][] jacobian(VectorFunction model, double[] b) {
            return differences(model, b, Math.cbrt(EPSILON), Math.cbrt(EPSILON));
        }
    },

    /** {@code (f(b + h) - f(b)) / h} with the step that balances truncation, O(h), against cancellation, O(ε/h). */
    FORWARD_DIFFERENCES("forward differences") {
        @Override
        double[][] jacobian(VectorFunction model, double[] b) {
            return differences(model, b, Math.sqrt(EPSILON), 0);
        }
    };

    private static final double EPSILON = Math.ulp(1.0);

    private final String label;

    JacobianSource(String label) {
        this.label = label;
    }

    /**
     * The Jacobian of {@code model} at {@code b}.
     *
     * @return {@code ∂y[i]/∂b[j]} at {@code [i][j]}
     */
    abstract double[][] jacobian(VectorFunction model, double[] b);

    @Override
    public String toString() {
        return label;
    }

    /** Difference quotients between {@code b[j] + forth |b[j]|} and {@code b[j] - back |b[j]|}, for one {@code j} at a time. */
    private static double[][] differences(VectorFunction model, double[] b, double forth, double back) {
        double[][] columns = new double[b.length][];
        for (int j = 0; j < b.length; j++) {
            double scale = b[j] == 0 ? 1 : Math.abs(b[j]);
            double above = b[j] + forth * scale;
            double below = b[j] - back * scale;
            columns[j] = slope(model.value(with(b, j, above)), model.value(with(b, j, below)), above - below);
        }
        return transpose(columns);
    }

    private static double[] with(double[] b, int j, double value) {
        double[] point = b.clone();
        point[j] = value;
        return point;
    }

    private static double[] slope(double[] above, double[] below, double distance) {
        double[] slope = new double[above.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (above[i] - below[i]) / distance;
        }
        return slope;
    }

    private static double[][] transpose(double[][] columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }
}
