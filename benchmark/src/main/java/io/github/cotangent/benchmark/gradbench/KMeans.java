package io.github.cotangent.benchmark.gradbench;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import java.util.Arrays;

/** Clustering by Newton's method. */
final class KMeans {

    private KMeans() {}

    /** Points, and the centres of the clusters. */
    record Input(double[][] points, double[][] centroids) {}

    /**
     * The sum of the squared distances between each point and the centroid next to it. The search has no derivative: of all
     * the distances of a point, one is carried back.
     */
    @Differentiable(order = 2)
    static double cost(@Constant double[][] points, double[][] centroids) {
        double sum = 0;
        for (double[] point : points) {
            sum += squaredDistance(point, centroids[nearest(point, centroids)]);
        }
        return sum;
    }

    private static int nearest(double[] point, double[][] centroids) {
        int nearest = 0;
        double closest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < centroids.length; i++) {
            double distance = squaredDistance(point, centroids[i]);
            if (distance < closest) {
                closest = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** The gradient divided by the Hessian, which is diagonal: its product with a vector of ones is the diagonal. */
    static double[][] direction(double[][] points, double[][] centroids) {
        double[][] ones = new double[centroids.length][];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = new double[centroids[i].length];
            Arrays.fill(ones[i], 1);
        }
        double[][] direction = KMeansDerivatives.costGradient(points, centroids);
        double[][] diagonal = KMeansDerivatives.costHvp(points, centroids, ones);
        for (int i = 0; i < direction.length; i++) {
            for (int j = 0; j < direction[i].length; j++) {
                direction[i][j] /= diagonal[i][j];
            }
        }
        return direction;
    }
}
