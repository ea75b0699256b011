package io.github.cotangent.benchmark.ba;

import io.github.cotangent.Constant;
import io.github.cotangent.Differentiable;
import io.github.cotangent.Output;

/**
 * The residuals of bundle adjustment, as ADBench defines them: cameras and points in space are sought that explain where the
 * points are seen.
 */
public final class Ba {

    /** The number of parameters of a camera. */
    public static final int CAMERA = 11;

    /** The number of coordinates of a point. */
    public static final int POINT = 3;

    private Ba() {}

    /**
     * The weighted distance between the projection of a point by a camera and where it was seen.
     *
     * @param camera the axis of the rotation, whose length is the angle; the centre; the focal length; the principal point;
     *     two coefficients of the radial distortion
     * @param point a point in space
     * @param weight the weight of this observation
     * @param feature where the point was seen
     * @param error the result, of length 2
     */
    @Differentiable
    public static void reproject(
            double[] camera, double[] point, double weight, @Constant double[] feature, @Output double[] error) {
        double[] centred = {point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]};
        double[] seen = rotate(camera, centred);
        double x = seen[0] / seen[2];
        double y = seen[1] / seen[2];
        double square = x * x + y * y;
        double distortion = 1 + camera[9] * square + camera[10] * square * square;
        error[0] = weight * (x * distortion * camera[6] + camera[7] - feature[0]);
        error[1] = weight * (y * distortion * camera[6] + camera[8] - feature[1]);
    }

    /**
     * What is minimised beside the projections, to keep the weight of an observation from zero.
     *
     * @param weight the weight
     * @return 1 - weight²
     */
    @Differentiable
    public static double weightError(double weight) {
        return 1 - weight * weight;
    }

    /** Rotates by the first three elements of {@code r} as axis, by the formula of Rodrigues; their norm is the angle. */
    static double[] rotate(double[] r, double[] p) {
        double square = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
        if (!(square > 0)) {
            return new double[] {
                p[0] + r[1] * p[2] - r[2] * p[1], p[1] + r[2] * p[0] - r[0] * p[2], p[2] + r[0] * p[1] - r[1] * p[0]
            };
        }
        @SuppressWarnings("cotangent:RootOfSquares") // it is not 0 here
        double angle = Math.sqrt(square);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] axis = {r[0] / angle, r[1] / angle, r[2] / angle};
        double[] cross = {
            axis[1] * p[2] - axis[2] * p[1], axis[2] * p[0] - axis[0] * p[2], axis[0] * p[1] - axis[1] * p[0]
        };
        double along = (axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2]) * (1 - cos);
        double[] rotated = new double[3];
        for (int i = 0; i < 3; i++) {
            rotated[i] = p[i] * cos + cross[i] * sin + axis[i] * along;
        }
        return rotated;
    }
}
