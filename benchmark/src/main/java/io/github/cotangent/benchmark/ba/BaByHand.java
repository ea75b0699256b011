package io.github.cotangent.benchmark.ba;

/**
 * The Jacobian of one observation as a careful person writes it: vectors are unrolled, both rows share one forward sweep, and
 * each has the reverse sweep of the rotation in closed form.
 */
public final class BaByHand {

    private BaByHand() {}

    /**
     * The derivatives of {@link Ba#reproject} by camera, point and weight, in this order.
     *
     * @param camera the camera
     * @param point the point
     * @param weight the weight of the observation
     * @param feature where the point was seen
     * @param error receives the residuals, of length 2
     * @return the Jacobian, 2×15
     */
    public static double[][] jacobian(
            double[] camera, double[] point, double weight, double[] feature, double[] error) {
        double r0 = camera[0];
        double r1 = camera[1];
        double r2 = camera[2];
        double p0 = point[0] - camera[3];
        double p1 = point[1] - camera[4];
        double p2 = point[2] - camera[5];
        double square = r0 * r0 + r1 * r1 + r2 * r2;
        // At rest the rotated point is p + r × p: the formula of Rodrigues where all three are 1.
        boolean rest = square == 0;
        double angle = rest ? 1 : Math.sqrt(square);
        double cos = rest ? 1 : Math.cos(angle);
        double sin = rest ? 1 : Math.sin(angle);
        double a0 = r0 / angle;
        double a1 = r1 / angle;
        double a2 = r2 / angle;
        double c0 = a1 * p2 - a2 * p1;
        double c1 = a2 * p0 - a0 * p2;
        double c2 = a0 * p1 - a1 * p0;
        double along = a0 * p0 + a1 * p1 + a2 * p2;
        double scaled = along * (1 - cos);
        double inverse = 1 / (p2 * cos + c2 * sin + a2 * scaled);
        double x = (p0 * cos + c0 * sin + a0 * scaled) * inverse;
        double y = (p1 * cos + c1 * sin + a1 * scaled) * inverse;

        double norm = x * x + y * y;
        double focal = camera[6];
        double distortion = 1 + (camera[9] + camera[10] * norm) * norm;
        double slope = 2 * (camera[9] + 2 * camera[10] * norm);
        double errorX = x * distortion * focal + camera[7] - feature[0];
        double errorY = y * distortion * focal + camera[8] - feature[1];
        error[0] = weight * errorX;
        error[1] = weight * errorY;

        double scale = weight * focal;
        double xByX = scale * (distortion + x * x * slope) * inverse;
        double xByY = scale * x * y * slope * inverse;
        double yByY = scale * (distortion + y * y * slope) * inverse;
        double[] rowX = new double[15];
        double[] rowY = new double[15];
        pull(xByX, xByY, -xByX * x - xByY * y, p0, p1, p2, a0, a1, a2, c0, c1, c2, cos, sin, angle, along, rowX);
        pull(xByY, yByY, -xByY * x - yByY * y, p0, p1, p2, a0, a1, a2, c0, c1, c2, cos, sin, angle, along, rowY);
        intrinsics(x, weight, scale, distortion, norm, errorX, rowX);
        intrinsics(y, weight, scale, distortion, norm, errorY, rowY);
        rowX[7] = weight;
        rowY[8] = weight;
        return new double[][] {rowX, rowY};
    }

    /** The adjoints of rotation, centre and point, for the adjoint {@code g} of the rotated point. */
    private static void pull(
            double g0,
            double g1,
            double g2,
            double p0,
            double p1,
            double p2,
            double a0,
            double a1,
            double a2,
            double c0,
            double c1,
            double c2,
            double cos,
            double sin,
            double angle,
            double along,
            double[] row) {
        double alongBar = g0 * a0 + g1 * a1 + g2 * a2;
        double versine = 1 - cos;
        double onPoint = alongBar * versine;
        double onAxis = along * versine;
        double axis0 = g0 * onAxis + p0 * onPoint + (p1 * g2 - p2 * g1) * sin;
        double axis1 = g1 * onAxis + p1 * onPoint + (p2 * g0 - p0 * g2) * sin;
        double axis2 = g2 * onAxis + p2 * onPoint + (p0 * g1 - p1 * g0) * sin;
        double cosBar = g0 * p0 + g1 * p1 + g2 * p2 - alongBar * along;
        double sinBar = g0 * c0 + g1 * c1 + g2 * c2;
        double inverse = 1 / angle;
        double angleBar = cos * sinBar - sin * cosBar - (axis0 * a0 + axis1 * a1 + axis2 * a2) * inverse;
        row[0] = axis0 * inverse + angleBar * a0;
        row[1] = axis1 * inverse + angleBar * a1;
        row[2] = axis2 * inverse + angleBar * a2;
        double point0 = g0 * cos + a0 * onPoint + (g1 * a2 - g2 * a1) * sin;
        double point1 = g1 * cos + a1 * onPoint + (g2 * a0 - g0 * a2) * sin;
        double point2 = g2 * cos + a2 * onPoint + (g0 * a1 - g1 * a0) * sin;
        row[3] = -point0;
        row[4] = -point1;
        row[5] = -point2;
        row[11] = point0;
        row[12] = point1;
        row[13] = point2;
    }

    /** The derivatives of one residual by the focal length, the distortion and the weight. */
    private static void intrinsics(
            double x, double weight, double scale, double distortion, double norm, double error, double[] row) {
        row[6] = weight * x * distortion;
        row[9] = scale * x * norm;
        row[10] = scale * x * norm * norm;
        row[14] = error;
    }
}
