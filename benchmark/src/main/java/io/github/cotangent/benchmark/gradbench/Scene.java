package io.github.cotangent.benchmark.gradbench;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cotangent.benchmark.ba.Ba;
import io.github.cotangent.benchmark.ba.BaDerivatives;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Cameras, points, and the observations of bundle adjustment: the i-th is of camera i mod n and point i mod m.
 *
 * @param cameras n rows of parameters
 * @param points m rows of coordinates
 * @param weights one for each observation
 * @param features where the points were seen, one row for each observation
 */
record Scene(double[][] cameras, double[][] points, double[] weights, double[][] features) {

    /** All cameras are alike, and so are all points and all observations. */
    @JsonCreator
    static Scene of(
            @JsonProperty("n") int n,
            @JsonProperty("m") int m,
            @JsonProperty("p") int p,
            @JsonProperty("cam") double[] camera,
            @JsonProperty("x") double[] point,
            @JsonProperty("w") double weight,
            @JsonProperty("feat") double[] feature) {
        double[] weights = new double[p];
        Arrays.fill(weights, weight);
        return new Scene(copies(camera, n), copies(point, m), weights, copies(feature, p));
    }

    private static double[][] copies(double[] row, int count) {
        return Stream.generate(row::clone).limit(count).toArray(double[][]::new);
    }

    private double[] camera(int observation) {
        return cameras[observation % cameras.length];
    }

    private double[] point(int observation) {
        return points[observation % points.length];
    }

    Residuals residuals() {
        int count = weights.length;
        double[][] projections = new double[count][2];
        double[] ofWeights = new double[count];
        for (int i = 0; i < count; i++) {
            Ba.reproject(camera(i), point(i), weights[i], features[i], projections[i]);
        }
        for (int i = 0; i < count; i++) {
            ofWeights[i] = Ba.weightError(weights[i]);
        }
        return new Residuals(projections, ofWeights);
    }

    /** The Jacobian of all projections, then of the terms of all weights, by all cameras, all points, all weights. */
    SparseRows jacobian() {
        int count = weights.length;
        int firstPoint = Ba.CAMERA * cameras.length;
        int firstWeight = firstPoint + Ba.POINT * points.length;
        SparseRows jacobian = new SparseRows(3 * count, (2 * (Ba.CAMERA + Ba.POINT + 1) + 1) * count);
        double[] error = new double[2];
        for (int i = 0; i < count; i++) {
            double[][] block = BaDerivatives.reprojectJacobian(camera(i), point(i), weights[i], features[i], error);
            for (double[] row : block) {
                jacobian.append(row, 0, Ba.CAMERA, i % cameras.length * Ba.CAMERA);
                jacobian.append(row, Ba.CAMERA, Ba.POINT, firstPoint + i % points.length * Ba.POINT);
                jacobian.append(row, Ba.CAMERA + Ba.POINT, 1, firstWeight + i);
                jacobian.endRow();
            }
        }
        double[] slope = new double[1];
        for (int i = 0; i < count; i++) {
            slope[0] = BaDerivatives.weightErrorGradient(weights[i]);
            jacobian.append(slope, 0, 1, firstWeight + i);
            jacobian.endRow();
        }
        return jacobian;
    }
}
